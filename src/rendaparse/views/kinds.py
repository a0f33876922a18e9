"""Tells the kind of a report (文种) by its title, its opening, or the body that reports."""

from __future__ import annotations

from typing import Literal

from rendaparse.grammar.patterns import pattern
from rendaparse.views.bodies import Body
from rendaparse.views.front import Front, names_report
from rendaparse.views.lines import Reading, line_of

Kind = Literal[
    "standingCommitteeReport",
    "governmentReport",
    "courtReport",
    "procuratorateReport",
    "consultativeConferenceReport",
    "townshipCongressReport",
    "budgetReport",
    "planReport",
    "auditReport",
    "statisticalCommunique",
    "resolution",
    "partyReport",
    "plenumCommunique",
    "review",
    "departmentReport",
    "other",
]
TITLES: tuple[tuple[str, Kind], ...] = (
    ("RESOLUTION_TITLE", "resolution"),
    ("PLENUM_TITLE", "plenumCommunique"),
    ("STATISTICS_TITLE", "statisticalCommunique"),
    ("AUDIT_TITLE", "auditReport"),
    ("PLAN_REPORT_TITLE", "planReport"),
    ("BUDGET_TITLE", "budgetReport"),
    ("NEWS_TITLE", "review"),
)
"""Forms of titles, in the order in which they are tried, and what each tells."""
OPENINGS: tuple[tuple[str, Kind], ...] = (
    ("RESOLUTION_OPENING", "resolution"),
    ("PLENUM_OPENING", "plenumCommunique"),
)
"""Forms of the opening of a report without a title."""
BODIES: dict[str, Kind] = {
    "STANDING_COMMITTEE": "standingCommitteeReport",
    "PRESIDIUM": "townshipCongressReport",
    "STATE_COUNCIL": "governmentReport",
    "GOVERNMENT": "governmentReport",
    "GOVERNMENT_OFFICE": "governmentReport",
    "COURT": "courtReport",
    "PROCURATORATE": "procuratorateReport",
    "DEPARTMENT": "departmentReport",
}
OF_MEETING: frozenset[Kind] = frozenset({"resolution", "plenumCommunique"})
"""Kinds that a meeting issues; nobody gives them as a report."""


def kind_of_form(front: Front) -> Reading[Kind] | None:
    """Return the kind that the words of the title tell, or those of the opening where there is no title."""
    for line in front.titles:
        for form, kind in TITLES:
            found = pattern("forms", form).search(line.text)
            if found is not None and not (kind == "review" and names_report(line, found.end())):
                return Reading(kind, line.span(*found.span()))
    if front.title is not None or not front.opening:
        return None
    opening = line_of(front.opening[0])
    for form, kind in OPENINGS:
        found = pattern("forms", form).search(opening.text)
        if found is not None:
            return Reading(kind, opening.span(*found.span()))
    return None


def kind_of_body(body: Body, place: str | None) -> Kind:
    """Return the kind of the reports that a body of a place gives."""
    if body.organ == "CONGRESS":
        township = pattern("body", "OF_TOWNSHIP").search(place or body.unit or "") is not None
        return "townshipCongressReport" if township else "standingCommitteeReport"
    if body.is_of_conference:
        return "consultativeConferenceReport"
    return "partyReport" if body.is_of_party else BODIES[body.organ]
