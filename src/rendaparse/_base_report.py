"""What a parse gives back: the tree with what was noticed and where it came from; views and JSON work on it."""

from __future__ import annotations

from functools import cached_property

import attrs

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import Document
from rendaparse.tree.leaves import source_text


@attrs.frozen(slots=True)
class Source:
    """来源: the input a report was parsed from.

    ``name`` is the file name, ``-`` for standard input, None for a string without one. ``encoding`` is the Python
    codec that turns the bytes into the text, None where a ``str`` was parsed. ``length`` counts code points.
    ``sha256`` is that of the bytes as read, or of the UTF-8 of the ``str`` (lone surrogates passed through).
    """

    name: str | None
    encoding: str | None
    length: int
    sha256: str


@attrs.frozen(slots=False)  # where the text is kept once it was asked for
class BaseReport:
    """报告: a parsed input: its ``document`` tree, the ``diagnostics`` in order of their place, its ``source``."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    source: Source

    @cached_property
    def text(self) -> str:
        """The decoded source, to the character: what every span of the report counts in."""
        return source_text(self.document)
