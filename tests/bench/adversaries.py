"""Hostile texts: what a parser might take more than linear time, deep recursion or wrong turns for."""

from __future__ import annotations

import itertools
from collections.abc import Callable

CN = "一二三四五六七八九十"

REPEATED = {
    "letter": "a",
    "letters with blanks": "abc ",
    "Chinese character": "监",
    "NUL": "\0",
    "lone surrogate": "\ud800",
    "emoji": "😀",
    "line feed": "\n",
    "carriage return": "\r",
    "line separator": "\u2028",
    "blank": " ",
    "tab": "\t",
    "ideographic space": "\u3000",
    "digit": "9",
    "full-width digit": "９",
    "digits with blanks": "2 0 ",
    "digits with commas": "1,",
    "digits with points": "1.",
    "number with grouped thousands": "1,234",
    "numeral": "一",
    "numeral of places": "百千万",
    "zero": "〇",
    "comma": "，",
    "half-width comma": ",",
    "enumeration comma": "、",
    "colon": "：",
    "full stop": "。",
    "half-width stop": "中.",
    "ellipsis": "…",
    "full stop in a quote": "“。”",
    "dash": "—",
    "hyphen": "-",
    "middle dot": "·",
    "asterisk": "*",
    "hash": "#",
    "pipe": "|",
    "ampersand": "&",
    "entity of a space": "&nbsp;",
    "entity of a quote": "&ldquo;",
    "tag": "<p>",
    "open tag": "<a",
    "open comment": "<!--",
    "comment": "<!---->",
    "separator": "[SEP]",
    "open quote": "“",
    "closed quote": "”",
    "quote": "“甲”",
    "slogan": "“两个确立”",
    "straight quote": '"',
    "open single quote": "‘",
    "open corner": "「",
    "open white corner": "『",
    "open law title": "《",
    "law title": "《某某条例》",
    "open parenthesis": "（",
    "open half-width parenthesis": "(",
    "parenthesis": "（甲）",
    "open tortoise shell": "〔",
    "open lenticular": "【",
    "lenticular line": "【甲】\n",
    "crossed pairs": "“《”》",
    "ordinal opener": "第",
    "chapter": "第一章 ",
    "section numbers in a line": "一、",
    "enumeration": "一、二、",
    "section numbers in lines": "一、甲\n",
    "parenthesised numbers in lines": "（一）\n",
    "numbers in lines": "1.\n",
    "decimal numbers in lines": "1.1 甲\n",
    "bare digits in lines": "1\n",
    "circled number": "①",
    "一是 in a line": "一是",
    "series in a line": "一是甲；二是乙；",
    "items in lines": "一是甲\n二是乙\n",
    "一要 in a line": "，一要甲",
    "首先 in lines": "首先，甲。\n",
    "dash items in lines": "——甲，乙。\n",
    "bullets in lines": "◆甲\n",
    "list of Markdown": "- 甲\n",
    "rows of figures alone": "1 2 3\n",
    "rows that blanks align": "甲    1    2\n",
    "rows of tabs": "甲\t1\t2\n",
    "rows of pipes and nothing": "| | |\n",
    "tables of Markdown": "|甲|乙|\n|---|---|\n|丙|1|\n",
    "headers and rows": "甲\t乙\t丙\n丁\t1\t2\n",
    "short rows": "甲\t\t5\n",
    "titles and units of tables": "表1　甲\n单位：万元\n",
    "lines drawn in pieces": "--- --- ---\n",
    "session line": "——在",
    "in a meeting": "在会议上",
    "address": "各位代表：\n",
    "address in a line": "各位代表！",
    "speaker": "市委 主任 王\n",
    "office": "人大常委会主任",
    "imprint": "来源：",
    "caption": "图为",
    "caption line": "图为会场。（记者 甲摄）\n",
    "reporter": "记者",
    "papers of a reporter": "本报",
    "closing": "让我们",
    "contents": "目录\n",
    "note head": "注释\n",
    "appendix": "附",
    "part headings": "过去一年的主要工作\n",
    "couplets": "为民履职 不负重托\n",
    "titles": "东岭县人大常委会工作报告\n",
    "titles and addresses": "东岭县人大常委会工作报告\n各位代表：\n甲。\n",
    "headings behind stops": "二、加强监督。开展检查。",
    "glued headings": "一、持续增进群众民生福祉常委会全面贯彻有关要求",
    "lead sentences": "强化监督。开展检查工作。\n",
    "lead sentences in a line": "强化监督。开展检查工作。",
    "paragraphs without ends": "监督工作围绕中心大局依法开展一些检查以及其他的许多事情\n",
    "paragraphs with wide gaps": "监督工作。　　",
    "quantities": "召开会议10次、",
    "quantity without end": "召开会议",
    "ranges": "1-",
    "ranges by 至": "1至",
    "percentages": "占1%，",
    "fractions": "三分之",
    "percent in words": "百分之",
    "respectively": "分别",
    "parts": "其中",
    "from and to": "从1增加到",
    "changes": "增长1%，",
    "year": "2023年",
    "years": "2023年至",
    "dates": "5月18日、",
    "clock": "10:23:",
    "relative years": "去年",
    "periods": "过去五年",
    "plans": "“十四五”",
    "sessions": "市八届人大一次会议",
    "meetings": "八届一次、",
    "plenums": "一中、",
    "labels": "A1",
    "labels before figures": "甲乙：3个，",
    "nouns of figures": "3个甲乙和丙，",
    "nouns joined in a clause": "3个甲乙、丙",
    "figures set apart": "1 2 ",
    "figures before words": "01　甲\n",
    "lines drawn": "---\n",
    "years ago": "五年前",
    "committees": "政协甲县第十届委员会",
    "sums": "1+",
    "versions": "1.2.",
}
"""Texts that are repeated to the size asked for."""


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def _cycled(*units: str) -> Callable[[int], str]:
    """Units by turns, as many as the size asks for."""

    def generate(size: int) -> str:
        parts: list[str] = []
        length = 0
        for unit in itertools.cycle(units):
            if length >= size:
                return "".join(parts)[:size]
            parts.append(unit)
            length += len(unit)
        raise AssertionError

    return generate


def _halves(opening: str, closing: str) -> Callable[[int], str]:
    """Pairs that are all open before the first closes."""
    return lambda size: opening * (size // 2) + closing * (size - size // 2)


def _numbered(form: str) -> Callable[[int], str]:
    """Lines whose numbers count up without end."""

    def generate(size: int) -> str:
        lines = (form.format(number, CN[number % 10]) for number in itertools.count(1))
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(next(lines))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return generate


GENERATORS: dict[str, Callable[[int], str]] = {
    **{name: _repeated(unit) for name, unit in REPEATED.items()},
    "quotes nested": _halves("“", "”"),
    "parentheses nested": _halves("（", "）"),
    "law titles nested": _halves("《", "》"),
    "quotes opened, other quotes closed": _halves("“", "’"),
    "all openers": _repeated("“‘「『《〈（(〔[【"),
    "one opener far ahead": lambda size: "“" + "甲，" * (size // 2 - 1),
    "schemes ever deeper": _cycled("第一章 甲\n", "一、甲\n", "（一）甲\n", "1.甲\n", "（1）甲\n", "①甲\n", "甲。\n"),
    "schemes by turns": _cycled("（一）甲\n", "一、甲\n", "1.甲\n", "第一章 甲\n"),
    "items of all kinds": _cycled("一是甲\n", "一要甲\n", "第一，甲\n", "首先，甲\n", "——甲\n", "◆甲\n", "乙。\n"),
    "item without its next": _cycled("一是甲\n", *["乙丙丁。\n"] * 60),
    "dashes ever further": lambda size: "".join("——甲\n" + "乙丙。\n" * i for i in range(int((size / 2) ** 0.5))),
    "sections counting": _numbered("{}、甲工作\n"),
    "line numbers": _numbered("{} 监督工作。\n"),
    "items counting in figures": _numbered("{}.甲；\n"),
    "rows of all widths": _cycled(*["甲" + "\t1" * columns + "\n" for columns in range(2, 180)]),
    "rows that differ": _cycled("甲\t1\t2\n", "乙\t1\t2\t3\t4\t5\n", "丙\t1\t2\t3\t4\t5\t6\t7\t8\n"),
    "short rows before a row": lambda size: "甲\t\t5\n" * (size // 6 - 2) + "甲\t1\t2\n",
    "lines all alike": _repeated(
        "监督工作围绕中心大局依法开展一些检查以及其他的许多事情，成效很好，群众满意，代表认可，各方支持。\n"
    ),
    "lines cut short": _repeated("监督工作围绕中心大局依法开展一些检查以及其他的许多\n\n事情。\n"),
    "lines joined with wedges": _repeated("监督工作围绕中心大局依法开展一些检查以及其他的许多\n（记者 甲摄）\n"),
    "contents of all that follows": _cycled(*[f"{n}、监督工作\n" for n in CN], "甲。\n"),
    "leads alone": _repeated("甲。\n"),
    "leads above bodies": _cycled(
        "推进监督工作。\n", "常委会听取报告，督促有关方面落实，群众满意，代表认可，各方支持。\n"
    ),
    "wrapped lines": _repeated("监督工作围绕中心大局依法开展一些检查以及其他的许多\n"),
    "wrapped lines that end sentences": _cycled(
        "监督工作围绕中心大局依法开展，一些检查以及\n", "其他许多事情都办成了并且办得很好，各方支持。\n"
    ),
    "pages with bare numbers": _numbered("监督工作围绕中心大局依法开展一些检查以及其他\n{}\n"),
    "items that head sections": _cycled("一是甲。\n", "二是甲。\n", "推进监督工作，办好实事。\n"),
    "one item over and over": _repeated("一是甲。\n"),
    "short lines below headings": _cycled("一、监督工作\n", "甲乙丙\n", "监督工作围绕大局开展。\n"),
    "short lines": _repeated("监督工作\n"),
    "breadcrumbs": _repeated("首页 > "),
    "breadcrumb lines": _repeated("首页 > 报告 > 正文\n"),
    "running headers": _numbered("青禾县会议文件\n- {} -\n"),
    "one sentence of quantities": _repeated("召开会议10次，"),
    "one sentence of quantities without verb": _repeated("10次、"),
    "one clause of quantities": _repeated("召开会议10次"),
    "one clause of quantities without verb": _repeated("10次"),
    "one paragraph of sentences": _repeated("召开会议10次。"),
    "nouns joined behind one figure": lambda size: "召开会议3个" + "甲、" * (size // 2 - 8) + "会4个。",
    "one clause of subjects": _repeated("3所学校虚报学员9人"),
    "one line of everything": _repeated(
        "一、甲乙。（一）丙丁，召开会议10次；“两个确立”《某某法》（2023年）一是戊；二是己。"
    ),
}
"""By name, what gives a hostile text of at most so many characters."""
