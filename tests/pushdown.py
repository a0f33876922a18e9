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

from rendaparse.grammar.parser import END, SHIFT, Actions, table_parser

MOST_PLACES = 100_000

Path = tuple[str, ...]
"""Tokens that lead to a place, from the last opening one that is not closed; … stands for what a pair holds."""


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
    def of(cls, parser: str, builder: object) -> Tables:
        """Return the tables that the package parses with; ``parser`` names the grammar and its start rule."""
        grammar, start = parser.split()
        run = table_parser(grammar, start, builder)
        assert isinstance(run, partial)
        return _merged(cls(*run.args))


def _merged(tables: Tables) -> Tables:
    """Return tables in which states that do alike are one.

    Refines the partition of all states, the end aside, until the states of a class lead to the same classes.
    """
    classes = {state: int(state == tables.end) for state in tables.actions}
    while True:
        kinds: dict[object, int] = {}
        finer = {
            state: kinds.setdefault((classes[state], frozenset(_outcomes(row, classes))), len(kinds))
            for state, row in tables.actions.items()
        }
        if len(set(classes.values())) == len(kinds):
            break
        classes = finer
    first = {kind: state for state, kind in reversed(classes.items())}
    same = {state: first[kind] for state, kind in classes.items()}
    actions: Actions = {
        state: {
            symbol: (size, same[target] if size == SHIFT else {at: same[to] for at, to in target.items()}, build)
            for symbol, (size, target, build) in tables.actions[state].items()
        }
        for state in first.values()
    }
    return Tables(actions, same[tables.start], same[tables.end])


def _outcomes(row: Mapping[str, tuple[int, Any, Any]], classes: Mapping[int, int]) -> Iterator[tuple[object, ...]]:
    """Yield what a state does: to which class a symbol leads, or how much is reduced to what."""
    for symbol, (size, target, _) in row.items():
        yield (symbol, classes[target]) if size == SHIFT else (symbol, size, id(target))


class _Place(NamedTuple):
    """Where both are: the call that is open, the parser's stack from its opening token on, the machine's state."""

    call: tuple[int, str]
    stack: tuple[int, ...]
    state: str


class Rejected(NamedTuple):
    """A token that the parser does not take, and what leads there."""

    before: Path
    token: str


def rejections(machine: Machine, tables: Tables) -> Iterator[Rejected]:
    """Yield what of the language the parser does not take: nothing, where it takes all."""
    return _Search(machine, tables).run()


class _Search:
    """All places that can be reached, and how."""

    def __init__(self, machine: Machine, tables: Tables) -> None:
        self._machine = machine
        self._tables = tables
        self._root = _Place((tables.start, machine.start), (tables.start,), machine.start)
        self._paths: dict[_Place, Path] = {}
        self._todo: deque[_Place] = deque()
        self._ends: dict[tuple[int, str], dict[tuple[int, ...], None]] = {}
        """By call, the stacks with which it may end."""
        self._callers: dict[tuple[int, str], list[tuple[_Place, Path]]] = {}
        """By call, the places behind it as they would be without what it leaves on the stack."""

    def run(self) -> Iterator[Rejected]:
        """Visit all places."""
        self._visit(self._root, ())
        while self._todo:
            place = self._todo.popleft()
            path = self._paths[place]
            for token, step in self._machine.steps[place.state].items():
                stack = _shifted(self._tables, place.stack, token)
                if stack is None:
                    yield Rejected(path, token)
                else:
                    self._go(place, stack, step, (*path, token))
            whole = place.call == self._root.call and place.state in self._machine.accepting
            if whole and not _ends(self._tables, place.stack):
                yield Rejected(path, END[0])

    def _go(self, place: _Place, stack: tuple[int, ...], step: str | Call | None, path: Path) -> None:
        """Visit what a token leads to: the next state, the beginning of a call, or the places behind its end."""
        if isinstance(step, Call):
            call = (stack[-1], step.inner)
            behind = _Place(place.call, stack[:-1], step.after)
            self._callers.setdefault(call, []).append((behind, path))
            self._visit(_Place(call, stack[-1:], step.inner), path[-1:])
            for inner in self._ends.get(call, ()):
                self._return(behind, inner, path)
        elif step is None:
            if stack not in self._ends.setdefault(place.call, {}):
                self._ends[place.call][stack] = None
                for behind, opened in self._callers[place.call]:
                    self._return(behind, stack, opened)
        else:
            self._visit(_Place(place.call, stack, step), path)

    def _return(self, behind: _Place, inner: tuple[int, ...], path: Path) -> None:
        self._visit(_Place(behind.call, behind.stack + inner, behind.state), (*path, "…"))

    def _visit(self, place: _Place, path: Path) -> None:
        if place not in self._paths:
            assert len(self._paths) < MOST_PLACES, "the parser's stack grows without an opening token"
            self._paths[place] = path
            self._todo.append(place)


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
