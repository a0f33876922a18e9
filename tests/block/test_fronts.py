"""Fronts: sentences, addresses, contents and paths before the report."""

from __future__ import annotations

import pytest
from outlines import BODY, HEAD, OTHER, headings, words

SESSION = "——2024年1月9日在溪州市第八届人民代表大会第三次会议上"
OPENING = "我代表市人民政府，向大会报告工作，请予审议。"
SECTIONS = f"一、工作回顾\n{BODY}\n二、工作安排\n{OTHER}\n"


def test_a_sentence_before_the_salutation_is_the_dateline() -> None:
    """1月19日，在…会议上省长林溪作政府工作报告."""
    sentence = "1月19日，在青禾省第十四届人大第三次会议上省长林溪作政府工作报告。"
    text = f"青禾省政府工作报告\n{sentence}\n各位代表：\n现在，{OPENING}\n{SECTIONS}"
    assert words(text, "title") == ["青禾省政府工作报告"]
    assert words(text, "dateline") == [sentence]
    assert words(text, "salutation") == ["各位代表："]


@pytest.mark.parametrize("salutation", ["各位代表：\n", "各位代表！\n", "各位代表，\n", "各位代表，"])
def test_the_salutation_ends_with_any_mark(salutation: str) -> None:
    """Alone in its line, or before 现在."""
    text = f"溪州市政府工作报告\n{SESSION}\n{salutation}现在，{OPENING}\n{SECTIONS}"
    assert words(text, "salutation") == [salutation.strip()]
    assert words(text, "paragraph")[0] == f"现在，{OPENING}"


def test_an_address_in_the_body_opens_a_paragraph() -> None:
    """各位代表！过去一年…."""
    text = f"{HEAD}{BODY}\n各位代表！过去一年，成绩来之不易。\n{OTHER}\n"
    assert words(text, "salutation") == ["各位代表："]


def test_session_and_report_in_one_line_are_the_title() -> None:
    """在…会议上的政府工作报告."""
    title = "在溪州市第八届人民代表大会第三次会议上的政府工作报告"
    text = f"{title}\n市长 林溪\n各位代表，\n现在，{OPENING}\n{SECTIONS}"
    assert words(text, "title") == [title]
    assert words(text, "speaker") == ["市长 林溪"]
    assert words(text, "salutation") == ["各位代表，"]
    assert words(text, "dateline") == []


@pytest.mark.parametrize("sections", ["", f"现在，{OPENING}\n{SECTIONS}"])
def test_the_title_may_stand_behind_the_contents(sections: str) -> None:
    """目录, lines with leaders, then the front."""
    contents = "目录\n一、工作回顾……1\n二、工作安排……13\n"
    text = f"{contents}溪州市人大常委会工作报告\n{SESSION}\n各位代表：\n{sections}"
    assert words(text, "tableOfContents") == [contents.replace("\n", "")]
    assert words(text, "title") == ["溪州市人大常委会工作报告"]
    assert words(text, "dateline") == [SESSION]
    assert words(text, "salutation") == ["各位代表："]
    expected = [(1, "一、", "工作回顾"), (1, "二、", "工作安排")] if sections else []
    assert headings(text) == expected


def test_the_title_may_stand_above_words_in_brackets() -> None:
    """【立法监督】 above its items is a heading."""
    text = (
        "区人大常委会的2024年\n【立法监督】\n◆听取报告12项。\n◆开展检查3次。\n"
        "【代表工作】\n◆组织视察6次。\n◆办理建议90件。\n"
    )
    assert words(text, "title") == ["区人大常委会的2024年"]
    assert [found for _, _, found in headings(text)] == ["立法监督", "代表工作"]
    assert len(words(text, "list")) == 2


@pytest.mark.parametrize(
    "path", ["当前页面: 首页 > 政务公开 > 报告", "溪州日报数字报 ｜ 要闻 ｜ 第02版", "工作报告(终稿).docx"]
)
def test_a_path_of_a_site_is_furniture(path: str) -> None:
    """The title is the line below."""
    text = f"{path}\n溪州市人大常委会工作报告\n{SESSION}\n各位代表：\n现在，我报告工作。\n"
    assert words(text, "formeWork") == [path]
    assert words(text, "title") == ["溪州市人大常委会工作报告"]


def test_a_word_and_a_colon_open_a_heading_rather_than_an_address() -> None:
    """代表：小站点汇聚大能量, in the lines where a front may stand."""
    bodies = "常委会依法履职，服务大局。"
    heads = ("决定：小议题托起大民生", "监督：硬举措兑现真承诺", "代表：小站点汇聚大能量")
    text = f"溪州市人大常委会工作综述\n{BODY}\n" + "".join(f"{head}\n{bodies}{OTHER}\n" for head in heads)
    assert [found for _, _, found in headings(text)] == list(heads)
    assert words(text, "salutation") == []


def test_short_lines_of_two_characters_are_headings_among_others() -> None:
    """教育."""
    heads = ("农业农村", "教育", "医疗卫生", "平安建设")
    text = f"溪州市工作综述\n{BODY}\n" + "".join(f"{head}\n{OTHER}\n" for head in heads)
    assert [found for _, _, found in headings(text)] == list(heads)
