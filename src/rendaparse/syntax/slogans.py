"""Settles short quotes that hold a numeral (“两个确立” “1661”): a slogan's number is no data."""

from __future__ import annotations

import re

from rendaparse.nodes import Numeral, Quantity, Session, Text, Time
from rendaparse.syntax.grammars import pattern
from rendaparse.syntax.tokens import Token

MAX_WITH_FIGURE = 10
"""A quote longer than this that counts something in Arabic figures reports it."""


def settle_slogan(tokens: list[Token], pairs: list[int], ends: list[int], closing: re.Match[str]) -> None:
    """Where ``closing`` ends a quote that holds no pair and is a slogan, make one numeral of what it encloses."""
    opening = pairs[-1]
    mark = tokens[opening]
    if mark.node.text + closing[0] not in QUOTES or opening + 1 == len(tokens):
        return
    first, last = tokens[opening + 1].node, tokens[-1].node
    words = closing.string[closing.start() - (last.end - first.start) : closing.start()]
    if len(words) > 24 or not pattern("numeral", "SLOGAN").fullmatch(words):
        return
    for token in tokens[opening + 1 :]:
        node = token.node
        if isinstance(node, Session) or (isinstance(node, Time) and node.kind not in {"duration", "period", "deictic"}):
            return
        if isinstance(node, Quantity) and (node.percent or (len(words) > MAX_WITH_FIGURE and node.text[0] in "0123456789")):
            return
    del tokens[opening + 1 :]
    while ends and ends[-1] > opening:
        ends.pop()
    tokens.append(Token("WORD", Numeral(first.start, last.end, (Text(first.start, last.end, words),), "slogan")))


QUOTES = frozenset({"“”", "‘’", "「」", "『』", '""', "''", "＂＂", "&ldquo;&rdquo;", "&lsquo;&rsquo;", "&quot;&quot;"})
"""Opening and closing mark of a quote, joined."""
