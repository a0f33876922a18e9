"""The five seeds: the outline, the tree and the facts of each are as a person has read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SEEDS
from harness import check

from rendaparse import Report, facts, load, parse_file, to_dict
from rendaparse.cli.outline import outline_lines
from rendaparse.export import tsv_lines
from rendaparse.json.dump import Json, json_text

GOLDENS = Path(__file__).parent / "goldens"


def _outline(report: Report) -> str:
    return "".join(f"{line}\n" for line in outline_lines(report))


def _tree(report: Report) -> str:
    shown = to_dict(report)
    root = _node_lines(shown.pop("root"), 0)
    return f'{json_text(shown)[:-1]},"root":\n{root}}}\n'


def _node_lines(node: Json, depth: int) -> str:
    """Return the JSON of a node with one line for each node below."""
    children = node.pop("children", None)
    line = " " * depth + json_text(node)
    if not children:
        return line
    return f'{line[:-1]},"children":[\n' + ",\n".join(_node_lines(child, depth + 1) for child in children) + "]}"


def _facts(report: Report) -> str:
    return "".join(f"{line}\n" for line in tsv_lines(facts(report)))


VIEWS = {".outline.txt": _outline, ".json": _tree, ".facts.tsv": _facts}


def test_seed_holds_invariants(seed: Path) -> None:
    """Every seed is parsed losslessly into a sound tree."""
    check(seed.read_bytes().decode("utf-8"), parse_file(seed))


@pytest.mark.parametrize("suffix", VIEWS)
def test_seed_is_as_read(seed: Path, suffix: str, request: pytest.FixtureRequest) -> None:
    """Outline and JSON are those that stand in the goldens."""
    golden = GOLDENS / f"{seed.stem}{suffix}"
    found = VIEWS[suffix](parse_file(seed))
    if request.config.getoption("--update-golden"):
        golden.write_bytes(found.encode("utf-8"))
    assert golden.exists(), f"{golden.name} is missing; --update-golden writes it"
    assert found == golden.read_bytes().decode("utf-8")


def test_golden_tree_can_be_loaded(seed: Path) -> None:
    """The JSON of the goldens is what load reads."""
    assert load((GOLDENS / f"{seed.stem}.json").read_bytes()) == parse_file(seed)


def test_no_golden_is_orphaned() -> None:
    """Every file among the goldens belongs to a seed."""
    wanted = {f"{seed.stem}{suffix}" for seed in SEEDS for suffix in VIEWS}
    assert {path.name for path in GOLDENS.iterdir()} == wanted
