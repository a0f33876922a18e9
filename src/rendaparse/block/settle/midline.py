"""Parts lines before a section number or an address in mid-line: …。二、聚焦良法善治…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from rendaparse.block.lexer import cut, relexed
from rendaparse.block.line import Line, Token
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, reports_figure, sentence_end
from rendaparse.block.settle.page import Page, Parting
from rendaparse.grammar.patterns import characters, pattern

HEADING_SCHEMES = frozenset({"DIVISION_MARK", "CHAPTER_MARK", "CN_MARK", "CN_PAREN_MARK"})
LOOK_BACK = 40
"""Characters before a number among which its announcing mark stands, white space aside."""
FLAT_LINE = 300
"""Characters of a line that may hold several paragraphs without anything between them."""
NUMBERS = ("ARABIC_MARK", "ARABIC_PAREN_MARK")
FEWEST_NUMBERS = 2
LONGEST_WORDS = 40
"""Characters of the sentence behind a number that opens a section in mid-line."""
HEADING_SHARE = 1.5
"""One of so many numbers in a line must be such, for all to be."""
SHORTEST_SECTION = 120
"""Characters from one number to the next from which on numbers behind a colon are sections, not a series."""


def part_markers(page: Page) -> Iterator[Parting]:
    """Part lines before a section number behind a full stop, flat ones before an address."""
    for i, line in enumerate(page.lines):
        markers = _midline_markers(line, page.source)
        subheads = _subheads(line, [line.body[0], *markers], page.source)
        offsets = dict.fromkeys([*(marker.start for marker in markers), *subheads], False)
        if len(line.text) >= FLAT_LINE:
            addresses = pattern("forms", "ADDRESS_WITHIN").finditer(line.text)
            offsets |= {line.start + match.end(): True for match in addresses}
        if not offsets:
            continue
        stops = sorted(offsets)
        first, *parts = cut(line, stops, page.source)
        opened = [
            attrs.evolve(
                part,
                opens=offsets[stop],
                body=relexed(page.source, stop, part.stop) if stop in subheads else part.body,
            )
            for part, stop in zip(parts, stops, strict=True)
        ]
        yield Parting(i, "section number in mid-line", [first, *opened])


def part_numbers(page: Page) -> Iterator[Parting]:
    """Part lines in which numbers open sections (1、突出重点。对…。提出…。2、夯实基础。…): one decision for the run."""
    for i, line in enumerate(page.lines):
        for kind in NUMBERS:
            marks = numbers_within(line, kind, page.source)
            if len(marks) >= FEWEST_NUMBERS and _open_sections(line, marks, page.source):
                offsets = [mark.start for mark in marks if mark.start > line.start]
                yield Parting(i, "numbers in one line", cut(line, offsets, page.source))
                break


def numbers_within(line: Line, kind: str, source: str) -> list[Token]:
    """Return the markers of a kind in a line that count up from 1, each behind the end of a sentence or a clause."""
    marks: list[Token] = []
    for token in line.body:
        if token.kind != kind:
            continue
        before = source[max(line.start, token.start - LOOK_BACK) : token.start].rstrip()
        opens = not before or pattern("marks", "CLAUSE_BEFORE").match(before[-1])
        if opens and marker_number(source[token.start : token.end]) == len(marks) + 1:
            marks.append(token)
    return marks


def _open_sections(line: Line, marks: list[Token], source: str) -> bool:
    """Whether most numbers have a short sentence without a figure behind them, and further sentences behind that."""
    stops = [*(mark.start for mark in marks[1:]), line.stop]
    heading = 0
    for mark, stop in zip(marks, stops, strict=True):
        text = source[mark.end : stop].strip()
        end = first_sentence_end(text)
        heading += 0 < end <= LONGEST_WORDS and end < len(text) and not reports_figure(text, end)
    return heading * HEADING_SHARE >= len(marks)


def _subheads(line: Line, marks: Sequence[Token], source: str) -> set[int]:
    """Where the first number of the level below is glued to the words of a heading: 三、主要措施（一）扎实推进…."""
    found: set[int] = set()
    for mark in marks:
        if mark.kind == "CN_MARK":
            words = mark.end
            below = pattern("block", "CN_PAREN_MARK").search(source, words, min(line.stop, words + LONGEST_WORDS))
            first = below is not None and below.start() > words and marker_number(below.group()) == 1
            if below is not None and first and not sentence_end(source, words, below.start()):
                found.add(below.start())
    return found


def _midline_markers(line: Line, source: str) -> list[Token]:
    """Section numbers inside a line, each behind a full stop; not those of a series that a colon announces."""
    markers: list[Token] = []
    for kind in dict.fromkeys(token.kind for token in line.body[1:] if token.kind in HEADING_SCHEMES):
        of_kind = [token for token in line.body if token.kind == kind]
        spread = (of_kind[-1].start - of_kind[0].start) / max(1, len(of_kind) - 1)
        ahead = source[max(line.start, of_kind[0].start - LOOK_BACK) : of_kind[0].start].rstrip()
        colons = characters("marks", "COLONS")
        announced = ahead[-1:] in colons + characters("marks", "SEMICOLONS")
        if announced and spread < SHORTEST_SECTION:  # a lone one spreads over nothing
            continue
        for token in of_kind:
            before = source[max(line.start, token.start - LOOK_BACK) : token.start]
            last = before.rstrip()[-1:]
            behind_end = pattern("marks", "SENTENCE_BEFORE").match(last) or (announced and last in colons)
            near = token.start - line.start < SHORTEST_SECTION
            behind_heading = before[-1:].isspace() and near and line.mark is not None
            if before and (behind_end or behind_heading):
                markers.append(token)
    return sorted(markers, key=lambda token: token.start)
