"""Facts as rows of text, one format a function."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rendaparse._terminal import cut, printable, width
from rendaparse.json.dump import json_text, plain
from rendaparse.json.fields import fields_of
from rendaparse.views.facts import Fact

COLUMNS = tuple(field.key for field in fields_of(Fact))
"""The columns, named as in JSON: those of :class:`rendaparse.Fact`, with the source first where there are several."""

TABLE_COLUMNS = ("line", "verb", "thing", "text", "value", "unit", "relation", "period", "path")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
WIDEST = 28
"""Columns that a cell of the table takes at most; a longer one is cut with …."""
NARROWEST = 6
"""Columns that a text of the table keeps, however narrow the terminal."""
NUMBERS = frozenset({"line", "value"})
"""Columns of the table that are never cut: a number without its end is another number."""
GAP = "  "


def jsonl_lines(facts: Iterable[Fact], name: str | None = None) -> Iterator[str]:
    """Yield one JSON object a fact; ``name`` adds the source."""
    for fact in facts:
        yield json_text(_row(fact, name))


def csv_lines(facts: Iterable[Fact], name: str | None = None, *, header: bool = True) -> Iterator[str]:
    """Yield CSV (RFC 4180); a cell that a spreadsheet would take for a formula is led by an apostrophe."""
    yield from _delimited(facts, name, ",", header=header, cell=_safe)


def tsv_lines(facts: Iterable[Fact], name: str | None = None, *, header: bool = True) -> Iterator[str]:
    """Yield tab-separated values; tabs and line ends inside a cell become spaces."""
    yield from _delimited(facts, name, "\t", header=header, cell=lambda text: " ".join(_safe(text).split()))


def table_lines(facts: Sequence[Fact], line_of: Callable[[int], int], columns: int | None = None) -> Iterator[str]:
    """Yield a table for people, its columns aligned for wide characters; ``line_of`` tells the line of an offset.

    With ``columns`` the lines take no more of them: the texts that take most are cut, numbers stay whole.
    """
    rows: list[list[str]] = [list(TABLE_COLUMNS)]
    for fact in facts:
        cells = _row(fact, None) | {"line": line_of(fact.span[0]), "path": fact.path[-1] if fact.path else ""}
        rows.append([_shown(_cell(cells[column])) for column in TABLE_COLUMNS])
    widths = [max(width(row[i]) for row in rows) for i in range(len(TABLE_COLUMNS))]
    if columns is not None:
        _fit(widths, columns)
    for row in rows:
        cells_shown = (cut(cell, taken) for cell, taken in zip(row, widths, strict=True))
        padded = (cell + " " * (taken - width(cell)) for cell, taken in zip(cells_shown, widths, strict=True))
        line = GAP.join(padded).rstrip()
        yield line if columns is None else cut(line, columns)


def _fit(widths: list[int], columns: int) -> None:
    """Narrow the widest columns of text until all fit, or none can be narrowed further."""
    texts = [i for i, name in enumerate(TABLE_COLUMNS) if name not in NUMBERS]
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - columns
    while excess > 0 and max(widths[i] for i in texts) > NARROWEST:
        widths[max(texts, key=lambda i: widths[i])] -= 1
        excess -= 1


def _row(fact: Fact, name: str | None) -> dict[str, Any]:
    row = {field.key: plain(getattr(fact, field.name)) for field in fields_of(Fact)}
    return row if name is None else {"source": name} | row


def _delimited(
    facts: Iterable[Fact], name: str | None, delimiter: str, *, header: bool, cell: Callable[[str], str]
) -> Iterator[str]:
    if header:
        yield _line([*(["source"] if name is not None else []), *COLUMNS], delimiter)
    for fact in facts:
        yield _line([cell(_cell(value)) for value in _row(fact, name).values()], delimiter)


def _line(cells: Sequence[str], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="").writerow(cells)
    return text.getvalue()


def _cell(value: Any) -> str:
    """Show a value in one cell: a range as 10..15, a span as 120-125, a path with › between its headings."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return str(value["text"])
    if isinstance(value, list):
        texts = all(isinstance(entry, str) for entry in value)
        return " › ".join(value) if texts else "..".join(str(entry) for entry in value)
    return str(value)


def _safe(text: str) -> str:
    number = text.removeprefix("-").replace(".", "", 1).isdecimal()
    return f"'{text}" if text.startswith(FORMULA) and not number else text


def _shown(text: str) -> str:
    return cut(printable(" ".join(text.split())), WIDEST)
