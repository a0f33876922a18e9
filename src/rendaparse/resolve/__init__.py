"""Resolves what needs the whole document: the years of relative times, the verbs and things of data clauses."""

from __future__ import annotations

from typing import TypeVar

import attrs

from rendaparse.nodes import Branch, DataClause, Document, Heading, Node, Section, Sentence, Time
from rendaparse.resolve.clauses import read_figures
from rendaparse.resolve.years import Part, Years, find_years, part_of, resolved

__all__ = ["part_of_section", "resolve"]

AnyBranch = TypeVar("AnyBranch", bound=Branch)


def resolve(document: Document) -> Document:
    """Return the document with its times resolved and its data clauses read."""
    return _Resolver(find_years(document)).branch(document, "")


def part_of_section(section: Section, before: Part, years: Years) -> Part:
    """Which part a section belongs to; ``before`` is that of the section it stands in, or of the one before."""
    heading = next(section.find_all(Heading))
    return part_of(heading.text, before, years)


class _Resolver:
    """Rebuilds the branches in which something was resolved; all others stay as they are."""

    def __init__(self, years: Years) -> None:
        self.years = years

    def branch(self, node: AnyBranch, part: Part) -> AnyBranch:
        """Return a branch with what is below it resolved (the depth of a tree is capped)."""
        readings = {}
        if isinstance(node, Sentence):
            readings = {id(clause): figures[0] for clause, figures in read_figures(node) if figures}
        changed = False
        children: list[Node] = []
        for child in node.children:
            new = child
            if isinstance(child, Section):
                part = part_of_section(child, part, self.years)
                new = self.branch(child, part)
            elif isinstance(child, Time):
                new = self.time(child, part)
            elif isinstance(child, Branch):
                new = self.branch(child, part)
                if isinstance(new, DataClause) and id(child) in readings:
                    figure = readings[id(child)]
                    new = attrs.evolve(new, verb=figure.verb, thing=figure.thing)
            changed = changed or new is not child
            children.append(new)
        return attrs.evolve(node, children=tuple(children)) if changed else node

    def time(self, time: Time, part: Part) -> Time:
        """Return a time with its resolved value."""
        value = resolved(time, self.years, part)
        return time if value is None else attrs.evolve(time, resolved=value)
