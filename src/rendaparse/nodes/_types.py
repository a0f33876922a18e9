"""The node classes by the names that JSON gives them."""

from __future__ import annotations

from rendaparse import nodes
from rendaparse.nodes import Branch, Leaf, Node

NODE_TYPES: dict[str, type[Node]] = {
    kind.type: kind
    for kind in vars(nodes).values()
    if isinstance(kind, type) and issubclass(kind, Node) and kind not in {Node, Leaf, Branch}
}
"""Every node class by its JSON type name."""
