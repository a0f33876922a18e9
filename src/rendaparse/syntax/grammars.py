"""Reads the grammar files and makes lexers and parsers of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from lark import Lark
from lark.lexer import Lexer, TerminalDef


class SettledToken(Protocol):
    """What the parsers of this package are fed: anything with the name of a terminal."""

    type: str


class SettledTokens(Lexer):
    """Hands a list of settled tokens to the parser as it is (lark custom lexer, interface 2)."""

    __future_interface__ = 2

    def __init__(self, lexer_conf: Any) -> None:
        """Lark passes its configuration; settled tokens need none of it."""

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        """Yield the tokens given to ``parse``."""
        return iter(lexer_state.text)


@cache
def grammar_text(name: str) -> str:
    """Return the text of ``grammars/<name>.lark``."""
    return files("rendaparse.grammars").joinpath(f"{name}.lark").read_text("utf-8")


@cache
def terminals(name: str) -> dict[str, TerminalDef]:
    """Return every terminal of a grammar that has a pattern, whether a rule uses it or not."""
    lexer_only = Lark(grammar_text(name), parser=None, lexer="basic")
    return {terminal.name: terminal for terminal in lexer_only.terminals if terminal.pattern is not None}


@cache
def pattern(grammar: str, terminal: str) -> re.Pattern[str]:
    """Return one terminal of a grammar as a compiled pattern."""
    return re.compile(terminals(grammar)[terminal].pattern.to_regexp())


@cache
def lexer(grammar: str, prefix: str = "") -> re.Pattern[str]:
    """Return one pattern of all terminals with the prefix, each a named group, highest priority first."""
    chosen = [t for t in terminals(grammar).values() if t.name.startswith(prefix) and t.priority >= 0]
    chosen.sort(key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name))
    return re.compile("|".join(f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in chosen))


def parser(grammar: str, start: str, builder: object) -> Callable[[Sequence[SettledToken]], Any]:
    """Return the LALR(1) parser of a grammar; ``builder`` has a method a rule and a terminal that builds its node."""
    lark = Lark(
        grammar_text(grammar),
        parser="lalr",
        lexer=SettledTokens,
        start=start,
        transformer=builder,
        keep_all_tokens=True,
        maybe_placeholders=False,
    )
    return lark.parse  # type: ignore[return-value]
