"""Makes of the grammars all that a build can keep."""

from __future__ import annotations

from rendaparse.grammar import files
from rendaparse.grammar.compile import Compiled, encoded, make_tables, make_terminals
from rendaparse.grammar.machine import automaton, machine
from rendaparse.grammar.patterns import COMPOSED, terminals


def compile_grammars() -> bytes:
    """Return the content of the compiled file: all that lark makes of the grammars, and ``re`` of their patterns."""
    single = [terminal.regexp for name in files.GRAMMARS for terminal in terminals(name).values()]
    composed = {name: make() for name, make in sorted(COMPOSED.items())}
    patterns = sorted({*single, *composed.values()}) if machine() else []
    compiled: Compiled = {
        "terminals": {name: make_terminals(name, files.grammar_text) for name in files.GRAMMARS},
        "tables": {f"{name} {start}": make_tables(name, start, files.grammar_text) for name, start in files.STARTS},
        "composed": composed,
        "machine": machine(),
        "patterns": {regexp: automaton(regexp) for regexp in patterns},
    }
    return encoded(compiled, files.sealed_texts())
