"""The words of a clause (分句): as text, with the place of each character, and where its figures stand."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from rendaparse._text import Span
from rendaparse.clause.phrase import Phrase
from rendaparse.grammar.patterns import characters, pattern
from rendaparse.nodes import Branch, DataClause, LawTitle, Marker, Node, Punctuation, Quantity, Session, Space, Time

COMPARING = ("比", "较", "同", "与", "是", "于")
"""Words behind which a time is what a figure is compared with (比上年)."""
LONGEST_LOOSE = 12
"""Characters of what hangs on the end of a thing."""
NEAR = 60
"""Characters on both sides of a figure in which the words stand that bear on it."""
LONGEST_LABEL = 14
"""Characters of a label, its colon with it."""
LONGEST_SUFFIX = 2
"""Characters of an approximator behind a figure (左右)."""

Words = DataClause | list[Node]
"""A clause as it stands in a sentence: with figures, or plain nodes."""


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

    def joint(self, k: int) -> int | None:
        """Where 、 or 和 parts the noun behind a figure from what belongs to the next: 3条新线、新增里程30公里."""
        end = self.places[k + 1][0]
        start = max(self.places[k][1] + 1, end - NEAR)
        joints = [match.start() for match in pattern("clause", "JOINED").finditer(self.text, start, end)]
        return joints[-1] if joints else None

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

    def phrase(self, start: int, end: int) -> Phrase | None:
        """Return the stretch of the clause without blanks around it, None if nothing is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        first, last = self.positions[start], self.positions[end - 1]
        whole = last - first == end - 1 - start
        return Phrase(self.text[start:end], ((first, last + 1),) if whole else tuple(self._slices(start, end)))

    def _slices(self, start: int, end: int) -> Iterator[Span]:
        """Yield the slices of the source that a stretch stands in, without the blanks at their ends."""
        first = start
        for place in range(start + 1, end + 1):
            if place < end and self.positions[place] == self.positions[place - 1] + 1:
                continue
            run = self.text[first:place]
            left, right = first + len(run) - len(run.lstrip()), first + len(run.rstrip())
            if left < right:
                yield self.positions[left], self.positions[right - 1] + 1
            first = place

    def thing(self, start: int, end: int) -> Phrase | None:
        """Return a stretch as what was counted: without the marks and adverbs that hang on its end."""
        opening = pattern("clause", "THING_OPENING").match(self.text, start, end)
        start = opening.end() if opening else start
        loose = pattern("clause", "LOOSE_END").search(self.text, max(start, end - LONGEST_LOOSE), end)
        end = loose.start() if loose else end
        return None if pattern("clause", "NO_THING").fullmatch(self.text, start, end) else self.phrase(start, end)


def _masked(words: str) -> str:
    return "〓" * len(words)


def clauses_of(sentence: Branch) -> list[Words]:
    """Return the clauses of a sentence in order; plain ones end at any clause mark but 、.

    The words of a heading, which the grammar does not group, are parted in the same way.
    """
    clauses: list[Words] = []
    plain: list[Node] = []
    for child in sentence.children:
        if type(child) is DataClause:
            if plain:
                clauses.append(plain)
                plain = []
            clauses.append(child)
        elif _ends_clause(child):
            if plain and (child.text not in characters("marks", "ENUMERATION_MARKS") or type(plain[-1]) is Quantity):
                clauses.append(_grouped(plain))
                plain = []
            elif plain:
                plain.append(child)
        elif type(child) is not Marker:
            plain.append(child)
    if plain:
        clauses.append(_grouped(plain))
    return clauses


def _grouped(plain: list[Node]) -> Words:
    """Make a data clause of the words of a heading that report a figure."""
    counted = any(type(node) is Quantity for node in plain)
    return DataClause(plain[0].start, plain[-1].end, tuple(plain)) if counted else plain


def label_of(sentence: Branch, clause: DataClause) -> list[Node]:
    """Return the words that a colon parts from a clause that holds a figure alone: 代表建议：356件."""
    place, mark = _mark_before(sentence, clause)
    if mark not in characters("marks", "COLONS") or not _is_bare(clause):
        return []
    before = sentence.children[max(0, place - LONGEST_LABEL) : place]
    label = list(
        itertools.takewhile(lambda node: type(node) is not DataClause and not _ends_clause(node), reversed(before))
    )[::-1]
    return label if label and clause.start - label[0].start <= LONGEST_LABEL else []


def is_enumerated(sentence: Branch, clause: DataClause) -> bool:
    """Whether a clause is only figures that 、 joins to those before: 分别增长4.3%、6.1%和7%."""
    pairing = pattern("clause", "PAIRING")
    bare = all(isinstance(node, Quantity) or pairing.fullmatch(node.text) for node in clause.children)
    return bare and _mark_before(sentence, clause)[1] == "、"


def _is_bare(clause: DataClause) -> bool:
    return isinstance(clause.children[0], Quantity) and clause.end - clause.children[0].end <= LONGEST_SUFFIX


def _mark_before(sentence: Branch, clause: DataClause) -> tuple[int, str]:
    """The place among the nodes of a sentence of the one before a clause, and its text."""
    place = bisect_left(sentence.children, clause.start, key=attrgetter("start")) - 1
    return place, sentence.children[place].text if place >= 0 else ""


def _ends_clause(node: Node) -> bool:
    return type(node) is Punctuation and pattern("marks", "CLAUSE_STOP").match(node.text) is not None


def nodes_of(words: Words) -> Iterable[Node]:
    """Return the nodes of a clause."""
    return words.children if isinstance(words, DataClause) else words


def verbs_of(text: str) -> list[tuple[int, int]]:
    """Where the verbs stand in a text; neighbours make one (听取和审议), those of compound nouns are left out."""
    verbs = [match.span() for match in pattern("clause", "VERB").finditer(text)]
    nouns = [match.span() for match in pattern("clause", "DEVERBAL").finditer(text)] if verbs else []
    spans: list[tuple[int, int]] = []
    for a, b in verbs:
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
