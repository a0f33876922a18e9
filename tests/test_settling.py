"""What evidence decides between heading, list and prose."""

from __future__ import annotations

import pytest
from harness import check

from rendaparse import Report, parse
from rendaparse.nodes import Caption, Closing, FormeWork, Heading, List, ListItem, Paragraph, Section, TableOfContents
from rendaparse.syntax.numbers import marker_number

BODY = "常委会会议听取和审议了有关情况的报告，提出了审议意见，交有关方面研究处理，并要求按期报告结果。"


def parsed(text: str) -> Report:
    report = parse(text)
    check(text, report)
    return report


def headings(text: str) -> list[tuple[int, str | None, str]]:
    return [(h.level, h.marker, h.text) for h in parsed(text).document.find_all(Heading)]


def codes(text: str) -> set[str]:
    return {diagnostic.code for diagnostic in parsed(text).diagnostics}


def test_an_enumeration_in_mid_sentence_is_no_heading() -> None:
    text = f"一、总体情况\n{BODY}\n市人大代表北湖一、二组、三组、四组开展督查。\n二、主要做法\n{BODY}\n"
    assert headings(text) == [(1, "一、", "总体情况"), (1, "二、", "主要做法")]


@pytest.mark.parametrize("enumeration", ["一、二期工程已竣工，三期工程正在推进。", "一、二、三级批发都要改革。"])
def test_an_enumeration_at_the_line_start_is_no_heading(enumeration: str) -> None:
    assert headings(f"{BODY}\n{enumeration}\n{BODY}\n") == []


def test_a_document_may_begin_in_mid_report() -> None:
    text = f"二、强化监督\n{BODY}\n三、服务代表\n{BODY}\n"
    assert headings(text) == [(1, "二、", "强化监督"), (1, "三、", "服务代表")]
    assert "RP103" in codes(text)


def test_numbering_starts_afresh_behind_an_unnumbered_part() -> None:
    text = f"过去一年的主要工作\n一、强化监督\n{BODY}\n二、服务代表\n{BODY}\n2024年主要任务\n一、聚焦大局\n{BODY}\n"
    assert headings(text) == [
        (1, None, "过去一年的主要工作"),
        (2, "一、", "强化监督"),
        (2, "二、", "服务代表"),
        (1, None, "2024年主要任务"),
        (2, "一、", "聚焦大局"),
    ]


def test_a_gap_in_the_numbers_is_told_and_kept() -> None:
    text = f"一、强化监督\n{BODY}\n二、服务代表\n{BODY}\n四、自身建设\n{BODY}\n"
    assert [number for _, number, _ in headings(text)] == ["一、", "二、", "四、"]
    assert "RP101" in codes(text)


def test_a_restart_without_a_part_is_told() -> None:
    assert "RP102" in codes(f"一、强化监督\n{BODY}\n二、服务代表\n{BODY}\n一、再来一遍\n{BODY}\n")


def test_schemes_nest_in_the_order_in_which_they_open() -> None:
    text = f"一、甲事\n（一）乙事\n1.丙事。{BODY}\n2.丁事。{BODY}\n（二）戊事\n{BODY}\n二、己事\n（一）庚事\n{BODY}\n"
    assert [level for level, _, _ in headings(text)] == [1, 2, 3, 3, 2, 1, 2]


def test_divisions_chapters_and_sections_nest() -> None:
    text = f"第一编　总论\n第一章　甲\n第一节　乙\n{BODY}\n第二节　丙\n{BODY}\n第二章　丁\n{BODY}\n"
    assert [level for level, _, _ in headings(text)] == [1, 2, 3, 3, 2]


def test_a_heading_glued_to_its_body_stops_where_its_siblings_do() -> None:
    first = f"一、坚持服务大局作为,助力地方发展争先常委会紧扣中心。{BODY}"
    second = f"二、坚持为民服务理念,增进群众民生福祉常委会听取民声。{BODY}"
    assert [text for _, _, text in headings(f"{first} {second}\n")] == [
        "坚持服务大局作为,助力地方发展争先",
        "坚持为民服务理念,增进群众民生福祉",
    ]


def test_a_table_of_contents_is_not_the_headings() -> None:
    text = f"工作报告\n目录\n一、甲事\n二、乙事\n三、丙事\n一、甲事\n{BODY}\n二、乙事\n{BODY}\n三、丙事\n{BODY}\n"
    report = parsed(text)
    assert [h.text for h in report.document.find_all(Heading)] == ["甲事", "乙事", "丙事"]
    assert len(list(report.document.find_all(TableOfContents))) == 1
    assert "RP105" in {diagnostic.code for diagnostic in report.diagnostics}


def test_a_line_that_goes_on_with_the_contents_is_of_them() -> None:
    text = f"目录\n一、甲事\n二、乙事\n三、丙事\n、丁事\n一、甲事\n{BODY}\n二、乙事\n{BODY}\n三、丙事\n{BODY}\n"
    report = parsed(text)
    (contents,) = report.document.find_all(TableOfContents)
    assert [entry.text for entry in contents.find_all(Paragraph)] == ["目录", "一、甲事", "二、乙事", "三、丙事、丁事"]
    assert [h.text for h in report.document.find_all(Heading)] == ["甲事", "乙事", "丙事"]


def test_contents_within_an_item_end_with_it() -> None:
    text = (
        f"一是好。\n◆好。\n目录\n一、甲事\n二、乙事\n三、丙事\n二是好。\n◆好。\n一、甲事\n{BODY}\n二、乙事\n三、丙事\n"
    )
    first, second = (item for item in parsed(text).document.find_all(ListItem) if item.marker.endswith("是"))
    assert len(list(first.find_all(TableOfContents))) == 1
    assert second.text == "二是好。◆好。"


def test_announced_sections_follow() -> None:
    text = f"做好今年工作，要着力抓好以下三个方面：\n一、甲事。{BODY}\n二、乙事。{BODY}\n三、丙事。{BODY}\n"
    found = [(heading.marker, heading.run_in) for heading in parsed(text).document.find_all(Heading)]
    assert found == [("一、", True), ("二、", True), ("三、", True)]


def test_lead_sentences_need_a_sibling() -> None:
    alone = f"一、甲事\n加强预算监督。{BODY}\n{BODY}\n{BODY}\n"
    assert [text for _, _, text in headings(alone)] == ["甲事"]
    assert "RP104" in codes(alone)
    two = f"一、甲事\n加强预算监督。{BODY}\n推进依法行政。{BODY}\n"
    assert [text for _, _, text in headings(two)] == ["甲事", "加强预算监督", "推进依法行政"]


@pytest.mark.parametrize(
    "thesis",
    [
        "人大工作的基础是代表。",
        "一年来，我们走过了不平凡的历程。",
        "全年办理建议120件。",
        "各位代表！",
        "成绩来之不易吗？",
    ],
)
def test_a_thesis_is_no_lead(thesis: str) -> None:
    text = f"一、甲事\n{thesis}{BODY}\n{thesis}{BODY}\n"
    assert [marker for _, marker, _ in headings(text)] == ["一、"]


def test_couplets_make_each_other_headings() -> None:
    one = f"立良善之法 护一方发展\n{BODY}\n"
    assert headings(f"{BODY}\n{one}{BODY}\n") == []
    two = f"{BODY}\n{one}聚代表之力 绘同心之圆\n{BODY}\n"
    assert headings(two) == [(1, None, "立良善之法 护一方发展"), (1, None, "聚代表之力 绘同心之圆")]


def test_digits_on_their_own_lines_number_the_headings_below() -> None:
    text = f"{BODY}\n1\n坚持党的领导 坚定政治方向\n{BODY}\n2\n强化依法监督 助推地方发展\n{BODY}\n"
    assert headings(text) == [(1, "1", "坚持党的领导 坚定政治方向"), (1, "2", "强化依法监督 助推地方发展")]


def test_a_lone_digit_is_a_page_number() -> None:
    report = parsed(f"{BODY}\n3\n{BODY}\n")
    assert [node.text for node in report.document.find_all(FormeWork)] == ["3"]


def test_topic_sentences_alternate_with_their_bodies() -> None:
    body = BODY * 2
    text = "".join(f"这是{what}的五年。\n{body}\n" for what in ("砥砺奋进", "为民履职", "守正创新"))
    assert [text for _, _, text in headings(text)] == ["这是砥砺奋进的五年", "这是为民履职的五年", "这是守正创新的五年"]


def test_a_heading_ends_a_run_of_topic_sentences() -> None:
    body = BODY * 2
    topics = "".join(f"这是{what}的五年。\n{body}\n" for what in ("砥砺奋进", "为民履职", "守正创新"))
    text = f"{topics}一、甲事\n这是接续前行的五年。\n{body}\n"
    assert [text for _, _, text in headings(text)] == [
        "这是砥砺奋进的五年",
        "这是为民履职的五年",
        "这是守正创新的五年",
        "甲事",
    ]


def test_a_topic_sentence_of_another_form_stands_alone() -> None:
    body = BODY * 2
    topics = "".join(f"这是{what}的五年。\n{body}\n" for what in ("砥砺奋进", "为民履职", "守正创新"))
    text = f"{topics}常委会以法治护航发展全局。\n{body}\n"
    assert [text for _, _, text in headings(text)] == ["这是砥砺奋进的五年", "这是为民履职的五年", "这是守正创新的五年"]


def test_an_address_ends_the_subsections() -> None:
    text = f"一、甲事\n（一）乙事\n{BODY}\n（二）丙事\n{BODY}\n各位代表！{BODY}\n"
    (section,) = (s for s in parsed(text).document.find_all(Section) if s.level == 1)
    assert isinstance([child for child in section.children if not child.is_leaf][-1], Paragraph)


def test_two_reports_in_one_file_begin_at_the_top() -> None:
    front = "{}市人大常委会工作报告\n——2023年1月5日在{}市第五届人民代表大会第二次会议上\n各位代表：\n"
    one = f"{front}一、甲事\n{BODY}\n二、乙事\n{BODY}\n"
    text = one.format("东", "东") + one.format("西", "西")
    assert [level for level, _, _ in headings(text)] == [1, 1, 1, 1]
    assert [title.text for title in parsed(text).document.find_all("title")] == [
        "东市人大常委会工作报告",
        "西市人大常委会工作报告",
    ]


def test_a_cut_paragraph_is_one_and_its_caption_is_in_it() -> None:
    head = "有关方面跟踪监督整改落实情况，促进了重点项目中6个问题解"
    text = f"{BODY}\n\n{head}\n\n重点项目 专题询问现场\n\n决，有关部门吸纳代表建议，服务更加到位。\n"
    paragraph = list(parsed(text).document.find_all(Paragraph))[1]
    assert (
        paragraph.text
        == "有关方面跟踪监督整改落实情况，促进了重点项目中6个问题解决，有关部门吸纳代表建议，服务更加到位。"
    )
    assert [caption.text for caption in paragraph.find_all(Caption)] == ["重点项目 专题询问现场"]
    assert "RP203" in codes(text)


def test_a_list_item_goes_on_to_the_next_marker() -> None:
    text = "一是联合举办活动。\n有关方面密切配合。\n二是推动稳定增长。\n各项指标持续向好。\n"
    (found,) = parsed(text).document.find_all(List)
    items = list(found.find_all(ListItem))
    assert [(item.marker, item.number) for item in items] == [("一是", 1), ("二是", 2)]
    assert "各项指标" in items[1].text


def test_a_series_stands_within_its_paragraph() -> None:
    text = "做好今后工作，一要提高政治站位，二要增强监督刚性，三要锤炼过硬队伍。下一步继续努力。\n"
    (paragraph,) = parsed(text).document.find_all(Paragraph)
    (found,) = (child for child in paragraph.children if isinstance(child, List))
    assert found.text == "一要提高政治站位，二要增强监督刚性，三要锤炼过硬队伍。"


def test_a_series_ends_where_a_title_cuts_its_paragraph() -> None:
    text = "青禾县五年来的变化与展望\n全县上下：一要谋划，二要落实\n工作报告\n，三要前进。\n"
    report = parsed(text)
    (found,) = report.document.find_all(List)
    assert [(item.number, item.text) for item in found.find_all(ListItem)] == [(1, "一要谋划，"), (2, "二要落实")]
    assert [title.text for title in report.document.find_all("title")] == [
        "青禾县五年来的变化与展望",
        "工作报告，三要前进。",
    ]


def test_a_line_is_no_more_than_six_pieces_of_front_and_a_rest() -> None:
    titles = ["政府年度工作报告"] * 15
    found = list(parsed(" ".join(titles) + f"\n{BODY}\n").document.find_all("title"))
    rest = parsed(" ".join(titles) + f"\n{BODY}\n").document.find(Paragraph)
    assert [title.text for title in found] == titles[:6]
    assert rest is not None
    assert rest.text.startswith(" ".join(titles[6:]))


def test_numbered_clauses_that_hold_a_series_lose_no_number() -> None:
    text = "主要项目：\n（1）教育支出90321万元；（2）卫生支出41876万元；\n（3）农业支出30210万元；\n"
    items = parsed(text).document.find_all(ListItem)
    assert [(item.marker, item.number) for item in items] == [("（1）", 1), ("（2）", 2)]


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("三、", 3),
        ("十、", 10),
        ("十一是", 11),
        ("（二十）", 20),
        ("二十三、", 23),
        ("第一百章 ", 100),
        ("第百章 ", 100),
        ("第一百二十三章 ", 123),
        ("⑫", 12),
        ("（１２）", 12),
        ("2.11 ", 11),
        ("——", None),
        ("首先，", None),
    ],
)
def test_number_of_a_marker(marker: str, number: int | None) -> None:
    assert marker_number(marker) == number


def test_numbered_clauses_are_a_list() -> None:
    text = "主要项目：\n（1）教育支出90321万元，增长3.2%；\n（2）卫生支出41876万元，增长12.5%；\n"
    assert headings(text) == []
    assert len(list(parsed(text).document.find_all(ListItem))) == 2


def test_the_closing_stands_outside_the_sections() -> None:
    text = f"一、甲事\n{BODY}\n各位代表！让我们更加紧密地团结起来，为建设美好家园而努力奋斗！\n"
    assert any(isinstance(child, Closing) for child in parsed(text).document.children)


def test_a_repeated_paragraph_is_told() -> None:
    assert "RP202" in codes(f"{BODY}\n{BODY}\n")


def test_too_many_levels_are_capped() -> None:
    lines = ["第一编　甲", "第一章　乙", "第一节　丙", "一、丁", "（一）戊", f"1.己。{BODY}", f"2.1 庚事项说明。{BODY}"]
    text = "\n".join(lines) + "\n"
    assert max(level for level, _, _ in headings(text)) == 6
    assert "RP204" in codes(text)
