"""Settles which lines go on with the paragraph of the line before: hard wraps, page breaks, wedged captions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.line import Line
from rendaparse.block.roles import MATTER, TABLED
from rendaparse.block.settle.evidence import SHORTEST_CUT, finished, open_ended, sentence_end, terminated
from rendaparse.block.settle.page import Claim, Page
from rendaparse.grammar.patterns import pattern

LONGEST_CAPTION = 40
LONGEST_HEAD = 2
"""Characters of the end of a line that cuts a number."""
MOST_CAPTIONS = 3
FEWEST_PARAGRAPHS = 4


def settle_footnotes(page: Page) -> Iterator[Claim]:
    """Footnote marks on lines of their own ([, 1, ]) stand in the paragraph they interrupt."""
    for i, three in enumerate(zip(page.lines, page.lines[1:], page.lines[2:], strict=False)):
        if three[0].text in "[［" and three[2].text in "]］" and three[1].text.isdecimal():
            for at in range(i, i + 3):
                yield Claim(at, "footnote mark", role="forme_work", joins=True, replaces=True)


def settle_seams(page: Page) -> Iterator[Claim]:
    """Join lines where the seam itself says so, before anything else is asked of them.

    A line that begins with ，or ends with 《 or 、 goes on; so does the short line before one that begins with a mark
    (a link on a line of its own); so does any line that no blank line parts from an unfinished one, where blank lines
    part the paragraphs.
    """
    words = [(i, line) for i, line in enumerate(page.lines) if not line.role or line.role in TABLED]
    parted = _parted_by_blanks([line for _, line in words])
    joined: set[int] = set()
    for k in range(1, len(words)):
        (above, before), (at, line) = words[k - 1 : k + 1]
        if line.mark is not None or line.role or before.role:
            continue
        seam = (
            pattern("marks", "CLOSING_START").match(line.text) or open_ended(before.text) or _cuts_number(before, line)
        )
        if not seam and not (parted and _abuts(line) and _is_prose(before, joins=above in joined)):
            continue
        if pattern("forms", "SALUTATION").fullmatch(before.text):
            continue
        joined.add(at)
        yield Claim(at, "seam" if seam else "no blank line between", joins=True)
        if seam and k > 1 and above not in joined and len(before.text) < SHORTEST_CUT and not before.blanks:
            two_above, prose = words[k - 2]
            if before.mark is None and _is_prose(prose, joins=two_above in joined):
                joined.add(above)
                yield Claim(above, "link between seams", joins=True)


def _abuts(line: Line) -> bool:
    """Whether neither a blank line nor an indent parts a line from the one above; a row of a table never abuts."""
    return not line.blanks and not indented(line) and "|" not in line.text


def _cuts_number(before: Line, line: Line) -> bool:
    """Whether a line end cuts a number or parts it from its unit."""
    if len(before.text) < SHORTEST_CUT or not pattern("forms", "NUMBER_TAIL").match(line.text):
        return False
    return pattern("forms", "NUMBER_HEAD").search(before.text, len(before.text) - LONGEST_HEAD) is not None


def _parted_by_blanks(words: list[Line]) -> bool:
    """Whether blank lines part the paragraphs of a document."""
    if not any(line.blanks for line in words):
        return False
    follow = [line for before, line in itertools.pairwise(words) if finished(before.text)]
    return 2 * sum(bool(line.blanks) for line in follow) > len(follow) > FEWEST_PARAGRAPHS


def _is_prose(line: Line, *, joins: bool) -> bool:
    """Whether a line is body text that stops in mid-sentence, rather than a line of the front or a heading."""
    long = joins or len(line.text) >= SHORTEST_CUT or sentence_end(line.text) is not None
    fronts = ("DATELINE", "DATELINE_HEAD", "SPEAKER", "TITLE", "IMPRINT", "COUPLET")
    front = any(pattern("forms", form).fullmatch(line.text) for form in fronts)
    return long and not finished(line.text) and not front and (line.mark is None or line.mark.kind == "DASH_MARK")


def settle_cuts(page: Page) -> Iterator[Claim | Diagnostic]:
    """Join what stops in mid-sentence to where the sentence goes on, with captions wedged between."""
    lines = page.lines
    joined = {i for i, line in enumerate(lines) if line.joins}
    i = 0
    while i < len(lines):
        line = lines[i]
        goal = _continuation(lines, i) if _is_open(line) and not terminated(line.text) else None
        if goal is None or not _is_body(line, joins=i in joined):
            i += 1
            continue
        for wedge in range(i + 1, goal):
            yield Claim(wedge, "wedged caption", role="caption")
            yield Claim(wedge, "wedge", joins=True)
        joined.update(range(i + 1, goal + 1))
        yield Claim(goal, "cut sentence", joins=True)
        yield Diagnostic("RP203", (line.stop, lines[goal].start), f"{line.text[-6:]}|{lines[goal].text[:6]}")
        i = goal


def _is_open(line: Line) -> bool:
    """Whether a line ends in prose: it is prose, an item, or a heading with its body on the same line."""
    row = "|" in line.text or "｜" in line.text  # of a table
    return not row and (line.role in ("", "item") or (line.shape is not None and line.shape.run_in))


def _is_body(line: Line, *, joins: bool) -> bool:
    """Whether an unterminated line is the beginning of a sentence rather than a heading or a caption."""
    return joins or len(line.text) >= SHORTEST_CUT or sentence_end(line.text) is not None


def _continuation(lines: list[Line], i: int) -> int | None:
    """Index of the line that goes on with line ``i``, None if there is none."""
    wedged = 0
    for j in range(i + 1, min(i + 2 + MOST_CAPTIONS, len(lines))):
        follower = lines[j]
        if follower.role in MATTER and MATTER[follower.role].wedge:
            wedged += 1
            continue
        if follower.role or follower.mark is not None or indented(follower):
            return None
        if follower.joins or not (follower.blanks or wedged or _looks_like_caption(follower)):
            return j
        goes_on = terminated(follower.text) or len(follower.text) >= SHORTEST_CUT
        if goes_on and not _opens_paragraph(follower):
            return j
        if len(follower.text) > LONGEST_CAPTION or lines[i].end is None:
            return None
        wedged += 1
    return None


def _looks_like_caption(line: Line) -> bool:
    return len(line.text) <= LONGEST_CAPTION and pattern("forms", "SCENE").fullmatch(line.text) is not None


def _opens_paragraph(line: Line) -> bool:
    return pattern("forms", "BODY_OPENING").match(line.text) is not None and not line.joins


def indented(line: Line) -> bool:
    """Whether white space of two characters and more stands before a line."""
    return any(token.kind == "SPACE" and token.end - token.start >= 2 for token in line.lead)
