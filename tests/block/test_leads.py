"""Lead sentences: in lines of their own, run in, of looser form between sure ones, at the edges of a section."""

from __future__ import annotations

import pytest
from outlines import BODY, HEAD, OTHER, PART, headings, run_in

OWN_LINE = ("产业结构持续优化", "产业集群快速壮大", "重点改革全面推进")


@pytest.mark.parametrize("head", [HEAD, "一、2024年工作回顾\n"])
def test_leads_in_their_own_lines_are_headings(head: str) -> None:
    """A sentence alone above its paragraphs, three in a section."""
    first, second, third = OWN_LINE
    text = f"{head}{first}。\n{BODY}\n{second}。\n{OTHER}\n{third}。\n{BODY}{OTHER}\n"
    assert headings(text) == [PART, *((2, None, lead) for lead in OWN_LINE)]
    assert run_in(text) == [False] * 4


def test_several_paragraphs_may_stand_below_a_lead_in_its_own_line() -> None:
    """Two of them, one with three paragraphs below."""
    first, second, _ = OWN_LINE
    text = f"{HEAD}{first}。\n{BODY}\n全年{OTHER}\n{BODY}{OTHER}\n{second}。\n{OTHER}{BODY}\n"
    assert headings(text) == [PART, (2, None, first), (2, None, second)]


def test_a_lone_sentence_in_its_line_is_prose() -> None:
    """Nothing in its section confirms it."""
    assert headings(f"{HEAD}{OWN_LINE[0]}。\n{BODY}\n{OTHER}\n{BODY}{OTHER}\n") == [PART]


def test_texts_of_one_sentence_a_line_hold_no_leads_in_their_own_lines() -> None:
    """There a short sentence is a line as any other."""
    first, second, third = OWN_LINE
    bodies = ("全年新增规模以上工业企业十二家。", "新材料产业园投入使用。", "医疗集团挂牌运行。")
    pairs = zip((first, second, third), bodies, strict=True)
    assert headings(HEAD + "".join(f"{lead}。\n{body}\n" for lead, body in pairs)) == [PART]


def _between(lead: str) -> str:
    return f"{HEAD}产业结构持续优化。{BODY}\n{lead}。{OTHER}\n重点改革全面推进。{BODY}{OTHER}\n"


@pytest.mark.parametrize(
    "lead",
    [
        "迭代完善“8+4”政策体系",
        "抓好农业特别是粮食生产",
        "坚持绿水青山就是金山银山",
        "扎实推进城乡供水管网延伸改造和农村饮水安全工程",
        "重塑城市空间",
    ],
)
def test_between_two_sure_leads_a_looser_form_is_one(lead: str) -> None:
    """Quotes, 特别是, 就是 in a noun, 24 characters, a verb that no list holds."""
    found = headings(_between(lead))
    assert found == [PART, (2, None, "产业结构持续优化"), (2, None, lead), (2, None, "重点改革全面推进")]


@pytest.mark.parametrize(
    "sentence", ["全年办理建议120件", "各位代表要多提意见", "我们取得了不少成绩", "成绩来之不易吗？后来"]
)
def test_between_two_sure_leads_an_address_or_a_figure_is_none(sentence: str) -> None:
    """What tells a figure or addresses someone names no section."""
    assert headings(_between(sentence)) == [PART, (2, None, "产业结构持续优化"), (2, None, "重点改革全面推进")]


def test_leads_that_begin_and_end_alike_confirm_each_other() -> None:
    """在…方面 three times."""
    text = f"{HEAD}在教育方面。{BODY}\n在卫生方面。{OTHER}\n在文化方面。{BODY}{OTHER}\n"
    assert headings(text) == [PART, *((2, None, f"在{what}方面") for what in ("教育", "卫生", "文化"))]


def test_an_argument_at_the_end_of_a_section_is_prose() -> None:
    """…则…。我们要…."""
    leads = f"产业结构持续优化。{BODY}\n重点改革全面推进。{OTHER}\n"
    text = f"{HEAD}{leads}产业强则经济强。我们要开创新局。{BODY}\n二、2025年工作安排\n{OTHER}\n"
    expected = [PART, (2, None, "产业结构持续优化"), (2, None, "重点改革全面推进"), (1, "二、", "2025年工作安排")]
    assert headings(text) == expected


def test_an_appeal_at_the_beginning_of_a_section_is_prose() -> None:
    """做好今年工作，任务非常艰巨."""
    leads = f"产业结构持续优化。{BODY}\n重点改革全面推进。{OTHER}\n"
    text = f"{HEAD}做好今年工作，任务非常艰巨。{OTHER}\n{leads}"
    assert headings(text) == [PART, (2, None, "产业结构持续优化"), (2, None, "重点改革全面推进")]


def test_leads_confirmed_in_other_sections_are_enough() -> None:
    """A section all of whose paragraphs have a short sentence ahead, behind two whose leads are sure."""
    text = (
        f"{HEAD}产业结构持续优化。{BODY}\n重点改革全面推进。{OTHER}\n"
        f"二、2025年工作安排\n扩大有效投资。{OTHER}\n更新生产设备。{BODY}\n"
    )
    leads = [words for _, marker, words in headings(text) if marker is None]
    assert leads == ["产业结构持续优化", "重点改革全面推进", "扩大有效投资", "更新生产设备"]


def test_without_numbers_levels_follow_form_and_position() -> None:
    """Numbering lost in conversion: parts above lines of their own above run-in leads."""
    text = (
        "青禾县政府工作报告\n各位代表：\n现在，我报告工作。\n"
        f"2024年工作回顾\n推动经济稳定增长\n扩大有效投资。{BODY}\n促进居民消费。{OTHER}\n"
        f"推进改革开放\n优化营商环境。{BODY}\n深化国企改革。{OTHER}\n"
        f"改善民生福祉\n办好学前教育。{OTHER}\n提升医疗水平。{BODY}\n"
        f"2025年工作安排\n提升产业竞争力\n壮大新兴产业。{BODY}\n改进传统产业。{OTHER}\n"
    )
    assert [(level, words) for level, _, words in headings(text)] == [
        (1, "2024年工作回顾"),
        (2, "推动经济稳定增长"),
        (3, "扩大有效投资"),
        (3, "促进居民消费"),
        (2, "推进改革开放"),
        (3, "优化营商环境"),
        (3, "深化国企改革"),
        (2, "改善民生福祉"),
        (3, "办好学前教育"),
        (3, "提升医疗水平"),
        (1, "2025年工作安排"),
        (2, "提升产业竞争力"),
        (3, "壮大新兴产业"),
        (3, "改进传统产业"),
    ]
