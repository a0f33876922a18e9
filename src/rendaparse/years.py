"""Finds the years a report speaks of, and resolves its relative times by the part they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.dating import GIVEN, Clues, in_edtf, is_late, read_clues, year_of
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Dating, Document, Heading, Paragraph, Time
from rendaparse.said import said_times

Part = Literal["review", "plan", ""]
ABSOLUTE = re.compile(r"[12][0-9]{3}")
AHEAD = ("今后", "未来")
PERIODS = re.compile(r"[12][0-9]{3}(?:/[12][0-9]{3}|-(?:3[3-6]|4[01])|-01/[12][0-9]{3}-[01][0-9])")
"""Spans of years, parts of a year, its first months."""
FIVE_YEARS = frozenset({"P5Y", "P-5Y"})
"""The term of a congress: 过去五年, 五年来, 这五年."""
MIDYEAR = 5
"""The month from which on what is no yearly report speaks of the year it is given in."""
PARTS: tuple[Part, ...] = ("review", "plan")


@attrs.frozen(slots=True)
class Years:
    """The year a report was delivered in (今年) and the one it reports on; None where nothing tells.

    ``planned`` is the year that its plan is for, where that is neither: a review of 2022, written at its end, with the
    plan of 2023. What tells a reader the same, with the place and the rule it was read by, stands in ``delivered``,
    ``reported_period`` and ``plan_period``.
    """

    delivery: int | None
    reported: int | None
    planned: int | None = None
    part: Part = ""
    """The part that the whole is, where no heading tells: a plan that its title names one."""
    delivered: Dating | None = attrs.field(default=None, eq=False)
    reported_period: Dating | None = attrs.field(default=None, eq=False)
    plan_period: Dating | None = attrs.field(default=None, eq=False)

    def of(self, part: Part) -> int | None:
        """The year a part speaks of."""
        return (self.planned or self.delivery) if part == "plan" else self.reported


def find_years(document: Document, given: str | None = None) -> Years:
    """Find the years from title, subtitle, dateline, imprint and the headings, in the order of their weight.

    ``given`` is the EDTF date of the delivery where the caller knows it: it wins. A document that was read with one
    holds it.
    """
    if given is None and document.delivered is not None and document.delivered.rule == GIVEN:
        given = document.delivered.value
    clues = read_clues(document, given)
    years = _decided(document, clues)
    years = attrs.evolve(years, planned=_planned(years, clues))
    return attrs.evolve(
        years,
        delivered=clues.delivered(years.delivery) or years.delivered,
        reported_period=_term(years, clues) or years.reported_period,
        plan_period=years.plan_period or _plan_period(years, clues),
    )


# ── the year of delivery and the one reported ────────────────────────────────────────────────────────────────────────


def _decided(document: Document, clues: Clues) -> Years:
    """Decide on the two years by the place that tells them best."""
    if clues.titled:
        title = clues.titled[0]
        return _of_plan(title) if title.rule == "planTitle" else _from_title(clues, title)
    if clues.stamp is not None:
        return _from_stamp(clues, clues.stamp)
    this_year = _this_year(document)
    if this_year is not None:
        year = year_of(this_year)
        return Years(year, year - 1, delivered=this_year, reported_period=_before(this_year))
    years = _from_headings(clues.headings)
    opening = _opening_year(document) if years.reported is None else None
    return years if opening is None else Years(year_of(opening) + 1, year_of(opening), reported_period=opening)


def _of_plan(title: Dating) -> Years:
    """Find the years of the outline of a five-year plan, which is drawn up in its first year."""
    first = int(title.value[:4])
    return Years(first, first - 1, part="plan", plan_period=title)


def _from_title(clues: Clues, title: Dating) -> Years:
    """Find the years of a report whose title names one: that of a plan or a review, or that of its delivery."""
    titled = year_of(title)
    stamp = clues.stamp
    delivered = year_of(stamp) if stamp is not None else None
    given = delivered if stamp is not None and stamp.rule == GIVEN else None
    is_review = _names(clues, "REVIEW_TITLE")
    if _names(clues, "PLAN_TITLE") and not is_review:
        planned = attrs.evolve(title, value=in_edtf(titled), rule="planTitle")
        return Years(given or titled, titled, part="plan", plan_period=planned)
    if is_review:
        delivery = given or (titled if delivered == titled else titled + 1)
        return Years(delivery, titled, reported_period=_named(title, "reviewTitle"))
    if stamp is not None and delivered is not None:
        if titled < delivered or (titled == delivered and (is_late(stamp) or _names(clues, "STATE_TITLE"))):
            return Years(delivered, titled, reported_period=_named(title, "title"))
        return _from_stamp(clues, stamp)
    if _names(clues, "GOVERNMENT_TITLE"):
        given_in = _named(title, "governmentTitle")
        return Years(titled, titled - 1, delivered=given_in, reported_period=_before(given_in))
    return Years(titled + 1, titled, reported_period=_named(title, "title"))


def _from_stamp(clues: Clues, stamp: Dating) -> Years:
    """Find the years of a report by its date: late in a year, in its course, or on one matter, it reports on that year.

    A yearly report (工作报告) given in the course of a year is on the one before.
    """
    delivered = year_of(stamp)
    in_course = int(stamp.value[5:7] or 0) >= MIDYEAR and not _names(clues, "YEARLY_TITLE")
    if in_course or _names(clues, "SPECIAL_TITLE") or is_late(stamp):
        return Years(
            delivered, delivered, reported_period=attrs.evolve(stamp, value=in_edtf(delivered), rule="sameYear")
        )
    return Years(delivered, delivered - 1, reported_period=_before(stamp))


def _from_headings(headings: Sequence[Heading]) -> Years:
    """Find the years by the first heading that names one and says what its part speaks of."""
    named_years = [year for heading in headings for year in _years(heading) if ABSOLUTE.fullmatch(year.value)]
    for first, second in pairwise(named_years):
        if year_of(second) == year_of(first) + 1:  # 2025年主要工作, 2026年主要工作
            return Years(year_of(second), year_of(first), reported_period=first)
    for heading in headings:
        named = next(_years(heading), None)
        part = part_of(heading.text)
        if named is not None and part == "plan":
            first = attrs.evolve(named, value=named.value[:4])
            return Years(year_of(first), year_of(first) - 1, reported_period=_before(first))
        if named is not None and part:
            return Years(year_of(named) + 1, year_of(named), reported_period=_named(named, "heading"))
    return Years(None, None)


def _names(clues: Clues, form: str) -> bool:
    words = "".join(title.text for title in clues.titles)
    return pattern("forms", form).search(words) is not None


def _named(dating: Dating, rule: str) -> Dating:
    """Return a year, a part of one, or a span of years, as a period, by a rule."""
    value = dating.value if PERIODS.fullmatch(dating.value) else in_edtf(year_of(dating))
    return attrs.evolve(dating, value=value, rule=rule)


def _before(dating: Dating) -> Dating:
    """Return the year before a date."""
    return attrs.evolve(dating, value=in_edtf(year_of(dating) - 1), rule="yearBefore")


def _this_year(document: Document) -> Dating | None:
    """The year that a paragraph opens with and then calls 今年 (2023年是…之年。今年工作的总体要求是…)."""
    opening: Dating | None = None
    for paragraph in document.find_all(Paragraph):
        for time in paragraph.find_all(Time):
            if time.start - paragraph.start <= 1 and time.kind == "year":
                opening = Dating(time.value[:4], time.span, "thisYear")
            elif time.text == "今年" and opening is not None:
                return opening
        opening = None
    return None


def _opening_year(document: Document) -> Dating | None:
    """The year that the first paragraph which names a time opens with: 2007年, 我院…."""
    for paragraph in document.find_all(Paragraph):
        said = next(iter(said_times(paragraph)), None)
        if said is not None:
            opens = not said.before.strip() and ABSOLUTE.fullmatch(said.time.value)
            return Dating(said.time.value, said.time.span, "openingYear") if opens else None
    return None


def _years(heading: Heading) -> Iterator[Dating]:
    """Yield the times of a heading that begin in a year."""
    for said in said_times(heading):
        if ABSOLUTE.match(said.time.value):
            yield Dating(said.time.value, said.time.span, "heading")


# ── the term reported, and the plan ──────────────────────────────────────────────────────────────────────────────────


def _term(years: Years, clues: Clues) -> Dating | None:
    """The five years that a report at the end of a term (换届) looks back on: 过去五年工作回顾."""
    if years.reported is None or years.part == "plan":
        return None
    reviews = [heading for heading in clues.headings if part_of(heading.text) == "review"]
    for node in (*(clues.titles if _names(clues, "REVIEW_TITLE") else ()), *reviews):
        for time in node.find_all(Time):
            if time.value in FIVE_YEARS and not time.text.startswith(AHEAD):
                return Dating(in_edtf(years.reported - 4, years.reported), time.span, "term")
    return None


def _planned(years: Years, clues: Clues) -> int | None:
    """The year of the plan, where it is the one behind that of delivery."""
    if years.delivery is None:
        return None
    plans = [heading for heading in clues.headings if part_of(heading.text) == "plan"]
    named = next((int(year.value[:4]) for heading in plans for year in _years(heading)), None)
    late = named is None and years.reported == years.delivery and is_late(clues.stamp)
    return years.delivery + 1 if late or named == years.delivery + 1 else None


def _plan_period(years: Years, clues: Clues) -> Dating | None:
    """The year, or the span of years, that the plan of a report is for; None for a report without one."""
    reported = years.reported
    if reported is None:
        return None
    second = [year for year in clues.titled[1:] if year_of(year) == year_of(clues.titled[0]) + 1]
    plans = [heading for heading in clues.headings if _is_plan(heading)]
    parts = [*plans, *(heading for heading in clues.headings if _is_part(heading) and not _looks_back(heading))]
    named = [year for year in (*second, *(y for heading in parts for y in _years(heading))) if year_of(year) > reported]
    single = next((year for year in named if ABSOLUTE.fullmatch(year.value)), None)
    plans = [heading for heading in plans if _is_part(heading) and not any(True for _ in _years(heading))]
    if single is not None or (named and not plans):
        return single or named[0]
    year = years.of("plan")
    if year is None or not plans:
        return None
    for time in (time for heading in plans for time in heading.find_all(Time)):
        if time.value in FIVE_YEARS:
            return Dating(in_edtf(year, year + 4), time.span, "term")
    return Dating(in_edtf(year), plans[0].text_span, "planHeading")


def _is_plan(heading: Heading) -> bool:
    return any(part == "plan" for _, part in parts_named(heading.text))


def _is_part(heading: Heading) -> bool:
    """Whether a heading has the form of one that opens a part of a report."""
    return pattern("forms", "PART_HEADING").fullmatch(heading.text) is not None


def _looks_back(heading: Heading) -> bool:
    return pattern("forms", "REVIEW_TITLE").search(heading.text) is not None


def contradictions(document: Document, years: Years) -> list[Diagnostic]:
    """Return a diagnostic for each year of a title or a part heading that does not go with the date of delivery."""
    if years.delivery is None or years.delivered is None:
        return []
    clues = read_clues(document, None)
    near = range(years.delivery - 1, years.delivery + 2)
    title = clues.titled if _names(clues, "YEARLY_TITLE") else ()
    places = [title, *(tuple(_years(heading)) for heading in clues.headings if _is_part(heading))]
    if clues.stamp is not None and years.delivered.rule == GIVEN:
        places.append((clues.stamp,))
    return [
        Diagnostic("RP601", place[0].span or (0, 0), f"{place[0].value} ≠ {years.delivered.value}")
        for place in places
        if place and all("/" not in year.value and year_of(year) not in near for year in place)
    ]


# ── what a part speaks of ────────────────────────────────────────────────────────────────────────────────────────────


def part_of(heading: str) -> Part:
    """Which part a heading opens by its words; of two the last counts (主要工作任务), unless it joins them."""
    named = parts_named(heading)
    (first, part), (last, behind) = (named[0], named[-1]) if named else ((0, ""), (0, ""))
    joined = part != behind and pattern("forms", "JOINING").search(heading, first, last) is not None
    return "" if joined else behind


def parts_named(heading: str) -> list[tuple[int, Part]]:
    """Return the words of a heading that tell a part, by their places."""
    forms = ((pattern("forms", f"{part.upper()}_PART"), part) for part in PARTS)
    return sorted((match.start(), part) for form, part in forms for match in form.finditer(heading))
