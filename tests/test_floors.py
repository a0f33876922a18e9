"""Imports point downward only, and the parser generator stays in one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import rendaparse

PACKAGE = Path(rendaparse.__file__).parent
FLOORS = (
    {"_text", "_terminal", "_diagnostics", "_build", "grammars", "seeds"},
    {"nodes"},
    {"_base_report", "tree", "json"},
    {"grammar"},
    {"_decode", "decoding", "block", "inline", "clause", "pages"},
    {"dating", "said", "years", "resolving", "parts", "document"},
    {"views", "export"},
    {"_report"},
    {"_api", "_batch", "_processes", "_example"},
    {"cli", "testing", "__main__"},
)
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse((PACKAGE / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (entry.name for entry in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module is not None
            yield from (f"{node.module}.{entry.name}" for entry in node.names)


def _unit(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def test_every_unit_has_a_floor() -> None:
    """And none is named that is not there."""
    assert {_unit(path) for path in MODULES} | {"grammars", "seeds"} == FLOOR_OF.keys()


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_point_downward(path: Path) -> None:
    """A module imports from its own unit, its own floor or a lower one; the top floor also from the front door."""
    own = _unit(path)
    for name in _imports(path):
        top, _, rest = name.partition(".")
        if top != "rendaparse":
            continue
        unit = rest.split(".")[0]
        if unit not in FLOOR_OF:
            assert FLOOR_OF[own] == len(FLOORS) - 1, f"{path} imports {name} from the front door"
        else:
            assert FLOOR_OF[unit] <= FLOOR_OF[own], f"{path} (floor {FLOOR_OF[own]}) imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_one_room_imports_lark(path: Path) -> None:
    """The parser generator can be replaced in one place."""
    assert _unit(path) == "grammar" or not any(name.split(".")[0] == "lark" for name in _imports(path))


def test_grammars_are_read_in_one_place() -> None:
    """Only grammar/files.py opens grammar files."""
    assert [str(path) for path in MODULES if "rendaparse.grammars" in (PACKAGE / path).read_text("utf-8")] == [
        str(Path("grammar", "files.py"))
    ]
