"""Proves that an LALR parser takes every token sequence of a language with paired tokens.

The language is a :class:`Machine`: states, and tokens that lead from one to the next; an opening token calls an inner
machine state, a closing one returns. The parser is its tables. Both are run side by side over all their configurations.
What an opening token begins never looks below it on the parser's stack, so the stack is cut there: what stands above is
explored once for each state that an opening token leads to, and how it may end is a summary that all callers share.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import attrs

from rendaparse.syntax.grammars import END, SHIFT, Actions, table_parser

MOST_CONFIGURATIONS = 100_000


class Call(NamedTuple):
    """What an opening token does: the state in which the inner machine begins, and that behind its end."""

    inner: str
    after: str


@attrs.frozen
class Machine:
    """A language of tokens: by state and token the next state, a :class:`Call`, or None where the token closes."""

    start: str
    steps: Mapping[str, Mapping[str, str | Call | None]]
    accepting: frozenset[str]

    def accepts(self, tokens: Iterable[str]) -> bool:
        """Tell whether a sequence of tokens is of the language."""
        state, returns = self.start, list[str]()
        for token in tokens:
            if token not in self.steps[state]:
                return False
            step = self.steps[state][token]
            if step is None:
                state = returns.pop()
            elif isinstance(step, Call):
                returns.append(step.after)
                state = step.inner
            else:
                state = step
        return not returns and state in self.accepting


@attrs.frozen
class Tables:
    """The tables of one LALR parser."""

    actions: Actions
    start: int
    end: int

    @classmethod
    def of(cls, grammar: str, start: str, builder: object) -> Tables:
        """Return the tables that the package parses with, states that do alike made one."""
        run = table_parser(grammar, start, builder)
        assert isinstance(run, partial)
        return cls(*run.args)._merged()

    def _merged(self) -> Tables:
        """Refine the partition of all states, the end aside, until the states of a class lead to the same classes."""
        classes = {state: int(state == self.end) for state in self.actions}
        while True:
            kinds: dict[object, int] = {}
            finer = {
                state: kinds.setdefault((classes[state], frozenset(_outcomes(row, classes))), len(kinds))
                for state, row in self.actions.items()
            }
            if len(set(classes.values())) == len(kinds):
                break
            classes = finer
        first = {kind: state for state, kind in reversed(classes.items())}
        same = {state: first[kind] for state, kind in classes.items()}
        actions: Actions = {
            state: {
                symbol: (size, same[target] if size == SHIFT else {at: same[to] for at, to in target.items()}, build)
                for symbol, (size, target, build) in self.actions[state].items()
            }
            for state in first.values()
        }
        return Tables(actions, same[self.start], same[self.end])


def _outcomes(row: Mapping[str, tuple[int, Any, Any]], classes: Mapping[int, int]) -> Iterator[tuple[object, ...]]:
    """Yield what a state does: to which class a symbol leads, or how much is reduced to what (one table a rule's name)."""
    for symbol, (size, target, _) in row.items():
        yield (symbol, classes[target]) if size == SHIFT else (symbol, size, id(target))


class _Place(NamedTuple):
    """Where both are: the call that is open, the parser's stack from its opening token on, the machine's state."""

    call: tuple[int, str]
    stack: tuple[int, ...]
    state: str


class Rejected(NamedTuple):
    """A token that the parser does not take, with tokens that lead there (from the last opening one)."""

    before: tuple[str, ...]
    token: str


def rejections(machine: Machine, tables: Tables) -> Iterator[Rejected]:
    """Yield what of the language the parser does not take: nothing, where it takes all."""
    seen: dict[_Place, tuple[str, ...]] = {}
    todo: deque[_Place] = deque()
    summaries: dict[tuple[int, str], dict[tuple[int, ...], None]] = {}
    callers: dict[tuple[int, str], list[tuple[_Place, tuple[int, ...], str, tuple[str, ...]]]] = {}

    def visit(place: _Place, path: tuple[str, ...]) -> None:
        if place not in seen:
            assert len(seen) < MOST_CONFIGURATIONS, "the parser's stack grows without an opening token"
            seen[place] = path
            todo.append(place)

    root = (tables.start, machine.start)
    visit(_Place(root, (tables.start,), machine.start), ())
    while todo:
        place = todo.popleft()
        path = seen[place]
        for token, step in machine.steps[place.state].items():
            stack = _shifted(tables, place.stack, token)
            if stack is None:
                yield Rejected(path, token)
            elif isinstance(step, Call):
                call = (stack[-1], step.inner)
                callers.setdefault(call, []).append((place, stack[:-1], step.after, (*path, token)))
                visit(_Place(call, stack[-1:], step.inner), (token,))
                for inner in summaries.get(call, ()):
                    visit(_Place(place.call, stack[:-1] + inner, step.after), (*path, token, "…"))
            elif step is None:
                if stack not in summaries.setdefault(place.call, {}):
                    summaries[place.call][stack] = None
                    for caller, below, after, opened in callers[place.call]:
                        visit(_Place(caller.call, below + stack, after), (*opened, "…", token))
            else:
                visit(_Place(place.call, stack, step), (*path, token))
        if place.call == root and place.state in machine.accepting and not _ends(tables, place.stack):
            yield Rejected(path, END[0])


def _shifted(tables: Tables, stack: tuple[int, ...], token: str) -> tuple[int, ...] | None:
    """Return the stack behind a token, None where the parser does not take it."""
    while True:
        action = tables.actions[stack[-1]].get(token)
        if action is None:
            return None
        size, target, _ = action
        if size == SHIFT:
            return (*stack, int(target))
        stack = _reduced(stack, size, target)


def _ends(tables: Tables, stack: tuple[int, ...]) -> bool:
    """Tell whether the parser is done where the tokens end."""
    while stack[-1] != tables.end:
        action = tables.actions[stack[-1]].get(END[0])
        if action is None:
            return False
        size, target, _ = action
        stack = _reduced(stack, size, target)
    return True


def _reduced(stack: tuple[int, ...], size: int, targets: Mapping[int, int]) -> tuple[int, ...]:
    assert size < len(stack), "a reduction reaches below the opening token"
    below = stack[: len(stack) - size]
    return (*below, targets[below[-1]])
