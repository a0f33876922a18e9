"""Settles what stands behind the report (furniture, bylines, notes), furniture and captions anywhere, the closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rendaparse.block.line import Line
from rendaparse.block.roles import FORMS_ANYWHERE, TAIL_FORMS, Role
from rendaparse.block.settle.evidence import is_prose
from rendaparse.block.settle.page import Claim, Page
from rendaparse.grammar.patterns import pattern

LONGEST_FURNITURE = 80
NOTES_FROM = 0.5
"""Share of the lines behind which a heading 注释 or 名词解释 opens the notes."""
FEWEST_SECTIONS = 3
"""Numbered headings behind 附件 that make a text of an annex."""
CLOSING_LINES = 4
"""Lines from the end of the body in which the closing may stand."""
SHORTEST_CLOSING = 30
CLOSING_FROM = 0.6
"""Share of the text behind which the closing stands."""


def settle_furniture(page: Page) -> Iterator[Claim]:
    """Give furniture and captions their roles wherever they stand."""
    for i, line in enumerate(page.lines):
        if not line.role and len(line.text) <= LONGEST_FURNITURE and (role := _form(line, FORMS_ANYWHERE)):
            yield Claim(i, f"{role} anywhere", role=role)


def settle_tail(page: Page) -> Iterator[Claim]:
    """Give the notes their role, and every line between them and the body its own."""
    notes = _notes(page.lines)
    for i in range(notes, len(page.lines)):
        yield Claim(i, "behind the heading of the notes", role="note")
    for i in range(notes - 1, -1, -1):
        line = page.lines[i]
        if line.role:
            continue
        role = "" if line.mark is not None else _form(line, TAIL_FORMS)
        if not role:
            break
        yield Claim(i, f"{role} behind the body", role=role)


def _form(line: Line, forms: tuple[tuple[str, Role], ...]) -> Role:
    return next((role for form, role in forms if pattern("forms", form).fullmatch(line.text)), "")


def _notes(lines: Sequence[Line]) -> int:
    """Index of the first line of the notes, the number of lines if there are none."""
    for i in range(max(1, int(len(lines) * NOTES_FROM)), len(lines)):
        line = lines[i]
        noted = len(line.text) <= LONGEST_FURNITURE and pattern("forms", "NOTE_HEAD").fullmatch(line.text)
        if noted and not _heads_sections(lines[i + 1 :]):
            return i
    return len(lines)


def _heads_sections(lines: Sequence[Line]) -> bool:
    """Whether numbered headings of their own lines follow an annex, as of a report, and no notes."""
    heads = (line.mark is not None and line.mark.kind == "CN_MARK" and not is_prose(line.text) for line in lines)
    return sum(heads) >= FEWEST_SECTIONS


def settle_closing(page: Page) -> Iterator[Claim]:
    """Make the last paragraph of the body that appeals (让我们…) the closing, or a last one that is an address."""
    end = page.lines[-1].stop if page.lines else 0
    body = [(i, line) for i, line in enumerate(page.lines) if line.role in ("", "heading", "item", "lead")]
    for k in range(len(body) - 1, max(0, len(body) - CLOSING_LINES) - 1, -1):
        at, line = body[k]
        if line.role:
            return
        if line.joins or len(line.text) < SHORTEST_CLOSING or line.start <= CLOSING_FROM * end:
            continue
        last = all(other.joins for _, other in body[k + 1 :]) and body[-1][1].text.endswith(("！", "!"))
        if pattern("forms", "CLOSING").fullmatch(line.text) or (last and pattern("forms", "ADDRESS").match(line.text)):
            yield Claim(at, "closing", role="closing")
            return
