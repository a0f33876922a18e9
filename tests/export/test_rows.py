"""Rows of facts: the same columns in every format, numbers that are numbers, cells that are no formulas."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import duckdb
import pandas as pd
import polars as pl
import pytest
from conftest import ROOT, SEEDS
from hypothesis import given
from test_corpus import FOLDER, REPORTS

from rendaparse import Fact, FactRow, Report, facts, parse, parse_file, rows
from rendaparse.cli import main
from rendaparse.export import csv_lines, jsonl_lines, tsv_lines
from rendaparse.testing import any_text, reports

COLUMNS = [
    "source", "sha256", "line", "column", "start", "end", "text", "value", "low", "high", "unit", "percent", "approx",
    "bound", "verb", "verbFrom", "thing", "actor", "relation", "ofText", "ofStart", "ofEnd", "change", "comparedWith",
    "per", "period", "periodFrom", "status", "part", "path", "indicator", "rule", "sentence",
]  # fmt: skip
"""The columns of the flat row, as they are promised."""
NUMBERS = ("value", "low", "high")
COUNTS = ("line", "column", "start", "end")
HUGE = "算力达10.36百亿亿次/秒，办理建议3至5件，增速为8.5%。"
TEXT = (
    "政府工作报告\n——2024年1月9日在青禾市第八届人民代表大会第三次会议上\n各位代表：\n"
    "一、过去一年的工作\n全年召开常委会会议10次，主任会议12次。财政收入达25.57亿元，比上年增长8.5%。\n"
    "二、今年的主要任务\n力争建成养老服务中心7家。\n"
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A small report in a file."""
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def _printed(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    assert main(["facts", *args]) == 0
    return capsys.readouterr().out


# ── rows in Python ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_flat_row_has_the_columns_in_their_order() -> None:
    """As a cell each; what is not said is None."""
    fact = facts(parse(TEXT, "report.txt"))[3]
    row = fact.as_row()
    assert list(row) == COLUMNS
    assert row | {"sha256": ""} == {
        "source": "report.txt",
        "sha256": "",
        "line": 5,
        "column": 40,
        "start": 93,
        "end": 97,
        "text": "8.5%",
        "value": 8.5,
        "low": 8.5,
        "high": 8.5,
        "unit": "%",
        "percent": True,
        "approx": None,
        "bound": None,
        "verb": "增长",
        "verbFrom": "own",
        "thing": "财政收入",
        "actor": None,
        "relation": "change",
        "ofText": None,
        "ofStart": None,
        "ofEnd": None,
        "change": "增长",
        "comparedWith": "上年",
        "per": None,
        "period": "2023",
        "periodFrom": "paragraph",
        "status": "actual",
        "part": "review",
        "path": "过去一年的工作",
        "indicator": None,
        "rule": "change",
        "sentence": "财政收入达25.57亿元，比上年增长8.5%。",
    }
    assert (row["sha256"], len(row["sha256"])) == (parse(TEXT).source.sha256, 64)


def test_path_is_one_cell_and_a_base_two() -> None:
    """The outermost heading first."""
    row = list(rows(parse("一、总体\n（一）建议办理\n交办建议120件，已办结90件，占75%。\n")))[-1]
    assert (row["path"], row["ofStart"], row["ofEnd"]) == ("总体 > 建议办理", 17, 21)


def test_range_has_ends_and_no_value() -> None:
    """A point is its own ends."""
    huge, between, rate = rows(parse(HUGE))
    assert [row["value"] for row in (huge, between, rate)] == [1.036e19, None, 8.5]
    assert (between["low"], between["high"]) == (3, 5)
    assert (rate["low"], rate["high"]) == (8.5, 8.5)


def _fits(cell: object, hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return cell in get_args(hint)
    if isinstance(hint, UnionType) or get_args(hint):
        return any(_fits(cell, option) for option in get_args(hint))
    return type(cell) is hint


@given(any_text() | reports())
def test_every_column_is_of_one_type(text: str) -> None:
    """Whatever the text: float for numbers, int for places, else a text or True or False; or None where it may be."""
    hints = get_type_hints(FactRow)
    for row in rows(parse(text)):
        wrong = {name: cell for name, cell in row.items() if not _fits(cell, hints[name])}
        assert not wrong


def test_rows_of_one_report_and_of_many() -> None:
    """In order; lazily, so that reports may come one by one."""
    one, other = parse("召开会议10次。", "a"), parse("办理建议3件，走访代表20名。", "b")
    assert list(rows(one)) == [fact.as_row() for fact in facts(one)]
    asked: list[str] = []

    def read() -> Iterable[Report]:
        for report in (one, other):
            asked.append(report.source.name or "")
            yield report

    found = rows(read())
    assert (next(found)["source"], asked) == ("a", ["a"])
    assert [row["source"] for row in found] == ["b", "b"]


def test_fact_stands_alone() -> None:
    """Changed, it still agrees with itself; two of one text in two sources differ."""
    fact = facts(parse("召开会议10次。"))[0]
    changed = attrs.evolve(fact, value=(Decimal(3), Decimal(5)), status="plan")
    assert (changed.low, changed.high, changed.planned) == (Decimal(3), Decimal(5), True)
    assert (fact.low, fact.high, fact.planned) == (Decimal(10), Decimal(10), False)
    assert facts(parse("召开会议10次。", "a")) != facts(parse("召开会议10次。", "b"))


def test_reference_names_every_column() -> None:
    """In the order of the columns, with its type."""
    page = (ROOT / "docs" / "reference" / "rows.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \| ", page, re.MULTILINE))
    assert list(told) == COLUMNS
    kinds: dict[str, type] = {"integer": int, "number": float, "true, false": bool, "text": str}
    for name, hint in get_type_hints(FactRow).items():
        options = [hint, *get_args(hint), *(value for option in get_args(hint) for value in get_args(option))]
        assert kinds[told[name]] in {option if isinstance(option, type) else type(option) for option in options}, name


# ── formats ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("style", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_delimited_rows_have_the_columns(
    path: str, capsys: pytest.CaptureFixture[str], style: str, delimiter: str
) -> None:
    """For one file as for many, the header once; whole numbers are whole."""
    alone = list(csv.reader(io.StringIO(_printed(capsys, path, "--format", style)), delimiter=delimiter))
    assert alone[0] == COLUMNS
    assert [row[COLUMNS.index("low")] for row in alone[1:]] == ["10", "12", "2557000000", "8.5", "7"]
    assert alone[5][COLUMNS.index("status")] == "plan"
    assert {row[COLUMNS.index("percent")] for row in alone[1:]} == {"true", "false"}
    several = list(csv.reader(io.StringIO(_printed(capsys, path, path, "--format", style)), delimiter=delimiter))
    assert several == alone + alone[1:]


def test_json_rows_have_the_columns(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each a whole: schema, source, spans, the text of the sentence; for one file as for many."""
    alone = [json.loads(line) for line in _printed(capsys, path, "--format", "jsonl").splitlines()]
    assert [row["value"] for row in alone] == [10, 12, 2557000000, 8.5, 7]
    sha256 = parse_file(path).source.sha256
    for row in alone:
        assert row["schema"] == "rendaparse-facts/2.0"
        assert row["source"] == {"name": path, "sha256": sha256}
        assert TEXT[slice(*row["span"])] == row["text"]
        assert TEXT[slice(*row["sentence"])] == row["sentenceText"]
        assert "".join(TEXT[slice(*span)] for span in row["thingSpans"]) == row["thing"]
    several = [json.loads(line) for line in _printed(capsys, path, path, "--format", "jsonl").splitlines()]
    assert several == alone * 2


def test_numbers_that_no_integer_keeps_are_floats() -> None:
    """Beyond 2^53 readers of JSON, SQLite and data frames round; within, whole numbers are integers."""
    objects = [json.loads(line) for line in jsonl_lines(facts(parse(HUGE)))]
    assert [repr(row["value"]) for row in objects] == ["1.036e+19", "[3, 5]", "8.5"]
    table = list(csv.DictReader(csv_lines(facts(parse(HUGE)))))
    assert [(row["value"], row["low"], row["high"]) for row in table] == [
        ("1.036e+19", "1.036e+19", "1.036e+19"),
        ("", "3", "5"),
        ("8.5", "8.5", "8.5"),
    ]


def test_csv_for_spreadsheets_begins_with_a_byte_order_mark(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Once, before the header; no other format takes the option."""
    assert _printed(capsys, path, path, "--format", "csv", "--bom").count("\ufeff") == 1
    with pytest.raises(SystemExit) as stopped:
        main(["facts", path, "--format", "tsv", "--bom"])
    assert stopped.value.code == 2
    assert "--bom goes with --format csv" in capsys.readouterr().err


def _with(**changes: object) -> Fact:
    return attrs.evolve(facts(parse("召开会议10次。"))[0], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("start", list("=+-@＝＋－＠\t\r\n"))
def test_texts_that_would_be_formulas_are_led_by_an_apostrophe(start: str) -> None:
    """In either width, in CSV as in TSV."""
    (row,) = csv.DictReader(io.StringIO("\n".join(csv_lines([_with(thing=f"{start}HYPERLINK(1)")]))))
    assert row["thing"] == f"'{start}HYPERLINK(1)"
    (row,) = csv.DictReader(tsv_lines([_with(thing=f" {start}HYPERLINK(1)")]), delimiter="\t")
    assert row["thing"] == (f"'{start}HYPERLINK(1)" if start.strip() else "HYPERLINK(1)")


@pytest.mark.parametrize("text", ["-3", "-3.2", "-3.2%"])
def test_negative_numbers_stay_numbers(text: str) -> None:
    """As value and as text."""
    (row,) = csv.DictReader(csv_lines([_with(text=text, value=Decimal("-3.2"))]))
    assert (row["text"], row["value"], row["low"]) == (text, "-3.2", "-3.2")


def test_what_only_begins_like_a_number_is_guarded() -> None:
    """-3+2 is a formula."""
    (row,) = csv.DictReader(csv_lines([_with(text="-3+2")]))
    assert row["text"] == "'-3+2"


def test_csv_quotes_what_would_break_a_row() -> None:
    """Line ends of every kind, marks, delimiters come back as they were."""
    thing = '会议,"专题"\r听证\n会'
    (row,) = csv.DictReader(io.StringIO("\r\n".join(csv_lines([_with(thing=thing)])), newline=""))
    assert row["thing"] == thing


def test_tsv_cells_hold_no_tab_and_no_line_end(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A figure that a line end cuts is one row."""
    file = tmp_path / "cut.txt"
    file.write_text("督促解决问题96个，推动各有关部门建章立制1\n2项，群众满意度进一步提高。", encoding="utf-8")
    lines = _printed(capsys, str(file), "--format", "tsv").splitlines()
    assert len(lines) == 3
    assert len({line.count("\t") for line in lines}) == 1


def test_table_is_aligned_for_wide_characters(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every column begins at the same place of the terminal."""
    lines = _printed(capsys, path).splitlines()
    assert len(lines) == 6
    assert {_columns(line, "召开") for line in lines[1:3]} == {_columns(lines[0], "verb")}
    assert {_columns(line, "20") for line in lines[1:4]} == {_columns(lines[0], "period")}


def test_table_shows_a_range_by_its_ends(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """And a number as a row does."""
    file = tmp_path / "huge.txt"
    file.write_text(HUGE, encoding="utf-8")
    huge, between, _ = _printed(capsys, str(file)).splitlines()[1:]
    assert "3..5" in between.split()
    assert "1.036e+19" in huge.split()


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


# ── tables of other tools ─────────────────────────────────────────────────────────────────────────────────────────────


@attrs.frozen
class Written:
    """The rows of real reports: as dicts, and as files that the command line's formats make of them."""

    rows: list[FactRow]
    csv: Path
    jsonl: Path

    def nulls(self, column: str) -> int:
        """How many rows say nothing in a column."""
        return sum(row.get(column) is None for row in self.rows)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(SEEDS, id="seeds"),
        pytest.param(
            REPORTS,
            id="corpus",
            marks=pytest.mark.skipif(not FOLDER, reason="RENDAPARSE_CORPUS names no folder of reports"),
        ),
    ],
)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """All facts of the seeds, of the corpus; among them one that no integer of 64 bits keeps."""
    found = [fact for path in request.param for fact in facts(parse_file(path))]
    found.extend(facts(parse(HUGE, "huge")))
    folder = tmp_path_factory.mktemp("rows")
    csv_file, json_file = folder / "facts.csv", folder / "facts.jsonl"
    csv_file.write_text("".join(f"{line}\n" for line in csv_lines(found)), encoding="utf-8")
    json_file.write_text("".join(f"{line}\n" for line in jsonl_lines(found)), encoding="utf-8")
    return Written([fact.as_row() for fact in found], csv_file, json_file)


def test_sqlite_takes_flat_rows(written: Written) -> None:
    """Every number is one, every null is one."""
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE TABLE facts ({', '.join(COLUMNS)})")
    insert = f"INSERT INTO facts VALUES ({', '.join(f':{column}' for column in COLUMNS)})"  # noqa: S608  our names
    base.executemany(insert, written.rows)
    for column in COLUMNS:
        kinds = dict(base.execute(f"SELECT typeof({column}), count(*) FROM facts GROUP BY 1"))  # noqa: S608  our names
        assert kinds.pop("null", 0) == written.nulls(column), column
        wanted = {"real"} if column in NUMBERS else {"integer"} if column in (*COUNTS, "percent") else {"text"}
        assert set(kinds) <= wanted | ({"integer"} if column in ("ofStart", "ofEnd") else set()), column
    assert base.execute("SELECT count(*), max(high) FROM facts").fetchone() == (len(written.rows), 1.036e19)


def test_sqlite_takes_json_rows(written: Written) -> None:
    """Also by its own reader of JSON."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE facts (row)")
    base.executemany(
        "INSERT INTO facts VALUES (?)",
        ([line] for line in written.jsonl.read_text("utf-8").removesuffix("\n").split("\n")),
    )
    kinds = "SELECT DISTINCT typeof(row ->> '$.low'), typeof(row ->> '$.high') FROM facts"
    assert {kind for row in base.execute(kinds) for kind in row} == {"integer", "real"}
    assert base.execute("SELECT count(*), max(row ->> '$.high') FROM facts").fetchone() == (
        len(written.rows),
        1.036e19,
    )


def test_duckdb_finds_the_types_of_csv(written: Written) -> None:
    """Numbers, counts, truth values; nulls are nulls."""
    base = duckdb.connect()
    base.execute(f"CREATE TABLE facts AS FROM read_csv('{written.csv}', sample_size = -1)")
    kinds = {name: kind for name, kind, *_ in base.execute("DESCRIBE facts").fetchall()}
    assert list(kinds) == COLUMNS
    assert {kinds[column] for column in NUMBERS} == {"DOUBLE"}
    assert {kinds[column] for column in (*COUNTS, "ofStart", "ofEnd")} == {"BIGINT"}
    assert kinds["percent"] == "BOOLEAN"
    for column in COLUMNS:
        counted = base.execute(f'SELECT count(*) - count("{column}"), count(*) FROM facts').fetchone()  # noqa: S608
        assert counted == (written.nulls(column), len(written.rows)), column


def test_duckdb_finds_the_types_of_json(written: Written) -> None:
    """Spans are lists, the source a struct."""
    base = duckdb.connect()
    base.execute(f"CREATE TABLE facts AS FROM read_json('{written.jsonl}', sample_size = -1)")
    kinds = {name: kind for name, kind, *_ in base.execute("DESCRIBE facts").fetchall()}
    assert (kinds["low"], kinds["high"], kinds["span"], kinds["planned"]) == ("DOUBLE", "DOUBLE", "BIGINT[]", "BOOLEAN")
    assert kinds["source"] == 'STRUCT("name" VARCHAR, sha256 VARCHAR)'
    planned = sum(row["status"] == "plan" for row in written.rows)
    counted = base.execute("SELECT count(*), count(*) FILTER (planned) FROM facts").fetchone()
    assert counted == (len(written.rows), planned)


@pytest.mark.parametrize("read", ["rows", "csv"])
def test_pandas_finds_numbers(written: Written, read: str) -> None:
    """In the rows as they are, and in CSV."""
    frame = pd.DataFrame(written.rows) if read == "rows" else pd.read_csv(written.csv, low_memory=False)
    assert list(frame.columns) == COLUMNS
    assert len(frame) == len(written.rows)
    assert {str(frame[column].dtype) for column in NUMBERS} == {"float64"}
    assert {str(frame[column].dtype) for column in COUNTS} == {"int64"}
    assert str(frame["percent"].dtype) == "bool"
    assert {column: int(frame[column].isna().sum()) for column in COLUMNS} == {c: written.nulls(c) for c in COLUMNS}
    assert frame["high"].max() == 1.036e19


@pytest.mark.parametrize("read", ["rows", "csv"])
def test_polars_finds_numbers(written: Written, read: str) -> None:
    """All rows are looked at: the first hundred may say nothing in a column."""
    everything: dict[str, Any] = {"infer_schema_length": None}
    made = pl.DataFrame(iter(written.rows), **everything) if read == "rows" else pl.read_csv(written.csv, **everything)
    assert made.columns == COLUMNS
    assert {made.schema[column] for column in NUMBERS} == {pl.Float64}
    assert {made.schema[column] for column in (*COUNTS, "ofStart", "ofEnd")} == {pl.Int64}
    assert made.schema["percent"] == pl.Boolean
    assert made.null_count().row(0, named=True) == {column: written.nulls(column) for column in COLUMNS}
    assert (made.height, made["high"].max()) == (len(written.rows), 1.036e19)
