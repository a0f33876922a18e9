"""Reads the dates that title, dateline, imprint and opening of a report name, each with its place."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence

import attrs

from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import (
    Branch,
    Caption,
    Dateline,
    Dating,
    Document,
    Heading,
    Imprint,
    Node,
    Paragraph,
    Section,
    Sentence,
    Session,
    Subtitle,
    Time,
    Title,
)

GIVEN = "given"
"""The rule of a date that the caller knows from elsewhere."""
DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
"""An EDTF year, month or day."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WITHOUT_YEAR = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")
YEARS = re.compile(r"[12][0-9]{3}")
LATE = 11
"""The month from which on a report speaks of the year it is given in: those of January speak of the year before."""
OPENING = 10
"""Characters that may stand before the date or the meeting that an opening sentence begins with."""
SAID = frozenset({GIVEN, "dateline", "titleDay", "opening"})
"""Rules of dates that are those of the delivery; the date of an imprint may be that of a later publication."""


def checked_date(given: str) -> str:
    """Return an EDTF year, month or day as it was given; raise ValueError for what is none."""
    if not DATE.fullmatch(given) or not _is_in_calendar(given):
        raise ValueError(f"expected a date such as 2023, 2023-01 or 2023-01-09, found {given!r}")
    return given


def _is_in_calendar(given: str) -> bool:
    year, month, day = (*map(int, given.split("-")), 1, 1)[:3]
    return year > 0 and day in range(1, monthrange(year, month)[1] + 1)


def in_edtf(*years: int) -> str:
    """Return a year, or the stretch from one to another, with the four digits that EDTF wants; none is before 0."""
    return "/".join(f"{max(year, 0):04}" for year in years)


def year_of(dating: Dating) -> int:
    """Return the year of a date, the last one of a span of years, the first one of a span without an end."""
    first, _, last = dating.value.partition("/")
    return int((last if last[:4].isdecimal() else first)[:4])


def is_late(dating: Dating | None) -> bool:
    """Whether a date lies in the last months of its year."""
    return dating is not None and int(dating.value[5:7] or 0) >= LATE


@attrs.frozen(slots=True)
class Clues:
    """What in title, front, headings and imprint of a report tells its dates."""

    titles: tuple[Title | Subtitle, ...]
    headings: tuple[Heading, ...]
    """The headings of the outermost sections."""
    titled: tuple[Dating, ...]
    """The years that title and subtitle name, in order."""
    stamp: Dating | None
    """When the report was given, by the place that says so best and names a year."""
    meeting: Dating | None
    """The day of the meeting, where its year is not said or the text only tells of the meeting."""

    def delivered(self, year: int | None) -> Dating | None:
        """Return the day, month or year that the report was given; ``year`` is what the whole document tells of it."""
        day = self.meeting
        if day is None or (self.stamp is not None and self.stamp.rule in SAID):
            return self.stamp
        if not WITHOUT_YEAR.fullmatch(day.value):
            return day
        dated = in_edtf(year or 0) + day.value[4:]
        return self.stamp if year is None or not _is_in_calendar(dated) else attrs.evolve(day, value=dated)


def read_clues(document: Document, given: str | None) -> Clues:
    """Read what tells the dates of a report; ``given`` is its date where the caller knows it: it wins."""
    blocks = list(first_report(document))
    titles = tuple(node for node in blocks if isinstance(node, Title | Subtitle))
    datelines = [node for node in blocks if isinstance(node, Dateline)]
    opening, meeting = _opening(blocks)
    stamps = [
        *_dates(datelines, "dateline", DATE),
        *_dates(titles, "titleDay", DAY),
        *_dates(opening, "opening", DAY),
        *_dates([node for node in blocks if isinstance(node, Imprint)], "imprint", DATE),
    ]
    stamp = next(iter(stamps), None)
    if given is not None and (stamp is None or not stamp.value.startswith(given)):
        stamp = Dating(given, None, GIVEN)
    meetings = [
        *_dates(datelines, "dateline", WITHOUT_YEAR),
        *_dates(opening, "opening", WITHOUT_YEAR),
        *_dates(meeting, "opening", DAY),
    ]
    headings = tuple(section.heading for section in blocks if isinstance(section, Section))
    return Clues(titles, headings, tuple(_years(titles)), stamp, next(iter(meetings), None))


def first_report(document: Document) -> Iterator[Node]:
    """Yield the blocks of the first report of a text: a title behind sections opens another one."""
    sections = False
    for child in document.children:
        if sections and isinstance(child, Title):
            return
        sections = sections or isinstance(child, Section)
        yield child


def _years(titles: Iterable[Branch]) -> Iterator[Dating]:
    """Yield the years that titles name; the term of a plan (“十四五”) is one only of what the title calls a plan."""
    for title in titles:
        times = [time for time in title.find_all(Time) if YEARS.match(time.value)]
        plan = next((time for time in times if time.kind == "plan"), None)
        if plan is not None and pattern("forms", "OUTLINE_TITLE").search(title.text):
            yield Dating(plan.value, plan.span, "planTitle")
            return
        for time in times:
            if time.kind != "plan":
                yield Dating(time.value, time.span, "title")


def _dates(nodes: Iterable[Branch], rule: str, form: re.Pattern[str]) -> Iterator[Dating]:
    """Yield the dates of a form, of each span of days the last, without the time of day."""
    for node in nodes:
        for time in node.find_all(Time):
            day = time.value.rpartition("/")[2].partition("T")[0]
            if form.fullmatch(day):
                yield Dating(day, time.span, rule)


def _opening(blocks: Sequence[Node]) -> tuple[list[Time], list[Branch]]:
    """Return the dates that captions and the first sentence ahead of the body begin with; or that sentence.

    It is returned where it begins with the meeting: it tells of the meeting, and its date is one of that only.
    """
    dates: list[Time] = []
    for block in blocks:
        if isinstance(block, Section):
            break
        sentence = block.find(Sentence) if isinstance(block, Paragraph) else block
        first = occasion(sentence) if isinstance(sentence, Sentence | Caption) else None
        if isinstance(first, Time):
            dates.append(first)
        elif first is not None and isinstance(sentence, Sentence):
            return dates, [sentence]
        if isinstance(block, Paragraph):
            break
    return dates, []


def occasion(sentence: Branch) -> Time | Session | None:
    """Return the date or the meeting that a sentence begins with, where it names a meeting at all.

    1月19日，在溪州市第八届人民代表大会第三次会议上，市长林溪作政府工作报告。
    """
    if sentence.find(Session) is None:
        return None
    first = next(node for node in sentence.walk() if isinstance(node, Time | Session))
    return first if first.start - sentence.start <= OPENING else None
