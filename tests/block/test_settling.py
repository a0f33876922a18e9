"""What evidence decides between heading, list and prose."""

from __future__ import annotations

import pytest
from harness import check

from rendaparse import Report, parse
from rendaparse.block.settle.evidence import first_sentence_end
from rendaparse.nodes import (
    Byline,
    Caption,
    Closing,
    Dateline,
    FormeWork,
    Heading,
    Imprint,
    List,
    ListItem,
    Markup,
    Node,
    Paragraph,
    Salutation,
    Section,
    Speaker,
    TableOfContents,
    Title,
)

BODY = "常委会会议听取和审议了有关情况的报告，提出了审议意见，交有关方面研究处理，并要求按期报告结果。"


def parsed(text: str) -> Report:
    report = parse(text)
    check(text, report)
    return report


SESSION = "——2026年1月26日在溪州市第十四届人民代表大会第五次会议上\n"
SHORT = "有关方面配合。\n"


def nodes(text: str, kind: type[Node]) -> list[str]:
    return [node.text for node in parsed(text).document.find_all(kind)]


def details(text: str, code: str) -> list[str]:
    return [diagnostic.detail for diagnostic in parsed(text).diagnostics if diagnostic.code == code]


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


# ── lines and fronts ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("gap", ["\u3000\u3000", "    ", "&nbsp;"])
def test_a_wide_gap_parts_a_long_line(gap: str) -> None:
    first, second = "甲" * 150 + "；乙", "丙" + "丁" * 150 + "。"
    assert nodes(f"{first}{gap}{second}\n", Paragraph) == [first, second]


def test_a_blank_behind_a_sentence_parts_a_flattened_line() -> None:
    first, second = "常委会听取报告。", "代表" * 120 + "。"
    assert nodes(f"{first} {second}\n", Paragraph) == [first, second]


def test_two_blanks_part_a_title_from_a_speaker() -> None:
    text = f"溪州市人民政府工作报告  溪州市市长张三\n{SESSION}各位代表：\n{BODY}\n"
    assert nodes(text, Title) == ["溪州市人民政府工作报告"]
    assert nodes(text, Speaker) == ["溪州市市长张三"]


@pytest.mark.parametrize(("above", "found"), [(11, 1), (12, 0)])
def test_a_flat_front_stands_among_the_first_lines(above: int, found: int) -> None:
    front = f"溪州市人民政府工作报告  溪州市市长张三\n{SESSION}"
    assert len(nodes("首页\n" * above + f"{front}各位代表：\n{BODY}\n", Speaker)) == found


@pytest.mark.parametrize(("between", "found"), [(5, 1), (6, 0)])
def test_the_session_line_of_a_further_report_is_near_its_title(between: int, found: int) -> None:
    front = "青禾县人大常委会工作报告\n{}——2026年1月26日在青禾县第十四届人民代表大会第五次会议上\n各位代表：\n"
    text = f"{front.format('')}{BODY}\n" + front.format("大家一起努力向前\n" * between) + f"{BODY}\n"
    assert nodes(text, Title).count("青禾县人大常委会工作报告") - 1 == found


@pytest.mark.parametrize(("line", "found"), [("市人民检察院检察长李四", 1), ("会议今天开幕。", 0)])
def test_an_address_parts_a_line_of_the_front(line: str, found: int) -> None:
    text = f"溪州市人大常委会工作报告\n{line}各位代表：{BODY}\n"
    assert nodes(text, Salutation) == ["各位代表："] * found


@pytest.mark.parametrize(("length", "found"), [(80, 1), (81, 0)])
def test_furniture_is_short(length: int, found: int) -> None:
    assert len(nodes(f"{BODY}\n{'地址：'.ljust(length, '甲')}\n{BODY}\n", FormeWork)) == found


def test_a_line_that_names_a_session_opens_no_report() -> None:
    text = f"{BODY}\n{BODY}\n在青禾县第五届人民代表大会第二次会议上的报告\n{BODY}\n"
    assert nodes(text, Dateline) == []


@pytest.mark.parametrize(("gap", "found"), [("\n", 8), ("\n\n", 7)])
def test_blank_lines_part_the_paragraphs_of_some_texts(gap: str, found: int) -> None:
    """There a line that no blank line parts from an unfinished one goes on with it."""
    last = "会议听取了县人民政府关于财政决算的说明，部署了后续有关工作（附后）\n会议还听取了其他汇报。\n"
    assert len(nodes(gap.join([*[BODY] * 6, last]), Paragraph)) == found


@pytest.mark.parametrize(("lines", "found"), [(4, 0), (5, 5)])
def test_numbers_of_lines_are_markup(lines: int, found: int) -> None:
    text = "".join(f"{number} 常委会听取报告。\n" for number in range(1, lines + 1))
    assert len(nodes(text, Markup)) == found


def test_a_lone_bracket_takes_no_lines_with_it() -> None:
    assert nodes(f"{BODY}\n[\n甲事办妥。\n乙事办妥。\n{BODY}\n", Paragraph) == [BODY, "甲事办妥。", "乙事办妥。", BODY]


def test_an_imprint_above_a_caption_stays_one() -> None:
    text = f"来源：溪州日报\n溪州湿地航拍（张三 摄）\n溪州市人大常委会工作报告\n{SESSION}各位代表：\n{BODY}\n"
    assert nodes(text, Imprint) == ["来源：溪州日报"]
    assert nodes(text, Caption) == ["溪州湿地航拍（张三 摄）"]


@pytest.mark.parametrize("below", ["服务代表专题", "\n人民代表大会第五次会议上"])
def test_half_a_session_line_alone_is_no_dateline(below: str) -> None:
    text = f"溪州市人大常委会工作报告\n——2026年1月26日在溪州市第十四届\n{below}\n各位代表：\n{BODY}\n"
    assert nodes(text, Dateline) == []


def test_a_line_right_below_the_title_belongs_to_it() -> None:
    front = f"溪州市人大常委会工作报告\n服务代表专题\n{SESSION}"
    assert nodes(f"{front}各位代表：\n{BODY}\n", Title) == ["溪州市人大常委会工作报告", "服务代表专题"]


def test_several_bylines_stand_at_the_end() -> None:
    assert nodes(f"{BODY}\n（记者 张三）\n责任编辑：李四\n", Byline) == ["（记者 张三）", "责任编辑：李四"]


def test_a_salutation_may_be_long() -> None:
    addressed = "、".join(["各县市区人民代表大会常委会"] * 5) + "："
    text = f"溪州市人大常委会工作报告\n{SESSION}{addressed}\n{BODY}\n"
    assert nodes(text, Salutation) == [addressed]


def test_a_title_in_the_middle_of_a_sentence_joins_both_its_ends() -> None:
    text = f"{BODY}\n常委会会议听取和审议了县人民政府关于贯彻实施\n《青禾县条例》\n，提出了审议意见。\n"
    joined = "常委会会议听取和审议了县人民政府关于贯彻实施《青禾县条例》，提出了审议意见。"
    assert nodes(text, Paragraph)[1:] == [joined]


def test_a_long_paragraph_is_no_wedge() -> None:
    head = "有关方面跟踪监督整改落实情况，促进了重点项目中6个问题解"
    tail = "继续督促有关方面落实审议意见，改进工作作风。"
    text = f"{BODY}\n\n{head}\n\n{BODY}\n\n{tail}\n"
    assert nodes(text, Paragraph) == [BODY, head, BODY, tail]


@pytest.mark.parametrize(("length", "found"), [(21, 2), (22, 1)])
def test_a_long_line_without_a_mark_is_a_cut_paragraph(length: int, found: int) -> None:
    head, tail = "办好民生实事".ljust(length, "和"), "继续督促有关方面落实审议意见。"
    assert nodes(f"{BODY}\n{head}\n{tail}\n", Paragraph)[1:] == ([head, tail] if found == 2 else [head + tail])


def test_a_blank_before_a_marker_parts_a_line_of_a_long_text() -> None:
    items = [f"——{what}事办妥{'继续推进' * 30}。" for what in "甲乙"]
    text = f"{BODY * 20}\n会议提出下列意见。 {' '.join(items)}\n{BODY * 21}\n"
    assert nodes(text, ListItem) == items


@pytest.mark.parametrize(("length", "found"), [(44, 1), (45, 0)])
def test_a_scene_is_told_in_few_words(length: int, found: int) -> None:
    scene = "青禾县青禾镇青禾村各级人大代表小组的代表和驻村干部深入田间地头".ljust(length, "新")
    assert len(nodes(f"{BODY}\n{scene}\n{BODY}\n", Caption)) == found


def test_the_first_sentence_ends_outside_quotes() -> None:
    assert first_sentence_end("贯彻“三新”要求。正文。") == len("贯彻“三新”要求。")
    assert first_sentence_end("“一。二。”三。四") == len("“一。二。”三。")
    assert first_sentence_end("甲”。乙。") == len("甲”。")
    assert first_sentence_end("没有句号") == 0


@pytest.mark.parametrize(("after", "found"), [(3, 1), (4, 0)])
def test_the_closing_is_among_the_last_four_lines(after: int, found: int) -> None:
    closing = "各位代表！让我们更加紧密地团结起来，为建设美好家园而努力奋斗！"
    text = f"一、甲事\n{BODY * 3}\n{closing}\n" + "谢谢。\n" * after
    assert len(nodes(text, Closing)) == found


@pytest.mark.parametrize(("length", "told"), [(39, []), (40, ["@0"])])
def test_short_paragraphs_may_repeat(length: int, told: list[str]) -> None:
    line = "常" * (length - 1) + "。\n"
    assert details(line * 2, "RP202") == told


# ── headings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("behind", "found"), [("：", 0), ("。", 1)])
def test_a_lone_number_behind_a_colon_is_no_heading(behind: str, found: int) -> None:
    assert len(headings(f"任务{behind}\n（1）加强监督\n{BODY}\n")) == found


def test_items_of_which_most_report_figures_are_no_headings() -> None:
    text = "主要情况：\n1.加强监督。\n2.教育支出90321万元。\n3.卫生支出41876万元。\n"
    assert headings(text) == []
    assert len(nodes(text, ListItem)) == 3


def test_a_lone_digit_above_words_is_a_page_number() -> None:
    assert headings(f"{BODY}\n1\n坚持党的领导 坚定政治方向\n{BODY}\n") == []


def test_the_words_below_a_digit_may_take_two_lines() -> None:
    text = f"1\n坚持党的领导、\n坚定政治方向\n\n{BODY}\n2\n强化依法监督 助推地方发展\n{BODY}\n"
    first = next(parsed(text).document.find_all(Heading))
    assert text[slice(*first.text_span)] == "坚持党的领导、\n坚定政治方向"


def test_headings_of_which_few_recur_are_no_contents() -> None:
    text = f"一、甲事\n二、乙事\n三、丙事\n四、丁事\n五、戊事\n{BODY}\n一、甲事\n{BODY}\n五、戊事\n{BODY}\n"
    assert len(headings(text)) == 7
    assert nodes(text, TableOfContents) == []


@pytest.mark.parametrize(("length", "found"), [(20, 2), (23, 2), (24, 1)])
def test_halves_of_one_length_tell_where_a_glued_heading_stops(length: int, found: int) -> None:
    first, second = "甲" * length + "，" + "乙" * length, "坚持服务大局作为，增进群众民生福祉"
    text = f"一、{first}常委会会议听取报告。{BODY}\n二、{second}常委会会议听取报告。{BODY}\n"
    assert headings(text) == [(1, "一、", first), (1, "二、", second)][-found:]


@pytest.mark.parametrize(("longer", "found"), [(4, 2), (5, 0)])
def test_the_halves_of_a_couplet_are_of_about_one_length(longer: int, found: int) -> None:
    first, second = (f"{a * 6} {b * (6 + longer)}" for a, b in ("甲乙", "丙丁"))
    assert len(headings(f"{BODY}\n{first}\n{BODY}\n{second}\n{BODY}\n")) == found


@pytest.mark.parametrize(("length", "found"), [(60, 2), (61, 0)])
def test_a_sentence_that_is_a_heading_is_short(length: int, found: int) -> None:
    assert len(headings(f"1.{'甲' * (length - 1)}。{BODY}\n2.乙事办妥。{BODY}\n")) == found


@pytest.mark.parametrize("plain", [0, 12])
def test_leads_may_stand_in_the_middle_of_a_flat_paragraph(plain: int) -> None:
    leads = ["加强预算监督", "推进依法行政", "深化代表工作"]
    text = "".join(f"{lead}。{'常委会会议听取报告，提出意见，' * 10}。" for lead in leads)
    assert [words for _, _, words in headings(f"{text}\n" + f"{BODY}\n" * plain)] == leads


@pytest.mark.parametrize(("length", "found"), [(30, 1), (31, 0)])
def test_a_part_heading_is_short(length: int, found: int) -> None:
    words = "2023年上半年和2024年上半年常委会的".ljust(length - 2, "甲") + "工作"
    assert len(headings(f"{BODY}\n{words}\n{BODY}\n")) == found


@pytest.mark.parametrize(("length", "found"), [(24, 3), (25, 0)])
def test_a_plain_heading_is_short(length: int, found: int) -> None:
    plain = [what * length for what in "甲乙丙"]
    text = BODY + "".join(f"\n{words}\n{BODY}" for words in plain) + "\n"
    assert len(headings(text)) == found


@pytest.mark.parametrize(("length", "found"), [(46, 3), (47, 0)])
def test_a_topic_sentence_is_short(length: int, found: int) -> None:
    topics = [f"这是{what.ljust(length - 6, '新')}的五年。" for what in ("砥砺奋进", "为民履职", "守正创新")]
    assert len(headings("".join(f"{topic}\n{BODY * 2}\n" for topic in topics))) == found


@pytest.mark.parametrize(("length", "found"), [(59, 0), (60, 3)])
def test_a_topic_sentence_has_a_long_body(length: int, found: int) -> None:
    body = "常" * (length - 1) + "。"
    text = "".join(f"这是{what}的五年。\n{body}\n" for what in ("砥砺奋进", "为民履职", "守正创新"))
    assert len(headings(text)) == found


def test_a_topic_sentence_stands_above_its_body() -> None:
    text = "".join(f"{BODY * 2}\n这是{what}的五年。\n{SHORT}" for what in ("砥砺奋进", "为民履职", "守正创新"))
    assert headings(text) == []


def test_sentences_behind_dashes_are_no_topics() -> None:
    text = "".join(f"——这是{what}的五年。\n{BODY * 2}\n" for what in ("砥砺奋进", "为民履职", "守正创新"))
    assert headings(text) == []
    assert len(nodes(text, ListItem)) == 3


def test_a_sentence_of_another_form_is_no_topic() -> None:
    topics = [f"这是{what}的五年。" for what in ("砥砺奋进", "为民履职", "守正创新")]
    text = "".join(f"{topic}\n{BODY * 2}\n" for topic in [*topics, "市人大常委会依法履职。"])
    assert [words + "。" for _, _, words in headings(text)] == topics


def test_a_lead_needs_a_sibling_in_a_section_of_one_paragraph_too() -> None:
    assert [words for _, _, words in headings(f"一、甲事\n加强预算监督。{BODY}\n")] == ["甲事"]


@pytest.mark.parametrize(("plain", "found"), [(4, 2), (5, 0)])
def test_strong_leads_stand_in_a_third_of_the_paragraphs(plain: int, found: int) -> None:
    text = f"一、甲事\n加强预算监督。{BODY}\n推进依法行政。{BODY}\n" + f"{BODY}\n" * plain
    assert len(headings(text)) - 1 == found


@pytest.mark.parametrize(("lead", "found"), [("加强预算监督", 0), ("经济实力稳步提升", 2)])
def test_one_outcome_with_one_clause_makes_two_leads(lead: str, found: int) -> None:
    assert len(headings(f"一、甲事\n{lead}。{BODY}\n城乡面貌日新月异。{BODY}\n")) - 1 == found


def test_a_lone_lead_within_an_item_is_prose() -> None:
    text = f"一、甲事\n{BODY}\n一是甲事办妥。\n加强预算监督。{BODY}\n二是乙事办妥。\n推进依法行政。{BODY}\n"
    assert headings(text) == [(1, "一、", "甲事"), (2, "一是", "甲事办妥"), (2, "二是", "乙事办妥")]


@pytest.mark.parametrize(("words", "found"), [("结束语", 1), ("尾声", 1), ("序", 0)])
def test_a_heading_has_two_characters_at_least(words: str, found: int) -> None:
    assert len(headings(f"{BODY}\n{words}\n{BODY}\n")) == found


def test_digits_above_prose_are_page_numbers() -> None:
    assert headings(f"{BODY}\n1\n{BODY}\n2\n{BODY}\n") == []


@pytest.mark.parametrize(("plain", "found"), [(3, 3), (4, 0)])
def test_leads_of_which_one_is_strong_stand_in_half_of_the_paragraphs(plain: int, found: int) -> None:
    leads = "".join(f"{lead}{BODY}\n" for lead in ("加强预算监督。", "城乡面貌日新月异。", "生态环境山清水秀。"))
    text = f"一、甲事\n{leads}" + f"{BODY}\n" * plain
    assert len(headings(text)) - 1 == found
    assert details(text, "RP104") == ([] if found else [f"加强预算监督。{BODY}"[:20]])


# ── lists ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "一是甲事办妥。\n\n二是乙事办妥。\n",
        "首先，甲事办妥。\n\n其次，乙事办妥。\n",
        "一是甲事办妥。\n二是乙事办妥。\n\n",
    ],
)
def test_blank_lines_part_no_list(text: str) -> None:
    assert len(nodes(text, List)) == 1
    assert len(nodes(text, ListItem)) == 2


def test_a_series_may_be_the_whole_text() -> None:
    assert nodes("一要提高站位，二要增强刚性", ListItem) == ["一要提高站位，", "二要增强刚性"]


def test_a_series_ends_with_its_line() -> None:
    text = "做好今后工作，一要提高站位，二要增强刚性。\n）随后推进落实。\n"
    assert nodes(text, List) == ["一要提高站位，二要增强刚性。"]
    assert len(nodes(text, Paragraph)) == 1


def test_a_caption_may_cut_a_series() -> None:
    head = "做好今后工作，一要提高站位，二要增强监督刚性和实效，推动重点项目中的问题解"
    text = f"{BODY}\n{head}\n图为市人大代表视察重点工程。（张三 摄）\n决。\n{BODY}\n"
    (found,) = parsed(text).document.find_all(List)
    assert [item.marker for item in found.find_all(ListItem)] == ["一要", "二要"]
    assert len(list(found.find_all(Caption))) == 1


def test_a_line_end_parts_no_series() -> None:
    text = f"{BODY}\n做好今后工作，一要提高政治站位、增强监督刚性，二要改进工作作\n风，三要锤炼过硬队伍。\n"
    assert nodes(text, List) == ["一要提高政治站位、增强监督刚性，二要改进工作作风，三要锤炼过硬队伍。"]


def test_a_number_in_mid_line_parts_no_series() -> None:
    text = f"上半年完成投资任务，一要抓项目。三、{'加快推进' * 20}，二要抓进度。\n"
    assert len(nodes(text, Paragraph)) == 1
    assert len(nodes(text, ListItem)) == 2


@pytest.mark.parametrize(("between", "found"), [(6, 2), (7, 0)])
def test_a_first_dash_may_go_on_for_some_paragraphs(between: int, found: int) -> None:
    assert len(nodes(f"——甲事办妥。\n{SHORT * between}——乙事办妥。\n", ListItem)) == found


def test_a_list_that_begins_anew_is_another() -> None:
    one = f"一是甲事。\n{SHORT}二是乙事。\n"
    assert nodes(one * 2, List) == [one.replace("\n", "")] * 2


def test_a_last_item_does_not_end_in_blank_lines() -> None:
    text = f"一是甲事。\n{SHORT}二是乙事。\n\n"
    assert nodes(text, List) == [f"一是甲事。\n{SHORT}二是乙事。".replace("\n", "")]


def test_numbers_that_do_not_go_on_are_no_list() -> None:
    text = "主要项目：\n（1）教育支出90321万元，增长3.2%；\n（3）卫生支出41876万元，增长12.5%；\n"
    assert nodes(text, ListItem) == []
    assert nodes(text, Paragraph) == text.splitlines()


@pytest.mark.parametrize(("between", "found"), [(3, 3), (4, 2)])
def test_a_dash_belongs_to_a_list_no_further_than_twice_the_gap_before(between: int, found: int) -> None:
    text = f"——甲事办妥。\n{SHORT}——乙事办妥。\n{SHORT * between}——丙事办妥。\n"
    assert len(nodes(text, ListItem)) == found


def test_a_dash_behind_the_outer_list_is_no_item_of_the_inner_one() -> None:
    text = f"一是甲事。\n——丙事。\n{SHORT}——丁事。\n二是乙事。\n三是庚事。\n——戊事。\n"
    assert nodes(text, List)[1:] == [f"——丙事。{SHORT}——丁事。".replace("\n", "")]
    assert nodes(text, Paragraph)[-1] == "——戊事。"
