"""JSON to reports."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from rendaparse._diagnostics import CODES, Diagnostic
from rendaparse._fields import NODE_TYPES, SCHEMA, SCHEMA_NAME, SCHEMA_VERSION, fields_of
from rendaparse._report import Report, Source
from rendaparse._text import Span
from rendaparse.nodes import MAX_DEPTH, Document, Node

Reader = Callable[[Any], Any]

SCHEMA_PATTERN = re.compile(rf"{SCHEMA}/(\d{{1,9}})\.(\d{{1,9}})")


class LoadError(ValueError):
    """The JSON is no report; ``place`` says where (``root.children[3].span``), ``problem`` what is wrong there."""

    def __init__(self, problem: str, place: str = "") -> None:
        super().__init__(problem, place)
        self.problem = problem
        self.place = place

    def __str__(self) -> str:
        return f"{self.place.lstrip('.')}: {self.problem}" if self.place else self.problem

    def within(self, place: str) -> LoadError:
        """Return the error as seen from one level further up."""
        return LoadError(self.problem, place + self.place)


def load(source: str | bytes | dict[str, Any]) -> Report:
    """Return the report that :func:`rendaparse.dump` or :func:`rendaparse.to_dict` gave, equal to the one dumped.

    Raises :class:`LoadError` where the JSON is no report, or one of another major version of the schema. Unknown keys
    are passed over, as later minor versions may bring them.
    """
    shown = source if isinstance(source, dict) else _json(source)
    _check_schema(_take(shown, "schema"))
    origin = _member(shown, "source", _reader(Source))
    root = _member(shown, "root", lambda node: _node(node, 0))
    if not isinstance(root, Document):
        raise LoadError("expected a document", "root.type")
    if root.span != (0, origin.length):
        raise LoadError(f"expected [0, {origin.length}], as long as the source", "root.span")
    diagnostics = _member(shown, "diagnostics", _list_reader(_diagnostic))
    return Report(root, tuple(diagnostics), origin)


SCALARS: dict[type, str] = {str: "a string", int: "an integer", bool: "true or false"}


def _json(source: str | bytes) -> Any:
    try:
        return json.loads(source, parse_float=Decimal)
    except RecursionError as error:
        raise LoadError("nested too deep") from error
    except ValueError as error:
        raise LoadError(f"not JSON: {error}") from error


def _check_schema(name: object) -> None:
    found = SCHEMA_PATTERN.fullmatch(name) if isinstance(name, str) else None
    if found is None:
        raise LoadError(f"expected {SCHEMA_NAME}, found {name!r}", "schema")
    if int(found[1]) != SCHEMA_VERSION[0]:
        raise LoadError(f"this is {name}; only {SCHEMA}/{SCHEMA_VERSION[0]}.x can be read", "schema")


def _take(shown: object, key: str) -> Any:
    if not isinstance(shown, dict):
        raise LoadError(f"expected an object, found {_kind(shown)}")
    if key not in shown:
        raise LoadError(f"key {key!r} is missing")
    return shown[key]


def _member(shown: object, key: str, read: Reader) -> Any:
    value = _take(shown, key)
    try:
        return read(value)
    except LoadError as error:
        raise error.within(f".{key}") from None


def _node(shown: object, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise LoadError(f"deeper than {MAX_DEPTH} levels")
    kind: Any = _member(shown, "type", _node_type)
    start, end = _member(shown, "span", _span)
    members = _members(shown, kind)
    if kind.is_leaf:
        text = _member(shown, "text", _string)
        if len(text) != end - start:
            raise LoadError(f"{len(text)} characters in a span of {end - start}", ".text")
        leaf: Node = kind(start, end, text, **members)
        return leaf
    children = _member(shown, "children", _list_reader(lambda child: _node(child, depth + 1)))
    _check_tiling(start, end, children)
    node: Node = kind(start, end, tuple(children), **members)
    if kind.has_text and _member(shown, "text", _string) != node.text:
        raise LoadError("differs from the text of the leaves below", ".text")
    return node


def _check_tiling(start: int, end: int, children: list[Node]) -> None:
    at = start
    for index, child in enumerate(children):
        if child.start != at:
            raise LoadError(f"expected to begin at {at}, found {child.start}", f".children[{index}].span")
        at = child.end
    if at != end:
        raise LoadError(f"the children end at {at}, the node at {end}", ".span")


def _node_type(name: object) -> type[Node]:
    kind = NODE_TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise LoadError(f"unknown node type {name!r}")
    return kind


def _diagnostic(shown: object) -> Diagnostic:
    code = _member(shown, "code", _string)
    if code not in CODES:
        raise LoadError(f"unknown code {code!r}", ".code")
    return Diagnostic(code, _member(shown, "span", _span), _member(shown, "detail", _string))


def _span(value: object) -> Span:
    if type(value) is not list or list(map(type, value)) != [int, int]:
        raise LoadError(f"expected two integers, found {_kind(value)}")
    start, end = value
    if not 0 <= start <= end:
        raise LoadError(f"[{start}, {end}] is no range")
    return start, end


@cache
def _reader(hint: Any) -> Reader:
    """Return the function that reads a value of a declared type, or raises LoadError."""
    if hint == Span:
        return _span
    if hint is Decimal:
        return _decimal
    compound = COMPOUND_READERS.get(get_origin(hint))
    if compound:
        return compound(get_args(hint))
    return _object_reader(hint) if attrs.has(hint) else _scalar_reader(hint)


def _scalar_reader(kind: type) -> Reader:
    wanted = SCALARS[kind]

    def read(value: object) -> object:
        if type(value) is not kind:
            raise LoadError(f"expected {wanted}, found {_kind(value)}")
        return value

    return read


def _decimal(value: object) -> Decimal:
    number = Decimal(repr(value)) if type(value) is float else value  # the digits that dump wrote
    if type(number) is int or (isinstance(number, Decimal) and number.is_finite()):
        return Decimal(number)
    raise LoadError(f"expected a number, found {_kind(value)}")


def _literal_reader(values: tuple[Any, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in values:
            raise LoadError(f"expected one of {', '.join(values)}, found {value!r}")
        return value

    return read


def _tuple_reader(hints: tuple[Any, ...]) -> Reader:
    if hints[-1] is Ellipsis:
        read_list = _list_reader(_reader(hints[0]))
        return lambda value: tuple(read_list(value))
    readers = [_reader(hint) for hint in hints]

    def read(value: object) -> object:
        if not isinstance(value, list) or len(value) != len(readers):
            raise LoadError(f"expected a list of {len(readers)}, found {_kind(value)}")
        entries = zip(value, readers, strict=True)
        return tuple(_entry(index, entry, read_entry) for index, (entry, read_entry) in enumerate(entries))

    return read


def _list_reader(read_entry: Reader) -> Reader:
    def read(value: object) -> list[Any]:
        if not isinstance(value, list):
            raise LoadError(f"expected a list, found {_kind(value)}")
        return [_entry(index, entry, read_entry) for index, entry in enumerate(value)]

    return read


def _entry(index: int, value: object, read: Reader) -> Any:
    try:
        return read(value)
    except LoadError as error:
        raise error.within(f"[{index}]") from None


def _object_reader(kind: type) -> Reader:
    def read(value: object) -> object:
        return kind(**_members(value, kind))

    return read


def _members(shown: object, kind: type) -> dict[str, Any]:
    return {field.name: _member(shown, field.key, _reader(field.hint)) for field in fields_of(kind)}


def _union_reader(hints: tuple[Any, ...]) -> Reader:
    readers = [_reader(hint) for hint in hints if hint is not NoneType]
    optional = NoneType in hints

    def read(value: object) -> object:
        if value is None and optional:
            return None
        for attempt in readers[:-1]:
            try:
                return attempt(value)
            except LoadError:
                continue  # the next member of the union may fit; the last one's error is the one raised
        return readers[-1](value)

    return read


def _kind(value: object) -> str:
    """Name the JSON kind of a value."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return SCALARS.get(type(value), "a number")


COMPOUND_READERS: dict[Any, Callable[[tuple[Any, ...]], Reader]] = {
    Literal: _literal_reader,
    Union: _union_reader,
    UnionType: _union_reader,
    tuple: _tuple_reader,
}
_string = _scalar_reader(str)
