"""Times and sessions."""

from __future__ import annotations

import pytest

from rendaparse._diagnostics import Diagnostic
from rendaparse.inline.build import parse_phrases
from rendaparse.nodes import Numeral, Session, Time


def times(text: str) -> list[Time]:
    """Return the times in a text."""
    return [node for top in parse_phrases(text, 0, []) for node in top.find_all(Time)]


@pytest.mark.parametrize(
    ("text", "written", "kind", "value"),
    [
        ("回顾2023年，", "2023年", "year", "2023"),
        ("入选2022年度全省", "2022年度", "year", "2022"),
        ("２０２３年工作", "２０２３年", "year", "2023"),
        ("2 0 2 3 年工作", "2 0 2 3 年", "year", "2023"),
        ("二〇二三年三月", "二〇二三年三月", "date", "2023-03"),
        ("2021年5月18日召开", "2021年5月18日", "date", "2021-05-18"),
        ("2020 年 4 月 20 日", "2020 年 4 月 20 日", "date", "2020-04-20"),
        ("2024-02-04发布", "2024-02-04", "date", "2024-02-04"),
        ("2024/2/4发布", "2024/2/4", "date", "2024-02-04"),
        ("2023-03-03 10:23:07", "2023-03-03 10:23:07", "datetime", "2023-03-03T10:23:07"),
        ("于10:23开幕", "10:23", "datetime", "T10:23"),
        ("于10:59:59开幕", "10:59:59", "datetime", "T10:59:59"),
        ("今年上午9时", "9时", "datetime", "T09:00"),
        ("于5月28日召开", "5月28日", "date", "XXXX-05-28"),
        ("于2月29日召开", "2月29日", "date", "XXXX-02-29"),
        ("5月18日至20日", "5月18日至20日", "period", "XXXX-05-18/XXXX-05-20"),
        ("1998年至2002年，", "1998年至2002年", "period", "1998/2002"),
        ("2021—2025年", "2021—2025年", "period", "2021/2025"),
        ("2018年以来，", "2018年以来", "period", "2018/.."),
        ("2023年底前完成", "2023年底前", "period", "../2023-12"),
        ("6月底前完成", "6月底前", "period", "../XXXX-06"),
        ("2022年第一季度", "2022年第一季度", "period", "2022-33"),
        ("2022年上半年", "2022年上半年", "period", "2022-40"),
        ("前三季度增长", "前三季度", "relative", "Y0-01/Y0-09"),
        ("前二季度增长", "前二季度", "relative", "Y0-01/Y0-06"),
        ("审议上半年情况", "上半年", "relative", "Y0-40"),
        ("去年3月，", "去年3月", "date", "Y-1-03"),
        ("去年6月18日", "去年6月18日", "date", "Y-1-06-18"),
        ("上年度预算", "上年度", "relative", "Y-1"),
        ("今年年底完成", "今年年底", "relative", "Y0-12"),
        ("明年初召开", "明年初", "relative", "Y+1-01"),
        ("去年以来", "去年以来", "period", "Y-1/.."),
        ("年底前办结", "年底前", "deictic", "end-of-year"),
        ("全年受理", "全年", "deictic", "year"),
        ("目前已办结", "目前", "deictic", "now"),
        ("下一步将", "下一步", "deictic", "next"),
        ("规划“十四五”时期", "“十四五”", "plan", "2021/2025"),
        ("完成十三五规划", "十三五", "plan", "2016/2020"),
        ("根据“八五”计划", "“八五”", "plan", "1991/1995"),
        ("实施20周年", "20周年", "anniversary", "P20Y"),
        ("建市 70 周年", "70 周年", "anniversary", "P70Y"),
        ("连续10年审议", "连续10年", "duration", "P10Y"),
        ("连续3个月增长", "连续3个月", "duration", "P3M"),
        ("满一年的条例", "满一年", "duration", "P1Y"),
        ("工作二十年，", "二十年", "duration", "P20Y"),
        ("过去一年，", "过去一年", "period", "P1Y"),
        ("一年来，", "一年来", "period", "P1Y"),
        ("近五年来，", "近五年来", "period", "P5Y"),
        ("今后五年，", "今后五年", "period", "P5Y"),
        ("这一年，", "这一年", "relative", "P-1Y"),
        ("换届以来，", "换届以来", "period", "since-election"),
    ],
)
def test_time(text: str, written: str, kind: str, value: str) -> None:
    """Span, kind and value of each form."""
    time = times(text)[-1]
    assert (time.text, time.kind, time.value) == (written, kind, value)
    assert time.resolved is None


def test_listed_dates_share_year_and_month() -> None:
    """A date takes what it leaves out from the one it is listed with."""
    assert [time.value for time in times("2021年5月18日、5月28日和29日")] == ["2021-05-18", "2021-05-28", "2021-05-29"]
    assert [time.value for time in times("2021年5月28日、31日")] == ["2021-05-28", "2021-05-31"]


@pytest.mark.parametrize(
    "text", ["5月40日", "2023年2月29日", "二〇二三年十三月", "2024-13-01", "2005年至2001年", "2024-02-04 25:10:00"]
)
def test_impossible_date_is_invalid(text: str) -> None:
    """A date that no calendar has is an invalid numeral, and told."""
    found: list[Diagnostic] = []
    (node,) = parse_phrases(text, 0, found)
    assert isinstance(node, Numeral)
    assert node.kind == "invalid"
    assert [entry.code for entry in found] == ["RP301"]


@pytest.mark.parametrize(
    "text", ["“八五”普法", "九年制义务教育", "百年大计", "关键一年", "项目前期", "每半年", "几十年代"]
)
def test_no_time(text: str) -> None:
    """Words that only look like a time."""
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "written", "fields"),
    [
        ("市八届人大一次会议召开", "市八届人大一次会议", ("人大", 8, 1, None)),
        ("在市十六届人大一次会议第四次全体会议上", "市十六届人大一次会议第四次全体会议", ("人大", 16, 1, 4)),
        ("我受市八届人民代表大会常务委员会委托", "市八届人民代表大会", ("人大", 8, None, None)),
        ("市八届人大常委会第九次会议", "市八届人大常委会第九次会议", ("人大常委会", 8, 9, None)),
        ("第十四届全国人民代表大会第二次会议", "第十四届全国人民代表大会第二次会议", ("全国人大", 14, 2, None)),
        ("——在溪州市第十三届人民代表大会第五次会议上", "溪州市第十三届人民代表大会第五次会议", ("人大", 13, 5, None)),
        ("，听取市第十三届人大报告", "市第十三届人大", ("人大", 13, None, None)),
        ("市委八届二次、三次全会", "市委八届二次、三次全会", ("市委", 8, (2, 3), None)),
        ("十二届市委五次、六次全会", "十二届市委五次、六次全会", ("市委", 12, (5, 6), None)),
        ("党的二十届三中全会", "党的二十届三中全会", ("中央委员会", 20, 3, None)),
        ("二十届二中、三中全会", "二十届二中、三中全会", ("中央委员会", 20, (2, 3), None)),
        ("省第十五次党代会", "省第十五次党代会", ("党代会", 15, None, None)),
        ("贯彻党的二十大精神", "党的二十大", ("党代会", 20, None, None)),
        ("自觉的二十大胜利召开", "二十大", ("党代会", 20, None, None)),
        ("获第三届好新闻奖", "第三届", (None, 3, None, None)),
    ],
)
def test_session(text: str, written: str, fields: tuple[object, ...]) -> None:
    """Body, term, meeting and sitting of each form."""
    (session,) = [node for top in parse_phrases(text, 0, []) for node in top.find_all(Session)]
    assert session.text == written
    assert (session.body, session.term, session.meeting, session.sitting) == fields
    assert session.reference is None


def test_session_without_a_number_is_invalid() -> None:
    """A term that no number is, is an invalid numeral, and told."""
    found: list[Diagnostic] = []
    (node,) = parse_phrases("十十届人大", 0, found)
    assert isinstance(node, Numeral)
    assert node.kind == "invalid"
    assert [(entry.code, entry.span, entry.detail) for entry in found] == [("RP301", (0, 5), "十十届人大")]


def test_session_by_reference() -> None:
    """上届, 本届 and 下届 name a term by this one; 新一届 is a word."""
    nodes = [node for top in parse_phrases("比上届、本届和下届，新一届", 0, []) for node in top.find_all(Session)]
    assert [node.reference for node in nodes] == ["previous", "current", "next"]
