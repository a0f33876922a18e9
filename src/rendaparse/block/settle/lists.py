"""Settles lists: items in lines of their own, and series of items within one paragraph."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rendaparse.block.line import Line, Token
from rendaparse.block.numbers import marker_number
from rendaparse.block.settle.evidence import first_sentence_end, sentence_end
from rendaparse.block.settle.page import Claim, Item, Listing, Page, Series
from rendaparse.grammar.patterns import pattern

ITEM_MARKS = frozenset({"SHI_MARK", "YAO_MARK", "ORDINAL_MARK", "SEQUENCE_MARK", "DASH_MARK", "BULLET_MARK"})
SERIES_MARKS = ITEM_MARKS - {"DASH_MARK", "BULLET_MARK"} | {
    "CIRCLED_MARK",
    "ARABIC_PAREN_MARK",
    "CN_MARK",
    "CN_PAREN_MARK",
    "ARABIC_MARK",
}
ENDS_LISTS = frozenset({"heading", "lead", "closing", "title"})
MOST_BETWEEN = 40
"""Paragraphs that an item may go on for before the marker with the next number."""
ALIKE = 3
"""Characters in which the paragraphs above two lists are alike (五年来，…)."""
MOST_BETWEEN_DASHES = 6
"""Paragraphs that the first item behind a dash may go on for."""


def settle_lists(page: Page) -> Iterator[Claim | Listing]:
    """Settle the lists of whole lines, outer ones first; each is cut off where an outer item ends."""
    groups = [group for group in _groups(page) if len(group) > 1]
    lists = [_items(page.lines, group) for group in groups]
    kept: set[int] = set()
    for items in _nested(sorted(lists, key=lambda items: items[0].first)):
        kept.update(item.first for item in items)
        yield Listing(items)
    yield from _note_lists(page)
    for i, line in enumerate(page.lines):
        if i in kept:
            yield Claim(i, f"items {line.body[0].kind}", role="item")
        elif line.role == "item":
            yield Claim(i, "item without a list", role="", replaces=True)


def _note_lists(page: Page) -> Iterator[Listing]:
    """Settle the lists among the notes: lines that follow each other, their numbers going up by one."""
    run: list[int] = []
    for i, line in enumerate(page.lines):
        number = _number(line, page.source) if line.role == "note" and line.mark is not None else None
        before = page.lines[run[-1]] if run else None
        goes_on = (
            before is not None
            and number is not None
            and run[-1] == i - 1
            and before.body[0].kind == line.body[0].kind
            and _number(before, page.source) == number - 1
        )
        if not goes_on:
            yield from _note_list(page.lines, run)
            run = []
        if number is not None:
            run.append(i)
    yield from _note_list(page.lines, run)


def _note_list(lines: Sequence[Line], run: Sequence[int]) -> Iterator[Listing]:
    if len(run) > 1:
        yield Listing([Item(lines[i].body[0], i, i + 1) for i in run])


def _groups(page: Page) -> list[list[int]]:
    """Group the lines that could be items, by marker and by what goes on; whatever ends sections ends all groups."""
    groups: list[list[int]] = []
    open_: dict[str, list[int]] = {}
    for i, line in enumerate(page.lines):
        if line.role in ENDS_LISTS or (line.level and line.role in ("", "item")):
            groups.extend(open_.values())
            open_ = {}
        elif _is_item(line):
            kind = line.body[0].kind
            current = open_.get(kind)
            if current and _goes_on(page.lines, current, i, page.source):
                current.append(i)
            else:
                groups.extend([current] if current else [])
                open_[kind] = [i]
    return [*groups, *open_.values()]


def _is_item(line: Line) -> bool:
    if line.joins or line.mark is None or _begins_series(line):
        return False
    return line.role == "item" or (not line.role and line.mark.kind in ITEM_MARKS)


def _begins_series(line: Line) -> bool:
    """Whether the next marker of the kind stands in the same line: 一是…；二是…."""
    kind = line.body[0].kind
    return kind not in ("DASH_MARK", "BULLET_MARK") and any(token.kind == kind for token in line.body[1:])


def _number(line: Line, source: str) -> int | None:
    return marker_number(source[line.body[0].start : line.body[0].end])


def _goes_on(lines: Sequence[Line], group: list[int], i: int, source: str) -> bool:
    """Whether an item belongs to a list: the next number, or a dash no further off than twice the gap before."""
    last = group[-1]
    gaps = [_between(lines, a, b) for a, b in itertools.pairwise(group[-3:])]
    longest = 2 * max(gaps) + 1 if gaps else MOST_BETWEEN_DASHES
    between = _between(lines, last, i)
    number, before = _number(lines[i], source), _number(lines[last], source)
    if number is None or before is None:
        if between == 1 and group[0] and _introduces(lines[group[0] - 1], lines[i - 1]):
            return False
        same = source[lines[i].body[0].start] == source[lines[last].body[0].start]
        return between == 0 or (same and between <= longest)
    return number == before + 1 and between <= MOST_BETWEEN


def _introduces(above: Line, paragraph: Line) -> bool:
    """Whether a paragraph between two dashes opens as the one above their list does: it introduces a further list."""
    alike = above.text[:ALIKE] == paragraph.text[:ALIKE]
    return alike and not above.role and not paragraph.role and paragraph.mark is None


def _between(lines: Sequence[Line], before: int, after: int) -> int:
    """How many paragraphs stand between two lines."""
    return sum(not line.joins for line in lines[before + 1 : after])


def _items(lines: Sequence[Line], group: list[int]) -> list[Item]:
    """The last item goes on for as many lines as the shortest before it."""
    kind = lines[group[0]].body[0].kind
    sizes = [1 + _between(lines, a, b) for a, b in itertools.pairwise(group)]
    stop = group[-1] + 1
    extra = min(sizes) - 1
    while stop < len(lines) and (extra > 0 or lines[stop].joins):
        line = lines[stop]
        if not line.joins:
            if line.level or line.role not in ("", "item") or (line.mark and line.mark.kind == kind):
                break
            extra -= 1
        stop += 1
    return [Item(lines[a].body[0], a, b) for a, b in zip(group, [*group[1:], stop], strict=True)]


def _nested(lists: list[list[Item]]) -> list[list[Item]]:
    """Cut every list off where the item of the list around it ends."""
    kept: list[list[Item]] = []
    around: list[list[Item]] = []
    for items in lists:
        start = items[0].first
        while around and around[-1][-1].stop <= start:
            around.pop()
        limit = items[-1].stop
        if around:
            outer = around[-1]
            limit = outer[bisect_right(outer, start, key=lambda item: item.first) - 1].stop
        inside = [item for item in items if item.first < limit]
        inside[-1] = inside[-1]._replace(stop=min(inside[-1].stop, limit))
        kept.append(inside)
        around.append(inside)
    return kept


def settle_series(page: Page) -> Iterator[Series]:
    """Settle the series of items within the paragraphs."""
    paragraph: list[Token] = []
    stop = 0
    for line in page.lines:
        if not (line.joins or (not line.role and line.start == stop and not line.opens)):
            yield from _series_of(paragraph, page.source, stop)
            paragraph = []
        if line.shape is not None and line.shape.run_in and line.shape.text_end is not None:
            end = line.shape.text_end
            paragraph.extend(token for token in line.body if token.start > end)
            stop = line.stop
        elif line.role in ("", "item"):
            paragraph.extend(line.body)
            stop = line.stop
    yield from _series_of(paragraph, page.source, stop)


def _series_of(paragraph: list[Token], source: str, stop: int) -> list[Series]:
    for kind in dict.fromkeys(token.kind for token in paragraph if token.kind in SERIES_MARKS):
        begun = [t for t in paragraph if t.kind == kind and (t is paragraph[0] or _opens(t, source))]
        marks = _ascending(begun, source)
        if len(marks) < 2:
            continue
        sentences = any(sentence_end(source, mark.end, after.start) for mark, after in itertools.pairwise(marks))
        end = first_sentence_end(source[marks[-1].end : stop])
        return [Series(marks, stop if sentences or not end else marks[-1].end + end)]
    return []


def _opens(mark: Token, source: str) -> bool:
    return not mark.start or pattern("marks", "ITEM_BEFORE").match(source, mark.start - 1) is not None


def _ascending(marks: list[Token], source: str) -> list[Token]:
    """Markers whose numbers go on from 1; unnumbered ones (首先 其次 最后) in any case."""
    series: list[Token] = []
    for mark in marks:
        number = marker_number(source[mark.start : mark.end])
        if number is None or number == len(series) + 1:
            series.append(mark)
    return series
