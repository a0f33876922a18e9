"""Reads JSON values by the type that a field declares."""

from __future__ import annotations

import reprlib
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from rendaparse._text import Span
from rendaparse.json.fields import SCHEMA_VERSION, fields_of

Reader = Callable[[Any], Any]

SCALARS: dict[type, str] = {str: "a string", int: "an integer", bool: "true or false"}
MAX_INTEGER = 2**53 - 1
"""The largest integer that every reader of JSON keeps exactly (RFC 7493)."""
LARGEST_EXPONENT = 40
"""Far above that of any figure in print; a larger one would fill the memory when it is written out."""


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
        raise LoadError(f"expected an object, found {kind_of(shown)}")
    if key not in shown:
        raise LoadError(f"key {key!r} is missing")
    try:
        return read(shown[key])
    except LoadError as error:
        raise error.within(f".{key}") from None


def members(shown: object, kind: type, minor: int = SCHEMA_VERSION[1]) -> dict[str, Any]:
    """Read the members of an object that are fields of an attrs class, by a minor version of the schema."""
    known = (field for field in fields_of(kind) if field.since <= minor)
    return {field.name: member(shown, field.key, reader(field.hint)) for field in known}


def read_span(value: object) -> Span:
    """Read a span."""
    if type(value) is not list or list(map(type, value)) != [int, int]:
        raise LoadError(f"expected two integers, found {kind_of(value)}")
    start, end = value
    if not 0 <= start <= end <= MAX_INTEGER:
        raise LoadError(f"{shown_value(value)} is no range")
    return start, end


@cache
def reader(hint: Any) -> Reader:
    """Return the function that reads a value of a declared type, or raises LoadError."""
    if hint == Span:
        return read_span
    if hint is Decimal:
        return _decimal
    if hint is int:
        return _integer
    compound = COMPOUND_READERS.get(get_origin(hint))
    if compound:
        return compound(get_args(hint))
    return _object_reader(hint) if attrs.has(hint) else _scalar_reader(hint)


def _scalar_reader(kind: type) -> Reader:
    wanted = SCALARS[kind]

    def read(value: object) -> object:
        if type(value) is not kind:
            raise LoadError(f"expected {wanted}, found {kind_of(value)}")
        return value

    return read


def _integer(value: object) -> int:
    if type(value) is not int:
        raise LoadError(f"expected {SCALARS[int]}, found {kind_of(value)}")
    if abs(value) > MAX_INTEGER:
        raise LoadError(f"expected an integer of at most {MAX_INTEGER}")
    return value


def _decimal(value: object) -> Decimal:
    if type(value) is float:
        value = Decimal(repr(value))  # the digits that dump wrote
    if type(value) is not int and not isinstance(value, Decimal):
        raise LoadError(f"expected a number, found {kind_of(value)}")
    number = Decimal(value)
    if not number.is_finite() or number.adjusted() > LARGEST_EXPONENT or not _is_kept(number):
        raise LoadError("a number that no report has: too large, or of too many digits")
    return number


def _is_kept(number: Decimal) -> bool:
    """Tell whether dump writes the number as it is: in whole, or as a float."""
    return number == number.to_integral_value() or Decimal(repr(float(number))) == number


def _literal_reader(values: tuple[Any, ...]) -> Reader:
    def read(value: object) -> object:
        if value not in values:
            raise LoadError(f"expected one of {', '.join(values)}, found {shown_value(value)}")
        return value

    return read


def _tuple_reader(hints: tuple[Any, ...]) -> Reader:
    if hints[-1] is Ellipsis:
        read_list = list_reader(reader(hints[0]))
        return lambda value: tuple(read_list(value))
    readers = [reader(hint) for hint in hints]

    def read(value: object) -> object:
        if not isinstance(value, list) or len(value) != len(readers):
            raise LoadError(f"expected a list of {len(readers)}, found {kind_of(value)}")
        entries = zip(value, readers, strict=True)
        return tuple(_entry(index, entry, read_entry) for index, (entry, read_entry) in enumerate(entries))

    return read


def list_reader(read_entry: Reader) -> Reader:
    """Return the function that reads a list, every entry in the way given."""

    def read(value: object) -> list[Any]:
        if not isinstance(value, list):
            raise LoadError(f"expected a list, found {kind_of(value)}")
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
        errors = []
        for attempt in readers:
            try:
                return attempt(value)
            except LoadError as error:
                errors.append(error)  # the next member of the union may fit
        raise errors[-1 if isinstance(value, list) else 0]  # scalars come first in a union, lists last

    return read


def shown_value(value: object) -> str:
    """Show a value in few characters, however long or deep it is."""
    try:
        return reprlib.repr(value)
    except ValueError:  # an integer of more digits than Python writes out
        return kind_of(value)


def kind_of(value: object) -> str:
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
