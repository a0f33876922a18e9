"""Settles the front matter (眉首): title, subtitle, speaker, dates, imprint, salutation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from rendaparse.block.line import Line
from rendaparse.block.roles import FRONT_FORMS, TABLED, Role
from rendaparse.block.settle.evidence import SHORTEST_CUT, commas, finished, is_prose, terminated
from rendaparse.block.settle.page import Claim, Page
from rendaparse.grammar.patterns import pattern

LONGEST_TITLE = 60
LONGEST_SPEAKER = 40
MOST_LINES = 60
"""Lines that the front may have; a scrape puts many buttons before the title."""
MOST_CAPTIONS = 3
MOST_CUTS = 3
NEAR_TITLE = 6
"""Lines below a title among which the dateline or the salutation of a further report stands."""


def settle_fronts(page: Page) -> Iterator[Claim]:
    """Give every line of a front its role, down to the salutation or the first line of the body.

    A file may hold several reports: where further on a title and, near below, a dateline or a salutation stand, a
    front begins anew.
    """
    settled: set[int] = set()
    top = next((i for i, line in enumerate(page.lines) if line.role != "contents"), 0)
    for i in range(top, len(page.lines)):
        if i == top or (i not in settled and not page.lines[i].role and _opens_report(page.lines, i, settled)):
            front = _Front(page.lines, i, settled)
            for claim in front.claims():
                settled.add(claim.at)
                yield claim


def _opens_report(lines: Sequence[Line], i: int, settled: set[int]) -> bool:
    line = lines[i]
    if line.joins or line.mark is not None or len(line.text) > LONGEST_TITLE or is_prose(line.text):
        return False
    before = lines[i - 1]
    parted = finished(before.text) or before.role or i - 1 in settled
    if not (parted or pattern("forms", "FURNITURE").fullmatch(before.text)):
        return False
    if not pattern("forms", "TITLE").fullmatch(line.text):
        return False
    return _goes_on_below(lines, i)


def _goes_on_below(lines: Sequence[Line], i: int) -> bool:
    """Whether the front goes on near below a line, by the session, the speaker or the salutation."""
    return any(_form_role(line) in ("dateline", "speaker", "salutation") for line in lines[i + 1 : i + 1 + NEAR_TITLE])


class _Front:
    """One front: its lines, and the role and seam that each is given."""

    def __init__(self, lines: Sequence[Line], first: int, settled: set[int]) -> None:
        self.first = first
        self.below = lines[first : first + MOST_LINES] if settled else lines[first:]
        captions = _captions_above(self.below)
        self.lines = _front(self.below, captions)
        self.roles: list[Role] = [line.role for line in self.lines]
        self.fixed = [bool(role) or first + k in settled for k, role in enumerate(self.roles)]
        self.joins: set[int] = set()
        for k in range(min(captions, len(self.lines))):
            self.roles[k] = "caption"

    def claims(self) -> Iterator[Claim]:
        """Yield what the lines of the front are."""
        self._forms()
        self._name_title()
        self._join_dateline()
        self._titles()
        for k, role in enumerate(self.roles):
            if role and not self.fixed[k]:
                yield Claim(self.first + k, f"front {role}", role=role, joins=k in self.joins or None)

    def _forms(self) -> None:
        for k, line in enumerate(self.lines):
            if not self.roles[k] and not self.fixed[k]:
                self.roles[k] = _form_role(line)
        stamps = [role == "dateline" and _is_date(line) for role, line in zip(self.roles, self.lines, strict=True)]
        if any(role == "dateline" and not stamp for role, stamp in zip(self.roles, stamps, strict=True)):
            self.roles = ["imprint" if stamp else role for role, stamp in zip(self.roles, stamps, strict=True)]

    def _name_title(self) -> None:
        """A line that names session and report (在…会议上的政府工作报告) is the title, where no other line is one."""
        named = [k for k, line in enumerate(self.lines) if not self.roles[k] and _is_named(line)]
        session = [k for k, line in enumerate(self.lines) if pattern("forms", "SESSION_TITLE").fullmatch(line.text)]
        if session and not named and not self.fixed[session[0]]:
            self.roles[session[0]] = "title"
        for k in range(1, len(self.lines)):
            paper = self.lines[k - 1].text + self.lines[k].text
            if not self.roles[k - 1] and pattern("forms", "MEETING_PAPER").fullmatch(paper):
                self.roles[k - 1] = "forme_work"
            if not self.roles[k - 1] and not self.roles[k] and _goes_on_in_title(self.lines[k - 1], self.lines[k]):
                self.roles[k - 1] = self.roles[k] = "title"
                self.joins.add(k)

    def _join_dateline(self) -> None:
        """A session line wrapped in two: ——2026年1月26日在某省第十四届 / 人民代表大会第五次会议上."""
        for (k, first), (_, second) in itertools.pairwise(enumerate(self.lines)):
            if self.roles[k] or self.roles[k + 1] or second.blanks:
                continue
            head = pattern("forms", "DATELINE_HEAD").fullmatch(first.text)
            if head and pattern("forms", "DATELINE").fullmatch(first.text + second.text):
                self.roles[k] = self.roles[k + 1] = "dateline"
                self.joins.add(k + 1)

    def _titles(self) -> None:
        """The first line that reads as a title is it; lines under it are its subtitle, its rest, or a bare name."""
        lines = self.lines
        undecided = [k for k, line in enumerate(lines) if not self.roles[k] and _could_be_title(line)]
        unmarked = [k for k in undecided if lines[k].mark is None]
        followed = len(lines) < len(self.below)
        named = [k for k in unmarked if _is_named(lines[k])]
        if "title" in self.roles:
            title = self.roles.index("title")
        elif unmarked and (followed or _is_named(lines[unmarked[0]])):
            title = named[0] if named and not _reads_as_title(lines[unmarked[0]]) else unmarked[0]
        else:
            return
        above = title
        for k in undecided:
            if k < title:
                self.roles[k] = "forme_work"
            elif k == title:
                self.roles[k] = "title"
            else:
                self._below_title(k, title=title, above=above, named=named)
                above = k

    def _below_title(self, k: int, *, title: int, above: int, named: list[int]) -> None:
        line, over = self.lines[k], self.lines[title]
        if any(pattern("forms", form).fullmatch(line.text) for form in ("NAME_LINE", "ORGAN_LINE")):
            self.roles[k] = "speaker"
        elif "".join(line.text.split()) in over.text:
            self.roles[k] = "title"
        elif k in named and title not in named and _completes_title(over, line):
            self.roles[k] = "title"
            self.joins.add(k)
        elif line.mark is not None or k in named:
            self.roles[k] = "subtitle"
        elif k == above + 1 and not commas(line.text):
            self.roles[k] = "title"


def _front(lines: Sequence[Line], captions: int) -> Sequence[Line]:
    """Lines ahead of the body: it begins behind the salutation, at prose, or at the first heading."""
    lines = lines[:MOST_LINES]
    for i, line in enumerate(lines):
        if line.role in TABLED:
            return lines[:i]
        if i < captions:
            continue
        if _begins_cut_paragraph(lines, i):
            return lines[:i]
        if pattern("forms", "CONTENTS_HEAD").fullmatch(line.text):
            return lines[:i]
        role = _form_role(line)
        if role == "salutation" and (i > captions or not line.text.endswith(("！", "!"))):
            return lines[: i + 1]
        if role and role != "salutation":
            continue
        numbered = line.mark is not None and line.mark.kind not in ("DASH_MARK", "BULLET_MARK", "LENTICULAR_MARK")
        numbered = numbered or _heads_section(lines, i)
        part = _is_part(line) and not _names_report(line) and not (i and _goes_on_in_title(lines[i - 1], line))
        if role == "salutation" or numbered or part or is_prose(line.text):
            return lines[:i]
    return lines


def _heads_section(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is words in lenticular brackets above the items of a section: 【立法监督】."""
    if i == 0 or i + 1 == len(lines) or not lines[i].text.endswith("】"):
        return False
    kinds = [line.mark.kind if line.mark else "" for line in lines[i : i + 2]]
    return kinds == ["LENTICULAR_MARK", "BULLET_MARK"]


def _goes_on_in_title(before: Line, line: Line) -> bool:
    """Whether a title stops at 和 or 及 and the next line goes on with it: …2023年工作总结和 / 2024年工作思路."""
    half = pattern("forms", "TITLE_HALF").fullmatch(before.text) and not line.blanks and line.mark is None
    return bool(half) and pattern("forms", "TITLE").fullmatch(before.text + line.text) is not None


def _captions_above(lines: Sequence[Line]) -> int:
    """Number of lines of a photograph's caption above the title: prose, and 某某摄 before the front goes on."""
    for i, line in enumerate(lines[:MOST_CAPTIONS]):
        if pattern("forms", "CAPTION").fullmatch(line.text) and _goes_on_below(lines, i):
            return i
        if line.mark is not None or _form_role(line):
            break
    return 0


def _begins_cut_paragraph(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is prose that a link or a wrap cut short: a line near below begins in mid-sentence."""
    below = lines[i + 1 : i + 1 + MOST_CUTS]
    goes_on = next((k for k, line in enumerate(below) if line.joins), None)
    if goes_on is None or len(lines[i].text) < SHORTEST_CUT or _form_role(lines[i]):
        return False
    return not any(terminated(line.text) for line in [lines[i], *below[:goes_on]])


def _form_role(line: Line) -> Role:
    for form, role in FRONT_FORMS:
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
    return _is_named(line) and pattern("forms", "ORGAN").search(line.text) is not None


def _is_named(line: Line) -> bool:
    """Whether a line names the kind of report that it entitles (…工作报告, …综述)."""
    return pattern("forms", "TITLE").fullmatch(line.text) is not None


def _could_be_title(line: Line) -> bool:
    """Whether a line is short and no prose: it has the form of a title, or one comma at the most."""
    return len(line.text) <= LONGEST_TITLE and (_is_named(line) or commas(line.text) <= 1)


def _completes_title(title: Line, line: Line) -> bool:
    """Whether the title may run over two lines: no couplet is its first, no blank line parts them."""
    couplet = pattern("forms", "COUPLET").fullmatch(title.text) is not None
    return not couplet and not line.blanks and line.mark is None


def _reads_as_title(line: Line) -> bool:
    """Whether a line without 报告, 综述 … is a title all the same: a couplet, or of some length and no scene."""
    couplet = pattern("forms", "COUPLET").fullmatch(line.text) is not None
    return couplet or (len(line.text) >= 8 and pattern("forms", "SCENE").fullmatch(line.text) is None)
