"""The two kinds of node, leaf and branch, and the values their fields hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self, TypeVar

import attrs

from rendaparse._text import Span
from rendaparse.nodes import _show
from rendaparse.nodes._find import NAMED, Searchable
from rendaparse.nodes._lossless import LosslessError, check_lossless

MAX_DEPTH = 64
"""No tree nests deeper than this (invariant I8)."""


SINCE_1_1 = {"since": 1}
"""Marks a field that trees have from schema version 1.1 on."""

STRUCTURE = 3
"""How many fields each branch has before its own: start, end, children."""

NodeT = TypeVar("NodeT", bound="Node")
NodeClass = type[NodeT]
"""A node class; named here, as inside of a node ``type`` is its type name."""


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
class Node(Searchable):
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
        NAMED[cls.type] = cls
        cls.__repr__ = Node.__repr__  # type: ignore[method-assign]  # of its own, so that attrs writes none

    def __repr__(self) -> str:
        return f"<{_show.line(self)}>"

    def _repr_html_(self) -> str:
        """Return the tree as HTML that unfolds, which notebooks show."""
        return _show.html(self)

    def pretty(self, depth: int | None = None) -> str:
        r"""Return the tree as text, a line a node: type, span, fields, how the text begins; down to a depth.

        >>> import rendaparse
        >>> print(rendaparse.parse("一、总体情况\n").document.pretty())
        document [0, 7] '一、总体情况'
          section [0, 7] level=1 '一、总体情况'
            heading [0, 6] level=1 marker='一、' number=1 text_span=(2, 6) run_in=False rule='numbered' '一、总体情况'
              marker [0, 2] '一、'
              text [2, 6] '总体情况'
            lineBreak [6, 7] '\n'
        """
        return _show.lines(self, depth)

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
            if not node.is_leaf:
                stack.extend(node.children[::-1])

    def evolve(self, **changes: Any) -> Self:
        r"""Return a copy with other fields, or with other children that hold the same text at the same place.

        Raises :class:`LosslessError` where text or place would change.

        >>> import rendaparse
        >>> heading = rendaparse.parse("一、总体情况\n").document.find("heading")
        >>> heading.evolve(level=2)
        <heading [0, 6] level=2 marker='一、' number=1 text_span=(2, 6) run_in=False rule='numbered' '一、总体情况'>
        """
        fixed = sorted(changes.keys() & {"start", "end", "span", "text"})
        if fixed:
            raise LosslessError(f"{self!r} keeps its {' and '.join(fixed)}, which the source gives")
        if "children" in changes:
            changes["children"] = tuple(changes["children"])
            check_lossless(self, changes["children"])
        return attrs.evolve(self, **changes)


@attrs.frozen(slots=True)
class Leaf(Node):
    """A node without children; ``text`` is its slice of the source, to the character."""

    is_leaf: ClassVar[bool] = True

    _text: str = attrs.field(alias="text")

    @property
    def text(self) -> str:
        """The slice of the source the leaf stands for."""
        return self._text


_OWN: dict[object, tuple[str, ...]] = {}


def own_fields(kind: NodeClass[Branch]) -> tuple[str, ...]:
    """Return the names of the fields that a branch class has besides start, end and children, in their order."""
    if kind not in _OWN:
        _OWN[kind] = tuple(field.name for field in attrs.fields(kind)[STRUCTURE:])
    return _OWN[kind]


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
        return type(self)(self.start, self.end, children, *(getattr(self, name) for name in own_fields(type(self))))

    @property
    def text(self) -> str:
        """The logical text: without soft breaks, captions, furniture, markup."""
        return "".join(leaf.text for leaf in self.logical_leaves())

    def logical_leaves(self) -> Iterator[Node]:
        """Yield the leaves below that make the logical text, in order."""
        stack: list[Node] = list(reversed(self._children))
        while stack:
            node = stack.pop()
            if node.is_interruption:
                continue
            if node.is_leaf:
                yield node
            else:
                stack.extend(reversed(node.children))
