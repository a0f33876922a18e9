"""The front door: text, a file or JSON in, a report out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from rendaparse._base_report import Source
from rendaparse._decode import decode
from rendaparse._diagnostics import Diagnostic
from rendaparse._report import Report
from rendaparse.dating import checked_date
from rendaparse.document import read_document
from rendaparse.json.load import read_parts


def parse(text: str, name: str | None = None, *, date: str | None = None, inline: bool = True) -> Report:
    """Parse the text of a report; never fails, whatever the ``str``. Raises TypeError for what is no ``str``.

    Offsets in the tree are code points of ``text``, half-open; nothing is normalised, so CRLF counts two. Without
    ``inline`` the tree ends at the blocks: the words of each are one text, no sentence, figure or time is read, which
    takes a quarter of the time and is all that an outline needs.

    ``date`` is the day, month or year the report was given, in EDTF (``2023-01-09``, ``2023-01``, ``2023``), where that
    is known from elsewhere: it wins over what the text says. Raises ValueError where it is no date.
    """
    if not isinstance(text, str):
        raise TypeError(f"parse takes the text of a report as str, not {type(text).__name__}: see parse_file")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _parse(text, Source(name, None, len(text), digest), (), date, inline=inline)


def parse_file(
    path_or_bytes: str | os.PathLike[str] | bytes,
    encoding: str | None = None,
    name: str | None = None,
    *,
    date: str | None = None,
    inline: bool = True,
) -> Report:
    """Parse a file, or the bytes of one.

    ``encoding`` is found out where it is not given: byte order mark, UTF-16 or UTF-32 by their zero bytes, strict
    UTF-8, strict GB18030, and failing these UTF-8 or GB18030, whichever has fewer bytes to replace. Diagnostic RP001
    tells that bytes were replaced, RP002 that the text is probably in another encoding. ``name`` is what the report
    calls its source (default: the file name); ``date`` and ``inline`` are as in :func:`parse`. Raises OSError for a
    file that cannot be read, :class:`NotTextError` for one that is no text, :class:`DecodeError` where the bytes are
    not in the encoding given, :class:`UnknownEncodingError` where there is no such encoding, ValueError where ``date``
    is no date.
    """
    if isinstance(path_or_bytes, bytes):
        data = path_or_bytes
    else:
        path = Path(path_or_bytes)
        data, name = path.read_bytes(), path.name if name is None else name
    decoded = decode(data, encoding)
    source = Source(name, decoded.encoding, len(decoded.text), hashlib.sha256(data).hexdigest())
    return _parse(decoded.text, source, decoded.diagnostics, date, inline=inline)


def load(source: str | bytes | dict[str, Any]) -> Report:
    """Return the report that :func:`rendaparse.dump` or :func:`rendaparse.to_dict` gave, equal to the one dumped.

    Raises :class:`LoadError` where the JSON is no report, or one of another major version of the schema. Unknown keys
    are passed over, as later minor versions may bring them.
    """
    return Report(*read_parts(source))


def _parse(text: str, source: Source, noticed: tuple[Diagnostic, ...], date: str | None, *, inline: bool) -> Report:
    given = None if date is None else checked_date(date)
    document, diagnostics = read_document(text, given, inline=inline)
    ordered = sorted((*noticed, *diagnostics), key=lambda entry: (entry.span, entry.code))
    return Report(document, tuple(ordered), source)
