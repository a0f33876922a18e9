"""Visitors: methods named after node types, called on a way over a tree."""

from __future__ import annotations

from functools import cache
from operator import is_
from typing import Any, ClassVar, TypeVar

from rendaparse.nodes import MAX_DEPTH, Branch, Node
from rendaparse.nodes._lossless import LosslessError, check_lossless
from rendaparse.nodes._types import NODE_TYPES

__all__ = ["Transformer", "Visitor"]

RootT = TypeVar("RootT", bound=Node)


@cache
def method_names() -> dict[type[Node], tuple[str, ...]]:
    """Return what the methods for each node class may be named after, the nearest first: heading, branch, node."""
    return {
        kind: tuple(_snake_case(base.__name__) for base in kind.__mro__ if issubclass(base, Node))
        for kind in NODE_TYPES.values()
    }


def _snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).removeprefix("_")


class _Callbacks:
    """Finds the methods of a class that are named after node types, once a class."""

    _methods: ClassVar[dict[tuple[str, type[Node]], str]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        found = {name for name in dir(cls) if name.startswith(("visit_", "leave_"))}
        known = {name for names in method_names().values() for name in names}
        unknown = sorted(name for name in found if name.partition("_")[2] not in known)
        if unknown:
            raise TypeError(f"{cls.__name__}.{unknown[0]} names no type of node")
        cls._methods = {
            (event, kind): methods[0]
            for event in ("visit", "leave")
            for kind, names in method_names().items()
            if (methods := [f"{event}_{name}" for name in names if f"{event}_{name}" in found])
        }

    def _call(self, event: str, *nodes: Node) -> Any:
        """Call the method for the first of the nodes, or return the last where there is none."""
        name = self._methods.get((event, type(nodes[0])))
        if name is None:
            return nodes[-1]
        try:
            return getattr(self, name)(*nodes)
        except Exception as error:
            error.add_note(f"in {type(self).__name__}.{name}, given {nodes[0]!r}")
            raise


class Visitor(_Callbacks):
    r"""Calls a method for each node of a type, on the way down and on the way up.

    Write ``visit_<type>(self, node)`` to be called before the children of the node, in the order of the text, and
    ``leave_<type>(self, node)`` to be called after them; the type is in snake case (``visit_list_item``). A method for
    ``node``, ``leaf`` or ``branch`` is called for those types that have none of their own. A ``visit_`` method that
    returns False keeps the visitor out of the node: neither its children nor its ``leave_`` method are called.
    A method that names no type of node is a TypeError when the class is made. An error raised in a method has a note
    that names the node.

    >>> import rendaparse
    >>> class Figures(rendaparse.Visitor):
    ...     def __init__(self):
    ...         self.found = []
    ...     def visit_heading(self, node):
    ...         return False
    ...     def visit_quantity(self, node):
    ...         self.found.append(node.text)
    >>> figures = Figures()
    >>> figures.visit(rendaparse.parse("一、抓好10件实事\n全年召开会议7次。").document)
    >>> figures.found
    ['7次']
    """

    def visit(self, root: Node) -> None:
        """Visit a node and all below it."""
        stack = [(root, False)]
        while stack:
            node, left = stack.pop()
            if left:
                self._call("leave", node)
            elif self._call("visit", node) is not False:
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children))


class Transformer(_Callbacks):
    r"""Makes another tree of the same text: changes fields, retypes, splits and regroups nodes.

    Write ``leave_<type>(self, original, updated)``: ``updated`` is the node over its children as they are after the
    change; return what stands in its place: it, another node, or a list of nodes that abut.
    ``visit_<type>(self, node)`` is called before the children; where it returns False the node stays as it is, with all
    below it. Names, methods for ``node``, ``leaf`` and ``branch``, and notes of errors are as in :class:`Visitor`.

    What is returned must hold the same text at the same place, else :class:`LosslessError` is raised; a tree that nests
    deeper than :data:`rendaparse.nodes.MAX_DEPTH` is a ValueError. Nodes that nothing changes in are those of the tree
    given, not copies.

    >>> import attrs, rendaparse
    >>> class Deeper(rendaparse.Transformer):
    ...     def leave_section(self, original, updated):
    ...         return updated.evolve(level=updated.level + 1)
    ...     def leave_heading(self, original, updated):
    ...         return updated.evolve(level=updated.level + 1)
    >>> report = rendaparse.parse("一、总体情况\n全年召开会议7次。")
    >>> changed = attrs.evolve(report, document=Deeper().transform(report.document))
    >>> [heading.level for heading in changed.document.find_all("heading")]
    [2]
    """

    def transform(self, root: RootT) -> RootT:
        """Return the tree with what the methods returned; the root must stay of its type."""
        rows: list[list[Node]] = [[]]
        stack: list[tuple[Node, bool]] = [(root, False)]
        while stack:
            node, left = stack.pop()
            if left:
                children = rows.pop()
                rows[-1].extend(self._leave(node, children))
            elif self._call("visit", node) is False:
                rows[-1].append(node)
            else:
                rows.append([])
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children))
        (result,) = rows
        if len(result) != 1 or not isinstance(result[0], type(root)):
            raise LosslessError(f"{root!r} must stay one {root.type}, found {result!r}")
        if result[0] is not root:
            _check_depth(result[0])
        return result[0]

    def _leave(self, node: Node, children: list[Node]) -> tuple[Node, ...]:
        kept = len(children) == len(node.children) and all(map(is_, children, node.children))
        updated = node.with_children(tuple(children)) if isinstance(node, Branch) and not kept else node
        returned = self._call("leave", node, updated)
        if returned is updated:
            return (updated,)
        put = tuple(returned) if isinstance(returned, (list, tuple)) else (returned,)
        for new in put:
            if not isinstance(new, Node):
                raise TypeError(f"{type(self).__name__} returned {new!r} in place of {node!r}, not a node or nodes")
        check_lossless(node, put)
        return put


def _check_depth(root: Node) -> None:
    row: list[Node] = [root]
    for _ in range(MAX_DEPTH + 1):
        row = [child for node in row for child in node.children]
    if row:
        raise ValueError(f"{root!r} would nest deeper than {MAX_DEPTH} levels")
