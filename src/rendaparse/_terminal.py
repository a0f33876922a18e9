"""What a terminal makes of a text: the characters that steer it, and the columns that the others take."""

from __future__ import annotations

import re
import unicodedata

STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but the tab, ends of lines, and what turns the direction of writing."""
UNIT = re.compile(r"\s+|[（“《]*(?:[!-\u2e7f]+|\S)[，。；：、！？）”》]*")
"""What stays on one line: a word of letters, one wide character, the marks at either; or the blank between two."""


def printable(text: str) -> str:
    r"""Return the text on one line and harmless: what steers a terminal is escaped.

    >>> printable("一、\x1b[31m总体\n")
    '一、\\x1b[31m总体\\n'
    """
    return STEERING.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def width(text: str) -> int:
    """Columns that the text takes: two for a wide character (UAX 11), none for a combining one."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    return 0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")


def cut(text: str, columns: int) -> str:
    """Return the text, with … for its end where it takes more columns."""
    taken = 0
    fits = 0  # characters that leave a column for the …
    for at, character in enumerate(text):
        if taken < columns:
            fits = at
        taken += _columns(character)
        if taken > columns:
            return f"{text[:fits]}…"
    return text


def wrapped(text: str, columns: int) -> list[str]:
    """Return the text in lines of so many columns: broken at blanks, and between wide characters."""
    lines = [""]
    for unit in UNIT.findall(text):
        if width((lines[-1] + unit).rstrip()) > columns and lines[-1]:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return [line.rstrip() for line in lines]
