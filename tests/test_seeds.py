"""The five seeds: the outline and the tree of each are as a person has read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SEEDS
from harness import check

from rendaparse import Report, dump, parse_file
from rendaparse.cli.outline import outline_lines

GOLDENS = Path(__file__).parent / "goldens"


def _outline(report: Report) -> str:
    return "".join(f"{line}\n" for line in outline_lines(report))


def _tree(report: Report) -> str:
    return dump(report, indent=1) + "\n"


VIEWS = {".outline.txt": _outline, ".json": _tree}


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


def test_no_golden_is_orphaned() -> None:
    """Every file among the goldens belongs to a seed."""
    wanted = {f"{seed.stem}{suffix}" for seed in SEEDS for suffix in VIEWS}
    assert {path.name for path in GOLDENS.iterdir()} == wanted
