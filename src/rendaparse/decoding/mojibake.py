"""Finds mojibake (乱码): stretches that were read in a wrong encoding before they came here."""

from __future__ import annotations

import codecs

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse._text import Span
from rendaparse.grammar.patterns import pattern

READINGS = (
    ("UTF8_AS_GB18030", "gb18030", "utf-8"),
    ("UTF8_AS_CP1252", "cp1252", "utf-8"),
    ("GB18030_AS_CP1252", "cp1252", "gb18030"),
)
"""Terminals of runs, with the encoding in which they were read and that in which they were written."""
ODD_BYTES = {code: 0xDC00 + code for code in range(0x80, 0xA0)} | {0x20AC: 0xDC80, 0xFFFD: 0xDC80, 0x3F: 0xDCFF}
"""Characters that stand for one byte, with the surrogate that is encoded as it: the controls of Latin-1; € and U+FFFD
for 0x80, which opens no character of GBK; ? for any byte, written as 0xFF, which fits nowhere."""
LONGEST_TAIL = 4
"""Characters at the end of a run that may be the clean ones behind it."""
RESTORED_SHARE = 0.6
"""Share of the bytes that the encoding of old must read: all, but for what was lost on the way."""
FAMILIAR_SHARE = 0.25
"""Share of familiar characters among those restored."""
NEAR = 20
"""Characters between two runs that are told as one: digits and what was damaged beyond recognition."""
SHOWN = 20
"""Characters of the restored text that the detail shows."""


@attrs.frozen(slots=True)
class Run:
    """A stretch of mojibake, and what is known of it."""

    start: int
    end: int
    detail: str


def find_mojibake(source: str) -> list[Diagnostic]:
    """Return RP003 for each stretch of mojibake; runs that are near each other are one."""
    spans: list[Span] = []
    details: list[str] = []
    for run in _runs(source):
        if spans and run.start - spans[-1][1] <= NEAR:
            spans[-1] = (spans[-1][0], run.end)
        else:
            spans.append((run.start, run.end))
            details.append(run.detail)
    return [Diagnostic("RP003", span, detail) for span, detail in zip(spans, details, strict=True)]


def _runs(source: str) -> list[Run]:
    runs: list[Run] = []
    head = pattern("encoding", "GARBLED_HEAD")
    found = head.search(source)
    while found:
        run, end = _run(source, found.start())
        if run:
            runs.append(run)
        found = head.search(source, max(end, found.end()))
    return runs


def _run(source: str, start: int) -> tuple[Run | None, int]:
    """Return the run that begins at a head, if one does, and how far the text was looked at."""
    lost = pattern("encoding", "REPLACED").match(source, start)
    if lost:
        return Run(start, lost.end(), "U+FFFD"), lost.end()
    seen = start
    for terminal, read, written in READINGS:
        found = pattern("encoding", terminal).match(source, start)
        if found:
            seen = max(seen, found.end())
            length, restored = _restored(found[0], read, written)
            if restored:
                return Run(start, start + length, f"{restored[:SHOWN]} ({written} → {read})"), start + length
    return None, seen


def _restored(run: str, read: str, written: str) -> tuple[int, str]:
    """Return how much of a run is mojibake, and what it was; an empty text where it is none."""
    best, length, restored = 0.0, 0, ""
    for end in range(len(run), max(1, len(run) - LONGEST_TAIL) - 1, -1):
        share, text = _reread(run[:end], read, written)
        if share > best:
            best, length, restored = share, end, text
    familiar = len(pattern("encoding", "FAMILIAR").findall(restored))
    if best < RESTORED_SHARE or familiar < FAMILIAR_SHARE * len(restored):
        return 0, ""
    return length, restored


def _reread(run: str, read: str, written: str) -> tuple[float, str]:
    """Return a run as it was written, and the share of its bytes that this takes up; those of a cut end aside."""
    data = run.translate(ODD_BYTES).encode(read, "surrogateescape")
    decoder = codecs.getincrementaldecoder(written)("ignore")
    text = decoder.decode(data)
    whole = len(data) - len(decoder.getstate()[0])
    return (len(text.encode(written)) / whole if whole else 0), text
