"""Inline nodes: what stands inside a block (行内要素)."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

import attrs

from rendaparse._text import Span
from rendaparse.nodes._base import SINCE_1_1, Branch, Leaf, Mention


@attrs.frozen(slots=True)
class Text(Leaf):
    """文字: plain words. Name: mdast ``text``."""


@attrs.frozen(slots=True)
class Punctuation(Leaf):
    """标点: one mark, or a run of the same mark, in either width. Name: GB/T 15834."""


@attrs.frozen(slots=True)
class StrayMark(Leaf):
    """残缺标号: one half of a pair whose other half is missing, e.g. a lone ”."""


@attrs.frozen(slots=True)
class Space(Leaf):
    """空白: white space inside a line, also ``&nbsp;``."""


@attrs.frozen(slots=True)
class InlineBranch(Branch):
    """An inline branch whose JSON shows its logical text."""

    has_text: ClassVar[bool] = True


@attrs.frozen(slots=True)
class LawTitle(InlineBranch):
    """书名号文件名: the title of a law, a document or a work in 《》, marks included. Name: GB/T 15834."""


@attrs.frozen(slots=True)
class Quote(InlineBranch):
    """引语: words in “”, ‘’, 「」, 『』 or straight quotes, marks included. Name: TEI ``q``."""


@attrs.frozen(slots=True)
class Parenthesis(InlineBranch):
    """括注: words in （）, (), 〔〕, [] or 【】, marks included. Name: GB/T 15834."""


@attrs.frozen(slots=True)
class DataClause(Branch):
    """数据分句: a clause that reports at least one figure, e.g. 召开常委会会议10次.

    ``verb`` is what was done (召开), ``thing`` what was counted (常委会会议), each None where the clause does not
    say. It ends before the clause mark. Name: of this package.
    """

    verb: Mention | None = None
    thing: Mention | None = None


Bound = Literal["above", "below", "about"]
"""On which side of the written number the true one lies."""


@attrs.frozen(slots=True)
class Approximator:
    """约数词: the word that makes a number approximate, e.g. 近, 多, 左右.

    ``text`` as written, ``span`` its place in the source, ``bound`` on which side the true number lies.
    """

    text: str
    span: Span
    bound: Bound


@attrs.frozen(slots=True)
class Quantity(InlineBranch):
    """数量: a figure that is data, number and unit, e.g. 4300余条, 3.8万条, 百分之九点六.

    ``value`` is exact, with its magnitude (25.57亿元 is 2557000000), a pair for a range; ``unit`` is written in
    half-width (``人(次)``, ``%``), None where there is none; ``percent`` true for a unit of ``%``; ``approx`` the
    approximator within, before or behind it. The span runs from the number through its unit. Name: TEI ``measure``.
    """

    value: Decimal | tuple[Decimal, Decimal]
    unit: str | None
    percent: bool
    approx: Approximator | None


TimeKind = Literal["year", "date", "datetime", "period", "duration", "plan", "relative", "deictic", "anniversary"]
"""What sort of time marker it is."""


@attrs.frozen(slots=True)
class Time(InlineBranch):
    """时间: a date, a period, or a word that points at one, e.g. 2021年5月18日, “十四五”, 过去一年, 去年3月.

    ``value`` is EDTF (``2021-05-18``, ``2021/2025``, ``2018/..``), of a span of time a duration (``P10Y``), of a range
    of them both ends (``P2Y/P3Y``); of relative words it is symbolic, counted from the year of the report (``Y0`` 今年,
    ``Y-1`` 去年, ``Y-1-03``). ``resolved`` is EDTF, None where the document does not tell; ``approx`` the word that
    makes a duration approximate (20余年). Name: TEI ``time``; values: ISO 8601-2.
    """

    kind: TimeKind
    value: str
    resolved: str | None = None
    approx: Approximator | None = attrs.field(default=None, metadata=SINCE_1_1)


@attrs.frozen(slots=True)
class Session(InlineBranch):
    """届次: a term or a meeting of a body, e.g. 市八届人大一次会议 (body 人大, term 8, meeting 1).

    ``body`` is who meets, ``term`` the number of the term (届), ``meeting`` of the meeting in it (次; several for
    八届二次、三次全会), ``sitting`` of the plenary sitting (第四次全体会议); None where not said. ``reference``
    is ``previous`` for 上届, ``current`` for 本届, ``next`` for 下届, else None. Name: ParlaMint ``session``.
    """

    body: str | None
    term: int | None
    meeting: int | tuple[int, ...] | None
    sitting: int | None
    reference: Literal["previous", "current", "next"] | None


NumeralKind = Literal["slogan", "institution", "label", "version", "ordinal", "name", "lexical", "invalid"]
"""What a numeral that is no data is part of."""


@attrs.frozen(slots=True)
class Numeral(InlineBranch):
    """非数据数字: a numeral that is no data, e.g. 两个确立, 一府两院, S1, 2.0, 第一方阵.

    ``kind`` tells what it is part of; ``invalid`` is one that has no value (5月40日). Name: TEI ``num``.
    """

    kind: NumeralKind
