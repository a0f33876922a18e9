"""A fact (数据): one figure of a report, with all that a row says of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypedDict

import attrs

from rendaparse._text import Span
from rendaparse.clause.figure import Relation, Status, VerbFrom
from rendaparse.nodes import Approximator
from rendaparse.nodes.inlines import Bound
from rendaparse.views.periods import PeriodFrom

FactPart = Literal["review", "plan", "annex"]
PATH_JOINT = " > "


class FactRow(TypedDict):
    """扁平数据行: a fact as a flat row, each column of one type; what is not said is None.

    ``start`` and ``end`` are the span of the figure, ``ofStart`` and ``ofEnd`` that of its base, ``approx`` and
    ``bound`` the two halves of the approximator, ``sentence`` is the text of the sentence. ``value`` is None for a
    range.
    """

    source: str | None
    sha256: str
    line: int
    column: int
    start: int
    end: int
    text: str
    value: float | None
    low: float
    high: float
    unit: str | None
    percent: bool
    approx: str | None
    bound: Bound | None
    verb: str | None
    verbFrom: VerbFrom | None
    thing: str | None
    actor: str | None
    relation: Relation | None
    ofText: str | None
    ofStart: int | None
    ofEnd: int | None
    change: str | None
    comparedWith: str | None
    per: str | None
    period: str | None
    periodFrom: PeriodFrom | None
    status: Status
    part: FactPart | None
    path: str | None
    indicator: str | None
    rule: str
    sentence: str


COLUMNS = tuple(FactRow.__annotations__)
"""The columns of a flat row, in their order."""


@attrs.frozen(slots=True)
class FactSource:
    """来源: the input that a fact stands in: its ``name`` (None for a string without one) and ``sha256``."""

    name: str | None
    sha256: str


@attrs.frozen(slots=True, kw_only=True)
class Fact:
    """数据: one figure of a report, complete without the report.

    ``source`` is the input. ``span``, and ``line`` and ``column`` counted from 1, are the figure's place in it,
    ``text`` the figure as written. ``value``, ``unit``, ``percent``, ``approx`` are as in its node; ``low`` and
    ``high`` are the ends of a range, both the value where it is none.

    ``verb`` is what was done, or the verb of a level or change; ``verb_from`` is ``own`` where it stands in the
    clause of the figure, ``shared`` where it is taken from another one. ``thing`` is what was counted; the slices
    at ``thing_spans``, joined, are its text. ``actor`` is who did it, if another than the body that reports.

    ``relation`` is None for a count, an amount or a level, else ``part``, ``share``, ``rate``, ``change``,
    ``start`` (where a change begins) or ``rank``. ``of`` is the span of the figure that it is a share or part of,
    ``of_text`` its base as named; ``change`` the direction as written, ``compared_with`` what with; ``per`` per
    what it is counted.

    ``period`` is the time the figure speaks of, in EDTF; ``period_from`` where that is said: in its clause
    (``figure``), its ``sentence``, its ``paragraph``, a ``heading``, or only by the ``part`` of the report.
    ``status`` is ``actual``, ``estimate`` or ``plan``; ``planned`` whether it is a plan.

    ``part`` is that of the report in which the figure stands: ``review``, ``plan`` or ``annex`` (notes, too), None
    where no heading tells. ``path`` is the headings of the sections around it, the outermost first, in an annex its
    title. ``indicator`` is the entry of a vocabulary that it is a value of. ``rule`` names the rule that read it.
    ``sentence`` is the span of its sentence or heading, ``sentence_text`` the logical text of that.
    """

    source: FactSource
    line: int
    column: int
    span: Span
    text: str
    value: Decimal | tuple[Decimal, Decimal]
    low: Decimal = attrs.field(init=False)
    high: Decimal = attrs.field(init=False)
    unit: str | None
    percent: bool
    approx: Approximator | None
    verb: str | None
    verb_from: VerbFrom | None
    thing: str | None
    thing_spans: tuple[Span, ...]
    actor: str | None
    relation: Relation | None
    of: Span | None
    of_text: str | None
    change: str | None
    compared_with: str | None
    per: str | None
    period: str | None
    period_from: PeriodFrom | None
    status: Status
    planned: bool = attrs.field(init=False)
    part: FactPart | None
    path: tuple[str, ...]
    indicator: str | None
    rule: str
    sentence: Span
    sentence_text: str

    @low.default
    def _low(self) -> Decimal:
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @high.default
    def _high(self) -> Decimal:
        return self.value[1] if isinstance(self.value, tuple) else self.value

    @planned.default
    def _planned(self) -> bool:
        return self.status == "plan"

    def as_row(self) -> FactRow:
        """Return the fact as a flat row: the columns of the CSV, ``value``, ``low`` and ``high`` as floats."""
        of_start, of_end = self.of or (None, None)
        return {
            "source": self.source.name,
            "sha256": self.source.sha256,
            "line": self.line,
            "column": self.column,
            "start": self.span[0],
            "end": self.span[1],
            "text": self.text,
            "value": None if isinstance(self.value, tuple) else float(self.value),
            "low": float(self.low),
            "high": float(self.high),
            "unit": self.unit,
            "percent": self.percent,
            "approx": self.approx.text if self.approx else None,
            "bound": self.approx.bound if self.approx else None,
            "verb": self.verb,
            "verbFrom": self.verb_from,
            "thing": self.thing,
            "actor": self.actor,
            "relation": self.relation,
            "ofText": self.of_text,
            "ofStart": of_start,
            "ofEnd": of_end,
            "change": self.change,
            "comparedWith": self.compared_with,
            "per": self.per,
            "period": self.period,
            "periodFrom": self.period_from,
            "status": self.status,
            "part": self.part,
            "path": PATH_JOINT.join(self.path) or None,
            "indicator": self.indicator,
            "rule": self.rule,
            "sentence": self.sentence_text,
        }
