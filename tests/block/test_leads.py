"""Lead sentences: in lines of their own, run in, of looser form between sure ones, at the edges of a section."""

from __future__ import annotations

import pytest
from outlines import BODY, FRONT, HEAD, OTHER, PART, headings, run_in

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


LEADS = f"产业结构持续优化。{BODY}\n重点改革全面推进。{OTHER}\n"
LED = [PART, (2, None, "产业结构持续优化"), (2, None, "重点改革全面推进")]


@pytest.mark.parametrize(
    "behind",
    [
        "这一年，我们经历了考验。",
        "五年来，办结案件增多。",
        "去年，代表进站接访。",
        "回首历程，体会深切。",
        "我们深知责任重大。",
    ],
)
@pytest.mark.parametrize("maxim", ["奋斗充满艰辛", "民生案件连着人心", "“小切口”里有大民生"])
def test_a_maxim_behind_which_the_text_goes_on_telling_is_prose(maxim: str, behind: str) -> None:
    """The time or the subject of the report follows it, wherever it stands."""
    assert headings(f"{HEAD}{LEADS}{maxim}。{behind}{BODY}\n") == LED
    assert headings(f"{HEAD}{maxim}。{behind}{BODY}\n{LEADS}") == LED
    first, second = LEADS.splitlines()
    assert headings(f"{HEAD}{first}\n{maxim}。{behind}{BODY}\n{second}\n") == LED


def test_an_outcome_is_a_lead_whatever_follows() -> None:
    """Also a time or the subject of the report."""
    text = f"{HEAD}{LEADS}人民生活明显改善。去年，常委会督办建议。{BODY}\n"
    assert headings(text) == [*LED, (2, None, "人民生活明显改善")]


@pytest.mark.parametrize("maxim", ["钱从哪里来、用到哪里去，群众有权知道", "民之所盼，政之所向"])
def test_at_the_edges_a_looser_form_of_two_halves_is_prose(maxim: str) -> None:
    """It may be a lead between two sure ones only."""
    assert headings(f"{HEAD}{maxim}。{BODY}\n{LEADS}") == LED
    assert headings(f"{HEAD}{LEADS}{maxim}。{BODY}\n") == LED


def test_a_last_paragraph_that_exclaims_is_prose() -> None:
    """It tells no figure."""
    text = f"{HEAD}{LEADS}灾难面前见真情。医护人员连续奋战的身影，感动了整座城市，永远值得我们致敬！\n"
    assert headings(text) == LED


def test_where_every_paragraph_could_have_a_lead_looser_forms_confirm_each_other() -> None:
    """Beside sections whose leads are sure."""
    text = (
        f"{FRONT}一、提升产业水平\n{LEADS}二、推动城乡融合\n"
        f"唤醒沉睡的乡村资源。{OTHER}\n下足城市管理“绣花功夫”。{BODY}\n"
    )
    sure, loose = ["产业结构持续优化", "重点改革全面推进"], ["唤醒沉睡的乡村资源", "下足城市管理“绣花功夫”"]
    assert [words for _, marker, words in headings(text) if marker is None] == [*sure, *loose]
    turned = f"{FRONT}一、推动城乡融合\n{text[text.index('唤醒') :]}二、提升产业水平\n{LEADS}"
    assert [words for _, marker, words in headings(turned) if marker is None] == [*loose, *sure]


def test_the_last_lead_may_go_on_with_what_has_to_be_done() -> None:
    """加强…。要…: an action, at the edge."""
    text = f"{HEAD}{LEADS}加强城镇管理创新和机制建设。要更大规模改造危旧住房。{BODY}\n"
    assert headings(text) == [*LED, (2, None, "加强城镇管理创新和机制建设")]


def test_a_number_of_things_to_be_done_is_no_figure() -> None:
    """办好20件民生实事."""
    assert headings(f"{HEAD}办好20件民生实事。{BODY}\n{LEADS}") == [PART, (2, None, "办好20件民生实事"), *LED[1:]]


def test_sentences_of_one_cast_confirm_each_other_and_an_action_beside_them() -> None:
    """就业是民生之本, 收入是民生之源, 社保是民生之基: as long, and with the same words at the same places."""
    intro = "民惟邦本，本固邦宁。政府工作的根本目的，是让群众过上好日子。"
    cast = ("就业是民生之本", "收入是民生之源", "社保是民生之基", "完善住房保障机制")
    text = HEAD + f"{intro}{BODY}\n" + "".join(f"{lead}。{OTHER}\n" for lead in cast) + f"{BODY}\n"
    assert headings(text) == [PART, *((2, None, lead) for lead in cast)]
    text = HEAD + "".join(f"{lead}。{OTHER}\n" for lead in cast[:2]) + f"{BODY}\n"
    assert headings(text) == [PART]
