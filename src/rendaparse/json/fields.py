"""How the JSON names of nodes and values follow from their classes, which are the one list of fields."""

from __future__ import annotations

from typing import Any, get_type_hints

import attrs

from rendaparse.nodes._base import camel_case

SCHEMA = "rendaparse-tree"
SCHEMA_VERSION = (1, 1)
SCHEMA_NAME = f"{SCHEMA}/{SCHEMA_VERSION[0]}.{SCHEMA_VERSION[1]}"
FACTS_SCHEMA_NAME = "rendaparse-facts/2.0"
"""Name and version of the rows of ``rendaparse facts``."""

STRUCTURE = frozenset({"start", "end", "_children", "_text"})
"""Fields of every node; JSON shows them as ``span``, ``children`` and ``text``."""


@attrs.frozen(slots=True)
class Field:
    """One field of a class: its Python name, its JSON key, its type.

    ``since`` is the minor version of the schema that brought it: trees of an earlier one lack it, and load with its
    default.
    """

    name: str
    key: str
    hint: Any
    since: int


_FIELDS: dict[type, tuple[Field, ...]] = {}


def fields_of(kind: type) -> tuple[Field, ...]:
    """Return the fields of an attrs class that JSON shows under their own name."""
    if kind not in _FIELDS:
        hints = get_type_hints(kind)
        own = (field for field in attrs.fields(kind) if field.name not in STRUCTURE)
        _FIELDS[kind] = tuple(
            Field(field.name, camel_case(field.name), hints[field.name], field.metadata.get("since", 0))
            for field in own
        )
    return _FIELDS[kind]
