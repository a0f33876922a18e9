"""Ways over any tree."""

from __future__ import annotations

from collections.abc import Iterator

from rendaparse.nodes import Leaf, Node


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield the leaves of a tree in order; their texts joined are the source it stands for."""
    return (below for below in node.walk() if isinstance(below, Leaf))


def source_text(node: Node) -> str:
    """Return the slice of the source that a node stands for, to the character."""
    return "".join(leaf.text for leaf in leaves(node))
