"""Finds the times that a sentence says (时间状语), each with what stands around it."""

from __future__ import annotations

import attrs

from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, LawTitle, Node, Parenthesis, Punctuation, Quantity, Quote, SoftBreak, Time

PAIRS = (LawTitle, Quote, Parenthesis)
AROUND = 12
"""How many characters before and behind a time are looked at."""
PLAN = "plan"
COMMAS = ("，", ",")
OF = "的"
START_OF_YEAR = "start-of-year"


@attrs.frozen(slots=True)
class SaidTime:
    """A time outside of any pair of marks, what stands before and ``behind`` it.

    ``clauses`` is how many clauses end before it, ``figures`` how many figures stand before it in its sentence.
    """

    time: Time
    before: str
    behind: str
    clauses: int
    figures: int

    @property
    def opens_clause(self) -> bool:
        """Whether it stands at the head of a clause."""
        return pattern("time", "CLAUSE_OPENING").search(self.before) is not None

    @property
    def holds_on(self) -> bool:
        """Whether it holds for the clauses behind, too: it stands at the head of its clause, or is its end."""
        return self.opens_clause or self.behind.startswith(COMMAS)

    @property
    def owns(self) -> bool:
        """Whether what stands right behind is of it, or measured from it: 2020年的3亿元, 2020年的3倍."""
        return self.behind.startswith(OF)

    @property
    def is_listed(self) -> bool:
        """Whether another time stands right before it in a list (2021年、2022年)."""
        return pattern("time", "LISTED_BEFORE").search(self.before) is not None

    @property
    def is_base(self) -> bool:
        """Whether something is only measured from it: 比上年, 从2020年的…, 创近五年新高, 年初剩余的."""
        behind = "STATE_BEHIND" if self.time.value == START_OF_YEAR else "BASE_BEHIND"
        if pattern("time", behind).match(self.behind):
            return True
        before = pattern("time", "BASE_BEFORE").search(self.before)
        return before is not None and (before["from"] is None or "/" not in self.time.value)

    @property
    def is_name(self) -> bool:
        """Whether it is part of a name: that of a plan, which is a time where 时期 or 期间 stands behind it only."""
        spans_years = self.time.kind == PLAN and "/" in self.time.value and ".." not in self.time.value
        return spans_years and pattern("time", "TERM_BEHIND").match(self.behind) is None


def said_times(sentence: Branch) -> list[SaidTime]:
    """Return the times of a sentence in order."""
    if not _names_time(sentence):
        return []
    pieces: list[str] = []
    found: list[tuple[Time, int, int, int]] = []
    length = clauses = figures = 0
    paired = sentence.start
    for node in sentence.walk():
        if isinstance(node, PAIRS):
            paired = max(paired, node.end)
        elif isinstance(node, Time) and node.start >= paired:
            found.append((node, length, clauses, figures))
        elif isinstance(node, Quantity):
            figures += 1
        if node.is_leaf and not isinstance(node, SoftBreak):
            pieces.append(node.text)
            length += len(node.text)
            clauses += node.start >= paired and _ends_clause(node)
    text = "".join(pieces)
    return [
        SaidTime(time, text[max(0, at - AROUND) : at], text[(end := at + len(time.text)) : end + AROUND], *counts)
        for time, at, *counts in found
    ]


def _names_time(branch: Branch) -> bool:
    """Whether a time stands below a branch outside of any pair: most sentences have none (their depth is capped)."""
    return any(
        isinstance(node, Time) or (isinstance(node, Branch) and not isinstance(node, PAIRS) and _names_time(node))
        for node in branch.children
    )


def _ends_clause(leaf: Node) -> bool:
    return isinstance(leaf, Punctuation) and pattern("inline", "CLAUSE_END").fullmatch(leaf.text) is not None
