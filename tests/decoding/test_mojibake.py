"""Stretches that were read in a wrong encoding before they came here."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from harness import check
from hypothesis import given

from rendaparse import Diagnostic, parse, parse_file
from rendaparse.decoding.mojibake import find_mojibake
from rendaparse.grammar.patterns import pattern, terminals
from rendaparse.testing import any_text, noise, reports

PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x00-\xff]", re.DOTALL)


def _as_gbk(text: str, odd: str = "€") -> str:
    """Return a text as UTF-8 that was read as GBK: a byte without its partner gives the odd character."""
    pairs = PAIR.findall(text.encode())
    return "".join(odd if len(p) == 1 and p > b"\x7f" else p.decode("gb18030", "replace") for p in pairs)


def _as_cp1252(data: bytes) -> str:
    """Return bytes as browsers read Windows-1252: those that stand for nothing there are controls."""
    return "".join(chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in data)


MISREAD: dict[str, tuple[Callable[[str], str], str]] = {
    "UTF-8 as GBK": (_as_gbk, "utf-8 → gb18030"),
    "UTF-8 as GBK, bytes replaced": (lambda text: _as_gbk(text, "\ufffd"), "utf-8 → gb18030"),
    "UTF-8 as GBK, bytes lost": (lambda text: _as_gbk(text, ""), "utf-8 → gb18030"),
    "UTF-8 as GBK, bytes in question": (lambda text: _as_gbk(text, "?"), "utf-8 → gb18030"),
    "UTF-8 as Windows-1252": (lambda text: _as_cp1252(text.encode()), "utf-8 → cp1252"),
    "UTF-8 as Latin-1": (lambda text: text.encode().decode("latin-1"), "utf-8 → cp1252"),
    "GB18030 as Windows-1252": (lambda text: _as_cp1252(text.encode("gb18030")), "gb18030 → cp1252"),
    "GB18030 as Latin-1": (lambda text: text.encode("gb18030").decode("latin-1"), "gb18030 → cp1252"),
}


@pytest.mark.parametrize("kind", MISREAD)
def test_misread_report_is_told(kind: str, seed: Path) -> None:
    """In a few stretches that are nearly all of it; the details say how it was read."""
    misread, how = MISREAD[kind]
    text = misread(seed.read_text("utf-8"))
    found = find_mojibake(text)
    assert len(found) < 10
    assert sum(entry.span[1] - entry.span[0] for entry in found) > 0.96 * len(text)
    assert {entry.code for entry in found} == {"RP003"}
    assert all(entry.detail.endswith(f" ({how})") for entry in found)


@pytest.mark.parametrize("kind", MISREAD)
def test_misread_clause_is_told_within_a_clean_text(kind: str) -> None:
    """The span is the stretch, give or take a character cut at its end; the detail shows what it was."""
    misread, how = MISREAD[kind]
    garbled = misread("第一季度工作")
    before, after = "全年召开会议7次。", "。各项工作取得新的进展。"
    (entry,) = find_mojibake(before + garbled + after)
    assert entry.span[0] == len(before)
    assert len(garbled) - 1 <= entry.span[1] - len(before) <= len(garbled)
    assert re.fullmatch(rf"第.*季度工作? \({how}\)", entry.detail)


def test_report_tells_it_among_its_diagnostics() -> None:
    """From a str and from a file; the tree keeps every character."""
    text = "一、总体情况\n鐨勫伐浣滄姤鍛\n"
    report = parse(text)
    assert Diagnostic("RP003", (7, 14), "的工作报 (utf-8 → gb18030)") in report.diagnostics
    assert "RP003" in {entry.code for entry in parse(text, inline=False).diagnostics}
    assert parse_file(text.encode()).diagnostics == report.diagnostics
    check(text, report)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain ASCII",
        "目录······1、附则··········12",
        "第××号，××××××县，××年××月",
        "25°±0.5°，½杯",
        "Compté à l'Assemblée générale « été »…, Čapek, façade—déjà vu’",
        "涓涓细流，骞骞，闃闄，濡濮",
        "鐨鐩鐪鐫鐬鐭鐮鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍",
        "斤斤计较，锟铻",
        "一个\ufffd字",
        "🎉\ud800鐨\udfff",
    ],
)
def test_clean_text_is_silent(text: str) -> None:
    """Marks that repeat, masks, letters with accents, rare characters in any order, one U+FFFD."""
    assert find_mojibake(text) == []


def test_seeds_are_silent(seed: Path) -> None:
    """No report that is read as it was written has any."""
    assert find_mojibake(seed.read_text("utf-8")) == []


@given(reports())
def test_made_up_reports_are_silent(text: str) -> None:
    """Nor any that could be."""
    assert find_mojibake(text) == []


@given(any_text() | noise() | reports().map(_as_gbk))
def test_stretches_lie_in_order(text: str) -> None:
    """Whatever the text; each is within it, not empty, and apart from the next."""
    spans = [entry.span for entry in find_mojibake(text)]
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_near_stretches_are_one() -> None:
    """Up to twenty characters apart: the details of the first are told."""
    first, second = "鐨勫伐浣", "锟斤拷"
    (entry,) = find_mojibake(first + "1" * 20 + second)
    assert (entry.span, entry.detail) == ((0, 27), "的工 (utf-8 → gb18030)")
    assert [entry.span for entry in find_mojibake(first + "1" * 21 + second)] == [(0, 4), (25, 28)]


def test_heads_are_those_of_utf8() -> None:
    """The grammar lists what GB18030 makes of the first two bytes of ideographs and marks."""
    written = [*range(0x4E00, 0xA000), *map(ord, "—“”…　。、《》，：；？！（）％１～￥\ufffd")]
    heads = {chr(code).encode()[:2].decode("gb18030") for code in written}
    assert {*terminals("encoding")["_GB18030_HEAD"].regexp} - {*"[]"} == heads
    assert all(pattern("encoding", "GARBLED_HEAD").match(head + "一") for head in heads)
