"""Settles items that head sections (一是、第一，领起的段落): those that hold paragraphs of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, terminated
from rendaparse.block.settle.page import Claim, Page
from rendaparse.block.settle.sections import sections

MARKS = frozenset({"SHI_MARK", "YAO_MARK", "ORDINAL_MARK", "SEQUENCE_MARK"})
FEWEST = 2
LONGEST = 60
"""Characters of the words of an item that heads a section."""


def settle_item_heads(page: Page) -> Iterator[Claim]:
    """Make headings of items in lines of their own where most hold further paragraphs, up to the next of them."""
    for section in sections(page.lines):
        for group in _groups(section, page):
            shapes = [_shape(page.lines[section[k]], page.source) for k in group]
            within = [section[k + 1 : after] for k, after in itertools.pairwise(group)]
            holding = sum(bool(paragraphs) for paragraphs in within)
            if len(group) < FEWEST or None in shapes or 2 * holding <= len(within):
                continue
            for k, shape in zip(group, shapes, strict=True):
                yield Claim(section[k], "item with paragraphs", role="heading", shape=shape)


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
