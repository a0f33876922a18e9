"""Block nodes: what the lines of a report are (版式要素)."""

from __future__ import annotations

from typing import ClassVar

import attrs

from rendaparse._text import Span
from rendaparse.nodes._base import SINCE_1_1, Branch, Leaf


@attrs.frozen(slots=True)
class Dating:
    """断代: a day or a period of a report, and what tells it.

    ``value`` is EDTF (``2023-01-09``, ``2022``, ``2017/2021``); ``span`` the place of the words it was read from, None
    where the caller gave it; ``rule`` the name of the rule that read it (``dateline``, ``reviewTitle``, …).
    """

    value: str
    span: Span | None
    rule: str


@attrs.frozen(slots=True)
class Document(Branch):
    """文档: one whole input, the root of every tree.

    Its leaves joined are the source. ``reported_period`` is the year, or the term of years, that the report reports on,
    ``plan_period`` that of its plans, ``delivered`` the day, month or year it was given; each None where the text does
    not tell. Name: mdast ``root``, CommonMark *document*.
    """

    reported_period: Dating | None = attrs.field(default=None, metadata=SINCE_1_1)
    plan_period: Dating | None = attrs.field(default=None, metadata=SINCE_1_1)
    delivered: Dating | None = attrs.field(default=None, metadata=SINCE_1_1)


@attrs.frozen(slots=True)
class TextBlock(Branch):
    """A block whose JSON shows its logical text; the base of the front and back matter."""

    has_text: ClassVar[bool] = True


@attrs.frozen(slots=True)
class Title(TextBlock):
    """标题: the title of the report, e.g. 依法履职不负重托 书写人大工作新篇章. Name: GB/T 9704 7.3.1."""


@attrs.frozen(slots=True)
class Subtitle(TextBlock):
    """副标题: the line under the title, e.g. ——市人大常委会2022年重点工作回眸. Name: JATS ``subtitle``."""


@attrs.frozen(slots=True)
class Speaker(TextBlock):
    """报告人: who gives the report, office and name, e.g. 衢州市人大常委会主任 吴国升. Name: TEI ``speaker``."""


@attrs.frozen(slots=True)
class Dateline(TextBlock):
    """题注: date, or date and meeting, of the delivery, e.g. ——2022年2月18日在…会议上. Name: TEI ``dateline``."""


@attrs.frozen(slots=True)
class Imprint(TextBlock):
    """版记: where and when it was published, document number, copies to (来源… 发布日期…). Name: TEI ``imprint``."""


@attrs.frozen(slots=True)
class Byline(TextBlock):
    """署名: who wrote a newspaper review, e.g. 融媒记者 董英敏. Name: TEI ``byline``."""


@attrs.frozen(slots=True)
class Salutation(TextBlock):
    """称谓: the address that opens the report, e.g. 各位代表：. Name: TEI ``salute``."""


@attrs.frozen(slots=True)
class Closing(TextBlock):
    """结语: the appeal that ends the report (让我们更加紧密地团结…). Name: TEI ``closer``."""


@attrs.frozen(slots=True)
class FormeWork(TextBlock):
    """版面附加文字: page furniture, e.g. ▲上接第1版, 扫一扫在手机打开当前页. Name: TEI ``fw``, forme work."""

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class Caption(TextBlock):
    """图片说明, 表题: the words under a photograph, also where they cut a sentence in two; title and unit of a table.

    Name: JATS ``caption``.
    """

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class Note(TextBlock):
    """注释: explanatory notes behind the report (名词解释, 注释, 附件), a line each, or a list of them.

    Name: TEI ``note``.
    """


@attrs.frozen(slots=True)
class TableOfContents(Branch):
    """目录: a list of the headings ahead of the text; its lines are no headings. Name: Akoma Ntoso ``toc``."""


@attrs.frozen(slots=True)
class Section(Branch):
    """章节: a heading and all that stands under it.

    ``level`` is the depth in this document, 1 the outermost. The first child is the ``heading``, or, where
    the heading runs in, the paragraph that begins with it. Name: mdast ``section``.
    """

    level: int

    @property
    def heading(self) -> Heading:
        """The heading of the section, also one that runs in; raises LookupError for a section made without one."""
        heading = self.find(Heading)
        if heading is None:
            raise LookupError(f"{self!r} has no heading")
        return heading


@attrs.frozen(slots=True)
class Heading(Branch):
    """小标题: the heading of a section, e.g. 二、聚焦中心大局,助推高质量发展彰显新作为.

    ``level`` as in its section; ``marker`` the number as written (``二、``) or None; ``number`` its value or
    None; ``text`` without marker and closing 。, ``text_span`` its place; ``run_in`` true where body text
    follows in the same paragraph behind its 。 (接排标题); ``rule`` the name of the rule that made it a heading.
    Levels: GB/T 9704-2012 7.3.3.
    """

    has_text: ClassVar[bool] = True

    level: int
    marker: str | None
    number: int | None
    text_span: Span
    run_in: bool
    rule: str | None = attrs.field(default=None, metadata=SINCE_1_1)

    @property
    def text(self) -> str:
        """The words of the heading, without marker, closing mark and what interrupts them."""
        words = [
            leaf.text
            for leaf in self.logical_leaves()
            if self.text_span[0] <= leaf.start and leaf.end <= self.text_span[1]
        ]
        return "".join(words).strip()


@attrs.frozen(slots=True)
class Paragraph(Branch):
    """段落: one paragraph, also where page breaks, hard wraps or captions cut it. Name: CommonMark."""


@attrs.frozen(slots=True)
class List(Branch):
    """列举: items that one series of markers orders (一是…二是…), as paragraphs or within one. Name: CommonMark."""


@attrs.frozen(slots=True)
class ListItem(Branch):
    """列举项: one item of a list.

    ``marker`` as written (``一是``, ``第一，``, ``——``, ``①``); ``number`` its value, None for dashes and
    bullets. Name: mdast ``listItem``.
    """

    marker: str
    number: int | None


@attrs.frozen(slots=True)
class Table(Branch):
    """表格: rows of cells that align in columns, with title and unit above them as captions. Name: mdast ``table``."""


@attrs.frozen(slots=True)
class TableRow(Branch):
    """表格行: one row of a table, e.g. 一、税收收入 21534 20112 93.4. Name: mdast ``tableRow``."""


@attrs.frozen(slots=True)
class TableCell(TextBlock):
    """单元格: one cell of a row; a blank one is no node.

    ``header`` tells whether it heads a column rather than belongs to one (预算数), ``column`` which, counted from 1.
    Name: mdast ``tableCell``.
    """

    header: bool
    column: int


@attrs.frozen(slots=True)
class Sentence(Branch):
    """句子: up to and with its 。！？ (never one inside quotes) or the end of its block. Name: TEI ``s``."""


@attrs.frozen(slots=True)
class Marker(Leaf):
    """序号: the number or sign that opens a heading or an item, e.g. 二、 一是 ——. Name: CommonMark *list marker*."""


@attrs.frozen(slots=True)
class SoftBreak(Leaf):
    """软换行: a line end (and the blank lines with it) inside a paragraph that is no end of it. Name: CommonMark."""

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class LineBreak(Leaf):
    """换行: the line end behind a block."""

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class BlankLine(Leaf):
    """空行: a line of nothing but white space or markup. Name: CommonMark."""

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class Indent(Leaf):
    """缩进: white space before or behind the text of a line."""

    is_interruption: ClassVar[bool] = True


@attrs.frozen(slots=True)
class Markup(Leaf):
    """标记: HTML tags, comments and table pipes that a scrape left in. Name: CommonMark *raw HTML*."""

    is_interruption: ClassVar[bool] = True
