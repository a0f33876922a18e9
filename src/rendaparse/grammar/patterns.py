"""Gives the terminals of the grammar files as patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, wraps

from rendaparse.grammar import files
from rendaparse.grammar.compile import Terminal, make_terminals
from rendaparse.grammar.machine import Automaton, machine, revived


@cache
def terminals(name: str) -> dict[str, Terminal]:
    """Return every terminal of a grammar that has a pattern, whether a rule uses it or not."""
    compiled = files.built_grammars()
    made = make_terminals(name, files.grammar_text) if compiled is None else compiled["terminals"][name]
    return {terminal.name: terminal for terminal in map(Terminal._make, made)}


@cache
def pattern(grammar: str, terminal: str) -> re.Pattern[str]:
    """Return one terminal of a grammar as a compiled pattern."""
    return _pattern(terminals(grammar)[terminal].regexp)


COMPOSED: list[Callable[[], str]] = []
"""What makes a pattern of several terminals."""


def composed(make: Callable[[], str]) -> Callable[[], re.Pattern[str]]:
    """Decorate a function that makes a pattern of terminals: it gives the pattern compiled, once."""
    COMPOSED.append(make)

    @cache
    @wraps(make)
    def compiled() -> re.Pattern[str]:
        return _pattern(make())

    return compiled


def _pattern(regexp: str) -> re.Pattern[str]:
    """Return a pattern as a build kept it, or compile it."""
    built = files.built_grammars()
    kept = built["patterns"].get(regexp) if built is not None and built["machine"] == machine() else None
    return re.compile(regexp) if kept is None else revived(regexp, Automaton._make(kept))
