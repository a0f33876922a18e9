"""Finds the times that figures speak of (数据的时间): in their sentence, in their block, in a heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

import attrs

from rendaparse.nodes import Branch, Document, Sentence, Subtitle, Time, Title
from rendaparse.years import Part, Years

PeriodFrom = Literal["figure", "sentence", "paragraph", "heading", "part"]
"""Where a period is said: in the clause of the figure, in its sentence, and so on; by the part only where none does."""

COMPARING = frozenset("比较与同从由")
"""Words behind which a time is no time of the figure."""
FIVE_YEARS = "P5Y"
"""The term of a congress."""
YEAR = re.compile("[12][0-9]{3}")
TERM_WORDS = ("时期", "期间", "年均")
"""Words behind a plan that make its term a time of figures."""
OPENING = 2
"""Characters that may stand before the time a sentence opens with (在2023年, ——这五年)."""


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


class SentenceTimes:
    """The times of a sentence or heading that its figures may speak of."""

    def __init__(self, sentence: Branch, bases: set[str | None]) -> None:
        """Take the times of ``sentence`` but those that are the ``bases`` of its comparisons."""
        self._times = [time for time in times_of_figures(sentence) if time.text not in bases]
        self._ends = [time.end for time in self._times]

    def before(self, offset: int, clause: int) -> Period | None:
        """Return the last time before a figure at ``offset``, whose clause begins at ``clause``."""
        before = bisect_right(self._ends, offset)
        if not before:
            return None
        time = self._times[before - 1]
        return Period(time.resolved, "figure" if time.start >= clause else "sentence")


def opening_period(sentence: Sentence) -> Period | None:
    """Return the time that a sentence opens with: it holds for those that follow it in the block."""
    time = next(iter(times_of_figures(sentence)), None)
    return Period(time.resolved, "paragraph") if time and time.start - sentence.start <= OPENING else None


def times_of_figures(sentence: Branch) -> list[Time]:
    """Return the times that figures behind them may be of: those that are resolved; plans where a word makes them one.

    The base of a comparison and a beginning are none: 比上年, 从2020年的….
    """
    times: list[Time] = []
    before = ""
    plan: Time | None = None
    for node in sentence.walk():
        if node.is_leaf:
            if plan is not None and node.start == plan.end and node.text.startswith(TERM_WORDS):
                times.append(plan)
            before = node.text[-1:]
        elif isinstance(node, Time) and node.resolved is not None:
            plan = None
            if before in COMPARING or node.text.startswith(("上年", "同期")):
                continue
            if node.kind == "plan":
                plan = node
            else:
                times.append(node)
    return times


def heading_period(heading: Branch, years: Years, part: Part) -> Period | None:
    """Return the time that a heading names (这五年, 2025年工作回顾, 这是…的五年).

    Of several it is the year of its part (2025年和“十四五”时期工作回顾), or none. A year that is another than that of
    its part tells nothing: the heading stands at a wrong place.
    """
    durations = [time for time in heading.find_all(Time) if time.kind == "duration"]
    if durations and heading.text.endswith(durations[-1].text) and durations[-1].value == FIVE_YEARS and years.reported:
        return Period(f"{years.reported - 4}/{years.reported}", "heading")
    times = {time.resolved for time in heading.find_all(Time)}
    year = str(years.of(part))
    if year in times:
        return Period(year, "heading")
    period = times.pop() if len(times) == 1 else None
    misplaced = period in {str(years.delivery), str(years.reported)}
    return None if misplaced or period is None else Period(period, "heading")


def part_period(part: Part, years: Years, document: Document) -> Period:
    """Return the year that a part speaks of, where nothing nearer tells; it is said where the title names it."""
    year = years.of(part)
    if year is None:
        return Period(None, None)
    titles = (node for node in document.children if isinstance(node, Title | Subtitle))
    named = any(time.value.startswith(str(year)) for title in titles for time in title.find_all(Time))
    return Period(str(year), "heading" if named else "part")
