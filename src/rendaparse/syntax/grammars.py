"""Reads the grammar files and makes lexers and parsers of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from lark.lexer import TerminalDef


class SettledToken(Protocol):
    """What the parsers of this package are fed: anything with the name of a terminal."""

    type: str


@cache
def grammar_text(name: str) -> str:
    """Return the text of ``grammars/<name>.lark``."""
    return files("rendaparse.grammars").joinpath(f"{name}.lark").read_text("utf-8")


@cache
def terminals(name: str) -> dict[str, TerminalDef]:
    """Return every terminal of a grammar that has a pattern, whether a rule uses it or not."""
    from lark.load_grammar import load_grammar  # noqa: PLC0415 - reading a tree, not parsing one, needs no lark

    grammar, _ = load_grammar(grammar_text(name), name, [], global_keep_all_tokens=False)  # type: ignore[no-untyped-call]
    compiled, _, _ = grammar.compile([], "*")
    return {terminal.name: terminal for terminal in compiled if terminal.pattern is not None}


@cache
def pattern(grammar: str, terminal: str) -> re.Pattern[str]:
    """Return one terminal of a grammar as a compiled pattern."""
    return re.compile(terminals(grammar)[terminal].pattern.to_regexp())


@cache
def lexer(grammar: str) -> re.Pattern[str]:
    """Return one pattern of all terminals of a grammar, each a named group, highest priority first."""
    chosen = list(terminals(grammar).values())
    chosen.sort(key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name))
    return re.compile("|".join(f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in chosen))


def parser(grammar: str, start: str, builder: object) -> Callable[[Sequence[SettledToken]], Any]:
    """Return the LALR(1) parser of a grammar for settled tokens; of ``builder`` see :func:`table_parser`."""
    parse = table_parser(grammar, start, builder)
    return lambda tokens: parse([token.type for token in tokens], tokens)


Make = Callable[[list[Any]], Any]
"""Makes the value of a rule of those of its symbols."""

Actions = dict[int, dict[str, tuple[int, Any, Any]]]
"""By state and terminal: :data:`SHIFT` and the next state; or how many values a rule takes, the next state by the state
below them, and what makes one value of them."""

SHIFT = -1

END = ("$END",)
"""The terminal that lark puts behind the last token."""


def table_parser(grammar: str, start: str, builder: object) -> Callable[[Sequence[str], Sequence[Any]], Any]:
    """Return the LALR(1) parser of a grammar for terminals and, apart from them, what each of them stands for.

    ``builder`` has a method for each rule or, where it has one, alias, which makes a value of the list of its symbols'
    values; those of rules whose names begin with ``_`` come spread out. lark makes the tables; :func:`_run` reads them,
    since lark's own loop takes three times as long.
    """
    from lark import Lark  # noqa: PLC0415 - as in terminals()
    from lark.lexer import Lexer  # noqa: PLC0415
    from lark.parsers.lalr_analysis import Shift  # noqa: PLC0415

    class NoLexer(Lexer):
        """Keeps lark from making a lexer: the tokens come settled, and the tables are all that is taken."""

        __future_interface__ = 2
        lex: Any = None

        def __init__(self, lexer_conf: Any) -> None:
            pass

    lark = Lark(
        grammar_text(grammar), parser="lalr", lexer=NoLexer, start=start, keep_all_tokens=True, maybe_placeholders=False
    )
    tables = lark.parser.parser.parser.parse_table
    go_to: dict[str, dict[int, int]] = {}
    for state, row in tables.states.items():
        for symbol, (action, target) in row.items():
            if action is Shift:
                go_to.setdefault(symbol, {})[state] = target
    makers: dict[Any, Make] = {rule: _maker(rule, builder) for rule in lark.rules}
    actions: Actions = {state: {} for state in tables.states}
    for state, row in tables.states.items():
        for symbol, (action, target) in row.items():
            if action is Shift:
                actions[state][symbol] = (SHIFT, target, None)
            else:
                actions[state][symbol] = (len(target.expansion), go_to[target.origin.name], makers[target])
    return partial(_run, actions, tables.start_states[start], tables.end_states[start])


def _maker(rule: Any, builder: object) -> Make:
    """Return what makes the value of a rule."""
    name = rule.origin.name
    make: Make = list if name.startswith("_") else getattr(builder, rule.alias or name)
    spread = [i for i, symbol in enumerate(rule.expansion) if symbol.name.startswith("_")]
    if not spread:
        return make

    def make_spread(children: list[Any]) -> Any:
        values: list[Any] = children[0] if spread[0] == 0 else children[:1]
        for i, child in enumerate(children[1:], 1):
            if i in spread:
                values.extend(child)
            else:
                values.append(child)
        return values if make is list else make(values)

    return make_spread


def _run(actions: Actions, start: int, end: int, kinds: Sequence[str], tokens: Sequence[Any]) -> Any:
    """Shift and reduce as the tables say, and return the value of the start rule."""
    states = [start]
    values: list[Any] = []
    for kind, token in zip(chain(kinds, END), chain(tokens, END), strict=True):
        size, target, make = actions[states[-1]][kind]
        while size != SHIFT:
            first = len(values) - size
            children = values[first:]
            del values[first:], states[first + 1 :]
            values.append(make(children))
            state = target[states[-1]]
            if state == end:
                break
            states.append(state)
            size, target, make = actions[state][kind]
        else:
            states.append(target)
            values.append(token)
    return values[-1]
