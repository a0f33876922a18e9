"""Pages: numbers, running headers, words that a line cuts."""

from __future__ import annotations

import pytest
from outlines import BODY, HEAD, OTHER, checked, headings, run_in, words

from rendaparse import facts


@pytest.mark.parametrize(
    ("cut", "number", "whole"),
    [
        ("各科室按照条例的具体规\n2、定，做到有计划。", "2、", "各科室按照条例的具体规定，做到有计划。"),
        ("各科室按照条例规范办\n3、理；", "3、", "各科室按照条例规范办理；"),
    ],
)
def test_a_page_number_glued_to_cut_words_is_furniture(cut: str, number: str, whole: str) -> None:
    """It stands inside the joined paragraph; sections go on behind it."""
    text = f"青禾县政府工作报告\n（一）突出重点。{BODY}\n{cut}\n（二）强化监督。{OTHER}\n"
    assert words(text, "formeWork") == [number]
    assert headings(text) == [(1, "（一）", "突出重点"), (1, "（二）", "强化监督")]
    assert whole in words(text, "paragraph")


def test_page_numbers_between_lines_are_furniture() -> None:
    """Every figure that stands around them has its row."""
    text = "1\n城乡居民收入分别增长3.9%和5.7%。稳步\n2\n扩大免费学前教育，新增学位12.4万个，\n帮扶高校学科12个。\n"
    assert words(text, "formeWork") == ["1", "2"]
    assert headings(text) == []
    assert [str(fact.value) for fact in facts(checked(text))] == ["3.9", "5.7", "124000", "12"]


@pytest.mark.parametrize(
    "edge", ["{header}\n- {page} -\n", "- {page} -\n{header}\n", "\f{header}\n", "{page}\n{header}\n"]
)
def test_a_line_that_recurs_at_the_edge_of_pages_is_furniture(edge: str) -> None:
    """Beside the number of a page or a form feed, within a sentence."""
    header = "青禾县第十七届人民代表大会第四次会议文件"
    first, second = (edge.format(header=header, page=page) for page in (2, 3))
    text = f"{HEAD}{BODY[:40]}\n{first}{BODY[40:]}\n{OTHER[:50]}\n{second}{OTHER[50:]}\n"
    assert words(text, "formeWork").count(header) == 2
    assert words(text, "paragraph") == [BODY, OTHER]


def test_a_line_that_recurs_within_a_page_is_none() -> None:
    """Nothing shows an edge."""
    text = f"{HEAD}{BODY}\n特此报告\n{OTHER}\n特此报告\n{BODY}{OTHER}\n"
    assert words(text, "formeWork") == []


def test_an_indented_heading_goes_on_in_a_line_without_indent() -> None:
    """28 characters a line."""
    text = (
        "　　（三）着力深化改革扩大开放，注入强劲\n动力。推出85项改革事项，办件超7600万件。\n"
        "　　（四）着力改善民生增进福祉，共享发展\n成果。新增学位1200个，改造老旧小区46个，\n惠及居民九千余户。\n"
        "　　（五）着力加强自身建设，依法高效履行\n职责。办理建议120件，办复率达到百分之百。\n"
    )
    assert headings(text) == [
        (1, "（三）", "着力深化改革扩大开放，注入强劲动力"),
        (1, "（四）", "着力改善民生增进福祉，共享发展成果"),
        (1, "（五）", "着力加强自身建设，依法高效履行职责"),
    ]
    assert run_in(text) == [True] * 3


def test_page_counts_in_mid_line_are_furniture() -> None:
    """第 1 页 共 6 页."""
    text = f"{HEAD}{BODY[:30]} 第 1 页 共 6 页 {BODY[30:]}\n"
    assert [found.strip() for found in words(text, "formeWork")] == ["第 1 页 共 6 页"]
    assert words(text, "paragraph") == [BODY]


def test_page_numbers_above_a_running_header_are_told_from_digits_above_headings() -> None:
    """Both count up from 1."""
    header = "青禾县人大常委会工作综述"
    text = (
        f"1\n突出重点 服务中心大局\n{BODY[:40]}\n1\n{header}\n{BODY[40:]}\n"
        f"2\n为民履职 回应群众关切\n{OTHER[:40]}\n2\n{header}\n{OTHER[40:]}\n"
    )
    assert [found for _, _, found in headings(text)] == ["突出重点 服务中心大局", "为民履职 回应群众关切"]
    assert words(text, "formeWork") == ["1", header, "2", header]
