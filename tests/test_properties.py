"""What holds for all texts."""

from __future__ import annotations

from grammar_texts import texts, words
from harness import check, shape
from hypothesis import given
from hypothesis import strategies as st

from rendaparse import facts, outline, parse
from rendaparse.testing import any_text, noise, report_like_lines, reports

BREAKS = frozenset({"softBreak", "lineBreak", "blankLine", "indent"})
TAGS = ("<b>", "</b>", "<h1>", "<a href='#'>", "<!-- 注 -->", "|", "**", "<", "<b\n>")
HALF_WIDTH = str.maketrans("，；：！？（）", ",;:!?()")


@given(any_text())
def test_any_text_is_parsed_losslessly(text: str) -> None:
    """Totality, tiling, content model, round trip on arbitrary Unicode."""
    check(text, parse(text))


@given(noise())
def test_noise_is_parsed_losslessly(text: str) -> None:
    """The same on the marks that structure is made of."""
    check(text, parse(text))


@given(report_like_lines())
def test_shuffled_lines_are_parsed_losslessly(text: str) -> None:
    """The same on lines of reports in no order."""
    check(text, parse(text))


@given(reports())
def test_report_is_parsed_losslessly(text: str) -> None:
    """The same on whole reports."""
    check(text, parse(text))


@given(words() | texts())
def test_what_the_grammars_match_is_parsed_losslessly(text: str) -> None:
    """The same on numerals, times, sessions and the words of clauses, right and all but right."""
    report = parse(text)
    check(text, report)
    assert all(0 <= fact.span[0] < fact.span[1] <= len(text) for fact in facts(report))


@given(reports())
def test_line_ends_do_not_change_the_shape(text: str) -> None:
    """CRLF and CR give the tree that LF gives, breaks aside."""
    expected = shape(parse(text), without=BREAKS)
    assert shape(parse(text.replace("\n", "\r\n")), without=BREAKS) == expected
    assert shape(parse(text.replace("\n", "\r")), without=BREAKS) == expected


@given(reports())
def test_width_does_not_change_the_shape(text: str) -> None:
    """Half-width marks give the tree that full-width ones give."""
    assert shape(parse(text.translate(HALF_WIDTH))) == shape(parse(text))


@given(reports())
def test_every_heading_is_found(text: str) -> None:
    """Headings numbered 一、 on lines of their own are all sections."""
    written = [line for line in text.split("\n") if line[1:2] == "、"]
    found = [heading.marker + heading.text for heading in parse(text).document.find_all("heading") if heading.marker]
    assert [heading for heading in found if heading[1:2] == "、"] == written


@given(report_like_lines(), st.lists(st.tuples(st.sampled_from(TAGS), st.floats(0, 1)), max_size=6))
def test_outline_needs_no_inlines(text: str, tags: list[tuple[str, float]]) -> None:
    """The headings are the same whether their words are read or not, wherever markup cuts them."""
    for tag, place in tags:
        at = int(place * len(text))
        text = text[:at] + tag + text[at:]
    assert outline(parse(text, inline=False)) == outline(parse(text))
