"""What each command prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import UNBALANCED, write

import rendaparse
from rendaparse.cli import main


def test_one_input_is_one_object(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The dump of the report, its source named as on the command line; one line end behind it, nothing on stderr."""
    report = write(tmp_path)
    assert main(["dump", report]) == 0
    out, err = capfdbinary.readouterr()
    assert out.decode() == rendaparse.dump(rendaparse.parse_file(report, name=report)) + "\n"
    assert err == b""
    rendaparse.load(out)


def test_indent(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The same object, over lines."""
    report = write(tmp_path)
    assert main(["dump", "--indent", "2", report]) == 0
    out = capfdbinary.readouterr().out
    assert out.startswith(b'{\n  "schema": "rendaparse-tree/1.')
    assert rendaparse.load(out) == rendaparse.parse_file(report, name=report)


def test_extract(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Texts and deeper levels are left out."""
    assert main(["dump", "--no-text", "--depth", "1", write(tmp_path)]) == 0
    root = json.loads(capfdbinary.readouterr().out)["root"]
    assert root["children"]
    assert not any("children" in child or "text" in child for child in root["children"])


def test_several_inputs_are_rows(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """One object a line, in order."""
    names = [write(tmp_path), write(tmp_path, "unbalanced.txt", UNBALANCED)]
    assert main(["dump", *names]) == 0
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [row["source"]["name"] for row in rows] == names


@pytest.mark.parametrize("command", [["dump"], ["facts", "--format", "jsonl"], ["facts", "--format", "csv"]])
def test_files_of_one_name_are_two_sources(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A source is the path as given: ``dump a/x.txt b/x.txt``."""
    monkeypatch.chdir(tmp_path)
    for name in ("a/x.txt", "b/x.txt"):
        write(tmp_path, name)
    assert main([*command, "a/x.txt", "./b/x.txt"]) == 0
    out = capfd.readouterr().out
    assert "a/x.txt" in out
    assert "./b/x.txt" in out


def test_encoding_is_used(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Big5 is read where it is named."""
    path = write(tmp_path, text="一、總體情況\n".encode("big5"))
    assert main(["outline", "--encoding", "big5", path]) == 0
    assert capfdbinary.readouterr().out.decode() == "1:1  一、總體情況\n"


def test_outline(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Places, then headings; names where there are several inputs."""
    report, unbalanced = write(tmp_path), write(tmp_path, "unbalanced.txt", UNBALANCED)
    assert main(["outline", report]) == 0
    assert capfd.readouterr().out == "1:1  一、总体情况\n3:1  二、下一步打算\n"
    assert main(["outline", report, unbalanced, "no-such-file"]) == 2
    out, err = capfd.readouterr()
    assert out.splitlines() == [
        f"{report}:",
        "1:1  一、总体情况",
        "3:1  二、下一步打算",
        f"{unbalanced}:",
        "1:1  一、总体情况",
    ]
    assert err == "rendaparse: no-such-file: No such file or directory\n"


def test_outline_is_that_of_python(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Also where markup stands in a heading."""
    path = write(tmp_path, text="一、<b>加强</b>监督\n全年召开会议7次。\n")
    assert main(["outline", path]) == 0
    assert capfd.readouterr().out == "1:1  一、加强监督\n"
    assert [entry.text for entry in rendaparse.outline(rendaparse.parse_file(path))] == ["加强监督"]


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    """Name and number."""
    with pytest.raises(SystemExit) as exit_info:
        main(["--version"])
    assert exit_info.value.code == 0
    assert capfd.readouterr().out == f"rendaparse {rendaparse.__version__}\n"
