"""Gives the LALR(1) parsers of the grammar files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Any, Protocol

from rendaparse.grammar import files
from rendaparse.grammar.compile import Rule, Tables, make_tables


class SettledToken(Protocol):
    """What the parsers of this package are fed: anything with the name of a terminal."""

    type: str


def parser(grammar: str, start: str, builder: object) -> Callable[[Sequence[SettledToken]], Any]:
    """Return the LALR(1) parser of a grammar for settled tokens; of ``builder`` see :func:`table_parser`."""
    parse = table_parser(grammar, start, builder)
    return lambda tokens: parse([token.type for token in tokens], tokens)


Make = Callable[[list[Any]], Any]
"""Makes the value of a rule of those of its symbols."""

Actions = dict[int, dict[str, tuple[int, Any, Any]]]
"""By state and terminal: :data:`SHIFT` and the next state; or how many values a rule takes, the next state by the state
below them, and what makes one value of them, None where the value of the one symbol is it."""

SHIFT = -1

END = ("$END",)
"""The terminal that lark puts behind the last token."""


def table_parser(grammar: str, start: str, builder: object) -> Callable[[Sequence[str], Sequence[Any]], Any]:
    """Return the LALR(1) parser of a grammar for terminals and, apart from them, what each of them stands for.

    ``builder`` has a method for each rule or, where it has one, alias, which makes a value of the list of its symbols'
    values; those of rules whose names begin with ``_`` come spread out. lark makes the tables; :func:`_run` reads them,
    since lark's own loop takes three times as long.
    """
    compiled = files.built_grammars()
    made = (
        make_tables(grammar, start, files.grammar_text)
        if compiled is None
        else compiled["tables"][f"{grammar} {start}"]
    )
    tables = Tables._make(made)
    rules = [Rule._make(rule) for rule in tables.rules]
    go_to: dict[str, dict[int, int]] = {}
    for state, row in enumerate(tables.rows):
        for symbol, action in row.items():
            if action >= 0:
                go_to.setdefault(symbol, {})[state] = action
    reduce = [(len(rule.symbols), go_to.get(rule.origin), _maker(rule, builder)) for rule in rules]
    actions: Actions = {
        state: {symbol: (SHIFT, action, None) if action >= 0 else reduce[-1 - action] for symbol, action in row.items()}
        for state, row in enumerate(tables.rows)
    }
    return partial(_run, actions, tables.start, tables.end)


def _maker(rule: Rule, builder: object) -> Make | None:
    """Return what makes the value of a rule, None where the value of its one symbol is it."""
    spread = [symbol.startswith("_") for symbol in rule.symbols]
    nameless = rule.origin.startswith("_")
    if rule.inlined or (nameless and spread == [True]):
        return None
    make: Make = list if nameless else getattr(builder, rule.alias or rule.origin)
    if not any(spread):
        return make
    first, rest = spread[0], spread[1:]

    def make_spread(children: list[Any]) -> Any:
        values: list[Any] = children[0] if first else children[:1]
        for child, spread_out in zip(children[1:], rest, strict=True):
            if spread_out:
                values.extend(child)
            else:
                values.append(child)
        return values if nameless else make(values)

    return make_spread


def _run(actions: Actions, start: int, end: int, kinds: Sequence[str], tokens: Sequence[Any]) -> Any:
    """Shift and reduce as the tables say, and return the value of the start rule."""
    states = [start]
    values: list[Any] = []
    for kind, token in zip(chain(kinds, END), chain(tokens, END), strict=True):
        size, target, make = actions[states[-1]][kind]
        while size != SHIFT:
            if make is None:
                states.pop()
            else:
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
