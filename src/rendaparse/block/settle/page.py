"""The document while it is settled, and the claims that steps make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from rendaparse._diagnostics import Diagnostic
from rendaparse._text import Span
from rendaparse.block.line import HeadingShape, Line, Token
from rendaparse.block.roles import TABLED, Role


class Claim(NamedTuple):
    """What a step says of one line; a field that is None is left as it is.

    ``at`` is the index of the line, ``rule`` the name of what decided. A line that has a role keeps it: a further claim
    to a role is lost, unless it ``replaces``; of a line of a table every further claim is lost.
    """

    at: int
    rule: str
    role: Role | None = None
    shape: HeadingShape | None = None
    level: int | None = None
    joins: bool | None = None
    opens: bool | None = None
    resumes: bool | None = None
    replaces: bool = False


class Lost(NamedTuple):
    """A line that could have been a heading, and is not: too little confirms it. Diagnostic RP104 tells it."""

    at: int
    rule: str


class Parting(NamedTuple):
    """A line that stands for several: they take its place. A step that parts lines makes no other claims."""

    at: int
    rule: str
    parts: Sequence[Line]


class Item(NamedTuple):
    """One item of a list: its marker and the indices of its first line and of the line behind its last."""

    mark: Token
    first: int
    stop: int


class Listing(NamedTuple):
    """The items of one list of whole lines (列举)."""

    items: Sequence[Item]


class Series(NamedTuple):
    """Items within one paragraph (一是…；二是…): their markers, and where the last one ends."""

    marks: Sequence[Token]
    stop: int


class GridCell(NamedTuple):
    """A cell of a table: its place in the source, its column counted from 1, and whether it heads that column."""

    start: int
    stop: int
    column: int
    header: bool


class Grid(NamedTuple):
    """A table: where its first line begins and its last one ends, and its rows by where their lines begin."""

    start: int
    stop: int
    rows: Mapping[int, Sequence[GridCell]]


Proposal = Claim | Lost | Parting | Listing | Series | Grid | Diagnostic


class Step(NamedTuple):
    """One question of the settling: its name, what it reads of the lines, what it settles, and how.

    ``needs`` and ``gives`` name what is settled so far: ``seams``, ``front``, ``numbers``, …
    """

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Page], Iterable[Proposal]]


class Decision(NamedTuple):
    """A claim as it ended: the step that made it, the place of its line, and whether it was taken."""

    step: str
    span: Span
    claim: Claim | Lost
    taken: bool


class Page:
    """A document while it is settled: its lines, and what was settled of them. Steps read it; only it takes claims."""

    def __init__(self, source: str, lines: Sequence[Line], tail: tuple[Token, ...] = ()) -> None:
        """Begin with the lines of a source; ``tail`` are the blank lines behind the last."""
        self.source = source
        self.lines = list(lines)
        self.tail = tail
        self.lists: list[Listing] = []
        self.series: list[Series] = []
        self.tables: list[Grid] = []
        self.found: list[Diagnostic] = []
        self.decisions: list[Decision] = []

    def take(self, step: Step) -> None:
        """Run a step and take what it proposes, in order."""
        partings: list[Parting] = []
        for proposal in list(step.run(self)):
            if isinstance(proposal, Claim):
                self._take_claim(step.name, proposal)
            elif isinstance(proposal, Parting):
                partings.append(proposal)
            elif isinstance(proposal, Lost):
                line = self.lines[proposal.at]
                self.found.append(Diagnostic("RP104", (line.start, line.stop), line.text[:20]))
                self.decisions.append(Decision(step.name, (line.start, line.stop), proposal, taken=False))
            elif isinstance(proposal, Listing):
                self.lists.append(proposal)
            elif isinstance(proposal, Series):
                self.series.append(proposal)
            elif isinstance(proposal, Grid):
                self.tables.append(proposal)
            else:
                self.found.append(proposal)
        self._part(partings)

    def _take_claim(self, step: str, claim: Claim) -> None:
        line = self.lines[claim.at]
        taken = line.role not in TABLED and (claim.role is None or claim.replaces or not line.role)
        self.decisions.append(Decision(step, (line.start, line.stop), claim, taken))
        if taken:
            self.lines[claim.at] = _claimed(line, claim)

    def _part(self, partings: list[Parting]) -> None:
        if partings:
            parts = {p.at: p.parts for p in partings if self.lines[p.at].role not in TABLED}
            self.lines = [part for i, line in enumerate(self.lines) for part in parts.get(i, (line,))]


def _claimed(line: Line, claim: Claim) -> Line:
    """Return a line as a claim has it; attrs.evolve takes five times as long, and every line is claimed."""
    return Line(
        line.lead,
        line.body,
        line.trail,
        line.end,
        line.blanks,
        line.text,
        line.role if claim.role is None else claim.role,
        line.shape if claim.shape is None else claim.shape,
        line.level if claim.level is None else claim.level,
        line.opens if claim.opens is None else claim.opens,
        line.joins if claim.joins is None else claim.joins,
        line.resumes if claim.resumes is None else claim.resumes,
        line.rule if claim.role is None else claim.rule,
    )
