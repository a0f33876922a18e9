"""Tells lines that a page wrapped (硬换行): which go on with the paragraph of the line before."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from rendaparse.grammar.patterns import pattern
from rendaparse.pages.lines import INDENT, PageLine

WIDEST = 60
"""Chinese characters that a line of a typeset page holds at the most."""
NARROWEST = 12
RAGGED = 2.6
"""How much narrower than the page a full line may be: a mark or a figure that must not be parted moves down."""
EXACT = 0.6
"""The same, where most lines reach to the very edge."""
EXACT_SHARE = 0.7
"""Share of the lines that stop in mid-sentence which reach to the very edge of such a page."""
FEWEST = 6
"""Lines that a wrapped text has at the least."""
FEWEST_FULL = 3
"""Full lines that a wrapped text has at the least."""
FULL_SHARE = 0.3
"""Share of the lines that are full in a wrapped text."""
LONGER_SHARE = 0.1
"""Share of the lines that may be wider than the page of a wrapped text."""


class Wrapping:
    """How wide the page of a text is, by which of the extents of its lines, and whether its paragraphs are indented."""

    def __init__(self, width: float, by: int) -> None:
        self.width = width
        self.indented = False
        self.ragged = RAGGED
        self._by = by

    def extent(self, line: PageLine) -> float:
        """Return how far a line reaches."""
        return line.extents[self._by]

    def is_full(self, line: PageLine) -> bool:
        """Whether the words of a line reach to the edge of the page."""
        return abs(self.extent(line) - self.width) <= self.ragged

    def goes_on(self, before: PageLine, line: PageLine) -> bool:
        """Whether a line goes on with the paragraph of the line before."""
        if not self.is_full(before) and not self._gave_way(before, line):
            return False
        if self.indented:
            return line.indent < INDENT
        if line.numbered:
            return False
        return not before.ended or not (self._stands_alone(line) or pattern("pages", "SHORT_SENTENCE").match(line.text))

    def _stands_alone(self, line: PageLine) -> bool:
        """Whether a line is short and stops in mid-sentence, which the last line of a paragraph does not."""
        short = self.extent(line) < self.width - RAGGED
        return short and not line.ended

    def _gave_way(self, before: PageLine, line: PageLine) -> bool:
        """Whether the last character of a line moved down before a mark that must not begin one."""
        moved = pattern("pages", "MOVED_DOWN").match(line.text) is not None
        return moved and abs(self.extent(before) + 1 - self.width) <= self.ragged


def too_wide(lines: Sequence[PageLine]) -> bool:
    """Whether more lines are wider than any page than a wrapped text has: a cheap question that few texts go on from.

    It counts sentences, so that lines of tables change nothing.
    """
    sentence = pattern("marks", "SENTENCE_TAIL")
    wide = sum(len(line.text) > 2 * (WIDEST + RAGGED) and sentence.search(line.text) is not None for line in lines)
    return wide > LONGER_SHARE * len(lines)


def find_wrapping(lines: Sequence[PageLine]) -> Wrapping | None:
    """Return how a text is wrapped, None where its lines are its paragraphs: lines with words, none of a table."""
    if len(lines) < FEWEST:
        return None
    found = max((_widest(lines, by) for by in (0, 1)), key=lambda wrapping: sum(map(wrapping.is_full, lines)))
    if not NARROWEST <= found.width <= WIDEST:
        return None
    full = [line for line in lines if found.is_full(line)]
    open_ = [line for line in full if not line.ended]
    wider = sum(found.extent(line) > found.width + RAGGED for line in lines)
    if (
        len(full) < max(FEWEST_FULL, FULL_SHARE * len(lines))
        or 2 * len(open_) < len(full)
        or wider > LONGER_SHARE * len(lines)
    ):
        return None
    at_edge = sum(abs(found.extent(line) - found.width) <= EXACT for line in open_)
    found.ragged = EXACT if at_edge >= EXACT_SHARE * len(open_) else RAGGED
    found.indented = _is_indented(lines, found)
    return found


def _widest(lines: Sequence[PageLine], by: int) -> Wrapping:
    """Return the width about which most lines are, by one of their extents."""
    widths = Counter(round(line.extents[by]) for line in lines)
    width = max(widths, key=lambda each: (_near(widths, each), widths[each]))
    return Wrapping(width, by)


def _near(widths: Counter[int], width: int) -> int:
    """How many lines are of about a width."""
    return widths[width - 1] + widths[width] + widths[width + 1]


def _is_indented(lines: Sequence[PageLine], wrapping: Wrapping) -> bool:
    """Whether most lines behind a line that is not full are indented, and most behind a full one are not."""
    after_short = [line for before, line in itertools.pairwise(lines) if not wrapping.is_full(before)]
    after_full = [line for before, line in itertools.pairwise(lines) if wrapping.is_full(before)]
    indents = sum(line.indent >= INDENT for line in after_short)
    flush = sum(line.indent < INDENT for line in after_full)
    return 2 * indents > len(after_short) and 2 * flush > len(after_full)
