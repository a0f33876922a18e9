"""Reads data clauses (数据分句): with what verb, of what thing, and in what relation a figure is reported."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal

import attrs

from rendaparse._text import Span
from rendaparse.nodes import (
    Branch,
    DataClause,
    LawTitle,
    Mention,
    Node,
    Punctuation,
    Quantity,
    Session,
    Space,
    Time,
)
from rendaparse.syntax.grammars import pattern

Relation = Literal["share", "rate", "change", "part"]
COMPARING = ("比", "较", "同", "与", "是", "于")
"""Words behind which a time is what a figure is compared with (比上年)."""
MOST_SHARED = 5
"""Clauses on both sides that a figure shares 分别 with."""
MOST_BEFORE = 30
"""Figures before one in its sentence that it may refer to."""
NEAR = 60
"""Characters before a figure in which the words stand that bear on it."""
SHORTEST_NOUN = 2
SHORT_OWNER = 3
"""Characters of a noun that the counted things are: 5个村的饮水安全工程 counts 村."""
LONGEST_TAIL = 14
LONGEST_CHANGE = 10
"""Characters of the words that tell a change (降低幅度达到)."""
LEVEL_ENDS = tuple("达到为破过上计至有共在持超")
"""Characters that a verb of level ends in (达到, 突破, 共有)."""
LOCATIVES = ("中", "里", "上", "内")
MONEY = "元"
DIFFERENCES = ("百分点", "倍", "番")
"""Units in which a change is told."""
ATTRIBUTES = ("PLACE", "APPOSITION")
"""Ends of what stands before a number and is no counted thing where a noun stands behind it."""
ADVERBIAL = frozenset({"次", "遍", "轮", "度", "回"})
"""Units of a count that may stand before its verb (两次听取汇报)."""
CLAUSE_MARKS = frozenset("，,；;：:。！!？?、")
LONGEST_OBJECT = 8
"""Characters of the object that goes with a verb of a later clause (开展满意度测评)."""


@attrs.frozen(slots=True)
class Figure:
    """What a sentence says of one quantity.

    ``relation`` is None for a plain count or amount; ``of`` the span of the quantity that a share or part is
    taken of; ``change`` the direction as written; ``compared_with`` what it is compared with.
    """

    quantity: Quantity
    verb: Mention | None = None
    thing: Mention | None = None
    relation: Relation | None = None
    of: Span | None = None
    change: str | None = None
    compared_with: str | None = None
    planned: bool = False


class Clause:
    """The words of one clause, without times and sessions, and where its quantities stand in them."""

    __slots__ = ("deeds", "places", "positions", "quantities", "respectively", "text")

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.quantities: list[Quantity] = []
        self.places: list[tuple[int, int]] = []
        self.positions: list[int] = []
        words: list[str] = []
        deeds: list[str] = []
        for child in nodes:
            self._add(child, words)
            deeds.extend(words[len(deeds) :] if not isinstance(child, LawTitle) else map(_masked, words[len(deeds) :]))
        self.text = "".join(words)
        self.deeds = "".join(deeds)
        """The text with the words of titles, which are no verbs of the clause, masked."""
        match = pattern("clause", "RESPECTIVELY").search(self.text)
        self.respectively = match.start() if match else -1
        """Where 分别 stands, -1 if nowhere."""

    def _add(self, node: Node, words: list[str]) -> None:
        if node.is_interruption or (isinstance(node, Time | Session) and not (words and words[-1].endswith(COMPARING))):
            return
        start = len(self.positions)
        if isinstance(node, Space):
            words.append(" ")
            self.positions.append(node.start)
            return
        if node.is_leaf:
            words.append(node.text)
            self.positions.extend(range(node.start, node.end))
            return
        for child in node.children:
            self._add(child, words)
        if isinstance(node, Quantity):
            self.quantities.append(node)
            self.places.append((start, len(self.positions)))

    def mention(self, start: int, end: int) -> Mention | None:
        """Return the stretch of the clause without blanks around it, None if nothing is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        return Mention(self.text[start:end], (self.positions[start], self.positions[end - 1] + 1))

    def thing(self, start: int, end: int) -> Mention | None:
        """Return a stretch as what was counted: without the marks and adverbs that hang on its end."""
        opening = pattern("clause", "THING_OPENING").match(self.text, start, end)
        start = opening.end() if opening else start
        loose = pattern("clause", "LOOSE_END").search(self.text[start:end])
        return self.mention(start, start + loose.start() if loose else end)


def read_figures(sentence: Branch) -> list[tuple[DataClause, list[Figure]]]:
    """Read the figures of a sentence, clause by clause."""
    clauses = _clauses(sentence)
    read: list[tuple[DataClause, list[Figure]]] = []
    before: list[Figure] = []
    for i, nodes in enumerate(clauses):
        if isinstance(nodes, DataClause):
            earlier, later = clauses[max(0, i - MOST_SHARED) : i], clauses[i + 1 : i + 1 + MOST_SHARED]
            reader = _Reader(Clause(nodes.children), earlier, later, before)
            read.append((nodes, [reader.figure(k) for k in range(len(reader.clause.quantities))]))
    return _with_parts(read)


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


Words = DataClause | list[Node]
"""A clause as it stands in a sentence: with figures, or plain nodes."""


def _clauses(sentence: Branch) -> list[Words]:
    clauses: list[Words] = []
    plain: list[Node] = []
    for child in sentence.children:
        if type(child) is DataClause:
            if plain:
                clauses.append(plain)
                plain = []
            clauses.append(child)
        elif type(child) is Punctuation and child.text[0] in CLAUSE_MARKS:
            if plain and child.text != "、":
                clauses.append(plain)
                plain = []
            elif plain:
                plain.append(child)
        else:
            plain.append(child)
    if plain:
        clauses.append(plain)
    return clauses


class _Reader:
    """Reads the figures of one clause in order; ``before`` holds those of the sentence so far and grows."""

    def __init__(self, clause: Clause, last: list[Words], later: list[Words], before: list[Figure]) -> None:
        self.clause = clause
        self._last = last
        self._later = later
        self.before = before

    @cached_property
    def last(self) -> Clause | None:
        """The clause before this one."""
        return Clause(_nodes(self._last[-1])) if self._last else None

    def figure(self, k: int) -> Figure:
        """Read the ``k``-th figure of the clause."""
        clause = self.clause
        start, end = clause.places[k]
        left_start = clause.places[k - 1][1] if k else 0
        right_end = clause.places[k + 1][0] if k + 1 < len(clause.places) else len(clause.text)
        right_end = min(right_end, end + NEAR)
        left = self._opened(max(left_start, start - NEAR), start)
        quantity = clause.quantities[k]
        words = clause.text[left:start]
        figure = (
            self._share(quantity, left, start)
            or self._respective(quantity, k, words)
            or self._from(quantity, left, start, clause.text[end:right_end])
            or self._comparative(quantity, left, start)
            or self._change(quantity, left, start)
            or self._target(quantity, left, start)
            or (self._rate(quantity, left, start) if quantity.percent else None)
            or self._level(quantity, left, start)
            or self._count(quantity, left, start, end, right_end)
        )
        if figure.relation is None and pattern("clause", "PART").search(clause.text, left_start, start):
            figure = attrs.evolve(figure, relation="part", of=self._base(quantity))
        if pattern("clause", "PLANNED").search(clause.text, max(0, start - NEAR), start):
            figure = attrs.evolve(figure, planned=True)
        self.before.append(figure)
        del self.before[:-MOST_BEFORE]
        return figure

    # Where the words before a number begin and end

    def _opened(self, start: int, end: int) -> int:
        """Skip the words that open a clause and are part of neither verb nor thing."""
        opener = pattern("clause", "OPENER")
        while start < end:
            match = opener.match(self.clause.text[start:end])
            if match is None or match.end() == 0:
                break
            start += match.end()
        return start

    def _trimmed(self, start: int, end: int) -> tuple[int, bool]:
        """Leave out what stands between the words and the number; tells whether 等 did."""
        tail = pattern("clause", "TAIL")
        listed = False
        while match := tail.search(self.clause.text, max(start, end - LONGEST_TAIL), end):
            listed = listed or match.group() == "等"
            end = match.start()
        return end, listed

    # The relations

    def _share(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        match = pattern("clause", "SHARE").search(self.clause.text[start:end]) if is_ratio(quantity) else None
        if match is None:
            return None
        verb = self.clause.mention(start + match.start(), start + match.start() + 1)
        counted = self._last_counted()
        base = match.group("base")
        named = next((f for f in self.before if base and f.thing and base in f.thing.text), None)
        of = named.quantity.span if named and named is not counted else self._whole(counted)
        own = self.clause.thing(start, start + match.start())
        return Figure(quantity, verb, own or (counted.thing if counted else None), "share", of)

    def _last_counted(self) -> Figure | None:
        """The last figure before that is a count, or a part of one."""
        return next((f for f in reversed(self.before) if f.relation in (None, "part")), None)

    def _whole(self, counted: Figure | None) -> Span | None:
        """What a counted part is a share of: what it is a part of, or the first count of the same unit before it."""
        if counted is None or counted.of is not None:
            return counted.of if counted else None
        counts = [f for f in self.before if f.relation is None and f.quantity.unit == counted.quantity.unit]
        larger = counts and counts[0] is not counted and _most(counts[0]) >= _most(counted)
        return counts[0].quantity.span if larger else None

    def _base(self, quantity: Quantity) -> Span | None:
        """The last count of the sentence that is not less: what this one is a part or share of."""
        counts = [f for f in self.before if f.relation is None and not f.quantity.percent]
        counted = self._last_counted()
        wholes = [f for f in counts if (f is not counted if quantity.percent else _most(f) >= _most(Figure(quantity)))]
        base = wholes[-1] if wholes else None
        if base is None and counted is not None and quantity.percent and counted.of is None:
            return None
        return base.quantity.span if base else None

    def _respective(self, quantity: Quantity, k: int, words: str) -> Figure | None:
        """分别增长4.3%、6.1%: the k-th figure is of the k-th thing named before."""
        at = self.clause.respectively
        if at < 0 or k:
            if not self.before or words.strip("、和") or not (at >= 0 or self._goes_on_sharing()):
                return None
            last = self.before[-1]
            thing = self._counted_after(last.thing) or self._after(last.thing)
            return attrs.evolve(last, quantity=quantity, thing=thing) if last.thing else None
        place = self.clause.places[0][0]
        plain = self._change(quantity, at + 2, place) or self._reached(quantity, at + 2, place)
        source = self.clause if at else self.last
        names = source.text[: at or None] if source else ""
        if source is None or ("、" not in names and "和" not in names):
            counted = self._counted()[-self._shared_out() :]
            return attrs.evolve(plain, thing=counted[0].thing) if plain.verb and counted else None
        stop = min((i for i in (names.find("、"), names.find("和")) if i > 0), default=len(names))
        start = max(names.rfind("，", 0, stop), -1) + 1
        return attrs.evolve(plain, quantity=quantity, thing=source.mention(start, stop))

    def _goes_on_sharing(self) -> bool:
        """Whether only figures stand between 分别 and this clause: 分别增长3%、6%、13%."""
        for words in reversed(self._last):
            clause = Clause(_nodes(words))
            if clause.respectively >= 0:
                return True
            if not clause.places or clause.places[0][0]:
                return False
        return False

    def _reached(self, quantity: Quantity, start: int, end: int) -> Figure:
        """分别达到98%: the verb between 分别 and the first number, if there is one."""
        stop, _ = self._trimmed(start, end)
        own = pattern("clause", "OWN_LEVEL").fullmatch(self.clause.text, start, end)
        verb = self.clause.mention(own.start("verb"), own.end("verb")) if own else self.clause.mention(start, stop)
        return Figure(quantity, verb, None, "rate" if is_ratio(quantity) else None)

    def _counted(self) -> list[Figure]:
        """The figures before that are of something counted, not of a change of it."""
        return [f for f in self.before if f.relation is None and f.thing is not None]

    def _shared_out(self) -> int:
        """How many figures stand in an enumeration that begins in this clause: 分别增长4%、3.5%."""
        later = (words for words in self._later if isinstance(words, DataClause))
        following = itertools.takewhile(lambda clause: isinstance(clause.children[0], Quantity), later)
        return len(self.clause.quantities) + sum(1 for _ in following)

    def _counted_after(self, thing: Mention | None) -> Mention | None:
        """The thing of the next figure behind the one that is of ``thing``."""
        things = [f.thing for f in self._counted()]
        if thing is None or thing not in things or self.before[-1].relation is None:
            return None
        at = things.index(thing) + 1
        return things[at] if at < len(things) else None

    def _after(self, thing: Mention | None) -> Mention | None:
        """The thing named next to one in an enumeration (A、B和C)."""
        if thing is None:
            return None
        for source in (self.clause, *(Clause(_nodes(words)) for words in reversed(self._last))):
            if not source.positions or thing.span[1] <= source.positions[0]:
                continue
            at = bisect_left(source.positions, thing.span[1] - 1) + 1
            if source.text[at : at + 1] in ("、", "和", "与", "及"):
                stops = [i for i in (source.text.find(m, at + 1) for m in "、和与及") if i > 0]
                stops += [i for i in (source.text.find("分别", at),) if i > 0]
                return source.mention(at + 1, min(stops, default=len(source.text)))
        return thing

    def _change(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        text = self.clause.text[start : self._rate_end(start, end)]
        match = pattern("clause", "CHANGE").search(text, max(0, len(text) - LONGEST_CHANGE))
        if match is None:
            return None
        comparing = pattern("clause", "COMPARISON")
        comparison = comparing.search(text) or comparing.search(self.clause.text, max(0, start - NEAR), end)
        rate_like = is_ratio(quantity) or (quantity.unit or "").endswith(DIFFERENCES)
        named = bool(text[: match.start()].strip())
        absolute = not self._behind(quantity) and (named or bool(self.before))
        if not (rate_like or comparison or absolute):
            return None
        verb = self.clause.mention(start + match.start(), start + match.end())
        head = start + (comparison.start() if comparison and comparison.start() < match.start() else match.start())
        thing = self.clause.thing(start, head) if head > start else None
        if thing is None or pattern("clause", "OPENER").fullmatch(thing.text):
            thing = self._last_thing()
        than = next((word for word in comparison.groups() if word), None) if comparison else None
        level = match.group("level")
        return Figure(
            quantity, verb, thing, ("rate" if rate_like else None) if level else "change", None,
            match.group("direction"), than,
        )  # fmt: skip

    def _comparative(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        """高于全省1.2个百分点, 是2019年的2.3倍, 翻一番: how far the thing before is from another."""
        if quantity.unit == "番":
            match = pattern("clause", "DOUBLING").search(self.clause.text[start:end])
            thing = self.clause.thing(start, start + match.start()) if match else None
            than = match.group("than") if match else None
            return Figure(quantity, None, thing or self._last_thing(), "change", None, quantity.text[0], than)
        if not (quantity.unit or "").endswith(DIFFERENCES):
            return None
        match = pattern("clause", "COMPARATIVE").search(self.clause.text[start:end])
        if match is None:
            return None
        verb = self.clause.mention(start + match.start("verb"), start + match.end("verb"))
        thing = self.clause.thing(start, start + match.start()) or self._last_thing()
        return Figure(quantity, verb, thing, "change", None, match.group("verb"), match.group("than"))

    def _from(self, quantity: Quantity, start: int, end: int, behind: str) -> Figure | None:
        """从88%提高到94.5%: where a change begins, of the thing before 从."""
        if not pattern("clause", "TO").search(behind):
            return None
        stop, _ = self._trimmed(start, end)
        match = pattern("clause", "FROM").search(self.clause.text[start:stop])
        if match is None:
            return None
        thing = self.clause.mention(start, start + match.start()) or self._last_thing()
        return Figure(quantity, None, thing, "rate" if is_ratio(quantity) else None)

    def _target(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        """为预算的101.2%: how much of a plan is done, of the thing named before."""
        match = pattern("clause", "TARGET").search(self.clause.text[start:end]) if quantity.percent else None
        if match is None:
            return None
        verb = self.clause.mention(start + match.start("verb"), start + match.end("verb"))
        named = self.clause.mention(start, start + match.start()) if match.start() else None
        return Figure(quantity, verb, named or self._last_thing(), "rate")

    def _rate(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        match = pattern("clause", "RATE").search(self.clause.text[start : self._rate_end(start, end)])
        if match is None:
            return None
        verb = self.clause.mention(start + match.start("verb"), start + match.end("verb"))
        thing = self.clause.thing(start + match.start("rate"), start + match.end("rate"))
        return Figure(quantity, verb, thing, "rate")

    def _behind(self, quantity: Quantity) -> str:
        """The words of the clause behind a quantity, up to the next one, its approximator aside."""
        at = bisect_left(self.clause.positions, quantity.end)
        following = next((a for a, _ in self.clause.places if a >= at), len(self.clause.text))
        return self.clause.text[at:following].strip(" 以上下左右内、")

    def _rate_end(self, start: int, end: int) -> int:
        while end > start and self.clause.text[end - 1] in " 近约超逾的":
            end -= 1
        return end

    def _level(self, quantity: Quantity, start: int, end: int) -> Figure | None:
        """注册用户达870人: a level; not a deed (实施项目达30个 is one)."""
        text = self.clause.text[start:end].rstrip()
        own = pattern("clause", "OWN_LEVEL").fullmatch(text) if self.before else None
        if own and not self._behind(quantity):
            verb = self.clause.mention(start + own.start("verb"), start + own.end("verb"))
            return Figure(quantity, verb, self._last_thing(), "rate" if is_ratio(quantity) else None)
        match = pattern("clause", "LEVEL").fullmatch(text) if text.endswith(LEVEL_ENDS) else None
        if match is None:
            return None
        measure = pattern("clause", "MEASURE_NOUN").search(match.group("thing"))
        if measure is None and self._verbs(start, start + match.end("thing")):
            return None
        if pattern("clause", "PREPOSITION").match(text):
            return None
        verb = self.clause.mention(start + match.start("verb"), start + match.end("verb"))
        relation: Relation | None = "rate" if is_ratio(quantity) else None
        return Figure(quantity, verb, self.clause.thing(start, start + match.end("thing")), relation)

    # Counts and amounts

    def _count(self, quantity: Quantity, left: int, start: int, end: int, right_end: int) -> Figure:
        stop, listed = self._trimmed(left, start)
        between = self.clause.text[stop:start].rstrip()
        nominal = between.startswith("的") or between.endswith("的")
        relative = nominal or listed or self.clause.text[left:stop].endswith(LOCATIVES)
        prepositional = pattern("clause", "PREPOSITION").match(self.clause.text[left:stop]) is not None
        if quantity.unit in ADVERBIAL:
            verbs = self._verbs(end, right_end)
            if verbs and verbs[0][0] == end:
                return Figure(quantity, self.clause.mention(*verbs[0]), self._noun(verbs[0][1], right_end)[0])
        noun, predicate = self._noun(end, right_end, to_verb=prepositional, persons=_counts_persons(quantity))
        deed = self._deed(left, stop, noun is not None, last=prepositional)
        if deed is None:
            return self._deedless(quantity, (left, stop), noun, predicate, prepositional=prepositional)
        if noun is None and nominal and (done := self._nominal(left, stop)):
            return Figure(quantity, done, self.clause.thing(left, stop))
        verb = self._negated(left, *deed)
        if quantity.unit == "人次" and (who := self._attending(left, stop)):
            return Figure(quantity, verb, who)
        after = deed[1]
        while self.clause.text[after : after + 1] in ("了", "的"):
            after += 1
        thing = self.clause.thing(after, stop) if after < stop else None
        listing = thing is not None and any(mark in thing.text for mark in "、和")
        listing = listing or (thing is not None and any(pattern("clause", n).search(thing.text) for n in ATTRIBUTES))
        if noun is not None and (thing is None or relative or listing):
            thing = noun
        elif relative:
            thing = self.clause.mention(left, stop)
            thing = self._last_thing() if thing == verb else thing  # 票决产生的十方面46个子项
        elif thing is None:
            subject = self.clause.thing(left, deed[0])
            named = subject is not None and pattern("clause", "ACTOR").search(subject.text) is None
            thing = subject if named else self._last_thing()
        return Figure(quantity, verb, thing)

    def _deedless(
        self,
        quantity: Quantity,
        words: tuple[int, int],
        noun: Mention | None,
        predicate: tuple[int, int] | None,
        *,
        prepositional: bool,
    ) -> Figure:
        """A figure with no verb before it: the verb stands behind, in a later clause, or is that of the list."""
        if pattern("clause", "DEED_ALONE").fullmatch(self.clause.text, *words):
            return Figure(quantity, self.clause.mention(*words), noun)
        thing = noun or (self.clause.thing(*words) if not prepositional else None)
        verb = None
        abuts = words[0] == words[1] and self._follows_figure(words[0])
        if abuts and noun is not None and not self._is_relative(self.before[-1].verb):
            verb = self.before[-1].verb  # 提出7个方面18项意见建议
        if verb is None and predicate:
            verb = self.clause.mention(*predicate)
        if verb is None and noun is not None and words[0] > 0 and self.before:
            verb = self.before[-1].verb
        if verb is None and noun is not None and not prepositional:
            verb = self._unlisted_verb(words)
        if verb is None and prepositional:
            verb = self._later_verb()
        acts = thing is not None and pattern("clause", "OWN_DEED").search(thing.text) is not None
        if verb is None and noun is None and not acts and self.before and _goes_on(self.before[-1], quantity):
            verb = self.before[-1].verb
        if verb is None and thing is None and self._restates(words):
            return Figure(quantity, self.before[-1].verb, self.before[-1].thing)
        if thing is None and (quantity.percent or verb is not None):
            thing = self._last_thing()
        return Figure(quantity, verb, thing)

    def _restates(self, words: tuple[int, int]) -> bool:
        """Whether a figure tells the one before it in another unit: 实施项目495个、248亿元."""
        alone = not self.clause.text[: words[1]].strip()
        return alone and bool(self.before) and self.before[-1].relation in (None, "part")

    def _follows_figure(self, at: int) -> bool:
        """Whether a figure ends at a place of the clause."""
        k = bisect_left(self.clause.places, (at, at))
        return k > 0 and self.clause.places[k - 1][1] == at

    def _is_relative(self, verb: Mention | None) -> bool:
        """Whether 的 stands behind a verb: 票决产生的十方面46个子项."""
        return verb is not None and self.clause.text.startswith("的", bisect_left(self.clause.positions, verb.span[1]))

    def _unlisted_verb(self, words: tuple[int, int]) -> Mention | None:
        """Two characters that stand alone before the number and its noun are a verb, known or not."""
        deed = pattern("clause", "DEED_BEFORE_NUMBER").fullmatch(self.clause.text[slice(*words)])
        return self.clause.mention(*words) if deed else None

    def _verbs(self, start: int, end: int) -> list[tuple[int, int]]:
        """The verbs between two places of the clause."""
        return [(start + a, start + b) for a, b in verbs_of(self.clause.deeds[start:end])]

    def _deed(self, left: int, stop: int, counted_behind: bool, *, last: bool) -> tuple[int, int] | None:
        """The verb before a number: the first one, or, behind one that only lets others act, the next."""
        verbs = self._verbs(left, stop)
        if not verbs:
            return None
        if last:
            light = len(verbs) > 1 and verbs[-2][1] == verbs[-1][0]  # 开展检查5次
            return verbs[-2] if light else verbs[-1]
        chosen = verbs[0]
        for following in verbs[1:]:
            causes = pattern("clause", "CAUSATIVE").fullmatch(self.clause.text[slice(*chosen)])
            if causes and (following[1] < stop or counted_behind):
                chosen = following
        return chosen

    def _nominal(self, left: int, stop: int) -> Mention | None:
        """暂不能解决的18件: the verb of a clause that 的 makes the name of what is counted."""
        verbs = self._verbs(left, stop)
        if verbs[-1][1] != stop or verbs[-1][0] == left:
            return None
        return self._negated(left, *verbs[-1])

    def _negated(self, left: int, start: int, end: int) -> Mention | None:
        """Return a verb with the negation before it."""
        negation = pattern("clause", "NEGATION").search(self.clause.text, left, start)
        return self.clause.mention(negation.start() if negation else start, end)

    def _attending(self, left: int, stop: int) -> Mention | None:
        """组织人大代表列席会议30人次: who is made to attend."""
        verbs = self._verbs(left, stop)
        if len(verbs) < 2 or not pattern("clause", "CAUSATIVE").fullmatch(self.clause.text[slice(*verbs[0])]):
            return None
        who = self.clause.thing(verbs[0][1], verbs[1][0])
        return who if who and pattern("clause", "PERSONS").search(who.text) else None

    def _noun(
        self, start: int, end: int, *, to_verb: bool = False, persons: bool = False
    ) -> tuple[Mention | None, tuple[int, int] | None]:
        """The noun behind a number and the verb behind it: 7家功能完备的示范站 is of 示范站; 93个问题已整改到位.

        ``to_verb`` cuts it at the first verb: 在3000个小区设置回收机. ``persons`` says that the number counts persons.
        """
        text = self.clause.text[start:end]
        between = pattern("clause", "BEHIND").match(text)
        skipped = between.end() if between else 0
        start, text = start + skipped, text[skipped:]
        verbs = self._verbs(start, end)
        stop = pattern("clause", "THING_END").search(text)
        cut = stop.start() if stop else len(text)
        if verbs and verbs[-1][1] == start + len(text) and 0 < verbs[-1][0] - start < cut:
            cut = verbs[-1][0] - start
        elif to_verb and verbs and SHORTEST_NOUN <= verbs[0][0] - start < cut:
            cut = verbs[0][0] - start
        at = text.find("的")
        head = 0
        if at >= 0 and not 0 < cut < at:
            owner = not persons and pattern("clause", "COUNTED_NOUN").search(text, 0, at)
            head = 0 if owner or (at <= SHORT_OWNER and not verbs) else text.rfind("的", 0, 40) + 1
            rest = pattern("clause", "THING_END").search(text[head:])
            cut = at if head == 0 else head + (rest.start() if rest else len(text) - head)
        predicate = next((verb for verb in verbs if verb[0] >= start + cut), None)
        return self.clause.thing(start + head, start + cut), predicate

    def _later_verb(self) -> Mention | None:
        """The verb that the next clause opens with: 对9个部门…，开展满意度测评."""
        if not self._later or isinstance(self._later[0], DataClause):
            return None
        later = Clause(self._later[0])
        reader = _Reader(later, [], [], [])
        opened = reader._opened(0, len(later.text))
        verbs = verbs_of(later.text[opened:])
        if not verbs or verbs[0][0] > 0:
            return None
        whole = len(later.text) - opened <= LONGEST_OBJECT
        return later.mention(opened, len(later.text) if whole else opened + verbs[0][1])

    def _last_thing(self) -> Mention | None:
        return next((f.thing for f in reversed(self.before) if f.thing is not None), None)


def _most(figure: Figure) -> Decimal:
    """The value of a figure, the upper end of a range."""
    value = figure.quantity.value
    return value[1] if isinstance(value, tuple) else value


def _goes_on(last: Figure, quantity: Quantity) -> bool:
    """Whether a figure may share the verb of the one before it: both are counts, or both are amounts of money."""
    return last.relation in (None, "part") and (last.quantity.unit == MONEY) == (quantity.unit == MONEY)


def _counts_persons(quantity: Quantity) -> bool:
    return (quantity.unit or "").startswith(("人", "名", "位"))


def is_ratio(quantity: Quantity) -> bool:
    """Whether a quantity is a part of something: a percentage, tenths (成), a fraction."""
    fraction = quantity.unit is None and not isinstance(quantity.value, tuple) and 0 < quantity.value < 1
    return quantity.percent or quantity.unit == "成" or fraction


def _masked(words: str) -> str:
    return "〓" * len(words)


def _nodes(words: Words) -> Iterable[Node]:
    return words.children if isinstance(words, DataClause) else words


def verbs_of(text: str) -> list[tuple[int, int]]:
    """Where the verbs stand in a text; neighbours make one (听取和审议), those of compound nouns are left out."""
    nouns = [match.span() for match in pattern("clause", "DEVERBAL").finditer(text)]
    spans: list[tuple[int, int]] = []
    for match in pattern("clause", "VERB").finditer(text):
        a, b = match.span()
        if any(n <= a < m and not (a == n == 0 and b == m) for n, m in nouns):
            continue
        if text[b : b + 1] in ("和", "与", "及") and not pattern("clause", "VERB").match(text, b + 1):
            continue  # 社会保障和就业支出
        light = spans and pattern("clause", "LIGHT_VERB").fullmatch(text[slice(*spans[-1])])
        if spans and not light and text[spans[-1][1] : a] in ("", "、", "和", "并", "与"):
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return spans


def figures(sentence: Branch) -> Iterator[Figure]:
    """Yield the figures of a sentence in order."""
    for _, read in read_figures(sentence):
        yield from read
