"""Settles the depth of every heading: a stack of numbering schemes."""

from __future__ import annotations

import math
from collections.abc import Iterator

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.settle.evidence import opens_address
from rendaparse.block.settle.numbering import RANKS
from rendaparse.block.settle.page import Claim, Page

DEEPEST = 6
PART_RANK = 2
UNDER_PART_RANK = 4
ITEM_RANK = 50
ITEM_RANKS = dict.fromkeys(("SHI_MARK", "YAO_MARK", "ORDINAL_MARK", "SEQUENCE_MARK"), ITEM_RANK)
OWN_LINE_RANK = 98
LEAD_RANK = 99
SCHEME_RANKS = RANKS | ITEM_RANKS | {"OWN_LINE": OWN_LINE_RANK}
BELOW = 0.5
UNNUMBERED = {
    "PART": UNDER_PART_RANK,
    "STATE": 3.5,
    "COUPLET": UNDER_PART_RANK,
    "TOPIC": UNDER_PART_RANK,
    "PLAIN": UNDER_PART_RANK,
}
"""The ranks of schemes without numbers, where no numbering tells them."""


def settle_levels(page: Page) -> Iterator[Claim | Diagnostic]:
    """Give every heading its level: one deeper than the nearest heading of a shallower scheme.

    A paragraph that addresses the assembly (各位代表！…) ends the leads and subsections before it: its level is that of
    the section it goes on with. So does a paragraph behind items end them.
    """
    shapes = [line.shape for line in page.lines if line.shape is not None and line.role in ("heading", "lead")]
    ranks = SCHEME_RANKS | _unnumbered_ranks(shapes)
    stack: list[tuple[float, int | None]] = []  # rank and number of the open headings, outermost first
    for i, line in enumerate(page.lines):
        ends = _ends_above(line) if stack and stack[-1][0] > UNDER_PART_RANK else math.inf
        ended = bool(stack) and stack[-1][0] > ends
        while stack and stack[-1][0] > ends:
            stack.pop()
        if line.role in ("heading", "lead") and line.shape is not None:
            rank, number = ranks.get(line.shape.scheme, LEAD_RANK), line.shape.number
            while stack and stack[-1][0] >= rank:
                last = stack.pop()
                if last[0] == rank and number == 1 and (last[1] or 0) > 0:
                    yield Diagnostic("RP102", (line.start, line.stop), f"{last[1]} → 1")
            stack.append((rank, number))
            if len(stack) > DEEPEST:
                yield Diagnostic("RP204", (line.start, line.stop), f"{len(stack)} → {DEEPEST}")
            yield Claim(i, line.rule, level=min(len(stack), DEEPEST))
        elif line.role == "title":
            stack.clear()
        elif ended:
            yield Claim(i, "address or behind items", level=min(len(stack), DEEPEST - 1))


def _ends_above(line: Line) -> float:
    """The rank below which a paragraph ends the sections before it: above all ranks, where it ends none."""
    if opens_address(line):
        return UNDER_PART_RANK
    return ITEM_RANK - BELOW if line.resumes else math.inf


def _unnumbered_ranks(shapes: list[HeadingShape]) -> dict[str, float]:
    """The ranks of the schemes without numbers: above those that begin anew behind them, below those that go on."""
    over = _schemes_over_numbers(shapes)
    ranks: dict[str, float] = {}
    present = {shape.scheme for shape in shapes}
    for scheme, usual in UNNUMBERED.items():
        if scheme not in present:
            continue
        around = [numbered for numbered in RANKS if numbered in present and _goes_on_around(scheme, numbered, shapes)]
        below = max((RANKS[numbered] + BELOW for numbered in around), default=usual)
        ranks[scheme] = PART_RANK if scheme in over else max(below, usual)
    return ranks


def _goes_on_around(scheme: str, numbered: str, shapes: list[HeadingShape]) -> bool:
    """Whether the numbers of a scheme mostly go on over headings of one without numbers: （一）, 教育, （二）."""
    on = 0
    last: int | None = None
    between = False
    for shape in shapes:
        if shape.scheme == scheme:
            between = last is not None
        elif shape.scheme == numbered:
            if between:
                on += 1 if shape.number == (last or 0) + 1 else -1
            last, between = shape.number, False
        elif RANKS.get(shape.scheme, LEAD_RANK) < RANKS[numbered]:
            last, between = None, False
    return on > 0


def _schemes_over_numbers(shapes: list[HeadingShape]) -> set[str]:
    """Unnumbered schemes that stand above 一、: the numbering starts afresh behind one of their headings."""
    over = set() if _goes_on_around("PART", "CN_MARK", shapes) else {"PART"}
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
