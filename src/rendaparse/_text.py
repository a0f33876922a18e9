"""Positions in a text: spans and the line index."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

Span = tuple[int, int]
"""Half-open range of Unicode code points, ``(start, end)``; CRLF counts two."""

LINE_END = re.compile(r"\r\n|\r|\n")
TWO_UNITS = re.compile(r"[\U00010000-\U0010ffff]")
"""Code points that UTF-16 writes as two units."""


class LineIndex:
    r"""Turns offsets into line and column, both counted from 1.

    A line ends at LF, CR or CRLF; a column counts code points.

    >>> LineIndex("一、总体\n会议。\n").position(6)
    (2, 2)
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, source: str) -> None:
        self._starts = [0, *(m.end() for m in LINE_END.finditer(source))]
        self._length = len(source)

    def position(self, offset: int) -> tuple[int, int]:
        """Return ``(line, column)`` of the code point at ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column; raise ValueError where the source has no such place."""
        if 1 <= line <= len(self._starts) and column >= 1:
            offset = self._starts[line - 1] + column - 1
            if offset < [*self._starts[line : line + 1], self._length][0]:
                return offset
        raise ValueError(f"the text has no character at line {line}, column {column}")


class Utf16Index:
    """Turns offsets into those of UTF-16, in which JavaScript, Java and the Language Server Protocol count.

    >>> Utf16Index("会议👍7次").offset(3)
    4
    """

    __slots__ = ("_wide",)

    def __init__(self, source: str) -> None:
        self._wide = [found.start() for found in TWO_UNITS.finditer(source)]

    def offset(self, offset: int) -> int:
        """Return how many UTF-16 units stand before the code point at ``offset``."""
        return offset + bisect_left(self._wide, offset)

    def span(self, span: Span) -> Span:
        """Return a span in UTF-16 units."""
        return self.offset(span[0]), self.offset(span[1])
