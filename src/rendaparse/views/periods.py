"""Finds the times that figures speak of (数据的时间): in their sentence, in their block, in a heading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Literal

import attrs

from rendaparse.clause.figure import Figure
from rendaparse.dating import in_edtf
from rendaparse.nodes import Branch, Document, Punctuation, Quantity, Sentence, Subtitle, Time, Title
from rendaparse.parts import opening_time
from rendaparse.said import said_times
from rendaparse.years import FIVE_YEARS, Part, Years

PeriodFrom = Literal["figure", "sentence", "paragraph", "heading", "part"]
"""Where a period is said: in the clause of the figure, in its sentence, and so on; by the part only where none does."""

TITLE_RULES = frozenset({"title", "reviewTitle", "planTitle"})
"""Rules of periods that a title names."""
YEAR = re.compile("[12][0-9]{3}")
OF = "的"
TIMES = "倍"
MOST_LISTED = 9
SEMICOLONS = "；;"
COMMAS = "，；,;"
ADVERB = 2
"""Characters that may stand before a verb that opens its clause: 共办结, 累计接待."""
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


NEVER = Period(None, None)
"""No time: where nothing tells it, and nothing is to be implied."""


class SentenceTimes:
    """The times of a sentence or heading that its figures may speak of."""

    def __init__(self, sentence: Branch, bases: set[str | None]) -> None:
        """Take the times of ``sentence`` but those that are the ``bases`` of its comparisons."""
        resolved = [said for said in said_times(sentence) if said.time.resolved is not None]
        self._times = [said for said in resolved if not (said.is_base or said.is_name or said.time.text in bases)]
        self._owners = {said.time.end + len(OF): said.time for said in resolved if said.behind.startswith(OF)}
        """The times right before a figure, its own whatever they measure: 从2020年的3亿元; but not 是2020年的3倍."""
        self._ends = [said.time.end for said in self._times]
        holding = [i if said.holds_on else -1 for i, said in enumerate(self._times)]
        self._holding = list(accumulate(holding, max))
        """By the place of each time, that of the last one up to it that holds for clauses behind its own."""
        self._semicolons = [mark.start for mark in sentence.find_all(Punctuation) if mark.text in SEMICOLONS]
        self._commas = [mark.start for mark in sentence.find_all(Punctuation) if mark.text in COMMAS]
        self._figures = [quantity.start for quantity in sentence.find_all(Quantity)]

    def of(self, figure: Figure) -> Period | None:
        """Return the time that a figure is of: in its clause, at the head of a clause before it, or behind it.

        The start of a change (从A到B) has only the time that stands right before it.
        """
        start, clause = figure.quantity.start, figure.clause
        measured = figure.relation == "change" or figure.quantity.unit == TIMES
        if start in self._owners and not measured:
            return Period(self._owners[start].resolved, "figure")
        if figure.relation == "start":
            return NEVER
        last = bisect_right(self._ends, start) - 1
        if measured and last >= 0 and self._ends[last] + len(OF) == start:
            last -= 1  # 是2020年的3倍
        if last >= 0 and self._times[last].time.start >= clause[0]:
            return Period(self._listed(last, figure), "figure")
        if last >= 0 and not self._goes_on(figure, self._times[last].time):
            last = self._holding[last]
        return Period(self._listed(last, figure), "sentence") if last >= 0 else self._behind(figure)

    def _behind(self, figure: Figure) -> Period | None:
        """Return the time behind a figure in its clause, unless it is that of another figure: 3条高速年内建成."""
        place = bisect_right(self._ends, figure.quantity.start)
        if place == len(self._times) or self._ends[place] > figure.clause[1]:
            return None
        if bisect_left(self._figures, self._ends[place]) < bisect_left(self._figures, figure.clause[1]):
            return None
        return Period(self._times[place].time.resolved, "figure")

    def _goes_on(self, figure: Figure, time: Time) -> bool:
        """Tell whether a figure goes on with what the clause of a time counts, by its thing or by who acts.

        收入2023年达到3亿元, 增长5%; 联络站全年接待群众7人次, 解决问题9个.
        """
        if figure.thing is not None and figure.thing.spans[0][0] < time.start:
            return True
        acts = figure.verb is not None and 0 <= figure.verb.span[0] - figure.clause[0] <= ADVERB
        start = figure.quantity.start
        counted = bisect_left(self._figures, time.end) < bisect_left(self._figures, start)
        return acts and counted and bisect_left(self._semicolons, time.end) == bisect_left(self._semicolons, start)

    def _listed(self, last: int, figure: Figure) -> str | None:
        """Return the last of several times that are listed; or that of a figure in a list of as many, or all as one.

        2021年、2022年分别完成3件、5件; 2021年、2022年共完成8件.
        """
        first = last
        while first > 0 and last - first < MOST_LISTED and self._times[first].is_listed:
            first -= 1
        times = [said.time.resolved or "" for said in self._times[first : last + 1]]
        begin = bisect_left(self._figures, self._ends[last])
        place = bisect_left(self._figures, figure.quantity.start) - begin
        comma = bisect_left(self._commas, figure.quantity.start)
        end = bisect_left(self._figures, self._commas[comma]) if comma < len(self._commas) else len(self._figures)
        if len(times) == end - begin and 0 <= place < len(times):
            return times[place]
        years = [int(time) for time in times if YEAR.fullmatch(time)]
        in_a_row = len(years) == len(times) and years == list(range(years[0], years[0] + len(years)))
        return in_edtf(years[0], years[-1]) if in_a_row and len(years) > 1 else times[-1]


def opening_period(sentence: Sentence, said: Period | None, *, first: bool) -> Period | None:
    """Return the time that a sentence is about: it holds for those that follow it in the block.

    Within a block it must be another one than is ``said`` before or above; a moment (年末) is of its own sentence only.
    """
    time = opening_time(sentence)
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
