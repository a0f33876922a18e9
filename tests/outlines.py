"""What tests of layouts ask of a text: its headings, the words of its nodes, its diagnostics."""

from __future__ import annotations

from harness import check

from rendaparse import Report, parse
from rendaparse.nodes import Heading

BODY = (
    "市政府会同有关部门逐项梳理情况，召开协调会议研究办法，明确责任单位和完成时限，并组织人员到现场查看。"
    "各单位按月报送进展，年底前全部办结，群众普遍满意。"
)
OTHER = (
    "有关部门制定了工作方案，把任务分解到各个科室，每月调度一次。"
    "对进展较慢的事项，分管负责同志带队上门了解原因，帮助协调用地、资金和手续方面的困难。"
)
"""Two bodies of more than 60 characters and several sentences."""
FRONT = "青禾县政府工作报告\n——2025年1月19日在青禾县第十七届人民代表大会第四次会议上\n各位代表：\n"
HEAD = f"{FRONT}一、2024年工作回顾\n"
"""A front, and the heading of the first part."""
PART = (1, "一、", "2024年工作回顾")


def checked(text: str) -> Report:
    """Parse a text and check what holds for every report."""
    report = parse(text)
    check(text, report)
    return report


def headings(text: str) -> list[tuple[int, str | None, str]]:
    """Level, marker and words of each heading."""
    return [(h.level, h.marker, h.text) for h in checked(text).document.find_all(Heading)]


def run_in(text: str) -> list[bool]:
    """Whether each heading is followed by its body in the same line."""
    return [heading.run_in for heading in checked(text).document.find_all(Heading)]


def words(text: str, kind: str) -> list[str]:
    """The text of each node of a type."""
    return [node.text for node in checked(text).document.walk() if node.type == kind]


def codes(text: str) -> set[str]:
    """The codes of the diagnostics."""
    return {diagnostic.code for diagnostic in checked(text).diagnostics}
