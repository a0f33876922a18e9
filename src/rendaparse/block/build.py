"""Builds the tree of a document: the block grammar's rules, each as the node it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeGuard

from rendaparse import nodes
from rendaparse.block.roles import MATTER, Matter
from rendaparse.block.stream import Settled
from rendaparse.grammar.parser import parser
from rendaparse.grammar.patterns import pattern
from rendaparse.inline.lexer import accounted
from rendaparse.inline.splice import Stretch
from rendaparse.nodes import Branch, Document, Node

Piece = Settled | Node


def build_document(tokens: Sequence[Settled]) -> Document:
    """Build the tree of the settled tokens of a document."""
    return _block_parser()(tokens)


@cache
def _block_parser() -> Callable[[Sequence[Any]], Document]:
    return parser("block", "document", _Builder())


LEAVES: dict[str, type[nodes.Leaf]] = {
    "BREAK": nodes.LineBreak,
    "BLANK": nodes.BlankLine,
    "INDENT": nodes.Indent,
    "TAG": nodes.Markup,
    "SOFT": nodes.SoftBreak,
    "GAP": nodes.Space,
}


WEDGES = {f"{matter.role.upper()}_WEDGE": matter for matter in MATTER.values() if matter.wedge}
INTERRUPTS = LEAVES.keys() | WEDGES.keys()
"""What stands between the words of a block."""


def _branch(kind: type[Branch], children: Sequence[Node], *fields: object) -> Branch:
    if not children:
        return kind(0, 0, (), *fields)
    return kind(children[0].start, children[-1].end, tuple(children), *fields)


def _leaf(kind: type[nodes.Leaf], token: Settled) -> nodes.Leaf:
    return kind(token.start, token.start + len(token.text), token.text)


def _nodes(children: Sequence[Piece]) -> list[Node]:
    """The nodes among the children of a rule: its leaves are made, the tokens that only open and close left out."""
    made: list[Node] = []
    for child in children:
        if isinstance(child, Node):
            made.append(child)
        elif child.type in LEAVES:
            made.append(accounted(_leaf(LEAVES[child.type], child)))
        elif child.type in WEDGES:
            made.append(matter_node(WEDGES[child.type], child.prose.phrases([(child.start, child.text)])))
    return made


def _is_prose(piece: Piece) -> TypeGuard[Settled]:
    return isinstance(piece, Settled) and piece.type not in INTERRUPTS


def _inlines(pieces: Sequence[Piece], *, sentences: bool) -> list[Node]:
    """Read the prose of a block; what stands between its stretches interrupts it."""
    prose = [i for i, piece in enumerate(pieces) if _is_prose(piece)]
    if not prose:
        return _nodes(pieces)
    first, last = prose[0], prose[-1] + 1
    head = pieces[first]
    assert isinstance(head, Settled)
    read = head.prose.sentences if sentences else head.prose.phrases
    return [*_nodes(pieces[:first]), *read(_stretches(pieces[first:last])), *_nodes(pieces[last:])]


def _stretches(run: Sequence[Piece]) -> list[Stretch]:
    stretches: list[Stretch] = []
    for piece in run:
        if _is_prose(piece):
            stretches.append((piece.start, piece.text))
        else:
            stretches.extend(_nodes([piece]))
    return stretches


def matter_node(matter: Matter, inlines: Sequence[Node]) -> Branch:
    """Build matter; where it reports nothing, make labels of what looks like figures."""
    if not matter.data:
        inlines = [
            nodes.Numeral(n.start, n.end, n.children, "label") if isinstance(n, nodes.Quantity) else n for n in inlines
        ]
    return _branch(matter.node, inlines)


class _Builder:
    """One method a rule and a terminal of grammars/block.lark."""

    def document(self, children: Sequence[Piece]) -> Branch:
        return _branch(Document, _nodes(children))

    # Sections

    def section(self, children: Sequence[Piece]) -> Branch:
        content = _nodes(children)
        first = content[0]
        heading = first if isinstance(first, nodes.Heading) else first.children[0]
        assert isinstance(heading, nodes.Heading)
        return _branch(nodes.Section, content, heading.level)

    def heading(self, children: Sequence[Piece]) -> Branch:
        return _heading(children)

    def lead(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.Paragraph, [_heading(children[:1]), *_paragraph(children[1:])])

    section1 = section2 = section3 = section4 = section5 = section6 = section
    heading1 = heading2 = heading3 = heading4 = heading5 = heading6 = heading
    lead1 = lead2 = lead3 = lead4 = lead5 = lead6 = lead

    # Paragraphs and lists

    def paragraph(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.Paragraph, _paragraph(children))

    def list(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.List, _nodes(children))

    def item(self, children: Sequence[Piece]) -> Branch:
        return _item(children, _nodes(children[1:]))

    def series_item(self, children: Sequence[Piece]) -> Branch:
        return _item(children, _paragraph(children[1:]))

    def series(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.List, _nodes(children))

    def contents(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.TableOfContents, _nodes(children))

    def note_list(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.Note, _nodes(children))

    # Tables

    def table(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.Table, _nodes(children))

    def table_row(self, children: Sequence[Piece]) -> Branch:
        return _branch(nodes.TableRow, _nodes(children))

    def table_cell(self, children: Sequence[Piece]) -> Branch:
        return _cell(children[0])


def _paragraph(pieces: Sequence[Piece]) -> list[Node]:
    """Parse the prose between the series of a paragraph."""
    children: list[Node] = []
    run: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, nodes.List):
            children.extend(_inlines(run, sentences=True))
            children.append(piece)
            run = []
        else:
            run.append(piece)
    return [*children, *_inlines(run, sentences=True)]


def _item(children: Sequence[Piece], content: list[Node]) -> Branch:
    token = children[0]
    assert isinstance(token, Settled)
    marker = _leaf(nodes.Marker, token)
    return _branch(nodes.ListItem, [marker, *content], _without_space(token.text), token.number)


def _without_space(marker: str) -> str:
    return "".join(marker.split())


def _heading(pieces: Sequence[Piece]) -> Branch:
    """Build a heading: its marker, its words, and the lines below a number that stands alone."""
    token = pieces[0]
    assert isinstance(token, Settled)
    marker = token.text[: token.marker]
    children: list[Node] = [nodes.Marker(token.start, token.start + token.marker, marker)] if marker else []
    start, end = token.words
    words = token.parts(token.marker, start - token.start, end - token.start)
    children.extend(_inlines([*words, *pieces[1:]], sentences=False))
    more = [piece for piece in pieces[1:] if isinstance(piece, Settled) and piece.type == "MORE"]
    if more:
        start, end = start if end > start else more[0].start, more[-1].start + len(more[-1].text)
    return _branch(
        nodes.Heading,
        children,
        token.level,
        _without_space(marker) or None,
        token.number,
        (start, end),
        token.run_in,
        token.rule,
    )


def _cell(piece: Piece) -> Branch:
    """Build a cell; a bare figure (97.0, 21,534) has no unit of its own, so that it is a label as yet."""
    assert isinstance(piece, Settled)
    words: Sequence[Node] = piece.prose.phrases([(piece.start, piece.text)])
    if pattern("table", "BARE_FIGURE").fullmatch(piece.text):
        words = [_label(node) for node in words]
    return _branch(nodes.TableCell, words, piece.type == "HEADER_CELL", piece.number)


def _label(node: Node) -> Node:
    if isinstance(node, nodes.Parenthesis):
        return node.with_children(tuple(_label(child) for child in node.children))
    figure = isinstance(node, nodes.Numeral | nodes.Quantity)
    return nodes.Numeral(node.start, node.end, node.children, "label") if figure else node


def _matter_rule(matter: Matter) -> Callable[[_Builder, list[Piece]], Branch]:
    def build(_self: _Builder, children: list[Piece]) -> Branch:
        return matter_node(matter, _inlines(children, sentences=matter.prose))

    return build


for _each in MATTER.values():
    setattr(_Builder, _each.role, _matter_rule(_each))
