"""Tells files that are no text by their content, and says what to do with them."""

from __future__ import annotations

import attrs

Wording = tuple[str, str]
"""The same in Chinese and in English."""

SAVE: Wording = ("请另存为纯文本（UTF-8）", "save it as plain text (UTF-8)")
EXTRACT: Wording = ("请先提取其中的文字", "extract its text first")
RECOGNISE: Wording = ("请先识别其中的文字（OCR）", "recognise its text first (OCR)")
UNPACK: Wording = ("请先解压", "unpack it first")
TRANSCRIBE: Wording = ("请先转写为文字", "transcribe it first")
GIVE_TEXT: Wording = ("请提供文本文件", "give a text file")
CLEAN: Wording = (
    "若确为文本，请指明编码或删去其中的零字节",
    "if it is a text, name its encoding or take out its NUL bytes",
)


@attrs.frozen(slots=True)
class Media:
    """One kind of file that is no text: a stable name, what it is called, and what its owner can do."""

    name: str
    called: Wording
    remedy: Wording


class NotTextError(ValueError):
    """非文本: the bytes are no text but, say, a Word document, a PDF, an image.

    ``media`` is a stable name of what they look like (``docx``, ``pdf``, ``png``, …; ``binary`` where nothing more is
    known). The message names it and says what to do, ``message_zh`` in Chinese.
    """

    def __init__(self, media: Media) -> None:
        super().__init__(media)
        self._media = media

    def __str__(self) -> str:
        """Return the message in English."""
        return f"not a text but {self._media.called[1]}: {self._media.remedy[1]}"

    @property
    def media(self) -> str:
        """What the bytes look like."""
        return self._media.name

    @property
    def message_zh(self) -> str:
        """The message in Chinese."""
        return f"不是文本，而是{self._media.called[0]}：{self._media.remedy[0]}"


@attrs.frozen(slots=True)
class Signature:
    """What the bytes of a kind of file begin with, have at ``offset``, and hold somewhere."""

    media: Media
    beginning: bytes
    offset: int = 0
    there: bytes = b""
    within: bytes = b""

    def fits(self, data: bytes) -> bool:
        """Tell whether bytes are signed so."""
        return data.startswith(self.beginning) and data.startswith(self.there, self.offset) and self.within in data


BINARY = Media("binary", ("二进制数据", "binary data"), CLEAN)

DOCX = Media("docx", (" Word 文档（.docx）", "a Word document (.docx)"), SAVE)
XLSX = Media("xlsx", (" Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"), SAVE)
PPTX = Media("pptx", (" PowerPoint 演示文稿（.pptx）", "a PowerPoint presentation (.pptx)"), SAVE)
ODF = Media("odf", (" OpenDocument 文档", "an OpenDocument file"), SAVE)
EPUB = Media("epub", (" EPUB 电子书", "an EPUB book"), SAVE)
OFD = Media("ofd", (" OFD 版式文档", "an OFD document"), EXTRACT)
ZIP = Media("zip", (" ZIP 压缩包", "a ZIP archive"), UNPACK)
DOC = Media("doc", ("旧版 Word 文档（.doc）", "an old Word document (.doc)"), SAVE)
XLS = Media("xls", ("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"), SAVE)
PPT = Media("ppt", ("旧版 PowerPoint 演示文稿（.ppt）", "an old PowerPoint presentation (.ppt)"), SAVE)
OLE = Media("ole", ("旧版 Office 文件", "an old Office file"), SAVE)
RTF = Media("rtf", (" RTF 文档", "a rich text document (RTF)"), SAVE)
PDF = Media("pdf", (" PDF 文件", "a PDF"), EXTRACT)
GZIP = Media("gzip", (" gzip 压缩文件", "a gzip archive"), UNPACK)
BZIP2 = Media("bzip2", (" bzip2 压缩文件", "a bzip2 archive"), UNPACK)
XZ = Media("xz", (" xz 压缩文件", "an xz archive"), UNPACK)
SEVEN_ZIP = Media("7z", (" 7z 压缩包", "a 7z archive"), UNPACK)
RAR = Media("rar", (" RAR 压缩包", "a RAR archive"), UNPACK)
PNG = Media("png", (" PNG 图像", "a PNG image"), RECOGNISE)
JPEG = Media("jpeg", (" JPEG 图像", "a JPEG image"), RECOGNISE)
GIF = Media("gif", (" GIF 图像", "a GIF image"), RECOGNISE)
BMP = Media("bmp", (" BMP 图像", "a BMP image"), RECOGNISE)
TIFF = Media("tiff", (" TIFF 图像", "a TIFF image"), RECOGNISE)
WEBP = Media("webp", (" WebP 图像", "a WebP image"), RECOGNISE)
HEIF = Media("heif", (" HEIF 图像", "a HEIF image"), RECOGNISE)
AUDIO = Media("audio", ("音频", "a sound recording"), TRANSCRIBE)
VIDEO = Media("video", ("视频", "a video"), TRANSCRIBE)
PROGRAM = Media("program", ("可执行程序", "a program"), GIVE_TEXT)
DATABASE = Media("sqlite", (" SQLite 数据库", "an SQLite database"), GIVE_TEXT)

ZIPPED = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SIGNATURES = (
    Signature(DOCX, ZIPPED, within=b"word/document.xml"),
    Signature(XLSX, ZIPPED, within=b"xl/workbook."),
    Signature(PPTX, ZIPPED, within=b"ppt/presentation.xml"),
    Signature(ODF, ZIPPED, 30, b"mimetypeapplication/vnd.oasis.opendocument."),
    Signature(EPUB, ZIPPED, 30, b"mimetypeapplication/epub+zip"),
    Signature(OFD, ZIPPED, within=b"OFD.xml"),
    Signature(ZIP, ZIPPED),
    Signature(ZIP, b"PK\x05\x06"),  # one that holds no file
    Signature(DOC, COMPOUND, within="WordDocument".encode("utf-16-le")),
    Signature(XLS, COMPOUND, within="Workbook".encode("utf-16-le")),
    Signature(PPT, COMPOUND, within="PowerPoint Document".encode("utf-16-le")),
    Signature(OLE, COMPOUND),
    Signature(RTF, rb"{\rtf"),
    Signature(PDF, b"%PDF-"),
    Signature(GZIP, b"\x1f\x8b\x08"),
    Signature(BZIP2, b"BZh", 4, b"1AY&SY"),
    Signature(XZ, b"\xfd7zXZ\x00"),
    Signature(SEVEN_ZIP, b"7z\xbc\xaf\x27\x1c"),
    Signature(RAR, b"Rar!\x1a\x07"),
    Signature(PNG, b"\x89PNG\r\n\x1a\n"),
    Signature(JPEG, b"\xff\xd8\xff"),
    Signature(GIF, b"GIF87a"),
    Signature(GIF, b"GIF89a"),
    Signature(BMP, b"BM", 6, b"\x00\x00\x00\x00"),
    Signature(TIFF, b"II*\x00"),
    Signature(TIFF, b"MM\x00*"),
    Signature(WEBP, b"RIFF", 8, b"WEBP"),
    Signature(HEIF, b"\x00\x00\x00", 4, b"ftyphei"),
    Signature(HEIF, b"\x00\x00\x00", 4, b"ftypmif"),
    Signature(AUDIO, b"RIFF", 8, b"WAVE"),
    Signature(AUDIO, b"ID3", within=b"\x00"),
    Signature(AUDIO, b"\x00\x00\x00", 4, b"ftypM4A "),
    Signature(AUDIO, b"OggS\x00"),
    Signature(AUDIO, b"fLaC\x00"),
    Signature(VIDEO, b"RIFF", 8, b"AVI "),
    Signature(VIDEO, b"\x00\x00\x00", 4, b"ftyp"),
    Signature(VIDEO, b"\x1aE\xdf\xa3"),
    Signature(PROGRAM, b"\x7fELF"),
    Signature(PROGRAM, b"MZ", within=b"\x00"),
    Signature(PROGRAM, b"\xfe\xed\xfa\xce", within=b"\x00"),
    Signature(PROGRAM, b"\xfe\xed\xfa\xcf", within=b"\x00"),
    Signature(PROGRAM, b"\xce\xfa\xed\xfe", within=b"\x00"),
    Signature(PROGRAM, b"\xcf\xfa\xed\xfe", within=b"\x00"),
    Signature(PROGRAM, b"\xca\xfe\xba\xbe", within=b"\x00"),
    Signature(DATABASE, b"SQLite format 3\x00"),
)
"""What is told by its first bytes; the first that fits counts. Markup (HTML, XML) is text."""


def refuse_media(data: bytes) -> None:
    """Raise NotTextError where the first bytes are those of a file that is no text."""
    for signature in SIGNATURES:
        if signature.fits(data):
            raise NotTextError(signature.media)
