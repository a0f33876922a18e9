"""Parses text that is cut: what interrupts it goes into the tree where it stands (断行, 插入的图片说明)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse._text import Span
from rendaparse.nodes import Branch, Dating, Document, Leaf, Mention, Node
from rendaparse.nodes._base import own_fields
from rendaparse.nodes.inlines import Approximator

Stretch = tuple[int, str] | Node
"""A piece of the logical text with its place in the source, or a node that interrupts the text."""

Parse = Callable[[str, int, list[Diagnostic]], tuple[Node, ...]]


def parse_stretches(stretches: Sequence[Stretch], parse: Parse, found: list[Diagnostic]) -> tuple[Node, ...]:
    """Return the nodes that tile the stretches: parsed as one text, then set back to their places in the source.

    An interruption becomes a child of the deepest node that spans it; a leaf that spans it becomes two.
    """
    if len(stretches) == 1 and isinstance(only := stretches[0], tuple):
        return parse(only[1], only[0], found)
    cuts = Cuts(stretches)
    noticed: list[Diagnostic] = []
    parsed = parse(cuts.text, 0, noticed)
    found.extend(attrs.evolve(entry, span=cuts.source_span(entry.span)) for entry in noticed)
    return (*cuts.leading, *cuts.set_back(parsed), *cuts.trailing)


class Cuts:
    """Where the pieces of a logical text stand in the source, and what stands between them."""

    def __init__(self, stretches: Sequence[Stretch], source: str | None = None) -> None:
        """Take the stretches apart; ``source`` is what the leaves are given back, where the stretches are folded."""
        self._source_text = source
        self._starts: list[int] = []  # of the pieces, in the logical text
        self._sources: list[int] = []  # of the pieces, in the source
        self._before: list[list[Node]] = []  # the interruptions before each piece
        pieces: list[str] = []
        length = 0
        waiting: list[Node] = []
        for stretch in stretches:
            if isinstance(stretch, Node):
                waiting.append(stretch)
            elif stretch[1]:
                self._starts.append(length)
                self._sources.append(stretch[0])
                self._before.append(waiting)
                waiting = []
                pieces.append(stretch[1])
                length += len(stretch[1])
        self.text = "".join(pieces)
        self.leading: list[Node] = self._before[0] if self._before else []
        self.trailing = waiting

    def source_span(self, span: Span) -> Span:
        """Return the place in the source of a span of the logical text."""
        if span[0] == span[1]:
            start = self._source(min(span[0], len(self.text) - 1))
            return start, start
        return self._source(span[0]), self._source(span[1] - 1) + 1

    def _source(self, position: int) -> int:
        """Return the place in the source of one character of the logical text."""
        piece = bisect_right(self._starts, position) - 1
        return self._sources[piece] + position - self._starts[piece]

    def document(self, document: Document, length: int) -> Document:
        """Return a document of the logical text as one of the whole source, which has a length."""
        children = (*self.leading, *self.set_back(document.children), *self.trailing)
        fields: dict[str, Any] = {name: self._field(name, getattr(document, name)) for name in own_fields(Document)}
        return attrs.evolve(document, start=0, end=length, children=children, **fields)

    def set_back(self, nodes: Sequence[Node]) -> list[Node]:
        """Return abutting nodes at their places in the source, with the interruptions within and between them."""
        placed: list[Node] = []
        for index, node in enumerate(nodes):
            if index:
                placed.extend(self._interruptions(node.start))
            if isinstance(node, Branch):
                placed.append(self._branch(node))
            else:
                assert isinstance(node, Leaf)
                placed.extend(self._leaves(node))
        return placed

    def _interruptions(self, position: int) -> list[Node]:
        """Return what stands before the character at a position of the logical text."""
        piece = bisect_left(self._starts, position)
        return self._before[piece] if piece < len(self._starts) and self._starts[piece] == position else []

    def _branch(self, node: Branch) -> Node:
        """Return a branch at its place in the source, with its fields and what stands below it."""
        start, end = self.source_span(node.span)
        fields = (self._field(name, getattr(node, name)) for name in own_fields(type(node)))
        return type(node)(start, end, tuple(self.set_back(node.children)), *fields)

    def _field(self, name: str, value: object) -> object:
        """Return what a field holds; if it points at the source, at its place there, in the words of the source."""
        if isinstance(value, Mention | Approximator):
            text = self._written(value.span) if value.text == self.text[slice(*value.span)] else value.text
            return attrs.evolve(value, text=text, span=self.source_span(value.span))
        if isinstance(value, Dating) and value.span is not None:
            return attrs.evolve(value, span=self.source_span(value.span))
        return self.source_span(value) if name == "text_span" and isinstance(value, tuple) else value

    def _written(self, span: Span) -> str:
        """Return the words of a span of the logical text as the source writes them."""
        text = self._source_text
        return self.text[slice(*span)] if text is None else "".join(text[self._source(i)] for i in range(*span))

    def _leaves(self, node: Leaf) -> list[Node]:
        """Return a leaf at its place in the source, in as many parts as the cuts make of it."""
        parts: list[Node] = []
        start = node.start
        while start < node.end:
            piece = bisect_right(self._starts, start)
            end = min(node.end, self._starts[piece]) if piece < len(self._starts) else node.end
            if parts:
                parts.extend(self._interruptions(start))
            shift = self._sources[piece - 1] - self._starts[piece - 1]
            text = self.text[start:end] if self._source_text is None else self._source_text[start + shift : end + shift]
            parts.append(type(node)(start + shift, end + shift, text))
            start = end
        return parts
