"""What the matches of a pattern begin with is what is found by trying them."""

from __future__ import annotations

import re
from itertools import product

import pytest

from rendaparse.grammar.beginnings import beginnings, character_set, first_characters, pattern_of

LETTERS = "abcd "
TEXTS = ["".join(letters) for length in range(5) for letters in product(LETTERS, repeat=length)]
PATTERNS = (
    "a", "ab", "abc", "[ab]c", "a|bc", "(?:a|b|)c", "(?P<name>a)(?:b)", "a?b", "a{0,2}b", "a{2,3}b", "a*b", "a+?c",
    "a++b", "(?:ab){1,2}c", "(?:a?b?){2}c", "(?<!b)a", "(?=a)[ab]c", "(?!ab)[ab]", r"[\sa]b", "^ab$",
    "(?:ab|(?!))c", "(?:a|ab)(?:c|d)",
)  # fmt: skip


def _matches(regexp: str) -> set[str]:
    return {text for text in TEXTS if re.fullmatch(regexp, text)}


@pytest.mark.parametrize("regexp", PATTERNS)
@pytest.mark.parametrize("length", [1, 2, 3])
def test_every_match_begins_so(regexp: str, length: int) -> None:
    """The pattern made of the beginnings matches wherever the pattern does, first characters are told."""
    found = beginnings(regexp, length)
    beginning = re.compile(pattern_of(found))
    assert _matches(regexp)
    assert all(beginning.match(text) for text in _matches(regexp))
    assert {chr(code) for code in first_characters(found)} >= {text[0] for text in _matches(regexp) if text}


@pytest.mark.parametrize("regexp", ["ab", "[ab]c", "a|bc", "a?b", "a{2,3}b", "(?:ab){1,2}c", "(?:a|b)d", r"[\sa]b"])
def test_nothing_else_begins_so(regexp: str) -> None:
    """Where nothing around a match is asked for, each beginning is that of some match."""
    shorter = {text[:2] for text in _matches(f"(?:{regexp})[abcd ]{{0,2}}")}
    assert {text for text in TEXTS if len(text) == 2 and re.match(pattern_of(beginnings(regexp, 2)), text)} <= {
        *shorter,
        *(text for text in TEXTS if len(text) == 2 and text[0] in _matches(regexp)),
    }


def test_what_never_matches_begins_with_nothing() -> None:
    """An alternative that is there for the sake of ``re`` alone."""
    assert beginnings("(?!)", 2) == frozenset()
    assert beginnings("(?:ab|(?!))++c", 1) == beginnings("a", 1)


@pytest.mark.parametrize("regexp", ["[^a]", ".", r"\d", "(a)\\1"])
def test_patterns_that_name_no_characters_are_refused(regexp: str) -> None:
    """A word cannot begin with anything."""
    with pytest.raises(ValueError, match="no beginnings"):
        beginnings(regexp, 2)


def test_sets_are_written_as_ranges() -> None:
    """Also those of all other characters, and of marks that mean something in a set."""
    assert character_set(map(ord, "abcx")) == "[a-cx]"
    assert character_set(map(ord, "abcx"), but=True) == "[^a-cx]"
    assert re.findall(character_set(map(ord, "^]-\\")), "a^]-\\b") == ["^", "]", "-", "\\"]
