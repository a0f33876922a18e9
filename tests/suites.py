"""Runs the cases of other projects' test suites, and tells which are read as they are there.

``python tests/suites.py FOLDER`` reads each ``*.jsonl`` of times in a folder that is no part of this project: a case a
line, with ``suite``, ``i``, ``input``, ``reference`` and ``expected`` (``text`` and ``value`` of each time, as that
project writes it). A case is *strict* where text and value are those expected, *by convention* where a rule of
docs/spec/09-times.md says otherwise, else it *fails*, and is shown.
"""

from __future__ import annotations

import json
import re
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs

from rendaparse import parse
from rendaparse.nodes import Numeral, Quantity, Time

SUITES = ("jio_time_parser", "rt_Date", "rt_Duration", "rt_datetime")
DIVISIONS = {"33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "40": (1, 6), "41": (7, 12)}
THIS_YEAR = 2021
"""Of cases that name no reference."""
EARLIEST, LATEST = date.min.isoformat(), date.max.isoformat()
MONTHS = {"Y": 12, "M": 1}

Stretch = tuple[str, str]
"""The first and the last day of a time, or twice its length in months."""


@attrs.frozen
class Case:
    """One case of a suite."""

    suite: str
    number: str
    text: str
    year: int
    expected: tuple[tuple[str, Any], ...]


def read_cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of times that a folder holds."""
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem.startswith(SUITES):
            for line in path.read_text("utf-8").splitlines():
                shown = json.loads(line)
                expected = tuple((entry["text"], entry["value"]) for entry in shown["expected"])
                yield Case(path.stem, str(shown["i"]), shown["input"], _year(shown["reference"]), expected)


def _year(reference: Any) -> int:
    """Return the year of the reference of a case: a list, a mapping, a date, seconds since 1970."""
    if isinstance(reference, dict):
        return int(reference["year"])
    if isinstance(reference, list):
        return int(reference[0])
    if isinstance(reference, str):
        return int(reference[:4])
    return 1970 + int(reference / 31_556_952) if isinstance(reference, float | int) and reference > 3000 else THIS_YEAR


def verdict(case: Case) -> tuple[str, str]:
    """Tell whether a case is strict, by convention (and by which), or fails (and what was read)."""
    document = parse(case.text).document
    times = list(document.find_all(Time))
    counted = [node.text for node in document.find_all(Quantity)]
    numerals = [node.text for node in document.find_all(Numeral)]
    conventions: set[str] = set()
    for text, value in case.expected:
        time = next((time for time in times if time.text in text or text in time.text), None)
        if time is None:
            reason = "length" if text in counted else "bareYear" if text.strip() in numerals else None
        else:
            reason = _difference(time, text, value, case.year)
        if reason is None:
            return "fails", f"{case.text}: {text} {value}, read as {[(time.text, time.value) for time in times]}"
        conventions.add(reason)
    if not case.expected and times:
        return "fails", f"{case.text}: nothing, read as {[(time.text, time.value) for time in times]}"
    conventions.discard("")
    return ("by convention", ", ".join(sorted(conventions))) if conventions else ("strict", "")


def _difference(time: Time, text: str, value: Any, year: int) -> str | None:
    """Return the convention by which a time differs from what is expected, nothing for none, None if it is wrong."""
    spans = "" if time.text == text else "span"
    if value is None:
        return spans
    wanted, ours = _wanted(value), _stretch(time.value, year)
    if isinstance(value, dict) and value.get("Timex") == time.value:
        return spans
    if ours == wanted:
        return spans
    if wanted is None or ours is None:
        return "window" if time.kind in ("period", "relative") and time.value.startswith(("P", "Y-")) else None
    if _is_length(ours) or _is_length(wanted):
        return "window" if time.kind in ("period", "relative") else "length"
    return _shifted_end(time, ours, wanted)


def _shifted_end(time: Time, ours: Stretch, wanted: Stretch) -> str | None:
    """Return the convention by which the ends of two stretches differ."""
    if ".." in time.value and (ours[0] == wanted[0] or ours[1] == wanted[1] or _neighbours(ours, wanted)):
        return "openEnd"
    if ours[0] == wanted[0] and _is_next_day(wanted[1], ours[1]):
        return "closedEnd"
    if re.search("[初底]", time.text) and wanted[0] <= ours[0] and ours[1] <= wanted[1]:
        return "edge"
    return "closedEnd" if ours[0] == wanted[0] and ours[1] > wanted[1] else None


def _neighbours(ours: Stretch, wanted: Stretch) -> bool:
    """Tell whether an end is told with its date, and without it."""
    return ours[1] == LATEST == wanted[1] or ours[0] == EARLIEST == wanted[0]


def _is_next_day(one: str, other: str) -> bool:
    return LATEST not in (one, other) and date.fromisoformat(one) + timedelta(1) == date.fromisoformat(other)


def _is_length(stretch: Stretch) -> bool:
    return stretch[0].startswith("P")


def _stretch(value: str, year: int) -> Stretch | None:
    """Return the days of a value of ours in a year."""
    if value.startswith("P"):
        lengths = [_months(length) for length in value.split("/")]
        return (lengths[0], lengths[-1]) if all(lengths) else None
    value = re.sub(r"Y(0|[-+][0-9]+)", lambda match: str(year + int(match[1])), value).replace("XXXX", str(year))
    first, _, last = value.partition("/")
    ends = _days(first), _days(last or first)
    return None if None in ends else (ends[0][0], ends[1][1])  # type: ignore[index]


def _days(edtf: str) -> Stretch | None:
    """Return the first and the last day of a date."""
    if edtf == "..":
        return EARLIEST, LATEST
    if match := re.fullmatch(r"([0-9]{3})X", edtf):
        return f"{match[1]}0-01-01", f"{match[1]}9-12-31"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf):
        return edtf, edtf
    if not (match := re.fullmatch(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?", edtf)):
        return None
    month = match["month"]
    first, last = DIVISIONS.get(month or "", (int(month or 1), int(month or 12)))
    return f"{match['year']}-{first:02}-01", f"{match['year']}-{last:02}-{monthrange(int(match['year']), last)[1]}"


def _months(length: str) -> str:
    match = re.fullmatch(r"P-?([0-9.]+)([YM])", length)
    return f"P{float(match[1]) * MONTHS[match[2]]:g}M" if match else ""


def _wanted(value: Any) -> Stretch | None:
    """Return the days that a suite expects: a pair of moments, a Timex, or one of several readings."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        first, last = (EARLIEST if end == "-inf" else LATEST if end == "inf" else end[:10] for end in value)
        return first, last
    if isinstance(value, list):
        return _of_reading(value[0]) if value and "timex" in value[0] else None
    if "Timex" in value:
        return _of_timex(value["Timex"])
    months = value.get("month", 0) + 12 * value.get("year", 0)
    return (f"P{months:g}M",) * 2 if months else None  # type: ignore[return-value]


def _of_reading(reading: dict[str, str]) -> Stretch | None:
    """Return the days of a reading with a modifier (before, since, …)."""
    if "Mod" in reading:
        return reading.get("start", EARLIEST), reading.get("end", LATEST)
    return _of_timex(reading["timex"]) or (
        (reading["start"], reading["end"]) if "start" in reading else (reading["value"], reading["value"])
    )


def _of_timex(timex: str) -> Stretch | None:
    """Return the days of a Timex, whose ranges end before their last day."""
    if timex.startswith("P"):
        return (_months(timex),) * 2  # type: ignore[return-value]
    if match := re.fullmatch(r"\(([0-9-]{10}),([0-9-]{10}),.*\)", timex):
        return match[1], (date.fromisoformat(match[2]) - timedelta(1)).isoformat()
    return _days(timex)


def main(folder: str) -> None:
    """Print how many cases are strict, by convention, failing; and each that fails."""
    table: dict[str, Counter[str]] = {}
    conventions: Counter[str] = Counter()
    for case in read_cases(Path(folder)):
        how, why = verdict(case)
        table.setdefault(case.suite, Counter())[how] += 1
        conventions.update(why.split(", ") if how == "by convention" else ())
        if how == "fails":
            print(f"{case.suite} {case.number}: {why}")  # noqa: T201
    for suite, counts in [*table.items(), ("all", sum(table.values(), Counter()))]:
        print(f"{suite:24}", *(f"{how} {counts[how]}" for how in ("strict", "by convention", "fails")))  # noqa: T201
    print(*(f"{name} {times}" for name, times in sorted(conventions.items())))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
