"""Sets a text of one paragraph a line anew as a typeset page: lines of one width, indents, what stands on pages.

Only the breaks change. What was read in the text is read on its pages; :class:`Rewrapped` tells where each character
went, so that spans can be compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

import attrs

from rendaparse import Report, facts
from rendaparse.nodes import Heading

UNPARTED = re.compile(r"[0-9０-９A-Za-z.,．%％]+|[^\r\n]")
"""What no line parts: figures and words of Latin letters."""
NEVER_FIRST = frozenset("，。、；：！？”’）》〉】」』%％…,.;:!?)]")
NEVER_LAST = frozenset("“‘（《〈【「『([")
ASCII = 0x7F


@attrs.frozen
class Shape:
    """How a page is set.

    ``width`` counts Chinese characters, of which one of ASCII takes half, or with ``by_characters`` any characters.
    With ``kinsoku`` (避头尾) no closing mark begins a line, no opening one ends it, and no figure is parted.
    ``edge`` is what stands between two pages, a line or several: ``{page}`` and ``{pages}`` are their numbers.
    """

    width: int
    indent: str = "\u3000\u3000"
    edge: str = ""
    by_characters: bool = False
    kinsoku: bool = True
    lines: int = 22


SHAPES = {
    "28, two blanks": Shape(28),
    "28, two blanks, — 3 —": Shape(28, edge="— {page} —\n"),
    "32, no indent, bare numbers": Shape(32, indent="", edge="{page}\n"),
    "40 characters, four blanks, running header": Shape(
        40, indent="    ", by_characters=True, kinsoku=False, edge="{page}\n青禾县第十七届人民代表大会第四次会议文件\n"
    ),
    "30, no indent, form feeds": Shape(30, indent="", edge="\f"),
    "36, two blanks, 第 1 页 共 6 页": Shape(36, edge="第 {page} 页 共 {pages} 页\n"),
}
"""Six pages as they occur: of GB/T 9704, of programs that wrap, of texts taken out of PDF."""


@attrs.frozen
class Rewrapped:
    """A text set anew, and where each of its characters went; white space may have no place of its own."""

    text: str
    places: list[int]

    def place(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where the characters of a span went."""
        return self.places[span[0]], self.places[span[1] - 1] + 1


def rewrapped(text: str, shape: Shape) -> Rewrapped:
    """Return a text, one paragraph a line with LF, as the pages of a shape."""
    lines = list(_lines(text, shape))
    pages = math.ceil(len(lines) / shape.lines)
    places = [0] * len(text)
    parts: list[str] = []
    length = 0
    for i, (lead, span) in enumerate(lines):
        edge = shape.edge.format(page=i // shape.lines, pages=pages) if i and i % shape.lines == 0 else ""
        words = text[slice(*span)]
        length += len(edge) + len(lead)
        places[slice(*span)] = range(length, length + len(words))
        parts.append(f"{edge}{lead}{words}\n")
        length += len(words) + 1
    return Rewrapped("".join(parts), places)


def _lines(text: str, shape: Shape) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the indent of each line and the span of its words in the text."""
    start = 0
    for paragraph in text.split("\n"):
        begin = start + len(paragraph) - len(paragraph.lstrip())
        stop = start + len(paragraph.rstrip())
        start += len(paragraph) + 1
        lead = shape.indent
        while begin < stop:
            end = _line_end(text, (begin, stop), shape, _extent(lead, shape))
            yield lead, (begin, end)
            begin, lead = end, ""


def _line_end(text: str, span: tuple[int, int], shape: Shape, used: float) -> int:
    """Where the line that begins a span ends."""
    begin, stop = span
    units = UNPARTED if shape.kinsoku else re.compile("(?s:.)")
    ends: list[int] = []
    for unit in units.finditer(text, begin, stop):
        used += _extent(unit[0], shape)
        if used > shape.width and ends:
            break
        ends.append(unit.end())
    else:
        return stop
    while shape.kinsoku and len(ends) > 1 and (text[ends[-1]] in NEVER_FIRST or text[ends[-1] - 1] in NEVER_LAST):
        ends.pop()
    return ends[-1]


def _extent(words: str, shape: Shape) -> float:
    if shape.by_characters:
        return len(words)
    return sum(0.5 if ord(character) < ASCII else 1 for character in words)


def written_headings(report: Report) -> Counter[tuple[int, str]]:
    """Level and text of the headings."""
    return Counter((h.level, (h.marker or "") + h.text) for h in report.document.find_all(Heading))


def written_rows(report: Report) -> Counter[tuple[str, ...]]:
    """Value, unit, verb and thing of the rows."""
    return Counter((str(fact.value), str(fact.unit), _words(fact.verb), _words(fact.thing)) for fact in facts(report))


def _words(value: object) -> str:
    return str(getattr(value, "text", value))
