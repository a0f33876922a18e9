"""What a build makes of the grammars is read back as made; a file of other grammars, cut or changed is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import forget_grammars

from rendaparse import dump, parse
from rendaparse.syntax import grammars
from rendaparse.syntax.compiled import decoded

TEXT = "一、总体情况\n全年召开会议7次，同比增长5%。\n"


@pytest.fixture(scope="module")
def made() -> bytes:
    """The compiled grammars of this checkout."""
    return grammars.compile_grammars()


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands for that of the grammars: the texts stay, the compiled file is the test's own."""
    for name in grammars.GRAMMARS:
        (tmp_path / f"{name}.lark").write_text(grammars.grammar_text(name), "utf-8")
    monkeypatch.setattr(grammars, "files", lambda _package: tmp_path)
    forget_grammars()
    yield tmp_path
    monkeypatch.undo()
    forget_grammars()


def test_compiled_grammars_parse_alike(made: bytes, beside: Path) -> None:
    """The tree is the same with the compiled file as without it."""
    without = dump(parse(TEXT))
    forget_grammars()
    (beside / grammars.COMPILED).write_bytes(made)
    assert grammars.built_grammars() is not None
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
    (beside / grammars.COMPILED).write_bytes(damaged(made))
    assert grammars.built_grammars() is None
    assert parse(TEXT).document.find("quantity").text == "7次"


def test_file_of_other_grammars_is_left_alone(made: bytes) -> None:
    """One that an older version of the grammars gave is stale."""
    texts = "\0".join(map(grammars.grammar_text, grammars.GRAMMARS))
    assert decoded(made, texts) is not None
    assert decoded(made, texts + " ") is None


def test_unreadable_file_is_left_alone(beside: Path) -> None:
    """A folder in its place, say."""
    (beside / grammars.COMPILED).mkdir()
    assert grammars.built_grammars() is None
