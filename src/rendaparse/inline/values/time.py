"""Reads times (时间): their kind and their value in EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import composed, terminals
from rendaparse.inline.values.number import NoValueError, chinese
from rendaparse.nodes import Node, Numeral, Text, Time
from rendaparse.nodes.inlines import TimeKind

UNKNOWN_YEAR, UNKNOWN_MONTH = "XXXX", "XX"

YEAR_WORDS = {"今": "Y0", "本": "Y0", "当": "Y0", "同": "Y0", "去": "Y-1", "上": "Y-1", "明": "Y+1", "前": "Y-2"}

QUARTERS = {"上半年": "40", "下半年": "41", "一": "33", "二": "34", "三": "35", "四": "36"} | {
    str(number): str(32 + number) for number in range(1, 5)
}
"""ISO 8601-2 codes of the divisions of a year: quarters 33 to 36, half-years 40 and 41."""

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
    "换届以来": "since-election",
} | dict.fromkeys(("本届以来", "上届以来", "这届以来"), "since-term")
DURATION_UNITS = {"年": "Y", "月": "M", "周": "W", "天": "D"}

Value = tuple[TimeKind, str]


def read_time(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Time | Numeral:
    """Return the node of a time, or of an invalid numeral where there is no such date."""
    start, end = offset + match.start(), offset + match.end()
    children = (Text(start, end, match[0]),)
    try:
        kind, value = READERS[str(match.lastgroup)](unicodedata.normalize("NFKC", match[0]))
    except NoValueError:
        found.append(Diagnostic("RP301", (start, end), match[0]))
        return Numeral(start, end, children, "invalid")
    return Time(start, end, children, kind, value)


def inherit_date(time: Node, before: Node) -> Node:
    """Return a time without a year (or month) completed by the date that it is listed with (2021年5月18日、5月28日)."""
    if not isinstance(time, Time) or not isinstance(before, Time):
        return time
    year = re.match(r"Y[-+]?[0-9]|[0-9]{4}", before.value)
    if year is None:
        return time
    known = before.value.partition("/")[0]
    month = known[year.end() + 1 : year.end() + 3] or UNKNOWN_MONTH
    value = time.value.replace(UNKNOWN_YEAR, year[0]).replace(f"-{UNKNOWN_MONTH}-", f"-{month}-")
    return attrs.evolve(time, value=value)


# ── parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@composed
def _date() -> str:
    """Return the pattern that takes a date or a range of dates apart."""
    part = {name: terminal.regexp for name, terminal in terminals("time").items()}
    year = f"(?:(?P<year>{part['YEAR']})|(?P<word>{part['RELATIVE_YEAR']}))度?"
    to = f"(?:{part['TO']}(?P<to_month>{part['MONTH']})?(?P<to_day>{part['DAY']})?)?"
    months = f"(?P<from_month>{part['MONTH_NUMBER']}) ?月?{part['TO']}(?P<last_month>{part['MONTH']})"
    day = f"(?:{months}|(?P<month>{part['MONTH']})(?P<day>{part['DAY']})?{to})?"
    return f"(?:{year})?{day}(?P<quarter>{part['QUARTER']})?(?P<edge>{part['EDGE']})?"


def _digits(written: str) -> int:
    """Return the number in a part of a date: 2 0 2 3 年, 二〇二三年, 三月, 18日."""
    digits = re.sub(r"&nbsp;|[\s年月份日号]", "", written).replace("○", "〇").replace("O", "〇")
    return int(digits) if digits.isdecimal() else int(chinese(digits)[0])


def _checked(year: str, month: int | None, day: int | None) -> str:
    """Return the EDTF of a date; raise NoValueError where the calendar has no such day."""
    if month is None:
        return year
    if not 1 <= month <= 12:
        raise NoValueError(year)
    if day is None:
        return f"{year}-{month:02}"
    known = int(year) if year.isdecimal() else 2000  # a leap year: the 29th of February may be
    if not 1 <= day <= monthrange(known, month)[1]:
        raise NoValueError(year)
    return f"{year}-{month:02}-{day:02}"


def _read_date(text: str) -> Value:
    """Read 2023年, 2021年5月18日, 去年3月, 6月底前, 3月至5月, 2018年以来."""
    match = _date().fullmatch(text)
    assert match is not None, text
    if match["year"]:
        year, kind = f"{_digits(match['year']):04}", "year"
    else:
        year, kind = (YEAR_WORDS[match["word"][0]], "relative") if match["word"] else (UNKNOWN_YEAR, "date")
    if match["from_month"]:
        first, last = _digits(match["from_month"]), _digits(match["last_month"])
        return "period", f"{_checked(year, first, None)}/{_checked(year, last, None)}"
    month = _digits(match["month"]) if match["month"] else None
    day = _digits(match["day"]) if match["day"] else None
    value = _checked(year, month, day)
    if month is not None:
        kind = "date"
    if match["to_month"] or match["to_day"]:
        to_month = _digits(match["to_month"]) if match["to_month"] else month
        to_day = _digits(match["to_day"]) if match["to_day"] else None
        return "period", f"{value}/{_checked(year, to_month, to_day)}"
    if match["quarter"]:
        value, kind = _division(year, match["quarter"]), "period" if match["year"] else "relative"
    return _edged(kind, value, match["edge"])  # type: ignore[arg-type]


def _division(year: str, written: str) -> str:
    """Return the EDTF of a quarter or a half of a year."""
    if written.startswith("前"):
        return f"{year}-01/{year}-{'06' if written[1] == '二' else '09'}"
    return f"{year}-{QUARTERS.get(written) or QUARTERS[written.removeprefix('第')[0]]}"


def _edged(kind: TimeKind, value: str, edge: str | None) -> Value:
    """Return a date with the word behind it: since (以来), the beginning (初), the end (底), until the end (底前)."""
    if edge is None:
        return kind, value
    if edge in {"以来", "以來"}:
        return "period", f"{value}/.."
    whole_year = re.fullmatch(r"[0-9]{4}|Y[-+]?[0-9]", value) is not None
    if edge.endswith("初"):
        return kind, f"{value}-01"
    last = f"{value}-12" if whole_year else value
    return ("period", f"../{last}") if edge.endswith("前") else (kind, last)


# ── readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_stamp(text: str) -> Value:
    """Read 2024-02-04, 2023-03-03 10:23:07."""
    year, month, day, *clock = re.findall(r"[0-9]+", text)
    value = _checked(year, int(month), int(day))
    if not clock:
        return "date", value
    return "datetime", f"{value}T{_clock(clock)}"


def _clock(parts: list[str]) -> str:
    """Return hours, minutes and seconds in ISO 8601."""
    if int(parts[0]) > 24 or any(int(part) > 59 for part in parts[1:]):
        raise NoValueError(":".join(parts))
    return ":".join(part.zfill(2) for part in parts)


def _read_clock(text: str) -> Value:
    """Read 10:23, 10:23:07, 9时."""
    hour, *rest = re.findall(r"[0-9]+", text)
    return "datetime", f"T{_clock([hour, *(rest or ['00'])])}"


def _read_years(text: str) -> Value:
    """Read 1998年至2002年, 2021-2025年."""
    first, last = re.findall(r"[0-9 ]{4,}|[一二][〇零○O一二三四五六七八九]{3}", text)
    low, high = _digits(first), _digits(last)
    if low > high:
        raise NoValueError(text)
    return "period", f"{low:04}/{high:04}"


def _read_day(text: str) -> Value:
    """Read 28日, a day of the month named before it."""
    day = _digits(text)
    if not 1 <= day <= 31:
        raise NoValueError(text)
    return "date", f"{UNKNOWN_YEAR}-{UNKNOWN_MONTH}-{day:02}"


def _read_quarter(text: str) -> Value:
    """Read 上半年, 一季度, 前三季度, 半年度: of a year that the document tells."""
    return "relative", "H" if text == "半年度" else _division("Y0", text)


def _read_deictic(text: str) -> Value:
    """Read 全年, 目前, 年底前."""
    return "deictic", DEICTIC[text]


def _read_plan(text: str) -> Value:
    """Read “十四五”: the first plan began 1953, the third, after three years without one, 1966."""
    number = int(chinese(text.strip("“”")[:-1])[0])
    first = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    return "plan", f"{first}/{first + 4}"


def _read_anniversary(text: str) -> Value:
    """Read 20周年."""
    return "anniversary", f"P{_count(text)}Y"


def _read_duration(text: str) -> Value:
    """Read 连续10年, 满一年, 历时3个月."""
    unit = next((unit for name, unit in DURATION_UNITS.items() if text.endswith(name)), None)
    if unit is None:  # 个季度
        return "duration", f"P{3 * _count(text)}M"
    return "duration", f"P{_count(text)}{unit}"


def _read_ago(text: str) -> Value:
    """Read 五年前."""
    return "relative", f"Y-{_count(text)}"


def _read_period(text: str) -> Value:
    """Read 过去一年, 近五年来, 这一年, 换届以来."""
    if text in PERIOD_WORDS:
        return "period", PERIOD_WORDS[text]
    years = _count(text)
    if text.startswith("这"):
        return "relative", f"P-{years}Y"
    return "period", f"P{years}Y"


def _count(text: str) -> int:
    """Return the number that a span of time counts."""
    match = re.search(r"[0-9]+|[一两二三四五六七八九十百]+", text)
    assert match is not None, text
    return int(match[0]) if match[0].isdecimal() else int(chinese(match[0])[0])


READERS = {
    "TIME_STAMP": _read_stamp,
    "TIME_CLOCK": _read_clock,
    "TIME_YEARS": _read_years,
    "TIME_DATE": _read_date,
    "TIME_MONTH": _read_date,
    "TIME_RELATIVE": _read_date,
    "TIME_DAY": _read_day,
    "TIME_QUARTER": _read_quarter,
    "TIME_EDGE": _read_deictic,
    "TIME_DEICTIC": _read_deictic,
    "TIME_PLAN": _read_plan,
    "TIME_ANNIVERSARY": _read_anniversary,
    "TIME_AGO": _read_ago,
    "TIME_DURATION": _read_duration,
    "TIME_PERIOD": _read_period,
}
"""What reads each time terminal."""
