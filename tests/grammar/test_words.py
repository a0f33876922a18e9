"""The words of the genre: each stands once, sorted, in classes that a grammar uses, and is found in its example."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from conftest import ROOT

from rendaparse.grammar import files
from rendaparse.grammar.compile import make_terminals
from rendaparse.grammar.lexicon import Word, read_words, terminal_name, words_grammar

LISTS = {name: read_words(text) for name, text in files.word_lists().items()}
WORDS = [word for words in LISTS.values() for word in words]
CLASSES = sorted({name for word in WORDS for name in word.classes})
README = (ROOT / "grammars" / "words" / "README.md").read_text("utf-8")


@cache
def _terminals() -> dict[str, re.Pattern[str]]:
    return {terminal.name: re.compile(terminal.regexp) for terminal in make_terminals("words", files.grammar_text)}


def _terminal_of(words: list[Word]) -> re.Pattern[str]:
    """The one terminal of words that are all of one class."""
    (terminal,) = make_terminals("words", lambda _: words_grammar(words))
    return re.compile(terminal.regexp)


def _finds(terminal: re.Pattern[str], word: str, text: str) -> bool:
    return any(match[0] == word for i in range(len(text)) if (match := terminal.match(text, i)))


def test_every_word_stands_once() -> None:
    """With all its classes: what is known of it is known in one place."""
    assert [word for word, times in Counter(word.word for word in WORDS).items() if times > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_full(name: str) -> None:
    """So that a word is found, and a difference is a line; no field is left open."""
    words = [word.word for word in LISTS[name]]
    assert words == sorted(words)
    assert [word.word for word in LISTS[name] if not (word.source and word.example)] == []


@pytest.mark.parametrize("name", CLASSES)
def test_every_word_is_found_in_its_example(name: str) -> None:
    """In each class: none is dead behind a shorter one, none is without use."""
    terminal = _terminals()[terminal_name(name)]
    examples = [(word.word, word.example) for word in WORDS if name in word.classes]
    assert [(word, example) for word, example in examples if not _finds(terminal, word, example)] == []


def test_grammars_import_every_class_and_no_other() -> None:
    """And use what they import."""
    imported: set[str] = set()
    for grammar in files.GRAMMARS:
        text = files.grammar_text(grammar)
        named = re.findall(r"^%import words \((.*)\)$", text, re.MULTILINE)
        names = {name for line in named for name in line.split(", ")}
        assert names == set(re.findall(r"WORDS_[A-Z_]+", re.sub(r"^%.*$", "", text, flags=re.MULTILINE))), grammar
        imported |= names
    assert imported == {terminal_name(name) for name in CLASSES}


def test_sources_are_told() -> None:
    """A law says itself what it is."""
    sources = {word.source for word in WORDS if not word.source.endswith("法")}
    assert [source for source in sorted(sources) if f"`{source}`" not in README] == []


def test_lists_are_told() -> None:
    """Each with what it holds."""
    assert re.findall(r"^\| `(\w+\.tsv)`", README, re.MULTILINE) != []
    assert set(re.findall(r"^\| `(\w+\.tsv)`", README, re.MULTILINE)) == LISTS.keys()


def test_longer_words_come_first() -> None:
    """新建成 is found though 新建 stands before it in the list; and 人 where nothing longer is."""
    words = [Word(word, {"any": ""}, "genre", word) for word in ("新建", "新建成", "新", "人", "人次")]
    assert _terminal_of(words).findall("新建成30人次，新建3人，新") == ["新建成", "人次", "新建", "人", "新"]


def test_context_holds_for_its_class_alone() -> None:
    """打 is a verb before 井 only; a word that fails its context leaves the place to a shorter one."""
    words = [Word("打", {"any": "(?=井)"}, "genre", "打井"), Word("打井", {"any": "(?!队)"}, "genre", "打井")]
    assert _terminal_of(words).findall("打井20眼，打井队，打球") == ["打井", "打"]


def test_marks_of_patterns_in_words_are_letters() -> None:
    """微克/立方米, E-mail."""
    words = [Word(word, {"any": ""}, "genre", word) for word in ("a.b", "微克/立方米", "E-mail", "*")]
    assert _terminal_of(words).findall("axb a.b 微克/立方米 E-mail *") == ["a.b", "微克/立方米", "E-mail", "*"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word\tclasses\texample\n", id="other columns"),
        pytest.param("word\tclasses\tsource\texample\n召开\tverb\tgenre\n", id="a field too few"),
        pytest.param("word\tclasses\tsource\texample\n召开\tVerb\tgenre\t召开会议\n", id="no class"),
        pytest.param("word\tclasses\tsource\texample\n召开\tverb verb\tgenre\t召开会议\n", id="a class twice"),
        pytest.param("word\tclasses\tsource\texample\n召开\tverb会\tgenre\t召开会议\n", id="a context that takes text"),
    ],
)
def test_malformed_lists_are_refused(text: str) -> None:
    """Nothing passes silently."""
    with pytest.raises(ValueError, match=r"columns are|classes of|not enough values"):
        read_words(text)
