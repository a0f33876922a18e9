"""Messages are Chinese where the locale is, else English; data are the same everywhere."""

from __future__ import annotations

import ast
import itertools
import json
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from command_line import UNBALANCED, UNDECODABLE, usage_error, write

import rendaparse.cli
from rendaparse._diagnostics import Severity
from rendaparse._terminal import width
from rendaparse.cli import main
from rendaparse.cli._messages import CHINESE, REASONS, speaks_chinese

SOURCES = [
    ast.parse(path.read_text("utf-8"))
    for path in Path(rendaparse.cli.__file__).parent.glob("*.py")
    if path.stem != "_messages"
]
SAYERS = {"say": 0, "failure": 1}
"""The functions that take a message, and which of their arguments it is."""


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whose locale is Chinese."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


def _placeholders(message: str) -> set[str]:
    return {name for _text, name, _form, _conversion in Formatter().parse(message) if name is not None}


def _has_han(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


@pytest.mark.parametrize(("english", "chinese_words"), CHINESE.items(), ids=lambda text: text[:30])
def test_each_message_has_both(english: str, chinese_words: str) -> None:
    """With the same placeholders."""
    assert chinese_words
    assert _placeholders(chinese_words) == _placeholders(english)
    assert _has_han(chinese_words) or not any(map(str.isalpha, english)) or english == " or "
    assert not _has_han(english)


def test_every_message_said_is_known() -> None:
    """And none is known that is never said."""
    said: set[object] = set()
    written: set[object] = {*REASONS.values(), *get_args(Severity)}
    for node in itertools.chain.from_iterable(map(ast.walk, SOURCES)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYERS:
            message = node.args[SAYERS[node.func.id]]
            said |= {message.value} if isinstance(message, ast.Constant) else set()
        elif isinstance(node, ast.Constant):
            written.add(node.value)
    assert len(said) > 50
    assert said <= CHINESE.keys() <= written


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW"}, True),
        ({"LANG": "zh"}, True),
        ({"LC_MESSAGES": "zh_CN.GB18030", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, False),
        ({"LC_ALL": "", "LANG": "zh_CN"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zhx_XX"}, False),
        ({}, False),
    ],
    ids=str,
)
def test_the_locale_decides(variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of the three variables that is set, as POSIX has it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert speaks_chinese() is expected


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", ["", *(command.__name__.rpartition(".")[2] for command in rendaparse.cli.COMMANDS)])
def test_help(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """All of it is Chinese, and no wider than the terminal, where Chinese takes two columns."""
    with pytest.raises(SystemExit):
        main([*([name] if name else []), "--help"])
    out = capfd.readouterr().out
    assert out.startswith(f"用法：rendaparse {name}".rstrip())
    for word in ("usage", "options:", "arguments:", "show this help", "exit status", "examples"):
        assert word not in out
    for line in out.partition("选项")[2].partition("示例")[0].splitlines()[1:]:
        assert _has_han(line) or line.strip().startswith(("--", "COMMAND", "-o OUT")) or not line.strip(), line
    assert max(map(width, out.splitlines())) <= 80


@pytest.mark.usefixtures("chinese")
def test_refusals_are_chinese(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On stderr; rows have the English words."""
    path = write(tmp_path, text=b"%PDF-1.7\n")
    assert main(["facts", "--format", "jsonl", path]) == 2
    out, err = capfd.readouterr()
    assert json.loads(out)["error"] == "not a text but a PDF: extract its text first"
    assert err == f"rendaparse: {path}: 不是文本，而是 PDF 文件：请先提取其中的文字\n"


@pytest.mark.usefixtures("chinese")
def test_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    """Usage and message."""
    first, *_, last = usage_error(capfd, "facts", "--formt", "csv", "x").splitlines()
    assert first.startswith("用法：rendaparse facts ")
    assert last == "rendaparse facts: 没有 --formt 这个选项；是不是 --format？"
    assert "缺少值" in usage_error(capfd, "facts", "-o")


@pytest.mark.usefixtures("chinese")
def test_words_are_chinese_and_data_are_not(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A row is the same in every locale."""
    paths = [write(tmp_path, "unbalanced.txt", UNBALANCED), write(tmp_path, "bad.txt", UNDECODABLE)]
    assert main(["facts", "--format", "jsonl", "--strict", "no-such-file", *paths]) == 2
    out, err = capfd.readouterr()
    assert json.loads(out.splitlines()[0])["error"] == "No such file or directory"
    assert err.splitlines() == [
        "rendaparse: no-such-file: 没有这个文件或文件夹",
        f"{paths[0]}:2:5: 警告 RP201 标号不成对：”",
        f"{paths[1]}:1:7: 错误 RP001 无法解码的字节已替换：1",
    ]
    assert main(["outline", paths[0], "--encoding", "ascii"]) == 2
    assert capfd.readouterr().err == f"rendaparse: {paths[0]}: 不是 ascii：偏移 0 处的字节为 0xe4\n"
    assert main(["outline", paths[0], "-o", str(tmp_path)]) == 2
    assert capfd.readouterr().err == f"rendaparse: 无法写入 {tmp_path}：是文件夹\n"
