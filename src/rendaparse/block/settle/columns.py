"""Tells in which columns (栏) the cells of a table stand: by the marks that part them, or by their place on a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rendaparse.block.line import Line
from rendaparse.block.rows import RULED, Row

HALF_WIDTH = re.compile("[ -~]")
"""What takes half the width of a Chinese character."""


class _Extent(NamedTuple):
    """What the cells of a column take of the width of the lines."""

    left: float
    right: float

    def distance(self, other: _Extent) -> float:
        """How far the middles are from each other."""
        return abs(self.left + self.right - other.left - other.right)


class Columns:
    """The columns of a table, so many, told by its lines; ``leading`` cells are blank in each of them."""

    def __init__(
        self, rows: Mapping[int, Row], lines: Sequence[Line], source: str, *, width: int, leading: int
    ) -> None:
        self._lines = lines
        self._source = source
        self._width = width
        self._leading = leading
        self._extents = self._whole(rows)

    def of_cells(self, rows: Mapping[int, Row]) -> dict[int, list[int]]:
        """Return by line the column of each cell, counted from 1; by these lines, where one has no blank cell."""
        extents = self._whole(rows) or self._extents
        return {at: self._placed(at, row, extents) for at, row in rows.items()}

    def _whole(self, rows: Mapping[int, Row]) -> list[_Extent]:
        """Return the columns that those lines make up of which no cell is blank, none where there is no such line."""
        whole = [
            self._extents_of(at, row)
            for at, row in rows.items()
            if row.gap not in RULED and len(row.cells) == self._width
        ]
        return [_around(column) for column in zip(*whole, strict=True)]

    def _extents_of(self, at: int, row: Row) -> list[_Extent]:
        line = self._lines[at]
        lead = _width(self._source[line.lead[0].start : line.start]) if line.lead else 0.0
        return [_Extent(lead + _width(line.text[: c.start]), lead + _width(line.text[: c.stop])) for c in row.cells]

    def _placed(self, at: int, row: Row, columns: Sequence[_Extent]) -> list[int]:
        if row.gap != "WIDE_GAP" or len(row.cells) >= len(columns):
            return [row.leading - self._leading + n for n in range(1, len(row.cells) + 1)]
        placed: list[int] = []
        for n, cell in enumerate(self._extents_of(at, row)):
            first, last = placed[-1] if placed else 0, len(columns) - (len(row.cells) - n)
            placed.append(1 + _nearest(cell, columns, range(first, last + 1)))
        return placed


def _around(cells: Sequence[_Extent]) -> _Extent:
    return _Extent(min(cell.left for cell in cells), max(cell.right for cell in cells))


def _nearest(cell: _Extent, columns: Sequence[_Extent], free: range) -> int:
    return min(free, key=lambda column: columns[column].distance(cell))


def _width(text: str) -> float:
    return len(text) - len(HALF_WIDTH.findall(text)) / 2
