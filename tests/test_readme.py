"""What the README shows is what the program prints."""

from __future__ import annotations

import json
import re

import pytest
from conftest import ROOT

import rendaparse
from rendaparse import nodes
from rendaparse._diagnostics import CODES
from rendaparse.cli import main
from rendaparse.nodes._types import NODE_TYPES

SEED = ROOT / "seeds" / "quzhou-2022-report.txt"
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)


def _block(language: str, beginning: str) -> str:
    (found,) = (text for kind, text in BLOCKS if kind == language and text.startswith(beginning))
    return str(found)


def test_outline_is_as_shown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The beginning of the outline of one seed."""
    main(["outline", str(SEED)])
    beginning, _, rest = _block("", "5:1").partition("…\n")
    assert rest == ""
    assert capfdbinary.readouterr().out.decode().startswith(beginning)


def test_facts_are_as_shown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The beginning of the facts of another seed."""
    main(["facts", str(SEED.with_name("yongkang-2023-review.txt"))])
    beginning, _, rest = _block("", "line ").partition("…\n")
    assert rest == ""
    assert capfdbinary.readouterr().out.decode().startswith(beginning)


def test_info_is_as_shown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """What a seed is, whole."""
    main(["info", "--format", "text", str(SEED)])
    assert capfdbinary.readouterr().out.decode() == _block("", "kind ")


def test_heading_is_as_shown() -> None:
    """The object shown is one of the tree's."""
    shown = json.loads(_block("json", "{"))
    stack = [rendaparse.to_dict(rendaparse.parse_file(SEED))["root"]]
    while stack and stack[-1] != shown:
        stack.extend(stack.pop().get("children", ()))
    assert stack


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
