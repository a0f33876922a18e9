"""Gives the stretches of a report that read as one text (通读文本): without breaks and furniture of its pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rendaparse.block.build import matter_node
from rendaparse.block.prose import Prose
from rendaparse.block.roles import MATTER
from rendaparse.grammar.patterns import pattern
from rendaparse.inline.splice import Stretch
from rendaparse.nodes import Indent, LineBreak, Node, SoftBreak
from rendaparse.pages.furniture import page_furniture
from rendaparse.pages.lines import INDENT, PageLine, page_lines
from rendaparse.pages.tables import table_lines
from rendaparse.pages.wraps import Wrapping, find_wrapping, too_wide

SHORTEST_CUT = 22
"""Characters of a line that a page may have cut, where nothing else tells how wide the page is."""


def stretches_of(source: str, folded: str, prose: Prose) -> list[Stretch]:
    """Return the stretches of a folded source that lines and pages did not cut, and the nodes of what stands between.

    One stretch where nothing cuts the text. The nodes hold the words of the source itself.
    """
    lines = page_lines(folded)
    furniture = page_furniture(lines, source)
    words = [line for i, line in enumerate(lines) if line.text and i not in furniture]
    wrapped = not too_wide(words)
    if not (wrapped or furniture or _counts_pages(source) or any(map(_glued_number, words))):
        return [(0, folded)]
    tables = {words[i].begin for i in table_lines(words)}
    wrapping = find_wrapping([line for line in words if line.begin not in tables]) if wrapped else None
    cutter = _Cutter(source, folded, prose, wrapping, tables)
    cutter.read(lines, furniture)
    return cutter.stretches if words else [(0, folded)]


def _counts_pages(source: str) -> bool:
    """Whether 共6页 stands somewhere."""
    return pattern("pages", "PAGE_TOTAL").search(source) is not None


def _glued_number(line: PageLine) -> int:
    """Characters of what could be the number of a page before the last words of a cut sentence: 2、定，…."""
    match = pattern("pages", "GLUED_NUMBER").match(line.text)
    return match.end() if match else 0


class _Cutter:
    """Parts a source into what is read and the nodes between."""

    def __init__(
        self, source: str, folded: str, prose: Prose, wrapping: Wrapping | None, tables: Collection[int]
    ) -> None:
        self.stretches: list[Stretch] = []
        self._source = source
        self._folded = folded
        self._prose = prose
        self._wrapping = wrapping
        self._tables = tables
        """Where the lines of tables begin."""
        self._at = 0
        """Where what is not yet given begins."""

    def read(self, lines: Sequence[PageLine], furniture: set[int]) -> None:
        """Go through the lines; what joins two of them, and what stands on a page only, is cut out."""
        before: PageLine | None = None
        between: list[PageLine] = []  # furniture since the last words
        for i, line in enumerate(lines):
            if i in furniture:
                between.append(line)
            elif line.text:
                self._seam(before, between, line)
                self._page_counts(line)
                before, between = line, []
        self._apart(between)
        self._text(len(self._source))

    def _seam(self, before: PageLine | None, between: list[PageLine], line: PageLine) -> None:
        if before is None or not self._goes_on(before, line, paged=bool(between)):
            self._apart(between)
            return
        self._text(before.stop)
        for wedge in between:
            self._gap(wedge.start)
            self._furniture(wedge.start, wedge.stop)
        self._gap(line.start)
        if glued := self._glued_number(before, line):
            self._furniture(line.start, line.start + glued)

    def _glued_number(self, before: PageLine, line: PageLine) -> int:
        """Characters of the page number that stands before the last words of a cut sentence: 的具体规 / 2、定，…."""
        glued = _glued_number(line)
        cut = glued and not before.numbered and pattern("pages", "CUT_WORDS").match(before.text[-1])
        return glued if cut else 0

    def _goes_on(self, before: PageLine, line: PageLine, *, paged: bool) -> bool:
        """Whether a line goes on with the paragraph of the one before, over a page break where it is ``paged``."""
        if before.begin in self._tables or line.begin in self._tables:
            return False
        if self._glued_number(before, line):
            return True
        if self._wrapping is not None:
            blank = line.begin > before.after and not paged
            return self._wrapping.goes_on(before, line) and not (blank and before.ended)
        long = len(before.text) >= SHORTEST_CUT
        return paged and long and not before.ended and not line.numbered and line.indent < INDENT

    def _apart(self, between: list[PageLine]) -> None:
        """Cut out the furniture between two paragraphs, each with the end of its line."""
        for wedge in between:
            self._text(wedge.begin)
            self._leaf(Indent, wedge.start)
            self._furniture(wedge.start, wedge.stop)
            blanks = self._source[wedge.stop : wedge.after]
            self._leaf(Indent, wedge.stop + len(blanks) - len(blanks.lstrip(" \t\u3000\xa0")))
            self._leaf(LineBreak, wedge.after)

    def _page_counts(self, line: PageLine) -> None:
        """Cut out 第1页 共6页 in mid-line."""
        for match in pattern("pages", "PAGE_COUNT").finditer(self._source, line.start, line.stop):
            if match.start() > line.start and match.end() < line.stop:
                self._text(match.start())
                self._furniture(*match.span())

    def _text(self, stop: int) -> None:
        if stop > self._at:
            self.stretches.append((self._at, self._folded[self._at : stop]))
            self._at = stop

    def _gap(self, stop: int) -> None:
        self._leaf(SoftBreak, stop)

    def _leaf(self, kind: type[SoftBreak | Indent | LineBreak], stop: int) -> None:
        if stop > self._at:
            self.stretches.append(kind(self._at, stop, self._source[self._at : stop]))
            self._at = stop

    def _furniture(self, start: int, stop: int) -> None:
        words: Sequence[Node] = self._prose.phrases([(start, self._source[start:stop])])
        self.stretches.append(matter_node(MATTER["forme_work"], words))
        self._at = stop
