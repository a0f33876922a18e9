"""Finding nodes by their type: a name is known to a type checker as its class is.

Each type has an overload in :meth:`Searchable.find_all` and one in :meth:`Searchable.find`.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

if TYPE_CHECKING:
    from rendaparse import nodes
    from rendaparse.nodes import Node

NodeT = TypeVar("NodeT", bound="Node")
Where = Callable[[NodeT], object] | None
"""A further condition on nodes."""

NAMED: dict[str, type[Node]] = {}
"""The node classes by their type names, the abstract ones too; each enters itself when it is made."""


class Searchable:
    """What can be searched for nodes: a node, with all below it."""

    __slots__ = ()

    if TYPE_CHECKING:

        def walk(self) -> Iterator[Node]: ...

    @overload
    def find_all(
        self, kind: Literal["blankLine"], where: Where[nodes.BlankLine] = None, /, **fields: object
    ) -> Iterator[nodes.BlankLine]: ...
    @overload
    def find_all(
        self, kind: Literal["byline"], where: Where[nodes.Byline] = None, /, **fields: object
    ) -> Iterator[nodes.Byline]: ...
    @overload
    def find_all(
        self, kind: Literal["caption"], where: Where[nodes.Caption] = None, /, **fields: object
    ) -> Iterator[nodes.Caption]: ...
    @overload
    def find_all(
        self, kind: Literal["closing"], where: Where[nodes.Closing] = None, /, **fields: object
    ) -> Iterator[nodes.Closing]: ...
    @overload
    def find_all(
        self, kind: Literal["dataClause"], where: Where[nodes.DataClause] = None, /, **fields: object
    ) -> Iterator[nodes.DataClause]: ...
    @overload
    def find_all(
        self, kind: Literal["dateline"], where: Where[nodes.Dateline] = None, /, **fields: object
    ) -> Iterator[nodes.Dateline]: ...
    @overload
    def find_all(
        self, kind: Literal["document"], where: Where[nodes.Document] = None, /, **fields: object
    ) -> Iterator[nodes.Document]: ...
    @overload
    def find_all(
        self, kind: Literal["formeWork"], where: Where[nodes.FormeWork] = None, /, **fields: object
    ) -> Iterator[nodes.FormeWork]: ...
    @overload
    def find_all(
        self, kind: Literal["heading"], where: Where[nodes.Heading] = None, /, **fields: object
    ) -> Iterator[nodes.Heading]: ...
    @overload
    def find_all(
        self, kind: Literal["imprint"], where: Where[nodes.Imprint] = None, /, **fields: object
    ) -> Iterator[nodes.Imprint]: ...
    @overload
    def find_all(
        self, kind: Literal["indent"], where: Where[nodes.Indent] = None, /, **fields: object
    ) -> Iterator[nodes.Indent]: ...
    @overload
    def find_all(
        self, kind: Literal["lawTitle"], where: Where[nodes.LawTitle] = None, /, **fields: object
    ) -> Iterator[nodes.LawTitle]: ...
    @overload
    def find_all(
        self, kind: Literal["lineBreak"], where: Where[nodes.LineBreak] = None, /, **fields: object
    ) -> Iterator[nodes.LineBreak]: ...
    @overload
    def find_all(
        self, kind: Literal["list"], where: Where[nodes.List] = None, /, **fields: object
    ) -> Iterator[nodes.List]: ...
    @overload
    def find_all(
        self, kind: Literal["listItem"], where: Where[nodes.ListItem] = None, /, **fields: object
    ) -> Iterator[nodes.ListItem]: ...
    @overload
    def find_all(
        self, kind: Literal["marker"], where: Where[nodes.Marker] = None, /, **fields: object
    ) -> Iterator[nodes.Marker]: ...
    @overload
    def find_all(
        self, kind: Literal["markup"], where: Where[nodes.Markup] = None, /, **fields: object
    ) -> Iterator[nodes.Markup]: ...
    @overload
    def find_all(
        self, kind: Literal["note"], where: Where[nodes.Note] = None, /, **fields: object
    ) -> Iterator[nodes.Note]: ...
    @overload
    def find_all(
        self, kind: Literal["numeral"], where: Where[nodes.Numeral] = None, /, **fields: object
    ) -> Iterator[nodes.Numeral]: ...
    @overload
    def find_all(
        self, kind: Literal["paragraph"], where: Where[nodes.Paragraph] = None, /, **fields: object
    ) -> Iterator[nodes.Paragraph]: ...
    @overload
    def find_all(
        self, kind: Literal["parenthesis"], where: Where[nodes.Parenthesis] = None, /, **fields: object
    ) -> Iterator[nodes.Parenthesis]: ...
    @overload
    def find_all(
        self, kind: Literal["punctuation"], where: Where[nodes.Punctuation] = None, /, **fields: object
    ) -> Iterator[nodes.Punctuation]: ...
    @overload
    def find_all(
        self, kind: Literal["quantity"], where: Where[nodes.Quantity] = None, /, **fields: object
    ) -> Iterator[nodes.Quantity]: ...
    @overload
    def find_all(
        self, kind: Literal["quote"], where: Where[nodes.Quote] = None, /, **fields: object
    ) -> Iterator[nodes.Quote]: ...
    @overload
    def find_all(
        self, kind: Literal["salutation"], where: Where[nodes.Salutation] = None, /, **fields: object
    ) -> Iterator[nodes.Salutation]: ...
    @overload
    def find_all(
        self, kind: Literal["section"], where: Where[nodes.Section] = None, /, **fields: object
    ) -> Iterator[nodes.Section]: ...
    @overload
    def find_all(
        self, kind: Literal["sentence"], where: Where[nodes.Sentence] = None, /, **fields: object
    ) -> Iterator[nodes.Sentence]: ...
    @overload
    def find_all(
        self, kind: Literal["session"], where: Where[nodes.Session] = None, /, **fields: object
    ) -> Iterator[nodes.Session]: ...
    @overload
    def find_all(
        self, kind: Literal["softBreak"], where: Where[nodes.SoftBreak] = None, /, **fields: object
    ) -> Iterator[nodes.SoftBreak]: ...
    @overload
    def find_all(
        self, kind: Literal["space"], where: Where[nodes.Space] = None, /, **fields: object
    ) -> Iterator[nodes.Space]: ...
    @overload
    def find_all(
        self, kind: Literal["speaker"], where: Where[nodes.Speaker] = None, /, **fields: object
    ) -> Iterator[nodes.Speaker]: ...
    @overload
    def find_all(
        self, kind: Literal["strayMark"], where: Where[nodes.StrayMark] = None, /, **fields: object
    ) -> Iterator[nodes.StrayMark]: ...
    @overload
    def find_all(
        self, kind: Literal["subtitle"], where: Where[nodes.Subtitle] = None, /, **fields: object
    ) -> Iterator[nodes.Subtitle]: ...
    @overload
    def find_all(
        self, kind: Literal["table"], where: Where[nodes.Table] = None, /, **fields: object
    ) -> Iterator[nodes.Table]: ...
    @overload
    def find_all(
        self, kind: Literal["tableCell"], where: Where[nodes.TableCell] = None, /, **fields: object
    ) -> Iterator[nodes.TableCell]: ...
    @overload
    def find_all(
        self, kind: Literal["tableOfContents"], where: Where[nodes.TableOfContents] = None, /, **fields: object
    ) -> Iterator[nodes.TableOfContents]: ...
    @overload
    def find_all(
        self, kind: Literal["tableRow"], where: Where[nodes.TableRow] = None, /, **fields: object
    ) -> Iterator[nodes.TableRow]: ...
    @overload
    def find_all(
        self, kind: Literal["text"], where: Where[nodes.Text] = None, /, **fields: object
    ) -> Iterator[nodes.Text]: ...
    @overload
    def find_all(
        self, kind: Literal["time"], where: Where[nodes.Time] = None, /, **fields: object
    ) -> Iterator[nodes.Time]: ...
    @overload
    def find_all(
        self, kind: Literal["title"], where: Where[nodes.Title] = None, /, **fields: object
    ) -> Iterator[nodes.Title]: ...
    @overload
    def find_all(self, kind: type[NodeT], where: Where[NodeT] = None, /, **fields: object) -> Iterator[NodeT]: ...
    @overload
    def find_all(self, kind: str, where: Where[Any] = None, /, **fields: object) -> Iterator[Any]: ...
    def find_all(self, kind: type[Node] | str, where: Where[Any] = None, /, **fields: object) -> Iterator[Any]:
        r"""Yield the nodes of a type (class or JSON type name) whose fields have the values given.

        ``where`` is a further condition. This node is among those searched; the order is that of the text. Raises
        ValueError where there is no type of that name, TypeError for what is neither a name nor a node class.

        >>> import rendaparse
        >>> document = rendaparse.parse("一、总体情况\n全年召开会议7次。\n").document
        >>> [heading.text for heading in document.find_all("heading", level=1)]
        ['总体情况']
        >>> [quantity.text for quantity in document.find_all("quantity", lambda found: found.value > 5)]
        ['7次']
        """
        return _found(self.walk(), _class_of(kind), where, fields)

    @overload
    def find(
        self, kind: Literal["blankLine"], where: Where[nodes.BlankLine] = None, /, **fields: object
    ) -> nodes.BlankLine | None: ...
    @overload
    def find(
        self, kind: Literal["byline"], where: Where[nodes.Byline] = None, /, **fields: object
    ) -> nodes.Byline | None: ...
    @overload
    def find(
        self, kind: Literal["caption"], where: Where[nodes.Caption] = None, /, **fields: object
    ) -> nodes.Caption | None: ...
    @overload
    def find(
        self, kind: Literal["closing"], where: Where[nodes.Closing] = None, /, **fields: object
    ) -> nodes.Closing | None: ...
    @overload
    def find(
        self, kind: Literal["dataClause"], where: Where[nodes.DataClause] = None, /, **fields: object
    ) -> nodes.DataClause | None: ...
    @overload
    def find(
        self, kind: Literal["dateline"], where: Where[nodes.Dateline] = None, /, **fields: object
    ) -> nodes.Dateline | None: ...
    @overload
    def find(
        self, kind: Literal["document"], where: Where[nodes.Document] = None, /, **fields: object
    ) -> nodes.Document | None: ...
    @overload
    def find(
        self, kind: Literal["formeWork"], where: Where[nodes.FormeWork] = None, /, **fields: object
    ) -> nodes.FormeWork | None: ...
    @overload
    def find(
        self, kind: Literal["heading"], where: Where[nodes.Heading] = None, /, **fields: object
    ) -> nodes.Heading | None: ...
    @overload
    def find(
        self, kind: Literal["imprint"], where: Where[nodes.Imprint] = None, /, **fields: object
    ) -> nodes.Imprint | None: ...
    @overload
    def find(
        self, kind: Literal["indent"], where: Where[nodes.Indent] = None, /, **fields: object
    ) -> nodes.Indent | None: ...
    @overload
    def find(
        self, kind: Literal["lawTitle"], where: Where[nodes.LawTitle] = None, /, **fields: object
    ) -> nodes.LawTitle | None: ...
    @overload
    def find(
        self, kind: Literal["lineBreak"], where: Where[nodes.LineBreak] = None, /, **fields: object
    ) -> nodes.LineBreak | None: ...
    @overload
    def find(
        self, kind: Literal["list"], where: Where[nodes.List] = None, /, **fields: object
    ) -> nodes.List | None: ...
    @overload
    def find(
        self, kind: Literal["listItem"], where: Where[nodes.ListItem] = None, /, **fields: object
    ) -> nodes.ListItem | None: ...
    @overload
    def find(
        self, kind: Literal["marker"], where: Where[nodes.Marker] = None, /, **fields: object
    ) -> nodes.Marker | None: ...
    @overload
    def find(
        self, kind: Literal["markup"], where: Where[nodes.Markup] = None, /, **fields: object
    ) -> nodes.Markup | None: ...
    @overload
    def find(
        self, kind: Literal["note"], where: Where[nodes.Note] = None, /, **fields: object
    ) -> nodes.Note | None: ...
    @overload
    def find(
        self, kind: Literal["numeral"], where: Where[nodes.Numeral] = None, /, **fields: object
    ) -> nodes.Numeral | None: ...
    @overload
    def find(
        self, kind: Literal["paragraph"], where: Where[nodes.Paragraph] = None, /, **fields: object
    ) -> nodes.Paragraph | None: ...
    @overload
    def find(
        self, kind: Literal["parenthesis"], where: Where[nodes.Parenthesis] = None, /, **fields: object
    ) -> nodes.Parenthesis | None: ...
    @overload
    def find(
        self, kind: Literal["punctuation"], where: Where[nodes.Punctuation] = None, /, **fields: object
    ) -> nodes.Punctuation | None: ...
    @overload
    def find(
        self, kind: Literal["quantity"], where: Where[nodes.Quantity] = None, /, **fields: object
    ) -> nodes.Quantity | None: ...
    @overload
    def find(
        self, kind: Literal["quote"], where: Where[nodes.Quote] = None, /, **fields: object
    ) -> nodes.Quote | None: ...
    @overload
    def find(
        self, kind: Literal["salutation"], where: Where[nodes.Salutation] = None, /, **fields: object
    ) -> nodes.Salutation | None: ...
    @overload
    def find(
        self, kind: Literal["section"], where: Where[nodes.Section] = None, /, **fields: object
    ) -> nodes.Section | None: ...
    @overload
    def find(
        self, kind: Literal["sentence"], where: Where[nodes.Sentence] = None, /, **fields: object
    ) -> nodes.Sentence | None: ...
    @overload
    def find(
        self, kind: Literal["session"], where: Where[nodes.Session] = None, /, **fields: object
    ) -> nodes.Session | None: ...
    @overload
    def find(
        self, kind: Literal["softBreak"], where: Where[nodes.SoftBreak] = None, /, **fields: object
    ) -> nodes.SoftBreak | None: ...
    @overload
    def find(
        self, kind: Literal["space"], where: Where[nodes.Space] = None, /, **fields: object
    ) -> nodes.Space | None: ...
    @overload
    def find(
        self, kind: Literal["speaker"], where: Where[nodes.Speaker] = None, /, **fields: object
    ) -> nodes.Speaker | None: ...
    @overload
    def find(
        self, kind: Literal["strayMark"], where: Where[nodes.StrayMark] = None, /, **fields: object
    ) -> nodes.StrayMark | None: ...
    @overload
    def find(
        self, kind: Literal["subtitle"], where: Where[nodes.Subtitle] = None, /, **fields: object
    ) -> nodes.Subtitle | None: ...
    @overload
    def find(
        self, kind: Literal["table"], where: Where[nodes.Table] = None, /, **fields: object
    ) -> nodes.Table | None: ...
    @overload
    def find(
        self, kind: Literal["tableCell"], where: Where[nodes.TableCell] = None, /, **fields: object
    ) -> nodes.TableCell | None: ...
    @overload
    def find(
        self, kind: Literal["tableOfContents"], where: Where[nodes.TableOfContents] = None, /, **fields: object
    ) -> nodes.TableOfContents | None: ...
    @overload
    def find(
        self, kind: Literal["tableRow"], where: Where[nodes.TableRow] = None, /, **fields: object
    ) -> nodes.TableRow | None: ...
    @overload
    def find(
        self, kind: Literal["text"], where: Where[nodes.Text] = None, /, **fields: object
    ) -> nodes.Text | None: ...
    @overload
    def find(
        self, kind: Literal["time"], where: Where[nodes.Time] = None, /, **fields: object
    ) -> nodes.Time | None: ...
    @overload
    def find(
        self, kind: Literal["title"], where: Where[nodes.Title] = None, /, **fields: object
    ) -> nodes.Title | None: ...
    @overload
    def find(self, kind: type[NodeT], where: Where[NodeT] = None, /, **fields: object) -> NodeT | None: ...
    @overload
    def find(self, kind: str, where: Where[Any] = None, /, **fields: object) -> Any: ...
    def find(self, kind: type[Node] | str, where: Where[Any] = None, /, **fields: object) -> Any:
        r"""Return the first node that :meth:`find_all` yields, or None.

        >>> import rendaparse
        >>> rendaparse.parse("全年召开会议7次。\n").document.find("quantity").unit
        '次'
        """
        return next(_found(self.walk(), _class_of(kind), where, fields), None)


def _found(nodes: Iterator[Node], kind: type[Node], where: Where[Any], fields: dict[str, object]) -> Iterator[Any]:
    for node in nodes:
        fits = isinstance(node, kind) and all(getattr(node, name) == value for name, value in fields.items())
        if fits and (where is None or where(node)):
            yield node


def _class_of(kind: type[Node] | str) -> type[Node]:
    if isinstance(kind, str):
        if kind not in NAMED:
            known = {name.lower(): name for name in NAMED}
            near = difflib.get_close_matches(kind.lower(), known, n=1)
            raise ValueError(f"no node type {kind!r}" + (f": did you mean {known[near[0]]!r}?" if near else ""))
        return NAMED[kind]
    if not isinstance(kind, type) or not issubclass(kind, Searchable):
        raise TypeError(f"expected the name of a node type or a class of nodes, found {kind!r}")
    return kind
