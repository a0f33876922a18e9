"""Reads the figures that stand in a relation: shares (占比), rates (率), changes (增减), levels (达到)."""

from __future__ import annotations

import attrs

from rendaparse._text import Span
from rendaparse.clause.clause import LONGEST_SUFFIX, NEAR
from rendaparse.clause.context import Context
from rendaparse.clause.figure import Figure, Relation, are_alike, is_ratio, most
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import DataClause

LONGEST_CHANGE = 10
"""Characters of the words that tell a change (降低幅度达到)."""
LEVEL_ENDS = tuple("达到为破过上计至有共在持超")
"""Characters that a verb of level ends in (达到, 突破, 共有)."""
DIFFERENCES = ("百分点", "倍", "番")
"""Units in which a change is told."""


def share(context: Context, start: int, end: int) -> Figure | None:
    """占61.5%: a share of a count before, or of what the clause names."""
    match = pattern("clause", "SHARE").search(context.clause.text[start:end]) if is_ratio(context.quantity) else None
    if match is None:
        return None
    verb = context.clause.phrase(start + match.start(), start + match.start() + 1)
    if match["level"]:
        verb = context.clause.phrase(start + match.start("level"), start + match.end("level"))
    counted = context.last_counted()
    base = match.group("base")
    counts = (f for f in context.before if f.relation in (None, "part") and f.thing is not None)
    named = next((f for f in counts if base and f.thing and base in f.thing.text), None)
    of = named.quantity.span if named and named is not counted else _whole(context, counted)
    own = context.clause.thing(start, start + match.start())
    thing = own or (counted.thing if counted else None)
    return Figure(context.quantity, verb, thing, "share", of, of_text=base or None)


def _whole(context: Context, counted: Figure | None) -> Span | None:
    """What a counted part is a share of: what it is a part of, or the first count of the same unit before it."""
    if counted is None or counted.of is not None:
        return counted.of if counted else None
    counts = [f for f in context.before if f.relation is None and f.quantity.unit == counted.quantity.unit]
    larger = counts and counts[0] is not counted and most(counts[0]) >= most(counted)
    return counts[0].quantity.span if larger else None


def base(context: Context) -> Span | None:
    """The last count of the sentence that is not less: what this one is a part or share of."""
    percent, counted = context.quantity.percent, context.last_counted()
    counts = (f for f in reversed(context.before) if f.relation is None and not f.quantity.percent)
    this = Figure(context.quantity)
    if percent:
        whole = next((f for f in counts if f is not counted), None)
    else:
        whole = next((f for f in counts if are_alike(f.quantity, this.quantity) and most(f) >= most(this)), None)
    return whole.quantity.span if whole else None


def beginning(context: Context, start: int, end: int) -> Figure | None:
    """从88%提高到94.5%: where a change begins, of the thing before 从."""
    if not pattern("clause", "TO").search(context.clause.text[context.end : context.right]):
        return None
    stop, _ = context.trimmed(start, end)
    match = pattern("clause", "FROM").search(context.clause.text[start:stop])
    if match is None:
        return None
    thing = context.clause.phrase(start, start + match.start()) or context.last_thing()
    return Figure(context.quantity, None, thing, "start")


def change(context: Context, start: int, end: int) -> Figure | None:
    """比上年增长8.5%, 增加6名: how much the thing before changed; 提高到 gives its new level."""
    text = context.clause.text[start : _rate_end(context, start, end)]
    match = pattern("clause", "CHANGE").search(text, max(0, len(text) - LONGEST_CHANGE))
    if match is None:
        return None
    comparing = pattern("clause", "COMPARISON")
    comparison = comparing.search(text) or comparing.search(context.clause.text, max(0, start - NEAR), end)
    rate_like = is_ratio(context.quantity) or (context.quantity.unit or "").endswith(DIFFERENCES)
    named = bool(text[: match.start()].strip())
    absolute = not context.behind and (named or bool(context.before))
    if not (rate_like or comparison or absolute):
        return None
    verb = context.clause.phrase(start + match.start(), start + match.end())
    head = start + (comparison.start() if comparison and comparison.start() < match.start() else match.start())
    thing = context.clause.thing(start, head) if head > start else None
    if thing is None or pattern("clause", "OPENER").fullmatch(thing.text):
        thing = context.last_thing()
    than = next((word for word in comparison.groups() if word), None) if comparison else None
    if match.group("level"):
        return Figure(context.quantity, verb, thing, "rate" if rate_like else None, compared_with=than)
    return Figure(context.quantity, verb, thing, "change", change=match.group("direction"), compared_with=than)


def paired(context: Context) -> Figure | None:
    """保持在90%和98%以上, 增长4.6%、6.8%: a figure that is only joined to the one before it stands in its relation."""
    last = context.before[-1] if context.before else None
    if last is None or last.relation not in ("change", "rate") or last.quantity.unit != context.quantity.unit:
        return None
    if context.k == 0 and not (context.earlier and isinstance(context.earlier[-1], DataClause)):
        return None
    between = context.clause.text[context.clause.places[context.k - 1][1] if context.k else 0 : context.start]
    joined = pattern("clause", "PAIRING").fullmatch(between) is not None and not context.behind
    return attrs.evolve(last, quantity=context.quantity) if joined else None


def comparative(context: Context, start: int, end: int) -> Figure | None:
    """高于全省1.2个百分点, 是2019年的2.3倍, 翻一番: how far the thing before is from another."""
    if context.quantity.unit == "番":
        match = pattern("clause", "DOUBLING").search(context.clause.text[start:end])
        thing = context.clause.thing(start, start + match.start()) if match else None
        than = match.group("than") if match else None
        return Figure(
            context.quantity, None, thing or context.last_thing(), "change", None, context.quantity.text[0], than
        )
    if not (context.quantity.unit or "").endswith(DIFFERENCES):
        return None
    match = pattern("clause", "COMPARATIVE").search(context.clause.text[start:end])
    if match is None:
        return None
    verb = context.clause.phrase(start + match.start("verb"), start + match.end("verb"))
    thing = context.clause.thing(start, start + match.start()) or context.last_thing()
    return Figure(context.quantity, verb, thing, "change", None, match.group("verb"), match.group("than"))


def target(context: Context, start: int, end: int) -> Figure | None:
    """为预算的101.2%: how much of a plan is done, of the thing named before."""
    match = pattern("clause", "TARGET").search(context.clause.text[start:end]) if context.quantity.percent else None
    if match is None:
        return None
    verb = context.clause.phrase(start + match.start("verb"), start + match.end("verb"))
    named = context.clause.phrase(start, start + match.start()) if match.start() else None
    return Figure(context.quantity, verb, named or context.last_thing(), "rate")


def rate(context: Context, start: int, end: int) -> Figure | None:
    """整改率达到96.9%: how large a rate is."""
    text = context.clause.text[start : _rate_end(context, start, end)]
    match = pattern("clause", "RATE").search(text) if context.quantity.percent else None
    if match is None:
        return None
    verb = context.clause.phrase(start + match.start("verb"), start + match.end("verb"))
    behind = context.verbs(context.end, context.right)
    if verb is None and behind and behind[0][0] <= context.end + LONGEST_SUFFIX:
        verb = context.clause.phrase(*behind[0])  # 赤字率拟按3.2%左右安排
    thing = context.clause.thing(start + match.start("rate"), start + match.end("rate"))
    return Figure(context.quantity, verb, thing, "rate")


def _rate_end(context: Context, start: int, end: int) -> int:
    """Where the words of a rate or change end, what makes the number approximate aside."""
    return start + len(context.clause.text[start:end].rstrip(" 近约超逾的"))


def level(context: Context, start: int, end: int) -> Figure | None:
    """注册用户达870人: a level; not a deed (实施项目达30个 is one)."""
    text = context.clause.text[start:end].rstrip()
    own = pattern("clause", "OWN_LEVEL").fullmatch(text) if context.before else None
    if own and not context.behind:
        verb = context.clause.phrase(start + own.start("verb"), start + own.end("verb"))
        return Figure(context.quantity, verb, context.last_thing(), "rate" if is_ratio(context.quantity) else None)
    match = pattern("clause", "LEVEL").fullmatch(text) if text.endswith(LEVEL_ENDS) else None
    if match is None:
        return None
    if match.group("verb").endswith("有") and context.behind:
        return None  # 四个乡有二百名儿童辍学
    measure = pattern("clause", "MEASURE_NOUN").search(match.group("thing"))
    if measure is None and context.verbs(start, start + match.end("thing")):
        return None
    if pattern("clause", "PREPOSITION").match(text):
        return None
    verb = context.clause.phrase(start + match.start("verb"), start + match.end("verb"))
    relation: Relation | None = "rate" if is_ratio(context.quantity) else None
    return Figure(context.quantity, verb, context.clause.thing(start, start + match.end("thing")), relation)
