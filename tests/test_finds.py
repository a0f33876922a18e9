"""What fuzzing found, by name: texts that once broke the parser, as small as they got."""

from __future__ import annotations

import pytest
from harness import check

from rendaparse import parse

BODY = "加强对各工作机构的领导,充分发挥其在调查研究及跟踪监督等方面的职能作用,促进各项工作有序运行。" * 3

FINDS = {
    "a heading's marker alone in its line, the words below": "2.\n持以党向领航。始终",
    "a couplet parted by a tab": "225年\t西西日报\n202",
    "an ordinal that has no value": "十十届全国人大",
    "a list whose later items lie beyond the item around it": "三是\n—。\n四是\n—这",
    "a run-in heading whose marker also opens a series, circled": "①总体情况。②主要问题。",
    "a run-in heading whose marker also opens a series, in figures": "1.总体情况。2.主要问题。",
    "ten behind a zero and ten thousand": "共一万零十二个。",
    "a point, and a magnitude behind an approximator": "投资三点五多万个。",
    "a letter O for a zero, of full width": "二Ｏ二三年，",
    "a magnitude beyond any figure": "五百亿亿多亿亿亿亿千米，50亿亿亿多亿亿亿千米，",
    "an address between the items of a list": "一、甲工作\n（一）甲工作\n一是好。\n各位代表！好的。\n二是好。",
    "an address behind the last item of a list": "三、\u2003（四）\u2003（三）3万。\n督\n（四）锤\n各位代表，",
    "what looks like a line number and is a marker": "2.\u3000—",
    "an address parted from a heading in the same line": "一、、各位委员：",
    "a line that goes on with a table of contents": "目录\n一、总体情况\n二、主要问题 、\n一、总体情况\n二、主要问题",
    "a table of contents that goes on to the end": "目录\n目录\n目录\n、\n目录",
    "a series in a line that goes on with a table of contents": "目录\n目录\n目录\n、一是好；二是好。\n目录",
    "a table of contents where an item ends its list": (
        "一是好。\n◆好。\n目录\n一、甲\n二、乙\n三、丙\n二是好。\n◆好。\n一、甲\n二、乙\n三、丙"
    ),
    "a numbered line that holds a series, among numbered lines": "1.甲事3万元；2.乙事4万元；\n3.丙事5万元；",
    "a series in a line that goes on with a title, and behind it": (
        "青禾市工作报告\n，一要甲事，二要乙事。二、全年投资300万元，三要丙事。"
    ),
    "lead sentences in one line, one with a mark that opens only": (
        "提高组成人员依法履职的能力，推动机关建设再上新水平。履职能力在固本强基上下功夫。"
        + BODY
        + "工作作风在求真（实上抓转变。"
        + BODY
        + "机关建设在规范高效上求突破。"
        + BODY
    ),
}


@pytest.mark.parametrize("text", FINDS.values(), ids=FINDS)
def test_find_stays_mended(text: str) -> None:
    """It is parsed, and losslessly."""
    check(text, parse(text))
