"""The inline level: sentences, clauses, pairs, interruptions."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.beginnings import beginnings, first_characters
from rendaparse.grammar.compile import Terminal
from rendaparse.grammar.patterns import terminals
from rendaparse.inline import lexer
from rendaparse.inline.build import parse_phrases, parse_sentences
from rendaparse.inline.settle.pairs import MAX_PAIRS
from rendaparse.inline.splice import Stretch, parse_stretches
from rendaparse.nodes import Branch, Node, SoftBreak

ALPHABET = (
    "0123456789０９．.,，。、；：！？…“”‘’\"'（）()《》【】[]一二两三十百千万亿零点多余几第届次年月日号个家人项%％元公里党的大中全会市区县省委"
    "常去今明上下本半季度近超约以左右至到—-~/+·:A5Gx &<>|;nbsp\x00\ud800\u3000\n翻番周分之成倍连续过目前四五"
)
NUMERAL_TYPES = {"quantity", "time", "session", "numeral"}


def outline(nodes: tuple[Node, ...]) -> list[tuple[str, str]]:
    """Return type and text of the nodes that are no plain leaves, in document order."""
    return [(node.type, node.text) for top in nodes for node in top.walk() if not node.is_leaf]


def sentences(text: str) -> tuple[Node, ...]:
    """Return the sentences of a text."""
    return parse_sentences(text, 0, [])


def check_tiling(nodes: tuple[Node, ...], source: str, start: int, end: int) -> None:
    """Assert that the nodes cover the source from start to end, and each branch its span."""
    if start == end:
        assert nodes == ()
        return
    assert (nodes[0].start, nodes[-1].end) == (start, end)
    assert all(left.end == right.start for left, right in pairwise(nodes))
    for node in nodes:
        if isinstance(node, Branch):
            check_tiling(node.children, source, node.start, node.end)
        else:
            assert node.text
            assert node.text == source[node.start : node.end]


# ── sentences and clauses ────────────────────────────────────────────────────────────────────────────────────────────


def test_sentence_ends_at_its_mark_outside_quotes() -> None:
    """A half-width point in a number ends none; a quote that a 。 ends is the end of its sentence."""
    text = "代表说：“路修好了。”大家点头。增长3.5左右！还有吗？！好……"
    assert [node.text for node in sentences(text)] == [
        "代表说：“路修好了。”",
        "大家点头。",
        "增长3.5左右！",
        "还有吗？！",
        "好……",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议强调“务必狠抓落实。”全年督办5次。", 2),
        ("“小案子连着大民生。”法官三进村寨。", 2),
        ("他说：“您满意吗？”大家点头。", 2),
        ("“甲。‘乙。’”丙丁。", 2),
        ("加强监督。（详见附件。）推动落实。", 3),
        ("“路修好了。”代表李大伯说。", 1),
        ("“路修好了。”9月1日，村民李大伯笑着说，", 1),
        ("兑现“马上就办。”的承诺。", 1),
        ("把“有事找代表。”写进制度。", 1),
        ("开展“我为群众办实事！”活动。", 1),
        ("“一切为民。”、“马上就办。”成为口号。", 1),
        ("听取报告（附审议意见。）并作出决定。", 1),
        ("修订《监督办法。》并施行。", 1),
        ("“路修好了。”", 1),
    ],
)
def test_a_sentence_ends_with_a_quote_unless_it_goes_on(text: str, expected: int) -> None:
    """With a particle, a mark, or who said so."""
    assert len(sentences(text)) == expected


def test_stray_closing_mark_belongs_to_the_sentence_before() -> None:
    """A lone ” behind 。 ends the sentence."""
    assert [node.text for node in sentences("好。”又好。")] == ["好。”", "又好。"]


def test_clause_with_a_quantity_is_a_data_clause() -> None:
    """、 ends a clause behind a quantity only; a figure within a pair makes none."""
    text = "加强监督、改进作风，召开会议10次、视察3次左右、座谈2场；听取报告（共5个）。"
    clauses = [text for kind, text in outline(sentences(text)) if kind == "dataClause"]
    assert clauses == ["召开会议10次", "视察3次左右", "座谈2场"]
    assert [text for kind, text in outline(sentences("10次左右、座谈2场。")) if kind == "dataClause"] == [
        "10次左右",
        "座谈2场",
    ]


def test_phrases_are_flat() -> None:
    """Titles have neither sentences nor clauses."""
    assert outline(parse_phrases("溪州市2022年工作报告。新建3家", 0, [])) == [("time", "2022年"), ("quantity", "3家")]


def test_empty_text_has_no_nodes() -> None:
    """Nothing gives nothing."""
    assert parse_sentences("", 5, []) == ()
    assert parse_phrases("", 5, []) == ()


# ── pairs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“甲”", "quote"),
        ("‘甲’", "quote"),
        ("「甲」", "quote"),
        ("『甲』", "quote"),
        ('"甲"', "quote"),
        ("&ldquo;甲&rdquo;", "quote"),
        ("《甲》", "lawTitle"),
        ("〈甲〉", "lawTitle"),
        ("（甲）", "parenthesis"),
        ("(甲）", "parenthesis"),
        ("〔甲〕", "parenthesis"),
        ("[甲]", "parenthesis"),
        ("【甲】", "parenthesis"),
        ("（）", "parenthesis"),
    ],
)
def test_pair(text: str, kind: str) -> None:
    """Each pair makes a node, marks included."""
    assert outline(sentences(text))[1] == (kind, text)


def test_unmatched_marks_are_stray_and_told() -> None:
    """A mark without a partner costs no other pair its own."""
    found: list[Diagnostic] = []
    nodes = parse_sentences("》关于“甲（乙”丙", 10, found)
    assert ("quote", "“甲（乙”") in outline(nodes)
    assert [(entry.code, entry.span) for entry in found] == [("RP201", (10, 11)), ("RP201", (15, 16))]
    assert [node.text for node in nodes[0].find_all("strayMark")] == ["》", "（"]


def test_pairs_nest_to_a_depth() -> None:
    """What opens too deep is stray."""
    deep = MAX_PAIRS + 3
    nodes = sentences("（" * deep + "）" * deep)
    assert len(list(nodes[0].find_all("parenthesis"))) == MAX_PAIRS


# ── interruptions ────────────────────────────────────────────────────────────────────────────────────────────────────


def cut(source: str) -> list[Stretch]:
    """Return the lines of a source as stretches, with soft breaks between."""
    stretches: list[Stretch] = []
    start = 0
    for line in source.splitlines(keepends=True):
        words = line.rstrip("\n")
        stretches.append((start, words))
        if line != words:
            stretches.append(SoftBreak(start + len(words), start + len(line), "\n"))
        start += len(line)
    return stretches


def test_number_cut_by_a_hard_wrap_is_one_quantity() -> None:
    """The break is a child of the quantity; spans of fields and diagnostics are those of the source."""
    source = "汇报二\n十三个,”接\n近10\n万人次。\n又"
    found: list[Diagnostic] = []
    nodes = parse_stretches(cut(source), parse_sentences, found)
    check_tiling(nodes, source, 0, len(source))
    first, second = nodes[0].find_all("quantity")
    assert [child.type for child in first.children] == ["text", "softBreak", "text"]
    assert (first.text, first.value, first.span) == ("二十三个", Decimal(23), (2, 7))
    assert second.approx is not None
    assert (second.text, second.value, second.approx.text) == ("10万人次", Decimal(100000), "接近")
    assert source[slice(*second.approx.span)] == "接\n近"
    assert [entry.span for entry in found] == [(8, 9)]
    assert [node.type for node in nodes] == ["sentence", "softBreak", "sentence"]


@given(st.lists(st.text(ALPHABET, max_size=8), max_size=6), st.booleans())
def test_stretches_tile_the_source(pieces: list[str], as_sentences: bool) -> None:
    """Wherever a text is cut, the tree covers the source, and says what it says uncut."""
    source = "\n".join(piece.replace("\n", "") for piece in pieces)
    parse = parse_sentences if as_sentences else parse_phrases
    nodes = parse_stretches(cut(source), parse, [])
    check_tiling(nodes, source, 0, len(source))
    uncut = parse(source.replace("\n", ""), 0, [])
    assert outline(nodes) == outline(uncut)


# ── any text ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(st.one_of(st.text(), st.text(ALPHABET, max_size=60)), st.sampled_from([0, 7]))
def test_any_text_is_tiled(text: str, offset: int) -> None:
    """Any text is covered; every digit run lies in a node that says what it is."""
    for parse in (parse_sentences, parse_phrases):
        found: list[Diagnostic] = []
        nodes = parse(text, offset, found)
        check_tiling(nodes, " " * offset + text, offset, offset + len(text))
        assert all(offset <= entry.span[0] < entry.span[1] <= offset + len(text) for entry in found)
        for top in nodes:
            for node in top.walk():
                if node.type not in NUMERAL_TYPES:
                    words = [child.text for child in node.children if child.type == "text"]
                    assert not any("0" <= letter <= "9" or "０" <= letter <= "９" for word in words for letter in word)


PLAIN, FIRST, STARTER = map(re.compile, lexer.prose_characters())


def test_prose_is_what_begins_no_other_terminal() -> None:
    """Each character is plain, may begin a word, or always begins a mark or a figure: the lexer gets past it."""
    figures = terminals("numeral")["NUMERAL_PLAIN"]
    taken = re.compile("|".join(f"(?:{terminal.regexp})" for terminal in (*lexer.mark_terminals(), figures)))
    letters = [chr(code) for code in range(0x10000)]
    assert [letter for letter in letters if sum(bool(kind.match(letter)) for kind in (PLAIN, FIRST, taken)) != 1] == []


def _check_starters(text: str) -> None:
    for terminal in lexer.word_terminals():
        for match in re.finditer(terminal.regexp, text):
            if FIRST.match(match[0]):
                assert STARTER.match(text, match.start()), (terminal.name, match[0])
            else:
                assert not PLAIN.match(match[0]), (terminal.name, match[0])


@given(st.text(ALPHABET, max_size=60))
def test_words_are_looked_for_wherever_one_begins(text: str) -> None:
    """Where a word matches, its first character may begin one, and so do its first two."""
    _check_starters(text)


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_words_of_seeds_are_looked_for_wherever_one_begins(seed: Path) -> None:
    """As above, in whole reports."""
    _check_starters(seed.read_text("utf-8"))


@pytest.mark.parametrize("terminal", lexer.word_terminals(), ids=lambda terminal: terminal.name)
def test_every_first_character_of_a_word_is_known(terminal: Terminal) -> None:
    """What may begin it by the walk over its pattern is what may begin it by the lexer's sets."""
    firsts = {chr(code) for code in first_characters(beginnings(terminal.regexp, 1))}
    assert firsts
    assert not any(map(PLAIN.fullmatch, firsts))
