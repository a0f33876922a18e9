"""The settling as a list of questions: each names what it needs and gives, and can be left out."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest

from rendaparse.block.lexer import read_lines
from rendaparse.block.roles import MATTER, Role
from rendaparse.block.settle import STEPS, settle
from rendaparse.block.settle.page import Claim, Lost, Page, Step
from rendaparse.grammar.files import grammar_text

BODY = "常委会会议听取和审议了有关情况的报告，提出了审议意见，交有关方面研究处理，并要求按期报告结果。\n"
REPORT = (
    "溪州市人大常委会工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n各位代表：\n"
    f"一、总体情况\n加强立法工作。{BODY}强化监督工作。{BODY}二、下一步打算\n{BODY}"
    f"一是学习。\n二是调研。\n收入 12 34\n支出 56 78\n"
    "让我们更加紧密地团结起来，为建设更加富强美丽的溪州而努力奋斗，以实干迎接明天！\n"
)


def _page(*without: str) -> Page:
    return settle(REPORT, *read_lines(REPORT), without=without)


def _roles(page: Page) -> list[str]:
    return [line.role for line in page.lines]


def test_what_a_step_needs_is_given_before() -> None:
    """By an earlier step; names are unique."""
    given: set[str] = set()
    for step in STEPS:
        assert step.needs <= given, step.name
        given |= step.gives
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_every_gift_is_needed_or_built_from() -> None:
    """What nobody needs is read by the stream of tokens alone."""
    needed = set().union(*(step.needs for step in STEPS))
    assert set().union(*(step.gives for step in STEPS)) - needed == {"series"}


@pytest.mark.parametrize(
    ("step", "lost"),
    [
        ("fronts", "title"),
        ("numbers", "heading"),
        ("leads", "lead"),
        ("closing", "closing"),
        ("lists", "item"),
        ("tables", "row"),
    ],
)
def test_a_step_left_out_shows_what_it_does(step: str, lost: str) -> None:
    """The role that only it gives is gone, and the text is still whole."""
    assert lost in _roles(_page())
    without = _page(step)
    assert lost not in _roles(without)
    bodies = [(line.start, line.stop) for line in without.lines]
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(bodies))


def test_a_role_once_taken_stays() -> None:
    """A second claim to the line is lost, and remembered; one that replaces is taken."""
    page = Page(BODY, read_lines(BODY)[0])
    claims = (
        Claim(0, "first", role="caption"),
        Claim(0, "second", role="heading"),
        Claim(0, "third", role="note", replaces=True),
    )
    page.take(Step("test", frozenset(), frozenset(), lambda _: claims))
    assert (page.lines[0].role, page.lines[0].rule) == ("note", "third")
    assert [decision.taken for decision in page.decisions] == [True, False, True]


def test_what_lost_is_told() -> None:
    """As diagnostic RP104, and among the decisions."""
    page = Page(BODY, read_lines(BODY)[0])
    page.take(Step("test", frozenset(), frozenset(), lambda _: [Lost(0, "lead")]))
    assert [entry.code for entry in page.found] == ["RP104"]
    assert [(decision.claim.rule, decision.taken) for decision in page.decisions] == [("lead", False)]


def test_one_table_of_roles() -> None:
    """Every kind of matter is a role, a rule of the block grammar and a terminal; a wedge has a terminal of its own."""
    grammar = grammar_text("block")
    for role, matter in MATTER.items():
        assert role in get_args(Role)
        assert f"\n{role}: _lines{{{role.upper()}}}\n" in grammar
        assert (f"{role.upper()}_WEDGE" in grammar) == matter.wedge
    matter_rule = grammar.split("\n_matter: ")[1].split("\n")[0]
    assert set(matter_rule.split(" | ")) == MATTER.keys()
