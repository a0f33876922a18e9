"""Finds the times that figures speak of (数据的时间): in their sentence, in their block, in a heading."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from rendaparse.dating import in_edtf
from rendaparse.nodes import Branch, Document, Sentence, Subtitle, Time, Title
from rendaparse.parts import opening_time
from rendaparse.said import said_times
from rendaparse.years import FIVE_YEARS, Part, Years

PeriodFrom = Literal["figure", "sentence", "paragraph", "heading", "part"]
"""Where a period is said: in the clause of the figure, in its sentence, and so on; by the part only where none does."""

TITLE_RULES = frozenset({"title", "reviewTitle", "planTitle"})
"""Rules of periods that a title names."""
YEAR = re.compile("[12][0-9]{3}")
INSTANTS = frozenset({"end-of-year", "start-of-year"})
"""Values of words for one moment of a year, which no other sentence is of."""


@attrs.frozen(slots=True)
class Period:
    """A time in EDTF, and where it is said; both None where nothing tells."""

    value: str | None
    said: PeriodFrom | None

    @property
    def last_year(self) -> int | None:
        """The last year that it names."""
        named = YEAR.findall(self.value or "")
        return int(named[-1]) if named else None


NOW = Period(None, "sentence")
"""The time of the report (目前): what the headings and the part imply, whatever the sentences before are about."""
NEVER = Period(None, None)
"""No time: where nothing tells it, and nothing is to be implied."""


def is_now(time: Time) -> bool:
    """Tell whether a time is that of the report: 目前."""
    return time.value == "now"


def opening_period(sentence: Sentence, said: Period | None, *, first: bool) -> Period | None:
    """Return the time that a sentence is about: it holds for those that follow it in the block.

    Within a block it must be another one than is ``said`` before or above; a moment (年末) is of its own sentence only.
    """
    time = opening_time(sentence)
    if time is not None and is_now(time):
        return NOW
    if time is None or time.resolved is None or time.value in INSTANTS:
        return None
    if not first and said is not None and said.value == time.resolved:
        return None
    return Period(time.resolved, "paragraph")


def heading_period(heading: Branch, years: Years, part: Part) -> Period | None:
    """Return the time that a heading names (这五年, 2025年工作回顾, 这是…的五年).

    Of several it is the year of its part (2025年和“十四五”时期工作回顾), or none. A year that is another than that of
    its part tells nothing: the heading stands at a wrong place.
    """
    said = [said.time for said in said_times(heading)]
    durations = [time for time in said if time.kind == "duration"]
    if durations and heading.text.endswith(durations[-1].text) and durations[-1].value in FIVE_YEARS and years.reported:
        return Period(in_edtf(years.reported - 4, years.reported), "heading")
    times = {time.resolved for time in said} - {None}
    year = in_edtf(years.of(part) or 0)
    if year in times:
        return Period(year, "heading")
    period = times.pop() if len(times) == 1 else None
    misplaced = period in {in_edtf(year) for year in (years.delivery, years.reported) if year is not None}
    return None if misplaced or period is None else Period(period, "heading")


def part_period(part: Part, years: Years, document: Document) -> Period:
    """Return the time that a part speaks of, where nothing nearer tells; it is said where the title names it.

    It is a year, or what the title names: part of a year (2023年上半年…), the years of a plan.
    """
    of_title = years.plan_period if years.part == "plan" else years.reported_period if part != "plan" else None
    if of_title is not None and of_title.rule in TITLE_RULES and not YEAR.fullmatch(of_title.value):
        return Period(of_title.value, "heading")
    year = years.of(part)
    if year is None:
        return NEVER
    titles = (node for node in document.children if isinstance(node, Title | Subtitle))
    named = any(time.value.startswith(in_edtf(year)) for title in titles for time in title.find_all(Time))
    return Period(in_edtf(year), "heading" if named else "part")
