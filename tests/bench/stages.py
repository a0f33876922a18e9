"""The stages of the way from text to rows, each measured beside a bare scan of the same text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rendaparse import Report, dump, facts, load, outline, parse
from rendaparse.block.lexer import block_lexer
from rendaparse.inline.lexer import inline_lexer

Texts = list[str]
Stage = Callable[[Texts, list[Report], list[str]], Any]
"""Takes the texts, their reports and the JSON of these; what it gives is thrown away."""


def floor(texts: Texts) -> int:
    """Scan with the patterns of both lexers, making nothing: what any parser on these terminals has to pay."""
    patterns = block_lexer(), inline_lexer()
    return sum(1 for text in texts for pattern in patterns for _ in pattern.finditer(text))


STAGES: dict[str, Stage] = {
    "parse, blocks only": lambda texts, _reports, _jsons: [parse(text, inline=False) for text in texts],
    "parse": lambda texts, _reports, _jsons: [parse(text) for text in texts],
    "parse + facts": lambda texts, _reports, _jsons: [list(facts(parse(text))) for text in texts],
    "outline (of a tree)": lambda _texts, reports, _jsons: [list(outline(report)) for report in reports],
    "walk (of a tree)": lambda _texts, reports, _jsons: [sum(1 for _ in one.document.walk()) for one in reports],
    "dump": lambda _texts, reports, _jsons: [dump(report) for report in reports],
    "load": lambda _texts, _reports, jsons: [load(shown) for shown in jsons],
}
