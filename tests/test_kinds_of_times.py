"""What each kind of time means in a report on 2023, given in January 2024: one named test a kind."""

from __future__ import annotations

import pytest

import rendaparse
from rendaparse import facts, parse
from rendaparse.nodes import Document, Numeral, Time

HEAD = "政府工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n各位代表：\n"
REVIEW = f"{HEAD}一、2023年工作回顾\n"


def _read(text: str) -> list[tuple[str, str | None]]:
    """The times of a sentence in the review part: their text, and what they resolve to."""
    document = parse(f"{REVIEW}{text}\n").document
    start = len(REVIEW)
    return [(time.text, time.resolved) for time in document.find_all(Time) if time.start >= start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=name)
        for name, text, expected in (
            ("quarters", "前三季度完成。", [("前三季度", "2023-01/2023-09")]),
            ("first months", "前11个月完成。", [("前11个月", "2023-01/2023-11")]),
            ("first quarters", "前两个季度完成。", [("前两个季度", "2023-01/2023-06")]),
            ("until the end of a year", "今年底前完成。", [("今年底前", "../2024-12")]),
            ("until the end of a month", "明年6月底前完成。", [("明年6月底前", "../2025-06")]),
            ("plan by number", "第十五个五年规划。", [("第十五个五年规划", "2026/2030")]),
            ("old plan by number", "第七个五年计划。", [("第七个五年计划", "1986/1990")]),
            ("end of a plan", "“十四五”末完成。", [("“十四五”末", "2025")]),
            ("first years of a plan", "“十四五”前三年完成。", [("“十四五”前三年", "2021/2023")]),
            ("before a year", "2030年前达峰。", [("2030年前", "../2030")]),
            ("after a year", "2019年以后增加。", [("2019年以后", "2019/..")]),
            ("from a day on", "自2022年1月1日起施行。", [("2022年1月1日起", "2022-01-01/..")]),
            ("years at both ends", "2021年11月至2022年3月供暖。", [("2021年11月至2022年3月", "2021-11/2022-03")]),
            ("over the New Year", "11月至次年3月供暖。", [("11月至次年3月", "2023-11/2024-03")]),
            ("numeric dates", "2020-05-26至2020-05-29举行。", [("2020-05-26至2020-05-29", "2020-05-26/2020-05-29")]),
            ("days", "8月6-8日举行。", [("8月6-8日", "2023-08-06/2023-08-08")]),
            ("end of a quarter", "三季度末完成。", [("三季度末", "2023-09")]),
            ("ten days", "6月上旬完成。", [("6月上旬", "2023-06-01/2023-06-10")]),
            ("two digits and a month", "98年4月成立。", [("98年4月", "1998-04")]),
            ("two digits and an end", "19年底完成。", [("19年底", "2019-12")]),
            ("two digits behind four", "1985到89年完成。", [("1985到89年", "1985/1989")]),
            ("list of months", "2025年1、2月完成。", [("2025年1", "2025-01"), ("2月", "2025-02")]),
            ("list of years", "2021、2022、2023年完成。", [("2021", "2021"), ("2022", "2022"), ("2023年", "2023")]),
            ("two years", "2023、2024两年完成。", [("2023", "2023"), ("2024", "2024"), ("两年", None)]),
            ("end of the last year", "上年末完成。", [("上年末", "2022-12")]),
            ("last month", "去年最后一个月完成。", [("去年最后一个月", "2023-12")]),
            ("next year", "次年完成。", [("次年", "2024")]),
            ("this year and next", "今明两年完成。", [("今明两年", "2024/2025")]),
            ("decade", "上世纪90年代和八十年代。", [("上世纪90年代", "199X"), ("八十年代", "198X")]),
            ("name of a budget", "年初预算4.2亿元。", []),
        )
    ],
)
def test_time_in_a_review(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Its span and what it resolves to."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("历时两三年。", "P2Y/P3Y", None),
        ("历时一年半。", "P18M", None),
        ("历时20余年。", "P20Y", "above"),
        ("历时20年以上。", "P20Y", "above"),
        ("半年内完成。", "P6M", None),
    ],
)
def test_duration(text: str, value: str, bound: str | None) -> None:
    """Its value, of a range both ends, and on which side of it the true one lies."""
    (time,) = parse(text).document.find_all(Time)
    assert (time.kind, time.value, time.resolved) == ("duration", value, None)
    assert (time.approx and time.approx.bound) == bound


def test_a_day_that_its_year_lacks_is_told() -> None:
    """It resolves to nothing."""
    report = parse(f"{REVIEW}2月29日举行会议。\n")
    (time,) = (time for time in report.document.find_all(Time) if time.start >= len(REVIEW))
    assert (time.value, time.resolved) == ("XXXX-02-29", None)
    assert [(entry.code, entry.span) for entry in report.diagnostics] == [("RP301", time.span)]


def test_a_budget_set_at_the_beginning_of_a_year_is_of_no_month() -> None:
    """年初 is part of its name."""
    (fact,) = facts(parse(f"{REVIEW}年初预算4.2亿元。\n"))
    assert (fact.period, fact.period_from) == ("2023", "heading")


def test_a_text_without_title_is_of_the_year_that_opens_it() -> None:
    """Also below its headings."""
    report = parse("2007年，我院依法履职。\n一、坚持公正司法\n受理案件26155件。\n")
    assert [(fact.period, fact.period_from) for fact in facts(report)] == [("2007", "part")]


def _dated(report: rendaparse.Report) -> list[tuple[str, str] | None]:
    document: Document = report.document
    dates = (document.reported_period, document.plan_period)
    return [None if dating is None else (dating.value, dating.rule) for dating in dates]


def test_a_term_that_ends_in_december_holds_its_last_year() -> None:
    """Five years up to the year of delivery."""
    head = HEAD.replace("2024年1月9日", "2021年12月16日")
    report = parse(f"{head}一、过去五年工作回顾\n五年来，建成公园3个。\n")
    assert _dated(report) == [("2017/2021", "term"), None]
    assert [fact.period for fact in facts(report)] == ["2017/2021"]


@pytest.mark.parametrize(
    ("headings", "part", "status", "period"),
    [
        (["三、2024年主要工作"], "plan", "plan", "2024"),
        (["一、2023年工作回顾", "（一）圆满完成发展任务"], "review", "actual", "2023"),
        (["一、2023年工作回顾", "（一）主要目标质效齐升"], "review", "actual", "2023"),
        (["一、奋力谱写新篇章", "主要预期目标是：增加收入。"], "plan", "plan", "2024"),
        (["一、奋力谱写新篇章", "今年，我们要这样做："], "plan", "plan", "2024"),
        (["一、2023年工作任务完成情况"], "review", "actual", "2023"),
        (["一、主要工作任务"], "plan", "plan", "2024"),
        (["一、去年和今年以来工作回顾"], "review", "actual", "2023"),
        (["一、2023年工作回顾和2024年工作安排"], None, "actual", "2023"),
        (["一、2023年工作回顾和2024年工作安排", "新的一年，任务繁重。"], "plan", "plan", "2024"),
        (["一、2023年工作回顾和2024年工作安排", "过去一年，成绩喜人。"], "review", "actual", "2023"),
        (["一、今年主要工作", "（一）工作回顾"], "plan", "plan", "2024"),
    ],
)
def test_part(headings: list[str], part: str | None, status: str, period: str | None) -> None:
    """By the year of a heading, its words, the heading above it, the sentences below it."""
    (fact,) = facts(parse("\n".join([HEAD.strip(), *headings, "建成公园3个。"])))
    assert (fact.part, fact.status, fact.period) == (part, status, period)


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("粮食产量创近8年新高，油料产量3万吨。", ["2023"]),
        ("园区连续3年排名居前，引进企业3家。", ["2023"]),
        ("投入是过去五年总和的2倍，引进企业3家。", ["2023", "2023"]),
        ("产值为“十四五”以来最高，引进企业3家。", ["2023"]),
        ("产值从2020年的3亿元增加到2022年的5亿元。", ["2020", "2022"]),
        ("就业率从80%提高到85%。", [None, "2023"]),
        ("增幅高于2021年，引进企业3家。", ["2023"]),
        ("班列2022年首开，港口吞吐量3万吨。", ["2023"]),
        ("2022年，班列首开，引进企业3家。", ["2022"]),
        ("收入2022年达到3亿元，增长5%。", ["2022", "2022"]),
        ("力争3条高速年内建成。", ["2023"]),
        ("对上年3件建议跟踪督办，年内办结5件。", ["2022", "2023"]),
        ("投入比2020年增加3亿元，占上年的3%。", ["2023", "2023"]),
        ("2021和2022两年，建成公园7个。", ["2021/2022"]),
        ("2020年、2022年建成公园8个。", ["2022"]),
        ("2021年、2022年分别建成公园7个、8个。", ["2021", "2022"]),
        ("2021年、2022年分别建成公园7个、8个，道路9条。", ["2021", "2022", "2021/2022"]),
        ("产值是2020年的3倍，引进企业3家。", ["2023", "2023"]),
        ("对上年3件建议跟踪督办，2022年办结5件。", ["2022", "2022"]),
    ],
)
def test_period_of_figures(sentence: str, periods: list[str | None]) -> None:
    """What only measures is no time of theirs."""
    assert [fact.period for fact in facts(parse(f"{REVIEW}{sentence}\n"))] == periods


def test_no_invalid_date_is_a_time() -> None:
    """A month that no year has."""
    (numeral,) = parse("2020年13月开工。").document.find_all(Numeral)
    assert numeral.kind == "invalid"
