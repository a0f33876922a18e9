"""What a build makes of the grammars is read back as made; a file of other grammars, cut or changed is left alone."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT
from harness import forget_grammars
from setuptools import Distribution

from rendaparse import dump, parse
from rendaparse._build import BuildWithGrammars
from rendaparse.block.lexer import block_lexer
from rendaparse.grammar import build, files, patterns
from rendaparse.grammar.compile import decoded
from rendaparse.grammar.machine import Automaton, automaton, revived
from rendaparse.inline.lexer import inline_lexer

PATTERNS = (r"(?s)(?P<year>[0-9]{4})年(?P<rest>.{0,9}?)(?=[，。])", inline_lexer().pattern, block_lexer().pattern)
TEXT = "一、总体情况\n全年召开会议7次，同比增长5%。\n"


@pytest.fixture(scope="module")
def made() -> bytes:
    """The compiled grammars of this checkout."""
    return build.compile_grammars()


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands for that of the grammars: the texts stay, the compiled file is the test's own."""
    for name in files.GRAMMARS:
        (tmp_path / f"{name}.lark").write_text(files.grammar_text(name), "utf-8")
    (tmp_path / files.WORDS).mkdir()
    for name, text in files.word_lists().items():
        (tmp_path / files.WORDS / name).write_text(text, "utf-8")
    monkeypatch.setattr(files, "folder", lambda: tmp_path)
    forget_grammars()
    yield tmp_path
    monkeypatch.undo()
    forget_grammars()


def test_compiled_grammars_parse_alike(made: bytes, beside: Path) -> None:
    """The tree is the same with the compiled file as without it."""
    without = dump(parse(TEXT))
    forget_grammars()
    (beside / files.COMPILED).write_bytes(made)
    assert files.built_grammars() is not None
    assert dump(parse(TEXT)) == without


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda file: file[:-1], id="cut"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda file: file.replace(b"QUANTITY", b"QUALITY_", 1), id="changed"),
        pytest.param(lambda file: file.partition(b"\n")[2], id="without its seal"),
        pytest.param(lambda _: b"\x80\x04K\x01.", id="foreign"),
    ],
)
def test_damaged_file_is_left_alone(made: bytes, beside: Path, damaged: object) -> None:
    """It counts for nothing: lark makes the parsers anew."""
    assert callable(damaged)
    (beside / files.COMPILED).write_bytes(damaged(made))
    assert files.built_grammars() is None
    assert next(parse(TEXT).document.find_all("quantity")).text == "7次"


def test_file_of_other_grammars_is_left_alone(made: bytes) -> None:
    """One that an older version of the grammars gave is stale."""
    assert decoded(made, files.sealed_texts()) is not None
    assert decoded(made, files.sealed_texts() + " ") is None


@pytest.mark.parametrize("changed", ["numeral.lark", "words/units.tsv"])
def test_file_is_stale_once_a_grammar_or_a_list_of_words_changes(made: bytes, beside: Path, changed: str) -> None:
    """A word more is another grammar."""
    (beside / files.COMPILED).write_bytes(made)
    assert files.built_grammars() is not None
    forget_grammars()
    with (beside / changed).open("a", encoding="utf-8") as file:
        file.write("// \n" if changed.endswith(".lark") else "丛\tunit\tgenre\t栽植灌木30丛\n")
    assert files.built_grammars() is None


def test_kept_patterns_match_alike() -> None:
    """A pattern that is kept and revived finds what it finds when it is compiled."""
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    for regexp in PATTERNS:
        kept = Automaton._make(json.loads(json.dumps(automaton(regexp))))
        compiled, again = re.compile(regexp), revived(regexp, kept)
        assert (again.pattern, again.flags, again.groups) == (compiled.pattern, compiled.flags, compiled.groups)
        assert again.groupindex == compiled.groupindex
        found = [[(match.span(), match.lastgroup) for match in one.finditer(text)] for one in (again, compiled)]
        assert found[0] == found[1]


def test_build_keeps_every_pattern(made: bytes, beside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file, none of the patterns of the grammars is composed or compiled again."""
    (beside / files.COMPILED).write_bytes(made)
    monkeypatch.setattr(patterns, "re", None)
    monkeypatch.setattr(patterns, "COMPOSED", None)
    assert next(parse(TEXT).document.find_all("quantity")).text == "7次"


def test_patterns_for_another_interpreter_are_left_alone(
    made: bytes, beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its re has other code: the patterns are compiled, and all else is read from the file."""
    (beside / files.COMPILED).write_bytes(made)
    monkeypatch.setattr(patterns, "machine", lambda: "another")
    monkeypatch.setattr(patterns, "revived", None)
    assert files.built_grammars() is not None
    assert next(parse(TEXT).document.find_all("quantity")).text == "7次"


def test_interpreters_without_such_code_keep_no_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known of how they compile patterns."""
    monkeypatch.setattr(sys, "implementation", SimpleNamespace(name="another"))
    assert json.loads(build.compile_grammars().partition(b"\n")[2])["patterns"] == {}


def test_unreadable_file_is_left_alone(beside: Path) -> None:
    """A folder in its place, say."""
    (beside / files.COMPILED).mkdir()
    assert files.built_grammars() is None


def _build(target: Path, monkeypatch: pytest.MonkeyPatch, *, editable: bool) -> BuildWithGrammars:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # the copy is not what is measured
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    names = ("packages", "package-dir", "package-data")
    attributes = {name.replace("-", "_"): settings[name] for name in names}
    command = BuildWithGrammars(Distribution({"script_name": "setup.py", **attributes}))
    command.build_lib = str(target)
    monkeypatch.setattr(command, "editable_mode", editable)
    command.ensure_finalized()
    command.run()
    return command


def test_build_puts_the_compiled_grammars_beside_the_others(
    made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is what this checkout makes, and is among the files that the build names."""
    outputs = _build(tmp_path, monkeypatch, editable=False).get_outputs()
    assert (tmp_path / "rendaparse" / "grammars" / files.COMPILED).read_bytes() == made
    written = {str(path) for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert set(outputs) == written


def test_editable_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Grammars that are edited would not be those that were compiled."""
    outputs = _build(tmp_path, monkeypatch, editable=True).get_outputs()
    assert not list(tmp_path.rglob(files.COMPILED))
    assert not any(name.endswith(files.COMPILED) for name in outputs)
