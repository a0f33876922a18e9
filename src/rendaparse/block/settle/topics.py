"""Settles topic sentences (主题句) in lines of their own: headings that end in 。 and alternate with their bodies."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from rendaparse.block.line import HeadingShape, Line
from rendaparse.block.settle.evidence import finished, sentence_end
from rendaparse.block.settle.page import Claim, Page

SHORTEST, LONGEST = 6, 46
"""Characters of a topic sentence."""
SHORTEST_BODY = 60
FEWEST = 3
"""Topic sentences of one form, one after the other, that confirm each other."""
SHARED = 3
"""Characters that sentences of one form share at their beginning or end (这是…的五年。, 这五年，我们…)."""
MOST_BODIES = 3
"""Paragraphs that may stand between one topic sentence and the next."""


def settle_topics(page: Page) -> Iterator[Claim]:
    """Settle runs of short sentences, alike in form, that long paragraphs part."""
    lines = [(i, line) for i, line in enumerate(page.lines) if not line.joins]
    run: list[int] = []
    for k in range(len(lines) - 1):
        if not _is_topic(lines[k][1], lines[k + 1][1]):
            continue
        far = run and k - run[-1] - 1 > MOST_BODIES
        if run and (far or not _alike(lines[run[-1]][1].text, lines[k][1].text)):
            yield from _claims([lines[at] for at in run])
            run = []
        if run and any(line.role for _, line in lines[run[-1] + 1 : k]):
            yield from _claims([lines[at] for at in run])
            run = []
        run.append(k)
    yield from _claims([lines[at] for at in run])


def _is_topic(line: Line, below: Line) -> bool:
    if line.role or line.mark is not None or not SHORTEST <= len(line.text) <= LONGEST:
        return False
    end = sentence_end(line.text)
    single = end is not None and end.end() == len(line.text)
    return single and not below.role and below.mark is None and len(below.text) >= SHORTEST_BODY and finished(line.text)


def _alike(first: str, second: str) -> bool:
    beginning = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    backward = zip(reversed(first.rstrip("。")), reversed(second.rstrip("。")), strict=False)
    ending = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], backward))
    return max(beginning, ending) >= SHARED


def _claims(run: list[tuple[int, Line]]) -> Iterator[Claim]:
    if len(run) < FEWEST:
        return
    for at, line in run:
        end = line.start + len(line.text.rstrip("。.．"))
        shape = HeadingShape("TOPIC_SENTENCE", None, line.start, end, run_in=False)
        yield Claim(at, "topicSentence", role="heading", shape=shape)
