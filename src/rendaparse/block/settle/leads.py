"""Settles lead sentences (接排标题): headings without a number that their paragraph follows on the same line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from rendaparse.block.lexer import cut
from rendaparse.block.line import HeadingShape, Line, Token
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import commas, first_sentence_end
from rendaparse.block.settle.lists import SERIES_MARKS
from rendaparse.block.settle.page import Claim, Lost, Page, Parting
from rendaparse.block.settle.sections import sections
from rendaparse.grammar.patterns import pattern

SHORTEST, LONGEST = 3, 34
"""Characters of a lead sentence, its 。 aside."""
FEWEST = 2
"""Lead sentences of one section that confirm each other; a lone one is prose."""
SHARE = 3
"""At least one paragraph in so many of a section has a lead."""
FLAT_PARAGRAPH = 400
"""Characters of a paragraph in a flattened line from which on leads may stand in its middle."""
LONGEST_MIDLINE = 18
SHORTEST_BODY = 80
"""Characters between the leads of a flat paragraph."""
FEWEST_FLAT = 3
SURE = ("topic", "clause")
MOST_SHARE = 0.75
"""Share of the paragraphs of a section that could have a lead, from which on loose forms at its edges are leads."""
FEWEST_PARALLEL = 3
"""Leads of no sure form that confirm each other, where they are alike."""
PARALLEL_SHARE = 0.75
LEAST_BODY = 2
"""How many times as long as such a lead its body is."""
SHARED = 3
"""Characters that such leads share at their beginning and end (在…方面)."""
FLAT_SPREAD = 6
"""How much the leads of one flat paragraph may differ in length."""


def settle_leads(page: Page) -> Iterator[Claim | Lost]:
    """Settle the lead sentences of every section.

    Those of a sure form confirm each other; between two of them a looser form is one, too. Where every paragraph of a
    section could have one and they are alike, no form is asked for; nor where sections beside it have them.
    """
    read = [_Candidates.of(section, page) for section in sections(page.lines)]
    leads = [candidates.leads() for candidates in read]
    if sum(map(len, leads)) >= FEWEST:
        leads = [found or candidates.throughout() for found, candidates in zip(leads, read, strict=True)]
    for candidates, found in zip(read, leads, strict=True):
        for k in found:
            line = candidates.lines[k]
            if line.role != "lead":
                yield Claim(candidates.places[k], "lead", role="lead", shape=_lead_shape(line))
        if not found:
            yield from (Lost(candidates.places[k], "lead") for k in candidates.of_form("topic"))


@attrs.frozen(slots=True)
class _Candidates:
    """The paragraphs of a section: where they stand, their lines, and the form of the first sentence of each."""

    places: Sequence[int]
    lines: Sequence[Line]
    forms: Sequence[str]

    @classmethod
    def of(cls, section: list[int], page: Page) -> _Candidates:
        """Read the paragraphs of a section."""
        places = _outside_lists(section, page)
        lines = [page.lines[at] for at in places]
        forms = [_lead_form(line) for line in lines]
        last = len(lines) - 1
        for k in {0, last} if lines else ():
            if forms[k] and _is_prose_at_edge(lines[k].text, forms[k], last=k == last):
                forms[k] = ""
        return cls(places, lines, forms)

    def of_form(self, *names: str) -> list[int]:
        """The paragraphs whose first sentences have one of some forms."""
        return [k for k, form in enumerate(self.forms) if form in names]

    def leads(self) -> list[int]:
        """The paragraphs that have leads by what their own section shows."""
        sure, topics = self.of_form(*SURE), self.of_form("topic")
        if len(topics) < FEWEST and len(sure) - len(topics) < FEWEST:
            sure = topics if not any(_is_outcome(self.lines[k]) for k in topics) else sure
        share = SHARE if len(topics) >= FEWEST else 2
        possible = [k for k, form in enumerate(self.forms) if form]
        most = len(possible) >= MOST_SHARE * len(self.lines)
        if topics and len(sure) >= FEWEST and (share * len(sure) >= len(self.lines) or most):
            return possible if most else [k for k in possible if sure[0] <= k <= sure[-1]]
        return _parallel(self.lines, self.forms) or _same_beginning(self.lines) or self._of_one_cast()

    def _of_one_cast(self) -> list[int]:
        """The longest run of sentences with half of their words at the same places, and the actions beside it."""
        could = [bool(form) and _is_bodied(line) for form, line in zip(self.forms, self.lines, strict=True)]
        sentences = [_sentence(line) if able else "" for able, line in zip(could, self.lines, strict=True)]
        runs: list[list[int]] = [[]]
        for k, sentence in enumerate(sentences):
            if not k or not _is_of_one_cast(sentences[k - 1], sentence):
                runs.append([])
            runs[-1].append(k)
        longest = max(runs, key=len)
        if len(longest) < FEWEST_PARALLEL:
            return []
        first, last = longest[0], longest[-1]
        topics = self.of_form("topic")
        while first - 1 in topics:
            first -= 1
        while last + 1 in topics:
            last += 1
        return list(range(first, last + 1))

    def throughout(self) -> list[int]:
        """All paragraphs, or three and more that make up most, if each could have a lead and half are of a sure form.

        Each has a body longer than its lead.
        """
        possible = [bool(form) and _is_bodied(line) for form, line in zip(self.forms, self.lines, strict=True)]
        runs = [list(run) for could, run in itertools.groupby(range(len(possible)), key=possible.__getitem__) if could]
        longest = max(runs, key=len, default=[])
        fewest = FEWEST if len(longest) == len(possible) else FEWEST_PARALLEL
        sure = sum(self.forms[k] in SURE for k in longest)
        many = len(longest) >= max(fewest, len(possible) / 2)
        return longest if many and 2 * sure >= len(longest) else []


def _is_prose_at_edge(text: str, form: str, *, last: bool) -> bool:
    """Whether the first or the last paragraph of a section argues (…则…。) or calls (…。我们要…) rather than names.

    What has no sure form is not one there where it judges, has two halves, or opens a last paragraph that exclaims.
    """
    halves = commas(text[: first_sentence_end(text[: LONGEST + 2])]) > 0
    if pattern("forms", "ARGUES").match(text) or (
        (form != "topic" or halves) and pattern("forms", "CALLS").match(text)
    ):
        return True
    if form == "loose" and (halves or pattern("forms", "JUDGES").match(text)):
        return True
    return last and form != "topic" and text.endswith(("！", "!")) and not any(map(str.isdecimal, text))


def _is_bodied(line: Line) -> bool:
    sentence = first_sentence_end(line.text[: LONGEST + 2])
    return len(line.text) - sentence >= LEAST_BODY * (sentence - 1)


def _parallel(lines: Sequence[Line], forms: Sequence[str]) -> list[int]:
    """The paragraphs of a section that begin alike: nearly all, each with a short sentence and a longer body."""
    short = [k for k, form in enumerate(forms) if form]
    if len(short) < FEWEST_PARALLEL or PARALLEL_SHARE * len(lines) > len(short):
        return []
    sentences = [_sentence(lines[k]) for k in short]
    bodies = [len(lines[k].text) - len(sentence) for k, sentence in zip(short, sentences, strict=True)]
    bodied = all(body >= LEAST_BODY * len(sentence) for body, sentence in zip(bodies, sentences, strict=True))
    alike = all(_shared(before, after) >= SHARED for before, after in itertools.pairwise(sentences))
    even = max(map(len, sentences)) - min(map(len, sentences)) <= FLAT_SPREAD
    uniform = (
        even
        and max(map(len, sentences)) <= LONGEST_MIDLINE
        and len(short) == short[-1] + 1 - short[0] >= len(lines) - 1
    )
    return short if bodied and (alike or uniform) else []


def _same_beginning(lines: Sequence[Line]) -> list[int]:
    """The longest run of paragraphs whose short first sentences begin with one time: 五年来，人民生活明显改善。"""
    times: list[str] = []
    for line in lines:
        match = pattern("forms", "LEAD_OF_TIME").match(line.text) if not line.role else None
        bodied = match is not None and len(line.text) >= LEAST_BODY * match.end()
        times.append(match["time"] if match and bodied else "")
    runs = [list(run) for time, run in itertools.groupby(range(len(lines)), key=times.__getitem__) if time]
    longest = max(runs, key=len, default=[])
    return longest if len(longest) >= FEWEST_PARALLEL else []


def _shared(first: str, second: str) -> int:
    """How many characters two sentences share at their beginning and end."""
    ahead = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    back = zip(reversed(first[ahead:]), reversed(second[ahead:]), strict=False)
    return ahead + sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], back))


def _is_of_one_cast(first: str, second: str) -> bool:
    """Whether two sentences are as long and have half of their characters at the same places."""
    same = sum(one == other for one, other in zip(first, second, strict=False))
    return len(first) == len(second) > 0 and 2 * same >= len(first)


def _sentence(line: Line) -> str:
    """The first sentence of a paragraph, its 。 aside."""
    return line.text[: first_sentence_end(line.text[: LONGEST + 2]) - 1]


def _is_outcome(line: Line) -> bool:
    return pattern("forms", "LEAD_OUTCOME").fullmatch(_sentence(line)) is not None


def _outside_lists(paragraphs: list[int], page: Page) -> list[int]:
    """Leave out what stands between an item (二是) and the next, and then behind the last: it is part of the item."""
    inside: set[int] = set()
    last: dict[str, tuple[int, int]] = {}  # by kind of marker: index and number of the last item
    for i, at in enumerate(paragraphs):
        line = page.lines[at]
        mark = line.mark
        if mark is None or mark.kind not in SERIES_MARKS or line.role:
            continue
        number = marker_number(page.source[mark.start : mark.end])
        before = last.get(mark.kind)
        if number is None:
            continue
        if before is not None and number == before[1] + 1:
            inside.update(range(before[0] + 1, i))
        last[mark.kind] = (i, number)
    if inside:
        inside.update(range(max(i for i, _ in last.values()) + 1, len(paragraphs)))
    return [at for i, at in enumerate(paragraphs) if i not in inside]


def _lead_form(line: Line) -> str:
    """Form of the first sentence of a paragraph that goes on behind it; see :func:`lead_form`."""
    if line.role == "lead":
        return "topic"
    stop = 0 if line.mark is not None else first_sentence_end(line.text[: LONGEST + 2])
    if not stop or len(line.text.rstrip()) - stop <= SHORTEST:
        return ""
    form = lead_form(line.text[: stop - 1], line.text[stop - 1])
    return "" if form != "topic" and pattern("forms", "TELLS").match(line.text) else form


def lead_form(sentence: str, mark: str) -> str:
    """What a sentence could be as a heading.

    ``topic`` is a short action or outcome, ``clause`` a short sentence that reports no figure and makes no argument,
    ``loose`` any other that no address and no figure bars: it may be one between two that are sure.
    """
    if mark != "。" or not SHORTEST <= len(sentence) <= LONGEST or commas(sentence) > 1:
        return ""
    if pattern("forms", "LEAD_BARRED").fullmatch(sentence):
        return ""
    if pattern("forms", "LEAD_EXCLUDED").fullmatch(sentence):
        return "loose"
    if pattern("forms", "LEAD_ACTION").fullmatch(sentence) or pattern("forms", "LEAD_OUTCOME").fullmatch(sentence):
        return "topic"
    return "clause" if pattern("forms", "LEAD_CLAUSE").fullmatch(sentence) else "loose"


def _lead_shape(line: Line) -> HeadingShape:
    stop = first_sentence_end(line.text[: LONGEST + 2])
    return HeadingShape("LEAD", None, line.start, line.start + stop - 1, run_in=True)


def part_flat(page: Page) -> Iterator[Parting]:
    """Part the paragraphs of a flattened line that hold several leads."""
    end: Token | None = None  # of the line before: None where both stand in one line of the source
    for i, line in enumerate(page.lines):
        one_line = line.end is None or (end is None and not line.blanks)
        flat = one_line and len(line.text) >= FLAT_PARAGRAPH
        end = line.end
        leads = [line.start + at for at in _flat_leads(line.text)] if flat and not line.role and not line.joins else []
        if leads:
            parts = cut(line, [offset for offset in leads if offset > line.start], page.source)
            led = [
                attrs.evolve(part, role="lead", shape=_lead_shape(part), rule="lead")
                for part in parts[len(parts) - len(leads) :]
            ]
            yield Parting(i, "leads in a flattened line", [*parts[: len(parts) - len(leads)], *led])


def _flat_leads(text: str) -> list[int]:
    """Offsets of the lead sentences inside one long paragraph: of one form, with a body behind each."""
    leads: list[tuple[int, str]] = []
    start = topics = 0
    for end in (match.end() for match in pattern("marks", "SENTENCE_TAIL").finditer(text)):
        sentence = text[start : end - 1]
        whole = len(sentence) <= LONGEST_MIDLINE and first_sentence_end(text[start:end]) == end - start
        form = lead_form(sentence, text[end - 1]) if whole else ""
        if form in SURE:
            leads.append((start, sentence))
            topics += form == "topic"
        start = end
    if len(leads) < FEWEST_FLAT:
        return []
    stops = [at for at, _ in leads[1:]] + [len(text)]
    lengths = [len(sentence) for _, sentence in leads]
    parts = {commas(sentence) for _, sentence in leads}
    spaced = all(stop - at >= SHORTEST_BODY for (at, _), stop in zip(leads, stops, strict=True))
    alike = topics > 0 and max(lengths) - min(lengths) <= FLAT_SPREAD and len(parts) == 1
    return [at for at, _ in leads] if spaced and alike else []
