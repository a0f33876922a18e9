"""Settles pairs of marks (标号): which bracket or quote closes which, and which have no partner."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import StrayMark
from rendaparse.syntax.tokens import Token

MAX_PAIRS = 16
"""Pairs nest no deeper than this within one paragraph; what opens further in is a stray mark."""

QUOTE, TITLE, PARENTHESIS = "QUOTE", "TITLE", "PARENTHESIS"

_PAIRS = (
    ("“ &ldquo;", "” &rdquo;", QUOTE),
    ("‘ &lsquo;", "’ &rsquo;", QUOTE),
    ("「", "」", QUOTE),
    ("『", "』", QUOTE),
    ('" ＂ &quot;', '" ＂ &quot;', QUOTE),
    ("'", "'", QUOTE),
    ("《", "》", TITLE),
    ("〈", "〉", TITLE),
    ("（ (", "） )", PARENTHESIS),
    ("〔", "〕", PARENTHESIS),
    ("[ ［", "] ］", PARENTHESIS),
    ("【", "】", PARENTHESIS),
)
_KIND = {mark: kind for kind, (opening, closing, _) in enumerate(_PAIRS) for mark in (opening + " " + closing).split()}


def settle_pairs(tokens: list[Token], marks: list[int], found: list[Diagnostic]) -> None:
    """Give the tokens at ``marks`` (OPENING, CLOSING, TOGGLE) their terminals, in one pass.

    A mark without a partner, or one nested deeper than :data:`MAX_PAIRS`, becomes a stray mark with a diagnostic.
    """
    open_marks: list[tuple[int, int]] = []  # (position in tokens, kind), outermost first
    open_count = [0] * len(_PAIRS)
    strays: list[int] = []
    for position in marks:
        token = tokens[position]
        kind = _KIND[token.node.text.lower()]
        if token.type == "CLOSING" or (token.type == "TOGGLE" and open_count[kind]):
            if not open_count[kind]:
                strays.append(position)
                continue
            while True:
                opening, opened = open_marks.pop()
                open_count[opened] -= 1
                if opened == kind:
                    break
                strays.append(opening)
            name = _PAIRS[kind][2]
            tokens[opening].type = name + "_OPEN"
            token.type = name + "_CLOSE"
        elif len(open_marks) == MAX_PAIRS:
            strays.append(position)
        else:
            open_marks.append((position, kind))
            open_count[kind] += 1
    strays.extend(position for position, _ in open_marks)
    for position in sorted(strays):
        node = tokens[position].node
        tokens[position] = Token("WORD", StrayMark(node.start, node.end, node.text))
        found.append(Diagnostic("RP201", node.span, node.text))
