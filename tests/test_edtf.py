"""Only valid EDTF leaves the library: by a validator of others, by the calendar, and with its ends in order."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from datetime import date
from functools import cache

import pytest
from grammar_texts import matched, matched_by, patterns
from hypothesis import example, given, settings
from hypothesis import strategies as st
from written_times import times

from rendaparse import Report, facts, parse
from rendaparse.nodes import Time

SYMBOL = re.compile(r"Y(?:0|[-+][0-9]+)")
SPAN = re.compile(r"P-?[0-9]+[YMWD](?:/P[0-9]+[YMWD])?")
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|H")
CLOCK = re.compile(r"T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?")
LEAP_YEAR = "2000"


@cache
def _is_edtf(value: str) -> bool:
    """Tell whether a value is EDTF, its days in the calendar, its ends in order."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")  # it warns of the library that it is made with
        from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415

        try:
            parse_edtf(value)
        except EDTFParseException:
            return False
    ends = [end for end in value.split("/") if end != ".."]
    for day in (end for end in ends if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", end)):
        date.fromisoformat(day)
    shortest = min(map(len, ends), default=0)
    return [end[:shortest] for end in ends] == sorted(end[:shortest] for end in ends)


def _is_value(time: Time) -> bool:
    """Tell whether the value of a time is what the specification says it may be."""
    if any(form.fullmatch(time.value) for form in (SPAN, WORD, CLOCK)):
        return True
    dated = SYMBOL.sub(LEAP_YEAR, time.value).replace("XXXX", LEAP_YEAR).replace("-XX-", "-01-")
    return _is_edtf(dated) or ("X" in time.value or "Y" in time.value)  # 11月至3月: its ends may be of two years


def _check(report: Report) -> None:
    document = report.document
    times = list(document.find_all(Time))
    assert [time for time in times if not _is_value(time)] == []
    assert [time for time in times if time.resolved is not None and not _is_edtf(time.resolved)] == []
    assert [fact for fact in facts(report) if fact.period is not None and not _is_edtf(fact.period)] == []
    datings = (document.delivered, document.reported_period, document.plan_period)
    assert [dating for dating in datings if dating is not None and not _is_edtf(dating.value)] == []


HEADINGS = st.sampled_from(
    ["一、过去一年工作回顾", "一、过去五年工作", "二、今后五年的任务", "三、奋力谱写新篇章", "四、今年要求"]
)
LINES = st.lists(matched("time"), min_size=1, max_size=4).map("召开会议3次，".join)
DATES = st.none() | st.dates(date(1949, 1, 1), date(2060, 12, 31)).map(date.isoformat)


@given(st.lists(HEADINGS | LINES, min_size=1, max_size=6).map("\n".join), DATES)
@example("2月29日召开会议3次。2月下旬召开会议4次。", "2023-01-09")
@example("二、今后五年的任务\n一季度末召开会议3次，11月至3月供暖，2月20日至29日召开会议4次。", "2023-12-09")
@example("2024-02-04 09:30召开会议3次，二〇二三年2月29日至3月1日召开会议4次。", None)
@example("过去999年，召开会议3次。今后九百年召开会议4次。", "1000")
def test_times_are_edtf(text: str, given_date: str | None) -> None:
    """Whatever the year of the report, and whatever part they stand in."""
    _check(parse(text, date=given_date))


@pytest.mark.parametrize("name", sorted(patterns("time")))
def test_every_terminal_gives_edtf(name: str) -> None:
    """As its own texts show."""

    @settings(max_examples=20)
    @given(matched_by(patterns("time")[name]), st.sampled_from(["1987-03-25", "2023-01-09", "2024-12-30"]))
    def check(text: str, given_date: str) -> None:
        _check(
            parse(f"一、过去一年工作回顾\n{text}召开会议3次。\n二、今后的任务\n{text}召开会议3次。\n", date=given_date)
        )

    check()


@pytest.mark.parametrize("value", ["2017-02-29", "2020-36-01", "2022/2021", "2023-13", "P5Y", "Y0", "2024-1"])
def test_what_is_no_edtf_is_found_out(value: str) -> None:
    """The test is one that can fail."""
    try:
        valid = _is_edtf(value)
    except ValueError:  # no such day
        valid = False
    assert not valid


@given(times())
def test_a_time_is_read_as_it_was_written(written: tuple[str, str]) -> None:
    """In all of its forms, to the last character."""
    text, value = written
    (time,) = parse(f"任务于{text}，全面完成。").document.find_all(Time)
    assert (time.text, time.value) == (text, value)
    assert time.resolved == (None if value.startswith("P") else value)


@pytest.mark.parametrize(("text", "value"), [("9世纪90年代以来", "0890/.."), ("0世纪10年代以来", "2010/..")])
def test_years_have_four_digits(text: str, value: str) -> None:
    """Also those of early centuries; there is no century 0."""
    assert [time.value for time in parse(text).document.find_all(Time)] == [value]
