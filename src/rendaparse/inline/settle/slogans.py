"""Settles short quotes that hold a numeral (“两个确立” “1661”): a slogan's number is no data."""

from __future__ import annotations

import re

from rendaparse.grammar.patterns import pattern
from rendaparse.inline.settle.pairs import kind_of
from rendaparse.nodes import Node, Numeral, Quantity, Session, Text, Time

MAX_WITH_FIGURE = 10
"""A quote longer than this that counts something in Arabic figures reports it."""


def settle_slogan(kinds: list[str], nodes: list[Node], marks: list[int], opening: int, closing: re.Match[str]) -> None:
    """Where ``closing`` ends a quote that holds no pair and is a slogan, make one numeral of what it encloses.

    ``opening`` is the place of the last mark that may open it, ``marks`` those of all tokens that may be no words.
    """
    within = nodes[opening + 1 :]
    if not within or not _is_quote(nodes[opening].text, closing[0]):
        return
    if len(within) == 1 and isinstance(within[0], Numeral) and not within[0].text.isdecimal():
        return  # “一府两院”, “3·13”: it has its kind
    start, end = within[0].start, within[-1].end
    words = closing.string[closing.start() - (end - start) : closing.start()]
    if not pattern("numeral", "SLOGAN").fullmatch(words) or any(_reports(node, len(words)) for node in within):
        return
    del kinds[opening + 1 :], nodes[opening + 1 :]
    while marks[-1] > opening:
        marks.pop()
    kinds.append("WORD")
    nodes.append(Numeral(start, end, (Text(start, end, words),), "slogan"))


def _reports(node: Node, length: int) -> bool:
    """Tell whether a node in a quote of so many characters is a figure, a date or a session that is meant as such."""
    if isinstance(node, Time):
        return node.kind not in {"duration", "period", "deictic"}
    if isinstance(node, Quantity):
        return node.percent or (length > MAX_WITH_FIGURE and node.text[0].isdecimal())
    return isinstance(node, Session)


def _is_quote(opening: str, closing: str) -> bool:
    """Tell whether two marks are the two sides of a quote."""
    return kind_of(opening) == kind_of(closing) and kind_of(opening)[0] == "QUOTE"
