"""Why a place of a report is read as it is (解释): its nodes, and the rules and words behind them."""

from __future__ import annotations

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import Span
from rendaparse.block.rules import HEADING_RULES
from rendaparse.block.settle.page import Claim, Decision
from rendaparse.document import decisions
from rendaparse.grammar.files import words
from rendaparse.nodes import DataClause, Heading, Node, Sentence
from rendaparse.tree.query import node_at
from rendaparse.views.fact import Fact
from rendaparse.views.facts import facts


@attrs.frozen(slots=True)
class LineDecision:
    """判定: what one step of the settling said of a line.

    ``step`` names the step, ``rule`` what it went by, ``role`` what the line was to be, None where only its level or
    its seam was settled; ``taken`` tells whether the claim was taken or lost.
    """

    step: str
    rule: str
    role: str | None
    taken: bool


@attrs.frozen(slots=True)
class WordEntry:
    """词条: a word of the lists that stands in the clause: where, its classes, the list and the source that have it."""

    span: Span
    word: str
    classes: tuple[str, ...]
    source: str


@attrs.frozen(slots=True)
class Explanation:
    """解释: what stands at a place of a report, and why.

    ``path`` are the nodes from the document to the leaf there; ``rule`` says what the heading there goes by, None
    where there is none; ``decisions`` are those on its line, in the order of the steps; ``facts`` the rows of the
    figure there, else of its clause, each with its ``rule``; ``words`` the entries of the lists that stand in the
    clause or heading.
    """

    path: tuple[Node, ...]
    rule: str | None
    decisions: tuple[LineDecision, ...]
    facts: tuple[Fact, ...]
    words: tuple[WordEntry, ...]


def explain(report: BaseReport, offset: int) -> Explanation:
    """Explain the code point at an offset of the source; raises IndexError where it lies outside.

    >>> import rendaparse
    >>> found = rendaparse.explain(rendaparse.parse("全年召开会议7次。"), 6)
    >>> [(fact.rule, fact.verb, fact.thing) for fact in found.facts], found.words[0].word
    ([('count', '召开', '会议')], '全年')
    """
    path = node_at(report.document, offset)
    stretch = next((node for node in reversed(path) if isinstance(node, DataClause | Heading | Sentence)), None)
    heading = next((node for node in path if isinstance(node, Heading)), None)
    on_line = (decision for decision in decisions(report.text) if decision.span[0] <= offset < decision.span[1])
    return Explanation(
        path,
        HEADING_RULES.get(heading.rule or "") if heading is not None else None,
        tuple(_shown(decision) for decision in on_line),
        _facts_at(report, offset, stretch),
        _words_in(report.text, stretch.span) if stretch is not None else (),
    )


def _shown(decision: Decision) -> LineDecision:
    role = decision.claim.role if isinstance(decision.claim, Claim) else "heading"
    return LineDecision(decision.step, decision.claim.rule, role, decision.taken)


def _facts_at(report: BaseReport, offset: int, stretch: Node | None) -> tuple[Fact, ...]:
    if stretch is None:
        return ()
    within = [fact for fact in facts(report) if stretch.start <= fact.span[0] and fact.span[1] <= stretch.end]
    return tuple([fact for fact in within if fact.span[0] <= offset < fact.span[1]] or within)


def _words_in(text: str, span: Span) -> tuple[WordEntry, ...]:
    """Return the entries in a stretch, in the order of their places, of those at one place the longest."""
    found: dict[int, WordEntry] = {}
    for name, word in words():
        at = text.find(word.word, *span)
        while at >= 0:
            if at not in found or len(found[at].word) < len(word.word):
                place = (at, at + len(word.word))
                found[at] = WordEntry(place, word.word, tuple(word.classes), f"{name}: {word.source}")
            at = text.find(word.word, at + 1, span[1])
    return tuple(found[at] for at in sorted(found))
