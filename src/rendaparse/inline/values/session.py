"""Reads sessions (届次): body, term, meeting, sitting."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import composed, pattern
from rendaparse.inline.values.number import NoValueError, chinese
from rendaparse.nodes import Node, Numeral, Session, Text

REFERENCES: dict[str, Literal["previous", "current", "next"]] = {"上": "previous", "本": "current", "下": "next"}


PARTY_CONGRESS = "党代会"

CONFERENCE = "政协"
PLACE_LEVELS = frozenset("省市区县州旗镇乡")


def read_session(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Session | Numeral:
    """Return the node of a session, or of an invalid numeral where a number has no value (十十届)."""
    try:
        return _read(match, offset)
    except NoValueError:
        span = offset + match.start(), offset + match.end()
        found.append(Diagnostic("RP301", span, match[0]))
        return Numeral(*span, (Text(*span, match[0]),), "invalid")


def _read(match: re.Match[str], offset: int) -> Session:
    start, end = offset + match.start(), offset + match.end()
    text = match[0]
    children = (Text(start, end, text),)
    if match.lastgroup == "SESSION_REFERENCE":
        return Session(start, end, children, None, None, None, None, REFERENCES[text[0]])
    if match.lastgroup == "SESSION_PARTY_CONGRESS":
        return Session(start, end, children, PARTY_CONGRESS, _number(text.removeprefix("党的")[:-1]), None, None, None)
    parts = _parts().fullmatch(text)
    assert parts is not None
    meetings = tuple(_number(number) for number in NUMBER.findall(parts["meetings"] or ""))
    return Session(
        start,
        end,
        children,
        _body(str(match.lastgroup), parts),
        _number(parts["term"]),
        meetings if len(meetings) > 1 else next(iter(meetings), None),
        _number(parts["sitting"]) if parts["sitting"] else None,
        None,
    )


def take_place(nodes: list[Node], session: Node, *, sentence: bool) -> Node:
    """Return a session with the name of its place (在溪州市八届人大: 溪州), taken from the text before it.

    ``sentence`` says that it stands in one, where a verb may stand before it.
    """
    before = nodes[-1]
    if not (isinstance(before, Text) and isinstance(session, Session) and session.text[0] in PLACE_LEVELS):
        return session
    name = pattern("session", "PLACE_NAME").search(before.text)
    if name is None and not sentence:
        name = pattern("session", "PLACE_ALONE").fullmatch(before.text)
    if name is None:
        return session
    start = before.start + name.start()
    nodes[-1:] = [Text(before.start, start, before.text[: name.start()])] if name.start() else []
    body = CONFERENCE if name.groupdict().get("conference") else session.body
    return attrs.evolve(session, start=start, body=body, children=(Text(start, session.end, name[0] + session.text),))


@composed
def _parts() -> str:
    """Return the pattern that takes a session apart: place, term, body, meetings, sitting."""
    number = r"(?:[一二三四五六七八九十百]{1,5}|[0-9]{1,3})"
    meeting = rf"(?P<meetings>第?{number}[次中](?:、第?{number}[次中])*|历次)"
    return (
        rf"(?P<place>.*?)第?(?P<term>{number})[届屆次](?P<body>.*?)"
        rf"(?:{meeting}(?:扩大|全体|全體)?(?:[会會][议議]|全委?[会會]))?(?:第(?P<sitting>{number})次全体会议)?"
    )


NUMBER = re.compile(r"[一二三四五六七八九十百]+|[0-9]+")
FULL_NAMES = {
    "人民代表大會": "人大",
    "人民代表大会": "人大",
    "常务委员会": "常委会",
    "常務委員會": "常委会",
    "全國": "全国",
}


def _body(terminal: str, parts: re.Match[str]) -> str | None:
    """Return the body that meets, by its short name: behind the term, or the committee before it."""
    if terminal == "SESSION_PARTY":
        return PARTY_CONGRESS
    if (parts["meetings"] or "").endswith("中"):
        return "中央委员会"  # 三中全会: only this body counts its plenums so
    body = parts["body"] or (parts["place"] if parts["place"].endswith(("委", "政协")) else "")
    for full, short in FULL_NAMES.items():
        body = body.replace(full, short)
    return body or None


def _number(written: str) -> int:
    """Return the value of an ordinal's number."""
    return int(written) if written.isdecimal() else int(chinese(written)[0])
