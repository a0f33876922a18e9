"""The standard streams: closed, full, left by their reader, in a foreign locale; and signals."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command_line import TEXT, command, run, write

import rendaparse
from rendaparse.cli import main

FOREIGN = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
]
"""Locales that know no Chinese."""


def _shell(redirection: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    script = f'exec "$@" {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", script, "sh", *command(*args)], check=False, capture_output=True, timeout=60
    )


@pytest.mark.parametrize("environment", FOREIGN, ids=str)
def test_bytes_in_utf8_out(environment: dict[str, str], tmp_path: Path) -> None:
    """UTF-8 and LF, whatever the locale; the bytes of a name are UTF-8 where the locale has no better idea."""
    write(tmp_path, "报告.txt", TEXT.encode("gb18030"))
    ran = run("dump", "报告.txt", cwd=tmp_path, environment=environment)
    assert (ran.returncode, ran.stderr) == (0, b"")
    shown = rendaparse.load(ran.stdout)
    assert (shown.source.name, shown.source.encoding) == ("报告.txt", "gb18030")
    assert b"\r" not in ran.stdout


@pytest.mark.parametrize("environment", FOREIGN, ids=str)
@pytest.mark.parametrize("args", [["--help"], ["facts", "--help"], ["facts", "报告.txt"]], ids=str)
def test_words_are_utf8(args: list[str], environment: dict[str, str]) -> None:
    """Chinese ones, too: ``rendaparse --help`` under cp1252 and POSIX."""
    ran = run(*args, environment=environment)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (2 if "报告.txt" in args else 0, False)
    assert "报告.txt" not in args or ran.stderr.decode() == "rendaparse: 报告.txt: No such file or directory\n"
    if environment.get("LC_ALL") is None:
        ran = run(*args, environment=environment | {"LC_ALL": "zh_CN"})
        assert ("没有这个文件" if "报告.txt" in args else "用法：") in (ran.stdout + ran.stderr).decode()


def test_closed_standard_output(tmp_path: Path) -> None:
    """One line, exit 2; no trouble where it is not needed."""
    report, out = write(tmp_path), tmp_path / "out.txt"
    ran = _shell(">&-", "outline", report)
    assert (ran.returncode, ran.stderr) == (2, b"rendaparse: cannot write standard output: it is not open\n")
    ran = _shell(">&-", "outline", report, "-o", str(out))
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert out.read_text("utf-8").startswith("1:1  一、总体情况")


def test_closed_standard_input(tmp_path: Path) -> None:
    """An input that cannot be read; no trouble where it is none."""
    ran = _shell("<&-", "outline", "-")
    assert (ran.returncode, ran.stderr) == (2, b"rendaparse: -: it is not open\n")
    ran = _shell("<&-", "outline", "--files-from", "-")
    assert (ran.returncode, ran.stderr) == (2, b"rendaparse: -: it is not open\n")
    ran = _shell("<&-", "outline", write(tmp_path))
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_closed_standard_error(tmp_path: Path) -> None:
    """Words do not go among the data instead."""
    ran = _shell("2>&-", "outline", "no-such-file", write(tmp_path))
    assert ran.returncode == 2
    assert b"no-such-file" not in ran.stdout
    assert _shell("2>&-", "no-such-command").returncode == 2


def test_all_streams_closed(tmp_path: Path) -> None:
    """The files that are opened take their numbers, and nothing else is written into them."""
    out = tmp_path / "out.txt"
    assert _shell("<&- >&- 2>&-", "outline", "no-such-file", write(tmp_path), "-o", str(out)).returncode == 2
    assert out.read_text("utf-8") == f"{tmp_path}/report.txt:\n1:1  一、总体情况\n3:1  二、下一步打算\n"


@pytest.mark.parametrize("args", [["--help"], ["schema"], ["outline"]], ids=str)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_full_standard_output(args: list[str], unbuffered: str, tmp_path: Path) -> None:
    """One line, exit 2, also from the interpreter as it ends."""
    files = [write(tmp_path)] if args == ["outline"] else []
    with Path("/dev/full").open("wb") as full:
        ran = run(*args, *files, stdout=full, environment={"PYTHONUNBUFFERED": unbuffered})
    assert ran.returncode == 2
    assert ran.stderr == b"rendaparse: cannot write standard output: No space left on device\n"


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    """As under ``| head``: no words, no traceback."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = run("dump", *[write(tmp_path)] * 50, stdout=write_end)
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_closed_pipe_of_words(tmp_path: Path) -> None:
    """Nobody reads the words; the data are printed all the same."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    ran = run("outline", "no-such-file", write(tmp_path), stderr=write_end)
    os.close(write_end)
    assert ran.returncode == 2
    assert "一、总体情况" in ran.stdout.decode()


def test_interrupt_ends_quietly(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """The status of a process that ^C ends; no traceback."""

    class Interrupted(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["dump", "-"]) == 130
    assert capfdbinary.readouterr() == (b"", b"")


def test_memory_that_ends_while_writing(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2: 1 would mean findings."""

    def exhaust(*_args: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr("rendaparse.cli.schema.json_text", exhaust)
    assert main(["schema"]) == 2
    assert capfd.readouterr() == ("", "rendaparse: not enough memory\n")


def test_in_a_thread(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where signals cannot be dealt with, all else is the same."""
    status: list[int] = []
    thread = threading.Thread(target=lambda: status.append(main(["outline", write(tmp_path)])))
    thread.start()
    thread.join()
    assert status == [0]
    assert capfd.readouterr().out.startswith("1:1  一、总体情况")


def test_handlers_of_signals_are_given_back(tmp_path: Path) -> None:
    """And those that others set are left alone."""

    def own(_number: int, _frame: object) -> None: ...

    before = signal.signal(signal.SIGTERM, own)
    try:
        assert main(["outline", write(tmp_path)]) == 0
        assert signal.getsignal(signal.SIGTERM) is own
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        assert main(["outline", write(tmp_path)]) == 0
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)
