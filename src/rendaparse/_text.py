"""Positions in a text: spans and the line index."""

from __future__ import annotations

import re
from bisect import bisect_right

Span = tuple[int, int]
"""Half-open range of Unicode code points, ``(start, end)``; CRLF counts two."""

LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Turns offsets into line and column, both counted from 1.

    A line ends at LF, CR or CRLF; a column counts code points.
    """

    __slots__ = ("_starts",)

    def __init__(self, source: str) -> None:
        self._starts = [0, *(m.end() for m in LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return ``(line, column)`` of the code point at ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
