"""Reads the bodies (机关) that report and the places (地方) they are of: 溪州市人大常委会, 市政府, 政协溪州市委员会."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from rendaparse._text import Span
from rendaparse.grammar.patterns import composed, pattern, terminals
from rendaparse.views.lines import Line, Reading

Level = Literal["national", "province", "prefecture", "county", "township"]

ORGANS = (
    "STANDING_COMMITTEE",
    "PRESIDIUM",
    "CONGRESS",
    "STATE_COUNCIL",
    "GOVERNMENT_OFFICE",
    "GOVERNMENT",
    "COURT",
    "PROCURATORATE",
    "CONFERENCE",
    "CENTRAL_COMMITTEE",
)
"""The terminals of bodies; a department is looked for where none of them fits."""
FULL_NAMES = {
    "STANDING_COMMITTEE": "人民代表大会常务委员会",
    "PRESIDIUM": "人民代表大会主席团",
    "CONGRESS": "人民代表大会",
    "GOVERNMENT": "人民政府",
    "GOVERNMENT_OFFICE": "人民政府",
    "PROCURATORATE": "人民检察院",
}
COURTS = {"高": "高级人民法院", "中": "中级人民法院"}
CONFERENCE = "中国人民政治协商会议"
PARTY = "中国共产党"
PARTY_COMMITTEES = {"委": "委员会", "纪委": "纪律检查委员会"}
STANDING = "常务委员会"
NATION = "全国"
SUPREME = "最高"
LEVELS: tuple[tuple[str, Level], ...] = (
    ("OF_PROVINCE", "province"),
    ("OF_PREFECTURE", "prefecture"),
    ("OF_COUNTY", "county"),
    ("OF_TOWNSHIP", "township"),
)
"""What the name of a place ends in, in the order in which it is tried, and the level that tells."""
CITY = "市"


@attrs.frozen(slots=True)
class Body:
    """机关: a body that a line names.

    ``organ`` is the terminal that it matched, ``written`` the words it matched; ``place`` the place it names, ``unit``
    the word of its level where it names none (市 of 市政府); ``prefix`` what stands ahead of both (政协, 中共).
    ``start`` and ``end`` are its place in the line.
    """

    organ: str
    written: str
    place: Reading[str] | None
    unit: str | None
    prefix: str
    line: Line
    start: int
    end: int

    @property
    def is_national(self) -> bool:
        """Whether the body is one of the whole country."""
        return self.place is None and pattern("body", "OF_NATION").search(self.written) is not None

    @property
    def completeness(self) -> int:
        """How much of its name is said: its place, its level, or only what it is."""
        if self.place is not None or self.is_national:
            return 3
        return 0 if self.unit is None else 1 if self.organ == "GOVERNMENT_OFFICE" else 2

    @property
    def meets(self) -> bool:
        """Whether the line speaks of a meeting of the body, rather than of the body: …人民代表大会第三次会议."""
        party = self.prefix and self.written.endswith("代表大会")
        return bool(party) or pattern("session", "MEETING").match(self.line.text, self.end) is not None

    @property
    def span(self) -> Span:
        """The place of the body in the source."""
        return self.line.span(self.start, self.end)

    @property
    def is_of_conference(self) -> bool:
        """Whether the body is one of the consultative conference (政协)."""
        return self.organ == "CONFERENCE" or pattern("body", "CONFERENCE_NAME").fullmatch(self.prefix) is not None

    @property
    def is_of_party(self) -> bool:
        """Whether the body is one of the party."""
        return self.organ in {"COMMITTEE", "CENTRAL_COMMITTEE"} and not self.is_of_conference


def _parts() -> dict[str, str]:
    """Return the patterns of the terminals, and of a place: the shortest chain of names that leads up to its body."""
    part = {name: terminal.regexp for name, terminal in terminals("body").items()}
    unit = part["UNIT"]
    place = f"(?P<place>(?:{unit})(?:{unit}){{0,2}}?)"
    return part | {"PLACE": place, "WHERE": f"(?:{place}|(?P<unit>{part['LEVEL']}))"}


@composed
def _body() -> str:
    """Return the pattern of a body: what stands ahead of its place, its place or its level, its term, its organ."""
    part = _parts()
    organs = "|".join(f"(?P<{organ}>{part[organ]})" for organ in ORGANS)
    return (
        f"{part['BEGIN']}(?P<prefix>{part['CONFERENCE_NAME']}|{part['PARTY_NAME']})?{part['WHERE']}?(?:{part['ORDER']})?"
        f"(?(prefix)(?P<COMMITTEE>{part['COMMITTEE']})|(?:{organs}))"
    )


@composed
def _department() -> str:
    """Return the pattern of a department behind its place or its level."""
    part = _parts()
    return f"{part['BEGIN']}{part['WHERE']}(?P<DEPARTMENT>{part['DEPARTMENT']})"


@composed
def _place_alone() -> str:
    part = _parts()
    return f"{part['BEGIN']}{part['PLACE']}(?:{part['PLACE_END']})"


@composed
def _leading_committee() -> str:
    part = _parts()
    return f"(?:{part['PARTY_NAME']}){part['PLACE']}(?:{part['LED_BY']})"


def bodies_in(line: Line) -> list[Body]:
    """Return the bodies that a line names, in order; what is a part of another body is no department."""
    found = [_read(match, line) for match in _body().finditer(line.text)]
    for match in _department().finditer(line.text):
        if all(match.end() <= body.start or body.end <= match.start() for body in found):
            found.append(_read(match, line))
    return sorted(found, key=lambda body: body.start)


def _read(match: re.Match[str], line: Line) -> Body:
    groups = match.groupdict()
    organ = next(name for name in ("COMMITTEE", "DEPARTMENT", *ORGANS) if groups.get(name))
    place = Reading(match["place"], line.span(*match.span("place"))) if match["place"] else None
    unit = match["unit"] or (groups.get("rank") if place is None else None)
    return Body(organ, match[organ], place, unit, groups.get("prefix") or "", line, *match.span())


def place_in(line: Line) -> Reading[str] | None:
    """Return the place that a line names without a body: 青禾县2023年预算…"""
    match = _place_alone().search(line.text)
    return None if match is None else Reading(match["place"], line.span(*match.span("place")))


def led_place(source: str) -> Reading[str] | None:
    """Return the place whose party committee leads, by the whole source: 在中共溪州市委的坚强领导下."""
    match = _leading_committee().search(source)
    return None if match is None else Reading(match["place"], match.span("place"))


def full_name(body: Body, place: str | None) -> str | None:
    """Return the name of a body written out in full, of its place or its level; None where neither is known."""
    where = place or body.unit or ""
    if body.organ == "STATE_COUNCIL":
        return body.written
    if place == NATION and body.organ in {"GOVERNMENT", "GOVERNMENT_OFFICE"}:
        return "国务院"
    if body.is_of_conference:
        national = NATION if body.is_national else where
        standing = STANDING if body.written.endswith((STANDING, "常委会")) else ""
        return f"{CONFERENCE}{national}委员会{standing}" if national else None
    if body.is_of_party:
        written = body.written.removeprefix(NATION).replace("員", "员").replace("會", "会")
        return f"{PARTY}{'' if body.is_national else where}{PARTY_COMMITTEES.get(written, written)}"
    if body.is_national:
        where = SUPREME if SUPREME in body.written else NATION
    name = FULL_NAMES.get(body.organ, body.written)
    if body.organ == "COURT":
        name = COURTS.get(body.written[:1], "人民法院")
    return where + name if where else None


def level_of(place: str | None, body: Body | None, text: str) -> Level | None:
    """Return the level of a place or, where none is named, of a body; ``text`` is that of the whole report.

    A city is a prefecture, unless it is a municipality, belongs to another city, has a court that is no intermediate
    one, or has towns below it and no counties.
    """
    if place == NATION or (body is not None and body.is_national):
        return "national"
    name = place or (body.unit if body is not None else None)
    if name is None:
        return None
    level = next((level for form, level in LEVELS if pattern("body", form).search(name)), None)
    return level or _level_of_city(name, body, text)


def _level_of_city(name: str, body: Body | None, text: str) -> Level | None:
    if body is not None and body.organ == "COURT" and body.written[:1] not in COURTS:
        return "county"
    if pattern("body", "COUNTIES").search(text):
        return "prefecture"
    if pattern("body", "TOWNS").search(text):
        return "county"
    return "prefecture" if name != CITY else None
