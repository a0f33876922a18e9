"""Settles tables (表格): lines whose cells align in two and more columns of figures, with what heads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.line import Line
from rendaparse.block.rows import FEWEST_FIGURES, GAPS, RULED, Cell, Row, parted, read_row
from rendaparse.block.settle.columns import Columns
from rendaparse.block.settle.page import Claim, Grid, GridCell, Page
from rendaparse.grammar.patterns import pattern

FEWEST_ROWS = 2
"""Rows with as many columns, give or take one, that make each other a table."""
FIGURE_SHARE = 3
"""At least one cell in so many holds a figure."""
MOST_BETWEEN = 2
"""Lines without two figures, one behind the other, that may stand between two rows: 其中： ; a header repeated."""
MOST_HEADS = 3
"""Lines that the header of a table has at the most."""
FEWEST_HEADS = 3
"""Columns that a header has at the least, where single blanks part its cells."""
MOST_TITLES = 3
"""Lines above the header: number, title, unit of the table."""
LONGEST_NAME = 20
"""Characters of a line within a table that only names what stands below it."""
INDENT = 2
"""Blanks before a line from which on its first cell is not of the first column."""


@attrs.define
class _Table:
    """A table as it is found, from its first line to the one behind its last; lines without cells are drawn."""

    first: int
    stop: int
    gap: str
    """What parts the cells of the first row found."""
    rows: dict[int, Row] = attrs.field(factory=dict)
    heads: dict[int, Row] = attrs.field(factory=dict)
    titles: set[int] = attrs.field(factory=set)
    markdown: bool = False
    """Whether Markdown says that it is a table."""
    _widths: Counter[int] = attrs.field(factory=Counter)
    """How many rows with figures in two columns reach over so many."""

    def add(self, rows: Mapping[int, Row]) -> None:
        """Add rows."""
        self.rows |= rows
        self._widths.update(row.width for row in rows.values() if row.figures >= FEWEST_FIGURES)

    @property
    def width(self) -> int:
        """How many columns most rows reach over."""
        return max(self._widths, key=lambda width: (self._widths[width], width), default=0)

    def fits(self, row: Row) -> bool:
        """Whether a further row has as many columns, give or take one."""
        return abs(row.width - self.width) <= 1

    def is_sure(self) -> bool:
        """Whether its rows, or one and the header, agree in the number of their columns and hold figures enough."""
        rows = [row for row in self.rows.values() if row.figures >= FEWEST_FIGURES]
        width = self.width
        fitting = sum(abs(row.width - width) <= 1 for row in rows)
        strict = self.gap == "BLANK_GAP"
        headed = not strict and any(head.width == width for head in self.heads.values())
        figures = sum(row.figures for row in rows)
        enough = FIGURE_SHARE * figures >= sum(len(row.filled) for row in rows)
        agree = 4 * fitting >= 3 * len(rows) if strict else 2 * fitting >= len(rows)
        return self.markdown or (fitting + headed >= FEWEST_ROWS and agree and enough)


def settle_tables(page: Page) -> Iterator[Claim | Grid | Diagnostic]:
    """Settle the tables of a document; a row that nothing confirms is prose, and told."""
    finder = _Finder(page)
    for at in finder.candidates():
        table = finder.table_at(at) if at >= finder.floor else None
        if table is not None:
            yield from _claims(table, page) if table.is_sure() else _doubts(table, page)
            finder.floor = table.stop


def _doubts(table: _Table, page: Page) -> Iterator[Claim | Diagnostic]:
    for i, row in table.rows.items():
        if row.figures >= FEWEST_FIGURES:
            line = page.lines[i]
            yield Claim(i, "row without a table", role="prose")
            yield Diagnostic("RP106", (line.start, line.stop), line.text[:20])


def _claims(table: _Table, page: Page) -> Iterator[Claim | Grid]:
    lines = page.lines
    celled = table.rows | table.heads
    leading = min(row.first for row in celled.values())
    width = max(table.width, *(head.width for head in table.heads.values()), 0)
    told = Columns(celled, lines, page.source, width=width, leading=leading)
    columns = told.of_cells(table.rows) | told.of_cells(table.heads)
    for i in range(table.first, table.stop):
        if i in celled:
            yield Claim(i, "header of a table" if i in table.heads else "row of a table", role="row")
        elif i in table.titles:
            yield Claim(i, "title of a table", role="table_title")
        else:
            yield Claim(i, "line drawn in a table", role="rule")
    cells = {
        lines[i].start: [
            GridCell(lines[i].start + cell.start, lines[i].start + cell.stop, column, i in table.heads)
            for cell, column in zip(row.cells, columns[i], strict=True)
            if not cell.blank
        ]
        for i, row in celled.items()
    }
    yield Grid(lines[table.first].start, lines[table.stop - 1].stop, cells)


class _Finder:
    """Finds the tables of a page, from its top down."""

    def __init__(self, page: Page) -> None:
        self._lines = page.lines
        self._source = page.source
        rows = ((i, read_row(line.text, self._lead(line))) for i, line in enumerate(page.lines))
        self._rows = {i: row for i, row in rows if row is not None}
        self.floor = 0
        """The first line that is of no table yet."""

    def candidates(self) -> list[int]:
        """Return the lines with which a table may begin: rows, and those above a line that is drawn in Markdown."""
        drawn = (i - 1 for i in range(1, len(self._lines)) if self._is("DELIMITER_ROW", i))
        return sorted({*self._rows, *drawn})

    def table_at(self, at: int) -> _Table | None:
        """Return the table of which a line is the header, drawn in Markdown, or the first row; None for no table."""
        table = self._markdown(at)
        row = self._rows.get(at)
        if table is None and row is not None and not self._names_years(at, row):
            table = self._body(at, row)
            self._add_heads(table)
        if table is not None:
            self._add_rules(table)
            self._add_titles(table)
        return table

    def _lead(self, line: Line) -> str:
        return self._source[line.lead[0].start : line.start] if line.lead else ""

    def _parted(self, at: int, gap: str) -> Row:
        return parted(self._lines[at].text, gap, self._lead(self._lines[at]))

    def _is(self, form: str, at: int) -> bool:
        return pattern("table", form).fullmatch(self._lines[at].text) is not None

    def _cell_is(self, form: str, at: int, cell: Cell) -> bool:
        return pattern("table", form).fullmatch(self._lines[at].text, cell.start, cell.stop) is not None

    def _names_years(self, at: int, row: Row) -> bool:
        """Whether the figures of a line are years, as in a header: 指标 2023 2024."""
        return all(self._cell_is("YEAR", at, cell) for cell in row.cells if cell.figure)

    # Tables drawn in Markdown

    def _markdown(self, at: int) -> _Table | None:
        """Return the table whose header stands on a line, |---|---| on the next, and rows with pipes below."""
        if at + 2 >= len(self._lines) or not self._is("DELIMITER_ROW", at + 1):
            return None
        if "" in (self._piped(at), self._piped(at + 1)) or self._pipes(at) != self._pipes(at + 1):
            return None
        stop = at + 2
        while stop < len(self._lines) and self._piped(stop) and not self._lines[stop].blanks:
            stop += 1
        if stop == at + 2:
            return None
        rows = {i: self._parted(i, "PIPE_GAP") for i in range(at + 2, stop)}
        table = _Table(at, stop, "PIPE_GAP", heads={at: self._parted(at, "PIPE_GAP")}, markdown=True)
        table.add(rows)
        return table

    def _piped(self, at: int) -> str:
        """Return a line as written, empty where it holds no pipe."""
        line = self._lines[at]
        written = "".join(self._source[token.start : token.end] for token in (*line.lead, *line.body, *line.trail))
        return written.strip() if pattern("table", "PIPE_GAP").search(written) else ""

    def _pipes(self, at: int) -> int:
        """Return how many pipes a line has between its cells."""
        return sum(1 for _ in pattern("table", "PIPE_GAP").finditer(self._piped(at).strip("|")))

    # Tables whose cells only align

    def _body(self, at: int, row: Row) -> _Table:
        """Return the rows from a line on, with what stands between them."""
        table = _Table(at, at + 1, row.gap)
        table.add({at: row})
        waiting: dict[int, Row] = {}  # lines that belong to the table if a row comes behind them
        k = at + 1
        while k < len(self._lines) and len(waiting) <= MOST_BETWEEN:
            row_here, between = self._rows.get(k), self._between(k, table.gap)
            if row_here is not None:
                if self._heads(waiting) and not table.fits(row_here):
                    break
                table.heads |= self._heads(waiting)
                table.add({i: short for i, short in waiting.items() if i not in table.heads} | {k: row_here})
                table.stop, waiting = k + 1, {}
            elif between is not None:
                waiting[k] = between
            elif not self._is("RULE_LINE", k):
                break
            k += 1
        while table.stop in waiting and self._is_short_row(table.stop, waiting[table.stop]):
            table.add({table.stop: waiting[table.stop]})
            table.stop += 1
        return table

    @staticmethod
    def _heads(between: dict[int, Row]) -> dict[int, Row]:
        """Return the lines between two rows that head columns anew: several cells, and no figure."""
        return {i: row for i, row in between.items() if len(row.filled) > 1 and not row.figures}

    def _between(self, at: int, gap: str) -> Row | None:
        """Read a line that may stand between two rows: a short row, a header, a name of rows below (其中：)."""
        line = self._lines[at]
        if self._is_title(at) or self._is("RULE_LINE", at):
            return None
        named = self._is("LABEL", at) and len(line.text) <= LONGEST_NAME
        if not (named or self._is("CELLS", at)):
            return None
        row = self._parted(at, gap)
        if len(row.filled) > 1:
            fits = all(cell.figure or self._cell_is("LABEL", at, cell) for cell in row.filled)
            return row if fits else None
        return row if named and (line.mark is None or self._has_blank_cells(at, gap)) else None

    def _has_blank_cells(self, at: int, gap: str) -> bool:
        """Whether marks that part cells stand around the words of a line."""
        line = self._lines[at]
        around = (*line.lead, *line.trail) if gap in RULED else ()
        return any(pattern("table", gap).search(self._source, token.start, token.end) for token in around)

    def _is_short_row(self, at: int, row: Row) -> bool:
        """Whether a line has a name and one figure: the other cells are blank, which blanks do not tell."""
        figures = [cell for cell in row.cells if cell.figure and not self._cell_is("YEAR", at, cell)]
        return len(row.filled) > 1 and len(figures) > 0 and row.gap != "BLANK_GAP"

    def _names_rows(self, at: int, row: Row) -> bool:
        """Whether a line only names the rows below it, and its other cells are blank: 一、收入, tab, tab."""
        return len(row.cells) == 1 and not row.leading and self._has_blank_cells(at, row.gap)

    # What stands above the rows

    def _add_heads(self, table: _Table) -> None:
        """Add the header above the rows: the line with as many cells, and the lines that it is spread over."""
        found: list[tuple[int, Row]] = []  # from the rows upward
        at = table.first - 1
        while at >= self.floor and len(found) < MOST_HEADS:
            if self._is("RULE_LINE", at):
                at -= 1
                continue
            short = self._between(at, table.gap)
            of_rows = short is not None and (self._is_short_row(at, short) or self._names_rows(at, short))
            if not found and short is not None and of_rows:
                table.add({at: short})
                table.first = at
            elif (row := self._header_row(at, table)) is not None:
                found.append((at, row))
            else:
                break
            at -= 1
        whole = next((n for n, (_, row) in enumerate(found) if table.fits(row) and len(row.filled) > 1), None)
        if whole is None:
            whole = 0 if found and len(found[0][1].filled) > 1 and table.gap != "BLANK_GAP" else -1
        elif whole + 1 < len(found) and len(found[whole + 1][1].filled) > 1:
            whole += 1
        for at, row in found[: whole + 1]:
            only_name = len(row.filled) == 1 and not row.leading and len(self._lead(self._lines[at])) < INDENT
            if only_name:
                table.add({at: row})
            else:
                table.heads[at] = row
            table.first = at

    def _header_row(self, at: int, table: _Table) -> Row | None:
        """Read a line that may head columns: every cell is short and no figure, save a year."""
        if self._is_title(at) or not (self._is("CELLS", at) or self._is("COLUMN_HEAD", at)):
            return None
        rows = [self._parted(at, gap) for gap in GAPS if pattern("table", gap).search(self._lines[at].text)]
        marked = self._lines[at].mark is not None
        rows = [row for row in rows if row.gap != "BLANK_GAP" or (not marked and len(row.cells) >= FEWEST_HEADS)]
        fitting = (row for row in rows if table.fits(row))
        row = next(fitting, None) or next((row for row in rows if row.gap != "BLANK_GAP"), None)
        if row is None:
            row = self._parted(at, table.gap if table.gap in RULED else "WIDE_GAP")
        if marked and len(row.cells) == 1:
            return None
        heads = all(self._cell_is("YEAR" if cell.figure else "COLUMN_HEAD", at, cell) for cell in row.filled)
        return row if heads else None

    def _add_rules(self, table: _Table) -> None:
        """Add the lines drawn above and below."""
        while table.first > self.floor and self._is("RULE_LINE", table.first - 1):
            table.first -= 1
        while table.stop < len(self._lines) and self._is("RULE_LINE", table.stop):
            table.stop += 1

    def _add_titles(self, table: _Table) -> None:
        """Add number, title and unit above the header."""
        for _ in range(MOST_TITLES):
            at = table.first - 1
            if at < self.floor or not self._is_title(at):
                return
            table.titles.add(at)
            table.first = at

    def _is_title(self, at: int) -> bool:
        if self._is("NUMBERED_TITLE", at) or self._is("UNIT_LINE", at):
            return True
        return self._lines[at].mark is None and self._is("TABLE_TITLE", at)
