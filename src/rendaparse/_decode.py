"""Turns the bytes of a file into text."""

from __future__ import annotations

import codecs

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.decoding.doubt import doubts
from rendaparse.decoding.media import BINARY, NotTextError, refuse_media
from rendaparse.decoding.wide import wide_encoding

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
    """Text, the codec that gave it, and what had to be replaced or is doubtful."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode in the encoding named, or else in the one found out.

    Raises :class:`NotTextError` for what is no text, whatever the encoding: for files known by their first bytes, and
    where a NUL comes out.
    """
    refuse_media(data)
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _without_nul(_decode_replacing(data[len(mark) :], name, codec))
    if b"\0" in data:
        return _decode_wide(data)
    return _decode_narrow(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    name = encoding
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if b"\0" in data and not name.startswith(("utf-16", "utf-32")):
            raise NotTextError(BINARY) from error
        raise DecodeError(f"not {name}: byte 0x{data[error.start]:02x} at offset {error.start}") from error
    except (LookupError, ValueError) as error:  # ValueError: a name with NUL, or a codec such as "undefined"
        raise UnknownEncodingError(f"unknown text encoding: {encoding!r}") from error
    decoded = _without_nul(Decoded(text, name))
    return decoded if name.startswith("utf-8") else _doubted(data, decoded)


def _decode_wide(data: bytes) -> Decoded:
    """Decode bytes with zeros among them, as UTF-16 and UTF-32 have."""
    encoding = wide_encoding(data)
    if encoding is None:
        raise NotTextError(BINARY)
    return Decoded(data.decode(encoding), encoding)


def _decode_narrow(data: bytes) -> Decoded:
    """Decode as strict UTF-8, as strict GB18030, or else as that of the two which replaces fewer bytes."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _decode_replacing(data, "gb18030", "gb18030")
        if decoded.diagnostics and _count_undecodable(data, "utf-8") <= _count_undecodable(data, "gb18030"):
            decoded = _decode_replacing(data, "utf-8", "utf-8")
        return _doubted(data, decoded)


def _decode_replacing(data: bytes, name: str, codec: str) -> Decoded:
    """Decode with U+FFFD for bytes that cannot be, which RP001 tells."""
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        first = len(data[: error.start].decode(codec))
        count = str(_count_undecodable(data, codec))
        return Decoded(text, name, (Diagnostic("RP001", (first, first + 1), count),))


def _count_undecodable(data: bytes, codec: str) -> int:
    return len(data) - len(data.decode(codec, "ignore").encode(codec))


def _doubted(data: bytes, decoded: Decoded) -> Decoded:
    found = doubts(data, decoded.text, decoded.encoding)
    return attrs.evolve(decoded, diagnostics=decoded.diagnostics + found) if found else decoded


def _without_nul(decoded: Decoded) -> Decoded:
    """Return what was decoded; raise NotTextError where it holds a NUL, which no text does."""
    if "\0" in decoded.text:
        raise NotTextError(BINARY)
    return decoded
