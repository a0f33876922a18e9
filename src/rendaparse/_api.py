"""The front door: text or a file in, a report out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from rendaparse._decode import decode
from rendaparse._diagnostics import Diagnostic
from rendaparse._report import Report, Source
from rendaparse.document import read_document


def parse(text: str, name: str | None = None, *, inline: bool = True) -> Report:
    """Parse the text of a report; never fails, whatever the ``str``.

    Offsets in the tree are code points of ``text``, half-open; nothing is normalised, so CRLF counts two. Without
    ``inline`` the tree ends at the blocks: the words of each are one text, no sentence, figure or time is read, which
    takes a quarter of the time and is all that an outline needs.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _parse(text, Source(name, None, len(text), digest), (), inline=inline)


def parse_file(
    path_or_bytes: str | os.PathLike[str] | bytes,
    encoding: str | None = None,
    name: str | None = None,
    *,
    inline: bool = True,
) -> Report:
    """Parse a file, or the bytes of one.

    ``encoding`` is found out where it is not given: byte order mark, UTF-16 or UTF-32 by their zero bytes, strict
    UTF-8, strict GB18030, and failing these UTF-8 or GB18030, whichever has fewer bytes to replace. Diagnostic RP001
    tells that bytes were replaced, RP002 that the text is probably in another encoding. ``name`` is what the report
    calls its source (default: the file name); ``inline`` is as in :func:`parse`. Raises OSError for a file that cannot
    be read, :class:`NotTextError` for one that is no text, :class:`DecodeError` where the bytes are not in the encoding
    given, :class:`UnknownEncodingError` where there is no such encoding.
    """
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        path = Path(path_or_bytes)
        data, name = path.read_bytes(), path.name if name is None else name
    decoded = decode(data, encoding)
    source = Source(name, decoded.encoding, len(decoded.text), hashlib.sha256(data).hexdigest())
    return _parse(decoded.text, source, decoded.diagnostics, inline=inline)


def _parse(text: str, source: Source, noticed: tuple[Diagnostic, ...], *, inline: bool) -> Report:
    document, diagnostics = read_document(text, inline=inline)
    ordered = sorted((*noticed, *diagnostics), key=lambda entry: (entry.span, entry.code))
    return Report(document, tuple(ordered), source)
