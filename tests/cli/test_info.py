"""``rendaparse info`` and ``--date``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rendaparse.cli import main

TEXT = "政府工作报告\n市长 林溪\n各位代表：\n现在，我报告工作。\n一、过去一年的工作\n全年召开会议7次。\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A small report in a file."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_one_input_is_one_object(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The keys of the contract, in their order; null where the text does not say."""
    assert main(["info", report]) == 0
    shown = json.loads(capfdbinary.readouterr().out)
    assert list(shown) == [
        "schema", "source", "title", "subtitle", "kind", "body", "place", "level", "term", "meeting", "speaker",
        "delivered", "reportedPeriod", "planPeriod", "script", "evidence",
    ]  # fmt: skip
    assert shown["schema"] == "rendaparse-info/1.0"
    assert shown["source"]["name"] == report
    assert (shown["title"], shown["speaker"], shown["delivered"]) == ("政府工作报告", "林溪", None)
    assert (shown["evidence"]["speaker"], shown["evidence"]["delivered"]) == ([10, 12], None)


def test_several_inputs_are_rows(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One that cannot be read is a row, too."""
    missing = str(tmp_path / "missing.txt")
    assert main(["info", report, missing, report]) == 2
    out, err = capfdbinary.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row.get("kind") for row in rows] == ["governmentReport", None, "governmentReport"]
    assert rows[1] == {
        "schema": "rendaparse-info/1.0",
        "source": {"name": missing},
        "error": "No such file or directory",
    }
    assert err.decode() == f"rendaparse: {missing}: No such file or directory\n"


def test_single_bad_input_prints_nothing(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """As in the other commands."""
    assert main(["info", str(tmp_path / "missing.txt")]) == 2
    assert capfdbinary.readouterr().out == b""


def test_text_for_people(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A line a field that is known; of several inputs each under its name."""
    fields = [
        "title           政府工作报告",
        "kind            governmentReport",
        "body            市人民政府",
        "speaker         林溪",
        "script          Hans",
    ]
    assert main(["info", "--format", "text", report]) == 0
    assert capfdbinary.readouterr().out.decode().splitlines() == fields
    assert main(["info", "--format", "text", report, str(tmp_path / "missing.txt"), report]) == 2
    heading = f"{report}:"
    assert capfdbinary.readouterr().out.decode().splitlines() == [heading, *fields, "", heading, *fields]


def test_output_file(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """To a file, nothing to stdout."""
    out = tmp_path / "info.json"
    assert main(["info", "-o", str(out), report]) == 0
    assert capfdbinary.readouterr().out == b""
    assert json.loads(out.read_bytes())["kind"] == "governmentReport"


@pytest.mark.parametrize("command", ["dump", "outline", "facts", "info"])
def test_every_command_takes_a_date(command: str, report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """And refuses what is none, in one line that says what a date looks like."""
    assert main([command, "--date", "2024-01-09", report]) == 0
    with pytest.raises(SystemExit) as exit_info:
        main([command, "--date", "9.1.2024", report])
    assert exit_info.value.code == 2
    last = capfdbinary.readouterr().err.decode().splitlines()[-1]
    assert last.endswith("--date: '9.1.2024' is no date such as 2023, 2023-01 or 2023-01-09")


def test_date_is_used(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """For what a report is, and for its figures."""
    assert main(["info", "--date", "2024", report]) == 0
    shown = json.loads(capfdbinary.readouterr().out)
    assert (shown["delivered"], shown["reportedPeriod"]) == ("2024", "2023")
    assert main(["facts", "--date", "2024", "--format", "jsonl", report]) == 0
    assert json.loads(capfdbinary.readouterr().out)["period"] == "2023"
