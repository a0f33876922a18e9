"""Reads the grammar files, the lists of words, and what a build made of them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from rendaparse.grammar.compile import Compiled, decoded
from rendaparse.grammar.lexicon import Word, read_words, words_grammar

GRAMMARS = (
    "marks",
    "block",
    "forms",
    "table",
    "pages",
    "inline",
    "numeral",
    "time",
    "session",
    "clause",
    "body",
    "encoding",
)
STARTS = (("block", "document"), ("inline", "sentences"), ("inline", "phrases"))
"""Grammars that have rules, with each start rule that is used."""
WORDS = "words"
"""The folder of the lists of words, and the grammar that is written of them for the others to import."""
COMPILED = "compiled.json"
"""The file beside the grammars that holds what a build made of them; a checkout has none."""


def folder() -> Traversable:
    """Return the folder of the grammar files."""
    return resources.files("rendaparse.grammars")


@cache
def grammar_text(name: str) -> str:
    """Return the text of ``grammars/<name>.lark``, or of the grammar of the words."""
    if name == WORDS:
        return words_grammar(word for _, word in words())
    return folder().joinpath(f"{name}.lark").read_text("utf-8")


@cache
def word_lists() -> dict[str, str]:
    """Return the text of each ``grammars/words/<name>.tsv`` by its name."""
    lists = sorted((file for file in folder().joinpath(WORDS).iterdir() if file.name.endswith(".tsv")), key=_name)
    return {file.name: file.read_text("utf-8") for file in lists}


@cache
def words() -> list[tuple[str, Word]]:
    """Return every word with the name of its list."""
    return [(name, word) for name, text in word_lists().items() for word in read_words(text)]


def _name(file: Traversable) -> str:
    return file.name


@cache
def built_grammars() -> Compiled | None:
    """Return what a build made of these very grammars, None where there is no such file or another one."""
    try:
        file = folder().joinpath(COMPILED).read_bytes()
    except OSError:
        return None
    return decoded(file, sealed_texts())


def sealed_texts() -> str:
    """Return all that the seal of a build covers."""
    return "\0".join((*map(grammar_text, GRAMMARS), *word_lists().values()))


@cache
def table(name: str) -> list[dict[str, str]]:
    """Return the rows of ``grammars/<name>.tsv``, by the names of its header."""
    head, *rows = folder().joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    names = head.split("\t")
    return [dict(zip(names, row.split("\t"), strict=True)) for row in rows]
