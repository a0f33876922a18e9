"""What holds for the patterns of the terminals, as ``re`` reads them: its memory and its versions leave no choice."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import rendaparse.document  # noqa: F401 - it makes all patterns of several terminals known
from rendaparse.block.lexer import block_lexer
from rendaparse.grammar import files
from rendaparse.grammar.patterns import COMPOSED, terminals
from rendaparse.inline.lexer import inline_lexer

PARSER: Any = import_module("re._parser")  # what ``re`` makes of a pattern is told nowhere else
CODES: Any = import_module("re._constants")
ONE_CHARACTER = frozenset({CODES.LITERAL, CODES.NOT_LITERAL, CODES.IN, CODES.ANY})
NOTHING = str(PARSER.parse("(?!)"))

READ_OVER_WHOLE_TEXTS = {
    "block lexer": block_lexer().pattern,
    "inline lexer": inline_lexer().pattern,
    **{terminal.name: terminal.regexp for terminal in terminals("forms").values()},
}
"""The patterns of clauses are not among them: they are read in the words near a figure only (NEAR)."""
ALL = {terminal.name: terminal.regexp for name in files.GRAMMARS for terminal in terminals(name).values()} | {
    f"of several terminals, {name}": make() for name, make in COMPOSED.items()
}


def _items(pattern: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every operation of a parsed pattern, those within others too."""
    for operation, argument in pattern:
        yield operation, argument
        for part in argument if isinstance(argument, tuple) else (argument,):
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, PARSER.SubPattern):
                    yield from _items(inner)


def _group_repeats(regexp: str, *operations: Any) -> Iterator[tuple[int, int, Any]]:
    """Yield the repeats of a pattern that repeat more than one character: least, most, body."""
    for operation, argument in _items(PARSER.parse(regexp)):
        if operation in operations and not (len(argument[2]) == 1 and argument[2][0][0] in ONE_CHARACTER):
            yield argument


@pytest.mark.parametrize("name", READ_OVER_WHOLE_TEXTS)
def test_no_endless_repeat_of_a_group_keeps_its_rounds(name: str) -> None:
    """A greedy one keeps several hundred bytes a round, to come back to: it must be possessive, or have an end."""
    repeats = _group_repeats(READ_OVER_WHOLE_TEXTS[name], CODES.MAX_REPEAT, CODES.MIN_REPEAT)
    assert [str(body) for _, most, body in repeats if most == CODES.MAXREPEAT] == []


@pytest.mark.parametrize("name", ALL)
def test_a_possessive_repeat_of_a_group_ends_with_what_never_matches(name: str) -> None:
    """CPython 3.11.0 to 3.11.4 go on behind such a repeat from where its last round failed, save behind ``|(?!)``."""
    for _, _, body in _group_repeats(ALL[name], CODES.POSSESSIVE_REPEAT):
        assert len(body) == 1
        operation, argument = body[0]
        assert operation is CODES.BRANCH, str(body)
        assert str(argument[1][-1]) == NOTHING, str(body)


def test_negative_control() -> None:
    """Both kinds of repeat are seen, in a group and behind a look."""
    (greedy,) = _group_repeats("(?=(?:ab?|c)+)x", CODES.MAX_REPEAT, CODES.MIN_REPEAT)
    assert greedy[1] == CODES.MAXREPEAT
    (possessive,) = _group_repeats("(?P<name>x|(?:ab?|c)++)", CODES.POSSESSIVE_REPEAT)
    assert str(possessive[2][0][1][1][-1]) != NOTHING
