"""The words of the genre (grammars/words): read from their lists, written as the terminals of a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

COLUMNS = ("word", "classes", "source", "example")
CLASS = r"(?P<name>[a-z_]+)(?P<context>(?:\(\?<?[=!].+\))?)"
"""A class as a list writes it: its name and, as look-arounds, what must or must not stand around the word there."""


class Word(NamedTuple):
    """A word: by the name of each of its classes the context it has there, where it is attested, and how it is used."""

    word: str
    classes: Mapping[str, str]
    source: str
    example: str


def read_words(text: str) -> list[Word]:
    """Return the words of one list; raises ValueError where a line is not as :data:`COLUMNS` wants it."""
    head, *lines = text.splitlines()
    if tuple(head.split("\t")) != COLUMNS:
        raise ValueError(f"columns are {head!r}")
    return [_word(line) for line in lines]


def _word(line: str) -> Word:
    word, classes, source, example = line.split("\t")
    matches = [re.fullmatch(CLASS, written) for written in classes.split(" ")]
    contexts = {match["name"]: match["context"] for match in matches if match}
    if len(contexts) != len(matches):
        raise ValueError(f"classes of {word} are {classes!r}")
    return Word(word, contexts, source, example)


def terminal_name(name: str) -> str:
    """Return the name of the terminal that holds the words of a class."""
    return f"WORDS_{name.upper()}"


def words_grammar(words: Iterable[Word]) -> str:
    """Return the grammar of the words: a terminal a class."""
    classes: dict[str, list[tuple[str, str]]] = {}
    for word in words:
        for name, context in word.classes.items():
            classes.setdefault(name, []).append((word.word, context))
    return "".join(f"{terminal_name(name)}.-1: /{_one_of(classes[name])}/\n" for name in sorted(classes))


def _one_of(words: list[tuple[str, str]]) -> str:
    """Return the pattern of words with their contexts, longest first.

    Words with one beginning stand together, which changes no match and spares trying each; bare characters make a set.
    """
    bare = "".join(sorted(_escaped(word) for word, context in words if len(word) == 1 and not context))
    rest = sorted((word, context) for word, context in words if len(word) > 1 or context)
    grouped = [_beginning(first, list(group)) for first, group in groupby(rest, key=lambda entry: entry[0][0])]
    return f"(?:{'|'.join([*grouped, *([f'[{bare}]'] if bare else [])])})"


def _beginning(first: str, words: list[tuple[str, str]]) -> str:
    tails = [_escaped(word[1:]) + context for word, context in sorted(words, key=lambda entry: -len(entry[0]))]
    return _escaped(first) + (tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})")


def _escaped(text: str) -> str:
    return re.escape(text).replace("/", r"\/")
