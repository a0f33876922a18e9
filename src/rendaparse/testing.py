"""Hypothesis strategies that give texts like reports, for the tests of this package and of tools built on it."""

from __future__ import annotations

from hypothesis import strategies as st

NUMERALS = "一二三四五六七八九十"
STRUCTURAL = (
    "一二三四五六七八九十百千万亿两第章节部分条、．.（）()【】①②●——－-“”‘’\"'《》〈〉[]<>&;，,。；：！？…"
    "0123456789０１２％% \t\u3000\xa0\u200b\ufeff\r\n\n\u2028\0年月日届次会议大会人常委元个是要▲摄者来源年来X×*"
)
WORDS = ("立法工作", "监督工作", "代表工作", "自身建设", "民生实事", "重大事项", "法治建设", "群众关切", "营商环境")
VERBS = ("召开", "听取审议", "办理", "组织", "督办", "开展", "完成", "提出")
COUNTED = ("会议{}次", "报告{}项", "建议{}件", "视察{}次", "代表{}人次", "意见{}条")
PLACES = ("清河市", "东岭县", "南浦区")


def any_text(max_size: int = 200) -> st.SearchStrategy[str]:
    """Any ``str``, lone surrogates included."""
    return st.text(st.characters(exclude_categories=()), max_size=max_size)


def noise(max_size: int = 120) -> st.SearchStrategy[str]:
    """Strings of the characters that structure is made of, in any order."""
    return st.text(st.sampled_from(STRUCTURAL), max_size=max_size)


def phrases() -> st.SearchStrategy[str]:
    """The words of a heading: 推进立法工作 or a couplet."""
    half = st.builds("{}{}".format, st.sampled_from(("推进", "加强", "坚持", "聚焦", "提升")), st.sampled_from(WORDS))
    return half | st.builds("{}，{}".format, half, half)


def clauses() -> st.SearchStrategy[str]:
    """A clause, with a figure or without."""
    figure = st.builds(
        lambda verb, counted, number: verb + counted.format(number),
        st.sampled_from(VERBS),
        st.sampled_from(COUNTED),
        st.integers(1, 99_999),
    )
    plain = st.builds("{}围绕{}".format, st.sampled_from(PLACES), st.sampled_from(WORDS))
    law = st.builds("修订《{}{}条例》".format, st.sampled_from(PLACES), st.sampled_from(WORDS))
    quote = st.builds("落实“{}”要求".format, st.sampled_from(WORDS))
    return figure | plain | law | quote


def sentences() -> st.SearchStrategy[str]:
    """Clauses up to a full stop."""
    return st.lists(clauses(), min_size=1, max_size=4).map(lambda parts: "，".join(parts) + "。")


def paragraphs() -> st.SearchStrategy[str]:
    """Sentences on one line, maybe with a run-in heading or a list 一是…二是… ahead."""
    prose = st.lists(sentences(), min_size=1, max_size=3).map("".join)
    run_in = st.builds("{}。{}".format, phrases(), prose)
    listed = st.lists(clauses(), min_size=2, max_size=4).map(
        lambda items: "；".join(f"{numeral}是{item}" for numeral, item in zip(NUMERALS, items, strict=False)) + "。"
    )
    return prose | run_in | listed


def sections(depth: int = 2) -> st.SearchStrategy[list[list[str]]]:
    """Bodies of sections, each a list of lines."""
    body = st.lists(paragraphs(), min_size=1, max_size=3)
    if depth == 1:
        return st.lists(st.builds(lambda heading, lines: [heading, *lines], phrases(), body), min_size=1, max_size=4)
    inner = sections(depth - 1).map(lambda found: _numbered(found, "（{}）"))
    section = st.builds(lambda heading, lines: [heading, *lines], phrases(), body | inner)
    return st.lists(section, min_size=1, max_size=4)


def reports() -> st.SearchStrategy[str]:
    """A whole report with LF line ends and full-width marks."""
    front = st.builds(
        lambda place, year, month: [
            f"{place}人民代表大会常务委员会工作报告",
            f"——{year}年{month}月9日在{place}第八届人民代表大会第二次会议上",
            "各位代表：",
        ],
        st.sampled_from(PLACES),
        st.integers(1990, 2030),
        st.integers(1, 12),
    )
    lead = st.lists(paragraphs(), max_size=2)
    body = sections().map(lambda found: _numbered(found, "{}、"))
    return st.builds(lambda *parts: "\n".join(line for part in parts for line in part) + "\n", front, lead, body)


def report_like_lines() -> st.SearchStrategy[str]:
    """Lines of a report and noise, shuffled together: structure without order."""
    marker = st.sampled_from(("一、", "二、", "（一）", "(二)", "1.", "2、", "①", "一是", "第一，", "——", "第一章 "))
    heading = st.builds("{}{}".format, marker, phrases())
    bare = st.sampled_from(("", "　　", "1", "扫一扫", "（下转第2版）", "各位代表：", "目录"))
    rows = st.lists(table_lines(), min_size=1, max_size=4).map("\n".join)
    return st.lists(heading | paragraphs() | noise(20) | bare | rows, max_size=12).map("\n".join)


def table_lines() -> st.SearchStrategy[str]:
    """A line of a table: a row, a header, a title, a unit, a line drawn; its cells parted by tabs, pipes or blanks."""
    figure = st.integers(0, 99_999).map(str) | st.sampled_from(("1,234", "-2.1", "93.4%", "—", "", "2024", "12.3亿元"))
    cells = st.builds(lambda name, figures: [name, *figures], st.sampled_from(WORDS), st.lists(figure, max_size=4))
    heads = st.lists(st.sampled_from((*WORDS, "合　计", "2023", "2024年")), min_size=1, max_size=4)
    gap = st.sampled_from((" ", "  ", "　　", "\t", " | ", "│"))
    row = st.builds(lambda parts, between, lead: lead + between.join(parts), cells | heads, gap, st.just("") | gap)
    other = st.sampled_from(
        ("单位：万元", "表1　收支情况", "2024年收支情况表", "|---|---|", "| --- |", "─────", "其中：")
    )
    return row | other


def _numbered(found: list[list[str]], form: str) -> list[str]:
    return [
        line
        for numeral, (heading, *rest) in zip(NUMERALS, found, strict=False)
        for line in (form.format(numeral) + heading, *rest)
    ]
