"""Finding nodes, visiting them, changing trees."""

from __future__ import annotations

import traceback
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_overloads

import attrs
import pytest
from harness import check
from hypothesis import given
from hypothesis import strategies as st

from rendaparse import (
    LineIndex,
    LosslessError,
    Report,
    Transformer,
    Utf16Index,
    Visitor,
    ancestors,
    leaves,
    node_at,
    parse,
    parse_file,
    source_text,
)
from rendaparse.nodes import (
    MAX_DEPTH,
    Branch,
    Document,
    Heading,
    Leaf,
    Node,
    Paragraph,
    Quantity,
    Quote,
    Section,
    Sentence,
    Text,
)
from rendaparse.nodes._find import Searchable
from rendaparse.nodes._types import NODE_TYPES
from rendaparse.testing import any_text, report_like_lines, reports
from rendaparse.tree.visitors import method_names

TEXT = "一、总体情况\n全年召开会议7次，比上年增长8.5%。\n二、打算\n一是修订《东岭县湿地条例》。二是召开会议9次。\n"
DOCUMENT = parse(TEXT).document
HEADING = next(DOCUMENT.find_all("heading"))


def _naive_walk(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in _naive_walk(child))]


def _naive_path(root: Node, node: Node) -> list[Node]:
    if root is node:
        return [root]
    below = next((found for child in root.children if (found := _naive_path(child, node))), [])
    return [root, *below] if below else []


# ── finding ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_node_that_is_neither_leaf_nor_branch_has_no_text() -> None:
    """The base class leaves it to them."""
    bare = Node(0, 1)
    assert bare.children == ()
    with pytest.raises(NotImplementedError):
        bare.text  # noqa: B018


def test_find_all_by_type_field_and_condition() -> None:
    """A type is a class, also an abstract one, or its JSON name; fields may be named ``kind``."""
    assert [found.text for found in DOCUMENT.find_all("quantity")] == ["7次", "8.5%", "9次"]
    assert list(DOCUMENT.find_all(Quantity)) == list(DOCUMENT.find_all("quantity"))
    assert [found.text for found in DOCUMENT.find_all("quantity", unit="次")] == ["7次", "9次"]
    assert [found.text for found in DOCUMENT.find_all("time", kind="relative")] == ["上年"]
    assert [found.text for found in DOCUMENT.find_all(Quantity, lambda found: found.value == 9, unit="次")] == ["9次"]
    assert list(DOCUMENT.find_all(Leaf)) == list(leaves(DOCUMENT))
    assert list(DOCUMENT.find_all("document")) == [DOCUMENT]
    assert list(DOCUMENT.find_all("leaf")) == list(leaves(DOCUMENT))
    assert list(DOCUMENT.find_all("caption")) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [("lawtitle", "lawTitle"), ("Heading", "heading"), ("law_title", "lawTitle"), ("quantities", "quantity")],
)
def test_a_misspelt_type_is_told(name: str, meant: str) -> None:
    """At the call, not when the first node is asked for."""
    with pytest.raises(ValueError, match=f"^no node type '{name}': did you mean '{meant}'\\?$"):
        DOCUMENT.find_all(name)
    with pytest.raises(ValueError, match="did you mean"):
        DOCUMENT.find(name)
    with pytest.raises(ValueError, match=r"^no node type '章节'$"):
        DOCUMENT.find_all("章节")


@pytest.mark.parametrize("kind", [str, Visitor, Report, None, HEADING, (Heading, Quantity)])
def test_what_is_no_type_of_node_is_told(kind: Any) -> None:
    """A class of something else, or no class at all."""
    for search in (DOCUMENT.find_all, DOCUMENT.find):
        with pytest.raises(TypeError, match="expected the name of a node type or a class of nodes, found"):
            search(kind)


@pytest.mark.parametrize(("search", "result"), [(Searchable.find_all, "Iterator[{}]"), (Searchable.find, "{} | None")])
def test_every_type_has_its_overload(search: Any, result: str) -> None:
    """So that a type checker knows what a name finds."""
    declared = [function.__annotations__ for function in get_overloads(search)]
    named = [(entry["kind"], entry["where"], entry["return"]) for entry in declared if "Literal" in entry["kind"]]
    wanted = [
        (f"Literal[{name!r}]", f"Where[nodes.{kind.__name__}]", result.format(f"nodes.{kind.__name__}"))
        for name, kind in NODE_TYPES.items()
    ]
    assert sorted(named) == sorted(wanted)


def test_find_gives_the_first_or_none() -> None:
    """It does not go on behind the first."""
    assert DOCUMENT.find("heading", level=1) is next(DOCUMENT.find_all("heading"))
    assert DOCUMENT.find("heading", level=2) is None
    with pytest.raises(AttributeError, match="colour"):
        DOCUMENT.find("heading", colour="red")


@given(report_like_lines())
def test_walk_is_that_of_an_oracle(text: str) -> None:
    """Each node before its children, these in order."""
    root = parse(text).document
    assert all(one is other for one, other in zip(root.walk(), _naive_walk(root), strict=True))


@given(report_like_lines(), st.data())
def test_node_at_and_ancestors_agree_with_an_oracle(text: str, data: st.DataObject) -> None:
    """The path to any leaf, and to any node."""
    root = parse(text).document
    node = data.draw(st.sampled_from(_naive_walk(root)))
    assert [id(found) for found in (*ancestors(root, node), node)] == [id(found) for found in _naive_path(root, node)]
    if text:
        offset = data.draw(st.integers(0, len(text) - 1))
        path = node_at(root, offset)
        assert path[-1].is_leaf
        assert path[-1].start <= offset < path[-1].end
        assert path[-1].text[offset - path[-1].start] == text[offset]
        assert path[:-1] == ancestors(root, path[-1])


@pytest.mark.parametrize("offset", [-1, len(TEXT), 10**9])
def test_node_at_knows_its_bounds(offset: int) -> None:
    """No leaf holds what lies outside."""
    with pytest.raises(IndexError, match=f"offset {offset} is outside"):
        node_at(DOCUMENT, offset)


def test_ancestors_are_those_of_this_very_node() -> None:
    """An equal node of another tree, or one outside of the branch given, is not in the tree."""
    first, second = DOCUMENT.find_all(Section)
    for stranger in (parse(TEXT).document, HEADING.evolve(level=5), first):
        with pytest.raises(ValueError, match="is not in the tree"):
            ancestors(second, stranger)
    assert ancestors(DOCUMENT, DOCUMENT) == ()


# ── offsets ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(any_text())
def test_other_ways_of_counting(text: str) -> None:
    """UTF-16 offsets are those of the encoded text; lines end at LF, CR, CRLF."""
    utf16, lines = Utf16Index(text), LineIndex(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert utf16.offset(offset) == units
        assert utf16.span((0, offset)) == (0, units)
        before = text[:offset] if text[offset - 1 : offset + 1] != "\r\n" else text[: offset - 1]
        assert lines.position(offset)[0] == 1 + before.replace("\r\n", "\n").replace("\r", "\n").count("\n")


# ── showing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_repr_is_short() -> None:
    """A line, whatever is below, also inside of other values."""
    heading = DOCUMENT.find("heading")
    assert repr(heading) == (
        "<heading [0, 6] level=1 marker='一、' number=1 text_span=(2, 6) run_in=False rule='numbered' '一、总体情况'>"
    )
    assert repr(parse("会议" * 10**5).document) == f"<document [0, 200000] '{'会议' * 12}…'>"
    assert repr(parse("").document) == "<document [0, 0] ''>"
    assert repr(DOCUMENT.find("lineBreak")) == r"<lineBreak [6, 7] '\n'>"
    assert f"document={DOCUMENT!r}" in repr(parse(TEXT))
    assert all("\n" not in repr(node) for node in DOCUMENT.walk())


def test_pretty_has_a_line_a_node() -> None:
    """Indented by depth; a depth cuts it."""
    lines = DOCUMENT.pretty().split("\n")
    for line, node in zip(lines, DOCUMENT.walk(), strict=True):
        assert line == "  " * len(ancestors(DOCUMENT, node)) + repr(node)[1:-1]
    assert DOCUMENT.pretty(depth=0) == repr(DOCUMENT)[1:-1]
    assert [line.split()[0] for line in DOCUMENT.pretty(1).split("\n")] == ["document", "section", "section"]


class _Balance(HTMLParser):
    """Notes which elements are open and what texts there are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("text", [TEXT, "", "<b>&amp;</b><script>\n", "\ud800\0\n"])
def test_html_is_sound(text: str) -> None:
    """Elements close, marks are escaped, a line a node."""
    document = parse(text).document
    balance = _Balance()
    html = document._repr_html_()
    balance.feed(html)
    balance.close()
    assert balance.open == []
    assert balance.texts == [repr(node)[1:-1] for node in document.walk()]
    assert html.encode()


# ── visiting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Log(Visitor):
    def __init__(self) -> None:
        self.events: list[tuple[str, Node]] = []

    def visit_node(self, node: Node) -> None:
        self.events.append(("visit", node))

    def leave_node(self, node: Node) -> None:
        self.events.append(("leave", node))


def _naive_events(node: Node) -> list[tuple[str, Node]]:
    return [("visit", node), *(event for child in node.children for event in _naive_events(child)), ("leave", node)]


def test_visitor_calls_before_and_after_the_children() -> None:
    """In the order of the text."""
    log = _Log()
    log.visit(DOCUMENT)
    assert log.events == _naive_events(DOCUMENT)


class _Kinds(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_law_title(self, node: Node) -> bool:
        self.found.append(f"law {node.text}")
        return False

    def leave_law_title(self, node: Node) -> None:
        raise AssertionError(f"{node!r} was kept out of")

    def visit_leaf(self, node: Node) -> None:
        self.found.append(node.text)

    def visit_punctuation(self, node: Node) -> None:
        """The method of the type itself goes before that for leaves."""

    def visit_branch(self, node: Node) -> None:
        self.found.append(node.type)


def test_visitor_takes_the_nearest_method_and_stays_out() -> None:
    """Type, then leaf or branch, then node; False keeps out of what is below."""
    kinds = _Kinds()
    kinds.visit(DOCUMENT.find("sentence", lambda node: node.find("lawTitle")))
    assert kinds.found == ["sentence", "修订", "law 《东岭县湿地条例》"]


def test_method_names_are_those_of_the_types() -> None:
    """One mapping: ListItem, listItem, list_item."""
    for name, kind in NODE_TYPES.items():
        nearest, *_, last = method_names()[kind]
        assert nearest.replace("_", "") == name.lower()
        assert last == "node"


@pytest.mark.parametrize("base", [Visitor, Transformer])
@pytest.mark.parametrize("name", ["visit_headng", "leave_listItem", "visit_Heading", "leave_"])
def test_a_method_that_names_no_type_is_an_error(base: type, name: str) -> None:
    """A slip of the pen is told when the class is made, not by silence."""
    with pytest.raises(TypeError, match=f"Wrong.{name} names no type of node"):
        type("Wrong", (base,), {name: lambda *_: None})


@pytest.mark.parametrize("event", ["visit", "leave"])
@pytest.mark.parametrize("base", [Visitor, Transformer])
def test_errors_name_the_node(base: Any, event: str) -> None:
    """The error is that of the method, with a note."""

    def fail(*_: object) -> None:
        raise KeyError("mine")

    failing = type("Failing", (base,), {f"{event}_quantity": fail})()
    with pytest.raises(KeyError, match="mine") as caught:
        (failing.visit if base is Visitor else failing.transform)(DOCUMENT)
    assert caught.value.__notes__ == [f"in Failing.{event}_quantity, given {DOCUMENT.find('quantity')!r}"]
    assert "in Failing" in "".join(traceback.format_exception(caught.value))


# ── changing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Demote(Transformer):
    """Turns the second section into the paragraphs it consists of: its heading was none."""

    def leave_section(self, original: Section, updated: Section) -> Node | list[Node]:
        assert original.span == updated.span
        heading, *rest = updated.children
        if not isinstance(heading, Heading) or heading.number != 2:
            return updated
        leaf = Text(*heading.span, source_text(heading))
        return [Paragraph(*heading.span, (Sentence(*heading.span, (leaf,)),)), *rest]


class _Deeper(Transformer):
    def leave_section(self, original: Section, updated: Section) -> Section:
        assert original.level == updated.level
        return updated.evolve(level=updated.level + 1)

    def leave_heading(self, original: Heading, updated: Heading) -> Heading:
        assert original is updated
        return updated.evolve(level=updated.level + 1)


def test_a_wrong_heading_is_corrected() -> None:
    """The tree that comes out is sound; what did not change is the same object."""
    report = parse(TEXT)
    changed = attrs.evolve(report, document=_Demote().transform(report.document))
    check(TEXT, changed)
    assert [heading.text for heading in changed.document.find_all(Heading)] == ["总体情况"]
    assert changed.document.children[0] is report.document.children[0]
    assert [heading.number for heading in report.document.find_all(Heading)] == [1, 2]


def test_levels_are_changed(seed: Path) -> None:
    """A change of fields throughout a report; its text stays."""
    report = parse_file(seed)
    changed = attrs.evolve(report, document=_Deeper().transform(report.document))
    check(source_text(report.document), changed)
    before, after = ([found.level for found in each.document.find_all(Heading)] for each in (report, changed))
    assert after == [level + 1 for level in before]


@given(reports() | report_like_lines() | any_text())
def test_what_nothing_changes_is_the_same(text: str) -> None:
    """Not a copy, but the tree itself."""
    root = parse(text).document
    assert Transformer().transform(root) is root


def test_transformer_stays_out() -> None:
    """Where a visit method returns False nothing below changes."""

    class Outside(_Deeper):
        def visit_section(self, node: Section) -> bool:
            return node.find("lawTitle") is None

    levels = [found.level for found in Outside().transform(DOCUMENT).find_all(Heading)]
    assert levels == [2, 1]


def _text(node: Node, text: str) -> Text:
    return Text(node.start, node.end, text)


def test_depth_stays_bounded() -> None:
    """What can be loaded from JSON is as deep as a tree can get."""

    class Wrap(Transformer):
        def __init__(self, times: int) -> None:
            self.times = times

        def leave_text(self, original: Text, updated: Text) -> Node:
            assert original is updated
            node: Node = updated
            for _ in range(self.times):
                node = Quote(*node.span, (node,))
            return node

    report = parse("会议\n")
    (depth,) = (len(ancestors(report.document, leaf)) for leaf in report.document.find_all(Text))
    deepest = attrs.evolve(report, document=Wrap(MAX_DEPTH - depth).transform(report.document))
    check("会议\n", deepest)
    with pytest.raises(ValueError, match="deeper than 64 levels"):
        Wrap(MAX_DEPTH - depth + 1).transform(report.document)


LOSSES: dict[str, Any] = {
    "text lost": lambda _: [],
    "text doubled": lambda node: [node, node],
    "text altered": lambda node: _text(node, "某" * len(node.text)),
    "text longer than its place": lambda node: _text(node, "某"),
    "moved": lambda node: Text(node.start + 1, node.end + 1, node.text),
    "gap": lambda node: [Text(node.start, node.start + 1, node.text[0])],
    "empty": lambda node: [node, Text(node.end, node.end, "")],
    "gap below": lambda node: Paragraph(node.start, node.end, (Text(node.start, node.start + 1, node.text[0]),)),
}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_losses_are_refused(loss: Any) -> None:
    """Every character stays at its place; the message names the node."""
    transformer: Any = type("Losing", (Transformer,), {"leave_text": lambda _, original, __: loss(original)})()
    first = DOCUMENT.find(Text)
    assert first is not None
    with pytest.raises(LosslessError, match="in place of <text") as caught:
        transformer.transform(DOCUMENT)
    assert repr(first) in str(caught.value)


@pytest.mark.parametrize("returned", [None, "text", [DOCUMENT, None]])
def test_what_is_no_node_is_refused(returned: Any) -> None:
    """A forgotten return is told as such."""
    transformer: Any = type("Odd", (Transformer,), {"leave_text": lambda *_: returned})()
    with pytest.raises(TypeError, match=r"Odd returned (None|'text')"):
        transformer.transform(DOCUMENT)


def test_the_root_stays_one_of_its_type() -> None:
    """A document is no list of sections."""
    transformer: Any = type("Odd", (Transformer,), {"leave_document": lambda _, __, updated: updated.children})()
    with pytest.raises(LosslessError, match="must stay one document"):
        transformer.transform(DOCUMENT)


@pytest.mark.parametrize(
    "change", [{"start": 1}, {"end": 9}, {"span": (0, 1)}, {"text": "总体"}, {"start": 1, "level": 1}]
)
def test_evolve_keeps_place_and_text(change: dict[str, Any]) -> None:
    """They are those of the source."""
    with pytest.raises(LosslessError, match=f"keeps its {next(iter(change))}"):
        HEADING.evolve(**change)


def test_evolve_checks_children() -> None:
    """Others may stand in their place where they hold the same text."""
    marker, words = HEADING.children
    halves = (Text(2, 4, "总体"), Text(4, 6, "情况"))
    assert HEADING.evolve(children=[marker, *halves]).children == (marker, *halves)
    for children in ((), (marker,), (words, marker), (marker, halves[0]), (marker, Text(2, 6, "总体样子"))):
        with pytest.raises(LosslessError):
            HEADING.evolve(children=children)
    with pytest.raises(TypeError, match="colour"):
        HEADING.evolve(colour="red")
    assert Document(0, 0, ()).evolve(children=()) == parse("").document


def test_nodes_cannot_be_changed() -> None:
    """Frozen, hashable, equal by value."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        HEADING.level = 2  # type: ignore[misc]
    assert parse(TEXT).document.find("heading") == HEADING
    assert len({HEADING, parse(TEXT).document.find("heading")}) == 1
    assert isinstance(HEADING, Branch)
    assert isinstance(parse(TEXT), Report)


@pytest.mark.parametrize("source", ["一、总体情况\n甲。\n", "一、总体情况。甲乙丙丁。\n"])
def test_section_knows_its_heading(source: str) -> None:
    """The heading in a line of its own, and the one that runs in."""
    section = parse(source).document.find(Section)
    assert section is not None
    assert section.heading.text == "总体情况"


def test_section_without_heading_says_so() -> None:
    """A section that somebody made without a heading is named."""
    with pytest.raises(LookupError, match=r"section \[0, 0\].* has no heading"):
        _ = Section(0, 0, (), 1).heading
