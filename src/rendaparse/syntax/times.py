"""Reads times (时间): their kind and their value in EDTF."""

from __future__ import annotations

import re

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import Numeral, Text, Time


def read_time(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Time | Numeral:
    """Return the node of a time, or of an invalid numeral where there is no such date."""
    start, end = offset + match.start(), offset + match.end()
    return Time(start, end, (Text(start, end, match[0]),), "year", match[0])
