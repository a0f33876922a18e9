"""JSON Schema (2020-12) of what the commands print, from the classes that are printed."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from rendaparse._base_report import BaseReport, Source
from rendaparse._diagnostics import Diagnostic, Severity
from rendaparse._text import Span
from rendaparse.json.fields import SCHEMA_NAME, Field, fields_of
from rendaparse.nodes import Node
from rendaparse.nodes._types import NODE_TYPES

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INFO_SCHEMA_NAME = "rendaparse-info/1.0"
"""Name and version of what ``rendaparse info`` prints."""

SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "number"},
    NoneType: {"type": "null"},
    Span: {"$ref": "#/$defs/span"},
}
SPAN: Schema = {
    "description": "Half-open range of Unicode code points of the decoded text: start, end.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}


def tree_schema() -> Schema:
    """Return the schema of what ``rendaparse dump`` prints: a tree, or why there is none for an input."""
    source = _object(Source, fields_of(Source))
    report: dict[str, Schema] = {
        "schema": {"const": SCHEMA_NAME},
        "source": {"$ref": "#/$defs/source"},
        "root": {"$ref": "#/$defs/document"},
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
    }
    parts = {
        "report": _described(BaseReport) | _members(report),
        "failure": _failure(SCHEMA_NAME),
        "source": source,
        "diagnostic": _diagnostic(),
        "node": _any_node(),
    }
    nodes = {name: _node(kind) for name, kind in sorted(NODE_TYPES.items())}
    return _schema(SCHEMA_NAME, "report", parts | nodes, tuple(NODE_TYPES.values()))


def info_schema(kind: type) -> Schema:
    """Return the schema of what ``rendaparse info`` prints: the class that it shows, with its source, or a failure."""
    head: dict[str, Schema] = {"schema": {"const": INFO_SCHEMA_NAME}, "source": {"$ref": "#/$defs/source"}}
    shown = {field.key: _hinted(field.hint) for field in fields_of(kind)}
    failed = head | {"source": _members({"name": SCALARS[str]}), "error": SCALARS[str]}
    parts = {
        "report": _described(kind) | _members(head | shown),
        "failure": _members(failed),
        "source": _object(Source, fields_of(Source)),
    }
    return _schema(INFO_SCHEMA_NAME, "report", parts, (kind,))


def row_schema(name: str, kind: type) -> Schema:
    """Return the schema of rows that show one value each, or why there are none for an input."""
    row = _members({"schema": {"const": name}} | {field.key: _hinted(field.hint) for field in fields_of(kind)})
    return _schema(name, "row", {"row": _described(kind) | row, "failure": _failure(name)}, (kind,))


def _failure(name: str) -> Schema:
    return _members({"schema": {"const": name}, "source": _members({"name": SCALARS[str]}), "error": SCALARS[str]})


def _schema(name: str, whole: str, parts: dict[str, Schema], kinds: tuple[type, ...]) -> Schema:
    return {
        "$schema": DIALECT,
        "title": name,
        "if": {"required": ["error"]},
        "then": {"$ref": "#/$defs/failure"},
        "else": {"$ref": f"#/$defs/{whole}"},
        "$defs": {"span": SPAN} | _values(kinds) | parts,
    }


def _values(kinds: tuple[type, ...]) -> dict[str, Schema]:
    """Return the schemas of the classes that fields of some classes hold."""
    hints = [field.hint for kind in kinds for field in fields_of(kind)]
    within = [part for hint in hints for part in (hint, *get_args(hint))]
    held = {part.__name__: part for part in within if isinstance(part, type) and attrs.has(part)}
    return {_name(kind): _object(kind, fields_of(kind)) for _, kind in sorted(held.items())}


def _any_node() -> Schema:
    """Return the schema that sends each node to that of its type; leaves, the most, are told first."""
    leaves = sorted(name for name, kind in NODE_TYPES.items() if kind.is_leaf)
    branches = sorted(NODE_TYPES.keys() - set(leaves))
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": leaves + branches}},
        "if": _typed({"enum": leaves}),
        "then": {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in leaves]},
        "else": {"allOf": [{"if": _typed({"const": b}), "then": {"$ref": f"#/$defs/{b}"}} for b in branches]},
    }


def _typed(condition: Schema) -> Schema:
    return {"properties": {"type": condition}}


def _node(kind: type[Node]) -> Schema:
    members = {"type": {"const": kind.type}, "span": SCALARS[Span]}
    members |= {field.key: _hinted(field.hint) for field in fields_of(kind)}
    if kind.is_leaf or kind.has_text:
        members["text"] = SCALARS[str]
    if not kind.is_leaf:
        members["children"] = {"type": "array", "items": {"$ref": "#/$defs/node"}}
    return _described(kind) | _members(members)


def _diagnostic() -> Schema:
    members = {
        "code": {"type": "string", "pattern": "^RP[0-9]{3}$"},
        "severity": _hinted(Severity),
        "span": SCALARS[Span],
        "message": SCALARS[str],
        "messageZh": SCALARS[str],
        "detail": SCALARS[str],
    }
    return _described(Diagnostic) | _members(members)


def _object(kind: type, fields: tuple[Field, ...]) -> Schema:
    return _described(kind) | _members({field.key: _hinted(field.hint) for field in fields})


def _members(members: dict[str, Schema]) -> Schema:
    return {"type": "object", "required": list(members), "properties": members, "additionalProperties": False}


def _described(kind: type) -> Schema:
    return {"description": " ".join((inspect.getdoc(kind) or "").split())}


def _hinted(hint: Any) -> Schema:
    """Return the schema of the values of a declared type."""
    if hint in SCALARS:
        return SCALARS[hint]
    compound = COMPOUND.get(get_origin(hint))
    return compound(get_args(hint)) if compound else {"$ref": f"#/$defs/{_name(hint)}"}


def _literal(values: tuple[Any, ...]) -> Schema:
    return {"enum": list(values)}


def _union(hints: tuple[Any, ...]) -> Schema:
    parts = [_hinted(hint) for hint in hints]
    simple = all(part.keys() == {"type"} for part in parts)
    return {"type": [part["type"] for part in parts]} if simple else {"anyOf": parts}


def _tuple(hints: tuple[Any, ...]) -> Schema:
    if hints[-1] is Ellipsis:
        return {"type": "array", "items": _hinted(hints[0])}
    return {"type": "array", "prefixItems": list(map(_hinted, hints)), "items": False, "minItems": len(hints)}


def _name(kind: type) -> str:
    return kind.__name__[0].lower() + kind.__name__[1:]


COMPOUND: dict[Any, Callable[[tuple[Any, ...]], Schema]] = {
    Literal: _literal,
    Union: _union,
    UnionType: _union,
    tuple: _tuple,
}
