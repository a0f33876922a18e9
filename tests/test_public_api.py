"""What the package offers: listed, documented, typed, and its examples run."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import rendaparse
from rendaparse import nodes

PACKAGE = Path(rendaparse.__file__).parent
MODULES = sorted(
    info.name for info in pkgutil.walk_packages([str(PACKAGE)], "rendaparse.") if not info.name.endswith("__main__")
)
LISTED = [rendaparse, nodes, *(importlib.import_module(f"rendaparse.tree.{name}") for name in ("query", "visitors"))]
PUBLIC = [
    pytest.param(getattr(module, name), id=f"{module.__name__}.{name}")
    for module in (rendaparse, nodes)
    for name in module.__all__
    if callable(getattr(module, name))
]


@pytest.mark.parametrize("module", LISTED, ids=lambda module: module.__name__)
def test_all_lists_what_there_is(module: ModuleType) -> None:
    """Every name of ``__all__`` exists, and stands there once."""
    assert len(module.__all__) == len(set(module.__all__))
    assert all(hasattr(module, name) for name in module.__all__)


@pytest.mark.parametrize("module", [rendaparse, nodes], ids=lambda module: module.__name__)
def test_all_lists_all_there_is(module: ModuleType) -> None:
    """A public name that is imported is one that is meant to be used."""
    public = {name for name, value in vars(module).items() if name[0] != "_" and not inspect.ismodule(value)}
    assert public <= set(module.__all__)


@pytest.mark.parametrize("offered", PUBLIC)
def test_offered_things_are_documented_and_typed(offered: Any) -> None:
    """A docstring on each class, function and public method; a type on each argument and result."""
    if not inspect.isclass(offered) and not inspect.isfunction(offered):
        return
    assert inspect.getdoc(offered)
    members = vars(offered).items() if inspect.isclass(offered) else [("__call__", offered)]
    for name, member in members:
        function = member.fget if isinstance(member, property) else member
        if not inspect.isfunction(function) or (name.startswith("_") and name != "__call__"):
            continue
        assert inspect.getdoc(getattr(offered, name, function)), name
        parameters = list(inspect.signature(function).parameters.values())
        assert all(one.annotation is not one.empty for one in parameters if one.name != "self"), name
        assert inspect.signature(function).return_annotation is not inspect.Signature.empty, name


def test_import_reads_no_grammar() -> None:
    """Whoever only loads a tree, or asks for help, does not wait for patterns to be compiled."""
    code = "import rendaparse.cli, rendaparse.grammar.files as g; print(g.grammar_text.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.strip() == b"0"


def test_package_says_that_it_is_typed() -> None:
    """PEP 561."""
    assert (PACKAGE / "py.typed").exists()


@pytest.mark.parametrize("name", MODULES)
def test_no_name_hides_a_module(name: str) -> None:
    """``import rendaparse.views.facts as facts`` gives the module, not a function of its name."""
    module = importlib.import_module(name)
    package, _, last = name.rpartition(".")
    assert getattr(sys.modules[package], last) is module


@pytest.mark.parametrize("name", MODULES)
def test_module_says_what_it_is_and_its_examples_run(name: str) -> None:
    """One sentence at the head; doctests give what they show."""
    module = importlib.import_module(name)
    assert module.__doc__
    assert doctest.testmod(module).failed == 0
