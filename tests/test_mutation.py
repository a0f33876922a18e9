"""Each terminal of the grammars matters: taken out, it makes some example of the specification fail."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from spec_examples import Example, outline_of, read_examples

from rendaparse.syntax import grammars

NAMES = ("block", "forms", "inline", "numeral", "time", "session", "clause")
DEFINITION = re.compile(r"^(?P<name>_?[A-Z][A-Z0-9_]*)(?P<priority>\.-?\d+)?:(?P<body>.*(?:\n[ \t]+\|.*)*)", re.MULTILINE)
NEVER = "/(?!)x/"
WORDS_OF_SETTLED_TOKENS = frozenset(
    {
        "STOP", "MARK", "QUOTE_OPEN", "QUOTE_CLOSE", "TITLE_OPEN", "TITLE_CLOSE", "PARENTHESIS_OPEN", "PARENTHESIS_CLOSE",
        "WORD", "QUANTITY",
    }
)  # fmt: skip
"""Terminals of inline.lark that name settled tokens: their patterns only say what they are made of."""


def _mutants() -> Iterator[tuple[str, str, str]]:
    """Yield grammar, name of the mutant, and the text of the grammar without a terminal or one line of it."""
    for grammar in NAMES:
        text = grammars.grammar_text(grammar)
        for match in DEFINITION.finditer(text):
            if match["name"] in WORDS_OF_SETTLED_TOKENS:
                continue
            head = f"{match['name']}{match['priority'] or ''}:"
            yield grammar, match["name"], _replaced(text, match, f"{head} {NEVER}")
            lines = match["body"].split("\n")
            if len(lines) == 1:
                continue
            for i in range(len(lines)):
                kept = [line.strip().removeprefix("|") for k, line in enumerate(lines) if k != i]
                yield grammar, f"{match['name']}-line{i + 1}", _replaced(text, match, head + "\n |".join(kept))


def _replaced(text: str, match: re.Match[str], definition: str) -> str:
    return text[: match.start()] + definition + text[match.end() :]


def _forget() -> None:
    """Clear everything that was made of the grammars."""
    for name, module in list(sys.modules.items()):
        if name.startswith("rendaparse"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


EXAMPLES = read_examples()


def _killed_by(examples: list[Example]) -> str | None:
    for example in examples:
        try:
            shown = outline_of(example.report(), example.only)
        except Exception as error:  # noqa: BLE001  a grammar without a part it needs may fail in any way
            return f"{example.name}: {error!r}"
        if shown != example.outline:
            return example.name
    return None


@pytest.mark.mutation
@pytest.mark.parametrize(("grammar", "name", "text"), [pytest.param(*m, id=f"{m[0]}-{m[1]}") for m in _mutants()])
def test_terminal_is_needed(grammar: str, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it some example gives another outline."""
    real = grammars.grammar_text
    with monkeypatch.context() as patch:
        patch.setattr(grammars, "grammar_text", lambda asked: text if asked == grammar else real(asked))
        _forget()
        killer = _killed_by(EXAMPLES)
    _forget()
    assert killer is not None, f"{name} of {grammar}.lark may be taken out"


