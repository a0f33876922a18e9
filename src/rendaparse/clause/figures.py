"""Reads data clauses (数据分句): with what verb, of what thing, and in what relation a figure is reported."""

from __future__ import annotations

import attrs

from rendaparse.clause.clause import NEAR, Clause, clauses_of, label_of
from rendaparse.clause.context import Context
from rendaparse.clause.counts import count
from rendaparse.clause.figure import Figure
from rendaparse.clause.relations import base, beginning, change, comparative, level, paired, rate, share, target
from rendaparse.clause.respectively import respective
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, DataClause, Quantity

MOST_SHARED = 5
"""Clauses on both sides that a figure shares 分别 with."""
MOST_BEFORE = 30
"""Figures before one in its sentence that it may refer to."""


def read_figures(sentence: Branch) -> list[tuple[DataClause, list[Figure]]]:
    """Read the figures of a sentence, clause by clause."""
    clauses = clauses_of(sentence)
    read: list[tuple[DataClause, list[Figure]]] = []
    before: list[Figure] = []
    for i, nodes in enumerate(clauses):
        if isinstance(nodes, DataClause):
            earlier, later = clauses[max(0, i - MOST_SHARED) : i], clauses[i + 1 : i + 1 + MOST_SHARED]
            label = label_of(sentence, nodes) if isinstance(nodes.children[0], Quantity) else []
            clause = Clause([*label, *nodes.children])
            figures: list[Figure] = []
            for k in range(len(clause.quantities)):
                figures.append(_figure(Context(clause, k, before, earlier=earlier, later=later)))
                before = [*before, figures[-1]][-MOST_BEFORE:]
            read.append((nodes, _with_shared_verb(clause, figures)))
    return _with_parts(read)


def _with_shared_verb(clause: Clause, figures: list[Figure]) -> list[Figure]:
    """Give figures without a verb that of the next, where their things are joined: 1个集体、4名干警受到表彰."""
    for k in range(len(figures) - 2, -1, -1):
        figure, following = figures[k : k + 2]
        if figure.verb or figure.relation or not figure.thing or following.relation or not following.verb:
            continue
        between = clause.text[clause.places[k][1] : clause.places[k + 1][0]]
        joined = pattern("clause", "JOINED").fullmatch(between.removeprefix(figure.thing.text))
        if joined and following.verb.span[0] >= following.quantity.end:
            figures[k] = attrs.evolve(figure, verb=following.verb)
    return figures


def _with_parts(read: list[tuple[DataClause, list[Figure]]]) -> list[tuple[DataClause, list[Figure]]]:
    """Make a part of each count whose share of another follows it: 125件，86件已解决，占68.8%."""
    last: tuple[list[Figure], int] | None = None
    for _, figures in read:
        for k, figure in enumerate(figures):
            if figure.relation == "share" and figure.of is not None and last is not None:
                row, at = last
                if row[at].relation is None and row[at].quantity.span != figure.of:
                    row[at] = attrs.evolve(row[at], relation="part", of=figure.of)
            last = figures, k
    return read


def _figure(context: Context) -> Figure:
    """Read one figure: as the first of the relations that it stands in, else as a count."""
    left, start = context.left, context.start
    figure = (
        share(context, left, start)
        or respective(context)
        or paired(context)
        or beginning(context, left, start)
        or comparative(context, left, start)
        or change(context, left, start)
        or target(context, left, start)
        or (rate(context, left, start) if context.quantity.percent else None)
        or level(context, left, start)
        or count(context)
    )
    if figure.relation is None and pattern("clause", "PART").search(context.clause.text, context.gap, start):
        figure = attrs.evolve(figure, relation="part", of=base(context))
    if pattern("clause", "PLANNED").search(context.clause.text, max(0, start - NEAR), start):
        figure = attrs.evolve(figure, planned=True)
    return figure
