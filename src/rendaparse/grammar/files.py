"""Reads the grammar files, and what a build made of them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from rendaparse.grammar.compile import Compiled, decoded

GRAMMARS = ("block", "forms", "table", "pages", "inline", "numeral", "time", "session", "clause")
STARTS = (("block", "document"), ("inline", "sentences"), ("inline", "phrases"))
"""Grammars that have rules, with each start rule that is used."""
COMPILED = "compiled.json"
"""The file beside the grammars that holds what a build made of them; a checkout has none."""


def folder() -> Traversable:
    """Return the folder of the grammar files."""
    return resources.files("rendaparse.grammars")


@cache
def grammar_text(name: str) -> str:
    """Return the text of ``grammars/<name>.lark``."""
    return folder().joinpath(f"{name}.lark").read_text("utf-8")


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
    return "\0".join(map(grammar_text, GRAMMARS))


@cache
def word_table(name: str) -> list[dict[str, str]]:
    """Return the rows of ``grammars/words/<name>.tsv``, by the names of its header."""
    head, *rows = folder().joinpath("words", f"{name}.tsv").read_text("utf-8").splitlines()
    names = head.split("\t")
    return [dict(zip(names, row.split("\t"), strict=True)) for row in rows]
