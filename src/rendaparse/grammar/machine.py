"""Keeps compiled patterns in a file: compiling them takes most of a cold start, and ``re`` has no way to save one.

What is kept is the code that CPython's ``re`` compiles a pattern to. Other interpreters, and versions with other code,
do not read it: there a pattern is compiled as ever.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from binascii import a2b_base64, b2a_base64
from importlib import import_module
from typing import Any, NamedTuple


class Automaton(NamedTuple):
    """A compiled pattern: its flags, its groups by name, how many it has, and its code (packed and written as text)."""

    flags: int
    names: dict[str, int]
    groups: int
    code: str


def machine() -> str:
    """Return what must be the same where code is made and where it is used; empty where none can be kept."""
    if sys.implementation.name != "cpython":
        return ""
    return f"{import_module('_sre').MAGIC} {array('I').itemsize} {sys.byteorder}"


def automaton(regexp: str) -> Automaton:
    """Compile a pattern to what can be kept."""
    parsed: Any = import_module("re._parser").parse(regexp)
    code: list[int] = import_module("re._compiler")._code(parsed, 0)  # noqa: SLF001 - re gives it in no other way
    packed = b2a_base64(zlib.compress(array("I", code).tobytes()), newline=False).decode("ascii")
    return Automaton(parsed.state.flags, parsed.state.groupdict, parsed.state.groups, packed)


def revived(regexp: str, kept: Automaton) -> re.Pattern[str]:
    """Return the pattern that an automaton was made of; re checks the code before it takes it."""
    code = array("I", zlib.decompress(a2b_base64(kept.code))).tolist()
    names: list[str | None] = [None] * kept.groups
    for name, group in kept.names.items():
        names[group] = name
    pattern: re.Pattern[str] = import_module("_sre").compile(
        regexp, kept.flags, code, kept.groups - 1, kept.names, tuple(names)
    )
    return pattern
