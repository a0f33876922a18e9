"""Reads the words of a block: as sentences or phrases, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rendaparse._diagnostics import Diagnostic
from rendaparse.inline.build import may_hold_markup, parse_phrases, parse_sentences, unread_words
from rendaparse.inline.splice import Stretch, parse_stretches
from rendaparse.nodes import Node, Text


class Prose(Protocol):
    """What makes nodes of the stretches of a block: text with its place, and the nodes that interrupt it."""

    def sentences(self, stretches: Sequence[Stretch]) -> Sequence[Node]:
        """Return the nodes of words that are sentences."""

    def phrases(self, stretches: Sequence[Stretch]) -> Sequence[Node]:
        """Return the nodes of words that are none: of titles, headings, datelines."""


class ReadProse:
    """Reads the inline level; what it notices goes to ``found``."""

    def __init__(self, found: list[Diagnostic]) -> None:
        self._found = found

    def sentences(self, stretches: Sequence[Stretch]) -> Sequence[Node]:
        """Return sentences, clauses, quantities and all that stands in them."""
        return parse_stretches(_joined(stretches), parse_sentences, self._found)

    def phrases(self, stretches: Sequence[Stretch]) -> Sequence[Node]:
        """Return the words without grouping them."""
        return parse_stretches(_joined(stretches), parse_phrases, self._found)


def _joined(stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """Make one text of those that abut."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and isinstance(stretch, tuple) and isinstance(before := joined[-1], tuple):
            joined[-1] = (before[0], before[1] + stretch[1])
        else:
            joined.append(stretch)
    return joined


class PlainProse:
    """Leaves the words of a block one leaf a stretch, but for the markup in them."""

    def sentences(self, stretches: Sequence[Stretch]) -> Sequence[Node]:
        """Return the stretches as leaves."""
        if any(isinstance(stretch, tuple) and may_hold_markup(stretch[1]) for stretch in stretches):
            return parse_stretches(stretches, unread_words, [])
        return [
            Text(stretch[0], stretch[0] + len(stretch[1]), stretch[1]) if isinstance(stretch, tuple) else stretch
            for stretch in stretches
        ]

    phrases = sentences
