"""Settles numbered lines: which series of numbers are headings, which are lists."""

from __future__ import annotations

import itertools
import re

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import HeadingShape, Line
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, terminated
from rendaparse.grammar.patterns import pattern

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
SPACED = re.compile(r"[^\s。！？]{3,40}[ \u3000]+\S{2,}")
"""A space behind the heading where a scrape lost the line end: 一、紧扣初心使命，坚定正确政治方向 常委会…。"""
COMMA = re.compile("[，,]")
FEWEST_DIGITS = 2
"""Digits alone on their lines that make each other section numbers; a lone one is a page number."""
FEWEST_IN_SERIES = 2
"""Numbers in one line that make a series."""
GAP = 3
"""A number further than this from the one before it opens a series of its own."""


def settle(solid: list[Line], source: str, found: list[Diagnostic]) -> None:
    """Settle every series of numbered lines as headings or as list items."""
    follow_bare_digits(solid)
    numbered = [line for line in solid if not line.role and not line.joins and line.mark and line.mark.kind in RANKS]
    shapes = {id(line): heading_shape(line, source) for line in numbered}
    every = _series(numbered, source)
    for series in every:
        _settle_series(series, shapes, source, found)
    _report_numbers(sorted(every, key=lambda series: series[0].start), found)


def heading_shape(line: Line, source: str) -> HeadingShape | None:
    """What the line would be as a heading, None where it is too long or reports figures.

    ``text_end`` is -1 where the heading is glued to its body and no 。 tells where it stops.
    """
    mark = line.mark
    assert mark is not None
    number = marker_number(source[mark.start : mark.end])
    rest = source[mark.end : line.stop]
    if mark.kind == "BARE_DIGIT":
        return HeadingShape(mark.kind, number, line.stop, line.stop, run_in=False)
    if mark.kind == "LENTICULAR_MARK":
        return HeadingShape(mark.kind, None, mark.end, line.stop - 1, run_in=False) if rest.endswith("】") else None
    words = _words(mark.kind, rest)
    if words is None or (RANKS[mark.kind] > RANKS["CN_PAREN_MARK"] and _is_series(line, source)):
        return None
    return HeadingShape(mark.kind, number, mark.end, mark.end + words if words > 0 else -1, 0 < words < len(rest) - 1)


def _is_series(line: Line, source: str) -> bool:
    """Whether the line is a series of sentences, each with its number: 1、意识不强。2、实效有待提升。."""
    marks = [token for token in line.body if token.kind == line.body[0].kind]
    numbers = [marker_number(source[mark.start : mark.end]) for mark in marks]
    if len(marks) < FEWEST_IN_SERIES or numbers != list(range(1, len(marks) + 1)):
        return False
    texts = (
        source[mark.end : stop] for mark, stop in zip(marks, [*(m.start for m in marks[1:]), line.stop], strict=True)
    )
    return all(first_sentence_end(text) in (0, len(text.rstrip())) for text in texts)


def _words(kind: str, rest: str) -> int | None:
    """Characters of the heading in a line behind its marker, -1 where it is glued to its body, None for none."""
    stop = first_sentence_end(rest)
    if SPACED.match(rest, 0, stop) or pattern("forms", "GLUED_PART").match(rest) or _is_glued_couplet(rest):
        return -1
    if not stop and len(rest) <= LONGEST_OWN and not rest.endswith(("；", ";", "，", ",")) and "；" not in rest:
        return len(rest)
    if 0 < stop <= LONGEST_SENTENCE and not FIGURE.search(rest, 0, stop):
        return stop - 1
    shallow = RANKS[kind] <= RANKS["CN_PAREN_MARK"]
    return -1 if shallow and (stop > LONGEST_SENTENCE or not stop) else None


def _is_glued_couplet(rest: str) -> bool:
    """Whether a subject opens a sentence right behind two halves of one length: …,助力地方发展争先常委会紧扣…."""
    comma = COMMA.search(rest, 0, LONGEST_SENTENCE)
    return comma is not None and pattern("forms", "SUBJECT_OPENING").match(rest, 2 * comma.start() + 1) is not None


def follow_bare_digits(solid: list[Line]) -> None:
    """A digit alone on its line is a heading where its series goes on and an unpunctuated line follows it."""
    digits = [i for i, line in enumerate(solid) if line.mark and not line.role and line.mark.kind == "BARE_DIGIT"]
    kept: set[int] = set()
    expected = 1
    for i in digits:
        if marker_number(solid[i].text) == expected and i + 1 < len(solid) and _is_words(solid[i + 1]):
            kept.add(i)
            expected += 1
    for i in digits:
        if i in kept and len(kept) >= FEWEST_DIGITS:
            solid[i + 1].role, solid[i + 1].joins = "heading", True
        else:
            solid[i].role = "forme_work"


def _is_words(line: Line) -> bool:
    """Whether a line could be the words of a heading whose number stands above it."""
    return not line.role and line.mark is None and len(line.text) <= LONGEST_OWN and not terminated(line.text)


def _series(numbered: list[Line], source: str) -> list[list[Line]]:
    """Group lines of one scheme whose numbers go on; a shallower scheme between them ends a series."""
    done: list[list[Line]] = []
    open_: dict[str, list[Line]] = {}
    for line in numbered:
        mark = line.body[0]
        kind, number = mark.kind, marker_number(source[mark.start : mark.end])
        done.extend(open_.pop(deeper) for deeper in list(open_) if RANKS[deeper] > RANKS[kind])
        current = open_.get(kind, [])
        last = marker_number(source[current[-1].body[0].start : current[-1].body[0].end]) if current else None
        if current and (number is None or last is None or 0 < number - last <= GAP):
            current.append(line)
            continue
        done.extend([current] if current else [])
        open_[kind] = [line]
    return [*done, *open_.values()]


def _settle_series(
    series: list[Line], shapes: dict[int, HeadingShape | None], source: str, found: list[Diagnostic]
) -> None:
    kind = series[0].mark.kind if series[0].mark else ""
    fitting = [line for line in series if shapes[id(line)] is not None]
    clear = [line for line in fitting if _clear(shapes[id(line)])]
    glued = [line for line in fitting if not _clear(shapes[id(line)])]
    headings = kind in NEVER_LISTS or (2 * len(clear) > len(series) and _announces(series))
    headings = headings or (bool(glued) and not _is_enumeration(series))
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


def _clear(shape: HeadingShape | None) -> bool:
    return shape is not None and shape.text_end >= 0


def _announces(series: list[Line]) -> bool:
    """Whether deep-numbered lines name what follows them (headings) rather than tell it (list items)."""
    kind = series[0].mark.kind if series[0].mark else ""
    if RANKS[kind] <= RANKS["CN_PAREN_MARK"]:
        return True
    texts = [line.text for line in series]
    listing = sum(text.endswith(("；", ";")) or FIGURE.search(text.split("。")[0]) is not None for text in texts)
    return 2 * listing < len(series)


def _is_enumeration(series: list[Line]) -> bool:
    """Whether long numbered lines are clauses of an enumeration: they end in ；."""
    return any(line.text.endswith(("；", ";")) for line in series)


def _follows_colon(line: Line, source: str) -> bool:
    return source[max(0, line.start - 9) : line.start].rstrip()[-1:] in (":", "：")


def _report_numbers(every: list[list[Line]], found: list[Diagnostic]) -> None:
    """Note where numbers leap, and where a series begins with another than 1 and goes on with none before it."""
    ends: dict[str, int] = {}
    for series in every:
        numbered = [(line, line.shape) for line in series if line.role == "heading" and line.shape]
        numbers = [(line, shape.scheme, shape.number) for line, shape in numbered if shape.number is not None]
        for (_, _, before), (line, _, number) in itertools.pairwise(numbers):
            if number != before + 1:
                found.append(Diagnostic("RP101", (line.start, line.stop), f"{before} → {number}"))
        if numbers:
            line, scheme, number = numbers[0]
            if number > 1 and number != ends.get(scheme, 0) + 1:
                found.append(Diagnostic("RP103", (line.start, line.stop), f"{number}"))
            ends[scheme] = numbers[-1][2]
