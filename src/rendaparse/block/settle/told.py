"""Tells where the levels of a report rest on little: no numbers, or one level throughout a long text."""

from __future__ import annotations

from collections.abc import Iterator

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.settle.page import Page

FEWEST = 3
"""Headings from which on their levels are worth a word."""
LEADS = frozenset({"lead", "ownLineLead"})
"""Rules of headings that always stand below the others."""
LONG = 5000
"""Characters of a text that one level of headings parts too coarsely to be all of its structure."""


def report_levels(page: Page) -> Iterator[Diagnostic]:
    """Report levels that no number tells, and a long text whose headings are all of the first level."""
    headings = [line for line in page.lines if line.shape is not None and line.level]
    if len(headings) < FEWEST:
        return
    first, levels = headings[0], {line.level for line in headings}
    span = (first.start, first.stop)
    own = {line.level for line in headings if line.rule not in LEADS}
    if len(own) > 1 and all(line.shape is None or line.shape.number is None for line in headings):
        yield Diagnostic("RP107", span, f"{len(headings)}, {min(levels)}-{max(levels)}")
    if levels == {1} and len(page.source) >= LONG:
        yield Diagnostic("RP108", span, str(len(headings)))
