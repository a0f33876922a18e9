"""Settles topic sentences (主题句) in lines of their own: headings that end in 。 and alternate with their bodies."""

from __future__ import annotations

import itertools

from rendaparse.block.lexer import HeadingShape, Line
from rendaparse.block.settle.evidence import SENTENCE_END, finished

SHORTEST, LONGEST = 6, 46
"""Characters of a topic sentence."""
SHORTEST_BODY = 60
FEWEST = 3
"""Topic sentences of one form, one after the other, that confirm each other."""
SHARED = 3
"""Characters that sentences of one form share at their beginning or end (这是…的五年。, 这五年，我们…)."""
MOST_BODIES = 3
"""Paragraphs that may stand between one topic sentence and the next."""


def settle(solid: list[Line]) -> None:
    """Settle runs of short sentences, alike in form, that long paragraphs part."""
    lines = [line for line in solid if not line.joins]
    run: list[int] = []
    for i in range(len(lines) - 1):
        if not _is_topic(lines[i], lines[i + 1]):
            continue
        if run and (i - run[-1] - 1 > MOST_BODIES or not _alike(lines[run[-1]].text, lines[i].text)):
            _accept([lines[k] for k in run])
            run = []
        if not run or all(not line.role for line in lines[run[-1] + 1 : i]):
            run.append(i)
        else:
            _accept([lines[k] for k in run])
            run = [i]
    _accept([lines[k] for k in run])


def _is_topic(line: Line, below: Line) -> bool:
    if line.role or line.mark is not None or not SHORTEST <= len(line.text) <= LONGEST:
        return False
    end = SENTENCE_END.search(line.text)
    single = end is not None and end.end() == len(line.text)
    return single and not below.role and below.mark is None and len(below.text) >= SHORTEST_BODY and finished(line.text)


def _alike(first: str, second: str) -> bool:
    beginning = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    backward = zip(reversed(first.rstrip("。")), reversed(second.rstrip("。")), strict=False)
    ending = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], backward))
    return max(beginning, ending) >= SHARED


def _accept(run: list[Line]) -> None:
    if len(run) < FEWEST:
        return
    for line in run:
        line.role = "heading"
        end = line.start + len(line.text.rstrip("。.．"))
        line.shape = HeadingShape("TOPIC_SENTENCE", None, line.start, end, run_in=False)
