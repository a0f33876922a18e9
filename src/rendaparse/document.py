"""Conducts the reading of a document: blocks, inlines, and then what needs the whole of it (times, data clauses)."""

from __future__ import annotations

from typing import TypeVar

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.build import build_document
from rendaparse.block.lexer import read_lines
from rendaparse.block.prose import PlainProse, ReadProse
from rendaparse.block.settle import settle
from rendaparse.block.settle.page import Decision
from rendaparse.block.stream import Stream
from rendaparse.clause.figure import Figure
from rendaparse.clause.figures import read_figures
from rendaparse.dating import in_edtf
from rendaparse.decoding.mojibake import find_mojibake
from rendaparse.inline.splice import Cuts
from rendaparse.nodes import (
    Branch,
    DataClause,
    Dating,
    Document,
    Node,
    Numeral,
    Quantity,
    Session,
    Time,
)
from rendaparse.pages.folding import folded
from rendaparse.pages.reading import stretches_of
from rendaparse.parts import Parts, read_parts
from rendaparse.resolving import no_such_day, resolved
from rendaparse.years import Years, contradictions, find_years

SETTLED = frozenset({Quantity, Session, Numeral})
"""Nodes that say what they mean without the rest of the document."""

AnyBranch = TypeVar("AnyBranch", bound=Branch)


def read_document(source: str, given: str | None = None, *, inline: bool = True) -> tuple[Document, list[Diagnostic]]:
    """Parse any text into its tree; returns it with what was noticed.

    ``given`` is the EDTF date of the delivery, where it is known from elsewhere. Without ``inline`` the words of a
    block stay one leaf.
    """
    found = find_mojibake(source)
    prose = ReadProse(found) if inline else PlainProse()
    text = folded(source)
    stretches = stretches_of(source, text, prose)
    if len(stretches) == 1 and text is source:
        document, noticed = _read_text(source, given, inline=inline)
        return document, [*found, *noticed]
    cuts = Cuts(stretches, source)
    document, noticed = _read_text(cuts.text, given, inline=inline)
    found.extend(attrs.evolve(entry, span=cuts.source_span(entry.span)) for entry in noticed)
    return cuts.document(document, len(source)), found


def _read_text(text: str, given: str | None, *, inline: bool) -> tuple[Document, list[Diagnostic]]:
    page = settle(text, *read_lines(text))
    prose = ReadProse(page.found) if inline else PlainProse()
    document = build_document(Stream(page, prose).tokens())
    return (resolve(document, given, page.found) if inline else document), page.found


def decisions(source: str) -> list[Decision]:
    """Return what the settling decided of the lines of a text, in order, at their places in the source."""
    stretches = stretches_of(source, folded(source), PlainProse())
    cuts = Cuts(stretches, source)
    page = settle(cuts.text, *read_lines(cuts.text))
    return [decision._replace(span=cuts.source_span(decision.span)) for decision in page.decisions]


def resolve(document: Document, given: str | None, found: list[Diagnostic]) -> Document:
    """Return the document with its dates, its times resolved and its data clauses read."""
    years = find_years(document, given)
    found.extend(contradictions(document, years))
    parts = read_parts(document, years)
    read = _Resolver(years, parts, found).branch(document)
    planned = years.plan_period or _planned_in(parts, years)
    return attrs.evolve(read, reported_period=years.reported_period, plan_period=planned, delivered=years.delivered)


def _planned_in(parts: Parts, years: Years) -> Dating | None:
    """Return the year of a plan that a sentence opens and no heading (主要预期目标是…)."""
    year, sentence = years.of("plan"), parts.plan_sentence
    return None if sentence is None or year is None else Dating(in_edtf(year), sentence, "planSentence")


class _Resolver:
    """Rebuilds the branches in which something was resolved; all others stay as they are."""

    def __init__(self, years: Years, parts: Parts, found: list[Diagnostic]) -> None:
        self.years = years
        self.parts = parts
        self.found = found

    def branch(self, node: AnyBranch) -> AnyBranch:
        """Return a branch with what is below it resolved (the depth of a tree is capped)."""
        children = node.children
        made: list[Node] = []
        figures: dict[int, Figure] | None = None
        for i, child in enumerate(children):
            if not isinstance(child, Branch) or type(child) in SETTLED:
                continue
            new: Node = child
            if isinstance(child, Time):
                new = self.time(child)
            else:
                new = self.branch(child)
                if isinstance(child, DataClause):
                    if figures is None:
                        figures = {id(clause): read[0] for clause, read in read_figures(node)}
                    verb, thing = figures[id(child)].verb, figures[id(child)].thing
                    mentions = verb.mention if verb else None, thing.mention if thing else None
                    new = DataClause(new.start, new.end, new.children, *mentions)
            if new is not child:
                made = made or list(children)
                made[i] = new
        return node.with_children(tuple(made)) if made else node

    def time(self, time: Time) -> Time:
        """Return a time with its resolved value; say so where the year it is of has no such day."""
        part = self.parts.at(time.start)
        value = resolved(time, self.years, part)
        if value is None:
            if no_such_day(time, self.years, part):
                self.found.append(Diagnostic("RP301", time.span, f"{time.text} ({self.years.of(part)})"))
            return time
        return attrs.evolve(time, resolved=value)
