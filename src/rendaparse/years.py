"""Finds the years a report speaks of, and resolves its relative times by the part they stand in."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Dateline, Document, Heading, Imprint, Paragraph, Section, Subtitle, Time, Title

Part = Literal["review", "plan", ""]
ABSOLUTE = re.compile(r"[12][0-9]{3}")
SYMBOL = re.compile(r"Y(?P<shift>0|[-+][0-9])")
SPAN = re.compile(r"P-?(?P<years>[0-9]+)Y")
# 去年, 今年, 明年 count from the year of delivery; 上年, 本年, 当年 from the year the part speaks of.
FROM_DELIVERY = ("今", "去", "明", "前")
MONTHS = {"end-of-year": "-12", "start-of-year": "-01", "mid-year": "-06", "within-year": "", "year": ""}


@attrs.frozen(slots=True)
class Years:
    """The year a report was delivered in (今年) and the one it reports on; None where nothing tells.

    ``planned`` is the year that its plan is for, where that is neither: a review of 2022, written at its end, with the
    plan of 2023.
    """

    delivery: int | None
    reported: int | None
    planned: int | None = None
    part: Part = ""
    """The part that the whole is, where no heading tells: a plan that its title names one."""

    def of(self, part: Part) -> int | None:
        """The year a part speaks of."""
        return (self.planned or self.delivery) if part == "plan" else self.reported


def find_years(document: Document) -> Years:
    """Find the years from title, subtitle, dateline, imprint and the headings, in the order of their weight."""
    years = _from_front(document)
    headings = (section.heading for section in document.children if isinstance(section, Section))
    planned = next((year for h in headings if part_of(h.text, "") == "plan" for year in _years(h)), None)
    late = planned is not None and years.delivery is not None and planned == years.delivery + 1
    return attrs.evolve(years, planned=planned) if late else years


def _from_front(document: Document) -> Years:
    front = document.children
    titles = [node for node in front if isinstance(node, Title | Subtitle)]
    words = "".join(node.text for node in titles)
    titled = next((year for node in titles for year in _years(node)), None)
    stamps = sorted((n for n in front if isinstance(n, Dateline | Imprint)), key=lambda n: isinstance(n, Imprint))
    delivered = next((year for node in stamps for year in _years(node)), None)
    if titled is not None:
        return _from_title(words, titled, delivered)
    if delivered is not None:
        of_now = pattern("forms", "SPECIAL_TITLE").search(words) is not None
        return Years(delivered, delivered if of_now else delivered - 1)
    this_year = _this_year(document)
    return Years(this_year, this_year - 1) if this_year is not None else _from_headings(document)


def _from_title(words: str, titled: int, delivered: int | None) -> Years:
    """Find the years of a report whose title names one: that of a plan or a review, or that of its delivery."""
    if pattern("forms", "PLAN_TITLE").search(words):
        return Years(titled, titled, part="plan")
    if pattern("forms", "REVIEW_TITLE").search(words):
        return Years(titled if delivered == titled else titled + 1, titled)
    if delivered is not None:
        return Years(delivered, titled if titled < delivered else delivered - 1)
    government = pattern("forms", "GOVERNMENT_TITLE").search(words) is not None
    return Years(titled, titled - 1) if government else Years(titled + 1, titled)


def _from_headings(document: Document) -> Years:
    """Find the years by the first heading that names one and says what its part speaks of."""
    for section in document.children:
        if not isinstance(section, Section):
            continue
        heading = section.heading
        year = next(iter(_years(heading)), None)
        part = part_of(heading.text, "")
        if year is not None and part:
            return Years(year, year - 1) if part == "plan" else Years(year + 1, year)
    return Years(None, None)


def _this_year(document: Document) -> int | None:
    """The year that a paragraph opens with and then calls 今年 (2023年是…之年。今年工作的总体要求是…)."""
    opening: int | None = None
    for paragraph in document.find_all(Paragraph):
        for time in paragraph.find_all(Time):
            if time.start - paragraph.start <= 1 and time.kind == "year":
                opening = int(time.value[:4])
            elif time.text == "今年" and opening is not None:
                return opening
        opening = None
    return None


def _years(node: Title | Subtitle | Dateline | Imprint | Heading) -> list[int]:
    return [int(match.group()) for time in node.find_all(Time) if (match := ABSOLUTE.match(time.value))]


def part_of(heading: str, before: Part, years: Years | None = None) -> Part:
    """Which part a heading opens: by its words, then by its year; else the part goes on."""
    if pattern("forms", "REVIEW_PART").search(heading):
        return "review"
    if pattern("forms", "PLAN_PART").search(heading):
        return "plan"
    if years is not None and years.delivery is not None:
        if f"{years.delivery}年" in heading:
            return "plan"
        if f"{years.reported}年" in heading:
            return "review"
    return before


def resolved(time: Time, years: Years, part: Part) -> str | None:
    """Return the EDTF of a time in its part, None where the document does not tell."""
    value = time.value
    year = years.of(part)
    if SYMBOL.match(value):
        base = years.delivery if time.text.startswith(FROM_DELIVERY) else year
        return None if base is None else SYMBOL.sub(lambda symbol: str(base + int(symbol["shift"])), value)
    if value in MONTHS:
        return None if year is None else f"{year}{MONTHS[value]}"
    if "XXXX" in value:
        return None if year is None or "XX-" in value.replace("XXXX", "") else value.replace("XXXX", str(year))
    if (span := SPAN.fullmatch(value)) and time.kind in ("period", "relative"):
        return _period(time.text, int(span["years"]), years)
    if time.kind in ("duration", "anniversary") or not ABSOLUTE.search(value):
        return None
    return value


def _period(text: str, length: int, years: Years) -> str | None:
    ahead = text.startswith(("今后", "未来"))
    last = years.delivery if ahead else years.reported
    if last is None:
        return None
    if length == 1:
        return str(last)
    return f"{last}/{last + length - 1}" if ahead else f"{last - length + 1}/{last}"
