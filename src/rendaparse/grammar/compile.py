"""What lark makes of the grammar files, as plain data: made where the package is built, read where it runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

FORMAT = "3"
"""Changes with the form of the data below."""


class Terminal(NamedTuple):
    """A terminal that has a pattern; ``width`` is the length of the longest text it matches."""

    name: str
    regexp: str
    priority: int
    width: int
    length: int
    """Characters of the pattern as the grammar writes it."""


class Rule(NamedTuple):
    """One alternative of a rule: what it is called, its symbols; ``inlined`` where the one symbol takes its place."""

    origin: str
    alias: str | None
    symbols: list[str]
    inlined: bool


class Tables(NamedTuple):
    """The LALR(1) tables of a grammar for one start rule.

    A row says for each symbol the next state or, where it is negative, ``-1 - n`` of the rule ``n`` to reduce by.
    """

    start: int
    end: int
    rows: list[dict[str, int]]
    rules: list[Rule]


Compiled = dict[str, Any]
"""Terminals by grammar, tables by grammar and start rule, patterns of several terminals by name, patterns compiled."""


IMPORT = r"(?m)^%import \w+ \((.*)\)$"
LARK_IMPORTED = "__"
"""What lark puts into the name of a terminal that an imported one is made of."""

TextOf = Callable[[str], str]
"""Gives the text of a grammar by its name; raises OSError where there is none."""


def make_terminals(name: str, text_of: TextOf) -> list[Terminal]:
    """Return every terminal of a grammar that has a pattern, whether a rule uses it or not, but not what it imports."""
    from lark.load_grammar import load_grammar  # noqa: PLC0415 - where the package is built, nothing needs lark again

    text, imports = text_of(name), [_importer(text_of)]
    grammar, _ = load_grammar(text, name, imports, global_keep_all_tokens=False)  # type: ignore[no-untyped-call]
    imported = {name for names in re.findall(IMPORT, text) for name in names.split(", ")}
    compiled, _, _ = grammar.compile([], "*")
    return [
        Terminal(t.name, t.pattern.to_regexp(), t.priority, t.pattern.max_width, len(t.pattern.value))
        for t in compiled
        if t.pattern is not None and t.name not in imported and LARK_IMPORTED not in t.name
    ]


def _importer(text_of: TextOf) -> Callable[[str | None, str], tuple[str, str]]:
    """Return what finds for lark the grammars that others import."""
    return lambda _, path: (path, text_of(path.removesuffix(".lark")))


def make_tables(name: str, start: str, text_of: TextOf) -> Tables:
    """Return the LALR(1) tables of a grammar; raises lark's GrammarError where it is not LALR(1)."""
    from lark import Lark  # noqa: PLC0415 - as in make_terminals()
    from lark.lexer import Lexer  # noqa: PLC0415
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415

    class NoLexer(Lexer):
        """Keeps lark from making a lexer: the tokens come settled, and the tables are all that is taken."""

        __future_interface__ = 2
        lex: Any = None

        def __init__(self, lexer_conf: Any) -> None:
            pass

    options: Any = {"lexer": NoLexer, "import_paths": [_importer(text_of)], "maybe_placeholders": False}
    lark = Lark(text_of(name), parser="lalr", start=start, keep_all_tokens=True, **options)
    table = lark.parser.parser.parser.parse_table
    rules = sorted(lark.rules, key=lambda rule: (rule.origin.name, rule.order))
    number = {rule: n for n, rule in enumerate(rules)}
    moves = {
        state: {symbol: to for symbol, (action, to) in _sorted(row) if action is Shift}
        for state, row in table.states.items()
    }
    order = _reached(moves, table.start_states[start])
    place = {state: n for n, state in enumerate(order)}
    rows = [
        {symbol: place[to] if action is Shift else -1 - number[to] for symbol, (action, to) in _sorted(row)}
        for row in (table.states[state] for state in order)
    ]
    return Tables(place[table.start_states[start]], place[table.end_states[start]], rows, list(map(_rule, rules)))


def _rule(rule: Any) -> Rule:
    symbols = [symbol.name for symbol in rule.expansion]
    return Rule(rule.origin.name, rule.alias, symbols, rule.options.expand1 and not rule.alias and len(symbols) == 1)


def _sorted(row: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(row.items(), key=lambda entry: entry[0])


def _reached(moves: dict[int, dict[str, int]], start: int) -> list[int]:
    """Return the states in the order in which they are reached: lark numbers them anew each time."""
    order = [start]
    seen = {start}
    for state in order:
        for to in moves[state].values():
            if to not in seen:
                seen.add(to)
                order.append(to)
    return order


def encoded(compiled: Compiled, texts: str) -> bytes:
    """Return the file that holds what was made of the grammars: a line that seals it, and the data as JSON."""
    data = json.dumps(compiled, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return _seal(texts, data) + b"\n" + data


def decoded(file: bytes, texts: str) -> Compiled | None:
    """Return what a file holds; None where it was made of other grammars or another form, was cut or changed."""
    seal, _, data = file.partition(b"\n")
    if seal != _seal(texts, data):
        return None
    compiled: Compiled = json.loads(data)
    return compiled


def _seal(texts: str, data: bytes) -> bytes:
    return sha256(FORMAT.encode() + texts.encode("utf-8") + data).hexdigest().encode("ascii")
