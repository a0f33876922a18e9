"""JSON to reports."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from rendaparse._base_report import Source
from rendaparse._diagnostics import CODES, Diagnostic
from rendaparse._text import Span
from rendaparse.json.fields import SCHEMA, SCHEMA_NAME, SCHEMA_VERSION, fields_of
from rendaparse.json.readers import LoadError, list_reader, member, members, read_span, read_string, reader, shown_value
from rendaparse.nodes import MAX_DEPTH, Document, Node
from rendaparse.nodes._types import NODE_TYPES

SCHEMA_PATTERN = re.compile(rf"{SCHEMA}/([0-9]{{1,9}})\.([0-9]{{1,9}})")


def read_parts(source: str | bytes | dict[str, Any]) -> tuple[Document, tuple[Diagnostic, ...], Source]:
    """Return the parts of the report that JSON shows; raise LoadError where it shows none."""
    shown = _json(source) if isinstance(source, (str, bytes)) else source
    minor = member(shown, "schema", _minor_version)
    origin = member(shown, "source", reader(Source))
    root = member(shown, "root", partial(_node, minor, 0, origin.length))
    if not isinstance(root, Document):
        raise LoadError("expected a document", "root.type")
    if root.span != (0, origin.length):
        raise LoadError(f"expected [0, {origin.length}], as long as the source", "root.span")
    diagnostics = member(shown, "diagnostics", list_reader(partial(_diagnostic, origin.length)))
    return root, tuple(diagnostics), origin


def _json(source: str | bytes) -> Any:
    try:
        return json.loads(source, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_object)
    except LoadError:
        raise
    except RecursionError as error:
        raise LoadError("nested too deep") from error
    except InvalidOperation as error:
        raise LoadError("a number whose exponent is too large") from error
    except ValueError as error:
        raise LoadError(f"not JSON: {error}") from error


def _no_number(name: str) -> None:
    raise LoadError(f"not JSON: {name}")


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) != len(members):
        twice, _ = Counter(key for key, _ in members).most_common(1)[0]
        raise LoadError(f"not JSON that has one meaning: key {shown_value(twice)} stands twice in one object")
    return found


def _minor_version(name: object) -> int:
    """Return the minor version of the schema that a report names; those behind this one bring keys unknown to it."""
    found = SCHEMA_PATTERN.fullmatch(name) if isinstance(name, str) else None
    if found is None:
        raise LoadError(f"expected {SCHEMA_NAME}, found {shown_value(name)}")
    if int(found[1]) != SCHEMA_VERSION[0]:
        raise LoadError(f"this is {name}; only {SCHEMA}/{SCHEMA_VERSION[0]}.x can be read")
    return int(found[2])


def _node(minor: int, depth: int, length: int, shown: object) -> Node:
    if depth > MAX_DEPTH:
        raise LoadError(f"deeper than {MAX_DEPTH} levels")
    kind: Any = member(shown, "type", _node_type)
    start, end = member(shown, "span", read_span)
    fields = members(shown, kind, minor)
    for field in fields_of(kind):
        value = fields.get(field.name)
        place = value if field.hint == Span else getattr(value, "span", None)
        if place is not None:
            _check_within(place, length, f".{field.key}")
    if kind.is_leaf:
        text = member(shown, "text", read_string)
        if len(text) != end - start:
            raise LoadError(f"{len(text)} characters in a span of {end - start}", ".text")
        leaf: Node = kind(start, end, text, **fields)
        return leaf
    children = member(shown, "children", list_reader(partial(_node, minor, depth + 1, length)))
    _check_tiling(start, end, children)
    node: Node = kind(start, end, tuple(children), **fields)
    if kind.has_text and member(shown, "text", read_string) != node.text:
        raise LoadError("differs from the text of the leaves below", ".text")
    return node


def _check_tiling(start: int, end: int, children: list[Node]) -> None:
    at = start
    for index, child in enumerate(children):
        if child.start != at:
            raise LoadError(f"expected to begin at {at}, found {child.start}", f".children[{index}].span")
        if child.start == child.end:
            raise LoadError("empty", f".children[{index}].span")
        at = child.end
    if at != end:
        raise LoadError(f"the children end at {at}, the node at {end}", ".span")


def _check_within(span: Span, length: int, place: str) -> None:
    if span[1] > length:
        raise LoadError(f"{list(span)} lies outside of the source, which ends at {length}", place)


def _node_type(name: object) -> type[Node]:
    kind = NODE_TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise LoadError(f"unknown node type {shown_value(name)}")
    return kind


def _diagnostic(length: int, shown: object) -> Diagnostic:
    code = member(shown, "code", read_string)
    if code not in CODES:
        raise LoadError(f"unknown code {shown_value(code)}", ".code")
    span = member(shown, "span", read_span)
    _check_within(span, length, ".span")
    return Diagnostic(code, span, member(shown, "detail", read_string))
