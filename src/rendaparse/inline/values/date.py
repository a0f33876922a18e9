"""Reads dates (日期): days, months, parts of a year, years, and the ranges between two of them, in EDTF."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping

import attrs

from rendaparse.inline.values.number import NoValueError, ordinal
from rendaparse.nodes.inlines import TimeKind

UNKNOWN_YEAR, UNKNOWN_MONTH = "XXXX", "XX"
THIS_YEAR = "Y0"
LEAP_YEAR = 2000
"""It has a 29th of February: what a year that is not known is taken for."""
CENTURY_TURNS = 50
"""Two digits from here on are a year of the last century, those below one of this."""

YEAR_WORDS = {
    "今年": "Y0",
    "本年": "Y0",
    "当年": "Y0",
    "同年": "Y0",
    "去年": "Y-1",
    "上年": "Y-1",
    "上一年": "Y-1",
    "前年": "Y-2",
    "明年": "Y+1",
    "次年": "Y+1",
    "翌年": "Y+1",
    "来年": "Y+1",
    "下一年": "Y+1",
    "第二年": "Y+1",
    "后年": "Y+2",
}
"""The year that a word names, counted from that of the report or of its part."""
SAME_YEAR = frozenset({"当年", "同年", "本年"})
YEAR_BEHIND = frozenset({"次年", "翌年", "来年", "下一年", "第二年"})
"""At the end of a range, the year behind the one that it begins in."""

HALVES = {"上": (1, 6, "40"), "前": (1, 6, "40"), "下": (7, 12, "41"), "后": (7, 12, "41")}
"""First and last month of a half-year, and its code."""
THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
"""First and last day of a third of a month (旬)."""
LAST_QUARTER = "4"
NAMED_NUMBERS = {"元": 1, "首": 1}

Groups = Mapping[str, str | None]
"""What the named groups of a terminal hold."""

Value = tuple[TimeKind, str]


@attrs.frozen(slots=True)
class Stretch:
    """A stretch of one year: all of it, or some of its ``months``, or some ``days`` of one of them.

    ``year`` is four digits, a symbol (``Y-1``) or :data:`UNKNOWN_YEAR`; ``code`` is what ISO 8601-2 calls the months:
    33 to 36 for quarters, 40 and 41 for half-years.
    """

    year: str
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    code: str | None = None

    @property
    def value(self) -> str:
        """EDTF."""
        if self.code is not None:
            return f"{self.year}-{self.code}"
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def first(self) -> str:
        """The year, month or day it begins with."""
        return self._end(0)

    @property
    def last(self) -> str:
        """The year, month or day it ends with."""
        return self._end(1)

    def _end(self, side: int) -> str:
        month = "" if self.months is None else f"-{self.months[side]:02}"
        return self.year + month + ("" if self.days is None else f"-{self.days[side]:02}")

    @property
    def kind(self) -> TimeKind:
        """What sort of time marker it is."""
        known = self.year.isdecimal()
        if self.months is None:
            return "year" if known else "relative"
        if self.code is None and self.first == self.last:
            return "date"
        return "period" if known or self.days is not None else "relative"


def read_date(groups: Groups) -> Value:
    """Read 2023年, 2021年5月18日, 去年3月, 6月上旬, 前三季度, 2023年底前, 2018年以来."""
    implied = THIS_YEAR if _names_division(groups) else UNKNOWN_YEAR
    whole = _stretch(_year(groups) or implied, groups)
    date = _edge(whole, groups)
    if groups.get("since") or groups.get("from") is not None:
        return "period", f"{date.first}/.."
    if groups.get("before"):
        return "period", f"../{date.last}"
    return (whole.kind if whole.months is None else date.kind), date.value


def read_range(groups: Groups) -> Value:
    """Read 2021—2025年, 3月至5月, 2021年11月至次年3月, 8月6-8日, 一至三季度, 2021年初至2022年底."""
    begin = {name: text for name, text in groups.items() if not name.startswith("to_")}
    end = {name.removeprefix("to_"): text for name, text in groups.items() if name.startswith("to_")}
    if begin.get("bare") is not None and end.get("quarter"):
        begin = {**begin, "quarter": begin["month"], "month": None}
    symbolic = _names_division(begin) or end.get("word")
    first = _edge(_stretch(_year(begin) or (THIS_YEAR if symbolic else UNKNOWN_YEAR), begin), begin)
    if end.get("same_month"):
        end = {**end, "month": begin["month"], "day": end["same_month"]}
    year = _end_year(first.year, end)
    last = _edge(_stretch(year or first.year, end), end)
    if year is None and last.last < first.first and first.year != UNKNOWN_YEAR:
        last = _edge(_stretch(_shifted(first.year, 1), end), end)  # over the New Year
    if first.year.isdecimal() and last.year.isdecimal() and last.last < first.first[: len(last.last)]:
        raise NoValueError(f"{first.first}/{last.last}")
    return "period", f"{first.first}/{last.last}"


# ── years ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _year(groups: Groups) -> str | None:
    """Return the year that groups name."""
    written = groups.get("year") or groups.get("bare_year")
    if written:
        return f"{number(written):04}"
    if short := groups.get("short"):
        two = number(short)
        return f"{19 if two >= CENTURY_TURNS else 20}{two:02}"
    return YEAR_WORDS[word] if (word := groups.get("word")) else None


def _end_year(begun: str, end: Groups) -> str | None:
    """Return the year that the end of a range names, which begins in another one."""
    word = end.get("word")
    if word in SAME_YEAR:
        return begun
    if word in YEAR_BEHIND:
        return _shifted(begun, 1)
    if end.get("short") and begun.isdecimal():
        return f"{begun[:2]}{number(str(end['short'])):02}"
    return _year(end)


def _shifted(year: str, by: int) -> str:
    """Return a year some years on; that of a symbol is one."""
    if year.isdecimal():
        return str(int(year) + by)
    shift = int(year[1:]) + by
    return f"Y{shift:+}" if shift else THIS_YEAR


# ── what part of a year ──────────────────────────────────────────────────────────────────────────────────────────────


def _names_division(groups: Groups) -> bool:
    """Tell whether groups name a part of a year that is no month."""
    return any(groups.get(name) for name in ("quarter", "half", "quarters", "months"))


def _stretch(year: str, groups: Groups) -> Stretch:
    """Return the stretch of a year that groups name."""
    if _names_division(groups) or groups.get("final_quarter"):
        return _division(year, groups)
    if groups.get("final_month"):
        return Stretch(year, (12, 12))
    if month := groups.get("month") or groups.get("nth_month"):
        return _days(year, checked_month(number(month)), groups)
    return Stretch(year)


def _division(year: str, groups: Groups) -> Stretch:
    """Return a half of a year, its first months or quarters, or one of its quarters."""
    if half := groups.get("half"):
        first, last, code = HALVES[half]
        return Stretch(year, (first, last), code=code)
    if quarters := groups.get("quarters"):
        return Stretch(year, (1, 3 * number(quarters)))
    if months := groups.get("months"):
        return Stretch(year, (1, checked_month(number(months))))
    quarter = number(groups.get("quarter") or LAST_QUARTER)
    checked_month(3 * quarter)
    return Stretch(year, (3 * quarter - 2, 3 * quarter), code=str(32 + quarter))


def _days(year: str, month: int, groups: Groups) -> Stretch:
    """Return a month, or the days of it that groups name."""
    if third := groups.get("third"):
        first, last = THIRDS[third][0], THIRDS[groups.get("last_third") or third][1]
        return Stretch(year, (month, month), (first, min(last, _length(year, month))))
    if day := groups.get("day"):
        return Stretch(year, (month, month), (checked_day(year, month, number(day)),) * 2)
    return Stretch(year, (month, month))


def _edge(stretch: Stretch, groups: Groups) -> Stretch:
    """Return the month that a stretch begins or ends with, where a word behind it says so (初, 底)."""
    first, last = stretch.months or (1, 12)
    if groups.get("beginning"):
        return attrs.evolve(stretch, months=(first, first), code=None)
    if groups.get("end"):
        return attrs.evolve(stretch, months=(last, last), code=None)
    return stretch


def checked_month(month: int) -> int:
    """Return a month; raise NoValueError where there is none of that number."""
    if not 1 <= month <= 12:
        raise NoValueError(str(month))
    return month


def checked_day(year: str, month: int, day: int) -> int:
    """Return a day of a month; raise NoValueError where the calendar has no such day."""
    if not 1 <= day <= _length(year, month):
        raise NoValueError(f"{year}-{month}-{day}")
    return day


def _length(year: str, month: int) -> int:
    return monthrange(int(year) if year.isdecimal() else LEAP_YEAR, month)[1]


def number(written: str) -> int:
    """Return the number in a part of a date: 2 0 2 3 年, 二〇二三年, 三, -05-, 元."""
    if written in NAMED_NUMBERS:
        return NAMED_NUMBERS[written]
    digits = re.sub(r"[\s年./-]", "", unicodedata.normalize("NFKC", written)).replace("○", "〇").replace("O", "〇")
    return int(digits) if digits.isdecimal() else ordinal(digits)
