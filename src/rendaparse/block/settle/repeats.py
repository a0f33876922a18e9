"""Notices paragraphs that repeat an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.roles import TABLED
from rendaparse.block.settle.page import Page

SHORTEST = 40


def report_repeats(page: Page) -> Iterator[Diagnostic]:
    """Report every long line that is word for word an earlier one."""
    seen: dict[str, int] = {}
    for line in page.lines:
        if len(line.text) < SHORTEST or line.role in TABLED:
            continue
        first = seen.setdefault(line.text, line.start)
        if first != line.start:
            yield Diagnostic("RP202", (line.start, line.stop), f"@{first}")
