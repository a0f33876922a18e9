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
FEWEST = 6
"""Lines that a wrapped text has at the least."""
FULL_SHARE = 0.3
"""Share of the lines that are full in a wrapped text."""
LONGER_SHARE = 0.1
"""Share of the lines that may be wider than the page of a wrapped text."""


class Wrapping:
    """How wide the page of a text is, and whether its paragraphs are indented."""

    def __init__(self, width: float, *, indented: bool) -> None:
        self.width = width
        self.indented = indented

    def is_full(self, line: PageLine) -> bool:
        """Whether the words of a line reach to the edge of the page."""
        return self.width - RAGGED <= line.width + line.indent <= self.width + RAGGED

    def goes_on(self, before: PageLine, line: PageLine, *, ended: bool) -> bool:
        """Whether a line goes on with the paragraph of the line before, which has ``ended`` a sentence or not."""
        if not self.is_full(before):
            return False
        if self.indented:
            return line.indent < INDENT
        if line.numbered:
            return False
        return not ended or pattern("pages", "SHORT_SENTENCE").match(line.text) is None


def find_wrapping(lines: Sequence[PageLine]) -> Wrapping | None:
    """Return how a text is wrapped, None where its lines are its paragraphs."""
    solid = [line for line in lines if line.text]
    if len(solid) < FEWEST:
        return None
    widths = Counter(round(line.width + line.indent) for line in solid)
    width, _ = max(widths.items(), key=lambda entry: (_near(widths, entry[0]), entry[0]))
    if not NARROWEST <= width <= WIDEST:
        return None
    found = Wrapping(width, indented=False)
    full = [line for line in solid if found.is_full(line)]
    open_ = sum(pattern("pages", "ENDED").search(line.text) is None for line in full)
    wider = sum(line.width + line.indent > width + RAGGED for line in solid)
    if len(full) < FULL_SHARE * len(solid) or 2 * open_ < len(full) or wider > LONGER_SHARE * len(solid):
        return None
    return Wrapping(width, indented=_is_indented(solid, found))


def _near(widths: Counter[int], width: int) -> int:
    """How many lines are of about a width."""
    return widths[width - 1] + widths[width] + widths[width + 1]


def _is_indented(solid: Sequence[PageLine], wrapping: Wrapping) -> bool:
    """Whether most lines behind a line that is not full are indented, and most behind a full one are not."""
    after_short = [line for before, line in itertools.pairwise(solid) if not wrapping.is_full(before)]
    after_full = [line for before, line in itertools.pairwise(solid) if wrapping.is_full(before)]
    indents = sum(line.indent >= INDENT for line in after_short)
    flush = sum(line.indent < INDENT for line in after_full)
    return 2 * indents > len(after_short) and 2 * flush > len(after_full)
