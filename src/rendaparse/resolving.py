"""Resolves the relative times of a report by the years it speaks of and by the part they stand in."""

from __future__ import annotations

import re
from calendar import monthrange

from rendaparse.dating import in_edtf
from rendaparse.inline.values.date import UNKNOWN_MONTH, UNKNOWN_YEAR
from rendaparse.nodes import Time
from rendaparse.years import AHEAD, Part, Years

SYMBOL = re.compile(r"Y(?P<shift>0|[-+][0-9])")
SPAN = re.compile(r"P-?(?P<years>[0-9]+)Y")
DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-9]{2})")
FROM_DELIVERY = ("今年", "去年", "明年", "前年", "后年", "今明", "去今", "明后", "今、明", "去、今", "明、后")
"""They count from the year of delivery; 上年, 本年, 当年 from the year the part speaks of."""
WITHIN = "内"
BEHIND = ("过去", "最近", "近", "这")
THIRD = "旬"
MONTHS = {"end-of-year": "-12", "start-of-year": "-01", "mid-year": "-06", "within-year": "", "year": ""}
DURATION = "P"
NEW_YEAR = "new-year"
ABSOLUTE = re.compile(r"[12][0-9]{2}[0-9X]")
"""A year, or the years of a decade."""


def resolved(time: Time, years: Years, part: Part) -> str | None:
    """Return the EDTF of a time in its part, None where the document does not tell, or the calendar has no such day."""
    if time.kind in ("duration", "anniversary"):
        return None
    if span := SPAN.fullmatch(time.value):
        return _window(time.text, int(span["years"]), years, part)
    value = None if time.value.startswith(DURATION) else _dated(time, years, part)
    if value is None or UNKNOWN_YEAR in value or f"-{UNKNOWN_MONTH}-" in value or not ABSOLUTE.search(value):
        return None
    if THIRD in time.text:
        value = DAY.sub(_clipped, value)
    first, _, last = value.partition("/")
    backwards = last[:4].isdecimal() and last < first[: len(last)] and first[:4].isdecimal()
    return None if backwards or lacks_day(value) else value


def no_such_day(time: Time, years: Years, part: Part) -> bool:
    """Tell whether the calendar of the year that a time is of lacks its day (2月29日)."""
    return time.resolved is None and THIRD not in time.text and lacks_day(_dated(time, years, part) or "")


def counts_from_delivery(time: Time) -> bool:
    """Tell whether a time counts from the year of delivery (今年), and not from that of its part (上年)."""
    return any(word in time.text for word in FROM_DELIVERY)


def lacks_day(value: str) -> bool:
    """Tell whether a day of a value is in no calendar."""
    return any(int(day["day"]) > _length(day) for day in DAY.finditer(value))


def _length(day: re.Match[str]) -> int:
    return monthrange(int(day["year"]), int(day["month"]))[1]


def _clipped(day: re.Match[str]) -> str:
    """Return the last day of a month in place of one behind it (2月下旬)."""
    return f"{day['year']}-{day['month']}-{min(int(day['day']), _length(day)):02}"


def _dated(time: Time, years: Years, part: Part) -> str | None:
    """Return the value of a time with the year it is of in place of what stands for it."""
    year = years.of("plan" if time.value == NEW_YEAR else part)
    if time.value in MONTHS or time.value == NEW_YEAR:
        return None if year is None else in_edtf(year) + MONTHS.get(time.value, "")
    if SYMBOL.search(time.value):
        year = years.delivery if counts_from_delivery(time) else year
    if year is None:
        return None if SYMBOL.search(time.value) else time.value
    value = SYMBOL.sub(lambda symbol: in_edtf(year + int(symbol["shift"])), time.value)
    return value.replace(UNKNOWN_YEAR, in_edtf(year))


def _window(text: str, length: int, years: Years, part: Part) -> str | None:
    """Return so many years: those up to the one reported (五年来), or those from that of the plan on (今后五年)."""
    ahead = text.startswith(AHEAD)
    if not ahead and text.endswith(WITHIN) and not text.startswith(BEHIND):
        if part != "plan":
            return None
        ahead = True
    last = years.of("plan") if ahead else years.reported
    if last is None:
        return None
    if length == 1:
        return in_edtf(last)
    return in_edtf(last, last + length - 1) if ahead else in_edtf(last - length + 1, last)
