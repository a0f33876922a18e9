"""Settles items that head sections (一是、第一，领起的段落): those that hold paragraphs of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, terminated
from rendaparse.block.settle.page import Claim, Page
from rendaparse.block.settle.sections import LONG, sections
from rendaparse.grammar.patterns import pattern

MARKS = frozenset({"SHI_MARK", "YAO_MARK", "ORDINAL_MARK", "SEQUENCE_MARK"})
FEWEST = 2
SEVERAL = 2
"""Further paragraphs that make a section of an item with a body of its own; one suffices where both are long."""
SHORTEST_BODY = 24
LEAST_BODY = 2
"""How many times as long as the lead sentence of an item its body is."""
LONGEST = 60
"""Characters of the words of an item that heads a section."""


def settle_item_heads(page: Page) -> Iterator[Claim]:
    """Make headings of items in lines of their own where most hold further paragraphs, up to the next of them.

    So do items each of which begins with a lead sentence above a longer body in its own paragraph.
    """
    for section in sections(page.lines):
        for group in _groups(section, page):
            shapes = [shape for k in group if (shape := _shape(page.lines[section[k]], page.source))]
            if len(shapes) < max(FEWEST, len(group)):
                continue
            lines = [page.lines[section[k]] for k in group]
            below = [[page.lines[at] for at in section[k + 1 : after]] for k, after in itertools.pairwise(group)]
            holding = sum(map(_holds, lines, shapes, below))
            if 2 * holding > len(below) or _all_lead(lines, shapes, [*below, []]):
                for k, shape in zip(group, shapes, strict=True):
                    yield Claim(section[k], "itemHead", role="heading", shape=shape)
                if not any(below) and group[-1] + 1 < len(section):  # each is one paragraph, so is the last
                    yield Claim(section[group[-1] + 1], "behind items", resumes=True)


def _groups(section: Sequence[int], page: Page) -> Iterator[list[int]]:
    """Yield the runs of items of one kind in a section, as indices into it: their numbers go on from 1."""
    open_: dict[str, list[int]] = {}
    for k, at in enumerate(section):
        mark = page.lines[at].mark
        if mark is None or mark.kind not in MARKS or page.lines[at].role:
            continue
        number = marker_number(page.source[mark.start : mark.end])
        group = open_.get(mark.kind, [])
        if group and number == 1:
            yield group
            group = []
        if number is None or number == len(group) + 1:
            open_[mark.kind] = [*group, k]
    yield from open_.values()


def _holds(line: Line, shape: HeadingShape, below: Sequence[Line]) -> bool:
    """Whether an item has a section: several paragraphs, or one longer one below a line that holds its words alone."""
    paragraphs = [line for line in below if line.mark is None]
    if shape.run_in or not paragraphs:
        long = len(line.text) >= LONG and any(len(other.text) >= LONG for other in paragraphs)
        return long or len(paragraphs) >= SEVERAL
    return shape.text_end == line.stop or len(paragraphs[0].text) >= SHORTEST_BODY


def _all_lead(lines: Sequence[Line], shapes: Sequence[HeadingShape], below: Sequence[Sequence[Line]]) -> bool:
    """Whether the first sentence of each item names what the longer rest of it tells."""
    bodies = 0
    for line, shape, others in zip(lines, shapes, below, strict=True):
        if not shape.run_in or shape.text_end is None:
            return False
        body = line.stop - shape.text_end + sum(len(other.text) for other in others)
        words = line.text[shape.text_start - line.start : shape.text_end - line.start]
        if body < LEAST_BODY * len(words) or pattern("forms", "LEAD_BARRED").fullmatch(words):
            return False
        bodies += body
    return bodies >= SHORTEST_BODY * len(lines)


def _shape(line: Line, source: str) -> HeadingShape | None:
    """What an item would be as a heading: its first sentence, or its whole line; None where that is too long."""
    mark = line.body[0]
    rest = source[mark.end : line.stop]
    end = first_sentence_end(rest)
    run_in = 0 < end < len(rest.rstrip())
    words = end - 1 if end else len(rest)
    if not 0 < words <= LONGEST or (not end and terminated(rest)):
        return None
    number = marker_number(source[mark.start : mark.end])
    return HeadingShape(mark.kind, number, mark.end, mark.end + words, run_in)
