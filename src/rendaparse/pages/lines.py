"""The lines of a source as they stand on the page: their width, indent, ends."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from rendaparse.grammar.patterns import composed, pattern, terminals

HALF_WIDTH = re.compile(r"[ -~]")
"""What takes half the width of a Chinese character."""

INDENT = 1
"""Width from which on white space before a line is an indent."""
LONGEST_END = 4
"""Characters of a mark that ends a sentence and the signs behind it."""


@composed
def marked() -> str:
    """Return the pattern of a marker of a heading or an item."""
    marks = (t.regexp for t in terminals("block").values() if t.name.endswith("_MARK"))
    return "|".join(f"(?:{mark})" for mark in marks)


@attrs.frozen(slots=False, eq=False)
class PageLine:
    """A line of the source: where its words begin and stop, where the line behind it begins.

    ``lead`` is what stands before its words. How wide it is, is measured where someone asks, which no one does of a
    text whose lines are paragraphs.
    """

    begin: int
    start: int
    stop: int
    after: int
    text: str
    lead: str

    @property
    def numbered(self) -> bool:
        """Whether a marker of a heading or an item opens the line."""
        return marked().match(self.text) is not None

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence or an announcement does."""
        return pattern("pages", "ENDED").search(self.text, max(0, len(self.text) - LONGEST_END)) is not None

    @cached_property
    def indent(self) -> float:
        """How far the words stand from the edge, in Chinese characters, one of ASCII as half."""
        return _width(self.lead)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """How far the line reaches, counted so, and with every character as one, as programs wrap."""
        return self.indent + _width(self.text), len(self.lead) + len(self.text)


def page_lines(source: str) -> list[PageLine]:
    """Return the lines of a source, blank ones, too."""
    lines: list[PageLine] = []
    begin = 0
    for match in pattern("pages", "PAGE_LINE").finditer(source):
        written = match["words"]
        text = written.strip()
        lead = written[: len(written) - len(written.lstrip())]
        start, after = begin + len(lead), match.end()
        lines.append(PageLine(begin, start, start + len(text), after, text, lead))
        begin = after
    return lines


def _width(text: str) -> float:
    return len(text) - len(HALF_WIDTH.findall(text)) / 2
