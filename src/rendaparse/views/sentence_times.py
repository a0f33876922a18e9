"""Finds the time that each figure of a sentence speaks of (数据的时间)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rendaparse.clause.figure import Figure
from rendaparse.dating import in_edtf
from rendaparse.nodes import Branch, Punctuation, Quantity, Time
from rendaparse.said import OF, said_times
from rendaparse.views.periods import NEVER, NOW, YEAR, Period, PeriodFrom, is_now

SEMICOLONS = "；;"
COMMAS = "，；,;"
ADVERB = 2
"""Characters that may stand before a verb that opens its clause: 共办结, 累计接待."""
TIMES = "倍"
MEASURED = frozenset({"change", "share"})
"""Relations of figures that are measured from what is named right before them: 占上年的3%."""
MOST_LISTED = 9


class SentenceTimes:
    """The times of a sentence or heading that its figures may speak of."""

    def __init__(self, sentence: Branch, bases: set[str | None]) -> None:
        """Take the times of ``sentence`` but those that are the ``bases`` of its comparisons."""
        figures = list(sentence.find_all(Quantity))
        multiples = {figure.start for figure in figures if figure.unit == TIMES}
        found = [said for said in said_times(sentence) if said.time.resolved is not None or is_now(said.time)]
        found = [said for said in found if not (said.owns and said.time.end + len(OF) in multiples)]
        self._times = [said for said in found if not (said.is_base or said.is_name or said.time.text in bases)]
        self._owners = {said.time.end + len(OF): said.time for said in found if said.owns and said.time.resolved}
        """The times right before a figure, its own whatever they measure: 从2020年的3亿元."""
        self._ends = [said.time.end for said in self._times]
        self._holding: list[int] = []
        """By the place of each time, that of the last one up to it that holds for clauses behind its own."""
        for place, said in enumerate(self._times):
            last = self._holding[-1] if place else -1
            holds = said.holds_on or (said.is_listed and last == place - 1 >= 0)
            self._holding.append(place if holds else last)
        self._semicolons = [mark.start for mark in sentence.find_all(Punctuation) if mark.text in SEMICOLONS]
        self._commas = [mark.start for mark in sentence.find_all(Punctuation) if mark.text in COMMAS]
        self._figures = [figure.start for figure in figures]

    def of(self, figure: Figure) -> Period | None:
        """Return the time that a figure is of: in its clause, at the head of a clause before it, or behind it.

        The start of a change (从A到B) has only the time that stands right before it. :data:`NOW` is that of the report.
        """
        start, clause = figure.quantity.start, figure.clause
        measured = start in self._owners and figure.relation in MEASURED
        if start in self._owners and not measured:
            return Period(self._owners[start].resolved, "figure")
        if figure.relation == "start":
            return NEVER
        last = bisect_right(self._ends, start) - 1
        if measured and last >= 0 and self._ends[last] + len(OF) == start:
            last -= 1
        said: PeriodFrom = "figure"
        if last >= 0 and self._times[last].time.start < clause[0]:
            said = "sentence"
            last = last if self._goes_on(figure, self._times[last].time) else self._holding[last]
        if last < 0:
            return self._behind(figure)
        return NOW if is_now(self._times[last].time) else Period(self._listed(last, figure), said)

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
