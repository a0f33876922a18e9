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
DEICTIC = {"end-of-year": "XXXX-12", "start-of-year": "XXXX-01", "year": "XXXX"}
DECADE = re.compile("[0-9]{3}X")
EDGE = re.compile("[初底]")

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
            reason = "bareYear" if text.strip() in numerals else None
            reason = "length" if any(length in text for length in counted) else reason
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
    found = [_shift(time, year, wanted) for wanted in _wanted(value, year)]
    if value is None or time.value in _timexes(value) or "" in found:
        return spans
    return next((convention for convention in found if convention), None)


def _shift(time: Time, year: int, wanted: Stretch) -> str | None:
    """Return the convention by which a time differs from a stretch, nothing where they are the same."""
    ours = _stretch(time.value, year)
    if ours == wanted:
        return ""
    if ours is None or _is_length(ours) or _is_length(wanted):
        return "window" if time.kind in ("period", "relative") else "length"
    if DECADE.search(time.value) and ours[0][2:] == wanted[0][2:]:
        return "decade"
    if EDGE.search(time.text) and (ours[0] >= wanted[0] or ".." in time.value):
        return "edge"
    if ".." in time.value and {ours[0], LATEST} & {wanted[0], EARLIEST} | {ours[1], EARLIEST} & {wanted[1], LATEST}:
        return "openEnd"
    last = _stretch(time.value.rpartition("/")[2], year)
    return "closedEnd" if ours[0] == wanted[0] and last and _next(wanted[1]) == last[0] else None


def _next(day: str) -> str:
    return day if day == LATEST else (date.fromisoformat(day) + timedelta(1)).isoformat()


def _is_length(stretch: Stretch) -> bool:
    return stretch[0].startswith("P")


# ── values of ours ───────────────────────────────────────────────────────────────────────────────────────────────────


def _stretch(value: str, year: int) -> Stretch | None:
    """Return the days, or the months, of a value of ours in a year."""
    if value.startswith("P"):
        lengths = [_months(length) for length in value.split("/")]
        return (lengths[0], lengths[-1]) if all(lengths) else None
    value = re.sub(r"Y(0|[-+][0-9]+)", lambda match: str(year + int(match[1])), DEICTIC.get(value, value))
    first, _, last = value.replace("XXXX", str(year)).partition("/")
    begin, end = _days(first), _days(last or first)
    return None if begin is None or end is None else (begin[0], end[1])


def _days(edtf: str) -> Stretch | None:
    """Return the first and the last day of a date."""
    if edtf == "..":
        return EARLIEST, LATEST
    if DECADE.fullmatch(edtf):
        return f"{edtf[:3]}0-01-01", f"{edtf[:3]}9-12-31"
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf):
        return edtf, edtf
    match = re.fullmatch(r"(?P<year>[0-9]{4})(?:-(?P<part>[0-9]{2}))?", edtf)
    if match is None:
        return None
    year, part = match["year"], match["part"]
    first, last = DIVISIONS.get(part or "", (int(part or 1), int(part or 12)))
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(int(year), last)[1]}"


def _months(length: str) -> str:
    """Return a duration in months."""
    match = re.fullmatch(r"P-?([0-9.]+)([YM])", length)
    return f"P{float(match[1]) * MONTHS[match[2]]:g}M" if match else ""


# ── values of others ─────────────────────────────────────────────────────────────────────────────────────────────────


def _timexes(value: Any) -> list[str]:
    """Return what Recognizers-Text calls a time."""
    readings = value if isinstance(value, list) else [value]
    return [
        str(reading.get("Timex") or reading.get("timex"))
        for reading in readings
        if isinstance(reading, dict) and "Mod" not in reading
    ]


def _wanted(value: Any, year: int) -> Iterator[Stretch]:
    """Yield the days, or the months, that a suite expects: a pair of moments, a Timex, several readings."""
    if isinstance(value, list) and all(isinstance(end, str) for end in value):
        yield tuple({"-inf": EARLIEST, "inf": LATEST}.get(end, end[:10]) for end in value)
        return
    for reading in value if isinstance(value, list) else [value or {}]:
        if "Mod" in reading:
            yield reading.get("start", EARLIEST), reading.get("end", LATEST)
        elif "Timex" in reading or "timex" in reading:
            yield from _of_timex(str(reading.get("Timex") or reading["timex"]), year)
        elif months := reading.get("month", 0) + 12 * reading.get("year", 0):
            yield (f"P{months:g}M",) * 2


def _of_timex(timex: str, year: int) -> Iterator[Stretch]:
    """Yield the days of a Timex, whose ranges end before their last day."""
    century, timex = str(year)[:2], timex.replace("XXXX", str(year))
    if timex.startswith("P"):
        yield (_months(timex),) * 2
    elif match := re.fullmatch(r"\(([0-9X-]{10}),([0-9X-]{10}),.*\)", timex):
        first, end = (day.replace("XX", century) for day in match.groups())
        yield first, (date.fromisoformat(end) - timedelta(1)).isoformat()
    elif days := _days(timex):
        yield days


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
