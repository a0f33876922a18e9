"""Inputs that gave no report, and why."""

from __future__ import annotations

import attrs

from rendaparse._decode import DecodeError
from rendaparse.cli._messages import REASONS, say, speaks_chinese
from rendaparse.decoding.media import NotTextError


@attrs.frozen(slots=True)
class Failure:
    """An input that gave no report: its name, and the reason: in English for rows, and in the language of the user."""

    name: str
    reason: str
    told: str


def failure(name: str, english: str, /, **values: object) -> Failure:
    """Return the failure that a message tells."""
    return Failure(name, english.format(**values), say(english, **values))


def failure_of(name: str, error: Exception) -> Failure:
    """Return the failure that an error made."""
    if isinstance(error, MemoryError):
        return failure(name, "not enough memory")
    if isinstance(error, OSError):
        return Failure(name, *system_reason(error))
    if isinstance(error, NotTextError):
        return Failure(name, str(error), error.message_zh if speaks_chinese() else str(error))
    cause = error.__cause__
    if isinstance(error, DecodeError) and isinstance(cause, UnicodeDecodeError):
        where = {"encoding": cause.encoding, "byte": cause.object[cause.start], "offset": cause.start}
        return failure(name, "not {encoding}: byte 0x{byte:02x} at offset {offset}", **where)
    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    return failure(name, "fault of rendaparse, not of the input: {error}", error=what)


def system_reason(error: OSError) -> tuple[str, str]:
    """Return what an error of the system says, in English and in the language of the user."""
    known = REASONS.get(error.errno or 0)
    if known:
        return known, say(known)
    text = error.strerror or str(error)
    return text, text
