"""A place of a report names the rules and the words behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rendaparse import LineIndex, explain, parse
from rendaparse.cli import main

BODY = "常委会会议听取和审议了有关情况的报告，提出了审议意见，交有关方面研究处理，并要求按期报告结果。"
REPORT = f"一、总体情况\n加强立法工作。{BODY}\n召开会议7次，占全年的70%。\n二、下一步打算\n{BODY}\n"


def _at(words: str) -> int:
    return REPORT.index(words)


def test_a_heading_names_its_rule_and_the_step_that_claimed_it() -> None:
    """And the nodes down to the character."""
    found = explain(parse(REPORT), _at("总体"))
    assert [node.type for node in found.path] == ["document", "section", "heading", "text"]
    assert found.rule == "its number goes on in a series: 一、 （一） 1. 第一章 【…】"
    assert [(d.step, d.rule, d.role, d.taken) for d in found.decisions if d.role] == [
        ("numbers", "numbered", "heading", True)
    ]


def test_a_claim_that_lost_is_told() -> None:
    """A lone lead is prose, and why."""
    found = explain(parse(REPORT), _at("加强立法"))
    assert found.rule is None
    assert ("leads", "lead", False) in [(d.step, d.rule, d.taken) for d in found.decisions]


def test_a_figure_names_its_rule_and_the_words_of_its_clause() -> None:
    """Only its own row; between the figures, all rows of the clause."""
    report = parse(REPORT)
    assert [(fact.text, fact.rule, fact.verb) for fact in explain(report, _at("7次")).facts] == [
        ("7次", "count", "召开")
    ]
    found = explain(report, _at("召开"))
    assert [fact.text for fact in found.facts] == ["7次"]
    (verb,) = (word for word in found.words if word.word == "召开")
    assert "verb" in verb.classes
    assert REPORT[slice(*verb.span)] == "召开"
    assert verb.source.startswith("verbs.tsv: ")


def test_a_place_in_a_wrapped_text_is_that_of_the_source() -> None:
    """Lines are settled as they read, and told where they stand."""
    wrapped = "".join(f"　　一、总体情况第{n}\n" for n in "一二") + "".join(
        f"　　{BODY[:26]}\n{BODY[26:]}{BODY[:8]}\n{BODY[8:36]}\n{BODY[36:]}\n" for _ in range(4)
    )
    offset = wrapped.rindex(BODY[36:])
    found = explain(parse(wrapped), offset)
    assert found.path[0].type == "document"
    assert found.path[-1].start <= offset < found.path[-1].end


def test_outside_of_the_text_nothing_is_explained() -> None:
    """IndexError, as for node_at."""
    with pytest.raises(IndexError):
        explain(parse(REPORT), len(REPORT))


@pytest.mark.parametrize(("line", "column"), [(0, 1), (1, 0), (1, 8), (9, 1), (7, 1)])
def test_a_line_index_knows_no_place_outside(line: int, column: int) -> None:
    """The end of a line belongs to it."""
    with pytest.raises(ValueError, match="no character at"):
        LineIndex(REPORT).offset(line, column)


def test_a_line_index_goes_both_ways() -> None:
    """Every offset has its line and column."""
    index = LineIndex(REPORT)
    assert [index.offset(*index.position(offset)) for offset in range(len(REPORT))] == list(range(len(REPORT)))


def _explained(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    status = main(["explain", *args])
    return status, *capfd.readouterr()


def test_a_code(capfd: pytest.CaptureFixture[str]) -> None:
    """Severity and meaning in both languages, in either case of letters."""
    status, out, _ = _explained(capfd, "rp104")
    assert (status, out.splitlines()[0]) == (0, "RP104 info")
    assert "heading candidate demoted to prose" in out
    assert "疑似标题按正文处理" in out


def test_a_place(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By line, or line and column."""
    path = tmp_path / "a:b.txt"
    path.write_text(REPORT, "utf-8")
    status, out, _ = _explained(capfd, f"{path}:1")
    assert status == 0
    assert "rule: its number goes on in a series" in out
    assert "step numbers: numbered -> heading" in out
    _, out, _ = _explained(capfd, f"{path}:2")
    assert "step leads: lead -> heading (lost)" in out
    _, out, _ = _explained(capfd, f"{path}:3:5")
    assert "figure 7次: rule=count verb=召开 verbFrom=own thing=会议" in out


def test_a_year_names_its_rule(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where a figure or a time stands: the dates that its year counts from, each with its rule and its place."""
    path = tmp_path / "a.txt"
    front = "溪州市人大常委会工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n各位代表：\n"
    path.write_text(f"{front}一、总体情况\n去年召开会议7次。\n常委会依法履职。\n", "utf-8")
    dates = ["delivered 2024-01-09: rule=dateline at 2:3", "reported 2023: rule=yearBefore at 2:3"]
    for column in (1, 7):  # 去年, 7次
        _, out, _ = _explained(capfd, f"{path}:5:{column}")
        assert [line for line in out.splitlines() if "rule=" in line and " at " in line] == dates
    _, out, _ = _explained(capfd, f"{path}:6")
    assert "rule=" not in out
    _, out, _ = _explained(capfd, f"{path}:5:7", "--date", "2025")
    assert "delivered 2025: rule=given at --date" in out


@pytest.mark.parametrize(("place", "told"), [(":99", "no character at line 99"), (":1:99", "line 1, column 99")])
def test_a_place_that_is_not_there(place: str, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2."""
    path = tmp_path / "a.txt"
    path.write_text(REPORT, "utf-8")
    status, out, err = _explained(capfd, f"{path}{place}")
    assert (status, out) == (2, "")
    assert told in err
    assert "fault of rendaparse" not in err


def test_what_is_neither_code_nor_place(capfd: pytest.CaptureFixture[str]) -> None:
    """Wrong usage."""
    with pytest.raises(SystemExit) as exit_info:
        main(["explain", "RP999"])
    assert exit_info.value.code == 2
    assert "neither a code nor FILE:LINE" in capfd.readouterr().err
