"""The outline of a report: its headings with their places."""

from __future__ import annotations

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import LineIndex, Span
from rendaparse.nodes import Heading
from rendaparse.views.sections import path_of, paths


@attrs.frozen(slots=True)
class OutlineEntry:
    """目次: one heading of a report.

    ``level`` is its depth (1 the outermost), ``marker`` its number as written or None, ``text`` its words, ``span`` its
    place in the source, marker included; ``line`` and ``column`` are those of its beginning, counted from 1. ``number``
    is the value of the marker or None; ``run_in`` whether body text follows in the same paragraph; ``path`` are the
    headings from the outermost to this one; ``section_span`` is the place of its section, all below included.
    """

    level: int
    marker: str | None
    text: str
    span: Span
    line: int
    column: int
    number: int | None
    run_in: bool
    path: tuple[str, ...]
    section_span: Span


def outline(report: BaseReport) -> tuple[OutlineEntry, ...]:
    r"""Return the headings of a report in order.

    >>> import rendaparse
    >>> for entry in outline(rendaparse.parse("一、监督\n（一）财政。听取报告7个。\n二、立法\n制定2部。\n")):
    ...     print(entry.line, entry.marker, entry.path, entry.run_in, entry.section_span)
    1 一、 ('监督',) False (0, 19)
    2 （一） ('监督', '财政') True (5, 19)
    3 二、 ('立法',) False (19, 30)
    """
    lines = LineIndex(report.text)
    places = {id(section.heading): (path, section.span) for section, path in paths(report.document)}
    return tuple(
        OutlineEntry(
            heading.level,
            heading.marker,
            heading.text,
            heading.span,
            *lines.position(heading.start),
            heading.number,
            heading.run_in,
            *(places.get(id(heading)) or _outside(report, heading)),
        )
        for heading in report.document.find_all(Heading)
    )


def _outside(report: BaseReport, heading: Heading) -> tuple[tuple[str, ...], Span]:
    """Return path and span of a heading that a change to the tree put where it opens no section."""
    return (*path_of(report, heading), heading.text), heading.span
