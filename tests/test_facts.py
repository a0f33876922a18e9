"""Facts: rows that can be trusted back to the character, in every format of the command line."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from rendaparse import Fact, facts, parse
from rendaparse.cli import main
from rendaparse.export import csv_lines
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
    """One row a quantity of a data clause, in the order of the text; its span is its node's."""
    report = parse(text)
    clauses = report.document.find_all("dataClause")
    spans = [quantity.span for clause in clauses for quantity in clause.find_all("quantity")]
    assert [fact.span for fact in facts(report)] == spans


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
            [("10亿元", None, "产值", None, "2023"), ("12亿元", "增加到", "产值", None, "2023")],
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
            [("八成", None, "设施覆盖", "rate", None), ("九成", "提高到", "设施覆盖", "rate", None)],
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


@pytest.mark.parametrize(("opening", "period"), [("在", "2023-03"), ("——", "2023-03"), ("我们在", None)])
def test_a_time_that_a_sentence_opens_with_holds_for_its_block(opening: str, period: str | None) -> None:
    """Two characters may stand before it."""
    facts_of = _facts(f"{opening}2023年3月，召开会议3次。走访代表20名。")
    assert [fact.period for fact in facts_of] == ["2023-03", period]


# ── formats ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A small report in a file."""
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def _printed(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert main(["facts", *args]) == 0
    return capsys.readouterr().out


def test_csv_is_read_back_by_a_csv_reader(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Header and rows; a path is one cell."""
    rows = list(csv.DictReader(io.StringIO(_printed(capsys, path, "--format", "csv"))))
    assert [row["value"] for row in rows] == ["10", "12", "2557000000", "8.5", "7"]
    assert rows[0]["path"] == "过去一年的工作"
    assert rows[4]["planned"] == "true"


def test_csv_for_spreadsheets_begins_with_a_byte_order_mark(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Once, before the header; no other format takes the option."""
    assert _printed(capsys, path, path, "--format", "csv", "--bom").count("\ufeff") == 1
    with pytest.raises(SystemExit) as stopped:
        main(["facts", path, "--format", "tsv", "--bom"])
    assert stopped.value.code == 2
    assert "--bom goes with --format csv" in capsys.readouterr().err


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_cells_that_would_be_formulas_are_led_by_an_apostrophe(start: str) -> None:
    """Words that begin with = are no formula; a negative number stays a number."""
    fact = attrs.evolve(_facts("召开会议10次。")[0], thing=f"{start}HYPERLINK(1)", value=Decimal(-3))
    cells = next(csv.reader(csv_lines([fact], header=False)))
    assert f"'{start}HYPERLINK(1)" in cells
    assert "-3" in cells


def test_tsv_cells_hold_no_tab_and_no_line_end(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A figure that a line end cuts is one row."""
    file = tmp_path / "cut.txt"
    file.write_text("督促解决问题96个，推动各有关部门建章立制1\n2项，群众满意度进一步提高。", encoding="utf-8")
    lines = _printed(capsys, str(file), "--format", "tsv").splitlines()
    assert len(lines) == 3
    assert len({line.count("\t") for line in lines}) == 1


def test_jsonl_names_the_source_where_there_are_several(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a line; values are exact numbers."""
    alone = [json.loads(line) for line in _printed(capsys, path, "--format", "jsonl").splitlines()]
    assert [row["value"] for row in alone] == [10, 12, 2557000000, 8.5, 7]
    assert all("source" not in row for row in alone)
    several = [json.loads(line) for line in _printed(capsys, path, path, "--format", "jsonl").splitlines()]
    assert [row.pop("source") for row in several] == [path] * 10
    assert several == alone * 2


def test_table_is_aligned_for_wide_characters(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every column begins at the same place of the terminal."""
    lines = _printed(capsys, path).splitlines()
    assert len(lines) == 6
    assert {_columns(line, "召开") for line in lines[1:3]} == {_columns(lines[0], "verb")}
    assert {_columns(line, "20") for line in lines[1:4]} == {_columns(lines[0], "period")}


def test_long_cells_of_the_table_are_cut(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A cell takes 28 columns at most, its last one a …; a shorter one is whole."""
    file = tmp_path / "long.txt"
    file.write_text(
        "新建青禾县东湖片区老年人综合养老服务中心7家。新建青禾县东湖新片区养老服务中心7家。", encoding="utf-8"
    )
    long, short = (line.split("  ") for line in _printed(capsys, str(file)).splitlines()[1:])
    assert "青禾县东湖片区老年人综合养…" in [cell.strip() for cell in long]
    assert "青禾县东湖新片区养老服务中心" in [cell.strip() for cell in short]


def _columns(line: str, word: str) -> int:
    before = line[: line.rindex(word)]
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in before)


def test_file_that_cannot_be_read_is_named_and_the_others_are_printed(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, one line on the standard error stream."""
    assert main(["facts", "missing.txt", path, "--format", "csv"]) == 2
    printed = capsys.readouterr()
    assert "missing.txt" in printed.err
    assert len(printed.out.splitlines()) == 6
