"""Small questions of evidence that several steps ask."""

from __future__ import annotations

import re
import sys

from rendaparse.block.line import Line
from rendaparse.grammar.patterns import pattern

SHORTEST_CUT = 22
"""A line that stops without a mark is taken for a cut paragraph from this length on."""
LONGEST_END = 8
"""Characters of a sentence mark and the closing marks behind it."""


def terminated(text: str) -> bool:
    """Whether the text ends as a paragraph ends."""
    return pattern("marks", "TERMINATED").search(text, max(0, len(text) - LONGEST_END)) is not None


def finished(text: str) -> bool:
    """Whether the text ends with a mark that ends a sentence or announces what follows; a lone ” or ） does not."""
    return pattern("marks", "FINISHED").search(text, max(0, len(text) - LONGEST_END)) is not None


def sentence_end(text: str, start: int = 0, stop: int = sys.maxsize) -> re.Match[str] | None:
    """The first mark in a stretch of text that ends a sentence."""
    return pattern("marks", "SENTENCE_END").search(text, start, stop)


def open_ended(text: str) -> bool:
    """Whether the text ends with a mark behind which its sentence goes on."""
    return pattern("marks", "OPEN_END").search(text, max(0, len(text) - 1)) is not None


def commas(text: str) -> int:
    """How many commas a text has."""
    return len(pattern("marks", "COMMA").findall(text))


def first_sentence_end(text: str) -> int:
    """Offset behind the first 。！？ of the text outside quotes, 0 if there is none."""
    depth = 0
    for match in pattern("marks", "PAIR_OR_END").finditer(text):
        if match.lastgroup == "opening":
            depth += 1
        elif match.lastgroup == "closing":
            depth = max(0, depth - 1)
        elif depth == 0:
            return match.end()
    return 0


def reports_figure(text: str, stop: int = sys.maxsize) -> bool:
    """Whether a figure of data stands in a text, or in its beginning: a heading holds none."""
    return pattern("forms", "DATA_FIGURE").search(text, 0, stop) is not None


def opens_address(line: Line) -> bool:
    """Whether a paragraph of the body addresses the assembly anew: 各位代表！…"""
    return not line.role and not line.joins and pattern("forms", "ADDRESS").match(line.text) is not None


def is_prose(text: str) -> bool:
    """Whether a line reads as body text rather than as a heading or a line of the front."""
    return len(text) > 60 or "。" in text or finished(text)
