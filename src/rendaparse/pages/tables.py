"""Tells the lines of tables on a page: none of them goes on with the line before, or is gone on with."""

from __future__ import annotations

from collections.abc import Sequence

from rendaparse.block.rows import GAPS, parted, read_row
from rendaparse.grammar.patterns import pattern
from rendaparse.pages.lines import PageLine

MOST_ABOVE = 5
"""Lines of titles and headers above a row."""
FEWEST_HEADS = {"PIPE_GAP": 2, "TAB_GAP": 2, "WIDE_GAP": 2, "BLANK_GAP": 3}
"""Cells of a line beside a row from which on it is of the table, by what parts them."""
HEADS = ("UNIT_LINE", "NUMBERED_TITLE", "TABLE_TITLE", "RULE_LINE")


def table_lines(lines: Sequence[PageLine]) -> set[int]:
    """Return the indices of rows, and of the lines above and below them that have cells, or entitle tables."""
    solid = [i for i, line in enumerate(lines) if line.text]
    found: set[int] = set()
    for n, i in enumerate(solid):
        if read_row(lines[i].text) is None and not _is_delimiter(lines[i].text):
            below = bool(n) and solid[n - 1] in found and _has_cells(lines[i].text)
            if below:
                found.add(i)
            continue
        found.add(i)
        for above in reversed(solid[max(0, n - MOST_ABOVE) : n]):
            if above in found or not (_entitles(lines[above].text) or _has_cells(lines[above].text)):
                break
            found.add(above)
    return found


def _is_delimiter(text: str) -> bool:
    return "|" in text and pattern("table", "DELIMITER_ROW").fullmatch(text) is not None


def _entitles(text: str) -> bool:
    return any(pattern("table", form).fullmatch(text) for form in HEADS)


def _has_cells(text: str) -> bool:
    """Whether a line consists of short cells."""
    if pattern("table", "CELLS").fullmatch(text) is None:
        return False
    rows = (parted(text, gap) for gap in GAPS)
    row = next((row for row in rows if len(row.filled) >= FEWEST_HEADS[row.gap]), None)
    return row is not None and all(
        cell.figure or pattern("table", "COLUMN_HEAD").fullmatch(text, cell.start, cell.stop) for cell in row.filled
    )
