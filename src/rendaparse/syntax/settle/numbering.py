"""Settles numbered lines: which series of numbers are headings, which are lists."""

from __future__ import annotations

import re

from rendaparse._diagnostics import Diagnostic
from rendaparse.syntax.grammars import pattern
from rendaparse.syntax.lines import HeadingShape, Line
from rendaparse.syntax.numbers import marker_number
from rendaparse.syntax.settle.evidence import SENTENCE_END, first_sentence_end, terminated

# Schemes in the order of their depth: GB/T 9704-2012 7.3.3, with what occurs beside it.
RANKS = {
    "DIVISION_MARK": 0,
    "CHAPTER_MARK": 1,
    "SECTION_MARK": 2,
    "CN_MARK": 3,
    "BARE_DIGIT": 3,
    "LENTICULAR_MARK": 5,
    "CN_PAREN_MARK": 6,
    "ARABIC_MARK": 7,
    "DECIMAL_MARK": 8,
    "ARABIC_PAREN_MARK": 9,
    "CIRCLED_MARK": 10,
}
NEVER_LISTS = frozenset({"DIVISION_MARK", "CHAPTER_MARK", "SECTION_MARK", "BARE_DIGIT", "LENTICULAR_MARK"})
LONGEST_OWN = 90
"""Characters of a heading in a line of its own that no full stop ends."""
LONGEST_SENTENCE = 60
"""Characters of a heading that is a sentence, in its own line or run in."""
FIGURE = re.compile(r"[0-9０-９]+(?:\.[0-9]+)?[%％万亿]|[0-9０-９]{3,}(?!年)")
SPACED = re.compile(r"[^\s。！？]{6,40}[ \u3000]+\S{2,}")
"""A space behind the heading where a scrape lost the line end: 一、紧扣初心使命，坚定正确政治方向 常委会…。"""
GAP = 3
"""A number further than this from the one before it opens a series of its own."""


def settle(solid: list[Line], source: str, found: list[Diagnostic]) -> None:
    """Settle every series of numbered lines as headings or as list items."""
    follow_bare_digits(solid)
    numbered = [
        line for line in solid if not line.role and not line.joins and line.mark and line.mark.kind in RANKS
    ]
    shapes = {id(line): heading_shape(line, source) for line in numbered}
    for series in _series(numbered, source):
        _settle_series(series, shapes, source, found)


def heading_shape(line: Line, source: str) -> HeadingShape | None:
    """What the line would be as a heading, None where it is too long or reports figures.

    ``text_end`` is -1 where the heading is glued to its body and no 。 tells where it stops.
    """
    mark = line.mark
    if mark is None:
        return None
    marker = source[mark.start : mark.end]
    number = marker_number(marker)
    rest = source[mark.end : line.stop]
    if mark.kind == "BARE_DIGIT":
        return HeadingShape(mark.kind, number, line.stop, line.stop, run_in=False)
    if mark.kind == "LENTICULAR_MARK":
        closing = rest.find("】")
        own = closing == len(rest) - 1
        return HeadingShape(mark.kind, None, mark.end, mark.end + closing, run_in=not own) if own else None
    stop = first_sentence_end(rest)
    if SPACED.match(rest, 0, stop) or pattern("forms", "GLUED_PART").match(rest):
        return HeadingShape(mark.kind, number, mark.end, -1, run_in=False)
    if not stop and len(rest) <= LONGEST_OWN and not rest.endswith(("；", ";", "，", ",")) and "；" not in rest:
        return HeadingShape(mark.kind, number, mark.end, line.stop, run_in=False)
    if stop == len(rest) <= LONGEST_SENTENCE and not FIGURE.search(rest):
        return HeadingShape(mark.kind, number, mark.end, mark.end + len(rest.rstrip("。.．")), run_in=False)
    if 0 < stop < len(rest) and stop <= LONGEST_SENTENCE and not FIGURE.search(rest, 0, stop):
        return HeadingShape(mark.kind, number, mark.end, mark.end + stop - 1, run_in=True)
    if RANKS[mark.kind] <= RANKS["CN_PAREN_MARK"] and (stop > LONGEST_SENTENCE or not stop):
        return HeadingShape(mark.kind, number, mark.end, -1, run_in=False)
    return None


def follow_bare_digits(solid: list[Line]) -> None:
    """A digit alone on its line is a heading where its series goes on and unpunctuated lines follow it."""
    digits = [i for i, line in enumerate(solid) if line.mark and line.mark.kind == "BARE_DIGIT" and not line.role]
    kept: list[int] = []
    for i in digits:
        below = solid[i + 1] if i + 1 < len(solid) else solid[i]
        number = marker_number(solid[i].text)
        expected = (marker_number(solid[kept[-1]].text) or 0) + 1 if kept else 1
        if number == expected and below.mark is None and not below.role and not terminated(below.text) and len(below.text) <= LONGEST_OWN:
            kept.append(i)
    for i in digits:
        if i not in kept or len(kept) < 2:
            solid[i].role = "forme_work"
            continue
        below = solid[i + 1]
        below.role, below.joins = "heading", True


def _series(numbered: list[Line], source: str) -> list[list[Line]]:
    """Group lines of one scheme whose numbers go on; a shallower scheme between them ends a series."""
    done: list[list[Line]] = []
    open_: dict[str, list[Line]] = {}
    for line in numbered:
        if line.mark is None:
            continue
        kind = line.mark.kind
        number = marker_number(source[line.mark.start : line.mark.end])
        for deeper in [k for k in open_ if RANKS[k] > RANKS[kind]]:
            done.append(open_.pop(deeper))
        current = open_.get(kind)
        if current and current[-1].mark:
            last = marker_number(source[current[-1].mark.start : current[-1].mark.end])
            goes_on = number is None or last is None or 0 < number - last <= GAP
            if goes_on:
                current.append(line)
                continue
            done.append(open_.pop(kind))
        open_[kind] = [line]
    return [*done, *open_.values()]


def _settle_series(
    series: list[Line], shapes: dict[int, HeadingShape | None], source: str, found: list[Diagnostic]
) -> None:
    kind = series[0].mark.kind if series[0].mark else ""
    fitting = [line for line in series if shapes[id(line)] is not None]
    clear = [line for line in fitting if _clear(shapes[id(line)])]
    glued = [line for line in fitting if not _clear(shapes[id(line)])]
    headings = kind in NEVER_LISTS or (2 * len(clear) > len(series) and _announces(series, shapes, source))
    headings = headings or (bool(glued) and not _is_list(series, source))
    if len(series) == 1 and RANKS[kind] > RANKS["CN_PAREN_MARK"]:
        headings = headings and not _follows_colon(series[0], source)
    for line in series:
        shape = shapes[id(line)]
        if headings and shape is not None and (_clear(shape) or glued):
            line.role, line.shape = "heading", shape
        elif headings:
            found.append(Diagnostic("RP104", (line.start, line.stop), line.text[:20]))
        elif len(series) > 1:
            line.role = "item"
        else:
            found.append(Diagnostic("RP104", (line.start, line.stop), line.text[:20]))
    _report_numbers([line for line in series if line.role == "heading"], found)


def _clear(shape: HeadingShape | None) -> bool:
    return shape is not None and shape.text_end >= 0


def _announces(series: list[Line], shapes: dict[int, HeadingShape | None], source: str) -> bool:
    """Whether deep-numbered lines name what follows them (headings) rather than tell it (list items)."""
    kind = series[0].mark.kind if series[0].mark else ""
    if RANKS[kind] <= RANKS["CN_PAREN_MARK"]:
        return True
    texts = [line.text for line in series]
    listing = sum(text.endswith(("；", ";")) or FIGURE.search(text.split("。")[0]) is not None for text in texts)
    return 2 * listing < len(series)


def _is_list(series: list[Line], source: str) -> bool:
    """Whether long numbered lines are clauses of an enumeration: they end in ； or follow a colon."""
    return any(line.text.endswith(("；", ";")) for line in series)


def _follows_colon(line: Line, source: str) -> bool:
    return source[: line.start].rstrip()[-1:] in (":", "：")


def _report_numbers(headings: list[Line], found: list[Diagnostic]) -> None:
    numbers = [(line, line.shape.number) for line in headings if line.shape and line.shape.number is not None]
    for (_, before), (line, number) in zip(numbers, numbers[1:], strict=False):
        if number is not None and before is not None and number != before + 1:
            found.append(Diagnostic("RP101", (line.start, line.stop), f"{before} → {number}"))
    if numbers and numbers[0][1] is not None and numbers[0][1] > 1:
        line, number = numbers[0]
        found.append(Diagnostic("RP103", (line.start, line.stop), f"{number}"))
