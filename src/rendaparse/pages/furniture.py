"""Tells the furniture of pages (页码、页眉): page numbers, and running headers that stand beside them."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from rendaparse.block.rows import read_row
from rendaparse.grammar.patterns import pattern
from rendaparse.pages.lines import PageLine

LONGEST_HEADER = 40
"""Characters of a running header."""
FEWEST_PAGES = 2
"""Page numbers that count up, and headers that recur, before either is taken for furniture."""
DIGITS = re.compile("[0-9０-９]+")


def page_furniture(lines: Sequence[PageLine], source: str) -> set[int]:
    """Return the indices of the lines that are furniture of pages."""
    numbers = _page_numbers(lines)
    paged = numbers or "\f" in source  # else nothing tells where a page ends
    return numbers | _running_headers(lines, numbers, source) if paged else numbers


def _page_numbers(lines: Sequence[PageLine]) -> set[int]:
    """Lines that hold a number alone, where the numbers count up and cut sentences, or are set between dashes."""
    dressed: set[int] = set()
    bare: list[tuple[int, int]] = []
    page_number = pattern("pages", "PAGE_NUMBER")
    for i, line in enumerate(lines):
        match = page_number.fullmatch(line.text)
        if match is None:
            continue
        if match["bare"] is None:
            dressed.add(i)
        else:
            bare.append((i, int(match["bare"])))
    headed = _above_a_header(lines, bare)
    rest = [number for number in bare if number not in headed]
    cut = sum(_cuts_sentence(lines, i) for i, _ in rest)
    page = headed + (rest if _counts_up(rest) and 2 * cut >= len(rest) else [])
    return dressed | {i for i, _ in page}


def _above_a_header(lines: Sequence[PageLine], numbers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The numbers below which one and the same line stands, if they count up."""
    by_header: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in numbers:
        by_header[_below(lines, number[0])].append(number)
    return [number for group in by_header.values() if _counts_up(group) for number in group]


def _counts_up(numbers: Sequence[tuple[int, int]]) -> bool:
    return len(numbers) >= FEWEST_PAGES and all(low[1] < high[1] for low, high in itertools.pairwise(numbers))


def _below(lines: Sequence[PageLine], i: int) -> str:
    return next((lines[k].text for k in range(i + 1, len(lines)) if lines[k].text), "")


def _cuts_sentence(lines: Sequence[PageLine], i: int) -> bool:
    """Whether the words before a line stop in mid-sentence, and go on behind it without a marker."""
    before = next((lines[k] for k in range(i - 1, -1, -1) if lines[k].text), None)
    behind = next((lines[k] for k in range(i + 1, len(lines)) if lines[k].text), None)
    if before is None or behind is None or behind.numbered:
        return False
    return before.text[-1] not in "[［" and not before.ended and len(behind.text) > len(DIGITS.findall(behind.text))


def _running_headers(lines: Sequence[PageLine], numbers: set[int], source: str) -> set[int]:
    """Short lines that are no prose and recur, their numbers aside, most of them at the edge of a page."""
    recurring: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        short = i not in numbers and 0 < len(line.text) <= LONGEST_HEADER
        if short and read_row(line.text) is None and pattern("pages", "PROSE_LINE").search(line.text) is None:
            recurring[DIGITS.sub("0", line.text)].append(i)
    headers: set[int] = set()
    for places in recurring.values():
        at_edge = [i for i in places if _at_edge(lines, i, numbers, source)]
        if len(at_edge) >= FEWEST_PAGES and 2 * len(at_edge) >= len(places):
            headers.update(at_edge)
    return headers


def _at_edge(lines: Sequence[PageLine], i: int, numbers: set[int], source: str) -> bool:
    """Whether a line stands beside a page number or a form feed."""
    above = next((k for k in range(i - 1, -1, -1) if lines[k].text), -1)
    below = next((k for k in range(i + 1, len(lines)) if lines[k].text), len(lines))
    breaks = "\f" in source[lines[above].stop if above >= 0 else 0 : lines[i].start]
    breaks = breaks or "\f" in source[lines[i].stop : lines[below].start if below < len(lines) else len(source)]
    return breaks or above in numbers or below in numbers
