"""Reads a line as a row of a table (表格的行): its cells, and what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rendaparse.grammar.patterns import pattern

GAPS = ("PIPE_GAP", "TAB_GAP", "WIDE_GAP", "BLANK_GAP")
"""What parts cells, the strongest first."""
RULED = frozenset({"PIPE_GAP", "TAB_GAP"})
"""Gaps of which each parts two cells, so that blank cells are told."""
WIDEST_SPACING = 8
"""Blanks that may part the letters of a spaced name."""
FEWEST_FIGURES = 2
"""Cells with figures that a row has at the least."""


class Cell(NamedTuple):
    """A cell of a line: its place in the text, empty where the cell is blank, and whether it holds a figure."""

    start: int
    stop: int
    figure: bool

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return self.start == self.stop


class Row(NamedTuple):
    """The cells of a line, the kind of gap that parts them, and how many blank ones stand before the words."""

    gap: str
    cells: Sequence[Cell]
    leading: int = 0

    @property
    def filled(self) -> list[Cell]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if not cell.blank]

    @property
    def first(self) -> int:
        """How many blank cells stand before the first one in which something stands."""
        return self.leading + next(n for n, cell in enumerate(self.cells) if not cell.blank)

    @property
    def width(self) -> int:
        """How many columns the row reaches over, the blank ones before its words included."""
        return self.leading + len(self.cells)

    @property
    def figures(self) -> int:
        """How many cells hold a figure, or a sign that there is none."""
        return sum(cell.figure for cell in self.cells)


def read_row(text: str, lead: str = "") -> Row | None:
    """Read a line as a row with figures in two columns and more, None where it does not look like one.

    ``lead`` is what stands before its words.
    """
    if pattern("table", "CELLS").fullmatch(text) is None:
        return None
    rows = (parted(text, gap, lead) for gap in GAPS if pattern("table", gap).search(text))
    return next((row for row in rows if _is_row(row, text)), None)


def parted(text: str, gap: str, lead: str = "") -> Row:
    """Part a line at the gaps of one kind."""
    if gap in RULED:
        leading = sum(1 for _ in pattern("table", gap).finditer(lead))
        return Row(gap, [_cell(text, *place) for place in _between(text, gap)], leading)
    cells: list[Cell] = []
    spacing = 0  # blanks between the letters of the name before
    after = 0  # the letter before, where one stands alone
    for start, stop in _between(text, gap):
        if pattern("table", "LETTER").fullmatch(text, start, stop) is None:
            cells.append(_cell(text, start, stop))
            spacing = after = 0
            continue
        spelled = after and start - after <= WIDEST_SPACING and spacing in (0, start - after)
        if spelled:  # 合　　计
            cells[-1] = Cell(cells[-1].start, stop, figure=False)
        else:
            cells.append(_cell(text, start, stop))
        spacing = start - after if spelled else 0
        after = stop
    return Row(gap, cells)


def _between(text: str, gap: str) -> Iterator[tuple[int, int]]:
    """Yield the places between the gaps."""
    start = 0
    for match in pattern("table", gap).finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _cell(text: str, start: int, stop: int) -> Cell:
    """Return the cell between two gaps, without the blanks around its words."""
    written = text[start:stop]
    words = written.strip()
    start += len(written) - len(written.lstrip()) if words else 0
    figure = any(pattern("table", form).fullmatch(words) for form in ("FIGURE", "NO_FIGURE"))
    return Cell(start, start + len(words), figure)


def _is_row(row: Row, text: str) -> bool:
    """Whether cells are those of a row: two figures, else short names; figures alone are ruled, or of a year."""
    filled = row.filled
    figures = [text[cell.start : cell.stop] for cell in filled if cell.figure]
    if len(figures) < FEWEST_FIGURES or not any(character.isdecimal() for character in "".join(figures)):
        return False
    names = [cell for cell in filled if not cell.figure]
    form = pattern("table", "PLAIN_LABEL" if row.gap == "BLANK_GAP" else "LABEL")
    if any(form.fullmatch(text, cell.start, cell.stop) is None for cell in names):
        return False
    if row.gap == "BLANK_GAP" and (not filled[-1].figure or 2 * len(figures) < len(filled)):
        return False
    return bool(names) or row.gap in RULED or pattern("table", "YEAR").fullmatch(figures[0]) is not None
