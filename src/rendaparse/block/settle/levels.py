"""Settles the depth of every heading: a stack of numbering schemes."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import HeadingShape, Line
from rendaparse.block.settle.evidence import opens_address
from rendaparse.block.settle.numbering import RANKS

DEEPEST = 6
PART_RANK = 2
UNDER_PART_RANK = 4
LEAD_RANK = 99
UNNUMBERED = frozenset({"PART", "COUPLET", "TOPIC", "PLAIN"})


def settle(solid: list[Line], found: list[Diagnostic]) -> None:
    """Give every heading its level: one deeper than the nearest heading of a shallower scheme.

    A paragraph that addresses the assembly (各位代表！…) ends the leads and subsections before it: its level is that of
    the section it goes on with.
    """
    shapes = [line.shape for line in solid if line.shape is not None and line.role in ("heading", "lead")]
    parts = _schemes_over_numbers(shapes)
    stack: list[tuple[int, int | None]] = []  # rank and number of the open headings, outermost first
    for line in solid:
        if line.role in ("heading", "lead") and line.shape is not None:
            rank, number = _rank(line, parts), line.shape.number
            while stack and stack[-1][0] >= rank:
                last = stack.pop()
                if last[0] == rank and number == 1 and (last[1] or 0) > 0:
                    found.append(Diagnostic("RP102", (line.start, line.stop), f"{last[1]} → 1"))
            stack.append((rank, number))
            if len(stack) > DEEPEST:
                found.append(Diagnostic("RP204", (line.start, line.stop), f"{len(stack)} → {DEEPEST}"))
            line.level = min(len(stack), DEEPEST)
        elif line.role == "title":
            stack.clear()
        elif opens_address(line) and stack and stack[-1][0] > UNDER_PART_RANK:
            while stack and stack[-1][0] > UNDER_PART_RANK:
                stack.pop()
            line.level = min(len(stack), DEEPEST - 1)


def _rank(line: Line, parts: set[str]) -> int:
    scheme = line.shape.scheme if line.shape else ""
    if scheme in UNNUMBERED:
        return PART_RANK if scheme in parts else UNDER_PART_RANK
    return RANKS.get(scheme, LEAD_RANK)


def _schemes_over_numbers(shapes: list[HeadingShape]) -> set[str]:
    """Unnumbered schemes that stand above 一、: the numbering starts afresh behind one of their headings."""
    over = {"PART"}
    last: int | None = None
    between: set[str] = set()
    for shape in shapes:
        if shape.scheme in UNNUMBERED:
            between.add(shape.scheme)
        elif shape.scheme == "CN_MARK":
            if shape.number == 1 or (last is not None and shape.number is not None and shape.number <= last):
                over |= between
            last, between = shape.number, set()
    return over
