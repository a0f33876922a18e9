"""Settles numbered lines: which series of numbers are headings, which are lists."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, reports_figure, terminated
from rendaparse.block.settle.midline import numbers_within
from rendaparse.block.settle.page import Claim, Lost, Page, Proposal
from rendaparse.grammar.patterns import characters, pattern

# Schemes in the order of their depth: GB/T 9704-2012 7.3.3, with what occurs beside it.
RANKS = {
    "DIVISION_MARK": 0,
    "CHAPTER_MARK": 1,
    "SECTION_MARK": 2,
    "CN_MARK": 3,
    "BARE_DIGIT": 3,
    "LENTICULAR_MARK": 5,
    "CN_PAREN_MARK": 6,
    "ARABIC_MARK": 7,
    "DECIMAL_MARK": 8,
    "ARABIC_PAREN_MARK": 9,
    "CIRCLED_MARK": 10,
}
NEVER_LISTS = frozenset({"DIVISION_MARK", "CHAPTER_MARK", "SECTION_MARK", "BARE_DIGIT", "LENTICULAR_MARK"})
LONGEST_OWN = 90
"""Characters of a heading in a line of its own that no full stop ends."""
LONGEST_SENTENCE = 60
"""Characters of a heading that is a sentence, in its own line or run in."""
SHORTEST_HALF = 4
UNEVEN = 4
"""Characters of the halves of a couplet, and how much they may differ."""
LONGEST_OPENING = 8
LONGEST_GLUED = 48
"""Characters of a heading that is glued to its body without a 。."""
ENDING = 4
"""Characters at the end of a heading that a sibling may share."""
FEWEST_DIGITS = 2
"""Digits alone on their lines that make each other section numbers; a lone one is a page number."""
GAP = 3
"""A number further than this from the one before it opens a series of its own."""


def settle_numbers(page: Page) -> Iterator[Proposal]:
    """Settle every series of numbered lines as headings or as list items."""
    source = page.source
    numbered = [
        i
        for i, line in enumerate(page.lines)
        if not line.role and not line.joins and line.mark and line.mark.kind in RANKS
    ]
    lines = [_Numbered(i, page.lines[i], _number(page.lines[i], source)) for i in numbered]
    shapes = {line.at: heading_shape(line.line, source) for line in lines}
    headings: dict[int, HeadingShape] = {}
    every = _series(lines)
    for series in every:
        for proposal in _settle_series(series, shapes, source):
            yield proposal
            if isinstance(proposal, Claim) and proposal.shape is not None:
                headings[proposal.at] = proposal.shape
    yield from _gaps(sorted(every, key=lambda series: series[0].at), headings)


class _Numbered(NamedTuple):
    """A line with a marker, and the number of it."""

    at: int
    line: Line
    number: int | None

    @property
    def kind(self) -> str:
        """The scheme of its marker."""
        return self.line.body[0].kind


def _number(line: Line, source: str) -> int | None:
    return marker_number(source[line.body[0].start : line.body[0].end])


def heading_shape(line: Line, source: str) -> HeadingShape | None:
    """What the line would be as a heading, None where it is too long or reports figures.

    ``text_end`` is None where the heading is glued to its body and no 。 tells where it stops.
    """
    mark = line.mark
    assert mark is not None
    number = marker_number(source[mark.start : mark.end])
    rest = source[mark.end : line.stop]
    if mark.kind == "BARE_DIGIT":
        return HeadingShape(mark.kind, number, line.stop, line.stop, run_in=False)
    if mark.kind == "LENTICULAR_MARK":
        return HeadingShape(mark.kind, None, mark.end, line.stop - 1, run_in=False) if rest.endswith("】") else None
    words = _words(mark.kind, rest)
    if words is None or (
        RANKS[mark.kind] > RANKS["CN_PAREN_MARK"] and len(numbers_within(line, mark.kind, source)) > 1
    ):
        return None
    if not words:
        return HeadingShape(mark.kind, number, mark.end, None, run_in=False)
    return HeadingShape(mark.kind, number, mark.end, mark.end + words, 0 < words < len(rest) - 1)


def _words(kind: str, rest: str) -> int | None:
    """Characters of the heading in a line behind its marker, 0 where it is glued to its body, None for none."""
    stop = first_sentence_end(rest)
    spaced = pattern("forms", "SPACED_HEADING").match(rest, 0, stop)
    couplet = _is_glued_couplet(rest[:stop] if stop else rest)
    if spaced or pattern("forms", "GLUED_PART").match(rest) or couplet:
        return 0
    if not stop and len(rest) <= LONGEST_OWN and not _goes_on(rest):
        return len(rest)
    if 0 < stop <= LONGEST_SENTENCE and not reports_figure(rest, stop):
        return stop - 1
    shallow = RANKS[kind] <= RANKS["CN_PAREN_MARK"]
    return 0 if shallow and (stop > LONGEST_SENTENCE or not stop) else None


def _is_glued_couplet(rest: str) -> bool:
    """Whether what opens a body stands right behind two halves of about one length: …,助力地方发展争先常委会紧扣…."""
    comma = pattern("marks", "COMMA").search(rest, 0, LONGEST_SENTENCE)
    if comma is None or comma.start() < SHORTEST_HALF:
        return False
    low, high = comma.start() - UNEVEN, comma.start() + UNEVEN
    openings = pattern("forms", "BODY_SUBJECT").finditer(rest, comma.end(), comma.end() + high + LONGEST_OPENING)
    return any(max(low, SHORTEST_HALF) <= match.start() - comma.end() <= high for match in openings)


def settle_bare_digits(page: Page) -> Iterator[Claim]:
    """A digit alone on its line is a heading where its series goes on and an unpunctuated line follows it."""
    digits = [i for i, line in enumerate(page.lines) if line.mark and not line.role and line.mark.kind == "BARE_DIGIT"]
    kept: set[int] = set()
    for i in digits:
        follows = i + 1 < len(page.lines) and _is_words(page.lines[i + 1])
        if follows and marker_number(page.lines[i].text) == len(kept) + 1:
            kept.add(i)
    if len(kept) < FEWEST_DIGITS:
        kept = set()
    for i in digits:
        if i in kept:
            yield Claim(i + 1, "digit", role="heading", joins=True)
        else:
            yield Claim(i, "page number", role="forme_work")


def _is_words(line: Line) -> bool:
    """Whether a line could be the words of a heading whose number stands above it."""
    return not line.role and line.mark is None and len(line.text) <= LONGEST_OWN and not terminated(line.text)


def _series(numbered: list[_Numbered]) -> list[list[_Numbered]]:
    """Group lines of one scheme whose numbers go on; a shallower scheme between them ends a series."""
    done: list[list[_Numbered]] = []
    open_: dict[str, list[_Numbered]] = {}
    for line in numbered:
        kind = line.kind
        done.extend(open_.pop(deeper) for deeper in list(open_) if RANKS[deeper] > RANKS[kind])
        current = open_.get(kind, [])
        last = current[-1].number if current else None
        if current and (line.number is None or last is None or 0 < line.number - last <= GAP):
            current.append(line)
            continue
        done.extend([current] if current else [])
        open_[kind] = [line]
    return [*done, *open_.values()]


def _settle_series(
    series: list[_Numbered], shapes: dict[int, HeadingShape | None], source: str
) -> Iterator[Claim | Lost]:
    kind = series[0].kind
    ends = endings((shape for line in series if (shape := shapes[line.at]) is not None), source).get(kind, set())
    shapes = {line.at: shapes[line.at] or _glued_shape(line.line, ends, source) for line in series}
    fitting = [shape for line in series if (shape := shapes[line.at]) is not None]
    clear = [shape for shape in fitting if shape.text_end is not None]
    glued = len(clear) < len(fitting)
    texts = [line.line.text for line in series]
    headings = kind in NEVER_LISTS or (2 * len(clear) > len(series) and _announces(kind, texts))
    headings = headings or (glued and not _is_enumeration(texts))
    if len(series) == 1 and RANKS[kind] > RANKS["CN_PAREN_MARK"]:
        headings = headings and not _follows_colon(series[0].line, source)
    for line in series:
        shape = shapes[line.at]
        if headings and shape is not None and (shape.text_end is not None or glued):
            yield Claim(line.at, "digit" if kind == "BARE_DIGIT" else "numbered", role="heading", shape=shape)
        elif headings or len(series) == 1:
            yield Lost(line.at, "numbered")
        else:
            yield Claim(line.at, f"items {kind}", role="item")


def endings(shapes: Iterable[HeadingShape], source: str) -> dict[str, set[str]]:
    """Return, by scheme, the last words of the headings that have their lines for themselves: …执行情况."""
    found: dict[str, set[str]] = {}
    for shape in shapes:
        end = shape.text_end
        if end is not None and not shape.run_in and end - shape.text_start >= ENDING:
            found.setdefault(shape.scheme, set()).add(source[end - ENDING : end])
    return found


def _glued_shape(line: Line, ends: Collection[str], source: str) -> HeadingShape | None:
    """What a line is that reports figures, but begins as its siblings end: （三）…执行情况市本级…收入5820万元。"""
    mark = line.mark
    if mark is None or RANKS[mark.kind] > RANKS["CN_PAREN_MARK"]:
        return None
    head = source[mark.end : min(line.stop, mark.end + LONGEST_GLUED)]
    glued = any(end in head for end in ends)
    return HeadingShape(mark.kind, _number(line, source), mark.end, None, run_in=False) if glued else None


def _announces(kind: str, texts: list[str]) -> bool:
    """Whether deep-numbered lines name what follows them (headings) rather than tell it (list items)."""
    if RANKS[kind] <= RANKS["CN_PAREN_MARK"]:
        return True
    listing = sum(_ends_clause(text) or reports_figure(text.split("。")[0]) for text in texts)
    return 2 * listing < len(texts)


def _goes_on(rest: str) -> bool:
    """Whether what stands behind a number is, by its commas and semicolons, a clause among others."""
    return rest[-1:] in characters("marks", "COMMAS") + characters("marks", "SEMICOLONS") or "；" in rest


def _ends_clause(text: str) -> bool:
    return text[-1:] in characters("marks", "SEMICOLONS")


def _is_enumeration(texts: list[str]) -> bool:
    """Whether long numbered lines are clauses of an enumeration: they end in ；."""
    return any(map(_ends_clause, texts))


def _follows_colon(line: Line, source: str) -> bool:
    return source[max(0, line.start - 9) : line.start].rstrip()[-1:] in characters("marks", "COLONS")


def _gaps(every: list[list[_Numbered]], headings: dict[int, HeadingShape]) -> Iterator[Diagnostic]:
    """Note where numbers leap, and where a series begins with another than 1 and goes on with none before it."""
    ends: dict[str, int] = {}
    for series in every:
        shaped = [(line.line, headings[line.at]) for line in series if line.at in headings]
        numbers = [(line, shape.scheme, shape.number) for line, shape in shaped if shape.number is not None]
        for (_, _, before), (line, _, number) in itertools.pairwise(numbers):
            if number != before + 1:
                yield Diagnostic("RP101", (line.start, line.stop), f"{before} → {number}")
        if numbers:
            line, scheme, number = numbers[0]
            if number > 1 and number != ends.get(scheme, 0) + 1:
                yield Diagnostic("RP103", (line.start, line.stop), f"{number}")
            ends[scheme] = numbers[-1][2]
