"""Settles a table of contents: heading lines without bodies that recur below."""

from __future__ import annotations

from collections.abc import Iterator

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
    final = {_words(line): i for i, line in enumerate(lines)}
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and _bodiless(lines[stop]):
            stop += 1
        run = lines[start:stop]
        if len(run) >= FEWEST:
            # The last line of the run may be the first heading of the text itself.
            last = max((i for i, line in enumerate(run) if final[_words(line)] > start + i), default=-1)
            repeated = sum(final[_words(line)] > start + i for i, line in enumerate(run[: last + 1]))
            if 2 * repeated > last + 1 >= FEWEST:
                for i, line in enumerate(run[: last + 1], start):
                    yield Claim(i, "recurs as a heading", role="contents", replaces=True)
                    yield Diagnostic("RP105", (line.start, line.stop), line.text[:20])
        start = max(stop, start + 1)


def _bodiless(line: Line) -> bool:
    if line.role == "heading":
        return line.shape is None or not line.shape.run_in
    return line.role in ("", "title") and pattern("forms", "CONTENTS_HEAD").fullmatch(line.text) is not None


def _words(line: Line) -> str:
    return line.text.rstrip("。.…·0123456789 \t()（）")
