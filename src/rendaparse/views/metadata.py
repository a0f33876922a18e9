"""The report as a whole (报告概况): what it is, who gave it, where and when, on which years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import Span
from rendaparse.dating import occasion
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, Dating, Paragraph, Session, Text
from rendaparse.tree.leaves import source_text
from rendaparse.views.bodies import NATION, Body, Level, bodies_in, full_name, led_place, level_of, place_in
from rendaparse.views.front import Front, givers, issuing, mandating, names_report, read_front, reporting
from rendaparse.views.kinds import OF_MEETING, Kind, kind_of_body, kind_of_form
from rendaparse.views.lines import Line, Reading, line_of

Script = Literal["Hans", "Hant"]
MASKS = frozenset("×xX*＊○")


@attrs.frozen(slots=True)
class Evidence:
    """依据: the places of the words that fields of :class:`Metadata` were read from; None where no words say it."""

    title: Span | None
    subtitle: Span | None
    kind: Span | None
    body: Span | None
    place: Span | None
    level: Span | None
    term: Span | None
    meeting: Span | None
    speaker: Span | None
    delivered: Span | None
    reported_period: Span | None
    plan_period: Span | None


@attrs.frozen(slots=True)
class Metadata:
    """报告概况: the report as a whole; fields are None where the text does not say.

    ``title`` and ``subtitle`` are without letter spaces, a title of several lines in one; ``kind`` is the kind of
    report. ``body`` is the body that reports, its name written out in full (溪州市人民代表大会常务委员会), ``place``
    the place it is of (溪州市), ``level`` the level of that place. ``term`` and ``meeting`` number the meeting that the
    report was given at (第八届…第一次会议: 8, 1); ``speaker`` is the name of who gave it. ``delivered`` is the day,
    month or year of that, ``reported_period`` and ``plan_period`` are the years reported and planned, all in EDTF.
    ``script`` is Hans (简体) or Hant (繁体). ``evidence`` has for each field the span it was read from, in code points
    of the source.
    """

    title: str | None
    subtitle: str | None
    kind: Kind
    body: str | None
    place: str | None
    level: Level | None
    term: int | None
    meeting: int | None
    speaker: str | None
    delivered: str | None
    reported_period: str | None
    plan_period: str | None
    script: Script | None
    evidence: Evidence


def metadata(report: BaseReport) -> Metadata:
    """Return what a report is: title, kind, body, place, meeting, speaker, dates, each with its evidence.

    Raises ValueError for a report that was parsed without inlines, whose dates and meetings are not read.
    """
    document = report.document
    if any(isinstance(child, Text) for block in document.find_all(Paragraph) for child in block.children):
        raise ValueError("the report was parsed without inlines, which tell dates and meetings; parse with inline=True")
    source = source_text(document)
    front = read_front(document)
    form = kind_of_form(front)
    told = form.value if form is not None else None
    readings: dict[str, Reading[Any] | None] = {
        "title": _words(front.title),
        "subtitle": _words(front.subtitle),
        **_body(front, form, source),
        **_meeting(front, told),
        "speaker": _speaker(front, told),
        "delivered": _dated(document.delivered),
        "reported_period": _dated(document.reported_period),
        "plan_period": _dated(document.plan_period),
    }
    values: dict[str, Any] = {name: None if found is None else found.value for name, found in readings.items()}
    spans = {name: None if found is None else found.span for name, found in readings.items()}
    return Metadata(**values, script=_script(source), evidence=Evidence(**spans))


def _words(line: Line | None) -> Reading[str] | None:
    return Reading(line.text, line.whole) if line is not None and line.text else None


def _dated(dating: Dating | None) -> Reading[str] | None:
    return Reading(dating.value, dating.span) if dating is not None else None


# ── kind, body, place, level ─────────────────────────────────────────────────────────────────────────────────────────


def _body(front: Front, form: Reading[Kind] | None, source: str) -> dict[str, Reading[Any] | None]:
    """Return who reports, where, and what that makes of the report, where its form does not tell."""
    of_meeting = form is not None and form.value in OF_MEETING
    bodies = list(issuing(front) if of_meeting else reporting(front))
    body = _most_complete(bodies)
    place = _place(front, body, source)
    where = place.value if place is not None else None
    name = full_name(body, where) if body is not None else None
    level = level_of(where, body, source)
    told = place.span if place is not None else body.span if body is not None else None
    return {
        "kind": form or _kind(front, bodies, where),
        "body": Reading(name, body.span) if body is not None and name is not None else None,
        "place": place,
        "level": Reading(level, told) if level is not None else None,
    }


def _kind(front: Front, bodies: list[Body], place: str | None) -> Reading[Kind]:
    """Return the kind that the first body tells, unless it stands in a title that names no report."""
    if not bodies or (bodies[0].line in front.titles and not any(map(names_report, front.titles))):
        return Reading("other", None)
    return Reading(kind_of_body(bodies[0], place), bodies[0].span)


def _most_complete(bodies: list[Body]) -> Body | None:
    """Return the first body or, where it stands without a place (政府工作报告), the one of its kind that names most."""
    if not bodies:
        return None
    kind = kind_of_body(bodies[0], None)
    return max((body for body in bodies if kind_of_body(body, None) == kind), key=lambda body: body.completeness)


def _place(front: Front, body: Body | None, source: str) -> Reading[str] | None:
    """Return the place that the body names or, where it names its level only (市人大常委会), one of that level."""
    if body is not None and body.place is not None:
        return body.place
    if body is not None and body.is_national:
        return Reading(NATION, body.span)
    unit = body.unit or "" if body is not None else ""
    return next((place for place in _places(front, source) if place.value.endswith(unit)), None)


def _places(front: Front, source: str) -> Iterator[Reading[str]]:
    """Yield the places that the front names, and that whose party committee leads."""
    blocks = (*front.occasions, *front.opening[:1])
    for line in (*front.titles, *front.speakers, *map(line_of, blocks)):
        alone = place_in(line) if line in front.titles else None
        if alone is not None:
            yield alone
        for body in bodies_in(line):
            if body.place is not None or body.is_national:
                yield body.place or Reading(NATION, body.span)
    for block in front.opening:
        yield from (body.place for body in mandating(line_of(block)) if body.place is not None)
    led = led_place(source)
    if led is not None:
        yield led


# ── meeting and speaker ──────────────────────────────────────────────────────────────────────────────────────────────


def _meeting(front: Front, told: Kind | None) -> dict[str, Reading[Any] | None]:
    """Return the term and the number of the meeting that the report was given at."""
    session = _session(front, told)
    if session is None:
        return {"term": None, "meeting": None}
    number = Reading(session.meeting, session.span) if isinstance(session.meeting, int) else None
    return {"term": Reading(session.term, session.span), "meeting": number}


def _session(front: Front, told: Kind | None) -> Session | None:
    """Return the meeting that dateline or title names or, but for a review, the opening."""
    named = next((session for block in front.occasions for session in _sessions(block)), None)
    if named is not None or told == "review":
        return named
    for block in front.opening:
        if occasion(block) is not None:
            return next(_sessions(block), None)
        line = line_of(block)
        if any(mandating(line)):
            given_at = pattern("forms", "GIVEN_AT")
            led = (found for found in _sessions(block) if given_at.search(line.text, 0, found.start - block.start))
            return next(led, None) or next(_sessions(block), None)
    return None


def _sessions(block: Branch) -> Iterator[Session]:
    return block.find_all(Session, lambda session: session.term is not None)


def _speaker(front: Front, told: Kind | None) -> Reading[str] | None:
    """Return the name of who gave the report, without the office."""
    for line in front.speakers:
        offices = [*pattern("forms", "OFFICE").finditer(line.text)]
        if offices or not pattern("forms", "ORGAN_LINE").fullmatch(line.text):
            return _name(line.part(offices[-1].end() if offices else 0, len(line.text)))
    given = None if told == "review" or told in OF_MEETING else next(givers(front), None)
    if given is None:
        return None
    line, giver = given
    return _name(line.part(*giver.span("behind" if giver["behind"] else "before")))


def _name(line: Line) -> Reading[str] | None:
    """Return a name without letter spaces; None for one that is masked (×××)."""
    name = line.stripped("（）():：")
    masked = not name.text or not MASKS.isdisjoint(name.text)
    return None if masked else Reading("".join(name.text.replace("&nbsp;", " ").split()), name.whole)


# ── script ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _script(source: str) -> Script | None:
    """Return the script that has more of the characters that only one has."""
    simplified, traditional = (len(pattern("body", form).findall(source)) for form in ("SIMPLIFIED", "TRADITIONAL"))
    if simplified == traditional:
        return None
    return "Hans" if simplified > traditional else "Hant"
