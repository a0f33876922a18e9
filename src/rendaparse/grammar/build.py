"""Makes of the grammars all that a build can keep."""

from __future__ import annotations

from rendaparse.grammar import files
from rendaparse.grammar.compile import Compiled, encoded, make_tables, make_terminals
from rendaparse.grammar.machine import automaton, machine
from rendaparse.grammar.patterns import COMPOSED, pattern_name


def compile_grammars() -> bytes:
    """Return the content of the compiled file: all that lark makes of the grammars, and ``re`` of their patterns."""
    made = {name: make_terminals(name, files.grammar_text) for name in files.GRAMMARS}
    composed = {name: make() for name, make in sorted(COMPOSED.items())}
    single = {pattern_name(name, one.name): one.regexp for name, terminals in made.items() for one in terminals}
    patterns = {**single, **composed} if machine() else {}
    compiled: Compiled = {
        "terminals": made,
        "tables": {f"{name} {start}": make_tables(name, start, files.grammar_text) for name, start in files.STARTS},
        "composed": composed,
        "machine": machine(),
        "patterns": {name: automaton(regexp) for name, regexp in patterns.items()},
    }
    return encoded(compiled, files.sealed_texts())
