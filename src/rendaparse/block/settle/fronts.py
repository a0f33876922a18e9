"""Parts the pieces of a front that stand in one line: title, session line, speaker, salutation."""

from __future__ import annotations

from collections.abc import Iterator

from rendaparse.block.lexer import cut
from rendaparse.block.line import Line
from rendaparse.block.settle.evidence import sentence_end
from rendaparse.block.settle.page import Page, Parting
from rendaparse.grammar.patterns import characters, composed, pattern, terminals

FRONT_LINES = 12
"""Lines from the top in which the front matter may be flattened."""
FLAT_FRONT = 60
"""Characters of a line that may be one piece of front matter."""
WHOLE_FORMS = ("TITLE", "DATELINE", "SPEAKER", "SALUTATION", "IMPRINT", "PART_HEADING", "BYLINE", "CAPTION")
MOST_PIECES = 6
"""Pieces of front matter that one line may hold before its rest."""


def part_fronts(page: Page) -> Iterator[Parting]:
    """Part the pieces of a flattened front: session line, speaker, part heading, salutation."""
    for i, line in enumerate(page.lines):
        if i < FRONT_LINES:
            parts = _part_front(line, page.source)
        elif match := pattern("forms", "GLUED_DASH").match(line.text):  # of a further report in the file
            parts = cut(line, [line.start + match.end()], page.source)
        else:
            continue
        if len(parts) > 1:
            yield Parting(i, "flattened front", parts)


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
        announced = form != "SALUTATION" or (
            match and match[0][-1:] in (*characters("marks", "COLONS"), *characters("marks", "COMMAS"))
        )
        if match and announced and match.end() < len(text):
            return match.end()
    address = pattern("forms", "ADDRESS").search(text, 2, FLAT_FRONT)
    if address and text[address.end() - 1] in characters("marks", "COLONS"):
        return None if sentence_end(text, 0, address.start()) else address.start()
    return None


def _piece(form: str) -> str:
    """A form as one of several pieces in a line: white space follows it, save where it ends in a mark of its own."""
    ends = "" if form in ("SALUTATION", "TITLE_BEFORE_SESSION") else r"(?:(?=[ \t\u3000])|(?<=[）)]))"
    return f"(?:{terminals('forms')[form].regexp}){ends}"


PIECES = {
    form: composed(_piece, form)
    for form in ("TITLE_PIECE", "TITLE_BEFORE_SESSION", "DATELINE", "SPEAKER", "SALUTATION", "PART_HEADING")
}
