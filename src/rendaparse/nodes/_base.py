"""The two kinds of node, leaf and branch, and the values their fields hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

import attrs

from rendaparse._text import Span

MAX_DEPTH = 64
"""No tree nests deeper than this (invariant I8)."""


STRUCTURE = 3
"""How many fields each branch has before its own: start, end, children."""
NodeClass = type[Any]
"""A node class, as :meth:`Node.find_all` takes it."""


def camel_case(name: str) -> str:
    """Turn a Python name (``run_in``, ``ListItem``) into its JSON name (``runIn``, ``listItem``)."""
    head, *rest = name.split("_")
    return head[:1].lower() + head[1:] + "".join(part.title() for part in rest)


@attrs.frozen(slots=True)
class Mention:
    """A stretch of the source that a field points at.

    ``text`` is its logical text (no soft breaks), ``span`` its place in the source.
    """

    text: str
    span: Span


@attrs.frozen(slots=True)
class Node:
    """What every node of the tree is: a typed stretch of the source.

    ``start`` and ``end`` are half-open code-point offsets into the decoded text.
    """

    type: ClassVar[str] = "node"
    is_leaf: ClassVar[bool] = False
    has_text: ClassVar[bool] = False
    """Whether JSON shows the logical text of this branch."""
    is_interruption: ClassVar[bool] = False
    """Whether the node interrupts the text around it and is left out of its logical text."""

    start: int
    end: int

    def __init_subclass__(cls) -> None:
        cls.type = camel_case(cls.__name__)

    @property
    def span(self) -> Span:
        """Half-open range ``(start, end)`` of code points of the source."""
        return self.start, self.end

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes this one consists of, in order, abutting; none for a leaf."""
        return ()

    @property
    def text(self) -> str:
        """The logical text: the leaves below joined, without what interrupts them."""
        raise NotImplementedError

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it in document order, without recursion."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def find_all(self, kind: NodeClass | str, **fields: object) -> Iterator[Any]:
        r"""Yield the nodes of a type (class or JSON type name) whose fields have the given values.

        >>> import rendaparse
        >>> report = rendaparse.parse("一、总体情况\n全年召开会议7次。\n")
        >>> [heading.text for heading in report.document.find_all("heading", level=1)]
        ['总体情况']
        """
        for node in self.walk():
            fits = node.type == kind if isinstance(kind, str) else isinstance(node, kind)
            if fits and all(getattr(node, name) == value for name, value in fields.items()):
                yield node


@attrs.frozen(slots=True)
class Leaf(Node):
    """A node without children; ``text`` is its slice of the source, to the character."""

    is_leaf: ClassVar[bool] = True

    _text: str = attrs.field(alias="text")

    @property
    def text(self) -> str:
        """The slice of the source the leaf stands for."""
        return self._text


@attrs.frozen(slots=True)
class Branch(Node):
    """A node that consists of its ``children``: ordered, abutting, covering its span."""

    _children: tuple[Node, ...] = attrs.field(alias="children")

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes this one consists of."""
        return self._children

    def with_children(self, children: tuple[Node, ...]) -> Self:
        """Return this branch over other children; they must cover its span as the ones before did."""
        own = [getattr(self, field.name) for field in attrs.fields(type(self))[STRUCTURE:]]
        return type(self)(self.start, self.end, children, *own)

    @property
    def text(self) -> str:
        """The logical text: without soft breaks, captions, furniture, markup."""
        parts: list[str] = []
        stack: list[Node] = list(reversed(self._children))
        while stack:
            node = stack.pop()
            if node.is_interruption:
                continue
            if node.is_leaf:
                parts.append(node.text)
            else:
                stack.extend(reversed(node.children))
        return "".join(parts)
