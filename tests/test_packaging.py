"""The package works as wheel, as wheel made from the sdist, and editable, each in a fresh environment."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path

import pytest
from conftest import ROOT

in_fresh_environment = pytest.mark.packaging

LEFT_OUT = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "*venv*")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, as building writes into it."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("project") / "checkout", ignore=LEFT_OUT))


def _build(checkout: Path, *options: str) -> Path:
    out = checkout.parent / ("dist" + "".join(options))
    subprocess.run([sys.executable, "-m", "build", *options, "--outdir", out, checkout], check=True)
    (wheel,) = out.glob("*.whl")
    return wheel


def _install(environment: Path, *target: str) -> Path:
    venv.create(environment, with_pip=True)
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *target], check=True)
    return python


USE = """
import sys, rendaparse
from rendaparse.grammar import build, files
rendaparse.parse("一、总体情况\\n全年召开会议7次。\\n")
built = files.folder().joinpath(files.COMPILED).read_bytes()
print("lark" in sys.modules, build.compile_grammars() == built)
"""
"""Tells whether a parse needed lark, and whether the compiled grammars are those of the grammar files."""


def _check_compiled(python: Path, elsewhere: Path) -> None:
    command = [str(python), "-c", USE]
    told = subprocess.run(command, cwd=elsewhere, check=True, capture_output=True, text=True).stdout
    assert told.split() == ["False", "True"]


def _check_use(python: Path, elsewhere: Path) -> None:
    command = [str(python), "-m", "rendaparse", "dump", str(ROOT / "seeds" / "quzhou-2022-report.txt")]
    shown = json.loads(subprocess.run(command, cwd=elsewhere, check=True, capture_output=True).stdout)
    assert shown["root"]["span"] == [0, shown["source"]["length"]]
    assert any(child["type"] == "section" for child in shown["root"]["children"])
    example = "import rendaparse; print(rendaparse.example().source.sha256)"
    told = subprocess.run([python, "-c", example], cwd=elsewhere, check=True, capture_output=True, text=True).stdout
    assert told.strip() == shown["source"]["sha256"]
    typed = "import rendaparse, pathlib; assert (pathlib.Path(rendaparse.__file__).parent / 'py.typed').exists()"
    subprocess.run([python, "-c", typed], cwd=elsewhere, check=True)


@in_fresh_environment
def test_wheel(checkout: Path, tmp_path: Path) -> None:
    """Built straight from the project."""
    python = _install(tmp_path / "venv", str(_build(checkout, "--wheel")))
    _check_use(python, tmp_path)
    _check_compiled(python, tmp_path)


@in_fresh_environment
def test_wheel_from_sdist(checkout: Path, tmp_path: Path) -> None:
    """The sdist holds all that a build needs, and no tests, which read the rest of the repository."""
    wheel = _build(checkout)
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert {"pyproject.toml", "LICENSE", "README.md", "src", "grammars", "seeds"} <= tops
    assert "tests" not in tops
    python = _install(tmp_path / "venv", str(wheel))
    _check_use(python, tmp_path)
    _check_compiled(python, tmp_path)


@in_fresh_environment
def test_editable(checkout: Path, tmp_path: Path) -> None:
    """As developers install it."""
    _check_use(_install(tmp_path / "venv", "--editable", str(checkout)), tmp_path)


def test_every_package_is_listed() -> None:
    """A new folder of modules is not forgotten in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    source = ROOT / "src"
    found = {".".join(path.parent.relative_to(source).parts) for path in source.rglob("__init__.py")}
    assert set(settings["packages"]) == found | {"rendaparse.grammars", "rendaparse.seeds"}
