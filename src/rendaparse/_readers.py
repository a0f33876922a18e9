"""Reads JSON values by the type that a field declares."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from rendaparse._fields import fields_of
from rendaparse._text import Span

Reader = Callable[[Any], Any]

SCALARS: dict[type, str] = {str: "a string", int: "an integer", bool: "true or false"}


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


def member(shown: object, key: str, read: Reader) -> Any:
    """Read one member of an object."""
    if not isinstance(shown, dict):
        raise LoadError(f"expected an object, found {_kind(shown)}")
    if key not in shown:
        raise LoadError(f"key {key!r} is missing")
    try:
        return read(shown[key])
    except LoadError as error:
        raise error.within(f".{key}") from None


def members(shown: object, kind: type) -> dict[str, Any]:
    """Read the members of an object that are fields of an attrs class."""
    return {field.name: member(shown, field.key, reader(field.hint)) for field in fields_of(kind)}


def read_span(value: object) -> Span:
    """Read a span."""
    if type(value) is not list or list(map(type, value)) != [int, int]:
        raise LoadError(f"expected two integers, found {_kind(value)}")
    start, end = value
    if not 0 <= start <= end:
        raise LoadError(f"[{start}, {end}] is no range")
    return start, end


@cache
def reader(hint: Any) -> Reader:
    """Return the function that reads a value of a declared type, or raises LoadError."""
    if hint == Span:
        return read_span
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
        read_list = list_reader(reader(hints[0]))
        return lambda value: tuple(read_list(value))
    readers = [reader(hint) for hint in hints]

    def read(value: object) -> object:
        if not isinstance(value, list) or len(value) != len(readers):
            raise LoadError(f"expected a list of {len(readers)}, found {_kind(value)}")
        entries = zip(value, readers, strict=True)
        return tuple(_entry(index, entry, read_entry) for index, (entry, read_entry) in enumerate(entries))

    return read


def list_reader(read_entry: Reader) -> Reader:
    """Return the function that reads a list, every entry in the way given."""

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
        return kind(**members(value, kind))

    return read


def _union_reader(hints: tuple[Any, ...]) -> Reader:
    readers = [reader(hint) for hint in hints if hint is not NoneType]
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
read_string = _scalar_reader(str)
