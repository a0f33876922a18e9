"""The report that comes with the package."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, SEEDS

from rendaparse import example, parse_file
from rendaparse.cli import main

(SEED,) = (path for path in SEEDS if path.stem == "quzhou-2022-report")


def test_example_is_a_seed() -> None:
    """Parsed as from its file."""
    assert example() == parse_file(SEED)


def test_only_the_example_is_installed() -> None:
    """The other seeds are for the tests."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    assert settings["package-data"]["rendaparse.seeds"] == [SEED.name]


def test_example_can_be_printed(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """To a pipe or to a file, with a line end behind its last line."""
    assert main(["example"]) == 0
    assert capfdbinary.readouterr() == (SEED.read_bytes() + b"\n", b"")
    out = tmp_path / "example.txt"
    assert main(["example", "-o", str(out)]) == 0
    assert out.read_bytes() == SEED.read_bytes() + b"\n"
