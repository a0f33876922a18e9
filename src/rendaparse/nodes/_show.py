"""Nodes for people: one line a node, the tree as lines, the tree as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from rendaparse.nodes._base import Node

LONGEST = 24
"""Characters of text that a line shows; of a longer text it shows the beginning and …."""
STRUCTURE = frozenset({"start", "end", "_children", "_text"})
OPEN = frozenset({"document", "section"})
"""Types that HTML shows unfolded."""


def line(node: Node) -> str:
    """Return type, span, the fields that are not None (of a date its value), and how the text begins."""
    names = (field.name for field in attrs.fields(type(node)) if field.name not in STRUCTURE)
    fields = ((name, getattr(node, name)) for name in names)
    shown = [f"{name}={getattr(value, 'value', value)!r}" for name, value in fields if value is not None]
    return " ".join([node.type, f"[{node.start}, {node.end}]", *shown, repr(_beginning(node))])


def lines(node: Node, depth: int | None) -> str:
    """Return a line a node, indented by its depth, down to a depth."""
    shown: list[str] = []
    stack = [(node, 0)]
    while stack:
        below, level = stack.pop()
        shown.append("  " * level + line(below))
        if level != depth:
            stack.extend((child, level + 1) for child in reversed(below.children))
    return "\n".join(shown)


def html(node: Node) -> str:
    """Return nested ``details`` elements, folded below the sections."""
    shown: list[str] = []
    stack: list[Node | str] = [node]
    while stack:
        below = stack.pop()
        if isinstance(below, str):
            shown.append(below)
        elif below.children:
            unfolded = " open" if below.type in OPEN else ""
            shown.append(f'<details{unfolded} style="margin-left:1em"><summary>{escape(line(below))}</summary>')
            stack.append("</details>")
            stack.extend(reversed(below.children))
        else:
            shown.append(f'<div style="margin-left:2em">{escape(line(below))}</div>')
    return "".join(shown)


def _beginning(node: Node) -> str:
    """Return how the text of a node begins, reading no more of a long one than is shown."""
    text = ""
    stack = [node]
    while stack and len(text) <= LONGEST:
        below = stack.pop()
        if below.is_leaf and (below is node or not below.is_interruption):
            text += below.text[: LONGEST + 1]
        elif below is node or not below.is_interruption:
            stack.extend(reversed(below.children))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
