"""Settles a table of contents: heading lines without bodies that recur below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.line import Line
from rendaparse.block.settle.page import Claim, Page
from rendaparse.grammar.patterns import pattern

FEWEST = 3
"""Heading lines in a row that may be a table of contents."""


def settle_leaders(page: Page) -> Iterator[Claim | Diagnostic]:
    """Settle the lines below 目录 that end in dots and the number of a page."""
    for i, line in enumerate(page.lines):
        if pattern("forms", "CONTENTS_HEAD").fullmatch(line.text) is None:
            continue
        stop = i + 1
        while stop < len(page.lines) and pattern("forms", "CONTENTS_LINE").fullmatch(page.lines[stop].text):
            stop += 1
        if stop - i > 1:
            for at in range(i, stop):
                entry = page.lines[at]
                yield Claim(at, "line with a page number", role="contents")
                yield Diagnostic("RP105", (entry.start, entry.stop), entry.text[:20])


def settle_contents(page: Page) -> Iterator[Claim | Diagnostic]:
    """Retype heading lines that stand without a body between them and recur as headings later."""
    lines = page.lines
    runs = [run for run in _bodiless_runs(lines) if len(run) >= FEWEST]
    final = {_words(line): i for i, line in enumerate(lines)} if runs else {}
    for run in runs:
        # The last line of the run may be the first heading of the text itself.
        last = max((n for n, i in enumerate(run) if final[_words(lines[i])] > i), default=-1)
        repeated = sum(final[_words(lines[i])] > i for i in run[: last + 1])
        if 2 * repeated > last + 1 >= FEWEST:
            for i in run[: last + 1]:
                line = lines[i]
                yield Claim(i, "recurs as a heading", role="contents", replaces=True)
                yield Diagnostic("RP105", (line.start, line.stop), line.text[:20])


def _bodiless_runs(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the runs of lines that have no body between them."""
    start = 0
    for i, line in enumerate(lines):
        if not _bodiless(line):
            yield range(start, i)
            start = i + 1
    yield range(start, len(lines))


def _bodiless(line: Line) -> bool:
    if line.role == "heading":
        return line.shape is None or not line.shape.run_in
    return line.role in ("", "title") and pattern("forms", "CONTENTS_HEAD").fullmatch(line.text) is not None


def _words(line: Line) -> str:
    return line.text.rstrip("。.…·0123456789 \t()（）")
