"""``-o``: a file is written as a whole or not at all."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import TEXT, command, run, usage_error, write

from rendaparse.cli import main

OLD = "old\n"
PATIENCE = 30
"""Seconds after which a process that does not get on is given up."""


def _litter(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


@contextlib.contextmanager
def _halfway(folder: Path, out: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Give a process that has written the outline of one input and waits for a second one, which is a pipe."""
    first, pipe = write(folder, "first.txt", TEXT * 1000), folder / f"pipe-{time.monotonic_ns()}"
    os.mkfifo(pipe)
    before = set(_litter(Path(out).parent))
    ignored = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # what nohup ignores a child would ignore, too
    process = subprocess.Popen(
        command("outline", first, str(pipe), "-o", out), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGHUP, ignored)
    try:
        ends = time.monotonic() + PATIENCE
        while not _grown(Path(out).parent, before):
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < ends
            time.sleep(0.01)
        yield process, pipe
    finally:
        process.kill()
        process.communicate()


def _grown(folder: Path, before: set[str]) -> bool:
    return any((folder / name).stat().st_size for name in set(_litter(folder)) - before)


def test_the_same_bytes(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """As on standard output; nothing is printed, nothing else stays in the folder."""
    report, out = write(tmp_path), tmp_path / "out.json"
    assert main(["dump", "-o", str(out), report]) == 0
    assert capfdbinary.readouterr() == (b"", b"")
    assert main(["dump", report]) == 0
    assert capfdbinary.readouterr().out == out.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"report.txt", "out.json"}


@pytest.mark.parametrize("style", ["csv", "jsonl", "table"])
def test_a_run_without_input_keeps_the_file(style: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """``facts nope.txt -o keep.csv`` keeps keep.csv."""
    keep = tmp_path / "keep.csv"
    keep.write_text(OLD)
    assert main(["facts", "nope.txt", "--format", style, "-o", str(keep)]) == 2
    assert keep.read_text() == OLD
    assert _litter(tmp_path) == []
    new = tmp_path / "new.csv"
    assert main(["facts", "nope.txt", "-o", str(new)]) == 2
    assert not new.exists()
    assert "nope.txt: No such file or directory" in capfd.readouterr().err


def test_a_run_with_some_input_is_written(tmp_path: Path) -> None:
    """What could be read is there."""
    out = tmp_path / "out.txt"
    out.write_text(OLD)
    report = write(tmp_path)
    assert main(["outline", "nope.txt", report, "-o", str(out)]) == 2
    assert out.read_text("utf-8") == f"{report}:\n1:1  一、总体情况\n3:1  二、下一步打算\n"


def test_an_empty_outline_is_an_output(tmp_path: Path) -> None:
    """A report without headings gives a file without lines."""
    out = tmp_path / "out.txt"
    out.write_text(OLD)
    assert main(["outline", write(tmp_path, text="力争更好。\n"), "-o", str(out)]) == 0
    assert out.read_bytes() == b""


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_a_run_that_is_stopped_keeps_the_file(number: signal.Signals, status: int, tmp_path: Path) -> None:
    """Quietly, with the status a shell gives, and no litter."""
    out = tmp_path / "out" / "keep.txt"
    write(tmp_path, "out/keep.txt", OLD)
    with _halfway(tmp_path, str(out)) as (process, _pipe):
        process.send_signal(number)
        printed = process.communicate(timeout=PATIENCE)
    assert (process.returncode, *printed) == (status, b"", b"")
    assert out.read_text() == OLD
    assert _litter(out.parent) == []


def test_two_runs_on_one_file_do_not_mix(tmp_path: Path) -> None:
    """The last to end has written all of it."""
    out = tmp_path / "out" / "out.txt"
    out.parent.mkdir()
    with _halfway(tmp_path, str(out)) as (one, first), _halfway(tmp_path, str(out)) as (other, second):
        second.write_text("一、第二\n", "utf-8")
        other.communicate(timeout=PATIENCE)
        first.write_text("一、第一\n", "utf-8")
        one.communicate(timeout=PATIENCE)
    lines = out.read_text("utf-8").splitlines()
    assert (one.returncode, other.returncode) == (0, 0)
    assert lines[-1] == "1:1  一、第一"
    assert len(lines) == 1 + 2000 + 1 + 1
    assert _litter(out.parent) == []


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    """The file where there is one, else standard output; exit 2, once."""
    report = write(tmp_path)
    ran = run("facts", report, "-o", "/dev/full")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr == b"rendaparse: cannot write /dev/full: No space left on device\n"


def test_a_disk_that_fills_keeps_the_file(tmp_path: Path) -> None:
    """The trouble comes when the file is closed: what stood there stays, and nothing else does."""
    keep = Path(write(tmp_path, "keep.csv", OLD))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    ran = run("dump", write(tmp_path), "-o", str(keep), preexec_fn=limit)
    assert ran.returncode == 2
    assert ran.stderr.decode().splitlines()[0] == f"rendaparse: cannot write {keep}: File too large"
    assert b"rendaparse/cli" not in ran.stderr
    assert keep.read_text() == OLD
    assert _litter(tmp_path) == []


@pytest.mark.parametrize("name", ["", "no-such-folder/out.txt", "folder", "new/", "file/out.txt"])
def test_what_cannot_be_written_is_told_before_anything_is_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line, exit 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    write(tmp_path, "file", OLD)
    assert main(["outline", "no-such-file", "-o", name]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"rendaparse: cannot write {name}: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_write_protected_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Though its folder would let it be replaced."""
    keep = Path(write(tmp_path, "keep.csv", OLD))
    keep.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, mode: not (Path(path) == keep and mode == os.W_OK))  # root may all
    assert main(["outline", write(tmp_path), "-o", str(keep)]) == 2
    assert capfd.readouterr().err == f"rendaparse: cannot write {keep}: Permission denied\n"
    assert keep.read_text() == OLD


def test_permissions_stay(tmp_path: Path) -> None:
    """Those of the file before; a new file has those of any new file."""
    keep, new, plain = Path(write(tmp_path, "keep.csv", OLD)), tmp_path / "new.csv", tmp_path / "plain"
    keep.chmod(0o640)
    plain.touch()
    for out in (keep, new):
        assert main(["outline", write(tmp_path), "-o", str(out)]) == 0
    assert stat.S_IMODE(keep.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_the_owner_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it can be given back: whoever is not root writes on, as its own."""
    given: list[tuple[int, int]] = []

    def chown(_path: object, user: int, group: int) -> None:
        given.append((user, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", chown)
    keep = Path(write(tmp_path, "keep.csv", OLD))
    assert main(["outline", write(tmp_path), "-o", str(keep)]) == 0
    assert given == [(keep.stat().st_uid, keep.stat().st_gid)]
    assert keep.read_text("utf-8").startswith("1:1  一、总体情况")


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """The link stays one; also one that leads nowhere yet."""
    target, link, dangling = Path(write(tmp_path, "a/target", OLD)), tmp_path / "link", tmp_path / "dangling"
    link.symlink_to(target)
    dangling.symlink_to("a/new")
    for out in (link, dangling):
        assert main(["outline", write(tmp_path), "-o", str(out)]) == 0
        assert out.is_symlink()
    assert target.read_text("utf-8") == (tmp_path / "a" / "new").read_text("utf-8") != OLD
    assert _litter(tmp_path / "a") == []


def test_a_dash_is_standard_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """So is /dev/stdout, whatever stands behind it."""
    report = write(tmp_path)
    assert main(["outline", report, "-o", "-"]) == 0
    assert capfd.readouterr().out == "1:1  一、总体情况\n3:1  二、下一步打算\n"
    assert not Path("-").exists()
    appended = Path(write(tmp_path, "all.txt", OLD))
    with appended.open("ab") as file:
        assert run("outline", report, "-o", "/dev/stdout", stdout=file).returncode == 0
    assert appended.read_text("utf-8") == OLD + "1:1  一、总体情况\n3:1  二、下一步打算\n"


def test_devices_and_pipes_are_written_to(tmp_path: Path) -> None:
    """They stay what they are."""
    report, pipe = write(tmp_path), tmp_path / "pipe"
    assert main(["outline", report, "-o", os.devnull]) == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    os.mkfifo(pipe)
    with subprocess.Popen(command("outline", report, "-o", str(pipe))):
        assert pipe.read_text("utf-8") == "1:1  一、总体情况\n3:1  二、下一步打算\n"
    assert pipe.is_fifo()


def test_an_input_is_never_the_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By whatever name, standard input included."""
    report, link = write(tmp_path), tmp_path / "link"
    link.symlink_to(report)
    for name in (report, str(link)):
        assert f"{report} is an input and the output" in usage_error(capfd, "dump", "-o", report, name)
    with Path(report).open("rb") as file:
        ran = run("dump", "-", "-o", report, stdin=file)
    assert ran.returncode == 2
    assert b"is an input and the output" in ran.stderr
    assert Path(report).read_bytes() == TEXT.encode()
