"""Folds traditional characters (繁体) to the simplified ones that the grammars are written in, one to one in length."""

from __future__ import annotations

from functools import cache

from rendaparse.grammar.files import table
from rendaparse.grammar.patterns import pattern

SAMPLE = 20_000
"""Characters from the beginning by which the script of a text is told."""


def folded(source: str) -> str:
    """Return the text in simplified characters where it is written in traditional ones, else the text itself."""
    return source.translate(_table()) if is_traditional(source) else source


def is_traditional(source: str) -> bool:
    """Tell whether a text is written in traditional characters: it has more that only they have than the simplified."""
    sample = source[:SAMPLE]
    if pattern("pages", "TRADITIONAL").search(sample) is None:
        return False
    traditional, simplified = _scripts()
    characters = [character for character in sample if character > "\u3fff"]
    return sum(c in traditional for c in characters) > sum(c in simplified for c in characters)


@cache
def _table() -> dict[int, str]:
    return {ord(row["traditional"]): row["simplified"] for row in table("traditional")}


@cache
def _scripts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only traditional, and those that only simplified texts have."""
    traditional = frozenset(map(chr, _table()))
    simplified = frozenset(_table().values())
    return traditional - simplified, simplified - traditional
