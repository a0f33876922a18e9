"""The marks stand in one grammar, which the others and the code take them from."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

import rendaparse
from rendaparse.grammar import files
from rendaparse.grammar.patterns import characters, pattern
from rendaparse.inline.settle.pairs import kind_of

SENTENCE_MARKS = set("。！？")
OTHERS = [name for name in files.GRAMMARS if name != "marks"]
ROOMS = ("block", "inline", "clause", "pages", "views")
"""What reads texts."""
SOURCES = [path for room in ROOMS for path in sorted(Path(rendaparse.__file__).parent.joinpath(room).rglob("*.py"))]


@pytest.mark.parametrize("name", OTHERS)
def test_no_other_grammar_lists_sentence_marks(name: str) -> None:
    """It names the list, and so uses what it imports."""
    text = re.sub(r"^//.*$", "", files.grammar_text(name), flags=re.MULTILINE)
    assert [found for found in re.findall(r"\[[^\]]*\]", text) if set(found) >= SENTENCE_MARKS] == []
    imported = [one for line in re.findall(r"^%import marks \((.*)\)$", text, re.MULTILINE) for one in line.split(", ")]
    rest = re.sub(r"^%import.*$", "", text, flags=re.MULTILINE)
    assert len(set(imported)) == len(imported)
    assert [one for one in imported if not re.search(rf"\b{one}\b", rest)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_code_lists_sentence_marks(path: Path) -> None:
    """Recognition stands in the grammars."""
    texts = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    short = [text for text in texts if isinstance(text, str) and "\n" not in text and not text.endswith(".")]
    assert [text for text in short if {"！", "？"} <= set(text)] == []


@pytest.mark.parametrize("signs", ["QUOTES", "TITLES", "BRACKETS"])
def test_opening_signs_have_their_closing_ones(signs: str) -> None:
    """At the same place of the other list; Unicode names them left and right."""
    opening, closing = (characters("marks", f"{signs}_{side}") for side in ("OPENING", "CLOSING"))
    names = [unicodedata.name(mark).replace("LEFT", "RIGHT") for mark in opening]
    assert names == [unicodedata.name(mark) for mark in closing]


@pytest.mark.parametrize(
    ("one", "other"), [("（", ")"), ("(", "）"), ("［", "]"), ("“", "&rdquo;"), ("&LDQUO;", "”"), ("＂", "&quot;")]
)
def test_either_width_and_entities_are_the_same_sign(one: str, other: str) -> None:
    """(…） is a pair."""
    assert kind_of(one) == kind_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("（", "］"), ("“", "」"), ("“", "’"), ("《", "〉"), ("'", '"'), ("〔", "]")]
)
def test_other_signs_are_not(one: str, other: str) -> None:
    """(…] is none."""
    assert kind_of(one) != kind_of(other)


SEVERAL = ("全年。", "全年！", "全年？", "全年.”", "全年：", "全年……")


@pytest.mark.parametrize("text", SEVERAL)
def test_texts_that_are_finished(text: str) -> None:
    """A sentence ends, or what follows is announced."""
    assert pattern("marks", "FINISHED").search(text)
    assert pattern("marks", "TERMINATED").search(text)


@pytest.mark.parametrize("text", ["全年", "全年，", "全年、", "全年（"])
def test_texts_that_are_not_finished(text: str) -> None:
    """Another line goes on with them."""
    assert not pattern("marks", "FINISHED").search(text)
    assert not pattern("marks", "TERMINATED").search(text)


def test_a_point_ends_a_sentence_behind_a_character_only() -> None:
    """3.5 and No.1 do not end there."""
    ends = [match.start() for match in pattern("marks", "SENTENCE_END").finditer("投资3.5亿元. 见表. No.1 全年．今年")]
    assert ends == [7, 11, 20]


def test_lists_are_read_as_they_are_written() -> None:
    """Also marks that mean something in a pattern, which the lists keep behind a stroke."""
    assert "".join(characters("marks", "SENTENCE_MARKS")) == "。！!？?"
    assert "".join(characters("marks", "BRACKETS_OPENING")) == "（(〔[［【"
