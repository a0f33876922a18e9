"""What a figure is read by: its clause, the clauses on both sides, the figures of the sentence before it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from rendaparse.clause.clause import NEAR, Clause, Words, nodes_of, verbs_of
from rendaparse.clause.figure import Figure
from rendaparse.clause.phrase import Phrase
from rendaparse.grammar.patterns import pattern

LONGEST_TAIL = 14
"""Characters of what stands between words and number."""


class Context:
    """One figure in its clause, the ``k``-th of it, among its neighbours.

    ``start`` and ``end`` are where the quantity stands in the text of the clause; ``left`` is where the words before it
    begin, behind the figure before and what opens the clause; ``right`` where those behind it end. ``before`` holds the
    figures of the sentence so far; ``joint_before`` and ``joint_behind`` are its joints (:meth:`Clause.joint`).
    """

    def __init__(
        self, clause: Clause, k: int, before: list[Figure], *, earlier: list[Words], later: list[Words]
    ) -> None:
        self.clause = clause
        self.k = k
        self.before = before
        self.earlier = earlier
        self.later = later
        self.quantity = clause.quantities[k]
        self.start, self.end = clause.places[k]
        last = k + 1 == len(clause.places)
        self.joint_before = clause.joint(k - 1) if k else None
        self.joint_behind = None if last else clause.joint(k)
        self.gap = (self.joint_before or clause.places[k - 1][1]) if k else 0
        """Where what belongs to the figure before ends, or the clause begins."""
        self.left = opened(clause.text, max(self.gap, self.start - NEAR), self.start)
        following = len(clause.text) if last else self.joint_behind or clause.places[k + 1][0]
        self.right = min(following, self.end + NEAR)

    @property
    def deed_before(self) -> int:
        """Where the verb stands that the figure before has, if behind it: 3所学校虚报学员9人; else 0."""
        verb = self.before[-1].verb if self.k and self.before else None
        if verb is None or verb.span[0] < self.before[-1].quantity.end or verb.text.endswith("有"):
            return 0
        place = bisect_left(self.clause.positions, verb.span[0])
        return place if place < self.start else 0

    @property
    def governs(self) -> bool:
        """Whether a figure follows in the clause that has no noun of its own kind before it."""
        return self.k + 1 < len(self.clause.places) and self.joint_behind is None

    @property
    def words(self) -> str:
        """The words before the figure."""
        return self.clause.text[self.left : self.start]

    @cached_property
    def last(self) -> Clause | None:
        """The clause before this one."""
        return Clause(nodes_of(self.earlier[-1])) if self.earlier else None

    def trimmed(self, start: int, end: int) -> tuple[int, bool]:
        """Leave out what stands between the words and the number; tells whether 等 did."""
        tail = pattern("clause", "TAIL")
        listed = False
        while match := tail.search(self.clause.text, max(start, end - LONGEST_TAIL), end):
            listed = listed or match.group() == "等"
            end = match.start()
        return end, listed

    def last_counted(self) -> Figure | None:
        """The last figure before that is a count, or a part of one."""
        return next((f for f in reversed(self.before) if f.relation in (None, "part")), None)

    def counted(self) -> list[Figure]:
        """The figures before that are of something counted, not of a change of it."""
        return [f for f in self.before if f.relation is None and f.thing is not None]

    @property
    def behind(self) -> str:
        """The words of the clause behind the figure, up to the next one, its approximator aside."""
        return self.clause.text[self.end : self.right].strip(" 以上下左右内、")

    def verbs(self, start: int, end: int) -> list[tuple[int, int]]:
        """The verbs between two places of the clause."""
        return [(start + a, start + b) for a, b in verbs_of(self.clause.deeds[start:end])]

    def last_thing(self) -> Phrase | None:
        """The thing of the last figure before that has one."""
        return next((f.thing for f in reversed(self.before) if f.thing is not None), None)


def opened(text: str, start: int, end: int) -> int:
    """Skip the words that open a clause and are part of neither verb nor thing; returns where they end."""
    opener = pattern("clause", "OPENER")
    while start < end:
        match = opener.match(text[start:end])
        if match is None or match.end() == 0:
            break
        start += match.end()
    return start
