"""Settles what stands behind the report (furniture, bylines, notes), furniture and captions anywhere, the closing."""

from __future__ import annotations

from rendaparse.block.lexer import Line
from rendaparse.block.settle.evidence import is_prose
from rendaparse.grammar.patterns import pattern

FORMS = (
    ("FURNITURE", "forme_work"),
    ("BYLINE", "byline"),
    ("IMPRINT", "imprint"),
    ("DATE_LINE", "dateline"),
    ("CAPTION", "caption"),
)
LONGEST_FURNITURE = 80
NOTES_FROM = 0.5
"""Share of the lines behind which a heading 注释 or 名词解释 opens the notes."""
CLOSING_LINES = 4
"""Solid lines from the end of the body in which the closing may stand."""
SHORTEST_CLOSING = 30
CLOSING_FROM = 0.6
"""Share of the text behind which the closing stands."""


def settle(solid: list[Line]) -> None:
    """Give furniture and captions their roles wherever they stand, and every line of the tail its own."""
    for line in solid:
        if not line.role and len(line.text) <= LONGEST_FURNITURE:
            line.role = _furniture(line)
    notes = _notes(solid)
    for line in solid[notes:]:
        line.role = line.role or "note"
    for line in reversed(solid[:notes]):
        if line.role:
            continue
        if is_prose(line.text) or line.mark is not None:
            break
        line.role = _tail_role(line)
        if not line.role:
            break


def _furniture(line: Line) -> str:
    for form, role in (("FURNITURE", "forme_work"), ("CAPTION", "caption")):
        if pattern("forms", form).fullmatch(line.text):
            return role
    return ""


def _tail_role(line: Line) -> str:
    return next((role for form, role in FORMS if pattern("forms", form).fullmatch(line.text)), "")


def _notes(solid: list[Line]) -> int:
    """Index of the first line of the notes, the number of lines if there are none."""
    for i in range(int(len(solid) * NOTES_FROM), len(solid)):
        line = solid[i]
        if i and len(line.text) <= LONGEST_FURNITURE and pattern("forms", "NOTE_HEAD").fullmatch(line.text):
            return i
    return len(solid)


def settle_closing(solid: list[Line]) -> None:
    """Make the last paragraph of the body that appeals (让我们…) the closing, or a last one that is an address."""
    end = solid[-1].stop if solid else 0
    body = [line for line in solid if line.role in ("", "heading", "item", "lead")]
    for line in reversed(body[-CLOSING_LINES:]):
        if line.role:
            return
        if line.joins or len(line.text) < SHORTEST_CLOSING or line.start <= CLOSING_FROM * end:
            continue
        last = all(other.joins for other in body[body.index(line) + 1 :]) and body[-1].text.endswith(("！", "!"))
        if pattern("forms", "CLOSING").fullmatch(line.text) or (last and pattern("forms", "ADDRESS").match(line.text)):
            line.role = "closing"
            return
