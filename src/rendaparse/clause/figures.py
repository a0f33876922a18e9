"""Reads data clauses (数据分句): with what verb, of what thing, and in what relation a figure is reported."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from rendaparse.clause.clause import NEAR, Clause, clauses_of, is_enumerated, label_of
from rendaparse.clause.context import Context
from rendaparse.clause.counts import count
from rendaparse.clause.figure import Figure, Status
from rendaparse.clause.relations import base, beginning, change, comparative, level, paired, rate, share, target
from rendaparse.clause.respectively import respective
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, DataClause

MOST_SHARED = 5
"""Clauses on both sides that a figure shares 分别 with."""
MOST_BEFORE = 30
"""Figures before one in its sentence that it may refer to."""


def read_figures(sentence: Branch) -> list[tuple[DataClause, list[Figure]]]:
    """Read the figures of a sentence or a heading, clause by clause."""
    clauses = clauses_of(sentence)
    read: list[tuple[DataClause, list[Figure]]] = []
    before: list[Figure] = []
    begin = 0
    for i, nodes in enumerate(clauses):
        if isinstance(nodes, DataClause):
            earlier, later = clauses[max(0, i - MOST_SHARED) : i], clauses[i + 1 : i + 1 + MOST_SHARED]
            words = [*label_of(sentence, nodes), *nodes.children]
            begin = begin if read and is_enumerated(sentence, nodes) else words[0].start
            clause = Clause(words)
            figures: list[Figure] = []
            for k in range(len(clause.quantities)):
                figure = _figure(Context(clause, k, before, earlier=earlier, later=later))
                figures.append(attrs.evolve(figure, clause=(begin, nodes.end)))
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


RULES: dict[str, Callable[[Context], Figure | None]] = {
    "share": lambda context: share(context, context.left, context.start),
    "respective": respective,
    "paired": paired,
    "beginning": lambda context: beginning(context, context.left, context.start),
    "comparative": lambda context: comparative(context, context.left, context.start),
    "change": lambda context: change(context, context.left, context.start),
    "target": lambda context: target(context, context.left, context.start),
    "rate": lambda context: rate(context, context.left, context.start),
    "level": lambda context: level(context, context.left, context.start),
    "count": count,
}
"""The rules that read a figure by their names, in the order in which they are tried; the last reads any."""


def _figure(context: Context) -> Figure:
    """Read one figure by the first rule that can."""
    rule, figure = next((rule, figure) for rule, read in RULES.items() if (figure := read(context)))
    figure = attrs.evolve(figure, rule=rule, status=_status(context) or figure.status)
    if figure.relation is None and pattern("clause", "PART").search(context.clause.text, context.gap, context.start):
        figure = attrs.evolve(figure, relation="part", of=base(context))
    return figure


def _status(context: Context) -> Status | None:
    """What the clause says of its figure: a plan (力争), an estimate (预计); None where it says nothing."""
    text, start = context.clause.text, max(0, context.start - NEAR)
    if pattern("clause", "PLANNED").search(text, start, context.start):
        return "plan"
    return "estimate" if pattern("clause", "ESTIMATED").search(text, start, context.start) else None
