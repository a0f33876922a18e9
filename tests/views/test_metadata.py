"""What a report is: kind, body, place, level, meeting, speaker, dates, as a person has read them."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from conftest import ROOT
from hypothesis import given

import rendaparse
from rendaparse import Evidence, metadata, parse, parse_file
from rendaparse.testing import any_text, noise, report_like_lines, reports

BODY = "各位代表：\n现在，我向大会报告工作，请予审议。\n一、工作回顾\n召开会议7次。\n"

SEEDS = {
    "dinghai-2022-report.txt": {
        "title": "舟山市定海区人民代表大会常务委员会工作报告",
        "kind": "standingCommitteeReport",
        "body": "舟山市定海区人民代表大会常务委员会",
        "place": "舟山市定海区",
        "level": "county",
        "delivered": "2023",
        "reported_period": "2022",
        "plan_period": "2023",
    },
    "pingdingshan-2023-review.txt": {
        "title": "以实干向时代作答 凭实绩向人民交卷",
        "subtitle": "市人大常委会一年来履职工作综述",
        "kind": "review",
        "body": "市人民代表大会常务委员会",
        "delivered": "2024-02-04",
        "reported_period": "2023",
    },
    "pinghu-2022-review.txt": {
        "title": "为民履职 不负重托",
        "subtitle": "市人大常委会2022年重点工作回眸",
        "kind": "review",
        "body": "平湖市人民代表大会常务委员会",
        "place": "平湖市",
        "level": "county",
        "reported_period": "2022",
    },
    "quzhou-2022-report.txt": {
        "kind": "standingCommitteeReport",
        "body": "衢州市人民代表大会常务委员会",
        "place": "衢州市",
        "level": "prefecture",
        "term": 8,
        "speaker": "吴国升",
        "delivered": "2023-03-03",
        "reported_period": "2022",
        "plan_period": "2023",
    },
    "yongkang-2023-review.txt": {
        "title": "依法履职不负重托 书写人大工作新篇章",
        "subtitle": "市人大常委会2023年工作综述",
        "kind": "review",
        "body": "市人民代表大会常务委员会",
        "level": "county",
        "reported_period": "2023",
    },
}


def _known(text: str) -> dict[str, object]:
    """The fields that are known, but for script and evidence."""
    return _fields(parse(text))


def _fields(report: rendaparse.Report) -> dict[str, object]:
    shown = attrs.asdict(metadata(report), recurse=False)
    return {name: value for name, value in shown.items() if value is not None and name not in {"script", "evidence"}}


def test_what_the_seeds_are(seed: Path) -> None:
    """Each field of each seed, and no other."""
    assert _fields(parse_file(seed)) == SEEDS[seed.name]
    assert metadata(parse_file(seed)).script == "Hans"


NAMED = """
代县人民政府 governmentReport 代县人民政府 代县 county
青禾乡政府 governmentReport 青禾乡人民政府 青禾乡 township
溪州市人民政府2023年 governmentReport 溪州市人民政府 溪州市 prefecture
二〇二三年溪州市人民政府 governmentReport 溪州市人民政府 溪州市 prefecture
溪南市人大常委会 standingCommitteeReport 溪南市人民代表大会常务委员会 溪南市 prefecture
新乡镇市人大常委会 standingCommitteeReport 新乡镇市人民代表大会常务委员会 新乡镇市 prefecture
溪州市溪南市人民政府 governmentReport 溪州市溪南市人民政府 溪州市溪南市 county
白石自治县人民政府 governmentReport 白石自治县人民政府 白石自治县 county
岭东自治区人民政府 governmentReport 岭东自治区人民政府 岭东自治区 province
岭东盟中级人民法院 courtReport 岭东盟中级人民法院 岭东盟 prefecture
岭东省高级人民法院 courtReport 岭东省高级人民法院 岭东省 province
桐原县青禾镇人大主席团 townshipCongressReport 桐原县青禾镇人民代表大会主席团 桐原县青禾镇 township
溪州市城市管理局 departmentReport 溪州市城市管理局 溪州市 prefecture
舟岭市定溪区财政局 departmentReport 舟岭市定溪区财政局 舟岭市定溪区 county
白石县青溪街道人大工委 departmentReport 白石县青溪街道人大工委 白石县 county
中共溪州市纪委 partyReport 中国共产党溪州市纪律检查委员会 溪州市 prefecture
最高人民检察院 procuratorateReport 最高人民检察院 全国 national
政协第十四届全国委员会 consultativeConferenceReport 中国人民政治协商会议全国委员会 全国 national
"""
"""How a title begins before 工作报告, and the kind, body, place and level that it tells."""


@pytest.mark.parametrize("row", NAMED.split("\n")[1:-1])
def test_body_and_place_of_a_title(row: str) -> None:
    """Names of one character, names that hold 乡, 镇 or 市, chains of names, abbreviations."""
    title, *expected = row.split()
    read = metadata(parse(f"{title}工作报告\n{BODY}"))
    assert [read.kind, read.body, read.place, read.level] == expected


@pytest.mark.parametrize(
    ("title", "line", "body"),
    [
        ("政府", "——2024年1月24日在岭东自治区第十二届人民代表大会第二次会议上\n自治区主席 林溪", "岭东自治区人民政府"),
        ("政府", "——2024年1月24日在岭东自治州第十届人民代表大会第二次会议上\n州长 林溪", "岭东自治州人民政府"),
        ("区政府", "——2024年1月24日在溪州市溪南区第五届人民代表大会第三次会议上", "溪州市溪南区人民政府"),
        ("", "溪州市人大常委会主任 林溪", "溪州市人民代表大会常务委员会"),
    ],
)
def test_a_place_is_taken_from_other_lines(title: str, line: str, body: str) -> None:
    """Where it has the level that the body names, and where a line names it."""
    assert metadata(parse(f"{title}工作报告\n{line}\n{BODY}")).body == body


def test_a_place_of_another_level_is_not_taken() -> None:
    """The place of a congress of the province is none of a county."""
    text = f"县人民政府工作报告\n——2024年1月24日在岭东省第十四届人民代表大会第二次会议上\n{BODY}"
    read = metadata(parse(text))
    assert (read.body, read.place, read.level) == ("县人民政府", None, "county")


def test_a_resolution_is_that_of_the_meeting() -> None:
    """Neither who gave the report is its speaker, nor the committee that the report is of its body."""
    text = (
        "关于溪州市人民代表大会常务委员会工作报告的决议\n（2024年1月24日溪州市第八届人民代表大会第三次会议通过）\n"
        "溪州市第八届人民代表大会第三次会议听取和审议了市人大常委会主任林溪所作的工作报告。会议决定批准这个报告。\n"
    )
    assert _known(text) == {
        "title": "关于溪州市人民代表大会常务委员会工作报告的决议",
        "kind": "resolution",
        "body": "溪州市人民代表大会",
        "place": "溪州市",
        "level": "prefecture",
        "term": 8,
        "meeting": 3,
        "delivered": "2024-01-24",
        "reported_period": "2023",
    }


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("（代市长 林溪）", "林溪"),
        ("市委副书记、市长　林　溪", "林溪"),
        ("市长 阿依古丽·买买提", "阿依古丽·买买提"),
        ("市长&nbsp;&nbsp;林溪", "林溪"),
        ("市长 ×××", None),
        ("溪州市财政局", None),
    ],
)
def test_speaker_is_a_name_without_office(speaker: str, name: str | None) -> None:
    """Letter spaces and parentheses aside; neither a mask nor an organ is a name."""
    assert metadata(parse(f"政府工作报告\n{speaker}\n{BODY}")).speaker == name


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("溪　州　市　人　民　政　府　工　作　报　告", "溪州市人民政府工作报告"),
        ("溪州市人民政府 2023 年工作报告", "溪州市人民政府 2023年工作报告"),
        ("为民履职担使命 守正创新谱新篇", "为民履职担使命 守正创新谱新篇"),
        ("澜阳市人民代表大会常务委员会\n工作报告", "澜阳市人民代表大会常务委员会工作报告"),
    ],
)
def test_titles_are_closed_up(title: str, closed: str) -> None:
    """Letter spaces go, the blank of a couplet stays."""
    assert metadata(parse(f"{title}\n{BODY}")).title == closed


def test_a_review_is_given_at_no_meeting() -> None:
    """What a newspaper tells of meetings and of who spoke is no dateline."""
    text = (
        "为民履职担使命 守正创新谱新篇\n——市人大常委会2023年工作综述\n"
        "市八届人大三次会议以来，常委会依法履职。1月9日，市长林溪作政府工作报告。\n"
    )
    read = metadata(parse(text))
    assert (read.term, read.meeting, read.speaker) == (None, None, None)


def test_the_government_of_the_country_needs_no_name() -> None:
    """A meeting of the national congress tells whose it is."""
    read = metadata(parse(f"政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n{BODY}"))
    assert (read.kind, read.body, read.place, read.level) == ("governmentReport", "国务院", "全国", "national")


def test_a_caption_may_tell_who_spoke_and_where() -> None:
    """Ahead of the body, where no dateline and no speaker does."""
    caption = "（图为1月9日，市长林溪在溪州市第八届人民代表大会第三次会议上作政府工作报告）"
    report = parse(f"溪州市政府工作报告\n{caption}\n{BODY}")
    assert report.document.find("caption") is not None
    read = metadata(report)
    assert (read.speaker, read.term, read.meeting) == ("林溪", 8, 3)


def test_what_cuts_a_sentence_is_no_part_of_it() -> None:
    """A caption or page furniture within the opening."""
    cut = "现在，我受青禾县人民代表大会常务委员会委托，向大会报告一年来的主要\n▲上接第1版\n工作，请予审议。\n"
    read = metadata(parse(f"工作报告\n各位代表：\n{cut}"))
    assert read.body == "青禾县人民代表大会常务委员会"


def test_only_the_beginning_of_a_long_sentence_is_read() -> None:
    """What stands far behind is no statement of who reports."""
    text = f"现在，{'加强监督，' * 100}我受青禾县人大常委会委托，向大会报告工作。\n"
    assert metadata(parse(text)).body is None


def test_the_first_of_several_reports_is_read() -> None:
    """A second report in the same text is not mixed in."""
    rows = "加强监督，突出重点。\n" * 8
    text = (
        f"溪州市人大常委会工作报告\n各位代表：\n现在，我报告工作。\n一、总体情况\n{rows}"
        "青禾县人民政府工作报告\n——2024年1月9日在青禾县第八届人民代表大会第三次会议上\n各位代表：\n现在，我报告工作。\n"
    )
    report = parse(text)
    assert len(list(report.document.find_all("title"))) == 2
    assert _fields(report) == {
        "title": "溪州市人大常委会工作报告",
        "kind": "standingCommitteeReport",
        "body": "溪州市人民代表大会常务委员会",
        "place": "溪州市",
        "level": "prefecture",
    }


def test_evidence_is_where_it_is_said() -> None:
    """The slices of the source by which a reader checks the fields."""
    text = f"政 府 工 作 报 告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n市长　林　溪\n{BODY}"
    evidence = metadata(parse(text)).evidence
    slices = {name: text[span[0] : span[1]] for name, span in attrs.asdict(evidence).items() if span is not None}
    assert slices == {
        "title": "政 府 工 作 报 告",
        "kind": "政 府",
        "body": "市长",
        "place": "溪州市",
        "level": "溪州市",
        "term": "溪州市第八届人民代表大会第三次会议",
        "meeting": "溪州市第八届人民代表大会第三次会议",
        "speaker": "林　溪",
        "delivered": "2024年1月9日",
        "reported_period": "2024年1月9日",
    }


def test_what_is_given_has_no_evidence() -> None:
    """The caller's date stands in no text."""
    read = metadata(parse("政府工作报告\n", date="2024-01-09"))
    assert (read.delivered, read.evidence.delivered) == ("2024-01-09", None)


def test_inlines_are_needed() -> None:
    """Dates and meetings would silently be missing."""
    report = parse_file(ROOT / "seeds" / "quzhou-2022-report.txt", inline=False)
    with pytest.raises(ValueError, match="inline=True"):
        metadata(report)


@given(any_text() | noise() | report_like_lines() | reports())
def test_any_text_has_metadata(text: str) -> None:
    """Nothing raises; each evidence is a place of the source, and the field it is of is known."""
    read = metadata(parse(text))
    for field in attrs.fields(Evidence):
        span = getattr(read.evidence, field.name)
        assert span is None or (getattr(read, field.name) is not None and 0 <= span[0] < span[1] <= len(text))


@given(reports())
def test_generated_reports_tell_what_they_are(text: str) -> None:
    """Place, kind and year of a whole report are those it was made of."""
    title, dateline = text.splitlines()[:2]
    read = metadata(parse(text))
    place = title.removesuffix("人民代表大会常务委员会工作报告")
    assert (read.title, read.body, read.place) == (title, f"{place}人民代表大会常务委员会", place)
    assert (read.kind, read.term, read.meeting) == ("standingCommitteeReport", 8, 2)
    assert read.delivered is not None
    assert dateline.startswith(f"——{read.delivered[:4]}年")
