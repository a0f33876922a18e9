"""What a change to a tree must keep: every character of the source, at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rendaparse.nodes._base import Node


class LosslessError(ValueError):
    """A change to a tree would lose or alter text of the source, or put it in another place."""


def check_lossless(old: Node, new: Sequence[Node]) -> None:
    """Raise LosslessError unless the new nodes hold the text of the old one at its place, abutting on every level."""
    _check_abutting(old, old.start, old.end, new)
    stack = list(new)
    while stack:
        node = stack.pop()
        if node.is_leaf:
            if len(node.text) != node.end - node.start:
                raise LosslessError(f"in place of {old!r}: {node!r} has {len(node.text)} characters")
        else:
            _check_abutting(old, node.start, node.end, node.children)
            stack.extend(node.children)
    if _characters([old]) != _characters(new):
        raise LosslessError(f"in place of {old!r}: the text of the leaves would change")


def _check_abutting(old: Node, start: int, end: int, nodes: Sequence[Node]) -> None:
    at = start
    for node in nodes:
        if node.start != at:
            raise LosslessError(f"in place of {old!r}: expected a node that begins at {at}, found {node!r}")
        if node.start == node.end:
            raise LosslessError(f"in place of {old!r}: {node!r} is empty")
        at = node.end
    if at != end:
        raise LosslessError(f"in place of {old!r}: the new nodes end at {at}, not at {end}")


def _characters(nodes: Sequence[Node]) -> str:
    return "".join(leaf.text for node in nodes for leaf in node.walk() if leaf.is_leaf)
