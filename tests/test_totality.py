"""The parsers take whatever the settling gives: proved on their tables, for all token sequences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pushdown import Call, Machine, Tables, rejections
from spec_examples import Example, read_examples

from rendaparse.block.build import _Builder as BlockBuilder
from rendaparse.block.lexer import read_lines
from rendaparse.block.prose import ReadProse
from rendaparse.block.roles import MATTER
from rendaparse.block.settle import settle
from rendaparse.block.stream import Stream
from rendaparse.grammar import files
from rendaparse.inline.build import Builder as InlineBuilder
from rendaparse.inline.lexer import settled_tokens
from rendaparse.testing import any_text, noise, report_like_lines, reports

Steps = dict[str, dict[str, str | Call | None]]

# ── what the settled stream of blocks may hold (block/stream.py) ─────────────────────────────────────────────────────

ROLES = sorted(role.upper() for role in MATTER)
PIECES = ("TEXT", "SOFT", *sorted(f"{role.upper()}_WEDGE" for role, matter in MATTER.items() if matter.wedge))
DEEPEST = 6


def _blocks(level: str, more: dict[str, str | Call | None]) -> Steps:
    """The states of a level of blocks, named by it: which tokens may come, by what is open.

    A matter goes on with SOFT and its own kind, a paragraph with any piece; behind each of them any block may begin,
    and what else comes on this level.
    """
    begin: dict[str, str | Call | None] = dict.fromkeys(("BREAK", "BLANK", "INDENT", "TAG"), level)
    begin |= {"TEXT": f"{level} paragraph", "SERIES_OPEN": Call("series", f"{level} paragraph")}
    begin |= {role: f"{level} {role}" for role in ROLES}
    begin |= {"LIST_OPEN": Call("list", level), "CONTENTS_OPEN": Call("contents", level)}
    begin |= {"TABLE_OPEN": Call("table", level), "NOTE_OPEN": Call("note", level), **more}
    steps: Steps = {level: begin}
    steps[f"{level} paragraph"] = begin | dict.fromkeys(PIECES, f"{level} paragraph")
    for role in ROLES:
        steps[f"{level} {role}"] = begin | {"SOFT": f"{level} {role} SOFT"}
        steps[f"{level} {role} SOFT"] = {role: f"{level} {role}"}
    return steps


def _sections(depth: int) -> Steps:
    """The states below so many headings: the next is one deeper at most, RESUME ends deeper ones only."""
    more: dict[str, str | Call | None] = {"FRESH": "section 0"}
    levels = range(1, min(depth + 1, DEEPEST) + 1)
    more |= {f"HEADING{level}": f"section {level} heading" for level in levels}
    more |= {f"RUNIN{level}": f"section {level} paragraph" for level in levels}
    more |= {f"RESUME{kept}": f"section {kept}" for kept in range(1, depth)}
    steps = _blocks(f"section {depth}", more)
    steps[f"section {depth} heading"] = steps[f"section {depth}"] | {"SOFT": f"section {depth} heading SOFT"}
    steps[f"section {depth} heading SOFT"] = {"MORE": f"section {depth} heading"}
    return steps


def _block_machine() -> Machine:
    pieces: dict[str, str | Call | None] = dict.fromkeys(PIECES, "series more")
    entries: dict[str, str | Call | None] = dict.fromkeys(("TEXT", "SOFT"), "contents paragraph")
    between: dict[str, str | Call | None] = dict.fromkeys(("BREAK", "BLANK", "INDENT", "TAG"), "contents")
    contents = {**between, "TEXT": "contents paragraph", "CONTENTS_CLOSE": None}
    cells: dict[str, str | Call | None] = dict.fromkeys(("CELL", "HEADER_CELL", "GAP", "TAG"), "row more")
    lines: dict[str, str | Call | None] = dict.fromkeys(("BREAK", "BLANK", "INDENT", "TAG", "CAPTION"), "table")
    steps: Steps = {
        **_blocks("item", {"ITEM_CLOSE": "list more"}),
        "list": {"ITEM": "item"},
        "list more": {"ITEM": "item", "LIST_CLOSE": None},
        "note": {"LIST_OPEN": Call("list", "note more")},
        "note more": {"NOTE_CLOSE": None},
        "series": {"SERIES_ITEM": "series more"},
        "series more": pieces | {"SERIES_ITEM": "series more", "SERIES_CLOSE": None},
        "contents": contents,
        "contents paragraph": contents | entries,
        "table": lines | {"ROW_OPEN": Call("row", "table"), "TABLE_CLOSE": None},
        "row": cells,
        "row more": cells | {"ROW_CLOSE": None},
    }
    for depth in range(DEEPEST + 1):
        steps |= _sections(depth)
    accepting = frozenset(state for state in steps if state.startswith("section") and not state.endswith("SOFT"))
    return Machine("section 0", steps, accepting)


# ── what the settled inline tokens may be: any, as long as pairs are pairs ────────────────────────────────────────────

PAIRS = ("QUOTE", "TITLE", "PARENTHESIS")
SINGLE = ("WORDS", "QUANTITY", "MARK", "STOP")


def _inline_machine() -> Machine:
    anything: dict[str, str | Call | None] = dict.fromkeys(SINGLE, "more")
    anything |= {f"{pair}_OPEN": Call(pair, "behind a pair") for pair in PAIRS}
    steps: Steps = {"start": anything, "more": anything, "behind a pair": anything | {"CLOSED": "more"}}
    for pair in PAIRS:
        within: dict[str, str | Call | None] = dict.fromkeys(SINGLE, pair)
        within |= {f"{other}_OPEN": Call(other, pair) for other in PAIRS}
        steps[pair] = within | {f"{pair}_CLOSE": None}
    return Machine("start", steps, frozenset({"more", "behind a pair"}))


BLOCKS, INLINES = _block_machine(), _inline_machine()
PARSERS = {
    "block document": (BLOCKS, BlockBuilder()),
    "inline sentences": (INLINES, InlineBuilder()),
    "inline phrases": (INLINES, InlineBuilder()),
}


def _rejected(parser: str) -> str:
    """Describe the first tokens that a parser does not take, empty where it takes all."""
    machine, builder = PARSERS[parser]
    first = next(rejections(machine, Tables.of(parser, builder)), None)
    return "" if first is None else f"{' '.join(first.before)} | {first.token}"


# ── the proof ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("parser", PARSERS)
def test_parser_takes_every_sequence_of_settled_tokens(parser: str) -> None:
    """Every configuration of the parser has an action for every token that the settling may give there."""
    assert not _rejected(parser)


@pytest.mark.parametrize("parser", PARSERS)
def test_machine_names_every_terminal_of_the_tables(parser: str) -> None:
    """A terminal that the proof never gives would not be proved."""
    machine, builder = PARSERS[parser]
    given_to_parser = {token for steps in machine.steps.values() for token in steps}
    rows = Tables.of(parser, builder).actions.values()
    assert {symbol for row in rows for symbol in row if symbol.isupper() and symbol[0] not in "$_"} == given_to_parser


def _alternatives() -> Iterator[tuple[str, str]]:
    """Yield each alternative of inline.lark that stands in a line of its own, with its rule."""
    rule = ""
    for line in files.grammar_text("inline").splitlines():
        head = re.match(r"(?P<rule>\??[a-z_]+):", line)
        rule = head["rule"] if head else rule
        if line.startswith(" | "):
            yield rule, line


def _replace_grammar(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    """Let a grammar have another text; what it imports stays."""
    real = files.grammar_text
    monkeypatch.setattr(files, "built_grammars", lambda: None)  # what a build made is of the whole grammar
    monkeypatch.setattr(files, "grammar_text", lambda asked: text if asked == name else real(asked))


ALTERNATIVES = sorted(_alternatives())


@pytest.mark.parametrize(("rule", "line"), ALTERNATIVES, ids=lambda value: " ".join(value.split()))
def test_proof_fails_without_an_alternative_of_the_inline_grammar(
    rule: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: with any alternative taken out, there is a sequence that is not taken."""
    before, _, behind = files.grammar_text("inline").partition(f"\n{rule}:")
    shorter = f"{before}\n{rule}:{behind.replace(line + chr(10), '', 1)}"
    _replace_grammar(monkeypatch, "inline", shorter)
    assert any(_rejected(parser) for parser in ("inline sentences", "inline phrases"))


BLOCK_ALTERNATIVES = (
    " | _parts FRESH _content0", " | _content0 section1", " | _content2 section3", " | _content4 RESUME4 _block*",
    " | lead3", " | CAPTION_WEDGE", " | series", " | SOFT", " | list", " | contents", " | note\n", " | note_list",
    " | TAG", " | _between", " | table_row", " | GAP", " | HEADER_CELL",
)  # fmt: skip


@pytest.mark.parametrize("alternative", BLOCK_ALTERNATIVES)
def test_proof_fails_without_an_alternative_of_the_block_grammar(
    alternative: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control, as above."""
    text = files.grammar_text("block")
    head, rules = text[: text.index("\ndocument:")], text[text.index("\ndocument:") :]
    assert alternative in rules
    _replace_grammar(monkeypatch, "block", head + rules.replace(alternative, ""))
    assert _rejected("block document")


# ── the settling keeps to what is proved ──────────────────────────────────────────────────────────────────────────────


def _block_tokens(source: str) -> list[str]:
    page = settle(source, *read_lines(source))
    return [token.type for token in Stream(page, ReadProse(page.found)).tokens()]


TEXTS = any_text() | noise() | report_like_lines() | reports()


@given(TEXTS)
def test_settled_blocks_are_of_the_language_proved(text: str) -> None:
    """The stream writes nothing that the machine does not know."""
    tokens = _block_tokens(text)
    assert BLOCKS.accepts(tokens), tokens


@given(TEXTS)
@example("“《（")
def test_settled_inlines_are_of_the_language_proved(text: str) -> None:
    """The settling of pairs leaves no token without its partner."""
    kinds, _ = settled_tokens(text, 0, [])
    assert not kinds or INLINES.accepts(kinds), kinds


@pytest.mark.parametrize("sample", read_examples(), ids=lambda sample: sample.name)
def test_examples_are_of_the_language_proved(sample: Example) -> None:
    """The same on the specification."""
    tokens = _block_tokens("".join(leaf.text for leaf in sample.report().document.walk() if leaf.is_leaf))
    assert BLOCKS.accepts(tokens), tokens


@given(st.lists(st.sampled_from((*SINGLE, *(f"{pair}_{end}" for pair in PAIRS for end in ("OPEN", "CLOSE"))))))
def test_machine_takes_pairs_only(tokens: list[str]) -> None:
    """The machine itself against a stack that is kept by hand."""
    opened: list[str] = []
    for token in tokens:
        pair, _, end = token.partition("_")
        if end == "OPEN":
            opened.append(pair)
        elif end == "CLOSE" and (not opened or opened.pop() != pair):
            assert not INLINES.accepts(tokens)
            return
    assert INLINES.accepts(tokens) == (bool(tokens) and not opened)
