"""One check of everything that holds for every report, whatever was parsed."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

from rendaparse import Report, dump, load
from rendaparse._diagnostics import CODES
from rendaparse.nodes import MAX_DEPTH, Branch, Document, Heading, Leaf, Node, Section
from rendaparse.nodes._types import NODE_TYPES

DIGITS = re.compile(r"[0-9０-９]+")
STATUS_TYPES = frozenset({"quantity", "time", "session", "marker", "numeral"})
SURROGATE_PAIR = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


def check(source: str, report: Report) -> None:
    """Assert the invariants of the tree, its content model and its JSON."""
    assert report.source.length == len(source)
    assert isinstance(report.document, Document)
    assert report.document.span == (0, len(source))
    _check_tree(source, report.document)
    _check_digits(source, report.document)
    _check_diagnostics(source, report)
    _check_json(source, report)


def _check_tree(source: str, root: Node) -> None:
    leaves: list[str] = []
    stack: list[tuple[Node, int, Section | None]] = [(root, 0, None)]
    while stack:
        node, depth, section = stack.pop()
        assert NODE_TYPES[node.type] is type(node)
        assert depth <= MAX_DEPTH, f"{node.type} at {node.span} is {depth} deep"
        if isinstance(node, Leaf):
            assert node.text == source[node.start : node.end], f"{node.type} at {node.span}"
            assert node.text, f"empty {node.type} at {node.start}"
            leaves.append(node.text)
            continue
        assert isinstance(node, Branch)
        _check_tiling(node)
        if isinstance(node, Section):
            _check_section(node, section)
            section = node
        if isinstance(node, Heading):
            assert section is not None, f"heading at {node.span} outside every section"
            assert node.level == section.level
            assert node.start <= node.text_span[0] <= node.text_span[1] <= node.end
        stack.extend((child, depth + 1, section) for child in reversed(node.children))
    assert "".join(leaves) == source


def _check_tiling(node: Branch) -> None:
    if not node.children:
        assert isinstance(node, Document), f"{node.type} at {node.span} is empty"
        assert node.start == node.end
        return
    assert node.children[0].start == node.start, f"{node.type} at {node.span}"
    assert node.children[-1].end == node.end, f"{node.type} at {node.span}"
    for before, after in pairwise(node.children):
        assert before.end == after.start, f"{before.type} and {after.type} at {before.end} in {node.type}"


def _check_section(node: Section, outer: Section | None) -> None:
    assert node.level > (outer.level if outer else 0), f"section at {node.span}"
    first = node.children[0]
    opening = first if isinstance(first, Heading) else first.children[0]
    assert isinstance(opening, Heading), f"section at {node.span} begins with {opening.type}"


def _check_digits(source: str, root: Node) -> None:
    accounted = bytearray(len(source))
    for node in root.walk():
        if node.type in STATUS_TYPES:
            accounted[node.start : node.end] = b"\1" * (node.end - node.start)
    for found in DIGITS.finditer(source):
        status = accounted[found.start() : found.end()]
        near = source[max(0, found.start() - 8) : found.start() + 24]
        assert all(status), f"no status at {found.start()}: {near!r}"


def _check_diagnostics(source: str, report: Report) -> None:
    for entry in report.diagnostics:
        assert entry.code in CODES
        assert 0 <= entry.span[0] <= entry.span[1] <= len(source)
    assert list(report.diagnostics) == sorted(report.diagnostics, key=lambda entry: (entry.span, entry.code))


def _check_json(source: str, report: Report) -> None:
    shown = dump(report)
    shown.encode("utf-8")
    if SURROGATE_PAIR.search(source):
        return  # JSON has no form for two halves of a pair that are to stay two
    loaded = load(shown)
    assert loaded == report
    assert dump(loaded) == shown


def shape(report: Report, without: frozenset[str] = frozenset()) -> list[str]:
    """Return the types of the nodes in document order, some left out."""
    return [node.type for node in report.document.walk() if node.type not in without]


def forget_grammars() -> None:
    """Clear everything that was made of the grammars."""
    for name, module in list(sys.modules.items()):
        if name.startswith("rendaparse"):
            for value in vars(module).values():
                for made in value.values() if isinstance(value, dict) else (value,):
                    if hasattr(made, "cache_clear"):
                        made.cache_clear()
