"""Settles headings without a number in lines of their own: part headings, couplets, topics."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import HeadingShape, Line
from rendaparse.block.settle.evidence import OPEN_END, is_prose, terminated
from rendaparse.grammar.patterns import pattern

LONGEST_PART = 30
LONGEST_PLAIN = 24
MOST_UNEVEN = 4
"""How much the halves of a couplet may differ in length."""
FEWEST = {"PART": 1, "COUPLET": 2, "TOPIC": 2, "PLAIN": 3}
"""How many lines of a form it takes to make each other headings."""


def settle(solid: list[Line], found: list[Diagnostic]) -> None:
    """Settle unnumbered lines: a part by its words, the others by siblings of the same form."""
    groups: dict[str, list[Line]] = {scheme: [] for scheme in FEWEST}
    for i, line in enumerate(solid):
        scheme = _scheme(line) if _stands_alone(solid, i) else ""
        if scheme:
            groups[scheme].append(line)
    for scheme, group in groups.items():
        for line in group:
            if len(group) >= FEWEST[scheme]:
                _accept(line, scheme)
            else:
                found.append(Diagnostic("RP104", (line.start, line.stop), line.text[:20]))
    for i, line in enumerate(solid):
        if _stands_alone(solid, i) and _is_scene(line):
            line.role = "caption"


def _scheme(line: Line) -> str:
    """The kind of heading that a line could be; none where it tells a scene (市人大常委会组织视察城市更新工作)."""
    if len(line.text) <= LONGEST_PART and _has("PART_HEADING", line):
        return "PART"
    if _is_couplet(line):
        return "COUPLET"
    if _has("SCENE", line) or len(line.text) > LONGEST_PLAIN:
        return ""
    if _has("TOPIC_HEADING", line):
        return "TOPIC"
    return "" if any(character.isdecimal() for character in line.text) else "PLAIN"


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
    couplet = pattern("forms", "COUPLET").fullmatch(line.text)
    return couplet is not None and abs(len(couplet["first"]) - len(couplet["second"])) <= MOST_UNEVEN


def _is_scene(line: Line) -> bool:
    """Whether a line tells what a photograph shows; words that a blank parts are such, too (专题询问 直播现场)."""
    couplet = pattern("forms", "COUPLET").fullmatch(line.text)
    return _has("SCENE", line) or (couplet is not None and couplet["gap"] is not None)


def _has(form: str, line: Line) -> bool:
    return pattern("forms", form).fullmatch(line.text) is not None


def _accept(line: Line, scheme: str) -> None:
    line.role = "heading"
    line.shape = HeadingShape(scheme, None, line.start, line.stop, run_in=False)
