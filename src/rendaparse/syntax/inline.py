"""The inline level: a block's text to sentences, clauses, pairs and words.

Lexes with one compiled pattern, settles pairs and clause ends, then parses with the grammar. Every function here
is total: it takes any text, and the leaves of what it returns joined are that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import (
    Branch,
    DataClause,
    LawTitle,
    Leaf,
    Markup,
    Node,
    Numeral,
    Parenthesis,
    Punctuation,
    Quantity,
    Quote,
    Sentence,
    Space,
    Text,
)
from rendaparse.syntax.ends import ENDS, settle_ends
from rendaparse.syntax.grammars import composed, table_parser, terminals
from rendaparse.syntax.numerals import read_numeral, read_quantity
from rendaparse.syntax.pairs import settle_pairs
from rendaparse.syntax.runs import settle_runs
from rendaparse.syntax.sessions import read_session, take_place
from rendaparse.syntax.slogans import settle_slogan
from rendaparse.syntax.times import inherit_date, read_time

AnyBranch = TypeVar("AnyBranch", bound=Branch)

Children = list[Any]
"""What the symbols of an alternative stand for: nodes, and lists of nodes."""

WORD_GRAMMARS = ("numeral", "time", "session")
"""The grammar files whose terminals of priority 1 and more are the words of the inline lexer."""


def parse_sentences(text: str, offset: int, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the sentences that tile ``text``, which begins at ``offset`` in the source; adds to ``found``."""
    if not text:
        return ()
    return tuple(_parser("sentences")(*_settled(text, offset, found)))


def parse_phrases(text: str, offset: int, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the inline nodes that tile ``text`` without grouping them: for titles, headings, datelines."""
    if not text:
        return ()
    return tuple(_parser("phrases")(*_settled(text, offset, found)))


# ── lexer ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@composed
def inline_lexer() -> str:
    """Return the one pattern of the inline lexer, each terminal a named group.

    TEXT comes first for speed: a run of plain characters, and of those that may begin a word where none matches.
    """
    words = [terminal for name in WORD_GRAMMARS for terminal in terminals(name).values() if terminal.priority > 0]
    inline = terminals("inline")
    tried = sorted((*inline.values(), *words), key=lambda terminal: -terminal.priority)
    word = "|".join(terminal.regexp for terminal in words)
    plain, first, starter = (inline[name].regexp for name in ("PLAIN", "FIRST", "STARTER"))
    text = f"(?P<TEXT>(?:{plain}++|(?={first})(?!(?={starter})(?:{word}))[\\s\\S])++)"
    named = (f"(?P<{terminal.name}>{terminal.regexp})" for terminal in tried if terminal.priority > 0)
    return "|".join((text, *named))


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
LISTED_DATES = frozenset({"TIME_MONTH", "TIME_DAY"})
"""Terminals that take year and month from the date they are listed with."""


def _read(match: re.Match[str], offset: int, before: list[Node], found: list[Diagnostic], *, sentence: bool) -> Node:
    """Return the node of a word that has a value; it may take the place it begins with from the last node before it."""
    kind = match.lastgroup or ""
    node = READERS[kind.partition("_")[0]](match, offset, found)
    if kind in LISTED_DATES and len(before) > 1 and before[-1].text in {"、", "和", "及"}:
        return inherit_date(node, before[-2])
    if kind == "SESSION_CONGRESS" and before:
        return take_place(before, node, sentence=sentence)
    return node


def _settled(text: str, offset: int, found: list[Diagnostic]) -> tuple[list[str], list[Any]]:
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
    settle_ends(kinds, nodes, marks)
    return settle_runs(kinds, nodes, marks)


# ── parser ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Builder:
    """Builds the nodes of the inline grammar: a method an alternative, on lists of nodes that grow in place."""

    @staticmethod
    def first(children: Children) -> Any:
        """Begin a list: what was matched is its only entry."""
        return children

    @staticmethod
    def more(children: Children) -> Any:
        """Add one node to a list."""
        children[0].append(children[1])
        return children[0]

    @staticmethod
    def run(children: Children) -> Any:
        """Add a run of nodes to a list."""
        children[0].extend(children[1])
        return children[0]

    @staticmethod
    def wrapped(children: Children) -> Any:
        """Make a clause with figures a node."""
        return [_branch(DataClause, children[0])]

    @staticmethod
    def joined(children: Children) -> Any:
        """Lay a last clause without figures behind those before it."""
        children[0].extend(children[1])
        return children[0]

    @staticmethod
    def joined_data(children: Children) -> Any:
        """Add a last clause with figures to those before it."""
        children[0].append(_branch(DataClause, children[1]))
        return children[0]

    @staticmethod
    def more_data(children: Children) -> Any:
        """Begin the ended clauses with one that has figures."""
        return [_branch(DataClause, children[0]), children[1]]

    @staticmethod
    def joined_more(children: Children) -> Any:
        """Add a clause without figures and its mark."""
        children[0].extend(children[1])
        children[0].append(children[2])
        return children[0]

    @staticmethod
    def joined_more_data(children: Children) -> Any:
        """Add a clause with figures and its mark."""
        children[0].append(_branch(DataClause, children[1]))
        children[0].append(children[2])
        return children[0]

    @staticmethod
    def sentence(children: Children) -> Sentence:
        """Build a sentence of its clauses and its end."""
        if len(children) == 1:
            return _branch(Sentence, children)
        children[0].append(children[1])
        return _branch(Sentence, children[0])

    @staticmethod
    def sentences_open(children: Children) -> Any:
        """Add a last sentence that the text leaves without an end."""
        children[0].append(_branch(Sentence, children[1]))
        return children[0]

    @staticmethod
    def only_open(children: Children) -> Any:
        """Build the one sentence of a text without sentence marks."""
        return [_branch(Sentence, children[0])]

    @staticmethod
    def quote(children: Children) -> Quote:
        """Build a quote."""
        return _enclosed(Quote, children)

    @staticmethod
    def law_title(children: Children) -> LawTitle:
        """Build a law title."""
        return _enclosed(LawTitle, children)

    @staticmethod
    def parenthesis(children: Children) -> Parenthesis:
        """Build a parenthesis."""
        return _enclosed(Parenthesis, children)


def _branch(kind: type[AnyBranch], children: list[Node]) -> AnyBranch:
    """Return a branch over its children."""
    return kind(children[0].start, children[-1].end, tuple(children))


def _enclosed(kind: type[AnyBranch], children: Children) -> AnyBranch:
    """Return a branch of two marks and, if there are any, the nodes between."""
    if len(children) == 2:  # nothing between
        return _branch(kind, children)
    return kind(children[0].start, children[2].end, (children[0], *children[1], children[2]))


@cache
def _parser(start: str) -> Callable[[list[str], list[Any]], Any]:
    """Return the inline parser of one start rule."""
    return table_parser("inline", start, Builder())
