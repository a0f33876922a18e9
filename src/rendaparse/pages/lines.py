"""The lines of a source as they stand on the page: their width, indent, ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from rendaparse.grammar.patterns import composed, pattern, terminals

HALF_WIDTH = re.compile(r"[ -~]")
"""What takes half the width of a Chinese character."""


INDENT = 1
"""Width from which on white space before a line is an indent."""


@composed
def marked() -> str:
    """Return the pattern of a marker of a heading or an item."""
    marks = (t.regexp for t in terminals("block").values() if t.name.endswith("_MARK"))
    return "|".join(f"(?:{mark})" for mark in marks)


class PageLine(NamedTuple):
    """A line of the source: where its words begin and stop, and where the line behind it begins.

    ``indent`` counts in Chinese characters, one of ASCII as half; ``extents`` are how far the line reaches, counted so,
    and with every character as one, as programs wrap.
    """

    begin: int
    start: int
    stop: int
    after: int
    text: str
    extents: tuple[float, float]
    indent: float

    @property
    def numbered(self) -> bool:
        """Whether a marker of a heading or an item opens the line."""
        return marked().match(self.text) is not None


def page_lines(source: str) -> list[PageLine]:
    """Return the lines of a source, blank ones, too."""
    lines: list[PageLine] = []
    begin = 0
    for match in pattern("pages", "PAGE_LINE").finditer(source):
        written = match.group("words")
        text = written.strip()
        start = begin + len(written) - len(written.lstrip())
        indent = _width(written[: start - begin])
        extents = (indent + _width(text), start - begin + len(text))
        lines.append(PageLine(begin, start, start + len(text), match.end(), text, extents, indent))
        begin = match.end()
    return lines


def _width(text: str) -> float:
    return len(text) - len(HALF_WIDTH.findall(text)) / 2
