"""No input stops another, and nothing that happens to one passes silently."""

from __future__ import annotations

import io
import json
import resource
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import TEXT, UNBALANCED, UNDECODABLE, run, write
from conftest import SEEDS

from rendaparse._api import parse_file
from rendaparse.cli import main

MEMORY = 1 << 30
"""Bytes that a process may have, in the test of an input that is larger."""

DUMP = ["dump"]
JSONL = ["facts", "--format", "jsonl"]
CSV = ["facts", "--format", "csv"]
TABLE = ["facts"]
OUTLINE = ["outline"]


@pytest.fixture
def raising(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file whose reading raises what no one foresaw."""
    path = write(tmp_path, "raises.txt")

    def read(whole: str | bytes, *args: Any, **options: Any) -> Any:
        if whole == path:
            raise KeyError("零十")
        return parse_file(whole, *args, **options)

    monkeypatch.setattr("rendaparse.cli._batch.parse_file", read)
    return path


@pytest.mark.parametrize("command", [DUMP, JSONL])
def test_a_file_that_raises_is_a_row(
    command: list[str], raising: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """``facts ok.txt raises.txt ok.txt``: two rows and one error; one line names the file, and whose fault it is."""
    good = write(tmp_path, "ok.txt")
    assert main([*command, good, raising, good]) == 2
    out, err = capfd.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    fault = "fault of rendaparse, not of the input: KeyError: '零十'"
    assert [row.get("error") for row in rows] == [None, fault, None]
    assert raising in json.dumps(rows[1]["source"])
    assert err == f"rendaparse: {raising}: {fault}\n"


def test_five_bad_files_among_the_seeds(raising: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """All others are printed; each of the five is named with what is wrong."""
    seeds = [write(tmp_path, path.name, path.read_bytes()) for path in SEEDS]
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    bad = {
        write(tmp_path, "binary.txt", bytes(range(256))): "not a text but binary data",
        write(tmp_path, "word.txt", b"PK\x03\x04 word/document.xml"): "not a text but a Word document (.docx)",
        write(tmp_path, "empty.txt", b""): "holds no text",
        str(tmp_path / "loop.txt"): "Too many levels of symbolic links",
        raising: "fault of rendaparse, not of the input: KeyError: '零十'",
    }
    assert main(["dump", "--no-text", "--depth", "0", str(tmp_path)]) == 2
    out, err = capfd.readouterr()
    rows = {row["source"]["name"]: row.get("error") for row in map(json.loads, out.splitlines())}
    assert rows.keys() == {*seeds, *bad}
    assert [name for name, error in rows.items() if error is None] == sorted(seeds)
    told = dict(line.removeprefix("rendaparse: ").split(": ", 1) for line in err.splitlines())
    assert told.keys() == bad.keys()
    for name, reason in bad.items():
        assert told[name].startswith(reason)
        assert rows[name] == told[name]


@pytest.mark.parametrize("command", [CSV, TABLE, OUTLINE])
def test_a_file_that_raises_is_told(
    command: list[str], raising: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Where rows cannot hold an error, the line on stderr does; the others are printed as if they were alone."""
    names = [write(tmp_path, name) for name in ("a.txt", "b.txt")]
    assert main([*command, *names]) == 0
    expected = capfd.readouterr().out
    assert main([*command, names[0], raising, names[1]]) == 2
    out, err = capfd.readouterr()
    assert out == expected
    assert [line.split(":")[1].strip() for line in err.splitlines()] == [raising]


@pytest.mark.parametrize("error", [RecursionError("deep"), MemoryError(), ValueError(), UnicodeError("odd")])
def test_any_exception_is_one_line(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No traceback without ``-v``, one with it; the status is that of an input that cannot be read."""

    def read(*_args: Any, **_options: Any) -> Any:
        raise error

    monkeypatch.setattr("rendaparse.cli._batch.parse_file", read)
    assert main(["outline", write(tmp_path)]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert ("not enough memory" if isinstance(error, MemoryError) else type(error).__name__) in line
    assert main(["outline", "-v", write(tmp_path)]) == 2
    assert "Traceback" in capfd.readouterr().err


def test_a_view_that_raises_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is made of the report belongs to its input, too; half of its lines are not printed."""
    seen: list[object] = []

    def lines(report: Any) -> list[str]:
        seen.append(report)
        if len(seen) == 1:
            raise ZeroDivisionError
        return ["shown"]

    monkeypatch.setattr("rendaparse.cli.outline.outline_lines", lines)
    first, second = (write(tmp_path, name) for name in ("a.txt", "b.txt"))
    assert main(["outline", first, second]) == 2
    out, err = capfd.readouterr()
    assert out == f"{second}:\nshown\n"
    assert err == f"rendaparse: {first}: fault of rendaparse, not of the input: ZeroDivisionError\n"


def test_unreadable_inputs_are_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The run goes on, says so in a line each, and ends with 2."""
    report, missing = write(tmp_path), str(tmp_path / "missing.txt")
    latin = write(tmp_path, "latin.txt", b"\xe9")
    assert main(["dump", "--encoding", "utf-8", missing, latin, report]) == 2
    out, err = capfd.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows[0]["source"] == {"name": missing}
    assert rows[0]["error"] == "No such file or directory"
    assert rows[1]["error"] == "not utf-8: byte 0xe9 at offset 0"
    assert rows[2]["source"]["name"] == report
    assert err.splitlines() == [
        f"rendaparse: {missing}: No such file or directory",
        f"rendaparse: {latin}: not utf-8: byte 0xe9 at offset 0",
    ]


def test_single_bad_input_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line on stderr names the file; as NDJSON it is a row all the same."""
    missing = str(tmp_path / "missing.txt")
    assert main(["dump", missing]) == 2
    assert capfd.readouterr() == ("", f"rendaparse: {missing}: No such file or directory\n")
    assert main(["dump", "--format", "ndjson", missing]) == 2
    assert json.loads(capfd.readouterr().out)["error"] == "No such file or directory"


def test_wrong_encoding(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line names file and trouble; the traceback comes with -v only."""
    report = write(tmp_path)
    assert main(["dump", "--encoding", "ascii", report]) == 2
    assert capfd.readouterr() == ("", f"rendaparse: {report}: not ascii: byte 0xe4 at offset 0\n")
    assert main(["dump", "-v", "--encoding", "ascii", report]) == 2
    assert "Traceback" in capfd.readouterr().err


def test_what_is_no_text_is_a_row(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line says what it is and what to do."""
    pdf, report = write(tmp_path, "report.pdf", b"%PDF-1.7\n"), write(tmp_path)
    assert main(["facts", "--format", "jsonl", pdf, report]) == 2
    out, err = capfd.readouterr()
    refusal = "not a text but a PDF: extract its text first"
    assert [json.loads(line).get("error") for line in out.splitlines()] == [refusal, None]
    assert err == f"rendaparse: {pdf}: {refusal}\n"


@pytest.mark.parametrize("data", [b"", b"\r\n \xe3\x80\x80\n", b"\xef\xbb\xbf"])
def test_an_input_without_text_is_a_row(data: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It is no report: a download that failed."""
    empty, report = write(tmp_path, "empty.txt", data), write(tmp_path)
    assert main(["dump", empty, report]) == 2
    out, err = capfd.readouterr()
    assert [json.loads(line).get("error") for line in out.splitlines()] == ["holds no text", None]
    assert err == f"rendaparse: {empty}: holds no text\n"


def test_an_input_larger_than_memory(tmp_path: Path) -> None:
    """It is an input that cannot be read, no finding; the others are printed."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MEMORY * 4)
    good = write(tmp_path)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    ran = run("outline", str(huge), good, preexec_fn=limit)
    assert ran.returncode == 2
    assert ran.stderr.decode() == f"rendaparse: {huge}: not enough memory\n"
    assert ran.stdout.decode().startswith(f"{good}:\n1:1  一、总体情况\n")


def test_errors_are_always_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In one line with their place, also with -q; a finding only under --strict."""
    path = write(tmp_path, text=UNDECODABLE)
    line = f"{path}:1:7: error RP001 undecodable bytes replaced: 1\n"
    for options, status in (([], 0), (["-q"], 0), (["--strict"], 1), (["--strict", "-q"], 1)):
        assert main(["dump", *options, path]) == status
        assert capfd.readouterr().err == line


def test_warnings_are_told_where_they_are_wanted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Under --strict, where they are findings, and with -v; -q keeps the status and says nothing."""
    report, unbalanced = write(tmp_path), write(tmp_path, "unbalanced.txt", UNBALANCED)
    line = f"{unbalanced}:2:5: warning RP201 unbalanced mark: ”\n"
    for options, status, told in (
        ([], 0, ""),
        (["-v"], 0, line),
        (["--strict"], 1, line),
        (["--strict", "-q"], 1, ""),
    ):
        assert main(["dump", *options, unbalanced]) == status
        assert capfd.readouterr().err == told
    assert main(["dump", "--strict", report]) == 0
    assert main(["dump", "--strict", unbalanced, "no-such-file"]) == 2


def test_refusals_are_told_though_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    """-q silences progress and warnings only."""
    assert main(["outline", "-q", "no-such-file"]) == 2
    assert capfd.readouterr().err == "rendaparse: no-such-file: No such file or directory\n"


def test_undecodable_standard_input(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with replacement, and told."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNDECODABLE)))
    assert main(["dump", "--strict", "-"]) == 1
    out, err = capfd.readouterr()
    assert "RP001" in {entry["code"] for entry in json.loads(out)["diagnostics"]}
    assert err == "-:1:7: error RP001 undecodable bytes replaced: 1\n"


def test_standard_input_among_files(tmp_path: Path) -> None:
    """Its source is ``-``."""
    ran = run("facts", "--format", "jsonl", write(tmp_path), "-", input=TEXT.encode())
    assert ran.returncode == 0
    assert len(ran.stdout.splitlines()) == 2
