"""What makes lines the rows of a table, and what stands around it."""

from __future__ import annotations

import pytest
from harness import check

from rendaparse import Report, facts, parse, sections
from rendaparse.nodes import Branch, Caption, FormeWork, Heading, ListItem, Paragraph, Table, TableCell, TableRow, Text

PROSE = "全县各级各部门坚持稳中求进工作总基调，扎实做好各项工作，财政运行总体平稳，重点支出得到有力保障。"


def parsed(text: str) -> Report:
    """Parse a text, and check all that holds for every report."""
    report = parse(text)
    check(text, report)
    return report


def tables(text: str) -> list[list[str]]:
    """Return the rows of every table: column, ``*`` where the cell heads it, words."""
    return [
        [
            " ".join(f"{cell.column}{'*' * cell.header}{cell.text}" for cell in row.children if type(cell) is TableCell)
            for row in table.find_all(TableRow)
        ]
        for table in parsed(text).document.find_all(Table)
    ]


def texts(text: str, kind: type[Branch]) -> list[str]:
    """Return the texts of the nodes of a class."""
    return [node.text for node in parsed(text).document.find_all(kind)]


def test_numbered_rows_are_no_headings_and_no_gap_in_the_numbering() -> None:
    """Nor are the numbers behind the table counted on from them."""
    text = f"一、情况\n{PROSE}\n一、税收收入 21534 20112\n三、非税收入 10198 11020\n二、打算\n突出重点，服务大局。\n"
    assert texts(text, Heading) == ["情况", "打算"]
    assert tables(text) == [["1一、税收收入 221534 320112", "1三、非税收入 210198 311020"]]
    assert not parsed(text).diagnostics


def test_both_sides_of_a_balance_stand_in_one_row() -> None:
    """A number in mid-line parts no row."""
    text = "一、本级收入 98640 一、本级支出 86270\n二、补助收入 1450 二、上解支出 9240\n"
    assert tables(text) == [
        ["1一、本级收入 298640 3一、本级支出 486270", "1二、补助收入 21450 3二、上解支出 49240"],
    ]


def test_a_long_row_is_no_flattened_line() -> None:
    """Though it has 200 characters and wide gaps."""
    row = "收入" + " " * 60 + "12" + " " * 60 + "34" + " " * 60 + "56" + " " * 60 + "78"
    assert tables(f"{row}\n{row}\n") == [["1收入 212 334 456 578"] * 2]


def test_a_line_longer_than_any_row_is_prose() -> None:
    """From 400 characters on."""
    row = "收入\t" + "\t".join(["1234"] * 80)
    assert tables(f"{row}\n{row}\n") == []


@pytest.mark.parametrize(("lines", "count"), [(2, 1), (3, 2)])
def test_lines_between_two_rows(lines: int, count: int) -> None:
    """Two at the most."""
    rows = "甲\t1\t2\n乙\t3\t4\n"
    assert len(tables(rows + "其中：\n" * lines + rows)) == count


@pytest.mark.parametrize(("title", "count"), [("单位：万元", 2), ("表2　支出", 2), ("支出情况表", 2), ("支出情况", 1)])
def test_what_entitles_a_table_ends_the_one_before(title: str, count: int) -> None:
    """A short line that does not is of the table."""
    rows = "甲\t1\t2\n乙\t3\t4\n"
    assert len(tables(f"{rows}{title}\n{rows}")) == count


def test_another_header_with_other_columns_begins_another_table() -> None:
    """One with as many columns is repeated."""
    text = "甲\t1\t2\n乙\t3\t4\n项目\t年初\t年中\t年末\t增长\n丙\t1\t2\t3\t4\n丁\t5\t6\t7\t8\n"
    assert tables(text) == [
        ["1甲 21 32", "1乙 23 34"],
        ["1*项目 2*年初 3*年中 4*年末 5*增长", "1丙 21 32 43 54", "1丁 25 36 47 58"],
    ]


def test_rows_behind_the_last_that_have_one_figure() -> None:
    """They are of the table where tabs, pipes or wide gaps part their cells; years are no figures."""
    assert tables("甲\t1\t2\n乙\t3\t4\n丙\t\t5\n丁\t6\n") == [["1甲 21 32", "1乙 23 34", "1丙 35", "1丁 26"]]
    assert tables("甲 1 2\n乙 3 4\n丙 5\n") == [["1甲 21 32", "1乙 23 34"]]
    assert tables("甲  1  2\n乙  3  4\n完成  2024\n") == [["1甲 21 32", "1乙 23 34"]]


def test_rows_before_the_first_that_have_one_figure() -> None:
    """They stand below the header."""
    assert tables("项目\t年初\t年末\n结转\t\t5\n甲\t1\t2\n乙\t3\t4\n") == [
        ["1*项目 2*年初 3*年末", "1结转 35", "1甲 21 32", "1乙 23 34"]
    ]


def test_a_name_between_header_and_rows_is_a_row() -> None:
    """It stands at the beginning of its line; what is indented is of the header."""
    assert tables("项目    年初    年末\n收入\n甲     1    2\n乙     3    4\n")[0][:2] == [
        "1*项目 2*年初 3*年末",
        "1收入",
    ]
    assert tables("项目    年初    年末\n                预计\n甲     1    2\n乙     3    4\n")[0][:2] == [
        "1*项目 2*年初 3*年末",
        "3*预计",
    ]


def test_a_header_has_three_lines_at_the_most() -> None:
    """What stands above is none."""
    heads = "甲类\t乙类\n年初\t年末\n预算\t决算\n项目\t合计\t比重\n"
    (rows,) = tables(f"{heads}丙\t1\t2\n丁\t3\t4\n")
    assert rows == ["1*预算 2*决算", "1*项目 2*合计 3*比重", "1丙 21 32", "1丁 23 34"]


def test_a_header_of_its_own_width_is_taken_where_gaps_are_wide() -> None:
    """Where single blanks part the cells, only one that fits."""
    assert tables("科目    年初\n甲  1  2  3\n乙  4  5  6\n")[0][0] == "1*科目 4*年初"
    assert tables("财政局 林溪\n甲 1 2 3\n乙 4 5 6\n") == [["1甲 21 32 43", "1乙 24 35 46"]]


def test_one_row_needs_a_header_of_its_width() -> None:
    """Otherwise it is prose, and told."""
    assert tables("项目\t年初\t年末\n甲\t1\t2\n") == [["1*项目 2*年初 3*年末", "1甲 21 32"]]
    assert tables("项目\t年初\n甲\t1\t2\n") == []
    assert tables("项目 年初 年末\n甲 1 2\n") == []
    assert [entry.code for entry in parsed("甲\t1\t2\n").diagnostics] == ["RP106"]


@pytest.mark.parametrize(
    ("rows", "count"), [("甲 1 2\n乙 1 2\n丙 1 2\n丁 1 2 3 4 5\n", 1), ("甲 1 2\n乙 1 2 3 4 5\n", 0)]
)
def test_rows_agree_in_the_number_of_their_columns(rows: str, count: int) -> None:
    """Three of four where single blanks part the cells."""
    assert len(tables(rows)) == count


def test_half_of_the_rows_agree_where_gaps_are_wide() -> None:
    """The others have lost their cells."""
    assert len(tables("甲\t1\t2\n乙\t1\t2\n丙\t1\t2\t3\t4\t5\n丁\t1\t2\t3\t4\t5\t6\t7\n")) == 1


def test_titles_number_and_unit_are_three_lines_at_the_most() -> None:
    """The nearest ones."""
    text = f"{PROSE}\n收支情况表\n附表1\n2024年收支情况表\n单位：亿元\n甲\t1\t2\n乙\t3\t4\n"
    (table,) = parsed(text).document.find_all(Table)
    assert [caption.text for caption in table.find_all(Caption)] == ["附表1", "2024年收支情况表", "单位：亿元"]


@pytest.mark.parametrize(
    "unit", ["单位：亿元", "单　位：万元、%", "（单位：人）", "编制单位：林溪县财政局　　金额单位：元"]
)
def test_units(unit: str) -> None:
    """What is counted, in brackets or behind who reports."""
    assert texts(f"{PROSE}\n{unit}\n甲\t1\t2\n乙\t3\t4\n", Caption) == [unit]


@pytest.mark.parametrize("line", ["建设单位：县水利局", "各位代表", "1.收支情况表", "收支情况如下表："])
def test_lines_above_a_table_that_do_not_entitle_it(line: str) -> None:
    """Another unit, other representatives, a heading, a sentence."""
    assert texts(f"{PROSE}\n{line}\n甲\t1\t2\n乙\t3\t4\n", Caption) == []


def test_letters_of_a_name_are_spaced_alike() -> None:
    """A single letter behind another gap is a cell of its own."""
    rows = ["1*指　　标 2*单　位 3*本年 4*增长", "1茶　叶 2吨 34120 46.5", "1粮　食 2吨 31200 41.2"]
    text = "指　　标      单　位    本年   增长\n茶　叶        吨    4120    6.5\n粮　食        吨    1200    1.2\n"
    assert tables(text) == [rows]
    assert tables("甲        吨    12    6.5\n乙        吨    34    1.2\n")[0][0] == "1甲        吨 212 36.5"


def test_letters_far_apart_are_two_cells() -> None:
    """More than eight blanks."""
    assert tables("甲         吨    12    6.5\n乙         吨    34    1.2\n")[0][0] == "1甲 2吨 312 46.5"


def test_blank_cells_in_lines_that_blanks_align() -> None:
    """Each cell is of the column whose middle is next, behind that of the cell before."""
    text = (
        "增值税　　　１８６４０　　　１９５００　　　１０１．６\n"
        "资源税　　　　　　　　　　　　　２００　　　１０５．０\n"
        "结　转　　　　　３０１\n"
        "　其他　　　　　　　　　　　　　　　　　　　　　９．０\n"
    )
    assert tables(text)[0][1:] == ["1资源税 3２００ 4１０５．０", "1结　转 2３０１", "1其他 4９．０"]


def test_the_header_tells_the_columns_where_no_row_has_all_cells() -> None:
    """And the rows have the cells of theirs."""
    text = "项目     年初    年末    增减\n甲公司    12              —3\n乙公司            34      4\n"
    assert tables(text)[0][1:] == ["1甲公司 212 4—3", "1乙公司 334 44"]


def test_cells_of_a_full_width_drawing() -> None:
    """The outer lines are no columns."""
    text = "┌──┬──┬──┐\n│项目│年初│年末│\n├──┼──┼──┤\n│　　│12│34│\n│支出│56│　　│\n└──┴──┴──┘\n"
    assert tables(text) == [["1*项目 2*年初 3*年末", "212 334", "1支出 256"]]


def test_a_table_of_markdown_ends_at_a_blank_line() -> None:
    """And where no pipe stands."""
    rows = "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n"
    assert tables(f"{rows}\n| 戊 | 己 |\n") == [["1*甲 2*乙", "1丙 2丁"]]
    assert tables(f"{rows}突出重点。\n") == [["1*甲 2*乙", "1丙 2丁"]]
    assert tables("| 甲 | 乙 |\n|---|---|\n突出重点。\n") == []


def test_figures_of_cells() -> None:
    """A bare one is a label, whatever its form; one with a unit is a quantity; no row of facts comes of either."""
    report = parsed("项目\t金额\t占比\n教育\t7.5亿元\t12.5%\n卫生\t（97.0）\t1,234\n社保\t96.0\t3亿\n")
    found = [(node.text, node.type, getattr(node, "kind", None)) for node in report.document.walk() if not node.is_leaf]
    figures = [entry for entry in found if entry[1] in ("quantity", "numeral")]
    assert figures == [
        ("7.5亿元", "quantity", None),
        ("12.5%", "quantity", None),
        ("97.0", "numeral", "label"),
        ("1,234", "numeral", "label"),
        ("96.0", "numeral", "label"),
        ("3亿", "quantity", None),
    ]
    assert facts(report) == ()


def test_rows_are_lines_of_the_text_of_a_section() -> None:
    """Captions are none."""
    text = f"一、收支\n{PROSE}\n单位：亿元\n教育\t7.1\t7.3\n卫生\t3.2\t3.3\n"
    (section,) = sections(parsed(text))
    assert section.text == f"一、收支\n{PROSE}\n教育\t7.1\t7.3\n卫生\t3.2\t3.3"


def test_words_of_cells_are_one_leaf_without_the_inline_level() -> None:
    """As those of every other block."""
    report = parse("甲\t12%\t34\n乙\t5\t6\n", inline=False)
    assert [type(cell.children[0]) for cell in report.document.find_all(TableCell)] == [Text] * 6


def test_prose_behind_a_table_goes_on_with_nothing() -> None:
    """Neither with a row that ends in a dash, nor with the words before the table."""
    text = f"收支情况如下所示，各项收支总体平稳，完成较好，\n甲  1  —\n乙  3  —\n{PROSE}\n"
    assert texts(text, Paragraph)[-1] == PROSE
    assert len(tables(text)) == 1


def test_a_table_stands_in_its_item() -> None:
    """The items go on around it."""
    text = "一是收入情况：\n甲 1 2\n乙 3 4\n二是支出情况：\n丙 5 6\n丁 7 8\n"
    items = [[table.text for table in item.find_all(Table)] for item in parsed(text).document.find_all(ListItem)]
    assert items == [["甲 1 2乙 3 4"], []]


def test_a_row_that_recurs_is_no_repeated_paragraph() -> None:
    """However long it is."""
    head = "收入支出项目" + " " * 20 + "年初预算数" + " " * 20 + "年末决算数"
    text = f"{head}\n甲  1  2\n乙  3  4\n{PROSE}\n{head}\n丙  5  6\n丁  7  8\n"
    assert not parsed(text).diagnostics


def test_a_front_ends_at_a_table() -> None:
    """What stands behind it is no title."""
    text = "林溪县决算报告\n项目\t年初\t年末\n甲\t1\t2\n乙\t3\t4\n财政局工作报告\n"
    assert [node.text for node in parsed(text).document.find_all("title")] == ["林溪县决算报告"]


WRAPPED = (
    "全县各级各部门坚持稳中求进工作总基调，扎实做好各项\n工作，财政运行总体平稳，重点支出得到有力保障，各项\n"
    "指标完成较好，具体情况见下表所列的项目和完成的数额。\n{table}收入没有完成预算，主要是受房地产市场调整的影响，契\n"
    "税短收较多，同时落实减税降费政策，减收明显，部分企\n业效益下滑，完成数额减少。\n"
)


@pytest.mark.parametrize(
    "head", ["项目　　　　　　　　预算数　　　　　完成数　　　比重\n", "项目 预算数 完成数 比重\n", ""]
)
def test_no_line_of_a_table_is_joined_on_a_wrapped_page(head: str) -> None:
    """Neither with each other, nor with the full line above, nor with the line below."""
    rows = "税收收入　　　　　　21534　　　　　20112　　　93.4\n非税收入　　　　　　10198　　　　　11020　　108.1\n"
    short = "结转下年　　　　　　　　　　　　　　　　　　　3.5\n"
    text = WRAPPED.format(table=head + rows + short)
    (table,) = tables(text)
    assert len(table) == (4 if head else 3)
    assert [len(paragraph) for paragraph in texts(text, Paragraph)] == [76, 63]


def test_a_table_over_two_pages() -> None:
    """The number of the page interrupts it."""
    rows = "税收收入　　21534　　20112\n非税收入　　10198　　11020\n"
    text = f"{PROSE}\n{rows}— 3 —\n{rows}— 4 —\n{PROSE}\n"
    (table,) = parsed(text).document.find_all(Table)
    assert [node.text for node in table.find_all(FormeWork)] == ["— 3 —"]
    assert len(list(table.find_all(TableRow))) == 4


def test_a_traditional_table() -> None:
    """It is read as its simplified twin, and keeps its characters."""
    text = "關於東嶺縣預算執行情況\n單位：萬元\n項目\t預算數\t決算數\n稅收\t21534\t20112\n非稅\t10198\t11020\n"
    assert texts(text, Caption) == ["單位：萬元"]
    assert tables(text) == [["1*項目 2*預算數 3*決算數", "1稅收 221534 320112", "1非稅 210198 311020"]]
