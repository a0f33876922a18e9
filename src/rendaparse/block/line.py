"""Lines of a report, and what is settled of each (行)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import attrs

from rendaparse.block.roles import Role


class Token(NamedTuple):
    """A candidate of the block lexer: the name of its terminal and its place."""

    kind: str
    start: int
    end: int


class HeadingShape(NamedTuple):
    """What a line would be as a heading: its scheme, number and where its words stop.

    ``run_in`` says that body text follows its 。 in the same paragraph. ``text_end`` is None where the heading is glued
    to its body and no mark tells where it stops.
    """

    scheme: str
    number: int | None
    text_start: int
    text_end: int | None
    run_in: bool


@attrs.frozen(slots=True, eq=False)
class Line:
    """One line of the source that holds more than white space, or one paragraph of a flattened line.

    ``lead`` and ``trail`` are the white space and markup around its ``body``, whose tokens are markers, segments and
    what stands between them; ``end`` is the line end, None where the next line goes on in the same physical line or the
    source stops. ``blanks`` are the blank lines above, a token each. The fields behind ``text`` are settled.
    """

    lead: tuple[Token, ...]
    body: tuple[Token, ...]
    trail: tuple[Token, ...]
    end: Token | None
    blanks: tuple[Token, ...] = ()
    text: str = ""
    role: Role = ""
    """What the line was settled to be; empty while it is undecided, which makes it prose."""
    shape: HeadingShape | None = None
    level: int = 0
    """Depth of the heading, or of the section with which an address goes on."""
    opens: bool = False
    """Whether the line begins a paragraph though nothing parts it from the one before."""
    joins: bool = False
    """Whether the line goes on with the paragraph, heading or title of the line before."""
    resumes: bool = False
    """Whether the line goes on with the section around the headed items before it."""
    rule: str = ""
    """The name of the rule that gave the role."""

    start: int = attrs.field(init=False)
    """Where the body begins."""
    stop: int = attrs.field(init=False)
    """Where the body ends."""
    mark: Token | None = attrs.field(init=False)
    """The marker that opens the line, if one does."""

    @start.default
    def _begins(self) -> int:
        return self.body[0].start

    @stop.default
    def _ends(self) -> int:
        return self.body[-1].end

    @mark.default
    def _opened_by(self) -> Token | None:
        first = self.body[0]
        return first if first.kind.endswith(("_MARK", "DIGIT")) else None

    @property
    def behind(self) -> tuple[Token, ...]:
        """White space, markup and line end behind the body."""
        return (*self.trail, self.end) if self.end else self.trail


def joined_tokens(kind: str, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return one token for all of a stretch, none for an empty one."""
    stretch = list(tokens)
    return (Token(kind, stretch[0].start, stretch[-1].end),) if stretch else ()
