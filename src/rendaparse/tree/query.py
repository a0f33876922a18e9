"""Where a node stands in its tree; nodes themselves know only what is below them."""

from __future__ import annotations

from bisect import bisect_right

from rendaparse.nodes import Node

__all__ = ["ancestors", "node_at"]


def node_at(root: Node, offset: int) -> tuple[Node, ...]:
    """Return the path of nodes from ``root`` to the leaf that holds the code point at ``offset``.

    Raises IndexError where the offset lies outside of ``root``.

    >>> import rendaparse
    >>> document = rendaparse.parse("全年召开会议7次。").document
    >>> [node.type for node in node_at(document, 6)]
    ['document', 'paragraph', 'sentence', 'dataClause', 'quantity', 'text']
    """
    if not root.start <= offset < root.end:
        raise IndexError(f"offset {offset} is outside of {root!r}")
    path = [root]
    while path[-1].children:
        path.append(_child_at(path[-1], offset))
    return tuple(path)


def ancestors(root: Node, node: Node) -> tuple[Node, ...]:
    """Return the nodes from ``root`` down to the one that ``node`` is a child of; none for the root itself.

    It is this very node that is looked for, not one equal to it: raises ValueError where it is not in the tree, as
    after a :class:`rendaparse.Transformer` put another in its place.

    >>> import rendaparse
    >>> document = rendaparse.parse("全年召开会议7次。").document
    >>> [above.type for above in ancestors(document, document.find("dataClause"))]
    ['document', 'paragraph', 'sentence']
    """
    path: list[Node] = []
    below = root
    while below is not node:
        path.append(below)
        if not below.children or not below.start <= node.start < below.end:
            raise ValueError(f"{node!r} is not in the tree of {root!r}")
        below = _child_at(below, node.start)
    return tuple(path)


def _child_at(node: Node, offset: int) -> Node:
    return node.children[bisect_right(node.children, offset, key=lambda child: child.start) - 1]
