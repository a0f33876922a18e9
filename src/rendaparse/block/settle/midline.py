"""Parts lines before a section number or an address in mid-line: …。二、聚焦良法善治…"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from rendaparse.block.lexer import cut
from rendaparse.block.line import Line, Token
from rendaparse.block.settle.page import Page, Parting
from rendaparse.grammar.patterns import pattern

HEADING_SCHEMES = frozenset({"DIVISION_MARK", "CHAPTER_MARK", "CN_MARK", "CN_PAREN_MARK"})
LOOK_BACK = 40
"""Characters before a number among which its announcing mark stands, white space aside."""
FLAT_LINE = 300
"""Characters of a line that may hold several paragraphs without anything between them."""
SHORTEST_SECTION = 120
"""Characters from one number to the next from which on numbers behind a colon are sections, not a series."""


def part_markers(page: Page) -> Iterator[Parting]:
    """Part lines before a section number behind a full stop, flat ones before an address."""
    for i, line in enumerate(page.lines):
        offsets = {marker.start: False for marker in _midline_markers(line, page.source)}
        if len(line.text) >= FLAT_LINE:
            addresses = pattern("forms", "ADDRESS_WITHIN").finditer(line.text)
            offsets |= {line.start + match.start(): True for match in addresses}
        if not offsets:
            continue
        stops = sorted(offsets)
        first, *parts = cut(line, stops, page.source)
        opened = [attrs.evolve(part, opens=offsets[stop]) for part, stop in zip(parts, stops, strict=True)]
        yield Parting(i, "section number in mid-line", [first, *opened])


def _midline_markers(line: Line, source: str) -> list[Token]:
    """Section numbers inside a line, each behind a full stop; not those of a series that a colon announces."""
    kinds = [token.kind for token in line.body[1:] if token.kind in HEADING_SCHEMES]
    markers: list[Token] = []
    for kind in dict.fromkeys(kinds):
        of_kind = [token for token in line.body if token.kind == kind]
        spread = (of_kind[-1].start - of_kind[0].start) / max(1, len(of_kind) - 1)
        announced = (
            source[max(line.start, of_kind[0].start - LOOK_BACK) : of_kind[0].start]
            .rstrip()
            .endswith(("：", ":", "；", ";"))
        )
        if announced and spread < SHORTEST_SECTION:  # a lone one spreads over nothing
            continue
        ends = "。！!？?”：:.．" if announced else "。！!？?”.．"
        for token in of_kind:
            before = source[max(line.start, token.start - LOOK_BACK) : token.start]
            near = token.start - line.start < SHORTEST_SECTION
            behind_heading = before[-1:].isspace() and near and line.mark is not None
            if before and (before.rstrip()[-1:] in ends or behind_heading):
                markers.append(token)
    return sorted(markers, key=lambda token: token.start)
