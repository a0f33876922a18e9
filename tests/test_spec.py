"""The specification runs: every example of docs/spec gives the outline that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args, get_origin, get_type_hints

import attrs
import pytest
from harness import check
from spec_examples import PSEUDO_TYPES, SPEC, Example, named_rules, outline_of, read_examples

from rendaparse import Fact, facts
from rendaparse._diagnostics import CODES
from rendaparse.block.lexer import block_lexer
from rendaparse.block.rules import HEADING_RULES
from rendaparse.block.settle.lists import ITEM_MARKS, SERIES_MARKS
from rendaparse.block.settle.numbering import RANKS
from rendaparse.clause.figures import RULES
from rendaparse.grammar.files import grammar_text
from rendaparse.grammar.patterns import pattern, terminals
from rendaparse.inline.lexer import inline_lexer
from rendaparse.json.fields import fields_of
from rendaparse.nodes import Approximator, Heading, ListItem, Node, Quantity
from rendaparse.nodes._base import camel_case
from rendaparse.nodes._types import NODE_TYPES
from rendaparse.views.bodies import Level
from rendaparse.views.kinds import Kind
from rendaparse.views.metadata import Evidence, Metadata, Script, metadata

EXAMPLES = read_examples()
RESERVED = {("numeral", "kind", "lexical"), ("", "relation", "rank")}
"""Values of fields that the schema knows and no rule gives: numerals within words stay text, ranks are not read yet."""
RESERVED_COLUMNS = {"actor", "per", "indicator"}
"""Columns of a fact that no rule fills yet."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(example: Example) -> None:
    """The outline is that of the specification, and the tree keeps all invariants."""
    report = example.report()
    assert outline_of(report, example.only) == example.outline
    if example.encoding is None:
        check(example.source, report)


def test_examples_name_types_that_exist() -> None:
    """A misspelt type in an info string would make an outline that shows nothing."""
    for example in EXAMPLES:
        assert example.only <= set(NODE_TYPES) | PSEUDO_TYPES, example.name
        assert example.outline or example.only, example.name


# ── hygiene: what the language has is in some example ─────────────────────────────────────────────────────────────────


def _shown() -> list[tuple[Example, Node]]:
    """Every node that an outline shows, with its example."""
    return [
        (example, node)
        for example in EXAMPLES
        for node in example.report().document.walk()
        if not example.only or node.type in example.only
    ]


SHOWN = _shown()


@pytest.mark.parametrize("kind", sorted(NODE_TYPES))
def test_node_type_has_an_example(kind: str) -> None:
    """Every type of node is shown, and each of its fields with a value that says something."""
    values = [node for _, node in SHOWN if node.type == kind]
    assert values
    for field in fields_of(NODE_TYPES[kind]):
        assert any(getattr(node, field.name) not in (None, False) for node in values), field.key


def _choices() -> list[tuple[type, str, str]]:
    """Every value of every field that takes one of a few words."""
    kinds = [*NODE_TYPES.values(), Approximator, Fact]
    return [
        (kind, name, choice)
        for kind in kinds
        for name, hint in get_type_hints(kind).items()
        for option in (hint, *get_args(hint))
        if get_origin(option) is Literal
        for choice in get_args(option)
    ]


@pytest.mark.parametrize(("kind", "field", "choice"), _choices())
def test_value_has_an_example(kind: type, field: str, choice: str) -> None:
    """Every kind of time, of numeral, every bound, every relation is shown."""
    values: set[object] = {getattr(node, field) for _, node in SHOWN if isinstance(node, kind)}
    if kind is Approximator:
        values = {node.approx.bound for _, node in SHOWN if isinstance(node, Quantity) and node.approx}
    elif kind is Fact:
        values = {getattr(fact, field) for fact in _facts()}
    assert (choice in values) is ((getattr(kind, "type", ""), field, choice) not in RESERVED)


def _facts() -> list[Fact]:
    return [fact for example in EXAMPLES if "fact" in example.only for fact in facts(example.report())]


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Fact)])
def test_field_of_fact_has_an_example(field: str) -> None:
    """Every column is shown filled."""
    filled = any(getattr(fact, field) not in (None, False, ()) for fact in _facts())
    assert filled is (field not in RESERVED_COLUMNS)


def test_rule_has_an_example() -> None:
    """Every rule is named in the specification, in the order in which it is tried, and reads a figure that is shown."""
    named = re.findall(r"^\| `(\w+)` \| ", (SPEC / "11-data-clauses.md").read_text("utf-8"), re.MULTILINE)
    assert named == list(RULES)
    assert {fact.rule for fact in _facts()} == set(RULES)


def test_rule_of_headings_has_an_example() -> None:
    """Every rule that makes a heading is named in the specification and shown."""
    named = re.findall(r"^\| `(\w+)` \| ", (SPEC / "04-headings-and-sections.md").read_text("utf-8"), re.MULTILINE)
    assert [name for name in named if name in HEADING_RULES] == list(HEADING_RULES)
    documents = [example.report().document for example in EXAMPLES if "rule" in example.only]
    assert {heading.rule for document in documents for heading in document.find_all(Heading)} == set(HEADING_RULES)


METADATA = [metadata(example.report()) for example in EXAMPLES if "metadata" in example.only]


@pytest.mark.parametrize("kind", [Metadata, Evidence])
def test_field_of_metadata_has_an_example(kind: type) -> None:
    """Every field of what a report is, and every evidence, is shown filled."""
    for field in attrs.fields(kind):
        values = [getattr(found if kind is Metadata else found.evidence, field.name) for found in METADATA]
        assert any(value is not None for value in values), field.name


@pytest.mark.parametrize(("field", "choices"), [("kind", Kind), ("level", Level), ("script", Script)])
def test_value_of_metadata_has_an_example(field: str, choices: object) -> None:
    """Every kind of report, every level, both scripts."""
    assert {getattr(found, field) for found in METADATA} - {None} == set(get_args(choices))


DATE_RULES = {
    "delivered": {"dateline", "titleDay", "opening", "imprint", "governmentTitle", "thisYear"},
    "reported_period": {"title", "reviewTitle", "yearBefore", "sameYear", "heading", "openingYear", "term"},
    "plan_period": {"heading", "planHeading", "planSentence", "title", "planTitle", "term"},
}


@pytest.mark.parametrize("field", DATE_RULES)
def test_rule_of_dates_has_an_example(field: str) -> None:
    """Every rule that reads a date is shown, and its name is explained."""
    documents = [example.report().document for example in EXAMPLES if "document" in example.only]
    shown = {dating.rule for document in documents if (dating := getattr(document, field)) is not None}
    assert shown == DATE_RULES[field]
    text = (SPEC / "13-metadata.md").read_text("utf-8")
    assert all(f"`{rule}`" in text for rule in shown)


@pytest.mark.parametrize("code", sorted(CODES))
def test_diagnostic_has_an_example(code: str) -> None:
    """Every code is shown."""
    assert any(code in example.outline for example in EXAMPLES)


@pytest.mark.parametrize("scheme", sorted(RANKS))
def test_heading_scheme_has_an_example(scheme: str) -> None:
    """Some heading that an outline shows begins with the marker."""
    marked = [(example.source, node) for example, node in SHOWN if isinstance(node, Heading)]
    assert any(pattern("block", scheme).match(source, node.start) for source, node in marked)


@pytest.mark.parametrize("scheme", sorted(ITEM_MARKS | SERIES_MARKS))
def test_list_scheme_has_an_example(scheme: str) -> None:
    """Some item that an outline shows begins with the marker."""
    marked = [(example.source, node) for example, node in SHOWN if isinstance(node, ListItem)]
    assert any(pattern("block", scheme).match(source, node.start) for source, node in marked)


# ── grammars: each rule names the page that shows it, which names the rule ────────────────────────────────────────────

NAMED = sorted(named_rules())
LINKED = ("block", "inline", "numeral", "session", "table", "time")
"""Grammars of which every rule, and every terminal that is no part of others, has its page."""


def _rules_by_page(grammar: str) -> Iterator[tuple[str, str]]:
    """Yield each rule and terminal of a grammar with the page named above it, but for those that are inner (_name)."""
    text = grammar_text(grammar)
    pages = [
        (match.start(), match[1]) for match in re.finditer(r"^// Specification: docs/spec/(\S+)$", text, re.MULTILINE)
    ]
    for match in re.finditer(r"^\??([A-Za-z]\w*)(?:\.-?\d+)?:", text, re.MULTILINE):
        yield [page for at, page in pages if at < match.start()][-1], match[1]


@pytest.mark.parametrize("grammar", LINKED)
def test_rules_and_pages_name_each_other(grammar: str) -> None:
    """What a page names has that page above it; no terminal of a lexer, and no rule, is without."""
    written = list(_rules_by_page(grammar))
    named = [(page, rule) for page, _, name, rule in NAMED if name == grammar]
    assert sorted(set(named) - set(written)) == []
    parts = {name for name, terminal in terminals(grammar).items() if terminal.priority < 0}
    assert sorted(one for one in set(written) - set(named) if one[1] not in parts) == []
    assert len(named) == len(set(named))


@pytest.mark.parametrize(("page", "section", "grammar", "rule"), NAMED)
def test_section_shows_the_rule(page: str, section: str, grammar: str, rule: str) -> None:
    """Some example matches the terminal that it names, or shows the node of the rule."""
    examples = [example for example in EXAMPLES if (example.file, example.section) == (page, section)]
    assert examples
    lexer = block_lexer() if grammar == "block" else inline_lexer()
    sources = [example.source for example in examples]
    if rule in lexer.groupindex:
        assert any(match.lastgroup == rule for source in sources for match in lexer.finditer(source))
    elif rule in terminals(grammar):
        assert any(pattern(grammar, rule).search(line) for source in sources for line in source.split("\n"))
    kind = NODE_TYPES.get(camel_case(rule.rstrip("123456")))
    if kind is not None:
        assert any(example.report().document.find(kind) for example in examples)
