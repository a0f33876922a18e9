"""Hostile texts are parsed losslessly, and with calls that grow no faster than the text.

Calls are counted, not seconds: a count does not depend on the machine. What the count cannot see, the time that one
call takes, ``python -m tests.bench adversaries`` measures.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from bench.adversaries import GENERATORS
from harness import check

from rendaparse import parse

SIZE = 700
SLACK = 1.3
"""How much steeper than a line the count may rise: a threshold may lie between two sizes."""
LARGE = 100_000
NESTED = [name for name in GENERATORS if "nested" in name or "open" in name]


def _calls(text: str) -> int:
    """Count the calls, of Python functions and of built-in ones, that parsing takes."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        parse(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Have all patterns compiled before calls are counted."""
    for generate in GENERATORS.values():
        parse(generate(200))
        parse(generate(SIZE))


@pytest.mark.parametrize("name", GENERATORS)
def test_calls_grow_no_faster_than_the_text(name: str) -> None:
    """From twice to four times a size, at most twice as many calls are added as from once to twice, and some slack.

    Where a threshold between the first two sizes makes the first step cheaper, the next pair of steps tells.
    """
    calls = [_calls(GENERATORS[name](factor * SIZE)) for factor in (1, 2, 4)]
    if _is_steep(*calls):
        calls = [*calls[1:], _calls(GENERATORS[name](8 * SIZE))]
    assert not _is_steep(*calls), calls


def _is_steep(once: int, twice: int, four: int) -> bool:
    """Whether a count grows faster than the size from one to two to four times it."""
    return four - twice > SLACK * 2 * (twice - once) + SIZE


@pytest.mark.parametrize("name", GENERATORS)
def test_invariants_hold(name: str) -> None:
    """Lossless, tiling, depth, digits, JSON."""
    text = GENERATORS[name](2 * SIZE)
    check(text, parse(text))


@pytest.mark.parametrize("name", NESTED)
def test_openers_without_end(name: str) -> None:
    """10^5 characters of what nests, opens or never closes raise nothing."""
    text = GENERATORS[name](LARGE)
    assert parse(text).document.span == (0, len(text))


def test_count_sees_what_is_not_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a parser that does twice the work for each further line is found out."""

    def quadratic(text: str) -> None:
        for line in range(text.count("\n")):
            for _ in range(0, line, 9):
                text.isascii()

    monkeypatch.setitem(globals(), "parse", quadratic)
    with pytest.raises(AssertionError):
        test_calls_grow_no_faster_than_the_text("line feed")
