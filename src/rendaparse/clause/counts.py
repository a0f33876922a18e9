"""Reads counts and amounts: what was done, and what was counted (召开会议10次, 听取10项报告, 93个问题已整改)."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from rendaparse.clause.clause import Clause, verbs_of
from rendaparse.clause.context import Context, opened
from rendaparse.clause.figure import Figure, are_alike, counts_persons, is_ratio
from rendaparse.clause.phrase import Phrase
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import DataClause, Quantity

SHORTEST_NOUN = 2
SHORT_OWNER = 3
"""Characters of a noun that the counted things are: 5个村的饮水安全工程 counts 村."""
LOCATIVES = ("中", "里", "上", "内")
ATTRIBUTES = ("PLACE", "APPOSITION")
"""Ends of what stands before a number and is no counted thing where a noun stands behind it."""
ADVERBIAL = frozenset({"次", "遍", "轮", "度", "回"})
"""Units of a count that may stand before its verb (两次听取汇报)."""
Cut = Literal["first", "last"] | None
"""At which of the verbs behind it a noun ends."""
LONGEST_ADVERB = 2
"""Characters between a count and its verb (两次专题研究)."""
LONGEST_OBJECT = 8
"""Characters of the object that goes with a verb of a later clause (开展满意度测评)."""


def count(context: Context) -> Figure:
    """What was done to how many of what; every figure that stands in no relation is one."""
    quantity, start, end, right = context.quantity, context.start, context.end, context.right
    left = max(context.left, context.deed_before)
    stop, listed = context.trimmed(left, start)
    between = context.clause.text[stop:start].rstrip()
    nominal = between.startswith("的") or between.endswith("的")
    relative = nominal or listed or context.clause.text[left:stop].endswith(LOCATIVES)
    prepositional = pattern("clause", "PREPOSITION").match(context.clause.text[left:start]) is not None
    divided = pattern("clause", "DIVIDED").search(context.clause.text, left, start) is not None
    if divided or quantity.unit in ADVERBIAL:
        verbs = context.verbs(end, right)
        if verbs and verbs[0][0] - end <= LONGEST_ADVERB:
            return Figure(quantity, context.clause.phrase(*verbs[0]), _noun(context, verbs[0][1], right)[0])
    governs = left == start and context.governs
    to_verb: Cut = "first" if prepositional or is_ratio(quantity) else "last" if governs else None
    noun, predicate = _noun(context, end, right, to_verb=to_verb, persons=counts_persons(quantity))
    deed = _deed(context, left, stop, noun is not None, last=prepositional)
    if deed is None or (not nominal and _names_alike(context, left, stop, deed)):
        return _deedless(context, (left, stop), noun, predicate, prepositional=prepositional)
    if noun is None and nominal and (done := _nominal(context, left, stop)):
        return Figure(quantity, done, context.clause.thing(left, stop))
    verb = _negated(context, left, *deed)
    if quantity.unit == "人次" and (who := _attending(context, left, stop)):
        return Figure(quantity, verb, who)
    after = deed[1]
    while context.clause.text[after : after + 1] in ("了", "的"):
        after += 1
    thing = context.clause.thing(after, stop) if after < stop else None
    listing = thing is not None and any(mark in context.clause.text[after:stop] for mark in "、和")
    listing = listing or (thing is not None and any(pattern("clause", n).search(thing.text) for n in ATTRIBUTES))
    if noun is not None and (thing is None or relative or listing):
        thing = noun
    elif relative:
        thing = context.clause.phrase(left, stop)
        thing = context.last_thing() if thing == verb else thing  # 票决产生的十方面46个子项
    elif thing is None:
        subject = context.clause.thing(left, deed[0])
        named = subject is not None and pattern("clause", "ACTOR").search(subject.text) is None
        follows = context.before and are_alike(context.before[-1].quantity, quantity)
        thing = subject if named else context.last_thing() if follows else None
    return Figure(quantity, verb, thing)


def _deedless(
    context: Context,
    words: tuple[int, int],
    noun: Phrase | None,
    predicate: tuple[int, int] | None,
    *,
    prepositional: bool,
) -> Figure:
    """A figure with no verb before it: the verb stands behind, in a later clause, or is that of the list."""
    if alone := pattern("clause", "DEED_ALONE").fullmatch(context.clause.text, *words):
        return Figure(context.quantity, context.clause.phrase(*alone.span("deed")), noun)
    thing = noun or (context.clause.thing(*words) if not prepositional else None)
    verb = None
    abuts = context.k > 0 and words[0] == words[1]
    last = context.before[-1].verb if abuts else None
    joined = abuts and context.joint_before is not None
    causes = joined and last is not None and pattern("clause", "CAUSATIVE").fullmatch(last.text)
    if noun is not None and not _is_relative(context, last) and not (causes and predicate):
        verb = last  # 提出7个方面18项意见建议
    if verb is None and predicate:
        verb = _negated(context, context.end, *predicate)  # 7个未设定目标
    if verb is None and noun is not None and words[0] > 0 and context.before:
        verb = context.before[-1].verb
    verb = verb or _existence(context)
    if verb is None and noun is not None and not prepositional:
        verb = _unlisted_verb(context, words)
    if verb is None and prepositional:
        verb = _later_verb(context)
    acts = thing is not None and pattern("clause", "OWN_DEED").search(thing.text) is not None
    if verb is None and noun is None and not acts and context.before and _goes_on(context.before[-1], context.quantity):
        verb = context.before[-1].verb
    if verb is None and thing is None and _restates(context, words):
        return Figure(context.quantity, context.before[-1].verb, context.before[-1].thing)
    if thing is None and (context.quantity.percent or verb is not None):
        thing = context.last_thing()
    return Figure(context.quantity, verb, thing)


def _names_alike(context: Context, left: int, stop: int, deed: tuple[int, int]) -> bool:
    """Whether a verb is the end of a name as the thing before has it: 办理结婚登记9对、离婚登记4对."""
    last = context.before[-1].thing if context.before else None
    ends = left < deed[0] and deed[1] == stop
    return ends and last is not None and last.text.endswith(context.clause.text[slice(*deed)])


def _existence(context: Context) -> Phrase | None:
    """仍有71处: that there are so many, where no deed is told."""
    match = pattern("clause", "EXISTENCE").search(context.clause.text, context.left, context.start)
    return context.clause.phrase(*match.span()) if match else None


def _is_relative(context: Context, verb: Phrase | None) -> bool:
    """Whether 的 stands behind a verb: 票决产生的十方面46个子项."""
    return verb is not None and context.clause.text.startswith(
        "的", bisect_left(context.clause.positions, verb.span[1])
    )


def _restates(context: Context, words: tuple[int, int]) -> bool:
    """Whether a figure tells the one before it in another unit: 实施项目495个、248亿元."""
    alone = not context.clause.text[: words[1]].strip()
    return alone and bool(context.before) and context.before[-1].relation in (None, "part")


def _unlisted_verb(context: Context, words: tuple[int, int]) -> Phrase | None:
    """Two characters that stand alone before the number and its noun are a verb, known or not."""
    deed = pattern("clause", "DEED_BEFORE_NUMBER").fullmatch(context.clause.text[slice(*words)])
    return context.clause.phrase(*words) if deed else None


def _deed(context: Context, left: int, stop: int, counted_behind: bool, *, last: bool) -> tuple[int, int] | None:
    """The verb before a number: the first one, or, behind one that only lets others act, the next."""
    verbs = context.verbs(left, stop)
    if not verbs:
        return None
    if last:
        light = len(verbs) > 1 and verbs[-2][1] == verbs[-1][0]  # 开展检查5次
        return verbs[-2] if light else verbs[-1]
    chosen = verbs[0]
    for following in verbs[1:]:
        causes = pattern("clause", "CAUSATIVE").fullmatch(context.clause.text[slice(*chosen)])
        if causes and (following[1] < stop or counted_behind):
            chosen = following
    return chosen


def _nominal(context: Context, left: int, stop: int) -> Phrase | None:
    """暂不能解决的18件: the verb of a clause that 的 makes the name of what is counted."""
    verbs = context.verbs(left, stop)
    if verbs[-1][1] != stop or verbs[-1][0] == left:
        return None
    return _negated(context, left, *verbs[-1])


def _negated(context: Context, left: int, start: int, end: int) -> Phrase | None:
    """Return a verb with the negation before it."""
    negation = pattern("clause", "NEGATION").search(context.clause.text, left, start)
    return context.clause.phrase(negation.start() if negation else start, end)


def _attending(context: Context, left: int, stop: int) -> Phrase | None:
    """组织人大代表列席会议30人次: who is made to attend."""
    verbs = context.verbs(left, stop)
    if len(verbs) < 2 or not pattern("clause", "CAUSATIVE").fullmatch(context.clause.text[slice(*verbs[0])]):
        return None
    who = context.clause.thing(verbs[0][1], verbs[1][0])
    return who if who and pattern("clause", "PERSONS").search(who.text) else None


def _noun(
    context: Context, start: int, end: int, *, to_verb: Cut = None, persons: bool = False
) -> tuple[Phrase | None, tuple[int, int] | None]:
    """The noun behind a number and the verb behind it: 7家功能完备的示范站 is of 示范站; 93个问题已整改到位.

    ``to_verb`` cuts it at the first verb behind it (在3000个小区设置回收机) or the last (3所培训学校虚报学员9人).
    ``persons`` says that the number counts persons.
    """
    text = context.clause.text[start:end]
    between = pattern("clause", "BEHIND").match(text)
    skipped = between.end() if between else 0
    start, text = start + skipped, text[skipped:]
    verbs = context.verbs(start, end)
    stop = pattern("clause", "THING_END").search(text)
    cut = stop.start() if stop else len(text)
    if verbs and verbs[-1][1] == start + len(text) and 0 < verbs[-1][0] - start < cut:
        cut = verbs[-1][0] - start
    elif to_verb:
        cuts = [verb[0] - start for verb in verbs if SHORTEST_NOUN <= verb[0] - start < cut] or [cut]
        cut = cuts[0] if to_verb == "first" else cuts[-1]
    at = text.find("的")
    head = 0
    if at >= 0 and not 0 < cut < at:
        owner = not persons and pattern("clause", "COUNTED_NOUN").search(text, 0, at)
        head = 0 if owner or (at <= SHORT_OWNER and not verbs) else text.rfind("的", 0, 40) + 1
        stop = pattern("clause", "THING_END").search(text, head)
        deed = next((verb for verb in verbs if to_verb and verb[0] - start >= head + SHORTEST_NOUN), None)
        cut = at if head == 0 else min(stop.start() if stop else len(text), deed[0] - start if deed else len(text))
    circumstance = pattern("clause", "CIRCUMSTANCE").match(text, cut)
    behind = start + (circumstance.end() if circumstance else cut)
    predicate = next((verb for verb in verbs if verb[0] >= behind), None)
    return context.clause.thing(start + head, start + cut), predicate


def _later_verb(context: Context) -> Phrase | None:
    """The verb that the next clause opens with: 对9个部门…，开展满意度测评."""
    if not context.later or isinstance(context.later[0], DataClause):
        return None
    later = Clause(context.later[0])
    start = opened(later.text, 0, len(later.text))
    verbs = verbs_of(later.text[start:])
    if not verbs or verbs[0][0] > 0:
        return None
    whole = len(later.text) - start <= LONGEST_OBJECT
    return later.phrase(start, len(later.text) if whole else start + verbs[0][1])


def _goes_on(last: Figure, quantity: Quantity) -> bool:
    """Whether a figure may share the verb of the one before it: both are counts, or both are amounts of money."""
    return last.relation in (None, "part") and are_alike(last.quantity, quantity)
