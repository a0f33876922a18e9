"""Cuts a source into lines of candidate tokens (the block lexer)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import attrs

from rendaparse.grammar.patterns import composed, pattern, terminals

BETWEEN = frozenset({"SPACE", "MARKUP"})
LONG_LINE = 200
"""Characters beyond which a line may hold several flattened paragraphs."""
FLAT_SHARE = 0.3
"""Share of the whole text from which on a line is flattened, so that one blank behind a full stop parts it."""
WIDE_GAP = 2
"""Ideographic spaces, or twice as many blanks, that part paragraphs in a flattened line."""
SENTENCE_ENDS = frozenset("。！？!?”’）)")


class Token(NamedTuple):
    """A candidate of the block lexer: the name of its terminal and its place."""

    kind: str
    start: int
    end: int


@attrs.frozen(slots=True)
class HeadingShape:
    """What a line would be as a heading: its scheme, number and where its words stop.

    ``run_in`` says that body text follows its 。 in the same paragraph.
    """

    scheme: str
    number: int | None
    text_start: int
    text_end: int
    run_in: bool


@attrs.define(slots=True, eq=False)
class Line:
    """One line of the source, or one paragraph of a flattened line.

    ``lead`` and ``trail`` are the white space and markup around its ``body``, whose tokens are markers,
    segments and what stands between them; ``end`` is the line end, None where the next line goes on in the
    same physical line or the source stops.
    """

    lead: list[Token]
    body: list[Token]
    trail: list[Token]
    end: Token | None
    text: str = ""
    role: str = ""
    """What the line was settled to be; empty while it is undecided, which makes it prose."""
    blanks_before: int = 0
    shape: HeadingShape | None = None
    level: int = 0
    """Depth of the heading, once settled."""
    opens: bool = False
    """Whether the line begins a paragraph though nothing parts it from the one before."""
    joins: bool = False
    """Whether the line goes on with the paragraph, heading or title of the line before."""

    @property
    def start(self) -> int:
        """Where the body begins."""
        return self.body[0].start

    @property
    def stop(self) -> int:
        """Where the body ends."""
        return self.body[-1].end

    @property
    def mark(self) -> Token | None:
        """The marker that opens the line, if one does."""
        first = self.body[0]
        return first if first.kind.endswith(("_MARK", "DIGIT")) else None


@composed
def block_lexer() -> str:
    """Return one pattern of all terminals of the block grammar, each a named group, highest priority first."""
    chosen = sorted(terminals("block").values(), key=lambda t: (-t.priority, -t.width, -t.length, t.name))
    return "|".join(f"(?P<{t.name}>{t.regexp})" for t in chosen)


def read_lines(source: str) -> list[Line]:
    """Return the lines of a source; their tokens joined are the source."""
    lines: list[Line] = []
    tokens: list[Token] = []
    for match in block_lexer().finditer(source):
        token = Token(match.lastgroup or "OTHER", *match.span())
        if token.kind == "LINE_END":
            lines.extend(_split_flat(_line(tokens, token), source))
            tokens = []
        else:
            tokens.append(token)
    if tokens:
        lines.extend(_split_flat(_line(tokens, None), source))
    _set_off_line_numbers(lines, source)
    blanks = 0
    for line in lines:
        if line.body:
            line.text = source[line.start : line.stop]
            line.blanks_before, blanks = blanks, 0
        else:
            blanks += 1
    return lines


FEWEST_NUMBERED = 5
"""Lines that must count up, each by one, for their numbers to be taken for line numbers."""


def _set_off_line_numbers(lines: list[Line], source: str) -> None:
    """Where every line begins with its number, make the numbers markup."""
    solid = [line for line in lines if line.body]
    line_number = pattern("forms", "LINE_NUMBER")
    matches = [match for line in solid if (match := line_number.match(source, line.start))]
    numbers = [int(match.group("number")) for match in matches]
    counting = all(after == before + 1 for before, after in itertools.pairwise(numbers))
    if len(numbers) < max(FEWEST_NUMBERED, len(solid)) or not counting:
        return
    for line, match in zip(solid, matches, strict=True):
        tokens = relexed(source, match.end(), line.stop)
        line.lead.append(Token("MARKUP", line.start, match.end()))
        line.body = tokens


def relexed(source: str, start: int, stop: int) -> list[Token]:
    """Return the tokens of a stretch as if a line began there."""
    return [Token(match.lastgroup or "OTHER", *match.span()) for match in block_lexer().finditer(source, start, stop)]


def cut(line: Line, offsets: Sequence[int], source: str) -> list[Line]:
    """Part a line at offsets inside its body, in order; white space there becomes the lead of the part behind it."""
    stops = [*offsets, line.stop]
    bodies: list[list[Token]] = [[] for _ in stops]
    part = 0
    for token in line.body:
        start = token.start
        while token.end > stops[part]:
            if start < stops[part]:
                bodies[part].append(Token(token.kind if start == token.start else "SEGMENT", start, stops[part]))
            start = max(start, stops[part])
            part += 1
        bodies[part].append(token if start == token.start else Token("SEGMENT", start, token.end))
    parts: list[Line] = []
    for i, tokens in enumerate(bodies):
        lead, body = _led(tokens, source) if i else (line.lead, tokens)
        last = i == len(bodies) - 1
        made = Line(lead, body, line.trail if last else [], line.end if last else None)
        made.text = source[made.start : made.stop]
        parts.append(made)
    parts[0].blanks_before = line.blanks_before
    return parts


def _led(body: list[Token], source: str) -> tuple[list[Token], list[Token]]:
    """Take the white space and markup off the beginning of a body."""
    first = 0
    while first < len(body) - 1 and body[first].kind in BETWEEN:
        first += 1
    lead, rest = body[:first], body[first:]
    text = source[rest[0].start : rest[0].end]
    blanks = len(text) - len(text.lstrip())
    if 0 < blanks < len(text):
        start = rest[0].start + blanks
        lead.append(Token("SPACE", rest[0].start, start))
        rest[0] = Token("SEGMENT", start, rest[0].end)
    return lead, rest


def _line(tokens: list[Token], end: Token | None) -> Line:
    first, last = 0, len(tokens)
    while first < last and tokens[first].kind in BETWEEN:
        first += 1
    while last > first and tokens[last - 1].kind in BETWEEN:
        last -= 1
    return Line(tokens[:first], tokens[first:last], tokens[last:], end)


def _split_flat(line: Line, source: str) -> list[Line]:
    """Part a long line where white space behind a sentence, or a wide gap, stands for a lost line end."""
    body = line.body
    if not body or line.stop - line.start < LONG_LINE:
        return [line]
    cuts = [
        i
        for i in range(1, len(body) - 1)
        if body[i].kind in BETWEEN and body[i - 1].kind not in BETWEEN and _parts(body, i, source)
    ]
    if not cuts:
        return [line]
    parts: list[Line] = []
    begin, lead = 0, line.lead
    for cut in cuts:
        after = cut
        while body[after].kind in BETWEEN:
            after += 1
        parts.append(Line(lead, body[begin:cut], [], None))
        lead, begin = body[cut:after], after
    parts.append(Line(lead, body[begin:], line.trail, line.end))
    return parts


def _parts(body: list[Token], i: int, source: str) -> bool:
    gap = source[body[i].start : body[i].end]
    if gap.count("\u3000") >= WIDE_GAP or gap.count(" ") >= 2 * WIDE_GAP or "nbsp" in gap:
        return True
    flat = body[-1].end - body[0].start >= FLAT_SHARE * len(source)
    return source[body[i].start - 1] in SENTENCE_ENDS and (flat or body[i + 1].kind.endswith("_MARK"))
