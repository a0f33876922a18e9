"""Bytes to text, or to a refusal."""

from __future__ import annotations

import codecs
import io
import pickle
import struct
import zipfile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rendaparse import DecodeError, NotTextError, UnknownEncodingError, parse_file
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
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encoding_is_found_out(data: bytes, encoding: str) -> None:
    """The mark decides, then zero bytes, then strict UTF-8, then strict GB18030; the encoding noted reads the bytes."""
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
        ("各位代".encode() + b"\xff" + "表：\n".encode(), "utf-8", "各位代\ufffd表：\n", 3, 1),
        ("会".encode() + b"\xff", "utf-8", "会\ufffd", 1, 1),  # as many as in GB18030
        (
            "代表：\n会议\n会议".encode()[:-1],
            "utf-8",
            "代表：\n会议\n会\ufffd",
            8,
            2,
        ),  # two of three bytes are one character
        ("会议\ufffd".encode() + b"\xff", "utf-8", "会议\ufffd\ufffd", 3, 1),  # the first was written
    ],
)
def test_undecodable_bytes_are_replaced_and_noted(
    data: bytes, encoding: str, text: str, place: int, replaced: int
) -> None:
    """RP001 tells the first place and how many bytes; of UTF-8 and GB18030 the one that loses fewer is taken."""
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


# ── UTF-16 and UTF-32 without a mark ──────────────────────────────────────────────────────────────────────────────────

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
PROSE = "全年召开常委会会议，听取审议专项工作报告，检查法律法规实施情况，办理代表议案建议，各项工作取得新的进展。"


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize(
    "text",
    [
        PROSE * 40 + "\n" + PROSE * 40,
        "一、总体情况",
        "Report of the Standing Committee, 2023\r\n",
        "NNNN\n",
        "１２．５％\n",
        "\ue000" + TEXT,
    ],
    ids=[
        "one line end",
        "only 一",
        "Latin letters",
        "letters that swapped are ideographs",
        "full width",
        "private use",
    ],
)
def test_wide_encoding_without_a_mark_is_found_out(encoding: str, text: str) -> None:
    """Zero bytes say that it is one, what comes out says which."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (text, encoding, ())


@pytest.mark.parametrize("encoding", WIDE)
def test_wide_encoding_that_is_named_is_read(encoding: str) -> None:
    """Its zero bytes are no sign of a binary file, whatever the script; what it cannot read it refuses."""
    text = "Отчёт\n"
    assert decode(text.encode(encoding), encoding).text == text
    with pytest.raises(DecodeError, match=f"not {encoding}: byte 0x"):
        decode(text.encode(encoding) + b"\0", encoding)


# ── what is no text ───────────────────────────────────────────────────────────────────────────────────────────────────


def _zipped(*names: str, first: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, f"<part>{TEXT}</part>" * 20)
    return file.getvalue()


def _compound(stream: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + stream.encode("utf-16-le") + bytes(64)


DOCX = _zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml")
ELF = b"\x7fELF" + struct.pack("<BBBB8xHHIQ", 2, 1, 1, 0, 3, 62, 1, 0x1060) + bytes(range(256)) * 8
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"

MEDIA = {
    "docx": (DOCX, "a Word document (.docx): save it as plain text"),
    "xlsx": (_zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook (.xlsx): save it as plain text"),
    "pptx": (_zipped("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation (.pptx): save it"),
    "odf": (_zipped("content.xml", first=b"application/vnd.oasis.opendocument.text"), "an OpenDocument file: save it"),
    "epub": (_zipped("OEBPS/1.xhtml", first=b"application/epub+zip"), "an EPUB book: save it as plain text"),
    "ofd": (_zipped("OFD.xml", "Doc_0/Document.xml"), "an OFD document: extract its text first"),
    "zip": (_zipped("report.txt"), "a ZIP archive: unpack it first"),
    "empty zip": (_zipped(), "a ZIP archive: unpack it first"),
    "doc": (_compound("WordDocument"), "an old Word document (.doc): save it as plain text"),
    "xls": (_compound("Workbook"), "an old Excel workbook (.xls): save it as plain text"),
    "ppt": (_compound("PowerPoint Document"), "an old PowerPoint presentation (.ppt): save it"),
    "ole": (_compound("Contents"), "an old Office file: save it as plain text"),
    "rtf": (rb"{\rtf1\ansi\ansicpg936 \'bb\'e1\'d2\'e9}", "a rich text document (RTF): save it as plain text"),
    "pdf": (PDF, "a PDF: extract its text first"),
    "gzip": (b"\x1f\x8b\x08\x00" + bytes(16), "a gzip archive: unpack it first"),
    "bzip2": (b"BZh91AY&SY\x01", "a bzip2 archive: unpack it first"),
    "xz": (b"\xfd7zXZ\x00\x00", "an xz archive: unpack it first"),
    "7z": (b"7z\xbc\xaf\x27\x1c\x00", "a 7z archive: unpack it first"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "a RAR archive: unpack it first"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image: recognise its text first (OCR)"),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image: recognise its text first (OCR)"),
    "gif": (b"GIF89a\x01\x01", "a GIF image: recognise its text first (OCR)"),
    "old gif": (b"GIF87a\x01\x01", "a GIF image: recognise its text first (OCR)"),
    "bmp": (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", "a BMP image: recognise its text first (OCR)"),
    "tiff": (b"II*\x00\x08\x00", "a TIFF image: recognise its text first (OCR)"),
    "big-endian tiff": (b"MM\x00*\x00\x00", "a TIFF image: recognise its text first (OCR)"),
    "webp": (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP image: recognise its text first (OCR)"),
    "heif": (b"\x00\x00\x00\x18ftypheic", "a HEIF image: recognise its text first (OCR)"),
    "other heif": (b"\x00\x00\x00\x18ftypmif1", "a HEIF image: recognise its text first (OCR)"),
    "wav": (b"RIFF\x24\x00\x00\x00WAVEfmt ", "a sound recording: transcribe it first"),
    "mp3": (b"ID3\x04\x00\x00", "a sound recording: transcribe it first"),
    "m4a": (b"\x00\x00\x00\x18ftypM4A ", "a sound recording: transcribe it first"),
    "ogg": (b"OggS\x00\x02", "a sound recording: transcribe it first"),
    "flac": (b"fLaC\x00\x00", "a sound recording: transcribe it first"),
    "avi": (b"RIFF\x24\x00\x00\x00AVI LIST", "a video: transcribe it first"),
    "mp4": (b"\x00\x00\x00\x18ftypmp42", "a video: transcribe it first"),
    "mkv": (b"\x1aE\xdf\xa3\x01", "a video: transcribe it first"),
    "elf": (ELF, "a program: give a text file"),
    "pe": (b"MZ\x90\x00\x03\x00", "a program: give a text file"),
    "mach-o": (b"\xcf\xfa\xed\xfe\x07\x00\x00\x01", "a program: give a text file"),
    "big-endian mach-o": (b"\xfe\xed\xfa\xcf\x00", "a program: give a text file"),
    "32-bit mach-o": (b"\xce\xfa\xed\xfe\x07\x00", "a program: give a text file"),
    "big-endian 32-bit mach-o": (b"\xfe\xed\xfa\xce\x00", "a program: give a text file"),
    "universal mach-o": (b"\xca\xfe\xba\xbe\x00\x00", "a program: give a text file"),
    "sqlite": (b"SQLite format 3\x00\x10", "an SQLite database: give a text file"),
    "binary": (b"\x01\x00\x02report\x00\x00\xd8", "binary data: if it is a text, name its encoding or take out"),
}


@pytest.mark.parametrize(("data", "message"), MEDIA.values(), ids=MEDIA)
@pytest.mark.parametrize("encoding", [None, "utf-8", "latin-1", "gb18030", "utf-16"])
def test_what_is_no_text_is_refused(data: bytes, message: str, encoding: str | None) -> None:
    """The message names what it looks like and what to do; naming an encoding changes nothing."""
    if encoding == "utf-16" and "binary data" in message:
        return  # where zero bytes are nothing odd, they do not tell what is binary
    with pytest.raises(NotTextError) as refused:
        decode(data, encoding)
    assert str(refused.value).startswith(f"not a text but {message}")


def test_refusal_tells_what_it_is_in_both_languages() -> None:
    """The name is stable; the error goes through a pool of processes as it is."""
    with pytest.raises(NotTextError) as refused:
        parse_file(DOCX)
    error = pickle.loads(pickle.dumps(refused.value))  # noqa: S301  our own
    assert isinstance(error, NotTextError)
    assert error.media == "docx"
    assert str(error) == "not a text but a Word document (.docx): save it as plain text (UTF-8)"
    assert error.message_zh == "不是文本，而是 Word 文档（.docx）：请另存为纯文本（UTF-8）"


def test_a_zero_byte_in_a_text_is_refused() -> None:
    """Also behind a mark, and in UTF-16 where it makes a NUL."""
    for data in (TEXT.encode() + b"\0", codecs.BOM_UTF8 + b"a\0b", codecs.BOM_UTF16_LE + "会\0议".encode("utf-16-le")):
        with pytest.raises(NotTextError, match="binary data"):
            decode(data)
    with pytest.raises(NotTextError, match="binary data"):
        decode("会\0议".encode("utf-16-le"), "utf-16-le")
    with pytest.raises(NotTextError, match="binary data"):
        decode(b"\xff\0", "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<p>全年召开会议7次。</p>\n",
        "<?xml version='1.0'?><p>全年召开会议7次。</p>",
        "BM公司全年完成投资300万元。",
        "MZ公司全年完成投资300万元。",
        "PK赛全年举办7次。",
        "GIF是一种图像格式。",
        "RIFF、ID3、%PDF都是记号。",
    ],
)
def test_text_that_begins_like_a_signature_is_read(text: str) -> None:
    """Markup is text; two letters make no program."""
    assert decode(text.encode()).text == text
    assert decode(text.encode("gb18030")).text == text


# ── doubts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

TRADITIONAL = (
    "現在，我代表溪州市人民代表大會常務委員會，向大會報告工作，請予審議。一年來，常務委員會堅持服務大局，依法行使職權，"
    "加強監督工作，推動經濟和社會發展，辦好群眾關心的實事。"
)
JAPANESE = (
    "国会は、国権の最高機関であって、国の唯一の立法機関である。市議会は、令和五年度の一般会計予算案を可決した。"
    "市長は、施政方針演説の中で、少子化対策、子育て支援、防災対策の強化、産業の振興などに重点を置く考えを示した。"
)
NAMES = "李明 王建国 张丽华 陈志强 刘秀英 杨文静 赵海燕 黄俊杰 周晓东 吴雪梅 徐国庆 孙玉兰 胡永福 朱春红 高鹏飞 林思雨 "


@pytest.mark.parametrize(
    ("data", "encoding", "read", "likelier"),
    [
        (TRADITIONAL.encode("big5"), None, "gb18030", "big5"),
        (JAPANESE.encode("shift_jis"), None, "gb18030", "shift_jis"),
        (PROSE.replace("开", "").encode("utf-16-le") * 3, None, "gb18030", "utf-16-le"),
        (TRADITIONAL.encode("big5"), "GB18030", "gb18030", "big5"),
        (PROSE.encode("gb18030") * 3, "latin-1", "iso8859-1", "gb18030"),
        (PROSE.encode() * 3, "latin-1", "iso8859-1", "utf-8"),
    ],
    ids=[
        "Big5",
        "Shift-JIS",
        "UTF-16 without a zero",
        "Big5 named GB18030",
        "GB18030 named Latin-1",
        "UTF-8 named Latin-1",
    ],
)
def test_text_in_another_encoding_is_doubted(data: bytes, encoding: str | None, read: str, likelier: str) -> None:
    """RP002 names the encoding in which the commonest characters come out; the text stays as it was read."""
    decoded = decode(data, encoding)
    assert decoded.text == data.decode(encoding or read, "replace")
    (doubt,) = (entry for entry in decoded.diagnostics if entry.code == "RP002")
    name = codecs.lookup(encoding or read).name
    assert (doubt.span, doubt.detail) == ((0, len(decoded.text)), f"{name} → {likelier}")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TRADITIONAL.encode("big5"), "big5"),
        (TRADITIONAL.encode("gb18030"), None),
        (JAPANESE.encode("shift_jis"), "shift_jis"),
        (PROSE.encode("gb18030"), None),
        ((NAMES * 3).encode("gb18030"), None),
        ("會議工作".encode("big5"), None),
        ("Compte rendu de l'assemblée générale. ".encode("latin-1") * 20, "latin-1"),
        (bytes(range(0xB0, 0xF0)), "latin-1"),
    ],
    ids=["Big5", "GB18030", "Shift-JIS", "simplified", "names", "four characters", "French", "letters"],
)
def test_text_in_its_encoding_is_not_doubted(data: bytes, encoding: str | None) -> None:
    """Neither are lists of names, nor what is too short to tell."""
    assert decode(data, encoding).diagnostics == ()


def test_utf8_is_not_doubted() -> None:
    """Bytes that are strict UTF-8 are nothing else, however rare the characters."""
    rare = "".join(map(chr, range(0x9F00, 0x9F80)))
    assert decode(rare.encode()).diagnostics == ()
    assert decode(rare.encode(), "utf-8").diagnostics == ()
    assert [entry.detail for entry in decode(rare.encode("gb18030")).diagnostics] == ["gb18030"]


# ── properties ────────────────────────────────────────────────────────────────────────────────────────────────────────

TEXTS = st.text(
    st.sampled_from("\t\n\r") | st.characters(min_codepoint=0x20, max_codepoint=0x7E)
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
    | st.sampled_from("，。、；：？！“”‘’（）《》—…　"),
)  # fmt: skip


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@given(TEXTS)
def test_text_comes_back(text: str) -> None:
    """From UTF-8, from UTF-16 with a mark, and from GB18030 where its bytes are not strict UTF-8 by chance."""
    assume(not text.startswith((r"{\rtf", "%PDF-", "GIF8")))
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding)).text == text
    data = text.encode("gb18030")
    if text.isascii() or not _is_utf8(data):
        assert decode(data).text == text


@given(
    st.binary()
    | st.lists(st.sampled_from([b"\0", b"\xff", b"\xd8", b"PK\x03\x04", b"\x81", "一".encode()])).map(b"".join)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """What is read keeps its promise: the encoding noted gives the text, but for what RP001 tells was replaced."""
    try:
        decoded = decode(data)
    except NotTextError:
        return
    assert decoded.text == data.decode(decoded.encoding, "replace")
    assert "\0" not in decoded.text
    strict = not any(entry.code == "RP001" for entry in decoded.diagnostics)
    if strict:
        assert decoded.text == data.decode(decoded.encoding)
    else:
        with pytest.raises(UnicodeDecodeError):
            data.decode(decoded.encoding)


@given(st.binary(), st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-32-be", "big5", "latin-1"]))
def test_any_bytes_in_a_named_encoding_are_read_or_refused(data: bytes, encoding: str) -> None:
    """Strictly, or not at all."""
    try:
        assert decode(data, encoding).text == data.decode(encoding)
    except NotTextError:
        return
    except DecodeError:
        with pytest.raises(UnicodeDecodeError):
            data.decode(encoding)


@given(st.binary(), st.sampled_from(["utf-8", "gb18030"]))
def test_replaced_bytes_are_counted(data: bytes, encoding: str) -> None:
    """As many as an error handler of the codec is shown."""
    shown = 0

    def count(error: UnicodeError) -> tuple[str, int]:
        nonlocal shown
        assert isinstance(error, UnicodeDecodeError)
        shown += error.end - error.start
        return "\ufffd", error.end

    codecs.register_error("counting", count)
    data.decode(encoding, "counting")
    try:
        decoded = decode(data)
    except NotTextError:
        return
    told = [int(entry.detail) for entry in decoded.diagnostics if entry.code == "RP001"]
    if decoded.encoding == encoding:
        assert told == ([shown] if shown else [])
    elif told:
        assert told[0] <= shown
