"""What of a report is read to tell what it is: title, front lines, opening sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

import attrs

from rendaparse.dating import first_report
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import (
    Branch,
    Caption,
    Dateline,
    Document,
    Node,
    Paragraph,
    Section,
    Sentence,
    Speaker,
    Subtitle,
    Title,
)
from rendaparse.views.bodies import Body, bodies_in
from rendaparse.views.lines import Line, close_up, joined, line_of

DASHES = "—―━─－-"
MOST_OPENING = 3
"""Paragraphs, and sentences of each, in which a report may say who gives it, and where."""


@attrs.frozen(slots=True)
class Front:
    """眉首: the blocks and sentences that tell what a report is."""

    title: Line | None
    """The lines of the title, as far as the one that names its kind."""
    subtitle: Line | None
    names: tuple[Line, ...]
    """The lines of the title behind that: who reports."""
    speakers: tuple[Line, ...]
    occasions: tuple[Branch, ...]
    """What says when and where the report was given: datelines, title and subtitle."""
    opening: tuple[Branch, ...]
    """The captions ahead of the body, and its first sentences."""

    @property
    def titles(self) -> tuple[Line, ...]:
        """Title and subtitle, as far as there are any."""
        return tuple(line for line in (self.title, self.subtitle) if line is not None)


def read_front(document: Document) -> Front:
    """Read the front of a document, of its first report where it holds several."""
    blocks = list(first_report(document))
    titles = [block for block in blocks if isinstance(block, Title)]
    subtitles = [block for block in blocks if isinstance(block, Subtitle)]
    datelines = [block for block in blocks if isinstance(block, Dateline)]
    lines = [close_up(line_of(title)) for title in titles]
    kinds = (i for i, line in enumerate(lines, 1) if pattern("forms", "TITLE").fullmatch(line.text))
    last = next(kinds, len(lines))
    return Front(
        joined(lines[:last]),
        close_up(line_of(subtitles[0])).stripped(DASHES) if subtitles else None,
        tuple(lines[last:]),
        tuple(line_of(block) for block in blocks if isinstance(block, Speaker)),
        (*datelines, *titles, *subtitles),
        tuple(_opening(document, blocks)),
    )


def _opening(document: Document, blocks: Sequence[Node]) -> Iterator[Branch]:
    """Yield the captions ahead of the sections, and the first sentences of the first paragraphs."""
    for block in takewhile(lambda block: not isinstance(block, Section), blocks):
        if isinstance(block, Caption):
            yield block
    for paragraph in islice(document.find_all(Paragraph), MOST_OPENING):
        yield from islice(paragraph.find_all(Sentence), MOST_OPENING)


def reporting(front: Front) -> Iterator[Body]:
    """Yield the bodies that may be the one that reports, the surest first."""
    for line in (*front.titles, *front.names, *front.speakers):
        yield from (body for body in bodies_in(line) if not body.meets)
    for line, giver in givers(front):
        yield from (body for body in bodies_in(line) if giver.start() <= body.end <= giver.end())
    for sentence in front.opening:
        yield from mandating(line_of(sentence))


def issuing(front: Front) -> Iterator[Body]:
    """Yield the bodies that may have issued a resolution or a communiqué: they meet, or a line begins with them."""
    for line in (*front.titles, *map(line_of, (*front.occasions, *front.opening[:1]))):
        yield from (body for body in bodies_in(line) if body.start == 0 or body.meets)


def mandating(line: Line) -> Iterator[Body]:
    """Yield the body for which a sentence says that the report is given: 我受市人大常委会委托，向大会报告工作。"""
    if names_report(line):
        leading = pattern("forms", "MANDATE")
        yield from (body for body in bodies_in(line) if leading.search(line.text, 0, body.start) is not None)


def names_report(line: Line, start: int = 0) -> bool:
    """Whether a line names a report, behind a place in it."""
    return pattern("forms", "REPORT_TITLE").search(line.text, start) is not None


def givers(front: Front) -> Iterator[tuple[Line, re.Match[str]]]:
    """Yield the words by which a dateline or the opening says who gives the report: 市长林溪作政府工作报告."""
    for block in (*front.occasions, *front.opening):
        line = line_of(block)
        found = pattern("forms", "GIVEN_BY").search(line.text)
        if found is not None and (block in front.occasions or names_report(line)):
            yield line, found
