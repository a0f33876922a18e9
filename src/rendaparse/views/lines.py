"""Front matter as lines of words: each character knows its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from rendaparse._text import Span
from rendaparse.nodes import Branch, Node

BLANKS = re.compile(r"(?:[ \t\xa0\u3000]|&nbsp;)+")
LONGEST = 400
"""Characters of a line that are read."""
LONGEST_LETTERS = 3
"""Characters of a stretch that a blank beside it does not part from the next: 政 府 工作 报告."""


Value = TypeVar("Value")


@attrs.frozen(slots=True)
class Reading(Generic[Value]):
    """What was read, and the place of the words that say it; None where the caller or the whole text says it."""

    value: Value
    span: Span | None


@attrs.frozen(slots=True)
class Line:
    """The words of a block, and for each character its offset in the source."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of a stretch of the text that is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return self.span(0, len(self.text))

    def part(self, start: int, end: int) -> Line:
        """Return a stretch of the line."""
        return Line(self.text[start:end], self.offsets[start:end])

    def stripped(self, marks: str = "") -> Line:
        """Return the line without blanks and some marks at both ends."""
        text = self.text.strip(f" \t\xa0\u3000{marks}")
        start = self.text.index(text)
        return self.part(start, start + len(text))


def line_of(block: Branch) -> Line:
    """Return the words of a block, without what interrupts them; of a long one the first."""
    text = ""
    offsets: list[int] = []
    stack: list[Node] = list(reversed(block.children))
    while stack and len(text) < LONGEST:
        node = stack.pop()
        if node.is_interruption:
            continue
        if node.is_leaf:
            words = node.text[: LONGEST - len(text)]
            text += words
            offsets.extend(range(node.start, node.start + len(words)))
        stack.extend(reversed(node.children))
    return Line(text, tuple(offsets))


def close_up(line: Line) -> Line:
    """Return a line without letter spaces: 政 府 工 作 报 告; a blank stays where it parts the halves of a couplet."""
    text = ""
    offsets: list[int] = []
    at = 0
    for blank in BLANKS.finditer(line.text):
        before, after = line.text[at : blank.start()], BLANKS.split(line.text[blank.end() :], 1)[0]
        text += before
        offsets.extend(line.offsets[at : blank.start()])
        at = blank.end()
        if min(len(before), len(after)) > LONGEST_LETTERS and not (before[-1:] + after[:1]).strip("年").isdecimal():
            text += " "
            offsets.append(line.offsets[blank.start()])
    return Line(text + line.text[at:], (*offsets, *line.offsets[at:])).stripped()


def joined(lines: Iterable[Line]) -> Line | None:
    """Return lines as one, a blank between them; None for no line."""
    lines = tuple(lines)
    text = " ".join(line.text for line in lines)
    offsets: list[int] = []
    for line in lines:
        offsets.extend(line.offsets[:1] if offsets else ())
        offsets.extend(line.offsets)
    return Line(text, tuple(offsets)) if text else None
