"""Writes times in every form that is accepted, each with its EDTF: what the reader of times is tested against."""

from __future__ import annotations

from calendar import monthrange

from hypothesis import strategies as st

Written = tuple[str, str]
"""A time as written, and its value."""

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITS = "〇一二三四五六七八九"
TO = st.sampled_from(["至", "到", "-", "—", "——", "～", " - "])
LAST_MONTHS = {"一季度": 3, "第二季度": 6, "3季度": 9, "四季度": 12, "上半年": 6, "下半年": 12}
CODES = {"一季度": 33, "第二季度": 34, "3季度": 35, "四季度": 36, "上半年": 40, "下半年": 41, "前半年": 40}


def _chinese(number: int) -> str:
    """Write a number below 100: 五, 十, 十二, 三十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + "十" * bool(tens) + (DIGITS[ones] if ones or not tens else "")


def _number(draw: st.DrawFn, number: int) -> str:
    """Write a number below 100 in figures of some kind."""
    return draw(st.sampled_from([str(number), str(number).translate(FULL_WIDTH), _chinese(number)]))


def _year(draw: st.DrawFn, year: int) -> str:
    """Write a year in figures of some kind."""
    digits = "".join(DIGITS[int(digit)] for digit in str(year))
    zeros = [digits, digits.replace("〇", "零"), digits.replace("〇", "○")]
    spaced = " ".join(str(year))
    return draw(st.sampled_from([str(year), str(year).translate(FULL_WIDTH), spaced, *zeros])) + "年"


def _month(draw: st.DrawFn, month: int) -> str:
    return "元月" if month == 1 and draw(st.booleans()) else _number(draw, month) + "月"


def _day(draw: st.DrawFn, day: int) -> str:
    return _number(draw, day) + draw(st.sampled_from("日号"))


YEARS = st.integers(1950, 2049)
MONTHS = st.integers(1, 12)


@st.composite
def years(draw: st.DrawFn) -> Written:
    """A year, in two digits where what stands behind it says so."""
    year = draw(YEARS)
    return _year(draw, year) + draw(st.sampled_from(["", "度"])), str(year)


@st.composite
def dates(draw: st.DrawFn) -> Written:
    """A month or a day of a year."""
    year, month = draw(YEARS), draw(MONTHS)
    written = draw(st.sampled_from([_year(draw, year), f"{year % 100:02}年"])) + _month(draw, month)
    if draw(st.booleans()):
        return written, f"{year}-{month:02}"
    day = draw(st.integers(1, monthrange(year, month)[1]))
    return written + _day(draw, day), f"{year}-{month:02}-{day:02}"


@st.composite
def stamps(draw: st.DrawFn) -> Written:
    """A day in figures with marks."""
    year, month = draw(YEARS), draw(MONTHS)
    day, mark = draw(st.integers(1, monthrange(year, month)[1])), draw(st.sampled_from("-/."))
    form = draw(st.sampled_from(["{}{m}{:02}{m}{:02}", "{}{m}{}{m}{}"]))
    return form.format(year, month, day, m=mark), f"{year}-{month:02}-{day:02}"


@st.composite
def divisions(draw: st.DrawFn) -> Written:
    """A quarter or a half of a year, its last month, or its first months."""
    year = draw(YEARS)
    written = _year(draw, year)
    if draw(st.booleans()):
        months = draw(st.integers(2, 11))
        first = draw(st.sampled_from([f"前{_number(draw, months)}个月", f"前{months}月"]))
        return written + first, f"{year}-01/{year}-{months:02}"
    if draw(st.booleans()):
        name, month = draw(st.sampled_from(sorted(LAST_MONTHS.items())))
        return f"{written}{name}末", f"{year}-{month:02}"
    name, code = draw(st.sampled_from(sorted(CODES.items())))
    return written + name, f"{year}-{code}"


@st.composite
def thirds(draw: st.DrawFn) -> Written:
    """Ten days of a month."""
    year, month = draw(YEARS), draw(MONTHS)
    first, last = draw(st.sampled_from([(1, 10), (11, 20), (21, monthrange(year, month)[1])]))
    name = {1: "上旬", 11: "中旬", 21: "下旬"}[first]
    day = f"{year}-{month:02}"
    return _year(draw, year) + _month(draw, month) + name, f"{day}-{first:02}/{day}-{last:02}"


@st.composite
def ranges(draw: st.DrawFn) -> Written:
    """From one year, month or day to another; what both have in common is written once or twice."""
    year, month, to = draw(YEARS), draw(st.integers(1, 11)), draw(TO)
    later = year + draw(st.integers(1, 10))
    last = draw(st.integers(month + 1, 12))
    begun = _year(draw, year)
    forms = [
        (f"{begun}{to}{_year(draw, later)}", f"{year}/{later}"),
        (f"{year}{to}{later}年", f"{year}/{later}"),
        (f"{begun}{_month(draw, month)}{to}{_month(draw, last)}", f"{year}-{month:02}/{year}-{last:02}"),
        (f"{begun}{month}{to}{last}月份", f"{year}-{month:02}/{year}-{last:02}"),
        (f"{begun}{_month(draw, last)}{to}次年{_month(draw, month)}", f"{year}-{last:02}/{year + 1}-{month:02}"),
        (f"{begun}{last}月{to}{later}年{month}月", f"{year}-{last:02}/{later}-{month:02}"),
        (f"{begun}{month}月3日{to}{last}月2日", f"{year}-{month:02}-03/{year}-{last:02}-02"),
        (f"{begun}{month}月3{to}{_day(draw, 17)}", f"{year}-{month:02}-03/{year}-{month:02}-17"),
        (f"{year}-{month}-3至{later}-{last}-02", f"{year}-{month:02}-03/{later}-{last:02}-02"),
        (f"{begun}初{to}{later}年底", f"{year}-01/{later}-12"),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def open_ends(draw: st.DrawFn) -> Written:
    """A date with a word that opens one of its ends."""
    written, value = draw(years() | dates() | stamps())
    if draw(st.booleans()):
        return written + draw(
            st.sampled_from(["以来", "以后", "之后", "起", "至今", "起至今", "及以后"])
        ), f"{value}/.."
    return written + draw(st.sampled_from(["前", "以前", "之前", "或之前"])), f"../{value}"


@st.composite
def durations(draw: st.DrawFn) -> Written:
    """Years, and months with them."""
    count = draw(st.integers(2, 49))
    number = _number(draw, count)
    months = draw(st.integers(1, 11))
    forms = [
        (f"{number}年", f"P{count}Y"),
        (f"{number}余年", f"P{count}Y"),
        (f"{number}年半", f"P{12 * count + 6}M"),
        (f"{number}年零{months}个月", f"P{12 * count + months}M"),
        (f"{number}至{count + 2}年", f"P{count}Y/P{count + 2}Y"),
        (f"连续{number}个月", f"P{count}M"),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def plans(draw: st.DrawFn) -> Written:
    """A five-year plan from the third on, or a stretch of it."""
    plan = draw(st.integers(11, 19))
    first = 1966 + 5 * (plan - 3)
    name = draw(st.sampled_from([f"“{_chinese(plan)}五”", f"第{_chinese(plan)}个五年规划", f"第{plan}个五年计划"]))
    stretches = [("", f"{first}/{first + 4}"), ("末", f"{first + 4}"), ("前三年", f"{first}/{first + 2}")]
    stretch, value = draw(
        st.sampled_from([*stretches, ("后两年", f"{first + 3}/{first + 4}"), ("以来", f"{first}/..")])
    )
    return name + stretch, value


def times() -> st.SearchStrategy[Written]:
    """A time in any form."""
    return st.one_of(years(), dates(), stamps(), divisions(), thirds(), ranges(), open_ends(), durations(), plans())
