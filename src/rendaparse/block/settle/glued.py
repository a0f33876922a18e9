"""Parts a numbered heading from the body glued to it: …持续增进群众民生福祉常委会全面贯彻…, no 。 stands between."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import attrs

from rendaparse.block.lexer import cut, relexed
from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.settle.evidence import first_sentence_end, sentence_end
from rendaparse.block.settle.numbering import ENDING, LONGEST_GLUED, endings
from rendaparse.block.settle.page import Page, Parting
from rendaparse.grammar.patterns import pattern

SHORTEST = 8
"""Characters of a heading before what opens its body, at the least."""


def part_glued(page: Page) -> Iterator[Parting]:
    """Part the headings of which no mark tells where they stop.

    That is told by a space, by halves of one length, by the words that open the bodies of their siblings, and by those
    with which siblings of a known end stop.
    """
    glued = {
        i: line.shape
        for i, line in enumerate(page.lines)
        if line.role == "heading" and line.shape is not None and line.shape.text_end is None
    }
    openings = _shared_openings([page.lines[i] for i in glued])
    headings = (line.shape for line in page.lines if line.role == "heading" and line.shape is not None)
    ends = endings(headings, page.source) if glued else {}
    for i, shape in glued.items():
        line = page.lines[i]
        stop = _glued_end(shape, line.stop, openings, ends.get(shape.scheme, set()), page.source)
        if stop is None:
            yield Parting(i, "glued heading without an end", [attrs.evolve(line, role="", shape=None, rule="")])
            continue
        first, second = cut(line, [stop], page.source)
        ended = shape._replace(text_end=stop, run_in=False)
        words = relexed(page.source, second.start, second.stop)  # 存在问题一是…: a marker may begin it
        first = attrs.evolve(first, role="heading", shape=ended, rule="glued")
        yield Parting(i, "glued heading", [first, attrs.evolve(second, body=words)])


def _shared_openings(glued: list[Line]) -> list[str]:
    """Words that open a body sentence of the genre and stand in most of the glued lines."""
    found: dict[str, int] = {}
    for line in glued:
        head = line.text[:LONGEST_GLUED]
        for word in {match.group() for match in pattern("forms", "BODY_OPENING").finditer(head)}:
            found[word] = found.get(word, 0) + 1
    return [word for word, count in found.items() if 2 * count > len(glued)]


def _glued_end(
    shape: HeadingShape, line_stop: int, openings: list[str], ends: Collection[str], source: str
) -> int | None:
    head = source[shape.text_start : min(line_stop - 1, shape.text_start + LONGEST_GLUED)]
    space = re.match(r"[^\s]{4,40}(?=[ \u3000])", head)
    if space and not sentence_end(space.group()):
        return shape.text_start + space.end()
    stops = {head.find(word, SHORTEST): 4 for word in openings if head.find(word, SHORTEST) > 0}
    for match in pattern("forms", "BODY_OPENING").finditer(head, 4):
        names_part = pattern("forms", "PART_HEADING").fullmatch(head, 0, match.start()) is not None
        if names_part or match.start() >= SHORTEST:
            stops[match.start()] = stops.get(match.start(), 0) + 3 + 6 * names_part
    for end in ends:
        at = head.find(end) + ENDING
        if at > ENDING:
            stops[at] = stops.get(at, 0) + 6
    comma = pattern("marks", "COMMA").search(head)
    if comma and 2 * comma.start() + 1 <= len(head):
        even = 2 * comma.start() + 1
        stops[even] = stops.get(even, 0) + 2
    stop = max(stops, key=lambda at: (stops[at], -at), default=None)
    if stop is None or first_sentence_end(head) in range(1, stop):
        return None
    return shape.text_start + stop
