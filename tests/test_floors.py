"""Imports point downward only, and the parser generator stays in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from conftest import ROOT

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
    {"_api", "_attempt", "_batch", "_processes", "_example"},
    {"cli", "testing", "__main__"},
)
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _imports(path: Path, *, typing: bool = True) -> Iterator[str]:
    tree = ast.parse((PACKAGE / path).read_text("utf-8"))
    checked = [
        node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    left_out = set() if typing else {inner for node in checked for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if node in left_out:
            continue
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


CODE_MAP = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8").partition("## Code map")[2]


def test_code_map_names_every_unit_on_its_floor() -> None:
    """Each with what it is for, and with what holds there."""
    rows = re.findall(r"^\| ([0-9]+) \| (.+?) \| \S.* \| \S.* \|$", CODE_MAP, re.MULTILINE)
    floors = {
        re.sub(r"(?:/|\.py)$", "", name): int(floor) for floor, cell in rows for name in re.findall("`(.+?)`", cell)
    }
    assert floors == FLOOR_OF


def test_code_map_names_what_is_there() -> None:
    """Every file of a room, and every grammar file, that it names."""
    rooms = re.findall(r"of `(\w[\w/]*)/`[^\n]*\n+(?:\| file .*\n)?\|---\|---\|\n((?:\|.*\n)+)", CODE_MAP)
    assert {room for room, _ in rooms} >= {"block", "block/settle", "grammar", "grammars", "inline"}
    for room, rows in rooms:
        folder = ROOT / "grammars" if room == "grammars" else PACKAGE / room
        for cell in re.findall(r"^\| (.+?) \|", rows, re.MULTILINE):
            above = ""
            for name in re.findall("`(.+?)`", cell):
                above = name.rpartition("/")[0] or above  # `settle/pairs.py`, `ends.py`
                assert list(folder.glob(name)) or list((folder / above).glob(name)), f"{room}/{name}"


def test_tests_are_laid_out_as_the_source_is() -> None:
    """A room each; what spans several stands above them, what users write in a folder of its own."""
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")} - {"typing"}
    assert {folder for folder in folders if not (PACKAGE / folder).is_dir()} == set()


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


def test_imports_go_in_no_circle() -> None:
    """Module by module, those within functions too; what only type checkers import is left out."""
    graph = {
        path: {found for name in _imports(path, typing=False) if (found := _file(name)) != path} for path in MODULES
    }
    TopologicalSorter(graph).prepare()  # CycleError names the circle


def _file(name: str) -> Path | None:
    """Return the module that an imported name is, or that it stands in; None for the front door, and for others."""
    parts = name.split(".")[1:] if name.startswith("rendaparse.") else []
    paths = (Path(*parts[:n]) for n in range(len(parts), 0, -1))
    return next(
        (file for path in paths for file in (path.with_suffix(".py"), path / "__init__.py") if file in MODULES), None
    )


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_one_room_imports_lark(path: Path) -> None:
    """The parser generator can be replaced in one place."""
    assert _unit(path) == "grammar" or not any(name.split(".")[0] == "lark" for name in _imports(path))


def test_grammars_are_read_in_one_place() -> None:
    """Only grammar/files.py opens grammar files."""
    assert [str(path) for path in MODULES if "rendaparse.grammars" in (PACKAGE / path).read_text("utf-8")] == [
        str(Path("grammar", "files.py"))
    ]
