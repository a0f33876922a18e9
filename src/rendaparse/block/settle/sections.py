"""The paragraphs of a section, as the steps that look for unnumbered headings see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rendaparse.block.line import Line
from rendaparse.block.settle.evidence import opens_address, sentence_end
from rendaparse.grammar.patterns import characters

LONG = 60
"""Characters from which on a paragraph is a body."""
FEWEST_LONG = 4
SENTENCE_LINES = 0.6
"""Share of the long paragraphs that are one sentence, in a text that sets one sentence a line."""


def sections(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the paragraphs from one heading or address (各位代表！) to the next, by the index of their first line.

    So does what stands behind items that head sections make paragraphs of their own.
    """
    paragraphs: list[int] = []
    for i, line in enumerate(lines):
        if line.role == "heading" or line.resumes or opens_address(line):
            if paragraphs:
                yield paragraphs
            paragraphs = [i] if line.resumes else []
        elif not line.joins and line.role in ("", "lead"):
            paragraphs.append(i)
    if paragraphs:
        yield paragraphs


def has_sentence_lines(lines: Sequence[Line]) -> bool:
    """Whether a text sets one sentence a line: even its long paragraphs are single sentences."""
    long = [line for line in lines if not line.role and len(line.text) >= LONG]
    single = sum(is_single_sentence(line.text) for line in long)
    return len(long) >= FEWEST_LONG and single >= SENTENCE_LINES * len(long)


def is_single_sentence(text: str) -> bool:
    """Whether no sentence ends within a text before its own end."""
    end = sentence_end(text)
    return end is None or not text[end.end() :].strip("".join(characters("marks", "TRAILING_SIGNS")))
