"""What the README shows is what the program prints."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

import rendaparse
from rendaparse import nodes
from rendaparse._diagnostics import CODES
from rendaparse._fields import NODE_TYPES
from rendaparse.cli import main

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)


def _block(language: str, beginning: str) -> str:
    (found,) = (text for kind, text in BLOCKS if kind == language and text.startswith(beginning))
    return str(found)


def test_outline_is_as_shown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The outline of one seed, whole."""
    main(["outline", str(ROOT / "seeds" / "quzhou-2022-report.txt")])
    assert capfdbinary.readouterr().out.decode() == _block("", "7:1")


def test_heading_is_as_shown() -> None:
    """A stretch of the indented JSON, to the character."""
    report = rendaparse.parse_file(ROOT / "seeds" / "quzhou-2022-report.txt")
    shown = [line.strip() for line in rendaparse.dump(report, indent=1).split("\n")]
    block = [line.strip() for line in _block("json", "{").strip().split("\n")]
    starts = [at for at in range(len(shown)) if shown[at : at + len(block) - 1] == block[:-1]]
    assert len(starts) == 1
    assert shown[starts[0] + len(block) - 1].rstrip(",") == block[-1]


def test_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs from the root of the project and prints something."""
    monkeypatch.chdir(ROOT)
    exec(compile(_block("python", "import rendaparse"), "README.md", "exec"), {})  # noqa: S102  our own README
    assert capsys.readouterr().out


def test_diagnostics_are_all_listed() -> None:
    """One row a code, in its words."""
    rows = re.findall(r"^\| (RP\d+) \| (\w+) \| (.*) \| (.*) \|$", README, re.MULTILINE)
    assert rows == [
        (entry.code, entry.severity, _words(entry.english), _words(entry.chinese)) for entry in CODES.values()
    ]


def test_node_types_are_all_listed() -> None:
    """Every type a tree can hold stands in the table, and no other."""
    table = re.search(r"\| part \| types \|\n(.*?)\n\n", README, re.DOTALL)
    assert table
    listed = set(re.findall(r"`(\w+)`", table[1]))
    assert listed == set(NODE_TYPES) - {nodes.Document.type}


def _words(message: str) -> str:
    return re.sub(r"[：:]\s*\{detail\}$", "", message)
