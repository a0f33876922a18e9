"""Builds the inline level: a block's text to sentences, clauses, pairs and words.

Every function here is total: it takes any text, and the leaves of what it returns joined are that text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.parser import table_parser
from rendaparse.grammar.patterns import pattern
from rendaparse.inline.lexer import accounted, settled_tokens
from rendaparse.nodes import Branch, DataClause, LawTitle, Markup, Node, Parenthesis, Quote, Sentence, Text

AnyBranch = TypeVar("AnyBranch", bound=Branch)

Children = list[Any]
"""What the symbols of an alternative stand for: nodes, and lists of nodes."""


def parse_sentences(text: str, offset: int, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the sentences that tile ``text``, which begins at ``offset`` in the source; adds to ``found``."""
    if not text:
        return ()
    return tuple(_parser("sentences")(*settled_tokens(text, offset, found)))


def parse_phrases(text: str, offset: int, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the inline nodes that tile ``text`` without grouping them: for titles, headings, datelines."""
    if not text:
        return ()
    return tuple(_parser("phrases")(*settled_tokens(text, offset, found)))


def may_hold_markup(text: str) -> bool:
    """Whether a sign of markup stands in ``text``."""
    return "<" in text or "|" in text


def unread_words(text: str, offset: int, _found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return ``text`` as the words of a block that are not read: leaves, which markup parts."""
    words: list[Node] = []
    at = 0
    for tag in pattern("inline", "TAG").finditer(text):
        if tag.start() > at:
            words.append(Text(offset + at, offset + tag.start(), text[at : tag.start()]))
        at = tag.end()
        words.append(accounted(Markup(offset + tag.start(), offset + at, tag[0])))
    if at < len(text):
        words.append(Text(offset + at, offset + len(text), text[at:]))
    return tuple(words)


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
    def closed(children: Children) -> Sentence:
        """Build a sentence that its last pair ends."""
        return _branch(Sentence, children[0])

    @staticmethod
    def closed_pair(children: Children) -> Any:
        """Leave what no sentence groups as it is."""
        return children[0]

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
