"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from rendaparse import DecodeError, UnknownEncodingError
from rendaparse._decode import decode

TEXT = "各位代表：\r\n全年召开会议７次。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_encoding_is_found_out(data: bytes, encoding: str) -> None:
    """The mark decides, then strict UTF-8, then strict GB18030; the encoding noted reads the bytes."""
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (TEXT, encoding, ())
    assert data.decode(decoded.encoding) == TEXT


def test_empty_is_utf8() -> None:
    """No bytes are no text."""
    assert decode(b"").text == ""
    assert decode(b"").encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "encoding", "text", "place", "replaced"),
    [
        ("会".encode("gb18030") + b"\xff" + "召".encode("gb18030") + b"\xff", "gb18030", "会\ufffd召\ufffd", 1, 2),
        (b"\x84\x31\xa4\x37\xff", "gb18030", "\ufffd\ufffd", 1, 1),
        (codecs.BOM_UTF16_LE + "会议".encode("utf-16-le") + b"\x00", "utf-16", "会议\ufffd", 2, 1),
        (codecs.BOM_UTF8 + "会议".encode() + b"\xff", "utf-8-sig", "会议\ufffd", 2, 1),
    ],
)
def test_undecodable_bytes_are_replaced_and_noted(
    data: bytes, encoding: str, text: str, place: int, replaced: int
) -> None:
    """RP001 tells the first place and how many there are."""
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    (entry,) = decoded.diagnostics
    assert (entry.code, entry.span, entry.detail) == ("RP001", (place, place + 1), str(replaced))


def test_named_encoding_decides() -> None:
    """Bytes that are UTF-8 too are read as they are said to be."""
    assert decode("人大".encode(), "GBK").text == "浜哄ぇ"
    assert decode("会议".encode(), "UTF8").encoding == "utf-8"


def test_wrong_encoding_is_refused() -> None:
    """The error names the encoding, the byte and its offset."""
    with pytest.raises(DecodeError, match="not ascii: byte 0xe4 at offset 1"):
        decode("x会".encode(), "ascii")


@pytest.mark.parametrize("name", ["no-such", "hex", "undefined", "utf-8\0", "", "编码", "\ud800"])
def test_unknown_encoding_is_refused(name: str) -> None:
    """Neither codecs of bytes nor junk are text encodings."""
    with pytest.raises(UnknownEncodingError, match="unknown text encoding"):
        decode(b"x", name)
