"""Reports to JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from rendaparse._base_report import BaseReport
from rendaparse._diagnostics import Diagnostic
from rendaparse.json.fields import SCHEMA_NAME, fields_of
from rendaparse.nodes import Branch, Leaf, Node
from rendaparse.nodes._types import NODE_TYPES

Json = dict[str, Any]


def dump(report: BaseReport, *, indent: int | None = None, text: bool = True, depth: int | None = None) -> str:
    """Return the report as JSON text, without a line end.

    Chinese stands as it is; lone surrogates are escaped, so that the text always has a UTF-8 form. ``indent`` sets
    it out over lines; ``text`` and ``depth`` as in :func:`to_dict`.
    """
    if indent is not None or not text or depth is not None:
        return json_text(to_dict(report, text=text, depth=depth), indent=indent)
    head = _compact({"schema": SCHEMA_NAME, "source": plain(report.source)})
    diagnostics = _compact([_diagnostic(entry) for entry in report.diagnostics])
    return _escaped(f'{head[:-1]},"root":{_node_text(report.document)},"diagnostics":{diagnostics}}}')


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_dict(report: BaseReport, *, text: bool = True, depth: int | None = None) -> Json:
    """Return the report as the dict that JSON shows.

    Without ``text`` the nodes show no ``text``; with a ``depth`` the nodes so far below the root (itself 0) show no
    ``children``. Either gives an extract that :func:`rendaparse.load` refuses.
    """
    root = DUMPERS[type(report.document)](report.document)
    if not text or depth is not None:
        _prune(root, text=text, depth=depth)
    return {
        "schema": SCHEMA_NAME,
        "source": plain(report.source),
        "root": root,
        "diagnostics": [_diagnostic(entry) for entry in report.diagnostics],
    }


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return JSON text with every character as it is but lone surrogates."""
    separators = (",", ":") if indent is None else (",", ": ")
    return _escaped(json.dumps(value, ensure_ascii=False, check_circular=False, indent=indent, separators=separators))


def _escaped(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # JSON escapes a surrogate as Python does


def _node_text(node: Node) -> str:
    """Return a node as JSON text at once, quicker than over dicts (a tree is no deeper than MAX_DEPTH)."""
    kind = type(node)
    head = f'{{"type":"{kind.type}","span":[{node.start},{node.end}],'
    if isinstance(node, Leaf):
        return f'{head}"text":{encode_basestring(node._text)}}}'
    fields = "".join([f'"{field.key}":{_value_text(getattr(node, field.name))},' for field in fields_of(kind)])
    text = f'"text":{encode_basestring(node.text)},' if kind.has_text else ""
    return f'{head}{fields}{text}"children":[{",".join([_node_text(child) for child in node.children])}]}}'


def _value_text(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    return _compact(plain(value))


def _dumper(kind: type[Node]) -> Callable[[Any], Json]:
    """Return the function that turns nodes of one class into dicts."""
    name = kind.type
    fields = fields_of(kind)

    def leaf(node: Leaf) -> Json:
        return {"type": name, "span": [node.start, node.end], "text": node._text}

    def branch(node: Branch) -> Json:
        shown: Json = {"type": name, "span": [node.start, node.end]}
        for field in fields:
            shown[field.key] = plain(getattr(node, field.name))
        if kind.has_text:
            shown["text"] = node.text
        shown["children"] = [DUMPERS[type(child)](child) for child in node._children]  # no deeper than MAX_DEPTH
        return shown

    return leaf if kind.is_leaf else branch


def plain(value: Any) -> Any:
    """Return the JSON form of a field's value; a Decimal has at most 15 digits, which a float keeps exactly."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return {field.key: plain(getattr(value, field.name)) for field in fields_of(type(value))}


def _diagnostic(entry: Diagnostic) -> Json:
    return {
        "code": entry.code,
        "severity": entry.severity,
        "span": list(entry.span),
        "message": entry.message,
        "messageZh": entry.message_zh,
        "detail": entry.detail,
    }


def _prune(root: Json, *, text: bool, depth: int | None) -> None:
    stack = [(root, 0)]
    while stack:
        node, level = stack.pop()
        if not text:
            node.pop("text", None)
        if level == depth:
            node.pop("children", None)
        stack.extend((child, level + 1) for child in node.get("children", ()))


DUMPERS = {kind: _dumper(kind) for kind in NODE_TYPES.values()}
