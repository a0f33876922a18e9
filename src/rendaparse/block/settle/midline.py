"""Parts lines in which several blocks stand: fronts in one line, markers and glued headings in mid-line."""

from __future__ import annotations

import re

from rendaparse.block.lexer import HeadingShape, Line, Token, cut, relexed
from rendaparse.block.settle.evidence import SENTENCE_END, first_sentence_end
from rendaparse.grammar.patterns import composed, pattern, terminals

FRONT_LINES = 12
"""Solid lines from the top in which the front matter may be flattened."""
FLAT_FRONT = 60
"""Characters of a line that may be one piece of front matter."""
WHOLE_FORMS = ("TITLE", "DATELINE", "SPEAKER", "SALUTATION", "IMPRINT", "PART_HEADING", "BYLINE", "CAPTION")
MOST_PIECES = 6
"""Pieces of front matter that one line may hold before its rest."""
HEADING_SCHEMES = frozenset({"DIVISION_MARK", "CHAPTER_MARK", "CN_MARK", "CN_PAREN_MARK"})
LOOK_BACK = 40
"""Characters before a number among which its announcing mark stands, white space aside."""
FLAT_LINE = 300
"""Characters of a line that may hold several paragraphs without anything between them."""
SHORTEST_SECTION = 120
"""Characters from one number to the next from which on numbers behind a colon are sections, not a series."""
GLUED_SHORTEST = 8
GLUED_LONGEST = 48
"""Characters of a heading that is glued to its body without a 。."""


def part_fronts(lines: list[Line], source: str) -> list[Line]:
    """Part the pieces of a flattened front: session line, speaker, part heading, salutation."""
    parted: list[Line] = []
    seen = 0
    for line in lines:
        seen += bool(line.body)
        if line.body and seen <= FRONT_LINES:
            parted.extend(_part_front(line, source))
        elif match := pattern("forms", "GLUED_DASH").match(line.text):  # of a further report in the file
            parted.extend(cut(line, [line.start + match.end()], source))
        else:
            parted.append(line)
    return parted


def _part_front(line: Line, source: str) -> list[Line]:
    parts: list[Line] = []
    while len(parts) < MOST_PIECES:
        offset = _front_piece_end(line)
        if offset is None:
            break
        first, line = cut(line, [line.start + offset], source)
        parts.append(first)
    return [*parts, line]


def _front_piece_end(line: Line) -> int | None:
    """Where the first piece of front matter in a line stops and something else begins, or None."""
    text = line.text
    dash = pattern("forms", "GLUED_DASH").match(text)
    if dash:
        return dash.end()
    tail = pattern("forms", "IMPRINT_TAIL").search(text)
    if tail and pattern("forms", "TITLE").fullmatch(text, 0, tail.start()):
        return tail.start()
    if len(text) < FLAT_FRONT and any(pattern("forms", form).fullmatch(text) for form in WHOLE_FORMS):
        return None
    for form, piece in PIECES.items():
        match = piece().match(text)
        announced = form != "SALUTATION" or (match and match.group().endswith(("：", ":")))
        if match and announced and match.end() < len(text):
            return match.end()
    address = pattern("forms", "ADDRESS").search(text, 2, FLAT_FRONT)
    if address and text[address.end() - 1] in "：:":
        return None if SENTENCE_END.search(text, 0, address.start()) else address.start()
    return None


def _piece(form: str) -> str:
    """A form as one of several pieces in a line: white space follows it, save where it ends in a mark of its own."""
    ends = "" if form == "SALUTATION" else r"(?=[ \t\u3000])"
    return f"(?:{terminals('forms')[form].regexp}){ends}"


PIECES = {form: composed(_piece, form) for form in ("TITLE_PIECE", "DATELINE", "SPEAKER", "SALUTATION", "PART_HEADING")}


def part_markers(lines: list[Line], source: str) -> list[Line]:
    """Part lines before a section number behind a full stop (…。二、聚焦良法善治…), flat ones before an address."""
    parted: list[Line] = []
    for line in lines:
        offsets = {marker.start: False for marker in _midline_markers(line, source)}
        if line.body and len(line.text) >= FLAT_LINE:
            addresses = pattern("forms", "ADDRESS_WITHIN").finditer(line.text)
            offsets |= {line.start + match.start(): True for match in addresses}
        stops = sorted(offsets)
        parts = cut(line, stops, source) if stops else [line]
        for part, stop in zip(parts[1:], stops, strict=True):
            part.opens = offsets[stop]
        parted.extend(parts)
    return parted


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


def part_glued(lines: list[Line], source: str) -> list[Line]:
    """Part a numbered heading from the body glued to it.

    …持续增进群众民生福祉常委会全面贯彻…: no 。 stands between. Where the heading stops is told by a space,
    by halves of one length, and by the words that open the bodies of its siblings.
    """
    glued = [line for line in lines if line.role == "heading" and line.shape and line.shape.text_end < 0]
    if not glued:
        return lines
    openings = _shared_openings(glued)
    parted: list[Line] = []
    for line in lines:
        shape = line.shape
        if line.role != "heading" or shape is None or shape.text_end >= 0:
            parted.append(line)
            continue
        stop = _glued_end(shape, line.stop, openings, source)
        if stop is None:
            line.role, line.shape = "", None
            parted.append(line)
            continue
        first, second = cut(line, [stop], source)
        first.role = "heading"
        first.shape = HeadingShape(shape.scheme, shape.number, shape.text_start, stop, run_in=False)
        second.body = relexed(source, second.start, second.stop)  # 存在问题一是…: a marker may begin it
        parted.extend((first, second))
    return parted


def _shared_openings(glued: list[Line]) -> list[str]:
    """Words that open a body sentence of the genre and stand in most of the glued lines."""
    found: dict[str, int] = {}
    for line in glued:
        head = line.text[:GLUED_LONGEST]
        for word in {match.group() for match in pattern("forms", "BODY_OPENING").finditer(head)}:
            found[word] = found.get(word, 0) + 1
    return [word for word, count in found.items() if 2 * count > len(glued)]


def _glued_end(shape: HeadingShape, line_stop: int, openings: list[str], source: str) -> int | None:
    head = source[shape.text_start : min(line_stop - 1, shape.text_start + GLUED_LONGEST)]
    space = re.match(r"[^\s]{4,40}(?=[ \u3000])", head)
    if space and not SENTENCE_END.search(space.group()):
        return shape.text_start + space.end()
    stops = {head.find(word, GLUED_SHORTEST): 2 for word in openings if head.find(word, GLUED_SHORTEST) > 0}
    for match in pattern("forms", "BODY_OPENING").finditer(head, 4):
        names_part = pattern("forms", "PART_HEADING").fullmatch(head, 0, match.start()) is not None
        if names_part or match.start() >= GLUED_SHORTEST:
            stops[match.start()] = stops.get(match.start(), 0) + 1 + 3 * names_part
    comma = re.search(r"[，,]", head)
    if comma and 2 * comma.start() + 1 <= len(head):
        even = 2 * comma.start() + 1
        stops[even] = stops.get(even, 0) + 2
    stop = max(stops, key=lambda at: (stops[at], -at), default=None)
    if stop is None or first_sentence_end(head) in range(1, stop):
        return None
    return shape.text_start + stop
