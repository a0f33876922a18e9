"""Turns settled lines into the tokens that the block grammar reads."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from rendaparse.block.line import Line, Token
from rendaparse.block.numbers import marker_number
from rendaparse.block.prose import Prose
from rendaparse.block.roles import MATTER
from rendaparse.block.settle.page import Grid, Item, Page, Series

PARAGRAPH = "paragraph"


class Settled:
    """A token of the block grammar: its terminal, place and text, and what the settling knows of it.

    ``marker`` counts the characters of the marker that opens the text; ``words`` is where the words of a
    heading stand in the source; ``prose`` reads the inline level of the text.
    """

    __slots__ = ("level", "marker", "number", "prose", "rule", "run_in", "start", "text", "type", "words")

    def __init__(self, kind: str, start: int, text: str, prose: Prose) -> None:
        self.type = kind
        self.start = start
        self.text = text
        self.prose = prose
        self.marker = 0
        self.number: int | None = None
        self.words = (start, start)
        self.run_in = False
        self.level = 0
        self.rule = ""

    def parts(self, *cuts: int) -> Iterator[Settled]:
        """Yield tokens of the text behind the first cut, parted at the others; offsets count from its beginning."""
        stops = [*cuts[1:], len(self.text)]
        for first, stop in zip(cuts, stops, strict=True):
            if stop > first:
                yield Settled(self.type, self.start + first, self.text[first:stop], self.prose)


class Stream:
    """Writes the tokens of a document, keeping track of what is open: block, lists, contents."""

    def __init__(self, page: Page, prose: Prose) -> None:
        self._page = page
        self._lines = page.lines
        self._prose = prose
        self._opening: dict[int, list[Sequence[Item]]] = {}
        for listing in page.lists:
            self._opening.setdefault(listing.items[0].first, []).append(listing.items)
        self._series = SeriesEvents(page.series)
        self._tables = {table.start: table for table in page.tables}
        self._block = ""
        """The block that a line may go on with: paragraph, heading, or a role of MATTER."""
        self._items: list[tuple[Sequence[Item], int]] = []
        self._in_series = False
        self._table: Grid | None = None
        self._back = _back_matter(self._lines)
        self._begun = False
        """Whether sections stand since the beginning or the last FRESH."""
        self._tokens: list[Settled] = []

    def tokens(self) -> list[Settled]:
        """Return the tokens; their texts joined are the source."""
        between: tuple[Token, ...] = ()
        before: Line | None = None
        for i, line in enumerate(self._lines):
            between = (*between, *line.blanks)
            joined = before is not None and self._goes_on(before, line)
            if joined and before is not None:
                if line.start > before.stop:
                    self._add("SOFT", before.stop, line.start)
            else:
                self._close_series()
                self._close_contents(line)
                self._close_table(line)
                self._close_lists(i)
                self._open_contents(line)
                self._end_sections(i)
                self._between(between)
                self._open_table(line)
                self._between(line.lead)
                self._open_items(i)
            if self._table is None:
                self._body(line, joined=joined)
            else:
                self._of_table(line, self._table)
            between = line.behind
            before = line
        self._close_series()
        self._close_contents(None)
        self._close_table(None)
        self._close_lists(len(self._lines))
        self._between((*between, *self._page.tail))
        return self._tokens

    def _between(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._add(_BETWEEN[token.kind], token.start, token.end)

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Whether a line belongs to the open block."""
        if self._block == PARAGRAPH:
            unparted = line.start == before.stop and not line.role and not line.opens
            return unparted or (line.joins and (not line.role or _is_wedge(line)))
        same = line.role == self._block or (not line.role and not (self._block in MATTER and MATTER[self._block].wedge))
        return line.joins and same and self._block != "" and line.start > before.stop

    def _close_lists(self, i: int) -> None:
        """Close the lists that end before line ``i``; an item that another one follows stays open."""
        while self._items and self._items[-1][0][self._items[-1][1]].stop <= i:
            items, at = self._items[-1]
            if at + 1 < len(items):
                return
            self._items.pop()
            self._add("ITEM_CLOSE")
            self._add("LIST_CLOSE")
            if self._noted(items):
                self._add("NOTE_CLOSE")

    def _close_series(self) -> None:
        """Close a series that its paragraph leaves open."""
        if self._in_series:
            self._in_series = False
            self._add("SERIES_CLOSE")

    def _open_items(self, i: int) -> None:
        """Open the next item, and the lists that begin at line ``i``."""
        line = self._lines[i]
        if self._items and self._items[-1][0][self._items[-1][1]].stop <= i:
            items, at = self._items.pop()
            self._items.append((items, at + 1))
            self._add("ITEM_CLOSE")
            self._marker("ITEM", line.body[0])
        for items in self._opening.get(i, ()):
            self._items.append((items, 0))
            if self._noted(items):
                self._add("NOTE_OPEN")
            self._add("LIST_OPEN")
            self._marker("ITEM", line.body[0])

    def _noted(self, items: Sequence[Item]) -> bool:
        """Whether a list stands among the notes."""
        return self._lines[items[0].first].role == "note"

    def _end_sections(self, i: int) -> None:
        """End all sections before the back matter and before a second report, the deeper ones before an address."""
        line = self._lines[i]
        if i == self._back or (line.role == "title" and self._begun):
            self._add("FRESH")
            self._begun = False
        elif line.level and line.role in ("", "item"):
            self._add(f"RESUME{line.level}")
        self._begun = self._begun or line.role == "heading"

    def _close_contents(self, line: Line | None) -> None:
        if self._block == "contents" and (line is None or line.role != "contents"):
            self._add("CONTENTS_CLOSE")

    def _open_contents(self, line: Line) -> None:
        if self._block != "contents" and line.role == "contents":
            self._add("CONTENTS_OPEN")

    def _close_table(self, line: Line | None) -> None:
        if self._table is not None and (line is None or line.start >= self._table.stop):
            self._table = None
            self._add("TABLE_CLOSE")

    def _open_table(self, line: Line) -> None:
        if line.start in self._tables:
            self._table = self._tables[line.start]
            self._block = ""
            self._add("TABLE_OPEN")

    def _of_table(self, line: Line, table: Grid) -> None:
        """Add the tokens of a line of a table: of its cells and of what parts them."""
        if line.role == "table_title":
            self._add("CAPTION", line.start, line.stop)
        elif line.role == "rule":
            self._add("TAG", line.start, line.stop)
        else:
            self._add("ROW_OPEN")
            at = line.start
            for cell in table.rows[line.start]:
                self._gap(at, cell.start)
                token = self._add("HEADER_CELL" if cell.header else "CELL", cell.start, cell.stop)
                token.number = cell.column
                at = cell.stop
            self._gap(at, line.stop)
            self._add("ROW_CLOSE")

    def _gap(self, start: int, stop: int) -> None:
        """Add what parts two cells: blanks, and the pipes among them."""
        at = start
        for blank, run in itertools.groupby(self._page.source[start:stop], str.isspace):
            end = at + sum(1 for _ in run)
            self._add("GAP" if blank else "TAG", at, end)
            at = end

    def _body(self, line: Line, *, joined: bool) -> None:
        shape = line.shape
        if line.role in ("heading", "lead") and shape is not None:
            end = line.stop if shape.text_end is None else shape.text_end
            stop = end + 1 if shape.run_in else line.stop
            token = self._add(f"{'RUNIN' if shape.run_in else 'HEADING'}{line.level}", line.start, stop)
            numbered = line.mark is not None and line.mark.kind != "LENTICULAR_MARK"
            token.marker = shape.text_start - line.start if numbered else 0
            token.number = shape.number
            token.words = (shape.text_start, end)
            token.run_in = shape.run_in
            token.level = line.level
            token.rule = line.rule
            self._block = PARAGRAPH if shape.run_in else "heading"
            if shape.run_in:
                self._text(stop, line.stop)
        elif self._block == "heading" and joined:
            self._add("MORE", line.start, line.stop)
        elif self._block == PARAGRAPH and joined and _is_wedge(line):
            self._add(f"{line.role.upper()}_WEDGE", line.start, line.stop)
        elif line.role in MATTER and not (line.role == "note" and self._items):
            self._add(line.role.upper(), line.start, line.stop)
            self._block = line.role
        elif joined and self._block in MATTER:
            self._add(self._block.upper(), line.start, line.stop)
        elif line.role == "contents" or (joined and self._block == "contents"):
            self._add("TEXT", line.start, line.stop)
            self._block = "contents"
        else:
            start = line.body[0].end if line.role in ("item", "note") else line.start
            self._text(start, line.stop)
            self._block = PARAGRAPH

    def _text(self, start: int, stop: int) -> None:
        """Add the prose between two offsets, with the series in it."""
        at = start
        for event, offset, mark in self._series.between(start, stop):
            if event != "SERIES_OPEN" and not self._in_series:
                continue
            if offset > at:
                self._add("TEXT", at, offset)
                at = offset
            self._in_series = event != "SERIES_CLOSE"
            if event == "SERIES_ITEM" and mark is not None:
                self._marker(event, mark)
                at = mark.end
            else:
                self._add(event)
        if stop > at:
            self._add("TEXT", at, stop)

    def _marker(self, kind: str, mark: Token) -> None:
        token = self._add(kind, mark.start, mark.end)
        token.number = marker_number(token.text)

    def _add(self, kind: str, start: int = 0, stop: int = 0) -> Settled:
        """Add a token, one without text where only its kind is given."""
        token = Settled(kind, start, self._page.source[start:stop], self._prose)
        self._tokens.append(token)
        return token


_BETWEEN = {"SPACE": "INDENT", "MARKUP": "TAG", "LINE_END": "BREAK", "BLANK": "BLANK"}


def _is_wedge(line: Line) -> bool:
    """Whether a line may stand within a paragraph that a page break cut."""
    return line.role in MATTER and MATTER[line.role].wedge


def _back_matter(lines: Sequence[Line]) -> int:
    """Index of the line with which the back matter begins: all lines from it on are closing, furniture, notes."""
    back = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].role not in MATTER or not MATTER[lines[i].role].back or lines[i].joins:
            break
        back = i
    return back


SeriesEvent = tuple[str, int, Token | None]
"""What happens to a series at an offset: the name of its token, the offset, the marker of an item."""


class SeriesEvents:
    """Where the series of a document open, go on and close, in order of their offsets."""

    def __init__(self, every: Sequence[Series]) -> None:
        self._events: list[SeriesEvent] = []
        for series in every:
            self._events.append(("SERIES_OPEN", series.marks[0].start, None))
            self._events.extend(("SERIES_ITEM", mark.start, mark) for mark in series.marks)
            self._events.append(("SERIES_CLOSE", series.stop, None))
        self._offsets = [event[1] for event in self._events]

    def between(self, start: int, stop: int) -> list[SeriesEvent]:
        """Return what happens from one offset to another, the end of a series at ``stop`` included."""
        first, last = bisect_left(self._offsets, start), bisect_right(self._offsets, stop)
        return [
            event
            for event in self._events[first:last]
            if (event[1] > start or event[0] != "SERIES_CLOSE") and (event[1] < stop or event[0] == "SERIES_CLOSE")
        ]
