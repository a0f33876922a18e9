"""Facts (数据): the figures of a report as rows, each with its place, its verb, its thing, its time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import Span
from rendaparse.clause.figure import Figure, Relation
from rendaparse.clause.figures import read_figures
from rendaparse.nodes import Approximator, Branch, Heading, Mention, Section, Sentence, Time
from rendaparse.tree.inlines import has_inlines
from rendaparse.years import Part, Years, find_years, part_of

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
class Fact:
    """One figure of a report.

    ``span`` and ``text`` are the quantity as written; ``value``, ``unit``, ``percent``, ``approx`` as in its node.
    ``verb`` is what was done, inherited along a list of clauses; ``thing`` what was counted. ``relation`` is None for
    a plain figure, else share, rate, change or part; ``of`` the span of the figure it is a share or part of;
    ``change`` the direction as written, ``compared_with`` what with. ``period`` is the time the figure speaks of, in
    EDTF; ``path`` the headings above it; ``planned`` whether it is a plan rather than a result.
    """

    span: Span
    text: str
    value: Decimal | tuple[Decimal, Decimal]
    unit: str | None
    percent: bool
    approx: Approximator | None
    verb: str | None
    thing: str | None
    relation: Relation | None
    of: Span | None
    change: str | None
    compared_with: str | None
    period: str | None
    path: tuple[str, ...]
    planned: bool


def facts(report: BaseReport) -> tuple[Fact, ...]:
    """Return the figures of a report in the order of the text.

    Raises ValueError where the report was parsed without inline content, as no figure was read then.
    """
    if not has_inlines(report.document):
        raise ValueError("the report was parsed without inline content (inline=False), so no figure was read")
    years = find_years(report.document)
    return tuple(_below(report.document, _Place((), years.part, years, None)))


@attrs.frozen(slots=True)
class _Place:
    """Where a sentence stands: the headings above it, its part, the last time named in its block."""

    path: tuple[str, ...]
    part: Part
    years: Years
    period: str | None


def _below(branch: Branch, place: _Place) -> Iterator[Fact]:
    for child in branch.children:
        if isinstance(child, Section):
            heading = child.heading.text
            place = attrs.evolve(place, part=part_of(heading, place.part, place.years))
            period = _period_of(child.heading, place.years, place.part) or place.period
            yield from _below(child, attrs.evolve(place, path=(*place.path, heading), period=period))
        elif isinstance(child, Sentence):
            yield from _of_sentence(child, place)
            opening = _opening_time(child)
            place = attrs.evolve(place, period=opening or place.period)
        elif isinstance(child, Branch) and not isinstance(child, Heading):
            yield from _below(child, place)


def _of_sentence(sentence: Sentence, place: _Place) -> Iterator[Fact]:
    read = read_figures(sentence)
    if not read:
        return
    bases = {figure.compared_with for _, figures in read for figure in figures}
    times = [time for time in _times_of_figures(sentence) if time.text not in bases]
    ends = [time.end for time in times]
    for _, figures in read:
        for figure in figures:
            before = bisect_right(ends, figure.quantity.start)
            yield _fact(figure, place, times[before - 1].resolved if before else None)


def _fact(figure: Figure, place: _Place, told: str | None) -> Fact:
    """Return the row of a figure; ``told`` is the period that its sentence tells."""
    quantity = figure.quantity
    year = place.years.of(place.part)
    period = told or place.period
    last = _last_year(period)
    ahead = last is not None and place.years.delivery is not None and last > place.years.delivery
    past = last is not None and year is not None and last < year
    return Fact(
        quantity.span,
        quantity.text,
        quantity.value,
        quantity.unit,
        quantity.percent,
        quantity.approx,
        _text(figure.verb),
        _text(figure.thing),
        figure.relation,
        figure.of,
        figure.change,
        figure.compared_with,
        period or (str(year) if year is not None else None),
        place.path,
        figure.planned or ahead or (place.part == "plan" and not past),
    )


def _text(mention: Mention | None) -> str | None:
    return mention.text if mention is not None else None


def _last_year(period: str | None) -> int | None:
    """The last year that a period names."""
    named = YEAR.findall(period or "")
    return int(named[-1]) if named else None


def _opening_time(sentence: Sentence) -> str | None:
    """The time that a sentence opens with: it holds for those that follow it in the block."""
    times = _times_of_figures(sentence)[:1]
    return next((time.resolved for time in times if time.start - sentence.start <= OPENING), None)


def _times_of_figures(sentence: Sentence) -> list[Time]:
    """The times that figures behind them may be of: those that are resolved, and plans where a word makes them one.

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


def _period_of(heading: Heading, years: Years, part: Part) -> str | None:
    """The one time that a heading names (这五年, 2025年工作回顾, 这是…的五年); None where it names several.

    A year that is another than that of its part tells nothing: the heading stands at a wrong place.
    """
    durations = [time for time in heading.find_all(Time) if time.kind == "duration"]
    if durations and heading.text.endswith(durations[-1].text) and durations[-1].value == FIVE_YEARS and years.reported:
        return f"{years.reported - 4}/{years.reported}"
    times = {time.resolved for time in heading.find_all(Time)}
    period = times.pop() if len(times) == 1 else None
    misplaced = period in {str(years.delivery), str(years.reported)} and period != str(years.of(part))
    return None if misplaced else period
