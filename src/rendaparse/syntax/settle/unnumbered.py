"""Settles headings without a number in lines of their own: part headings, couplets, topics."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.syntax.grammars import pattern
from rendaparse.syntax.lines import HeadingShape, Line
from rendaparse.syntax.settle.evidence import OPEN_END, is_prose, terminated

LONGEST_PART = 30
LONGEST_PLAIN = 24
FEWEST_SIBLINGS = 2
"""Lines of one form that make each other headings."""
FEWEST_PLAIN = 3


def settle(solid: list[Line], found: list[Diagnostic]) -> None:
    """Settle unnumbered lines: a part by its words, the others by siblings of the same form."""
    candidates = [line for i, line in enumerate(solid) if _stands_alone(solid, i)]
    parts = [line for line in candidates if len(line.text) <= LONGEST_PART and _has("PART_HEADING", line)]
    couplets = [line for line in candidates if line not in parts and _is_couplet(line)]
    plain = [
        line
        for line in candidates
        if line not in parts and line not in couplets and len(line.text) <= LONGEST_PLAIN and not _has("SCENE", line)
    ]
    topics = [line for line in plain if _has("TOPIC_HEADING", line)]
    for line in parts:
        _accept(line, "PART")
    for group, scheme, fewest in (
        (couplets, "COUPLET", FEWEST_SIBLINGS),
        (topics, "TOPIC", FEWEST_SIBLINGS),
        ([line for line in plain if line not in topics], "PLAIN", FEWEST_PLAIN),
    ):
        for line in group:
            if len(group) >= fewest:
                _accept(line, scheme)
            else:
                found.append(Diagnostic("RP104", (line.start, line.stop), line.text[:20]))
    for line in candidates:
        if not line.role and line in couplets or (not line.role and _has("SCENE", line)):
            line.role = "caption"


def _stands_alone(solid: list[Line], i: int) -> bool:
    """Whether a line is short, unpunctuated, behind a finished paragraph, and followed by something."""
    line = solid[i]
    if line.role or line.joins or line.mark is not None or i + 1 == len(solid):
        return False
    if terminated(line.text) or is_prose(line.text) or len(line.text) > 44 or len(line.text) < 3:
        return False
    if OPEN_END.search(line.text) or solid[i + 1].joins:
        return False
    before = solid[i - 1] if i else None
    return before is None or bool(before.role) or terminated(before.text)


def _is_couplet(line: Line) -> bool:
    if not _has("COUPLET", line):
        return False
    first, second = line.text.replace("，", " ").replace(",", " ").replace("\u3000", " ").split(" ", 1)
    return abs(len(first) - len(second.strip())) <= 4


def _has(form: str, line: Line) -> bool:
    return pattern("forms", form).fullmatch(line.text) is not None


def _accept(line: Line, scheme: str) -> None:
    line.role = "heading"
    line.shape = HeadingShape(scheme, None, line.start, line.stop, run_in=False)
