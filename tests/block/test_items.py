"""Items: those that head sections, those of lists, numbers in one line."""

from __future__ import annotations

import pytest
from outlines import BODY, FRONT, HEAD, OTHER, PART, checked, headings, run_in, words

from rendaparse.nodes import Section

NUMBERED = "{0}突出重点抓监督。对6个项目跟踪。提出建议32条。{1}夯实基础抓代表。建成联络站15个。接待2000人次。\n"


@pytest.mark.parametrize("bodies", [("", ""), (BODY, OTHER)])
def test_items_that_hold_leads_are_headings(bodies: tuple[str, str]) -> None:
    """一是 above the leads of its section."""
    first, second = bodies
    text = (
        f"一、工作安排\n一是全力扩大内需。坚持供需发力。\n大力提振消费。落实补贴政策。{first}\n"
        f"扩大有效投资。谋划储备项目。{second}\n二是加快产业升级。坚持创新引领。\n"
        f"培育新兴产业。建设孵化基地。{second}\n改善产业环境。更新生产设备。{first}\n"
    )
    assert headings(text) == [
        (1, "一、", "工作安排"),
        (2, "一是", "全力扩大内需"),
        (3, None, "大力提振消费"),
        (3, None, "扩大有效投资"),
        (2, "二是", "加快产业升级"),
        (3, None, "培育新兴产业"),
        (3, None, "改善产业环境"),
    ]
    assert words(text, "list") == []


def test_plain_items_are_a_list() -> None:
    """一是…；二是…, each a clause."""
    text = "一、工作安排\n一是全力扩大内需；\n二是加快产业升级；\n三是办好民生实事。\n"
    assert headings(text) == [(1, "一、", "工作安排")]
    assert len(words(text, "listItem")) == 3


@pytest.mark.parametrize("marks", [("一是", "二是"), ("一要", "二要"), ("第一，", "第二，")])
def test_items_that_begin_with_a_lead_sentence_are_headings(marks: tuple[str, str]) -> None:
    """Each with a longer body in its own paragraph."""
    first, second = marks
    text = f"一、工作安排\n{first}依法行政提升公信力。{BODY}\n{second}廉洁从政强化约束力。{OTHER}\n"
    assert headings(text) == [
        (1, "一、", "工作安排"),
        (2, first, "依法行政提升公信力"),
        (2, second, "廉洁从政强化约束力"),
    ]
    assert run_in(text) == [False, True, True]


@pytest.mark.parametrize("last", ["办好民生实事。", "新建学校12所。" + BODY, "办好民生实事。全部完成。"])
def test_items_one_of_which_has_no_lead_are_a_list(last: str) -> None:
    """A single sentence, a figure in the first one, or a body no longer than that."""
    text = f"一、工作安排\n一是依法行政提升公信力。{BODY}\n二是{last}\n"
    assert headings(text) == [(1, "一、", "工作安排")]
    assert len(words(text, "listItem")) == 2


def test_ordinals_alone_above_their_paragraphs_are_headings() -> None:
    """第一，… without a closing mark."""
    text = (
        f"一、工作回顾\n{BODY}\n二、工作建议\n第一，进一步稳定农业\n农业事关全局。{BODY}\n"
        f"第二，改革要取得突破\n改革是动力所在。{OTHER}\n第三，着力改善民生\n{BODY}{OTHER}\n"
    )
    assert headings(text)[1:] == [
        (1, "二、", "工作建议"),
        (2, "第一，", "进一步稳定农业"),
        (2, "第二，", "改革要取得突破"),
        (2, "第三，", "着力改善民生"),
    ]


@pytest.mark.parametrize("marks", [("1、", "2、"), ("1.", "2."), ("(1)", "(2)"), ("（1）", "（2）")])
@pytest.mark.parametrize(("head", "level"), [("", 1), (HEAD, 2)])
def test_numbers_in_one_line_are_headings_together(marks: tuple[str, str], head: str, level: int) -> None:
    """Several sentences behind each."""
    found = headings(head + NUMBERED.format(*marks))
    assert found[-2:] == [(level, marks[0], "突出重点抓监督"), (level, marks[1], "夯实基础抓代表")]


def test_numbers_of_a_series_in_one_line_are_none() -> None:
    """Clauses with figures that a colon announces."""
    text = f"{HEAD}全年主要支出：1、教育支出90321万元；2、卫生支出41876万元；3、农业支出30210万元。\n"
    assert headings(text) == [PART]
    assert len(words(text, "listItem")) == 3


def test_parts_with_a_year_and_a_full_stop_are_headings() -> None:
    """一、2007年工作回顾。"""
    text = "一、2007年工作回顾。\n突出重点。\n二、2008年主要任务。\n密切联系群众。\n"
    assert headings(text) == [(1, "一、", "2007年工作回顾"), (1, "二、", "2008年主要任务")]


@pytest.mark.parametrize("behind", ["", BODY])
def test_a_body_that_begins_with_a_year_is_run_in(behind: str) -> None:
    """The heading ends at its own full stop."""
    text = f"（一）经济增长进一步加快，综合实力显著提高。2011年，任务圆满完成。{behind}\n"
    assert headings(text) == [(1, "（一）", "经济增长进一步加快，综合实力显著提高")]
    assert run_in(text) == [True]


def test_two_glued_headings_stop_before_the_subject_and_the_period() -> None:
    """A couplet, then 常委会 and 全年."""
    text = (
        f"青禾县人大常委会工作报告\n三、立足基层基础，代表工作迈出新步伐常委会始终把代表工作摆在突出位置。{BODY}\n"
        f"四、聚焦“四个机关”，自身建设呈现新气象全年开展调研36次，形成报告28份。{OTHER}\n"
    )
    assert headings(text) == [
        (1, "三、", "立足基层基础，代表工作迈出新步伐"),
        (1, "四、", "聚焦“四个机关”，自身建设呈现新气象"),
    ]


def test_paragraphs_that_begin_alike_introduce_two_lists() -> None:
    """五年来，A ——甲 ——乙, 五年来，B ——丙 ——丁."""
    text = (
        "五年来，常委会依法履职。\n——甲事办成。\n——乙事办好。\n五年来，常委会服务大局。\n——丙事办成。\n——丁事办好。\n"
    )
    assert words(text, "list") == ["——甲事办成。——乙事办好。", "——丙事办成。——丁事办好。"]


def test_a_paragraph_within_an_item_does_not_end_its_list() -> None:
    """It does not begin as the one above the list."""
    text = "五年来，常委会依法履职。\n——甲事办成。\n有关方面配合。\n——乙事办好。\n——丙事办成。\n"
    assert len(words(text, "list")) == 1


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"三、持续提升政府\n治理效能和服务水平\n人民满意是我们的追求。{BODY}\n", "持续提升政府治理效能和服务水平"),
        (f"三、奋力落实重要使命，城市核心功能进一\n步强化\n{BODY}\n", "奋力落实重要使命，城市核心功能进一步强化"),
    ],
)
def test_a_heading_runs_over_two_lines(lines: str, expected: str) -> None:
    """The second has no mark, and nothing else in the section is like it."""
    text = f"{FRONT}一、突出工作重点\n{BODY}\n二、加强民生保障\n{OTHER}\n{lines}"
    assert headings(text)[-1] == (1, "三、", expected)


def test_two_short_lines_in_a_section_are_no_rest_of_its_heading() -> None:
    """They are alike: what the one is the other is."""
    text = f"{FRONT}一、突出工作重点\n农业农村\n{BODY}\n工业经济\n{OTHER}\n二、加强民生保障\n{OTHER}\n"
    assert (1, "一、", "突出工作重点") in headings(text)


def test_a_full_stop_in_a_quote_ends_a_sentence() -> None:
    """“…狠抓落实。”全年…: two."""
    assert words("会议强调“务必狠抓落实。”全年督办5次。\n", "sentence") == ["会议强调“务必狠抓落实。”", "全年督办5次。"]


def test_rows_of_figures_are_no_sections() -> None:
    """一、税收收入 21534 20112 93.4."""
    text = "一、税收收入 21534 20112 93.4\n增值税 7216 7001 97.0\n二、非税收入 10198 11020 108.1\n"
    assert headings(text) == []


@pytest.mark.parametrize("behind", ["一年来，我们坚持依法履职。", "贯彻落实决策部署。", "让我们携手奋进！"])
def test_what_follows_items_of_one_paragraph_belongs_to_the_section_around_them(behind: str) -> None:
    """As it would behind a list; no lead stands there that belongs to the last item."""
    items = f"一是依法行政提升公信力。{BODY}\n二是廉洁从政强化约束力。{OTHER}\n"
    text = f"{HEAD}{items}{behind}{BODY}\n加强自身建设。{OTHER}\n二、2025年工作安排\n{BODY}\n"
    sections = [section for section in checked(text).document.find_all(Section) if section.level > 1]
    assert [section.heading.text for section in sections][:2] == ["依法行政提升公信力", "廉洁从政强化约束力"]
    assert behind not in sections[1].text
    assert {section.level for section in sections} == {2}


def test_a_number_of_the_level_below_is_glued_to_a_heading_in_mid_line() -> None:
    """…。三、主要措施（一）…: in a flattened text."""
    text = (
        f"溪州市人大常委会工作报告\n各位代表：\n一、工作回顾。{BODY}二、工作安排。{OTHER}"
        f"三、完成计划的主要措施（一）推进新农村建设。{BODY}（二）加快工业化进程。{OTHER}\n"
    )
    assert headings(text) == [
        (1, "一、", "工作回顾"),
        (1, "二、", "工作安排"),
        (1, "三、", "完成计划的主要措施"),
        (2, "（一）", "推进新农村建设"),
        (2, "（二）", "加快工业化进程"),
    ]


def test_a_glued_heading_ends_as_its_siblings_do() -> None:
    """（一）…执行情况 alone in its line; （三）…执行情况市本级…."""
    text = (
        f"{FRONT}一、2024年预算执行情况\n（一）一般公共预算执行情况\n{BODY}\n"
        f"（二）政府性基金预算执行情况全市政府性基金收入14.27亿元，完成预算的71.3%，比上年下降，支出23.68亿元，{BODY}\n"
        f"（三）社会保险基金预算执行情况市本级社会保险基金收入5820万元，支出3100万元。{OTHER}\n"
    )
    assert headings(text)[1:] == [
        (2, "（一）", "一般公共预算执行情况"),
        (2, "（二）", "政府性基金预算执行情况"),
        (2, "（三）", "社会保险基金预算执行情况"),
    ]
