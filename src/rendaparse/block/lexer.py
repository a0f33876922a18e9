"""Cuts a source into lines of candidate tokens (the block lexer)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from rendaparse.block.line import Line, Token, joined_tokens
from rendaparse.block.rows import read_row
from rendaparse.grammar.beginnings import beginnings, character_set, first_characters
from rendaparse.grammar.compile import Terminal
from rendaparse.grammar.patterns import composed, pattern, terminals

BETWEEN = frozenset({"SPACE", "MARKUP"})
LONG_LINE = 200
"""Characters beyond which a line may hold several flattened paragraphs."""
FLAT_SHARE = 0.3
"""Share of the whole text from which on a line is flattened, so that one blank behind a full stop parts it."""
WIDE_GAP = 2
"""Ideographic spaces, or twice as many blanks, that part paragraphs in a flattened line."""
FEWEST_NUMBERED = 5
"""Lines that must count up, each by one, for their numbers to be taken for line numbers."""


@composed
def block_lexer() -> str:
    """Return one pattern of all terminals of the block grammar, each a named group, highest priority first.

    Those above prose are tried only where one of their first characters stands, which is seldom.
    """
    chosen = sorted(terminals("block").values(), key=lambda t: (-t.priority, -t.width, -t.length, t.name))
    prose = [t.name for t in chosen].index("SEGMENT")
    first = first_characters(found for t in chosen[:prose] for found in beginnings(t.regexp, 1))
    return f"(?={character_set(first)})(?:{_ways(chosen[:prose])})|{_ways(chosen[prose:])}"


def _ways(tried: Sequence[Terminal]) -> str:
    return "|".join(f"(?P<{t.name}>{t.regexp})" for t in tried)


def read_lines(source: str) -> tuple[list[Line], tuple[Token, ...]]:
    """Return the lines of a source and the blank lines behind the last; their tokens joined are the source."""
    lines: list[Line] = []
    blanks: list[Token] = []
    for tokens, end in _physical_lines(source):
        lead, body, trail = _around(tokens)
        if body:
            line = Line(lead, body, trail, end, tuple(blanks), source[body[0].start : body[-1].end])
            lines.extend(_split_flat(line, source))
            blanks = []
        else:
            blanks.extend(joined_tokens("BLANK", (*tokens, end) if end else tokens))
    return _without_line_numbers(lines, source), tuple(blanks)


def _physical_lines(source: str) -> Iterator[tuple[list[Token], Token | None]]:
    """Yield the tokens of each line of the source, and its line end."""
    tokens: list[Token] = []
    for match in block_lexer().finditer(source):
        token = Token(match.lastgroup or "OTHER", *match.span())
        if token.kind == "LINE_END":
            yield tokens, token
            tokens = []
        else:
            tokens.append(token)
    if tokens:
        yield tokens, None


def _without_line_numbers(lines: list[Line], source: str) -> list[Line]:
    """Where every line begins with its number, make the numbers markup."""
    line_number = pattern("forms", "LINE_NUMBER")
    matches: list[re.Match[str]] = []
    for line in lines:
        match = line_number.match(source, line.start)
        if match is None:
            return lines
        matches.append(match)
    numbers = [int(match["number"]) for match in matches]
    counting = all(after == before + 1 for before, after in itertools.pairwise(numbers))
    if len(numbers) < FEWEST_NUMBERED or not counting:
        return lines
    return [_led_by_markup(line, match.end(), source) for line, match in zip(lines, matches, strict=True)]


def _led_by_markup(line: Line, start: int, source: str) -> Line:
    """Make markup of what a line begins with."""
    lead = (*line.lead, Token("MARKUP", line.start, start))
    return attrs.evolve(line, lead=lead, body=relexed(source, start, line.stop), text=source[start : line.stop])


def relexed(source: str, start: int, stop: int) -> tuple[Token, ...]:
    """Return the tokens of a stretch as if a line began there."""
    return tuple(
        Token(match.lastgroup or "OTHER", *match.span()) for match in block_lexer().finditer(source, start, stop)
    )


def cut(line: Line, offsets: Sequence[int], source: str) -> list[Line]:
    """Part a line at offsets inside its body, in order; white space there becomes the lead of the part behind it."""
    if not offsets:
        return [line]
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
        lead, body = _led(tokens, source) if i else (line.lead, tuple(tokens))
        last = i == len(bodies) - 1
        trail, end = (line.trail, line.end) if last else ((), None)
        text = source[body[0].start : body[-1].end]
        parts.append(Line(lead, body, trail, end, () if i else line.blanks, text))
    return parts


def _led(body: list[Token], source: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
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
    return tuple(lead), tuple(rest)


def _around(tokens: list[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
    """Part the tokens of a line into the white space and markup before its body, the body, and those behind it."""
    first, last = 0, len(tokens)
    while first < last and tokens[first].kind in BETWEEN:
        first += 1
    while last > first and tokens[last - 1].kind in BETWEEN:
        last -= 1
    return tuple(tokens[:first]), tuple(tokens[first:last]), tuple(tokens[last:])


def _split_flat(line: Line, source: str) -> list[Line]:
    """Part a long line where white space behind a sentence, or a wide gap, stands for a lost line end."""
    body = line.body
    if line.stop - line.start < LONG_LINE or read_row(line.text) is not None:
        return [line]
    cuts = [
        i
        for i in range(1, len(body) - 1)
        if body[i].kind in BETWEEN and body[i - 1].kind not in BETWEEN and _parts(body, i, source)
    ]
    if not cuts:
        return [line]
    parts: list[Line] = []
    begin, lead, blanks = 0, line.lead, line.blanks
    for cut in cuts:
        after = cut
        while body[after].kind in BETWEEN:
            after += 1
        text = source[body[begin].start : body[cut - 1].end]
        parts.append(Line(lead, body[begin:cut], (), None, blanks, text))
        lead, begin, blanks = body[cut:after], after, ()
    return [*parts, Line(lead, body[begin:], line.trail, line.end, (), source[body[begin].start : line.stop])]


def _parts(body: tuple[Token, ...], i: int, source: str) -> bool:
    gap = source[body[i].start : body[i].end]
    if gap.count("\u3000") >= WIDE_GAP or gap.count(" ") >= 2 * WIDE_GAP or "nbsp" in gap:
        return True
    flat = body[-1].end - body[0].start >= FLAT_SHARE * len(source)
    behind_sentence = pattern("marks", "PARTED").match(source, body[i].start - 1) is not None
    return behind_sentence and (flat or body[i + 1].kind.endswith("_MARK"))
