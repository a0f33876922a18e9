"""The command line, run in the process and, where streams matter, as one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import rendaparse
from rendaparse.cli import main

TEXT = "一、总体情况\n全年召开常委会会议7次。\n二、下一步打算\n力争更好。\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A small report in a file."""
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


@pytest.fixture
def unbalanced(tmp_path: Path) -> str:
    """A report that gives a warning."""
    path = tmp_path / "unbalanced.txt"
    path.write_bytes("一、总体情况\n全年召开”会议。\n".encode())
    return str(path)


def _run(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "rendaparse", *args]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=os.environ | environment)


def _usage_error(*args: str) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(args)
    assert exit_info.value.code == 2


def test_one_input_is_one_object(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Exactly what ``dump`` gives, one line end behind it, nothing on stderr."""
    assert main(["dump", report]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode() == rendaparse.dump(rendaparse.parse_file(report)) + "\n"
    assert err == b""
    rendaparse.load(out)


def test_indent(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The same object, over lines."""
    assert main(["dump", "--indent", "2", report]) == 0
    out = capfdbinary.readouterr().out
    assert out.startswith(b'{\n  "schema": "rendaparse-tree/1.1",\n')
    assert rendaparse.load(out) == rendaparse.parse_file(report)


def test_extract(report: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Texts and deeper levels are left out."""
    assert main(["dump", "--no-text", "--depth", "1", report]) == 0
    root = json.loads(capfdbinary.readouterr().out)["root"]
    assert root["children"]
    assert not any("children" in child or "text" in child for child in root["children"])


def test_several_inputs_are_rows(report: str, unbalanced: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One object a line, in order."""
    assert main(["dump", report, unbalanced]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["source"]["name"] for row in rows] == ["report.txt", "unbalanced.txt"]


def test_bad_input_in_a_batch_is_a_row(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The run goes on, says so in one line, and ends with 2."""
    missing = str(tmp_path / "missing.txt")
    assert main(["dump", missing, str(tmp_path), report]) == 2
    out, err = capfdbinary.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert rows[0] == {
        "schema": "rendaparse-tree/1.1",
        "source": {"name": missing},
        "error": "No such file or directory",
    }
    assert rows[1]["error"] == "Is a directory"
    assert rows[2]["source"]["name"] == "report.txt"
    assert err.decode().splitlines() == [
        f"rendaparse: {missing}: No such file or directory",
        f"rendaparse: {tmp_path}: Is a directory",
    ]


def test_single_bad_input_prints_nothing(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line on stderr names the file; as NDJSON it is a row all the same."""
    missing = str(tmp_path / "missing.txt")
    assert main(["dump", missing]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.decode() == f"rendaparse: {missing}: No such file or directory\n"
    assert main(["dump", "--format", "ndjson", missing]) == 2
    assert json.loads(capfdbinary.readouterr().out)["error"] == "No such file or directory"


@pytest.mark.parametrize(
    ("encoding", "message"),
    [("ascii", "not ascii: byte 0xe4 at offset 0"), ("no-such", "unknown text encoding: 'no-such'")],
)
def test_wrong_encoding(report: str, encoding: str, message: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line names file and trouble; the traceback comes with -v only."""
    assert main(["dump", "--encoding", encoding, report]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.decode() == f"rendaparse: {report}: {message}\n"
    assert main(["dump", "-v", "--encoding", encoding, report]) == 2
    assert b"Traceback" in capfdbinary.readouterr().err


def test_encoding_is_used(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Big5 is read where it is named."""
    path = tmp_path / "report.txt"
    path.write_bytes("一、總體情況\n".encode("big5"))
    assert main(["outline", "--encoding", "big5", str(path)]) == 0
    assert capfdbinary.readouterr().out.decode() == "1:1  一、總體情況\n"


def test_strict(report: str, unbalanced: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A warning gives 1 and a line with its place; a clean report gives 0; an unreadable one still 2."""
    assert main(["dump", unbalanced]) == 0
    assert capfdbinary.readouterr().err == b""
    assert main(["dump", "--strict", unbalanced]) == 1
    assert f"{unbalanced}:2:5: warning RP201" in capfdbinary.readouterr().err.decode()
    assert main(["dump", "--strict", report]) == 0
    assert main(["dump", "--strict", unbalanced, "no-such-file"]) == 2


def test_output_file(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The same bytes, in the file."""
    out = tmp_path / "out.json"
    assert main(["dump", "-o", str(out), report]) == 0
    assert capfdbinary.readouterr().out == b""
    assert main(["dump", report]) == 0
    assert capfdbinary.readouterr().out == out.read_bytes()


def test_output_that_cannot_be_written(report: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One line, exit 2."""
    assert main(["dump", "-o", str(tmp_path), report]) == 2
    assert capfdbinary.readouterr().err.decode() == f"rendaparse: cannot write {tmp_path}: Is a directory\n"


def test_output_is_never_an_input(report: str) -> None:
    """The input is not overwritten."""
    _usage_error("dump", "-o", report, report)
    assert Path(report).read_bytes() == TEXT.encode()


def test_outline(report: str, unbalanced: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Places, then headings; names where there are several inputs."""
    assert main(["outline", report]) == 0
    assert capfdbinary.readouterr().out.decode() == "1:1  一、总体情况\n3:1  二、下一步打算\n"
    assert main(["outline", report, unbalanced, "no-such-file"]) == 2
    out, err = capfdbinary.readouterr()
    assert out.decode().splitlines() == [
        f"{report}:",
        "1:1  一、总体情况",
        "3:1  二、下一步打算",
        f"{unbalanced}:",
        "1:1  一、总体情况",
    ]
    assert err == b"rendaparse: no-such-file: No such file or directory\n"


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["dump"],
        ["no-such-command", "x"],
        ["dump", "-", "-"],
        ["dump", "--format", "json", "x", "y"],
        ["dump", "--indent", "2", "x", "y"],
        ["dump", "--indent", "2", "--format", "ndjson", "x"],
        ["dump", "--depth", "-1", "x"],
        ["dump", "--indent", "two", "x"],
    ],
)
def test_usage_errors(args: list[str]) -> None:
    """Exit 2 before anything is read."""
    _usage_error(*args)


def test_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Name and number."""
    with pytest.raises(SystemExit) as exit_info:
        main(["--version"])
    assert exit_info.value.code == 0
    assert capfdbinary.readouterr().out.decode() == f"rendaparse {rendaparse.__version__}\n"


def test_standard_input_and_foreign_locale() -> None:
    """Bytes in, UTF-8 and LF out, in a locale that knows no Chinese."""
    ran = _run("dump", "-", stdin=TEXT.encode("gb18030"), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii:strict")
    assert (ran.returncode, ran.stderr) == (0, b"")
    shown = rendaparse.load(ran.stdout)
    assert (shown.source.name, shown.source.encoding) == ("-", "gb18030")
    assert b"\r" not in ran.stdout


def test_closed_pipe_ends_quietly(report: str) -> None:
    """As under ``| head``: no words, no traceback."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "rendaparse", "dump", *[report] * 50]
    ran = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_interrupt_ends_quietly(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The status of a process that ^C ends; no traceback."""

    class Interrupted(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["dump", "-"]) == 130
    assert capfdbinary.readouterr() == (b"", b"")


def test_undecodable_input_is_read_with_replacement(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Done, and told under --strict."""
    stdin = io.TextIOWrapper(io.BytesIO("一、总体情况".encode("gb18030") + b"\xff\n"))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["dump", "--strict", "-"]) == 1
    out, err = capfdbinary.readouterr()
    assert "RP001" in {entry["code"] for entry in json.loads(out)["diagnostics"]}
    assert b"-:1:7: error RP001 undecodable bytes replaced: 1" in err
