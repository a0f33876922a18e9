"""What a terminal gets: nothing that steers it, tables that fit, progress where work takes long."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import TEXT, command, run, usage_error, write

from rendaparse import facts, parse
from rendaparse._terminal import cut, printable, width, wrapped
from rendaparse.cli import _progress, main
from rendaparse.export import table_lines

LONG = "一、坚持党的全面领导，推进立法工作，加强监督工作，服务中心大局\n全年召开重大事项决策咨询论证会议7次。\n"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextlib.contextmanager
def _terminal(columns: int) -> Iterator[tuple[int, list[bytes]]]:
    """Give a terminal to write to, and what was written, complete at the end."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    written: list[bytes] = []

    def read() -> None:
        with contextlib.suppress(OSError):  # the other side is closed
            while data := os.read(master, 65536):
                written.append(data)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield slave, written
    finally:
        os.close(slave)
        reader.join()
        os.close(master)


# ── what steers a terminal ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("总体情况", "总体情况"),
        ("a\tb", "a\tb"),
        ("a\nb\r", r"a\nb\r"),
        ("\x1b[31m红", r"\x1b[31m红"),
        ("\x9b31m\x7f\0", r"\x9b31m\x7f\x00"),
        ("a\u2028b\u202ec\u2066", r"a\u2028b\u202ec\u2066"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """One line, and nothing that moves, colours or turns what stands beside it."""
    assert printable(text) == shown


def test_a_line_with_an_escape_sequence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """``outline -`` and the table show it, JSON and CSV keep it."""
    text = "一、\x1b[31m红\x9b色\n召开会议7次。\n"
    assert run("outline", "-", input=text.encode()).stdout.decode() == "1:1  一、\\x1b[31m红\\x9b色\n"
    shown = {}
    for style in ("table", "csv", "jsonl"):
        assert main(["facts", "--format", style, write(tmp_path, text=text)]) == 0
        shown[style] = capfd.readouterr().out
    assert r"\x1b[31m红\x9b色" in shown["table"]
    assert "\x1b" not in shown["table"]
    assert "\x1b[31m红\x9b色" in shown["csv"]
    assert "\x1b[31m红\x9b色" in json.loads(shown["jsonl"].splitlines()[-1])["path"]


@pytest.mark.parametrize("args", [["outline"], ["facts"]], ids=str)
def test_a_name_forges_no_line(args: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither among the data nor among the words."""
    name = "a\nrendaparse: b\x1bc.txt"
    path = write(tmp_path, name)
    assert main([*args, path, path + "x"]) == 2
    out, err = capfd.readouterr()
    escaped = rf"{tmp_path}/a\nrendaparse: b\x1bc.txt"
    assert out.splitlines()[0] == f"{escaped}:"
    assert err == f"rendaparse: {escaped}x: No such file or directory\n"
    assert main(["facts", "--strict", write(tmp_path, name, "一、会议”\n")]) == 1
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_wrong_usage_forges_no_line(capfd: pytest.CaptureFixture[str]) -> None:
    """What was typed is escaped as well."""
    assert usage_error(capfd, "fa\x1b[2Jx\ny").splitlines()[-1].startswith(r"rendaparse: no command fa\x1b[2Jx\ny; ")


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("columns", range(1, 12))
def test_cut(columns: int) -> None:
    """Never wider; as it is where it fits; its end is told by …."""
    for text in ("监督工作", "ab监督cd", "ab", "e\u0301监"):
        shown = cut(text, columns)
        assert width(shown) <= columns
        assert shown == text if width(text) <= columns else shown.endswith("…") and text.startswith(shown[:-1])


def test_wrapped() -> None:
    """At blanks and between wide characters, never before a closing mark; a word that is too long stands alone."""
    assert wrapped("写入该处而不写标准输出；运行完成", 10) == ["写入该处而", "不写标准输", "出；运行完", "成"]
    assert wrapped("write there instead", 12) == ["write there", "instead"]
    assert wrapped("incomprehensible word", 6) == ["incomprehensible", "word"]
    assert wrapped("", 6) == [""]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 200])
def test_a_table_fits(columns: int) -> None:
    """Numbers stay whole as long as there is room for them."""
    found = facts(parse(LONG))
    lines = list(table_lines(found, columns))
    assert max(map(width, lines)) <= columns
    assert columns < 80 or lines[1].split()[0] == "2"
    assert (columns == 200) == (lines == list(table_lines(found)))


def test_a_table_is_fitted_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """And to nothing else: through a pipe it has the width it always has."""
    path = write(tmp_path, text=LONG)
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["facts", path]) == 0
    assert max(map(width, capfd.readouterr().out.splitlines())) > 60
    with _terminal(60) as (slave, written):
        assert run("facts", path, stdout=slave).returncode == 0
    lines = b"".join(written).decode().splitlines()
    assert len(lines) == 2
    assert max(map(width, lines)) <= 60
    assert "…" in lines[1]


# ── progress ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _slow(folder: Path, *options: str) -> bytes:
    """Return what a terminal shows of a run that waits for its second input."""
    pipe = folder / "slow.txt"
    os.mkfifo(pipe)
    with _terminal(50) as (slave, written):
        args = ["outline", write(folder), str(pipe), "no-such-file", *options]
        with subprocess.Popen(command(*args), stdout=subprocess.PIPE, stderr=slave) as process:
            ends = time.monotonic() + (_progress.PATIENCE + 1.5 if "-q" in options else 60)
            while b"1/3" not in b"".join(written) and time.monotonic() < ends:
                time.sleep(0.05)
            pipe.write_text(TEXT, "utf-8")
            out, _ = process.communicate()
    assert process.returncode == 2
    assert len(out.splitlines()) == 6
    return b"".join(written)


def test_long_work_shows_how_far_it_is(tmp_path: Path) -> None:
    """How many are done and which one is read, within the line; all of it is taken off, words stand alone."""
    shown = _slow(tmp_path).decode()
    *progress, words = shown.split("\r")[:-1]
    assert any(re.fullmatch(r"1/3  \d+ s  slow\.txt", line) for line in progress)
    assert all(width(line) < 50 for line in progress)
    assert words == "rendaparse: no-such-file: No such file or directory"
    before = shown.partition("rendaparse: ")[0]
    assert before.endswith("\r")
    assert before.split("\r")[-2].strip() == ""


def test_quiet_work_shows_nothing(tmp_path: Path) -> None:
    """But what could not be read."""
    assert _slow(tmp_path, "-q") == b"rendaparse: no-such-file: No such file or directory\r\n"


def test_short_work_shows_nothing() -> None:
    """Nor where no one looks: see all other tests."""
    with _terminal(80) as (slave, written):
        assert run("outline", "no-such-file", stderr=slave).returncode == 2
    assert b"".join(written) == b"rendaparse: no-such-file: No such file or directory\r\n"


def test_progress_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line follows the inputs and makes way for words."""
    monkeypatch.setattr(_progress, "PATIENCE", 0.01)
    monkeypatch.setattr(_progress, "INTERVAL", 0.01)
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)

    def until(text: str) -> None:
        ends = time.monotonic() + 10
        while text not in screen.getvalue():
            assert time.monotonic() < ends
            time.sleep(0.01)

    with _progress.Progress(3, wanted=True) as progress:
        until("0/3  0 s")
        progress.begin(2, "c\n.txt")
        until(r"2/3  0 s  c\n.txt")
        with progress.aside():
            assert screen.getvalue().endswith("\r")
    assert screen.getvalue().endswith("\r")
