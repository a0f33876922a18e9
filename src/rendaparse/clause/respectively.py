"""Reads figures that are shared out in order (分别): A、B分别增长4.3%、6.1%."""

from __future__ import annotations

import itertools
from bisect import bisect_left

import attrs

from rendaparse.clause.clause import Clause, nodes_of
from rendaparse.clause.context import Context
from rendaparse.clause.figure import Figure, is_ratio
from rendaparse.clause.phrase import Phrase
from rendaparse.clause.relations import change
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import DataClause, Quantity

SHORTEST_NAME = 3
"""Characters of a name that figures are shared out of: 月 of 月人均分别提高 is none."""


def respective(context: Context) -> Figure | None:
    """分别增长4.3%、6.1%: the k-th figure is of the k-th thing named before."""
    at = context.clause.respectively
    if at < 0 or context.k:
        last = context.before[-1] if context.before else None
        if last is None or last.thing is None or context.words.strip("、和"):
            return None
        if at < 0 and not _goes_on_sharing(context):
            return None
        thing = _counted_after(context, last.thing) or _after(context, last.thing)
        return attrs.evolve(last, quantity=context.quantity, thing=thing)
    place = context.clause.places[0][0]
    plain = change(context, at + 2, place) or _reached(context, at + 2, place)
    source = context.clause if at else context.last
    names = source.text[: at or None] if source else ""
    if source is None or ("、" not in names and "和" not in names):
        own = context.clause.thing(context.left, at) if at > context.left else None
        if own is not None and len(own.text) >= SHORTEST_NAME:
            return attrs.evolve(plain, thing=own) if plain.verb else None
        counted = context.counted()[-_shared_out(context) :]
        return attrs.evolve(plain, thing=counted[0].thing) if plain.verb and counted else None
    stop = min((i for i in (names.find("、"), names.find("和")) if i > 0), default=len(names))
    start = max(names.rfind("，", 0, stop), -1) + 1
    return attrs.evolve(plain, quantity=context.quantity, thing=source.phrase(start, stop))


def _goes_on_sharing(context: Context) -> bool:
    """Whether only figures stand between 分别 and this clause: 分别增长3%、6%、13%."""
    for words in reversed(context.earlier):
        clause = Clause(nodes_of(words))
        if clause.respectively >= 0:
            return True
        if not clause.places or clause.places[0][0]:
            return False
    return False


def _reached(context: Context, start: int, end: int) -> Figure:
    """分别达到98%: the verb between 分别 and the first number, if there is one."""
    stop, _ = context.trimmed(start, end)
    own = pattern("clause", "OWN_LEVEL").fullmatch(context.clause.text, start, end)
    verb = context.clause.phrase(own.start("verb"), own.end("verb")) if own else context.clause.phrase(start, stop)
    return Figure(context.quantity, verb, None, "rate" if is_ratio(context.quantity) else None)


def _shared_out(context: Context) -> int:
    """How many figures stand in an enumeration that begins in this clause: 分别增长4%、3.5%."""
    later = (words for words in context.later if isinstance(words, DataClause))
    following = itertools.takewhile(lambda clause: isinstance(clause.children[0], Quantity), later)
    return len(context.clause.quantities) + sum(1 for _ in following)


def _counted_after(context: Context, thing: Phrase) -> Phrase | None:
    """The thing of the next figure behind the one that is of ``thing``."""
    things = [f.thing for f in context.counted()]
    if thing not in things or context.before[-1].relation is None:
        return None
    at = things.index(thing) + 1
    return things[at] if at < len(things) else None


def _after(context: Context, thing: Phrase) -> Phrase | None:
    """The thing named next to one in an enumeration (A、B和C)."""
    for source in (context.clause, *(Clause(nodes_of(words)) for words in reversed(context.earlier))):
        if not source.positions or thing.span[1] <= source.positions[0]:
            continue
        at = bisect_left(source.positions, thing.span[1] - 1) + 1
        if source.text[at : at + 1] in ("、", "和", "与", "及"):
            stops = [i for i in (source.text.find(m, at + 1) for m in "、和与及") if i > 0]
            stops += [i for i in (source.text.find("分别", at),) if i > 0]
            return source.phrase(at + 1, min(stops, default=len(source.text)))
    return thing
