"""Turns the bytes of a file into text."""

from __future__ import annotations

import codecs

import attrs

from rendaparse._diagnostics import Diagnostic

BYTE_ORDER_MARKS = (  # mark, codec that strips it, codec of the rest; UTF-32 first: its little end begins as UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)


class DecodeError(ValueError):
    """The bytes are not in the encoding that was named."""


class UnknownEncodingError(LookupError):
    """No text encoding has the name that was given."""


@attrs.frozen(slots=True)
class Decoded:
    """Text, the codec that gave it, and what had to be replaced."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode in the encoding named, or else by byte order mark, as strict UTF-8, as strict GB18030.

    Bytes that none of these can read are replaced by U+FFFD and noted (RP001), in the encoding of the mark, or GB18030.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_replacing(data[len(mark) :], name, codec)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_replacing(data, "gb18030", "gb18030")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    name = encoding
    try:
        name = codecs.lookup(encoding).name
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        raise DecodeError(f"not {name}: byte 0x{data[error.start]:02x} at offset {error.start}") from error
    except (LookupError, ValueError) as error:  # ValueError: a name with NUL, or a codec such as "undefined"
        raise UnknownEncodingError(f"unknown text encoding: {encoding!r}") from error


def _decode_replacing(data: bytes, name: str, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        first = len(data[: error.start].decode(codec))
        replaced = text.count("\ufffd", first)
        return Decoded(text, name, (Diagnostic("RP001", (first, first + 1), str(replaced)),))
