"""Facts (数据): the figures of a report as rows, each with its place, its verb, its thing, its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from rendaparse._base_report import BaseReport
from rendaparse._text import LineIndex, Span
from rendaparse.clause.figure import Figure, Status
from rendaparse.clause.figures import read_figures
from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Branch, Heading, Note, Paragraph, Section, Sentence, Time
from rendaparse.parts import opening_time, read_parts, told_by
from rendaparse.tree.inlines import has_inlines
from rendaparse.tree.leaves import source_text
from rendaparse.views.fact import Fact, FactPart, FactRow, FactSource
from rendaparse.views.periods import NEVER, NOW, Period, heading_period, opening_period, part_period
from rendaparse.views.sentence_times import SentenceTimes
from rendaparse.years import Part, find_years

COLONS = "：:"


def facts(report: BaseReport) -> tuple[Fact, ...]:
    """Return the figures of a report in the order of the text.

    Raises ValueError where the report was parsed without inline content, as no figure was read then.
    """
    if not has_inlines(report.document):
        raise ValueError("the report was parsed without inline content (inline=False), so no figure was read")
    return tuple(_Reading(report).facts())


def rows(reports: BaseReport | Iterable[BaseReport]) -> Iterator[FactRow]:
    """Yield the facts of one or many reports as flat rows (:meth:`Fact.as_row`), ready for a data frame."""
    for report in (reports,) if isinstance(reports, BaseReport) else reports:
        for fact in facts(report):
            yield fact.as_row()


@attrs.frozen(slots=True)
class _Place:
    """Where a sentence stands: the headings above it, its part, the last time named in its block or above it.

    ``above`` is that of the headings alone; ``periods`` are those that the nearest one names, where it names several.
    """

    path: tuple[str, ...]
    part: Part
    period: Period | None = None
    above: Period | None = None
    periods: frozenset[str | None] = frozenset()
    annex: bool = False

    @property
    def fact_part(self) -> FactPart | None:
        """The part as a row names it."""
        return "annex" if self.annex else self.part or None


class _Reading:
    """One report on the way to its facts."""

    def __init__(self, report: BaseReport) -> None:
        self._document = report.document
        self._source = FactSource(report.source.name, report.source.sha256)
        self._lines = LineIndex(source_text(report.document))
        self._years = find_years(report.document)
        self._parts = read_parts(report.document, self._years)

    def facts(self) -> Iterator[Fact]:
        return self._below(self._document, _Place((), self._years.part))

    def _below(self, branch: Branch, place: _Place) -> Iterator[Fact]:
        titles = _note_titles(branch)
        for child in branch.children:
            if isinstance(child, Section):
                yield from self._below(child, self._under(child.heading, place))
            elif isinstance(child, Note):
                yield from self._below(child, self._annexed(titles.get(child.start)))
            elif isinstance(child, Sentence):
                place = self._in_part(child, place)
                yield from self._of_sentence(child, place)
                first = child is branch.children[0]
                period = opening_period(child, place.period, first=first) or place.period
                place = attrs.evolve(place, period=place.above if period is NOW else period)
            elif isinstance(child, Heading):
                yield from self._of_sentence(child, place)
            elif isinstance(child, Branch):
                yield from self._below(child, place)
                if isinstance(child, Paragraph) and place.periods:
                    place = _turned(place, child)

    def _in_part(self, sentence: Sentence, place: _Place) -> _Place:
        """The place of a sentence in its part of the report; the notes have none."""
        return place if place.annex else attrs.evolve(place, part=self._parts.at(sentence.start))

    def _under(self, heading: Heading, place: _Place) -> _Place:
        """The place under a heading, which is its own, too."""
        part = self._parts.at(heading.start)
        period = heading_period(heading, self._years, part) or place.period
        named = frozenset(time.resolved for time in heading.find_all(Time)) - {None}
        periods = named if len(named) > 1 else place.periods if period is place.period else frozenset[str | None]()
        return _Place((*place.path, heading.text), part, period, period, periods)

    def _annexed(self, title: Note | None) -> _Place:
        """The place of notes under their title; what the report speaks of is not what they speak of."""
        if title is None:
            return _Place((), "", NEVER, NEVER, annex=True)
        part = told_by(title, self._years).part
        period = heading_period(title, self._years, part) or NEVER
        return _Place((title.text.rstrip(COLONS),), part, period, period, annex=True)

    def _of_sentence(self, sentence: Sentence | Heading, place: _Place) -> Iterator[Fact]:
        read = read_figures(sentence)
        if not read:
            return
        text = sentence.text.strip()
        times = SentenceTimes(sentence, {figure.compared_with for _, figures in read for figure in figures})
        by_part = part_period(place.part, self._years, self._document)
        for _, figures in read:
            for figure in figures:
                period = times.of(figure) or place.period or by_part
                period = (place.above or by_part) if period is NOW else period
                yield self._fact(figure, place, period, sentence.span, text)

    def _fact(self, figure: Figure, place: _Place, period: Period, sentence: Span, text: str) -> Fact:
        quantity = figure.quantity
        line, column = self._lines.position(quantity.start)
        return Fact(
            source=self._source,
            line=line,
            column=column,
            span=quantity.span,
            text=quantity.text,
            value=quantity.value,
            unit=quantity.unit,
            percent=quantity.percent,
            approx=quantity.approx,
            verb=figure.verb.text if figure.verb else None,
            verb_from=figure.verb_from,
            thing=figure.thing.text if figure.thing else None,
            thing_spans=figure.thing.spans if figure.thing else (),
            actor=None,
            relation=figure.relation,
            of=figure.of,
            of_text=figure.of_text,
            change=figure.change,
            compared_with=figure.compared_with,
            per=None,
            period=period.value,
            period_from=period.said,
            status=self._status(figure, place.part, period),
            part=place.fact_part,
            path=place.path,
            indicator=None,
            rule=figure.rule,
            sentence=sentence,
            sentence_text=text,
        )

    def _status(self, figure: Figure, part: Part, period: Period) -> Status:
        """What the words of a figure say, else what its time and its part do."""
        last, year, delivery = period.last_year, self._years.of(part), self._years.delivery
        ahead = last is not None and delivery is not None and last > delivery
        past = last is not None and year is not None and last < year
        return "plan" if ahead or (part == "plan" and not past) else figure.status


def _turned(place: _Place, paragraph: Paragraph) -> _Place:
    """The place behind a paragraph that is about one of the periods which the heading above names."""
    sentence = paragraph.find(Sentence)
    time = opening_time(sentence) if sentence is not None else None
    if time is None or time.resolved not in place.periods:
        return place
    period = Period(time.resolved, "heading")
    return attrs.evolve(place, period=period, above=period)


def _note_titles(branch: Branch) -> dict[int, Note]:
    """The title that each note stands under, by the note's beginning: 名词解释; of a mere 附件1 the line below."""
    titles: dict[int, Note] = {}
    title: Note | None = None
    labelled = False
    for note in branch.children:
        if not isinstance(note, Note):
            continue
        words = note.text
        if pattern("forms", "NOTE_HEAD").fullmatch(words):
            title, labelled = note, pattern("forms", "ANNEX_LABEL").fullmatch(words) is not None
        else:
            title = note if labelled and pattern("forms", "ANNEX_TITLE").fullmatch(words) else title
            labelled = False
        if title is not None:
            titles[note.start] = title
    return titles
