"""The front door."""

from __future__ import annotations

import copy
import hashlib
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import SEEDS
from harness import check
from hypothesis import given

import rendaparse
from rendaparse import Report, Source, dump, facts, load, outline, parse, parse_file, source_text
from rendaparse.testing import any_text, report_like_lines, reports

TEXT = "一、总体情况\n全年召开常委会会议7次。\n二、下一步打算\n力争更好。\n"

HARD_INPUTS = {
    "empty": "",
    "one line end": "\n",
    "one carriage return": "\r",
    "nul": "\0",
    "lone surrogates": "\udc80会议\ud800\n\udfff",
    "surrogate pair left as two": "\ud83d\ude00",
    "byte order mark": "\ufeff一、总体情况\n",
    "every line end": "一\r二\r\n三\n\r四\u2028五\u2029六\x0b七\x0c八\x85九",
    "emoji": "会议👨‍👩‍👧召开🎉",
    "radicals": "⼈⼤常委会\n⼀、总体\n",
    "mojibake": "鏀垮簻宸ヤ綔鎶ュ憡\n涓€銆佹€讳綋",
    "openers": "（" * 100_000,
    "closers": "》" * 100_000,
    "mixed openers": "“《（【" * 25_000,
    "digits": "1" * 100_000,
    "numerals": "十百千万亿" * 20_000,
    "points": "1.2.3.4." * 20_000,
    "markers": "一、" * 50_000,
    "blank lines": "\n" * 100_000,
    "blanks": " \u3000\t" * 30_000,
    "tags": "<div>" * 20_000,
    "entities": "&nbsp;&ldquo;" * 10_000,
    "headings": "一、总体\n" * 20_000,
    "deep schemes": "第一章 总\n第一节 总\n一、总\n（一）总\n1.总\n（1）总\n①总\n" * 200,
}


@pytest.mark.parametrize("text", HARD_INPUTS.values(), ids=HARD_INPUTS)
def test_every_string_is_parsed(text: str) -> None:
    """No str is refused, nothing of it is lost."""
    check(text, parse(text))


def test_source_of_a_string() -> None:
    """A str has no encoding; its digest is that of its UTF-8."""
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert parse(TEXT, "report").source == Source("report", None, len(TEXT), digest)
    assert parse("\ud800").source.sha256 == hashlib.sha256(b"\xed\xa0\x80").hexdigest()


def test_source_of_a_file(tmp_path: Path) -> None:
    """A file gives its name and encoding; the digest is that of its bytes."""
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    report = parse_file(path)
    digest = hashlib.sha256(TEXT.encode("gb18030")).hexdigest()
    assert report.source == Source("report.txt", "gb18030", len(TEXT), digest)
    assert parse_file(str(path)) == report
    assert parse_file(path.read_bytes(), name="report.txt") == report
    assert parse_file(path, "gbk").source.encoding == "gbk"


@pytest.mark.parametrize(
    "text", ["", TEXT, "\udc80会议\ud800\n", "“《（【" * 100, "一、总体\n（一）总体\n1.总体\n（1）总体\n"]
)
def test_a_report_is_a_value(text: str) -> None:
    """Equal by its tree, its diagnostics, its source; it can be sent to another process, before and after its use."""
    report = parse(text, "report")
    for _ in range(2):
        for other in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report), parse(text, "report")):  # noqa: S301
            assert other == report
            assert hash(other) == hash(report)
            assert repr(other) == repr(report)
        assert report.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_of_a_report(encoding: str, tmp_path: Path) -> None:
    """The decoded source, in which all spans count; also of a report that was loaded."""
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    report = parse_file(path)
    assert report.text == TEXT.replace("\n", "\r\n")
    loaded = load(dump(report))
    assert isinstance(loaded, Report)
    assert loaded.text == report.text
    assert [loaded.text[slice(*fact.span)] for fact in loaded.facts()] == ["7次"]


def test_facts_of_a_report() -> None:
    """The method and the function tell the same."""
    assert parse(TEXT).facts() == facts(parse(TEXT)) != ()


@pytest.mark.parametrize(
    "text",
    [
        "全年召开会议7次。",
        "一、抓好10件实事\n",
        "——召开会议七次\n——听取报告八个\n",
        "（一）监督。一要听取报告七个，二要评议。",
    ],
)
def test_a_tree_without_inlines_has_no_facts_to_tell(text: str) -> None:
    """That it was not read for figures is not that it holds none; a tree that was loaded knows it, too."""
    report = parse(text, inline=False)
    for blocks in (report, load(dump(report))):
        with pytest.raises(ValueError, match=r"parsed without inline content \(inline=False\)"):
            blocks.facts()


@given(any_text() | reports() | report_like_lines())
def test_no_figure_is_passed_over(text: str) -> None:
    """A tree that was read always tells its facts; one that was not tells that, unless there is no figure at all."""
    told = parse(text).facts()
    try:
        blocks = parse(text, inline=False).facts()
    except ValueError:
        return
    assert blocks == told == ()


@pytest.mark.parametrize("text", [b"report", bytearray(b"report"), Path("report.txt"), None, 7])
def test_only_text_is_parsed(text: Any) -> None:
    """Bytes have an encoding, which parse_file finds out."""
    with pytest.raises(TypeError, match=rf"as str, not {type(text).__name__}: see parse_file"):
        parse(text)


def test_missing_file_is_an_oserror(tmp_path: Path) -> None:
    """What the operating system says is passed on."""
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "none.txt")


def test_replaced_bytes_are_a_diagnostic() -> None:
    """RP001 stands among the diagnostics of the report."""
    report = parse_file("一、总体情况".encode("gb18030") + b"\xff")
    assert "RP001" in {entry.code for entry in report.diagnostics}
    check("一、总体情况\ufffd", report)


def test_outline_gives_places() -> None:
    """Line and column count from 1, the column in code points."""
    entries = outline(parse(TEXT))
    shown = [(entry.level, entry.marker, entry.text, entry.line, entry.column) for entry in entries]
    assert shown == [(1, "一、", "总体情况", 1, 1), (1, "二、", "下一步打算", 3, 1)]
    assert [TEXT[slice(*entry.span)] for entry in entries] == ["一、总体情况", "二、下一步打算"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_blocks_are_the_same_without_inline(path: Path) -> None:
    """The words of each block are one text; headings, their places and all characters are those of the whole tree."""
    whole, blocks = parse_file(path), parse_file(path, inline=False)
    assert outline(blocks) == outline(whole)
    assert source_text(blocks.document) == source_text(whole.document)
    kinds = {node.type for node in whole.document.walk()} - {node.type for node in blocks.document.walk()}
    assert {"sentence", "dataClause", "quantity", "time", "punctuation"} <= kinds


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("一、<b>加强</b>监督", "加强监督"),
        ("（一）<h1>加强监督<h1>。全年召开会议7次。", "加强监督"),
        ("一、加强|监督", "加强监督"),
        ("<i>一、加强<b>监督</b></i>", "加强监督"),
        ("一、收入<5%的户", "收入<5%的户"),
    ],
)
def test_markup_is_no_part_of_a_heading(line: str, text: str) -> None:
    """Nor where the words of the headings are not read; no character is lost."""
    source = f"{line}\n全年召开会议7次。\n"
    for inline in (True, False):
        report = parse(source, inline=inline)
        assert [entry.text for entry in outline(report)] == [text]
        assert source_text(report.document) == source


def test_public_names_exist() -> None:
    """Every name in ``__all__`` is there, sorted and without repeats."""
    assert rendaparse.__all__ == sorted(set(rendaparse.__all__))
    assert all(hasattr(rendaparse, name) for name in rendaparse.__all__)


def test_import_leaves_the_parser_generator_alone() -> None:
    """Whoever only loads a tree does not pay for lark."""
    code = "import sys, rendaparse.cli; sys.exit('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
