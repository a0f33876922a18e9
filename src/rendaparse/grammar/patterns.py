"""Gives the terminals of the grammar files as patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial, wraps
from typing import ParamSpec

from rendaparse.grammar import files
from rendaparse.grammar.compile import Terminal, make_terminals
from rendaparse.grammar.machine import Automaton, machine, revived

P = ParamSpec("P")


@cache
def terminals(name: str) -> dict[str, Terminal]:
    """Return every terminal of a grammar that has a pattern, whether a rule uses it or not."""
    compiled = files.built_grammars()
    made = make_terminals(name, files.grammar_text) if compiled is None else compiled["terminals"][name]
    return {terminal.name: terminal for terminal in map(Terminal._make, made)}


@cache
def pattern(grammar: str, terminal: str) -> re.Pattern[str]:
    """Return one terminal of a grammar as a compiled pattern."""
    return _pattern(pattern_name(grammar, terminal), terminals(grammar)[terminal].regexp)


def pattern_name(grammar: str, terminal: str) -> str:
    """Return the name under which a build keeps the pattern of a terminal."""
    return f"{grammar} {terminal}"


@cache
def characters(grammar: str, terminal: str) -> tuple[str, ...]:
    """Return the characters that a terminal in quotes lists, in order."""
    return tuple(terminals(grammar)[terminal].regexp.replace("\\", ""))


def unnamed(regexp: str) -> str:
    """Return a pattern without the names of its groups, which may stand only once in a pattern of several terminals."""
    return re.sub(r"\(\?P<\w+>", "(?:", regexp)


COMPOSED: dict[str, Callable[[], str]] = {}
"""What makes a pattern of several terminals, by the name under which a build keeps it."""


def composed(make: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> Callable[[], re.Pattern[str]]:
    """Decorate a function that makes a pattern of terminals: it gives the pattern compiled, once."""
    name = " ".join((make.__module__, make.__qualname__, *map(str, args)))
    COMPOSED[name] = partial(make, *args, **kwargs)

    @cache
    @wraps(make)
    def compiled() -> re.Pattern[str]:
        built = files.built_grammars()
        return _pattern(name, COMPOSED[name]() if built is None else built["composed"][name])

    return compiled


def _pattern(name: str, regexp: str) -> re.Pattern[str]:
    """Return a pattern as a build kept it, or compile it."""
    built = files.built_grammars()
    kept = built["patterns"].get(name) if built is not None and built["machine"] == machine() else None
    return re.compile(regexp) if kept is None else revived(regexp, Automaton._make(kept))
