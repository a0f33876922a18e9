"""Options of the test run and what many tests read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The first example of a run compiles the grammars; how long an example takes is for the benchmarks to say.
settings.register_profile("default", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=20_000)  # --hypothesis-profile=nightly
settings.register_profile("quick", deadline=None, max_examples=10, derandomize=True, database=None)  # for mutants
settings.load_profile("default")

os.environ["LC_ALL"] = "C.UTF-8"  # messages in English, whatever the locale of who runs the tests

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one way to write goldens."""
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew instead of comparing")


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    """Each of the five seeds."""
    path: Path = request.param
    return path
