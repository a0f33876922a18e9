"""Reads sessions (届次): body, term, meeting, sitting."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import Session, Text
from rendaparse.syntax.values import chinese

REFERENCES: dict[str, Literal["previous", "current", "next"]] = {"上": "previous", "本": "current", "下": "next"}


def read_session(match: re.Match[str], offset: int, _found: list[Diagnostic]) -> Session:
    """Return the node of a session."""
    start, end = offset + match.start(), offset + match.end()
    text = match[0]
    children = (Text(start, end, text),)
    if match.lastgroup == "SESSION_REFERENCE":
        return Session(start, end, children, None, None, None, None, REFERENCES[text[0]])
    if match.lastgroup == "SESSION_PARTY_CONGRESS":
        return Session(start, end, children, "党代会", _number(text.removeprefix("党的")[:-1]), None, None, None)
    parts = _parts().fullmatch(text)
    assert parts is not None
    meetings = tuple(_number(number) for number in _numbers().findall(parts["meeting"] or ""))
    return Session(
        start,
        end,
        children,
        _body(parts),
        _number(parts["term"]),
        meetings if len(meetings) > 1 else next(iter(meetings), None),
        _number(parts["sitting"]) if parts["sitting"] else None,
        None,
    )


@cache
def _parts() -> re.Pattern[str]:
    """Return the pattern that takes a session apart."""
    number = r"[一二三四五六七八九十百]{1,5}|[0-9]{1,3}"
    return re.compile(
        f"(?P<place>.*?)第?(?P<term>{number})(?:届|次)(?P<body>(?:(?!第?(?:{number})[次中]).)*)"
        f"(?P<meeting>第?(?:{number})(?:[次中]、?(?:{number})?)*?[次中]*(?:全体会议|全会|会议|大会|扩大会议))?"
        f"(?:第(?P<sitting>{number})次全体会议)?"
    )


@cache
def _numbers() -> re.Pattern[str]:
    """Return the pattern of the numbers of meetings."""
    return re.compile(r"([一二三四五六七八九十百]+|[0-9]+)(?=[次中、])")


def _body(parts: re.Match[str]) -> str | None:
    """Return the body that meets: as named behind the term, or the party committee before it."""
    return parts["body"] or parts["place"] or None


def _number(written: str) -> int:
    """Return the value of an ordinal's number."""
    return int(written) if written.isdecimal() else int(chinese(written)[0])
