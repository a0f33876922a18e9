"""Settles the front matter (眉首): title, subtitle, speaker, dates, imprint, salutation."""

from __future__ import annotations

import itertools
import re

from rendaparse.block.lexer import Line
from rendaparse.block.settle.evidence import SHORTEST_CUT, finished, is_prose, terminated
from rendaparse.grammar.patterns import pattern

# Forms in the order in which they are tried, and the role each proposes.
FORMS = (
    ("FURNITURE", "forme_work"),
    ("DATE_LINE", "dateline"),
    ("SALUTATION", "salutation"),
    ("DATELINE", "dateline"),
    ("IMPRINT", "imprint"),
    ("BYLINE", "byline"),
    ("CAPTION", "caption"),
    ("SPEAKER", "speaker"),
)
LONGEST_TITLE = 60
LONGEST_SPEAKER = 40
MOST_LINES = 60
"""Solid lines that the front may have; a scrape puts many buttons before the title."""
MOST_CAPTIONS = 3
MOST_CUTS = 3
NEAR_TITLE = 6
"""Lines below a title among which the dateline or the salutation of a further report stands."""
ORGANS = ("人大", "人民代表大会", "常委会", "委员会", "政府", "法院", "检察院", "主席团")


def settle(solid: list[Line]) -> None:
    """Give every line of a front its role, down to the salutation or the first line of the body.

    A file may hold several reports: where further on a title and, near below, a dateline or a salutation stand, a
    front begins anew.
    """
    _settle_front(solid)
    for i in range(1, len(solid)):
        if not solid[i].role and _opens_report(solid, i):
            _settle_front(solid[i : i + MOST_LINES])


def _opens_report(solid: list[Line], i: int) -> bool:
    line = solid[i]
    if line.joins or line.mark is not None or len(line.text) > LONGEST_TITLE or is_prose(line.text):
        return False
    before = solid[i - 1]
    parted = finished(before.text) or before.role or pattern("forms", "FURNITURE").fullmatch(before.text)
    if not parted or not pattern("forms", "TITLE").fullmatch(line.text):
        return False
    below = [_form_role(other) for other in solid[i + 1 : i + 1 + NEAR_TITLE]]
    return "dateline" in below or "speaker" in below or "salutation" in below


def _settle_front(solid: list[Line]) -> None:
    front = _front(solid)
    for line in front:
        line.role = line.role or _form_role(line)
    if any(line.role == "dateline" and not _is_date(line) for line in front):
        for line in front:
            line.role = "imprint" if line.role == "dateline" and _is_date(line) else line.role
    _join_dateline(front)
    undecided = [line for line in front if not line.role]
    _settle_titles(front, undecided, followed=len(front) < len(solid))


def _front(solid: list[Line]) -> list[Line]:
    """Lines ahead of the body: it begins behind the salutation, at prose, or at the first heading."""
    solid = solid[:MOST_LINES]
    captions = _captions_above(solid)
    for i, line in enumerate(solid):
        if i < captions:
            continue
        if _begins_cut_paragraph(solid, i):
            return solid[:i]
        if pattern("forms", "CONTENTS_HEAD").fullmatch(line.text):
            return solid[:i]
        role = _form_role(line)
        if role == "salutation" and not line.text.endswith(("！", "!")):
            return solid[: i + 1]
        if role and role != "salutation":
            continue
        numbered = line.mark is not None and line.mark.kind not in ("DASH_MARK", "BULLET_MARK", "LENTICULAR_MARK")
        if role == "salutation" or numbered or is_prose(line.text) or (_is_part(line) and not _names_report(line)):
            return solid[:i]
    return solid


def _captions_above(solid: list[Line]) -> int:
    """Number of lines of a photograph's caption above the title: prose, and 某某摄 before the front goes on."""
    for i, line in enumerate(solid[:MOST_CAPTIONS]):
        below = {_form_role(other) for other in solid[i + 1 : i + 1 + NEAR_TITLE]}
        if pattern("forms", "CAPTION").fullmatch(line.text) and below & {"dateline", "salutation", "speaker"}:
            for above in solid[:i]:
                above.role = "caption"
            return i
        if line.mark is not None or _form_role(line):
            break
    return 0


def _begins_cut_paragraph(solid: list[Line], i: int) -> bool:
    """Whether a line is prose that a link or a wrap cut short: a line near below begins in mid-sentence."""
    below = solid[i + 1 : i + 1 + MOST_CUTS]
    goes_on = next((k for k, line in enumerate(below) if line.joins), None)
    if goes_on is None or _form_role(solid[i]) or len(solid[i].text) < SHORTEST_CUT:
        return False
    return not any(terminated(line.text) for line in [solid[i], *below[:goes_on]])


def _form_role(line: Line) -> str:
    for form, role in FORMS:
        if role == "speaker" and len(line.text) > LONGEST_SPEAKER:
            continue
        if pattern("forms", form).fullmatch(line.text):
            return role
    return ""


def _is_date(line: Line) -> bool:
    """Whether a line is a bare time stamp: the time of publication, where a session line stands beside it."""
    stamp = pattern("forms", "DATE_LINE").fullmatch(line.text) is not None
    return stamp and line.text[:4].isdecimal() and "年" not in line.text


def _is_part(line: Line) -> bool:
    return pattern("forms", "PART_HEADING").fullmatch(line.text) is not None


def _names_report(line: Line) -> bool:
    """Whether a line with the form of a part heading is a title after all: it names who reports."""
    return pattern("forms", "TITLE").fullmatch(line.text) is not None and any(o in line.text for o in ORGANS)


def _join_dateline(front: list[Line]) -> None:
    """A session line wrapped in two: ——2026年1月26日在某省第十四届 / 人民代表大会第五次会议上."""
    for first, second in itertools.pairwise(front):
        if first.role or second.role or second.blanks_before:
            continue
        head = pattern("forms", "DATELINE_HEAD").fullmatch(first.text)
        if head and pattern("forms", "DATELINE").fullmatch(first.text + second.text):
            first.role = second.role = "dateline"
            second.joins = True


def _settle_titles(front: list[Line], undecided: list[Line], *, followed: bool) -> None:
    """The first line that reads as a title is it; lines under it are its subtitle, its rest, or a bare name."""
    undecided = [line for line in undecided if len(line.text) <= LONGEST_TITLE and _could_be_title(line)]
    unmarked = [line for line in undecided if line.mark is None]
    if not unmarked or not (followed or _is_named(unmarked[0])):
        return
    named = [line for line in unmarked if _is_named(line)]
    title = unmarked[0]
    if named and not _reads_as_title(title):
        title = named[0]
    for line in undecided[: undecided.index(title)]:
        line.role = "forme_work"
    title.role = "title"
    above = front[front.index(title)]
    for line in undecided[undecided.index(title) + 1 :]:
        if any(pattern("forms", form).fullmatch(line.text) for form in ("NAME_LINE", "ORGAN_LINE")):
            line.role = "speaker"
        elif "".join(line.text.split()) in title.text:
            line.role = "title"
        elif _completes_title(title, line, named):
            line.role, line.joins = "title", True
        elif line.mark is not None or line in named:
            line.role = "subtitle"
        elif front.index(line) == front.index(above) + 1 and "，" not in line.text and "," not in line.text:
            line.role = "title"
        above = line


def _is_named(line: Line) -> bool:
    """Whether a line names the kind of report that it entitles (…工作报告, …综述)."""
    return pattern("forms", "TITLE").fullmatch(line.text) is not None


def _could_be_title(line: Line) -> bool:
    """Whether a line is no prose: it has the form of a title, or one comma at the most."""
    return _is_named(line) or len(re.findall("[，,]", line.text)) <= 1


def _completes_title(title: Line, line: Line, named: list[Line]) -> bool:
    """Whether a title runs over two lines: only the second names the kind of report, no blank line parts them."""
    couplet = pattern("forms", "COUPLET").fullmatch(title.text) is not None
    return line in named and title not in named and not couplet and not line.blanks_before and line.mark is None


def _reads_as_title(line: Line) -> bool:
    """Whether a line without 报告, 综述 … is a title all the same: a couplet, or of some length and no scene."""
    couplet = pattern("forms", "COUPLET").fullmatch(line.text) is not None
    return couplet or (len(line.text) >= 8 and pattern("forms", "SCENE").fullmatch(line.text) is None)
