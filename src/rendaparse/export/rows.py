"""Facts as rows of text, one format a function."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from rendaparse._terminal import cut, printable, width
from rendaparse.json.dump import Json, json_text, plain
from rendaparse.json.fields import FACTS_SCHEMA_NAME, fields_of
from rendaparse.json.readers import MAX_INTEGER
from rendaparse.views.fact import COLUMNS, Fact

TABLE_COLUMNS = ("line", "verb", "thing", "text", "value", "unit", "relation", "period", "path")
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""What a spreadsheet takes for the beginning of a formula."""
WIDEST = 28
"""Columns that a cell of the table takes at most; a longer one is cut with …."""
NARROWEST = 6
"""Columns that a text of the table keeps, however narrow the terminal."""
NUMBERS = frozenset({"line", "value"})
"""Columns of the table that are never cut: a number without its end is another number."""
GAP = "  "


def jsonl_lines(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield one JSON object a fact."""
    return map(json_text, map(fact_object, facts))


def fact_object(fact: Fact) -> Json:
    """Return a fact as the dict that JSON shows."""
    shown = {field.key: _shown(getattr(fact, field.name)) for field in fields_of(Fact)}
    return {"schema": FACTS_SCHEMA_NAME} | shown


def csv_lines(facts: Iterable[Fact], *, header: bool = True) -> Iterator[str]:
    """Yield CSV (RFC 4180); a text that a spreadsheet would take for a formula is led by an apostrophe."""
    yield from _delimited(facts, ",", header=header, clean=str)


def tsv_lines(facts: Iterable[Fact], *, header: bool = True) -> Iterator[str]:
    """Yield tab-separated values, guarded like CSV; tabs and line ends inside a cell become spaces."""
    yield from _delimited(facts, "\t", header=header, clean=_in_line)


def table_lines(facts: Iterable[Fact], columns: int | None = None) -> Iterator[str]:
    """Yield a table of the main columns for people, aligned for wide characters.

    With ``columns`` the lines take no more of them: the texts that take most are cut, numbers stay whole.
    """
    rows = [list(TABLE_COLUMNS), *(_table_row(fact) for fact in facts)]
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


def _table_row(fact: Fact) -> list[str]:
    """Show a range as 10..15, of the path the innermost heading."""
    value = "..".join(_cell(_number(end)) for end in dict.fromkeys((fact.low, fact.high)))
    row = fact.as_row() | {"value": value, "path": fact.path[-1] if fact.path else None}
    return [_cut(_cell(row[column])) for column in TABLE_COLUMNS]


def _shown(value: Any) -> Any:
    """Return the JSON form of a value of a fact."""
    if isinstance(value, tuple):
        return [_shown(entry) for entry in value]
    return _number(value) if isinstance(value, Decimal) else plain(value)


def _number(value: Decimal) -> int | float:
    """Return a number as JSON and CSV show it: a whole one as an integer where every reader keeps it exactly."""
    whole = value == value.to_integral_value() and abs(value) <= MAX_INTEGER
    return int(value) if whole else float(value)


def _delimited(facts: Iterable[Fact], delimiter: str, *, header: bool, clean: Callable[[str], str]) -> Iterator[str]:
    if header:
        yield _line(COLUMNS, delimiter)
    for fact in facts:
        numbers = {"low": _number(fact.low), "high": _number(fact.high)}
        value = None if isinstance(fact.value, tuple) else numbers["low"]
        cells = (fact.as_row() | {"value": value} | numbers).values()
        yield _line([_safe(clean(cell)) if isinstance(cell, str) else _cell(cell) for cell in cells], delimiter)


def _line(cells: Sequence[str], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerow(cells)
    return text.getvalue().removesuffix("\r\n")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _safe(text: str) -> str:
    """Lead a text by an apostrophe where it begins like a formula and is no negative number (-3, -3.2%)."""
    digits = text[1:].removesuffix("%").replace(".", "", 1)
    number = text.startswith("-") and digits.isdecimal()
    return f"'{text}" if text.startswith(FORMULA) and not number else text


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return cut(printable(_in_line(text)), WIDEST)
