"""Lexes the text of a block with one compiled pattern, and settles its words, pairs and ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.beginnings import beginnings, character_set, first_characters, pattern_of
from rendaparse.grammar.compile import Terminal
from rendaparse.grammar.patterns import composed, terminals, unnamed
from rendaparse.inline.settle.ends import ENDS, settle_ends
from rendaparse.inline.settle.pairs import settle_pairs
from rendaparse.inline.settle.runs import settle_runs
from rendaparse.inline.settle.slogans import settle_slogan
from rendaparse.inline.values.quantity import read_numeral, read_quantity
from rendaparse.inline.values.session import read_session, take_place
from rendaparse.inline.values.time import inherit_date, read_time
from rendaparse.nodes import Leaf, Markup, Node, Numeral, Punctuation, Quantity, Space, Text

WORD_GRAMMARS = ("numeral", "time", "session")
"""The grammar files whose terminals of priority 1 and more are the words of the inline lexer."""


LOOK_AHEAD = 2
"""Characters that tell whether a word is worth trying."""


@composed
def inline_lexer() -> str:
    """Return the one pattern of the inline lexer, each terminal a named group.

    TEXT comes first for speed: a run of characters that begin no other terminal, and of those that may begin a word
    where none matches.
    """
    words, marks = word_terminals(), mark_terminals()
    tried = sorted((*marks, *words), key=lambda terminal: -terminal.priority)
    word = "|".join(terminal.regexp for terminal in words)
    plain, first, starter = prose_characters()
    text = f"(?P<TEXT>(?:{plain}++|(?={first})(?!(?={starter})(?:{word}))[\\s\\S]|(?!))++)"
    return "|".join((text, *(f"(?P<{terminal.name}>{terminal.regexp})" for terminal in tried)))


def word_terminals() -> list[Terminal]:
    """Return the terminals of the words, without their inner groups: each match would carry the places of all."""
    words = (terminal for name in WORD_GRAMMARS for terminal in terminals(name).values() if terminal.priority > 0)
    return [word._replace(regexp=unnamed(word.regexp)) for word in words]


def mark_terminals() -> list[Terminal]:
    """Return the terminals of marks, white space and markup: one of them matches at each character they begin with."""
    return [terminal for terminal in terminals("inline").values() if terminal.priority > 0]


def prose_characters() -> tuple[str, str, str]:
    """Return three patterns: of what begins no terminal but prose, of what may begin a word, of how words begin.

    The second and third leave out what some terminal always begins with: marks and the digits of Arabic figures.
    """
    begun = [beginnings(terminal.regexp, 1) for terminal in (*mark_terminals(), terminals("numeral")[ANY_FIGURE])]
    taken = first_characters(found for of_one in begun for found in of_one)
    of_words = [found for terminal in word_terminals() for found in beginnings(terminal.regexp, LOOK_AHEAD)]
    first = first_characters(of_words) - taken
    starters = [(found[0] & first, *found[1:]) for found in of_words]
    return character_set(taken | first, but=True), character_set(first), pattern_of(starters)


ANY_FIGURE = "NUMERAL_PLAIN"
"""The word that any run of digits is, if no other."""

PLAIN: dict[str, type[Leaf]] = {"SIGN": Punctuation, "BLANK": Space, "TAG": Markup}
"""Terminals other than TEXT that are words as they stand, and the leaf each becomes."""

PAIRED = frozenset({"OPENING", "CLOSING", "TOGGLE"})
"""Punctuation that may have a partner."""

READERS: dict[str, Callable[[re.Match[str], int, list[Diagnostic]], Node]] = {
    "QUANTITY": read_quantity,
    "NUMERAL": read_numeral,
    "TIME": read_time,
    "SESSION": read_session,
}
"""What reads the value of a word, by the first part of its terminal's name."""


def accounted(leaf: Leaf) -> Node:
    """Return a leaf of markup or white space; where digits stand in it (<h1>), as what a label consists of."""
    if not leaf.text.isspace() and any(character.isdecimal() for character in leaf.text):
        return Numeral(leaf.start, leaf.end, (leaf,), "label")
    return leaf


SENTENCE_MARK = "。"
"""What no title, no dateline and no speaker line holds."""
LISTED_DATES = frozenset({"TIME_MONTH", "TIME_DAY", "TIME_DIVISION", "TIME_LISTED"})
"""Terminals that take year and month from the date they are listed with."""


def _read(match: re.Match[str], offset: int, before: list[Node], found: list[Diagnostic], *, sentence: bool) -> Node:
    """Return the node of a word that has a value; it may take the place it begins with from the last node before it."""
    kind = match.lastgroup or ""
    node = READERS[kind.partition("_")[0]](match, offset, found)
    if kind in LISTED_DATES and len(before) > 1 and before[-1].text in {"、", "和", "及", "与"}:
        return inherit_date(node, before[-2])
    if kind == "SESSION_CONGRESS" and before:
        return take_place(before, node, sentence=sentence)
    return node


def settled_tokens(text: str, offset: int, found: list[Diagnostic]) -> tuple[list[str], list[Any]]:
    """Return the tokens of ``text``, terminals apart from nodes, settled: the grammar takes any sequence of them."""
    kinds: list[str] = []
    nodes: list[Node] = []
    marks: list[int] = []  # places of the tokens that may be no words
    pairs: list[int] = []  # of those among them that may have a partner
    toggled = False  # whether a straight quote is open
    sentence = SENTENCE_MARK in text
    start = offset
    for match in inline_lexer().finditer(text):
        kind = match.lastgroup or ""
        written = match[0]
        end = start + len(written)  # tokens abut
        if kind == "TEXT":
            kinds.append("WORD")
            nodes.append(Text(start, end, written))
        elif kind in ENDS:
            marks.append(len(kinds))
            kinds.append(kind)
            nodes.append(Punctuation(start, end, written))
        elif kind in PAIRED:
            toggled ^= kind == "TOGGLE"
            if pairs and (kind == "CLOSING" or (kind == "TOGGLE" and not toggled)):
                settle_slogan(kinds, nodes, marks, pairs[-1], match)
            marks.append(len(kinds))
            pairs.append(len(kinds))
            kinds.append(kind)
            nodes.append(Punctuation(start, end, written))
        elif kind in PLAIN:
            kinds.append("WORD")
            nodes.append(accounted(PLAIN[kind](start, end, written)))
        else:
            node = _read(match, offset, nodes, found, sentence=sentence)
            del kinds[len(nodes) :]  # a session may have taken all of the word before it
            if type(node) is Quantity:
                marks.append(len(kinds))
                kinds.append("QUANTITY")
            else:
                kinds.append("WORD")
            nodes.append(node)
        start = end
    if pairs:
        settle_pairs(kinds, nodes, pairs, found)
    return settle_runs(kinds, nodes, marks, settle_ends(kinds, nodes, marks))
