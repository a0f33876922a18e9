"""Notices paragraphs that repeat an earlier one."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import Line

SHORTEST = 40


def settle(solid: list[Line], found: list[Diagnostic]) -> None:
    """Report every long line that is word for word an earlier one."""
    seen: dict[str, int] = {}
    for line in solid:
        if len(line.text) < SHORTEST:
            continue
        first = seen.setdefault(line.text, line.start)
        if first != line.start:
            found.append(Diagnostic("RP202", (line.start, line.stop), f"@{first}"))
