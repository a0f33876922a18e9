"""Sections and outline: which headings lead where, and what stands under each."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given

from rendaparse import Report, Transformer, outline, parse, parse_file, path_of, sections
from rendaparse.nodes import Heading, Node, Paragraph, Section
from rendaparse.testing import any_text, report_like_lines, reports

TEXT = (
    "林溪县人民代表大会常务委员会工作报告\n各位代表：\n"
    "一、做好监督\n突出重点。\n（一）财政监督。听取报告7个，\n审查预算2次。\n"
    "（二）司法监督\n一是听取报告3个；\n二是开展评议1次。\n"
    "二、做好立法\n\n制定法规2部。\n"
)


def test_a_row_a_section() -> None:
    """Each with its place, its heading, its path; the front matter is in none."""
    report = parse(TEXT)
    shown = [
        (entry.path, entry.level, entry.marker, entry.number, entry.heading, entry.line) for entry in sections(report)
    ]
    assert shown == [
        (("做好监督",), 1, "一、", 1, "做好监督", 3),
        (("做好监督", "财政监督"), 2, "（一）", 1, "财政监督", 5),
        (("做好监督", "司法监督"), 2, "（二）", 2, "司法监督", 7),
        (("做好立法",), 1, "二、", 2, "做好立法", 10),
    ]
    assert [entry.span for entry in sections(report)] == [found.span for found in report.document.find_all(Section)]


def test_texts_of_a_section() -> None:
    """A line a block: a cut paragraph is one, an item keeps its marker, a heading what closes it."""
    supervision, finance, justice, legislation = sections(parse(TEXT))
    assert supervision.own_text == "一、做好监督\n突出重点。"
    assert finance.own_text == finance.text == "（一）财政监督。听取报告7个，审查预算2次。"
    assert justice.text == "（二）司法监督\n一是听取报告3个；\n二是开展评议1次。"
    assert supervision.text == f"{supervision.own_text}\n{finance.text}\n{justice.text}"
    assert legislation.text == "二、做好立法\n制定法规2部。"


def test_text_of_a_section_is_what_its_author_wrote() -> None:
    """Without the captions and the furniture of the page; a number on a line of its own stands off its heading."""
    cut = "1\n坚持依法监督\n听取报告7个。\n扫一扫在手机打开当前页\n审查预算2次。\n2\n坚持科学立法\n制定法规2部。\n"
    first, second = sections(parse(cut))
    assert first.text == "1 坚持依法监督\n听取报告7个。\n审查预算2次。"
    assert second.text == "2 坚持科学立法\n制定法规2部。"


def test_an_item_without_words_keeps_its_marker() -> None:
    """And one that opens with a list within it stands on its line."""
    (section,) = sections(parse("一、做好监督\n——听取报告。\n——\n——开展评议。\n"))
    assert section.text.replace("\n", "") == "一、做好监督——听取报告。————开展评议。"
    assert len(section.text.splitlines()) == 4


@given(reports() | report_like_lines())
def test_own_texts_are_the_whole(text: str) -> None:
    """What a section holds of its own and what its subsections hold make up its text, in either mode of parsing."""
    for report in (parse(text), parse(text, inline=False)):
        rows = sections(report)
        for row, section in zip(rows, report.document.find_all(Section), strict=True):
            inside = [other.own_text for other in rows if row.span[0] <= other.span[0] < row.span[1]]
            assert sorted("\n".join(inside).split("\n")) == sorted(row.text.split("\n"))
            assert "".join(row.text.split()) == "".join(section.text.split())


@pytest.mark.parametrize("inline", [True, False])
def test_path_of_a_node(inline: bool) -> None:
    """The headings of the sections a node stands in; a section and its heading stand in that section."""
    report = parse(TEXT, inline=inline)
    document = report.document
    first, inner, *_ = document.find_all(Section)
    assert path_of(report, first) == path_of(report, first.heading) == ("做好监督",)
    assert path_of(report, inner) == path_of(report, inner.heading) == ("做好监督", "财政监督")
    assert path_of(report, document) == path_of(report, next(document.find_all("title"))) == ()
    with pytest.raises(ValueError, match="is not in the tree"):
        path_of(report, parse(TEXT).document)


@given(any_text() | reports() | report_like_lines())
def test_paths_agree(text: str) -> None:
    """Those of sections, of the outline, of facts and of nodes are the same."""
    report = parse(text)
    of_nodes = [path_of(report, found) for found in report.document.find_all(Section)]
    assert [entry.path for entry in sections(report)] == [entry.path for entry in outline(report)] == of_nodes
    assert {fact.path for fact in report.facts()} <= {(), *of_nodes}


def test_outline_tells_all_of_a_heading() -> None:
    """Number, whether it runs in, the headings above it, where its section ends."""
    report = parse(TEXT)
    entries = outline(report)
    assert [(entry.number, entry.run_in, entry.path[:-1]) for entry in entries] == [
        (1, False, ()),
        (1, True, ("做好监督",)),
        (2, False, ("做好监督",)),
        (2, False, ()),
    ]
    ends = [TEXT.index("二、做好立法"), TEXT.index("（二）"), TEXT.index("二、做好立法"), len(TEXT)]
    assert [entry.section_span for entry in entries] == [
        (entry.span[0], end) for entry, end in zip(entries, ends, strict=True)
    ]


def test_outline_shows_a_heading_that_opens_no_section() -> None:
    """Somebody may have made one of a paragraph, and of nothing more."""

    class Correct(Transformer):
        def leave_paragraph(self, _original: Paragraph, updated: Paragraph) -> Node:
            if updated.text != "制定法规2部。":
                return updated
            return Heading(updated.start, updated.end, updated.children, 2, None, None, updated.span, False)

    report = parse(TEXT)
    changed: Report = attrs.evolve(report, document=Correct().transform(report.document))
    assert outline(changed)[:-1] == outline(report)
    last = outline(changed)[-1]
    assert last.path == ("做好立法", "制定法规2部。")
    assert last.section_span == last.span


def test_sections_of_a_seed(seed: Path) -> None:
    """The same rows, whether the inlines were read or not."""
    whole, blocks = sections(parse_file(seed)), sections(parse_file(seed, inline=False))
    assert len(whole) >= 4
    assert blocks == whole
