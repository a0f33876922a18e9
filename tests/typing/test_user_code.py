"""Code as users write it: mypy --strict reads it with the tests, and it runs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, assert_type

import pytest

import rendaparse
from rendaparse import Diagnostic, Fact, LineIndex, OutlineEntry, Report, SectionEntry, Transformer, Visitor, nodes

NAMES = ("heading", "time")
TEXT = "一、总体情况\n全年召开会议7次。\n"


class Sums(Visitor):
    """Adds up the figures outside of headings."""

    def __init__(self) -> None:
        self.total = Decimal(0)

    def visit_heading(self, node: nodes.Heading) -> bool:
        """Only headings that run in count."""
        return node.run_in

    def visit_quantity(self, node: nodes.Quantity) -> None:
        """Ranges do not count."""
        if isinstance(node.value, Decimal):
            self.total += node.value


class Flat(Transformer):
    """Makes every heading one of the first level."""

    def leave_heading(self, original: nodes.Heading, updated: nodes.Heading) -> nodes.Heading:
        """Change what is deeper."""
        return assert_type(updated.evolve(level=1), nodes.Heading) if original.level > 1 else updated


def test_parsing_is_typed() -> None:
    """What the front door gives."""
    report = assert_type(rendaparse.parse(TEXT), Report)
    assert_type(report.document, nodes.Document)
    assert_type(report.diagnostics, tuple[Diagnostic, ...])
    assert_type(rendaparse.dump(report), str)
    assert_type(rendaparse.to_dict(report), dict[str, Any])
    assert assert_type(rendaparse.load(rendaparse.dump(report)), Report) == report
    assert_type(rendaparse.facts(report), tuple[Fact, ...])
    assert_type(rendaparse.outline(report), tuple[OutlineEntry, ...])
    assert_type(rendaparse.sections(report), tuple[SectionEntry, ...])
    assert_type(rendaparse.path_of(report, report.document), tuple[str, ...])
    assert_type(report.facts(), tuple[Fact, ...])
    assert_type(report.text, str)


def test_finding_is_typed() -> None:
    """A class or a name gives nodes of the class, a name that is not known beforehand gives any."""
    document = rendaparse.parse(TEXT).document
    assert_type(document.find_all(nodes.Heading), Iterator[nodes.Heading])
    assert_type(document.find_all(nodes.Quantity, lambda found: found.unit == "次"), Iterator[nodes.Quantity])
    assert_type(document.find_all("heading", level=1), Iterator[nodes.Heading])
    assert_type(document.find("lawTitle"), nodes.LawTitle | None)
    for name in NAMES:
        assert_type(document.find_all(name), Iterator[Any])
    heading = assert_type(document.find(nodes.Heading), nodes.Heading | None)
    assert heading is not None
    assert_type(heading.level, int)
    assert_type(heading.span, tuple[int, int])
    assert_type(heading.children, tuple[nodes.Node, ...])
    assert_type(rendaparse.node_at(document, 0), tuple[nodes.Node, ...])
    assert_type(rendaparse.ancestors(document, heading), tuple[nodes.Node, ...])
    assert_type(LineIndex(rendaparse.source_text(document)).position(heading.start), tuple[int, int])


def test_visiting_is_typed() -> None:
    """The root keeps its type."""
    document = rendaparse.parse(TEXT).document
    sums = Sums()
    sums.visit(document)
    assert sums.total == 7
    assert assert_type(Flat().transform(document), nodes.Document) is document


def test_mistakes_are_seen() -> None:
    """Each ignore below is an error where the type checker does not complain."""
    heading = rendaparse.parse(TEXT).document.find(nodes.Heading)
    assert heading is not None
    with pytest.raises(AttributeError):
        heading.level = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        heading.unit  # type: ignore[attr-defined]  # noqa: B018
