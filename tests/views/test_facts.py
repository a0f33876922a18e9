"""Facts: what is read of each figure, and where it leads back to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from rendaparse import Fact, facts, parse
from rendaparse.testing import any_text, reports

TEXT = (
    "政府工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表：\n"
    "一、过去一年的工作\n全年召开常委会会议10次，主任会议12次。财政收入达25.57亿元，比上年增长8.5%。\n"
    "二、今年的主要任务\n力争建成养老服务中心7家。\n"
)


def _facts(text: str) -> tuple[Fact, ...]:
    return facts(parse(text))


def test_rows_of_a_report() -> None:
    """Value, unit, verb, thing, time and path of each figure, and whether it is planned."""
    rows = [
        (fact.value, fact.unit, fact.verb, fact.thing, fact.relation, fact.period, fact.path, fact.planned)
        for fact in _facts(TEXT)
    ]
    review, plan = ("过去一年的工作",), ("今年的主要任务",)
    assert rows == [
        (Decimal(10), "次", "召开", "常委会会议", None, "2023", review, False),
        (Decimal(12), "次", "召开", "主任会议", None, "2023", review, False),
        (Decimal(2557000000), "元", "达", "财政收入", None, "2023", review, False),
        (Decimal("8.5"), "%", "增长", "财政收入", "change", "2023", review, False),
        (Decimal(7), "家", "建成", "养老服务中心", None, "2024", plan, True),
    ]


def test_where_something_is_brought_to_is_no_change() -> None:
    """到 completes a change only where 从 began one."""
    assert [(fact.verb, fact.relation) for fact in _facts("选派30名干部到7个村。")] == [("选派", None)] * 2


def test_percentage_in_a_part_is_a_part() -> None:
    """其中 makes it one as it does a count."""
    assert [fact.relation for fact in _facts("共有代表300名，其中30%为妇女。")] == [None, "part"]


def test_changes_say_what_they_are_compared_with() -> None:
    """Direction as written, and the base of the comparison."""
    fact = _facts(TEXT)[3]
    assert (fact.change, fact.compared_with) == ("增长", "上年")


def test_spans_lead_back_to_the_character() -> None:
    """The text of a fact is the source at its span, also where a line end cuts the paragraph."""
    text = "督促解决问题96个，推动各有关部门建章立制1\n2项，群众满意度进一步提高。"
    assert [text[slice(*fact.span)] for fact in _facts(text)] == ["96个", "1\n2项"]


@given(any_text() | reports())
def test_every_quantity_is_a_fact(text: str) -> None:
    """One row a quantity of a data clause or a heading, in the order of the text; its span is its node's."""
    report = parse(text)
    clauses = list(report.document.find_all("dataClause"))
    spans = [quantity.span for clause in clauses for quantity in clause.find_all("quantity")]
    for heading in report.document.find_all("heading"):
        spans += [child.span for child in heading.children if child.type == "quantity"]
        assert not any(quantity for child in heading.children for quantity in child.find_all("dataClause"))
    assert [fact.span for fact in facts(report)] == sorted(spans)


@given(any_text() | reports())
def test_slices_of_a_thing_joined_are_its_text(text: str) -> None:
    """Whatever cuts it in the source; blanks aside."""
    for fact in _facts(text):
        slices = "".join(text[slice(*span)] for span in fact.thing_spans)
        assert "".join(slices.split()) == "".join((fact.thing or "").split())


WRAPPED = (
    "一年来，常委会依法履职，突出重点，服务大局，办好实事，提高质效，改进作风，办理群众\n"
    "来信12件，推动解决群众关心的问题，密切联系群众，广泛听取意见，群众满意度进一步提高\n"
    "，各项工作取得新的成效。\n"
)


@pytest.mark.parametrize(
    ("text", "slices"),
    [
        (WRAPPED, ["群众", "来信"]),
        ("办理 群众 来信12件。", ["群众 来信"]),
        ("办理群众&nbsp;来信12件。", ["群众", "来信"]),
        ("12件。", []),
    ],
)
def test_thing_stands_in_slices(text: str, slices: list[str]) -> None:
    """One where nothing interrupts it."""
    assert [text[slice(*span)] for span in _facts(text)[0].thing_spans] == slices


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("审议报告26个，召开会议10次、会议12次。", ["own", "own", "shared"]),
        ("粮食、蔬菜产量分别增长4%、5%和6%以上。", ["own", "own", "own"]),
        ("注册用户870人。", [None]),
    ],
)
def test_where_the_verb_stands(text: str, told: list[str | None]) -> None:
    """A clause that only goes on enumerating figures has the verb of the one it goes on with."""
    assert [fact.verb_from for fact in _facts(text)] == told


Row = tuple[str, str | None, str | None, str | None, str | None]
"""Of a figure: the words, verb, thing, relation, period."""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("召开 会议10次。", [("10次", "召开", "会议", None, None)]),
        ("召开会议 共10次。", [("10次", "召开", "会议", None, None)]),
        (
            "走访代表30名，对5个，开展测评。",
            [("30名", "走访", "代表", None, None), ("5个", "开展测评", "代表", None, None)],
        ),
        ("先后3次听取重点工程建设情况汇报。", [("3次", "听取", "重点工程建设情况汇报", None, None)]),
        ("通过走访群众、征集和梳理意见120条。", [("120条", "征集和梳理", "意见", None, None)]),
        ("群众满意度提高5个百分点目标如期实现。", [("5个百分点", "提高", "群众满意度", "change", None)]),
        ("常住人口增加10万。", [("10万", "增加", "常住人口", "change", None)]),
        (
            "小麦—水稻、蔬菜产量，分别增长4.3%、6.1%。",
            [("4.3%", "增长", "小麦—水稻", "change", None), ("6.1%", "增长", "蔬菜产量", "change", None)],
        ),
        (
            "新增企业10家、商户20户、农场30个，分别增长3%、5%、7%。",
            [
                ("10家", "新增", "企业", None, None),
                ("20户", "新增", "商户", None, None),
                ("30个", "新增", "农场", None, None),
                ("3%", "增长", "企业", "change", None),
                ("5%", "增长", "商户", "change", None),
                ("7%", "增长", "农场", "change", None),
            ],
        ),
        (
            "2023年，产值从2020年的10亿元增加到12亿元。",
            [("10亿元", None, "产值", "start", "2020"), ("12亿元", "增加到", "产值", None, "2023")],
        ),
        (
            "和谐社区、平安乡村分别增长4.3%、6.1%。",
            [("4.3%", "增长", "和谐社区", "change", None), ("6.1%", "增长", "平安乡村", "change", None)],
        ),
        (
            "新增企业10家、商户20户，分别增长3%、5%、7%。",
            [
                ("10家", "新增", "企业", None, None),
                ("20户", "新增", "商户", None, None),
                ("3%", "增长", "企业", "change", None),
                ("5%", "增长", "商户", "change", None),
                ("7%", "增长", "商户", "change", None),
            ],
        ),
        (
            "审议报告26个，其中专项报告占50%。",
            [("26个", "审议", "报告", None, None), ("50%", "占", "专项报告", "share", None)],
        ),
        ("对9个部门，开展专项工作评议。", [("9个", "开展专项工作评议", "部门", None, None)]),
        ("对9个部门，开展满意度测评工作。", [("9个", "开展", "部门", None, None)]),
        ("组织5场调研。", [("5场", "组织", "调研", None, None)]),
        ("对9个部门，开展满意度测评，形成整改清单。", [("9个", "开展满意度测评", "部门", None, None)]),
        (
            "设施覆盖从八成提高到九成。",
            [("八成", None, "设施覆盖", "start", None), ("九成", "提高到", "设施覆盖", "rate", None)],
        ),
    ],
)
def test_figure(text: str, rows: list[Row]) -> None:
    """What each figure of a sentence is read as."""
    assert [(fact.text, fact.verb, fact.thing, fact.relation, fact.period) for fact in _facts(text)] == rows


def test_a_share_is_of_the_first_count_of_its_unit() -> None:
    """Other units aside."""
    rows = _facts("召开会议200次，收到建议120件，已办结90件，占75%。")
    assert rows[3].of == rows[1].span


def test_a_verb_that_names_what_is_counted_goes_on_to_no_other_figure() -> None:
    """Whatever figures stand before it."""
    fact = _facts("新建道路3条，票决产生的十方面46个子项全部办结。")[-1]
    assert (fact.verb, fact.thing) == ("办结", "子项")


FRONT = "政府工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表：\n"


def test_a_heading_that_closes_with_five_years_names_the_term() -> None:
    """The last of its durations counts, not the first."""
    (fact,) = _facts(f"{FRONT}一、连续3年先进、砥砺奋进的五年\n召开会议10次。\n")
    assert fact.period == "2019/2023"


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("在", "2023-03"),
        ("——", "2023-03"),
        ("据统计，", "2023-03"),
        ("刚刚过去的", "2023-03"),
        ("我们在", None),
        ("据统计，经核算，", None),
        ("建站2个，", None),
        ("落实《2022年计划》，", "2023-03"),
    ],
)
def test_a_time_that_a_sentence_opens_with_holds_for_its_block(opening: str, period: str | None) -> None:
    """At the head of its first or second clause, before any figure, whatever titles name."""
    facts_of = _facts(f"{opening}2023年3月，召开会议3次。走访代表20名。")
    assert [fact.period for fact in facts_of][-2:] == ["2023-03", period]


def test_figures_of_headings_are_facts() -> None:
    """Of those that run in, too; the path names the heading, whose words are the sentence."""
    report = parse("一、总体情况\n（一）新建公园3个、道路7条。全年推进有力，居民满意，成效明显。\n")
    (heading,) = report.document.find_all("heading", run_in=True)
    park, road = facts(report)
    assert (park.verb, park.thing, road.verb, road.thing) == ("新建", "公园", "新建", "道路")
    assert {(fact.sentence, fact.sentence_text) for fact in (park, road)} == {(heading.span, "新建公园3个、道路7条")}
    assert park.path == ("总体情况", "新建公园3个、道路7条")


def test_titles_are_no_facts() -> None:
    """Neither are datelines."""
    assert _facts("东岭县10件实事办理情况的报告\n——2024年1月9日在东岭县第八届人民代表大会上\n各位代表：\n") == ()


NOTES = "".join(f"第{'一二三四五六'[i]}段加强监督，突出重点，服务大局。\n" for i in range(6))


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("附件\n", ("附件",)),
        ("附件：实事办理情况\n", ("附件：实事办理情况",)),
        ("附件2：\n2025年实事\n", ("2025年实事",)),
        ("附件2\n实事如下：\n", ("附件2",)),
        ("名词解释\n双百行动\n", ("名词解释",)),
        ("附件1\n名词解释：\n", ("名词解释",)),
    ],
)
def test_notes_stand_under_their_own_title(head: str, path: tuple[str, ...]) -> None:
    """That is the line that opens them, or, behind a mere label, the one below, if it is a title."""
    fact = _facts(f"一、今年的主要任务\n{NOTES}{head}新建公园3个。\n")[-1]
    assert (fact.part, fact.path) == ("annex", path)


def test_parts_of_the_report_imply_nothing_for_its_notes() -> None:
    """Neither time nor plan; a title of their own may."""
    front = f"政府工作报告\n——2025年1月9日在青禾市第八届人民代表大会第三次会议上\n一、今年的主要任务\n{NOTES}"
    plain = _facts(f"{front}附件\n新建公园3个。\n")[-1]
    assert (plain.period, plain.period_from, plain.status) == (None, None, "actual")
    titled = _facts(f"{front}附件\n2025年实事\n新建公园3个。\n")[-1]
    assert (titled.period, titled.period_from, titled.status) == ("2025", "heading", "plan")
