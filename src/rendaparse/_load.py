"""JSON to reports."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from rendaparse._diagnostics import CODES, Diagnostic
from rendaparse._fields import NODE_TYPES, SCHEMA, SCHEMA_NAME, SCHEMA_VERSION
from rendaparse._readers import LoadError, list_reader, member, members, read_span, read_string, reader
from rendaparse._report import Report, Source
from rendaparse.nodes import MAX_DEPTH, Document, Node

SCHEMA_PATTERN = re.compile(rf"{SCHEMA}/(\d{{1,9}})\.(\d{{1,9}})")


def load(source: str | bytes | dict[str, Any]) -> Report:
    """Return the report that :func:`rendaparse.dump` or :func:`rendaparse.to_dict` gave, equal to the one dumped.

    Raises :class:`LoadError` where the JSON is no report, or one of another major version of the schema. Unknown keys
    are passed over, as later minor versions may bring them.
    """
    shown = source if isinstance(source, dict) else _json(source)
    member(shown, "schema", _check_schema)
    origin = member(shown, "source", reader(Source))
    root = member(shown, "root", lambda node: _node(node, 0))
    if not isinstance(root, Document):
        raise LoadError("expected a document", "root.type")
    if root.span != (0, origin.length):
        raise LoadError(f"expected [0, {origin.length}], as long as the source", "root.span")
    diagnostics = member(shown, "diagnostics", list_reader(_diagnostic))
    return Report(root, tuple(diagnostics), origin)


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
        raise LoadError(f"expected {SCHEMA_NAME}, found {name!r}")
    if int(found[1]) != SCHEMA_VERSION[0]:
        raise LoadError(f"this is {name}; only {SCHEMA}/{SCHEMA_VERSION[0]}.x can be read")


def _node(shown: object, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise LoadError(f"deeper than {MAX_DEPTH} levels")
    kind: Any = member(shown, "type", _node_type)
    start, end = member(shown, "span", read_span)
    fields = members(shown, kind)
    if kind.is_leaf:
        text = member(shown, "text", read_string)
        if len(text) != end - start:
            raise LoadError(f"{len(text)} characters in a span of {end - start}", ".text")
        leaf: Node = kind(start, end, text, **fields)
        return leaf
    children = member(shown, "children", list_reader(lambda child: _node(child, depth + 1)))
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
        at = child.end
    if at != end:
        raise LoadError(f"the children end at {at}, the node at {end}", ".span")


def _node_type(name: object) -> type[Node]:
    kind = NODE_TYPES.get(name) if isinstance(name, str) else None
    if kind is None:
        raise LoadError(f"unknown node type {name!r}")
    return kind


def _diagnostic(shown: object) -> Diagnostic:
    code = member(shown, "code", read_string)
    if code not in CODES:
        raise LoadError(f"unknown code {code!r}", ".code")
    return Diagnostic(code, member(shown, "span", read_span), member(shown, "detail", read_string))
