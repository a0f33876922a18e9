"""Reads times (时间): their kind and their value in EDTF (ISO 8601-2)."""

from __future__ import annotations

import re

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import pattern
from rendaparse.inline.values.date import (
    UNKNOWN_MONTH,
    UNKNOWN_YEAR,
    YEAR_WORDS,
    Groups,
    Value,
    checked_day,
    checked_month,
    number,
    read_date,
    read_range,
)
from rendaparse.inline.values.number import NoValueError, chinese
from rendaparse.nodes import Approximator, Node, Numeral, Text, Time
from rendaparse.nodes.inlines import Bound

DEICTIC = {
    "全年": "year",
    "目前": "now",
    "截至目前": "now",
    "当前": "now",
    "近日": "recent",
    "日前": "recent",
    "近期": "recent",
    "近年来": "recent",
    "下一步": "next",
    "新的一年": "new-year",
    "新一年": "new-year",
    "届内": "term",
    "年底前": "end-of-year",
    "年底": "end-of-year",
    "年末": "end-of-year",
    "年终": "end-of-year",
    "年初": "start-of-year",
    "年中": "mid-year",
    "年内": "within-year",
}
PERIOD_WORDS = {
    "半年来": "P6M",
    "近几年": "recent",
    "近几年来": "recent",
    "近些年来": "recent",
    "换届以来": "since-election",
} | dict.fromkeys(("本届以来", "上届以来", "这届以来"), "since-term")
BOUNDS: dict[str, Bound] = {"infix": "above", "above": "above", "below": "below", "about": "about"}
"""The bound that a named group makes of a duration."""
FIRST_PLANS = 1953
LATER_PLANS = 1966
"""When the first and the third five-year plan began: three years lay between the second and the third."""


def read_time(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Time | Numeral:
    """Return the node of a time, or of an invalid numeral where there is no such date."""
    start, end = offset + match.start(), offset + match.end()
    children = (Text(start, end, match[0]),)
    terminal = str(match.lastgroup)
    groups = _groups(terminal, match)
    try:
        kind, value = READERS[terminal](groups.groupdict())
    except NoValueError:
        found.append(Diagnostic("RP301", (start, end), match[0]))
        return Numeral(start, end, children, "invalid")
    return Time(start, end, children, kind, value, None, _approximator(groups, offset))


def _groups(terminal: str, match: re.Match[str]) -> re.Match[str]:
    """Return the match of a terminal with its named groups, which the lexer does not keep."""
    groups = pattern("time", terminal).match(match.string, match.start())
    assert groups is not None
    assert groups.end() == match.end()
    return groups


def _approximator(groups: re.Match[str], offset: int) -> Approximator | None:
    """Return the word within or behind a duration that makes it approximate."""
    named = groups.groupdict()
    for name, bound in BOUNDS.items():
        if text := named.get(name):
            start, end = groups.span(name)
            return Approximator(text, (offset + start, offset + end), bound)
    return None


def inherit_date(time: Node, before: Node) -> Node:
    """Return a time without a year (or month) completed by the date that it is listed with (2021年5月18日、5月28日)."""
    if not isinstance(time, Time) or not isinstance(before, Time) or "年" in time.text.removesuffix("半年"):
        return time
    year = re.match(f"Y[-+]?[0-9]|[0-9]{{4}}|{UNKNOWN_YEAR}", before.value)
    if year is None:
        return time
    known = before.value.partition("/")[0]
    month = known[year.end() + 1 : year.end() + 3] or UNKNOWN_MONTH
    value = re.sub(f"{UNKNOWN_YEAR}|Y0", year[0], time.value).replace(f"-{UNKNOWN_MONTH}-", f"-{month}-")
    return attrs.evolve(time, value=value)


# ── readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_stamp(groups: Groups) -> Value:
    """Read 2024-02-04, 2023-03-03 10:23:07, 2011-01-07之前."""
    kind, value = read_date(groups)
    return (kind, value) if groups["hour"] is None else ("datetime", f"{value}T{_clock(groups)}")


def _read_clock(groups: Groups) -> Value:
    """Read 10:23, 10:23:07, 9时."""
    return "datetime", f"T{_clock(groups)}"


def _clock(groups: Groups) -> str:
    """Return hours, minutes and seconds in ISO 8601; EDTF wants the seconds of a day's time."""
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    written = groups.get("second")
    if hour > 23 or minute > 59 or int(written or 0) > 59:
        raise NoValueError(f"{hour}:{minute}")
    second = f":{int(written or 0):02}" if written or groups.get("day") else ""
    return f"{hour:02}:{minute:02}{second}"


def _read_half(_groups: Groups) -> Value:
    """Read 半年度: either half of a year."""
    return "relative", "H"


def _read_listed(groups: Groups) -> Value:
    """Read 2021 of 2021、2022、2023年, 2024 of 2023、2024两年."""
    return "year", groups["year"] or str(groups["last_year"])


def _read_pair(groups: Groups) -> Value:
    """Read 今明两年."""
    return "period", "/".join(YEAR_WORDS[f"{groups[end]}年"] for end in ("first", "last"))


def _read_day(groups: Groups) -> Value:
    """Read 28日, a day of the month named before it."""
    day = checked_day(UNKNOWN_YEAR, 1, number(groups["listed"] or groups["monthly"] or str(groups["opening"])))
    return "date", f"{UNKNOWN_YEAR}-{UNKNOWN_MONTH}-{day:02}"


def _read_deictic(groups: Groups) -> Value:
    """Read 全年, 目前, 年底前."""
    return "deictic", DEICTIC[str(groups["word"])]


def _read_since(groups: Groups) -> Value:
    """Read 换届以来, 近几年来."""
    return "period", PERIOD_WORDS[str(groups["word"])]


def _read_plan(groups: Groups) -> Value:
    """Read “十四五”, 第七个五年计划, “十四五”末, “十四五”前三年."""
    plan = number(next(text for name in ("quoted", "bare", "short", "number") if (text := groups[name])))
    first = FIRST_PLANS + 5 * (plan - 1) if plan < 3 else LATER_PLANS + 5 * (plan - 3)
    last = first + 4
    if groups["since"]:
        return "plan", f"{first}/.."
    if years := groups["first_years"]:
        last = first + number(years) - 1
    elif years := groups["last_years"]:
        first = last - number(years) + 1
    elif groups["beginning"]:
        last = first
    elif groups["end"]:
        first = last
    return "plan", str(first) if first == last else f"{first}/{last}"


def _read_decade(groups: Groups) -> Value:
    """Read 上世纪90年代, 十九世纪七十年代, 2020年代; without a century, the twenties and before are of this one."""
    if year := groups["year"]:
        return "period", f"{year[:3]}X"
    decade = number(str(groups["decade"])) // 10
    if written := groups["century"]:
        century = number(written) - 1
    elif groups["last"] or groups["this"]:
        century = 20 if groups["this"] else 19
    else:
        century = 20 if decade < 3 else 19
    years = f"{century:02}{decade}"
    return "period", f"{years}0/.." if groups["since"] else f"{years}X"


def _read_anniversary(groups: Groups) -> Value:
    """Read 20周年."""
    return "anniversary", f"P{_count(groups['count'])[0]}Y"


def _read_period(groups: Groups) -> Value:
    """Read 过去一年, 近五年来, 五年内, 一年多来, 三个月来, 这一年."""
    if groups.get("this") and not groups.get("months"):
        return "relative", f"P-{_count(groups['count'])[0]}Y"
    return "period", _length(groups)


def _read_ago(groups: Groups) -> Value:
    """Read 五年前, 一年半以前."""
    years = _count(groups["count"])[0]
    return "relative", f"P-{12 * years + 6}M" if groups["half"] else f"Y-{years}"


def _read_duration(groups: Groups) -> Value:
    """Read 连续10年, 历时3个月, 两三年, 三至五年, 一年半, 三年零六个月."""
    return "duration", _length(groups)


def _read_half_year(_groups: Groups) -> Value:
    """Read 半年, 半年内."""
    return "duration", "P6M"


def _length(groups: Groups) -> str:
    """Return the ISO 8601 duration that groups count, of a range both ends."""
    low, high = _count(groups["count"])
    if last := groups.get("last"):
        high = _count(last)[1]
    if low > high:
        raise NoValueError(f"{low}-{high}")
    return "/".join(dict.fromkeys(_duration(count, groups) for count in (low, high)))


def _duration(count: int, groups: Groups) -> str:
    """Return so many of the units that groups name; what is more than whole years is told in months."""
    if groups.get("weeks"):
        return f"P{count}W"
    if groups.get("days"):
        return f"P{count}D"
    if groups.get("quarters"):
        return f"P{3 * count}M"
    if groups.get("months"):
        return f"P{count}M"
    rest = 6 if groups.get("half") else 0
    if more := groups.get("rest"):
        rest = checked_month(_count(more)[0])
    return f"P{12 * count + rest}M" if rest else f"P{count}Y"


def _count(written: str | None) -> tuple[int, int]:
    """Return the number that a span of time counts, twice, or the two that it lies between (两三年)."""
    assert written is not None
    low, high = (int(written),) * 2 if written.isdecimal() else map(int, chinese(written))
    if not low:
        raise NoValueError(written)
    return low, high


READERS = {
    "TIME_STAMP": _read_stamp,
    "TIME_STAMPS": read_range,
    "TIME_HOUR": _read_clock,
    "TIME_CLOCK": _read_clock,
    "TIME_YEARS": read_range,
    "TIME_DATES": read_range,
    "TIME_MONTHS": read_range,
    "TIME_DATE": read_date,
    "TIME_MONTH": read_date,
    "TIME_DIVISION": read_date,
    "TIME_HALF": _read_half,
    "TIME_LISTED": read_date,
    "TIME_LISTED_YEAR": _read_listed,
    "TIME_PAIR": _read_pair,
    "TIME_DAY": _read_day,
    "TIME_DEICTIC": _read_deictic,
    "TIME_SINCE": _read_since,
    "TIME_PLAN": _read_plan,
    "TIME_DECADE": _read_decade,
    "TIME_ANNIVERSARY": _read_anniversary,
    "TIME_PERIOD": _read_period,
    "TIME_WINDOW": _read_period,
    "TIME_WITHIN": _read_period,
    "TIME_AGO": _read_ago,
    "TIME_DURATION": _read_duration,
    "TIME_LENGTH": _read_duration,
    "TIME_HALF_YEAR": _read_half_year,
}
"""What reads each time terminal, from its named groups."""
