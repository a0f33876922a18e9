"""Each terminal of the grammars matters: taken out, it makes some example of the specification fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from harness import forget_grammars
from spec_examples import Example, outline_of, read_examples

from rendaparse.grammar import files

NAMES = (*files.GRAMMARS, files.WORDS)
DEFINITION = re.compile(
    r"^(?P<head>(?P<name>_?[A-Za-z]\w*)(?P<priority>\.-?\d+)?:)(?P<body>.*(?:\n[ \t]+\|.*)*)", re.MULTILINE
)
PIECE = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/|[()|]|//.*|[^/()|]+")
"""What an alternative is made of: patterns, marks of grouping, words; the bar in a pattern parts nothing."""
NEVER = " /(?!)x/"


def _mutants() -> Iterator[tuple[str, str, str]]:
    """Yield grammar, name of the mutant, and the text of the grammar without a terminal or one alternative."""
    for grammar in NAMES:
        text = files.grammar_text(grammar)
        for match in DEFINITION.finditer(text):
            if match["name"].isupper():
                yield grammar, match["name"], _replaced(text, match, NEVER)
            alternatives = _alternatives(match["body"])
            for i in range(len(alternatives) if len(alternatives) > 1 else 0):
                kept = [alternative for k, alternative in enumerate(alternatives) if k != i]
                yield grammar, f"{match['name']}-{i + 1}", _replaced(text, match, "\n |".join(kept))


def _alternatives(body: str) -> list[str]:
    """Part a body at its bars, those in groups and patterns aside."""
    parts, depth = [""], 0
    for piece in PIECE.findall(body):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece.replace("\n", " ")
    return parts


def _replaced(text: str, match: re.Match[str], body: str) -> str:
    return text[: match.start()] + match["head"] + body + text[match.end() :]


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
    real = files.grammar_text
    with monkeypatch.context() as patch:
        patch.setattr(files, "grammar_text", lambda asked: text if asked == grammar else real(asked))
        forget_grammars()
        killer = _killed_by(EXAMPLES)
    forget_grammars()
    assert killer is not None, f"{name} of {grammar}.lark may be taken out"
