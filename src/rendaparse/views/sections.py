"""The sections of a report as rows, and the path of headings that leads to a node."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import LineIndex, Span
from rendaparse.nodes import Branch, Heading, List, ListItem, Marker, Node, Section, Table, TableOfContents
from rendaparse.tree.query import ancestors

CONTAINERS = (Section, List, ListItem, Table, TableOfContents)
"""Blocks that consist of blocks, or of rows."""


@attrs.frozen(slots=True)
class SectionEntry:
    """章节: one section of a report.

    ``path`` are the headings from the outermost section to this one, its own the last; ``level``, ``marker``,
    ``number`` and ``heading`` are those of its heading; ``span`` is its place in the source, that of all below it
    included, ``line`` the line it begins in, counted from 1. ``own_text`` is its logical text without its subsections,
    ``text`` that with all below: a line a block, heading and markers as written, without captions and page furniture.
    """

    path: tuple[str, ...]
    level: int
    marker: str | None
    number: int | None
    heading: str
    span: Span
    line: int
    own_text: str
    text: str


def sections(report: BaseReport) -> tuple[SectionEntry, ...]:
    r"""Return the sections of a report in order, a section before those below it.

    What stands ahead of the first section or behind the last is in none.

    >>> import rendaparse
    >>> report = rendaparse.parse("一、监督\n突出重点。\n（一）财政\n听取报告7个。\n二、立法\n制定2部。\n")
    >>> for entry in sections(report):
    ...     print(entry.path, entry.line, repr(entry.own_text))
    ('监督',) 1 '一、监督\n突出重点。'
    ('监督', '财政') 3 '（一）财政\n听取报告7个。'
    ('立法',) 5 '二、立法\n制定2部。'
    """
    lines = LineIndex(report.text)
    return tuple(_entry(section, path, lines) for section, path in paths(report.document))


def path_of(report: BaseReport, node: Node) -> tuple[str, ...]:
    r"""Return the headings of the sections that a node is or stands in, from the outermost.

    It is this very node of the tree of the report that is looked for: raises ValueError for one of another tree.

    >>> import rendaparse
    >>> report = rendaparse.parse("一、监督\n（一）财政\n听取报告7个。\n")
    >>> path_of(report, report.document.find("quantity"))
    ('监督', '财政')
    """
    above = ancestors(report.document, node)
    return tuple(section.heading.text for section in (*above, node) if isinstance(section, Section))


def paths(root: Node) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Yield the sections of a tree in order, each with the headings from the outermost section to it."""
    around: list[tuple[int, str]] = []  # where each open section ends, and its heading
    for section in root.find_all(Section):
        while around and around[-1][0] <= section.start:
            around.pop()
        around.append((section.end, section.heading.text))
        yield section, tuple(heading for _, heading in around)


def _entry(section: Section, path: tuple[str, ...], lines: LineIndex) -> SectionEntry:
    heading = section.heading
    line, _ = lines.position(section.start)
    own, whole = ("\n".join(_block_texts(section, below=below)) for below in (False, True))
    return SectionEntry(
        path, section.level, heading.marker, heading.number, heading.text, section.span, line, own, whole
    )


def _block_texts(container: Branch, *, below: bool) -> list[str]:
    """Return the text of each block, that of an item behind its marker; those of sections within only if wanted."""
    marker = ""
    texts: list[str] = []
    for block in container.children:
        if isinstance(block, Marker):
            marker = block.text
        elif isinstance(block, CONTAINERS):
            if below or not isinstance(block, Section):
                texts.extend(_block_texts(block, below=below))  # a tree is no deeper than MAX_DEPTH
        elif not block.is_interruption:
            texts.append(_heading_text(block) if isinstance(block, Heading) else block.text)
    if marker:
        texts[:1] = [marker + "".join(texts[:1])]
    return texts


def _heading_text(heading: Heading) -> str:
    """Return a heading as written, with a space behind a marker that stands on a line of its own."""
    parts = [child for child in heading.children if not child.is_interruption]
    gap = " " if len(parts) > 1 and isinstance(parts[0], Marker) and parts[0].end < parts[1].start else ""
    return gap.join(["".join(part.text for part in parts[:1]), "".join(part.text for part in parts[1:])])
