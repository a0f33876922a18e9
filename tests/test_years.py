"""Resolved years: what the times of the seeds mean, part by part, as a person has read them."""

from __future__ import annotations

from pathlib import Path

import pytest

import rendaparse
from rendaparse.nodes import Time
from rendaparse.years import Years, find_years

SEEDS = Path(__file__).parents[1] / "seeds"

# Offset, words and meaning; review parts speak of the reported year, plan parts of the year of delivery.
TABLES = {
    # reports on 2022, delivered in 2023
    "dinghai-2022-report.txt": """
29 2023年 2023
397 五年 -
1704 2022年 2022
1903 去年 2022
2145 半年度 -
2319 全年 2022
2690 全年 2022
2877 全年 2022
3229 全年 2022
3659 全年 2022
3977 目前 -
5012 全年 2022
5035 过去一年 2022
5158 一年来 2022
5310 下一步 -
5361 2023年 2023
5411 今年 2023
5858 “十四五” 2021/2025
5878 “十四五” 2021/2025
""",
    # a review of 2023, printed in February 2024
    "pingdingshan-2023-review.txt": """
26 一年来 2023
50 2024-02-04 2024-02-04
94 2023年 2023
331 2023年 2023
469 一年来 2023
772 全年 2023
1127 五年 -
1757 “十四五” 2021/2025
2331 全年 2023
2379 届内 -
2475 去年 2023
""",
    # a review of 2022
    "pinghu-2022-review.txt": """
25 2022年 2022
38 2022年 2022
78 过去一年 2022
961 去年 2022
1247 去年3月 2022-03
1433 2021年5月18日 2021-05-18
1444 5月28日 2021-05-28
1578 去年 2022
1727 去年以来 2022/..
1895 2022年 2022
2127 2022年 2022
2427 过去一年 2022
2877 去年6月18日 2022-06-18
3282 2022年12月1日 2022-12-01
3769 一年来 2022
3811 上半年 2022-40
4658 过去一年 2022
4961 20年 -
5095 二十年 -
5546 连续7年 -
5844 2022年 2022
6282 二十年 -
6435 连续7年 -
""",
    # reports on 2022, delivered in 2023: 上年度 is 2021 in the review, 2022 in the plan
    "quzhou-2022-report.txt": """
0 2023-03-03␣10:23:07 2023-03-03T10:23:07
74 过去一年 2022
84 2022年 2022
134 一年来 2022
347 一年来 2022
839 全年 2022
996 全年 2022
1958 连续10年 -
1993 连续11年 -
2037 连续2年 -
2070 上年度 2021
2096 连续5年 -
2220 目前 -
4641 全年 2022
4928 全年 2022
6532 2022年度 2022
6613 换届以来 -
7010 2023年 2023
7020 2023年 2023
7068 20周年 -
7073 “十四五” 2021/2025
7090 今年 2023
7394 2023年 2023
8371 2023年 2023
8810 2023年度 2023
8871 “十四五” 2021/2025
9377 2023年 2023
9406 2023年 2023
9429 上年度 2022
9851 满一年 -
""",
    # a review of 2023
    "yongkang-2023-review.txt": """
28 2023年 2023
44 2023年 2023
73 “十四五” 2021/2025
105 这一年 2023
188 这一年 2023
351 这一年 2023
473 一年来 2023
621 一年来 2023
653 年底前 2023-12
708 2023年 2023
931 2023年 2023
1584 2023年 2023
1854 2023年 2023
2162 一年来 2023
2513 全年 2023
2721 2024年 2024
2737 70周年 -
""",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_times_of_a_seed_mean_what_a_reader_takes_them_for(name: str) -> None:
    """All time markers of the five seeds."""
    report = rendaparse.parse_file(SEEDS / name)
    read = [
        f"{time.start} {time.text.replace(' ', '␣')} {time.resolved or '-'}" for time in report.document.find_all(Time)
    ]
    assert read == TABLES[name].split("\n")[1:-1]


BODY = "加强监督，突出重点，服务大局，推动落实，办好群众实事。"


def _resolved(text: str) -> list[str | None]:
    return [time.resolved for time in rendaparse.parse(text).document.find_all(Time)]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("政府工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表：", "2023"),
        ("青禾市2023年国民经济和社会发展计划执行情况的报告\n", "2023"),
        ("2023年青禾市政府工作报告\n", "2022"),
        ("青禾市人大常委会2023年工作综述\n2023-12-28", "2023"),
    ],
)
def test_the_reported_year_comes_from_the_front(front: str, expected: str) -> None:
    """Dateline, title of a report on a year, year of a government's report, a review printed within its year."""
    assert _resolved(f"{front}\n一、过去一年的工作\n全年召开会议7次。{BODY}\n")[-1] == expected


def test_a_plan_part_speaks_of_the_year_of_delivery() -> None:
    """全年 is the reported year in the review and the year of delivery in the plan; 去年 is the same in both."""
    front = "工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表："
    text = f"{front}\n一、过去一年的工作\n去年好，全年好。{BODY}\n二、今年的主要任务\n去年好，全年好。{BODY}\n"
    assert [value for value in _resolved(text)[1:] if value and len(value) == 4][:6] == [
        "2023", "2023", "2023", "2024", "2023", "2024",
    ]  # fmt: skip


def test_no_year_is_made_up() -> None:
    """A text that names no year resolves none."""
    assert _resolved(f"全年召开会议7次，去年召开会议6次。{BODY}\n") == [None, None]


@pytest.mark.parametrize(("heading", "planned"), [("2025年的任务", 2025), ("2020年以来和今后的任务", None)])
def test_a_plan_may_be_for_the_year_behind_that_of_delivery(heading: str, planned: int | None) -> None:
    """For no other year."""
    front = "政府工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表：\n"
    report = rendaparse.parse(f"{front}一、过去的工作\n召开会议。\n二、{heading}\n召开会议。\n")
    assert find_years(report.document) == Years(2024, 2023, planned)


def test_a_report_speaks_of_the_year_before_its_delivery() -> None:
    """Also where its title names the year of delivery."""
    report = rendaparse.parse("溪州市人大常委会2024年工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n")
    years = find_years(report.document)
    assert (years.delivery, years.reported) == (2024, 2023)


FRONT = "政府工作报告\n——2023年1月9日在溪州市第八届人民代表大会第三次会议上\n各位代表：\n现在，我报告工作。\n"
PARTS = "一、过去一年的工作\n全年召开会议7次。\n二、今年的任务\n全年召开会议8次。\n"


def _told(report: rendaparse.Report) -> list[tuple[str, str] | None]:
    """When it was given, the years reported and planned, with their rules."""
    document = report.document
    dates = (document.delivered, document.reported_period, document.plan_period)
    return [None if dating is None else (dating.value, dating.rule) for dating in dates]


@pytest.mark.parametrize("given", ["2025", "2025-01", "2025-01-08"])
def test_a_given_date_wins(given: str) -> None:
    """Over the dateline, which is told; for times and figures, too, also behind a round trip."""
    report = rendaparse.parse(FRONT + PARTS, date=given)
    assert _told(report) == [(given, "given"), ("2024", "yearBefore"), ("2025", "planHeading")]
    assert [fact.period for fact in rendaparse.facts(report)] == ["2024", "2025"]
    assert [entry.detail for entry in report.diagnostics if entry.code == "RP601"] == [f"2023-01-09 ≠ {given}"]
    loaded = rendaparse.load(rendaparse.dump(report))
    assert loaded == report
    assert [fact.period for fact in rendaparse.facts(loaded)] == ["2024", "2025"]


@pytest.mark.parametrize(("day", "delivered"), [("1月19日", "2025-01-19"), ("2月29日", "2025")])
def test_a_day_takes_its_year_from_the_title(day: str, delivered: str) -> None:
    """Unless the calendar of that year has no such day."""
    text = f"2025年溪州市政府工作报告\n{day}，溪州市第八届人民代表大会第四次会议开幕。\n"
    told = _told(rendaparse.parse(text))[0]
    assert told is not None
    assert told[0] == delivered


def test_a_document_shows_its_dates() -> None:
    """By their values, in a line of the tree."""
    shown = repr(rendaparse.parse(FRONT + PARTS).document)
    assert "reported_period='2022' plan_period='2023' delivered='2023-01-09' '政府工作报告" in shown


def test_a_given_year_keeps_the_day_that_lies_in_it() -> None:
    """It says more, and nothing contradicts."""
    report = rendaparse.parse(FRONT + PARTS, date="2023")
    assert report == rendaparse.parse(FRONT + PARTS)


@pytest.mark.parametrize(
    ("title", "periods"),
    [
        ("溪州市人大常委会2023年工作综述", ["2025", "2023", None]),
        ("溪州市人大常委会2025年工作要点", ["2025", None, "2025"]),
        ("溪州市人大常委会工作报告", ["2025", "2024", None]),
    ],
)
def test_a_given_date_goes_with_a_title(title: str, periods: list[str | None]) -> None:
    """The title still says which year is reported or planned."""
    report = rendaparse.parse_file(f"{title}\n召开会议7次。\n".encode(), date="2025")
    assert [told and told[0] for told in _told(report)] == periods


@pytest.mark.parametrize(
    "given", ["", "23", "2023-13", "2023-02-29", "2023-1-9", "２０２３", "2023 ", "0000", "2022/2023"]
)
def test_what_is_no_date_is_refused(given: str) -> None:
    """The message says what a date looks like."""
    with pytest.raises(ValueError, match="expected a date such as 2023, 2023-01 or 2023-01-09, found"):
        rendaparse.parse("", date=given)


def test_nothing_is_dated_without_inlines() -> None:
    """Their dates are not read."""
    assert _told(rendaparse.parse(FRONT + PARTS, inline=False)) == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        FRONT + PARTS,
        f"{FRONT}一、2022年工作回顾\n召开会议7次。\n二、2024年的任务\n召开会议8次。\n",
        f"{FRONT}一、2018年以来工作回顾\n召开会议7次。\n二、到2030年的目标任务\n召开会议8次。\n",
        "溪州市人大常委会2023年工作报告\n2024年1月9日\n召开会议7次。\n",
        "关于2019年环保督察问题整改情况的报告\n——2023年8月9日在溪州市第八届人大常委会第三次会议上\n召开会议7次。\n",
    ],
)
def test_years_that_go_together_are_no_contradiction(text: str) -> None:
    """The year before, the same and the next; spans; a matter of another year."""
    assert "RP601" not in {entry.code for entry in rendaparse.parse(text).diagnostics}


def test_the_headings_of_a_second_report_contradict_nothing() -> None:
    """Each report of a text has years of its own."""
    rows = "加强监督，突出重点。\n" * 8
    second = FRONT.replace("2023", "2019") + "一、2018年工作回顾\n召开会议7次。\n"
    report = rendaparse.parse(f"{FRONT}{PARTS}{rows}{second}")
    assert len(list(report.document.find_all("dateline"))) == 2
    assert "RP601" not in {entry.code for entry in report.diagnostics}
    assert _told(report)[0] == ("2023-01-09", "dateline")


def test_late_reports_speak_of_their_own_year() -> None:
    """From November on; those of October, of the year before."""
    november = _told(rendaparse.parse(FRONT.replace("1月9日", "11月9日") + PARTS))
    assert november[1:] == [("2023", "sameYear"), ("2024", "planHeading")]
    october = _told(rendaparse.parse(FRONT.replace("1月9日", "10月9日") + PARTS))
    assert october[1:] == [("2022", "yearBefore"), ("2023", "planHeading")]


def test_five_years_ahead_begin_with_the_plan() -> None:
    """今后五年 of a report given in December are those behind it."""
    text = (
        FRONT.replace("1月9日", "12月9日")
        + "一、过去五年工作回顾\n召开会议7次。\n二、今后五年的任务\n今后五年，召开会议8次。\n"
    )
    report = rendaparse.parse(text)
    assert _told(report)[1:] == [("2019/2023", "term"), ("2024/2028", "term")]
    assert _resolved(text)[-1] == "2024/2028"
