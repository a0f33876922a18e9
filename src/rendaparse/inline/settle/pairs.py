"""Settles pairs of marks (标号): which bracket or quote closes which, and which have no partner."""

from __future__ import annotations

import html
import unicodedata
from functools import cache

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import characters
from rendaparse.nodes import Node, StrayMark

MAX_PAIRS = 16
"""Pairs nest no deeper than this within one paragraph; what opens further in is a stray mark."""

PAIRS = {"QUOTE": "QUOTES", "TITLE": "TITLES", "PARENTHESIS": "BRACKETS"}
"""What the grammar calls the pairs that marks.lark lists."""


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Return for each mark the name of its pair, and its opening mark in half width: either width closes the other."""
    kinds = {mark: ("QUOTE", _narrow(mark)) for mark in characters("marks", "STRAIGHT_QUOTES")}
    for name, marks in PAIRS.items():
        opening, closing = (characters("marks", f"{marks}_{side}") for side in ("OPENING", "CLOSING"))
        for first, last in zip(opening, closing, strict=True):
            kinds[first] = kinds[last] = name, _narrow(first)
    return kinds


def _narrow(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark)


@cache
def kind_of(mark: str) -> tuple[str, str]:
    """Return what a mark that may have a partner shares with it, and with nothing else; &ldquo; is “."""
    return _kinds()[html.unescape(mark.lower())]


def settle_pairs(kinds: list[str], nodes: list[Node], marks: list[int], found: list[Diagnostic]) -> None:
    """Give the tokens at ``marks`` (OPENING, CLOSING, TOGGLE) their terminals, in one pass.

    A mark without a partner, or one nested deeper than :data:`MAX_PAIRS`, becomes a stray mark with a diagnostic.
    """
    open_marks: list[tuple[int, tuple[str, str]]] = []  # (position of the token, kind of pair), outermost first
    open_count = dict.fromkeys(_kinds().values(), 0)
    strays: list[int] = []
    for position in marks:
        pair = kind_of(nodes[position].text)
        if kinds[position] == "CLOSING" or (kinds[position] == "TOGGLE" and open_count[pair]):
            if not open_count[pair]:
                strays.append(position)
                continue
            while True:
                opening, opened = open_marks.pop()
                open_count[opened] -= 1
                if opened == pair:
                    break
                strays.append(opening)
            name = pair[0]
            kinds[opening] = name + "_OPEN"
            kinds[position] = name + "_CLOSE"
        elif len(open_marks) == MAX_PAIRS:
            strays.append(position)
        else:
            open_marks.append((position, pair))
            open_count[pair] += 1
    strays.extend(position for position, _ in open_marks)
    for position in sorted(strays):
        node = nodes[position]
        kinds[position] = "WORD"
        nodes[position] = StrayMark(node.start, node.end, node.text)
        found.append(Diagnostic("RP201", node.span, node.text))
