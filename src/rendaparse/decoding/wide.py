"""Tells UTF-16 and UTF-32 without a byte order mark, which write zero bytes, from what is no text."""

from __future__ import annotations

from rendaparse.grammar.patterns import pattern

WIDE_ENCODINGS = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
SAMPLE = 10_000
"""Characters at the beginning that are looked at."""
FAMILIAR_SHARE = 0.3
"""Share of familiar characters from which on it is a text; read in the wrong order of bytes, next to none are."""


def wide_encoding(data: bytes) -> str | None:
    """Return the encoding in which bytes, some of them zero, are a text; None where they are one in none."""
    shares = {encoding: _familiar_share(data, encoding) for encoding in WIDE_ENCODINGS}
    best = max(WIDE_ENCODINGS, key=lambda encoding: shares[encoding])
    return best if shares[best] >= FAMILIAR_SHARE else None


def _familiar_share(data: bytes, encoding: str) -> float:
    """Return the share of familiar characters, 0 where the bytes are not in the encoding or hold a NUL there, too."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0
    if not text or "\0" in text:
        return 0
    sample = text[:SAMPLE]
    return len(pattern("encoding", "FAMILIAR").findall(sample)) / len(sample)
