"""Tells which part of a report a place stands in (部分): the review of what was done, the plan of what is to come."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from rendaparse._text import Span
from rendaparse.dating import in_edtf, is_late
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, Document, Heading, Note, Section, Sentence, Time
from rendaparse.resolving import SYMBOL, counts_from_delivery, resolved
from rendaparse.said import said_times
from rendaparse.years import Part, Years, part_of, parts_named

DIVISIONS = {
    "33": ("01", "03"),
    "34": ("04", "06"),
    "35": ("07", "09"),
    "36": ("10", "12"),
    "40": ("01", "06"),
    "41": ("07", "12"),
}
"""First and last month of quarters and half-years, by their codes in ISO 8601-2."""
LENGTHS = frozenset({"duration", "anniversary"})
"""Kinds of times that are no point and no stretch of the calendar."""


@attrs.frozen(slots=True)
class Parts:
    """The part of each place of a document: from each of the ``starts`` on, up to the next, one of the ``parts``.

    ``plan_sentence`` is the first one whose targets opened a plan, where no heading did.
    """

    starts: tuple[int, ...]
    parts: tuple[Part, ...]
    plan_sentence: Span | None = None

    def at(self, offset: int) -> Part:
        """Return the part that a place stands in."""
        return self.parts[bisect_right(self.starts, offset) - 1]


@attrs.frozen(slots=True)
class Told:
    """The part that a heading opens; ``sure`` where its year or its form says so, and not a word of a slogan.

    ``both`` says that it names review and plan: what stands below tells which.
    """

    part: Part = ""
    sure: bool = False
    both: bool = False


def read_parts(document: Document, years: Years) -> Parts:
    """Return the parts of a document."""
    reading = _Reading(years)
    reading.turn(0, years.part)
    reading.below(document, Told(years.part))
    return Parts(tuple(reading.starts), tuple(reading.parts), reading.plan_sentence)


class _Reading:
    """Goes through a document and notes where the part turns."""

    def __init__(self, years: Years) -> None:
        self._years = years
        self.starts: list[int] = []
        self.parts: list[Part] = []
        self.plan_sentence: Span | None = None

    def turn(self, offset: int, part: Part) -> None:
        """Note the part that begins at a place."""
        self.starts.append(offset)
        self.parts.append(part)

    def below(self, branch: Branch, told: Told) -> Part | None:
        """Read what stands below a branch; returns the part that a sentence turned it to, None if none did.

        A heading or a sentence does not turn a sure part: but targets open a plan wherever they stand.
        """
        turned: Part | None = None
        for child in branch.children:
            if isinstance(child, Section):
                behind = self._section(child, told)
                if behind is not None:
                    turned = behind or turned
                    told = attrs.evolve(told, part=behind)
            elif isinstance(child, Sentence):
                part = self._sentence(child, told, first=child is branch.children[0])
                if part != told.part:
                    told, turned = attrs.evolve(told, part=part), part
                    self.turn(child.start, part)
            elif isinstance(child, Branch) and not isinstance(child, Heading | Note):
                part = self.below(child, told) or told.part
                if part != told.part:
                    told, turned = attrs.evolve(told, part=part), part
        return turned

    def _section(self, section: Section, above: Told) -> Part | None:
        """Read a section; returns the part that goes on behind it, None where that is the one before it."""
        told = told_by(section.heading, self._years)
        if told.sure and _begins_midway(section):
            told = Told(part_of(section.heading.text))
        if above.sure or not (told.part or told.both):
            told = above
        self.turn(section.start, told.part)
        turned = self.below(section, told)
        behind = None if above.sure else turned or (told.part if told.sure else None)
        self.turn(section.end, above.part if behind is None else behind)
        return behind

    def _sentence(self, sentence: Sentence, told: Told, *, first: bool) -> Part:
        """Return the part that a sentence stands in: its targets and, at the head of a block, its time may turn it."""
        time = opening_time(sentence)
        side = side_of(time, self._years) if time is not None else ""
        if side != "review" and pattern("forms", "TARGETS").search(sentence.text):
            self.plan_sentence = self.plan_sentence or sentence.span
            return "plan"
        if first and not told.sure and (side == "plan" or (side and (told.part or told.both))):
            return side
        return told.part


def _begins_midway(section: Section) -> bool:
    """Tell whether the numbers of the sections below begin with another than 1: the heading stands at a wrong place."""
    numbers = (child.heading.number for child in section.children if isinstance(child, Section))
    return next((number for number in numbers if number is not None), 1) != 1


def told_by(heading: Branch, years: Years) -> Told:
    """Return the part that a heading opens: by the year it names, then by its words."""
    sides = {side for said in said_times(heading) if (side := side_of(said.time, years))}
    if len(sides) == 1:
        return Told(sides.pop(), sure=True)
    text = heading.text
    if pattern("forms", "DONE_PART").search(text):
        return Told("review")
    part = part_of(text)
    both = not part and (bool(sides) or len(parts_named(text)) > 1)
    return Told(part, sure=bool(part) and pattern("forms", "PART_HEADING").fullmatch(text) is not None, both=both)


def opening_time(sentence: Branch) -> Time | None:
    """Return the time that a sentence is about: the first one, at the head of its first or second clause.

    No figure stands before it: 2025年, …; 根据统计, 2025年….
    """
    said = next((said for said in said_times(sentence) if said.time.kind not in LENGTHS), None)
    if said is None or said.figures or said.clauses > 1 or not said.opens_clause or said.is_base or said.is_name:
        return None
    return said.time


def side_of(time: Time, years: Years) -> Part:
    """Tell whether a time lies in what is reported or ahead of it; nothing where it lies in both, or nothing tells."""
    if years.reported is None or (SYMBOL.search(time.value) and not counts_from_delivery(time)):
        return ""
    value = resolved(time, years, "")
    if value is None or not value.strip("./")[:4].isdecimal():
        return ""
    begin, _, end = value.partition("/")
    first, last = _bounds(begin), _bounds(end or begin)
    until = _reported_until(years)
    if last is not None and last[1] <= until:
        return "review"
    if (first[0] if first else last[1] if last else "") > until:
        return "plan"
    return "review" if last is None and first is not None else ""


def _bounds(date: str) -> tuple[str, str] | None:
    """Return the first and the last month of a year, a month or a part of a year; None for an open end."""
    if not date[:4].isdecimal():
        return None
    year, part = date[:4], date[5:7]
    first, last = DIVISIONS.get(part, (part, part)) if part else ("01", "12")
    return f"{year}-{first}", f"{year}-{last}"


def _reported_until(years: Years) -> str:
    """Return the last month that a report looks back on."""
    given = years.delivered.value if years.delivered is not None else ""
    if years.part == "plan":
        return f"{in_edtf((years.reported or 0) - 1)}-12"
    if years.delivery == years.reported and len(given) >= 7 and not is_late(years.delivered):
        return given[:7]
    return f"{in_edtf(years.reported or 0)}-12"
