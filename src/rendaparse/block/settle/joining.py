"""Settles which lines go on with the paragraph of the line before: hard wraps, page breaks, wedged captions."""

from __future__ import annotations

import itertools

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import Line
from rendaparse.block.settle.evidence import CLOSING_START, OPEN_END, SENTENCE_END, SHORTEST_CUT, finished, terminated
from rendaparse.grammar.patterns import pattern

LONGEST_CAPTION = 40
LONGEST_HEAD = 2
"""Characters of the end of a line that cuts a number."""
MOST_CAPTIONS = 3
FEWEST_PARAGRAPHS = 4
WEDGES = frozenset({"caption", "forme_work"})


def settle_seams(solid: list[Line]) -> None:
    """Join lines where the seam itself says so, before anything else is asked of them.

    A line that begins with ，or ends with 《 or 、 goes on; so does the short line before one that begins with a mark
    (a link on a line of its own); so does any line that no blank line parts from an unfinished one, where blank lines
    part the paragraphs. Footnote marks on lines of their own ([, 1, ]) stand in the paragraph they interrupt.
    """
    _settle_footnotes(solid)
    words = [line for line in solid if not line.role]
    parted = _parted_by_blanks(words)
    for i, line in enumerate(words):
        before = words[i - 1] if i else None
        if before is None or line.mark is not None:
            continue
        if CLOSING_START.match(line.text) or OPEN_END.search(before.text) or _cuts_number(before, line):
            line.joins = True
            if i > 1 and not before.joins and len(before.text) < SHORTEST_CUT and not before.blanks_before:
                before.joins = before.mark is None and _is_prose(words[i - 2])
        elif parted and not line.blanks_before and _is_prose(before) and not _indented(line) and "|" not in line.text:
            line.joins = True


def _cuts_number(before: Line, line: Line) -> bool:
    """Whether a line end cuts a number or parts it from its unit."""
    if len(before.text) < SHORTEST_CUT or not pattern("forms", "NUMBER_TAIL").match(line.text):
        return False
    return pattern("forms", "NUMBER_HEAD").search(before.text, len(before.text) - LONGEST_HEAD) is not None


def _settle_footnotes(solid: list[Line]) -> None:
    for i in range(len(solid) - 2):
        three = solid[i : i + 3]
        if three[0].text in "[［" and three[2].text in "]］" and three[1].text.isdecimal():
            for line in three:
                line.role, line.joins = "forme_work", True


def _parted_by_blanks(words: list[Line]) -> bool:
    """Whether blank lines part the paragraphs of a document."""
    follow = [line for before, line in itertools.pairwise(words) if finished(before.text)]
    return 2 * sum(line.blanks_before > 0 for line in follow) > len(follow) > FEWEST_PARAGRAPHS


def _is_prose(line: Line) -> bool:
    """Whether a line is body text that stops in mid-sentence, rather than a line of the front or a heading."""
    long = line.joins or len(line.text) >= SHORTEST_CUT or SENTENCE_END.search(line.text) is not None
    fronts = ("DATELINE", "DATELINE_HEAD", "SPEAKER", "TITLE", "IMPRINT", "COUPLET")
    front = any(pattern("forms", form).fullmatch(line.text) for form in fronts)
    return long and not finished(line.text) and not front and (line.mark is None or line.mark.kind == "DASH_MARK")


def settle_cuts(solid: list[Line], found: list[Diagnostic]) -> None:
    """Join what stops in mid-sentence to where the sentence goes on, with captions wedged between."""
    i = 0
    while i < len(solid):
        line = solid[i]
        if not _is_open(line) or terminated(line.text) or not _is_body(solid, i):
            i += 1
            continue
        goal = _continuation(solid, i)
        if goal is None:
            i += 1
            continue
        for wedge in solid[i + 1 : goal]:
            wedge.role = wedge.role or "caption"
            wedge.joins = True
        solid[goal].joins = True
        found.append(Diagnostic("RP203", (line.stop, solid[goal].start), f"{line.text[-6:]}|{solid[goal].text[:6]}"))
        i = goal


def _is_open(line: Line) -> bool:
    """Whether a line ends in prose: it is prose, an item, or a heading with its body on the same line."""
    row = "|" in line.text or "｜" in line.text  # of a table
    return not row and (line.role in ("", "item") or (line.shape is not None and line.shape.run_in))


def _is_body(solid: list[Line], i: int) -> bool:
    """Whether an unterminated line is the beginning of a sentence rather than a heading or a caption."""
    line = solid[i]
    return line.joins or len(line.text) >= SHORTEST_CUT or SENTENCE_END.search(line.text) is not None


def _continuation(solid: list[Line], i: int) -> int | None:
    """Index of the line that goes on with line ``i``, None if there is none."""
    line = solid[i]
    wedged = 0
    for j in range(i + 1, min(i + 2 + MOST_CAPTIONS, len(solid))):
        follower = solid[j]
        if follower.role in WEDGES:
            wedged += 1
            continue
        if follower.role or follower.mark is not None or _indented(follower):
            return None
        if follower.joins or not (follower.blanks_before or wedged or _looks_like_caption(follower)):
            return j
        goes_on = terminated(follower.text) or len(follower.text) >= SHORTEST_CUT
        if goes_on and not _opens_paragraph(follower):
            return j
        if len(follower.text) > LONGEST_CAPTION or line.end is None:
            return None
        wedged += 1
    return None


def _looks_like_caption(line: Line) -> bool:
    return len(line.text) <= LONGEST_CAPTION and pattern("forms", "SCENE").fullmatch(line.text) is not None


def _opens_paragraph(line: Line) -> bool:
    return pattern("forms", "BODY_OPENING").match(line.text) is not None and not line.joins


def _indented(line: Line) -> bool:
    return any(token.kind == "SPACE" and token.end - token.start >= 2 for token in line.lead)
