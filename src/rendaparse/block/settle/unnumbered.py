"""Settles headings without a number in lines of their own: part headings, couplets, topics."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.settle.evidence import is_prose, open_ended, terminated
from rendaparse.block.settle.joining import indented
from rendaparse.block.settle.page import Claim, Lost, Page
from rendaparse.grammar.patterns import pattern

SHORTEST, LONGEST = 2, 44
"""Characters of a heading without a number."""
LONGEST_PART = 30
LONGEST_PLAIN = 24
MOST_UNEVEN = 4
"""How much the halves of a couplet may differ in length."""
FEWEST = {"PART": 1, "STATE": 2, "COUPLET": 2, "TOPIC": 2, "PLAIN": 3}
"""How many lines of a form it takes to make each other headings."""
LIKE_PLAIN = ("STATE", "COUPLET")
"""Forms of which a lone line counts as a short line."""
UNFIT_TO_WRAP = ("BARE_DIGIT", "LENTICULAR_MARK")
"""Schemes whose headings do not run over two lines."""
SCHEMES = {"PART": "part", "STATE": "state", "COUPLET": "couplet", "TOPIC": "topic", "PLAIN": "shortLine"}
"""The rule that each form stands for."""


def settle_unnumbered(page: Page) -> Iterator[Claim | Lost]:
    """Settle unnumbered lines: a part by its words, the others by siblings of the same form, a scene as a caption."""
    schemes = _schemes(page.lines)
    counts = Counter(schemes.values())
    plain = counts["PLAIN"] + sum(counts[scheme] for scheme in LIKE_PLAIN if counts[scheme] < FEWEST[scheme])
    settled: set[int] = set()
    for i, scheme in schemes.items():
        line = page.lines[i]
        lone = scheme in LIKE_PLAIN and counts[scheme] < FEWEST[scheme] and len(line.text) <= LONGEST_PLAIN
        own = "PLAIN" if lone else scheme
        if (plain if own == "PLAIN" else counts[own]) < FEWEST[own]:
            rest = own == "PLAIN" and _is_rest_of_heading(page.lines, i, schemes)
            yield Claim(i, "rest of a heading", role="heading", joins=True) if rest else Lost(i, SCHEMES[own])
            continue
        settled.add(i)
        yield Claim(i, SCHEMES[own], role="heading", shape=HeadingShape(own, None, line.start, line.stop, run_in=False))
    for i, line in enumerate(page.lines):
        if i not in settled and _stands_alone(page.lines, i, settled) and _is_scene(line):
            settled.add(i)
            yield Claim(i, "scene", role="caption")


def _is_rest_of_heading(lines: Sequence[Line], i: int, schemes: Collection[int]) -> bool:
    """Whether a line that nothing makes a heading goes on with the numbered heading right above it.

    It is the only such line of its section, above a paragraph.
    """
    above, line = lines[i - 1] if i else None, lines[i]
    if above is None or above.role != "heading" or above.shape is None or line.blanks or indented(line):
        return False
    own_line = above.mark is not None and above.shape.text_end == above.stop and not terminated(above.text)
    if not own_line or above.shape.scheme in UNFIT_TO_WRAP or not is_prose(lines[i + 1].text):
        return False
    below = itertools.takewhile(lambda k: lines[k].role != "heading", range(i + 1, len(lines)))
    return not any(k in schemes for k in below)


def _schemes(lines: Sequence[Line]) -> dict[int, str]:
    """The schemes of the lines that could be headings; one may stand directly below another of another scheme."""
    found: dict[int, str] = {}
    for i, line in enumerate(lines):
        if _stands_alone(lines, i, found.keys()) and (scheme := _scheme(line)) and found.get(i - 1) != scheme:
            found[i] = scheme
    return found


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
    if _has("STATE_HEADING", line):
        return "STATE"
    return "" if any(character.isdecimal() for character in line.text) else "PLAIN"


def _stands_alone(lines: Sequence[Line], i: int, settled: Collection[int]) -> bool:
    """Whether a line is short, unpunctuated, behind a finished paragraph, and followed by something."""
    line = lines[i]
    if line.role or line.joins or line.mark is not None or i + 1 == len(lines):
        return False
    if not SHORTEST <= len(line.text) <= LONGEST or is_prose(line.text) or terminated(line.text):
        return False
    if open_ended(line.text) or lines[i + 1].joins:
        return False
    return i == 0 or bool(lines[i - 1].role) or i - 1 in settled or terminated(lines[i - 1].text)


def _is_couplet(line: Line) -> bool:
    couplet = pattern("forms", "COUPLET").fullmatch(line.text)
    return couplet is not None and abs(len(couplet["first"]) - len(couplet["second"])) <= MOST_UNEVEN


def _is_scene(line: Line) -> bool:
    """Whether a line tells what a photograph shows; words that a blank parts are such, too (专题询问 直播现场)."""
    couplet = pattern("forms", "COUPLET").fullmatch(line.text)
    return _has("SCENE", line) or (couplet is not None and couplet["gap"] is not None)


def _has(form: str, line: Line) -> bool:
    return pattern("forms", form).fullmatch(line.text) is not None
