"""The outline of a report: its headings with their places."""

from __future__ import annotations

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import LineIndex, Span
from rendaparse.nodes import Heading


@attrs.frozen(slots=True)
class OutlineEntry:
    """One heading of a report.

    ``level`` is its depth (1 the outermost), ``marker`` its number as written or None, ``text`` its words, ``span`` its
    place in the source, marker included; ``line`` and ``column`` are those of its beginning, counted from 1.
    """

    level: int
    marker: str | None
    text: str
    span: Span
    line: int
    column: int


def outline(report: BaseReport) -> tuple[OutlineEntry, ...]:
    """Return the headings of a report in order."""
    lines = LineIndex(report.text)
    return tuple(
        OutlineEntry(found.level, found.marker, found.text, found.span, *lines.position(found.start))
        for found in report.document.find_all(Heading)
    )
