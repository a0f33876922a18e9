"""Settles a table of contents: heading lines without bodies that recur below."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.syntax.grammars import pattern
from rendaparse.syntax.lines import Line

FEWEST = 3
"""Heading lines in a row that may be a table of contents."""


def settle(solid: list[Line], found: list[Diagnostic]) -> None:
    """Retype heading lines that stand without a body between them and recur as headings later."""
    start = 0
    while start < len(solid):
        stop = start
        while stop < len(solid) and _bodiless(solid[stop]):
            stop += 1
        run = solid[start:stop]
        if len(run) >= FEWEST:
            later = {_words(line) for line in solid[stop:] if line.role == "heading"}
            # Its last line may be the first heading of the text itself.
            repeated = [line for line in run if _words(line) in later]
            if 2 * len(repeated) > len(run):
                last = run.index(repeated[-1])
                for line in run[: last + 1]:
                    line.role, line.shape = "contents", None
                    found.append(Diagnostic("RP105", (line.start, line.stop), line.text[:20]))
                if start and pattern("forms", "CONTENTS_HEAD").fullmatch(solid[start - 1].text):
                    solid[start - 1].role = "contents"
        start = max(stop, start + 1)


def _bodiless(line: Line) -> bool:
    if line.role == "heading":
        return line.shape is None or not line.shape.run_in
    return line.role in ("", "title") and pattern("forms", "CONTENTS_HEAD").fullmatch(line.text) is not None


def _words(line: Line) -> str:
    return line.text.rstrip("。.…·0123456789 \t")
