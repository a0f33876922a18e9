"""Builds the tree of a document: the block grammar's rules, each as the node it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeGuard

from rendaparse import nodes
from rendaparse._diagnostics import Diagnostic
from rendaparse.block.stream import Settled
from rendaparse.grammar.parser import parser
from rendaparse.inline.build import parse_phrases, parse_sentences, unread_words
from rendaparse.inline.lexer import accounted
from rendaparse.inline.splice import Stretch, parse_stretches
from rendaparse.nodes import Branch, Document, Node

Piece = Settled | Node
InlineParser = Callable[[str, int, list[Diagnostic]], tuple[Node, ...]]


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
}


WEDGES: dict[str, type[Branch]] = {"CAPTION_WEDGE": nodes.Caption, "FORME_WORK_WEDGE": nodes.FormeWork}


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
            kind = WEDGES[child.type]
            read = parse_phrases if child.inline else unread_words
            made.append(_branch(kind, _without_data(kind, read(child.text, child.start, child.found))))
    return made


def _is_prose(piece: Piece) -> TypeGuard[Settled]:
    return isinstance(piece, Settled) and piece.type not in LEAVES and piece.type not in WEDGES


def _inlines(pieces: Sequence[Piece], parse: InlineParser) -> list[Node]:
    """Parse the prose of a block; what stands between its stretches interrupts it."""
    prose = [i for i, piece in enumerate(pieces) if _is_prose(piece)]
    if not prose:
        return _nodes(pieces)
    first, last = prose[0], prose[-1] + 1
    run = pieces[first:last]
    head = run[0]
    assert isinstance(head, Settled)
    if head.inline and len(prose) == len(run):
        text = head.text if len(run) == 1 else "".join(piece.text for piece in run)
        parsed = parse(text, head.start, head.found)
    else:
        stretches: list[Stretch] = []
        for piece in run:
            if _is_prose(piece):
                stretches.append((piece.start, piece.text))
            else:
                stretches.extend(_nodes([piece]))
        parsed = parse_stretches(stretches, parse if head.inline else unread_words, head.found)
    return [*_nodes(pieces[:first]), *parsed, *_nodes(pieces[last:])]


PROSE: frozenset[type[Branch]] = frozenset({nodes.Closing, nodes.Note})
"""Matter that consists of sentences."""
NO_DATA: frozenset[type[Branch]] = frozenset({nodes.FormeWork, nodes.Imprint})
"""Matter whose figures are no data of the report: page numbers, 浏览次数：1283次."""


def _without_data(kind: type[Branch], inlines: Sequence[Node]) -> Sequence[Node]:
    """In matter that reports nothing, make labels of what looks like figures."""
    if kind not in NO_DATA:
        return inlines
    quantity = nodes.Quantity
    return [nodes.Numeral(n.start, n.end, n.children, "label") if isinstance(n, quantity) else n for n in inlines]


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


def _paragraph(pieces: Sequence[Piece]) -> list[Node]:
    """Parse the prose between the series of a paragraph."""
    children: list[Node] = []
    run: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, nodes.List):
            children.extend(_inlines(run, parse_sentences))
            children.append(piece)
            run = []
        else:
            run.append(piece)
    return [*children, *_inlines(run, parse_sentences)]


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
    cuts = (token.marker,) if token.inline else (token.marker, start - token.start, end - token.start)
    children.extend(_inlines([*token.parts(*cuts), *pieces[1:]], parse_phrases))
    more = [piece for piece in pieces[1:] if isinstance(piece, Settled) and piece.type == "MORE"]
    if more:
        start, end = start if end > start else more[0].start, more[-1].start + len(more[-1].text)
    return _branch(
        nodes.Heading, children, token.level, _without_space(marker) or None, token.number, (start, end), token.run_in
    )


def _matter(kind: type[Branch]) -> Callable[[_Builder, list[Piece]], Branch]:
    def build(_self: _Builder, children: list[Piece]) -> Branch:
        parse = parse_sentences if kind in PROSE else parse_phrases
        return _branch(kind, _without_data(kind, _inlines(children, parse)))

    return build


for _kind in (
    nodes.Title, nodes.Subtitle, nodes.Speaker, nodes.Dateline, nodes.Imprint, nodes.Byline, nodes.Salutation,
    nodes.Closing, nodes.FormeWork, nodes.Caption, nodes.Note,
):  # fmt: skip
    _rule = "forme_work" if _kind is nodes.FormeWork else _kind.type
    setattr(_Builder, _rule, _matter(_kind))
