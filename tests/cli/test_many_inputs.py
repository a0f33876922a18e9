"""Folders, patterns and lists of names."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest
from command_line import TEXT, run, usage_error, write

from rendaparse.cli import main


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of reports, beside it one more; the working directory is above both."""
    for name in ("reports/b.txt", "reports/a.txt", "reports/sub/c.TXT", "reports/sub/deep/d.txt", "other.txt"):
        write(tmp_path, name)
    for name in ("reports/notes.md", "reports/.hidden.txt", "reports/.git/e.txt"):
        write(tmp_path, name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "reports"


def _sources(capfd: pytest.CaptureFixture[str], *args: str, status: int = 0) -> list[str]:
    """Return what each row names as its source; errors with their reason."""
    assert main(["dump", "--no-text", "--depth", "0", "--format", "ndjson", *args]) == status
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    return [row["source"]["name"] + (f": {row['error']}" if "error" in row else "") for row in rows]


@pytest.mark.usefixtures("reports")
def test_a_folder_is_searched(capfd: pytest.CaptureFixture[str]) -> None:
    """All that is below it, in order, without what is hidden; the path begins as it was given."""
    names = ["a.txt", "b.txt", "sub/c.TXT", "sub/deep/d.txt"]
    assert _sources(capfd, "reports") == [f"reports/{name}" for name in names]
    assert _sources(capfd, "./reports/") == [f"./reports/{name}" for name in names]


@pytest.mark.usefixtures("reports")
def test_glob_says_which_files(capfd: pytest.CaptureFixture[str]) -> None:
    """Of folders only; several may be given."""
    assert _sources(capfd, "reports", "other.txt", "--glob", "*.md") == ["reports/notes.md", "other.txt"]
    assert _sources(capfd, "reports", "--glob", "*.md", "--glob", "b*") == ["reports/b.txt", "reports/notes.md"]


@pytest.mark.usefixtures("reports")
def test_a_quoted_pattern_is_expanded(capfd: pytest.CaptureFixture[str]) -> None:
    """As by a shell, in order; ``**`` is any depth."""
    assert _sources(capfd, "reports/*.txt") == ["reports/a.txt", "reports/b.txt"]
    assert _sources(capfd, "reports/**/[cd].*") == ["reports/sub/c.TXT", "reports/sub/deep/d.txt"]
    assert _sources(capfd, "repor?s/su*") == ["reports/sub/c.TXT", "reports/sub/deep/d.txt"]


def test_a_file_of_that_very_name_is_no_pattern(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Brackets are common in the names of reports."""
    write(reports, "[ab].txt")
    assert _sources(capfd, "reports/[ab].txt") == ["reports/[ab].txt"]


def test_one_file_found_is_a_row(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is printed depends on what was asked for, not on how many files there were."""
    write(tmp_path)
    assert main(["dump", str(tmp_path), "--depth", "0"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 1
    assert main(["outline", str(tmp_path / "*.txt")]) == 0
    assert capfd.readouterr().out.startswith(f"{tmp_path}/report.txt:\n")
    assert "--format json takes one input" in usage_error(capfd, "dump", "--format", "json", str(tmp_path))


@pytest.mark.usefixtures("reports")
def test_what_matches_nothing_is_a_row(capfd: pytest.CaptureFixture[str]) -> None:
    """The others are printed."""
    assert _sources(capfd, "x*.txt", "reports/sub", "reports/.git", "--glob", "d*", status=2) == [
        "x*.txt: no file of this name, and none that the pattern matches",
        "reports/sub/deep/d.txt",
        "reports/.git: no file in this folder matches d*",
    ]
    assert main(["outline", "reports", "--glob", "*.docx", "--glob", "*.pdf"]) == 2
    assert capfd.readouterr() == ("", "rendaparse: reports: no file in this folder matches *.docx, *.pdf\n")


@pytest.mark.usefixtures("reports")
def test_what_is_named_is_read_once_more_only_if_named_again(capfd: pytest.CaptureFixture[str]) -> None:
    """A folder or a pattern adds what is not yet there."""
    assert _sources(capfd, "reports/b.txt", "reports", "./reports/*.txt", "reports/b.txt") == [
        "reports/b.txt",
        "reports/a.txt",
        "reports/sub/c.TXT",
        "reports/sub/deep/d.txt",
        "reports/b.txt",
    ]


def test_files_from_a_list(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One path a line, whatever ends it; folders and patterns, too; blank lines are none."""
    names = ["reports/b.txt", "reports/a.txt", "reports/sub/c.TXT", "reports/sub/deep/d.txt"]
    listed = "reports/b.txt\r\n\nreports/a*\nreports/sub"
    for data in (
        listed.encode(),
        codecs.BOM_UTF8 + listed.encode(),
        listed.encode("utf-16"),
        listed.replace("\r\n", "\0").encode(),
    ):
        (reports / "list").write_bytes(data)
        assert _sources(capfd, "--files-from", "reports/list") == names
    assert _sources(capfd, "other.txt", "--files-from", "reports/list") == ["other.txt", *names]
    ran = run("outline", "--files-from", "-", input=b"other.txt\n")
    assert ran.stdout.decode().startswith("other.txt:\n1:1  一、总体情况\n")


@pytest.mark.usefixtures("reports")
def test_a_list_that_gives_nothing_is_a_row(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As a folder that gives nothing."""
    write(tmp_path, "empty", "\n\n")
    assert _sources(capfd, "--files-from", "empty", status=2) == ["empty: names no input"]
    assert _sources(capfd, "other.txt", "--files-from", "none", status=2) == [
        "other.txt",
        "none: No such file or directory",
    ]


def test_the_output_is_left_out(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where it stands in a folder that is read, the second run gives what the first gave."""
    out = reports / "all.txt"
    for source in ("reports", "reports/*.txt", "reports"):
        assert main(["outline", source, "--glob", "a*.txt", "-o", "reports/all.txt"]) == 0
        assert out.read_text("utf-8").startswith("reports/a.txt:\n")
        assert "all.txt" not in out.read_text("utf-8")
    assert "is an input and the output" in usage_error(capfd, "outline", "reports/all.txt", "-o", str(out))


def test_special_files_are_no_reports(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A pipe in a folder would be waited for; a broken link is told."""
    os.mkfifo(reports / "pipe.txt")
    (reports / "link.txt").symlink_to("nowhere")
    (reports / "sub" / "loop").symlink_to(reports)
    found = _sources(capfd, "reports", status=2)
    assert found[:3] == ["reports/a.txt", "reports/b.txt", "reports/link.txt: No such file or directory"]
    assert len(found) == 5


def test_a_folder_that_cannot_be_read_is_a_row(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The folders beside it are searched all the same."""
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path in {"reports/sub", "reports/zz"}:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    write(reports, "zone/f.txt")
    (reports / "zz").mkdir()
    monkeypatch.setattr(os, "scandir", refusing)
    assert _sources(capfd, "reports", status=2) == [
        "reports/a.txt",
        "reports/b.txt",
        "reports/sub: Permission denied",
        "reports/zone/f.txt",
        "reports/zz: Permission denied",
    ]


def test_names_that_are_no_utf8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Such a file is read; what is no character of its name is escaped."""
    monkeypatch.chdir(tmp_path)
    Path(os.fsdecode("报告.txt".encode("gbk"))).write_text(TEXT, "utf-8")
    (source,) = _sources(capfd, ".")
    assert os.fsencode(source) == b"./" + "报告.txt".encode("gbk")
    assert main(["outline", "."]) == 0
    assert capfd.readouterr().out.startswith("./\\udcb1\\udca8\\udcb8\\udce6.txt:\n")
