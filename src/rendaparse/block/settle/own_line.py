"""Settles lead sentences in lines of their own (独行主题句): …持续优化。 alone above its paragraphs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.settle.leads import lead_form
from rendaparse.block.settle.page import Claim, Lost, Page
from rendaparse.block.settle.sections import has_sentence_lines, is_single_sentence, sections

SHORTEST, LONGEST = 4, 34
FEWEST = 2
MOST_BODIES = 12
"""Paragraphs that may stand below one lead before the next."""
SHORTEST_BODY = 24
LEAST_BODY = 2
"""How many times as long as a lead the paragraph below it is."""


def settle_own_line_leads(page: Page) -> Iterator[Claim | Lost]:
    """Settle the lines of each section that are one short sentence with the form of a lead, above longer paragraphs.

    In a text of one sentence a line they are leads only where no other short line stands in the section.
    """
    sentence_lines = has_sentence_lines(page.lines)
    for section in sections(page.lines):
        texts = Counter(page.lines[at].text for at in section)
        forms = [
            _form(page.lines, section, k) if texts[page.lines[at].text] == 1 else "" for k, at in enumerate(section)
        ]
        leads = _between_sure(forms)
        sure = sum(bool(forms[k]) and forms[k] != "loose" for k in leads)
        if sure < FEWEST or not _spread(leads):
            yield from (Lost(section[k], "ownLineLead") for k in leads if forms[k] == "topic")
            continue
        if sentence_lines and _short_lines(page.lines, section) != len(leads):
            continue
        for k in leads:
            line = page.lines[section[k]]
            end = line.start + len(line.text.rstrip("。.．"))
            shape = HeadingShape("OWN_LINE", None, line.start, end, run_in=False)
            yield Claim(section[k], "ownLineLead", role="heading", shape=shape)


def _form(lines: Sequence[Line], section: Sequence[int], k: int) -> str:
    """The form of a paragraph as a lead; empty where it holds more than one sentence or no body stands below."""
    line = lines[section[k]]
    text = line.text
    if line.role or line.mark is not None or not SHORTEST < len(text) <= LONGEST or not text.endswith("。"):
        return ""
    if not is_single_sentence(text) or k + 1 == len(section):
        return ""
    below = lines[section[k + 1]]
    if section[k + 1] != section[k] + 1 or below.role or len(below.text) < max(SHORTEST_BODY, LEAST_BODY * len(text)):
        return ""
    return lead_form(text[:-1], "。")


def _between_sure(forms: Sequence[str]) -> list[int]:
    """The leads of a section: those of a sure form, and whatever could be one between them."""
    sure = [k for k, form in enumerate(forms) if form in ("topic", "clause")]
    return [k for k in range(sure[0], sure[-1] + 1) if forms[k]] if sure else []


def _short_lines(lines: Sequence[Line], section: Sequence[int]) -> int:
    """How many lines of a section are short sentences: more than the leads where each sentence has its line."""
    return sum(len(lines[at].text) <= LONGEST and is_single_sentence(lines[at].text) for at in section)


def _spread(leads: Sequence[int]) -> bool:
    return all(after - before - 1 <= MOST_BODIES for before, after in itertools.pairwise(leads))
