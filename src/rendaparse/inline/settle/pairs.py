"""Settles pairs of marks (标号): which bracket or quote closes which, and which have no partner."""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.nodes import Node, StrayMark

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


def settle_pairs(kinds: list[str], nodes: list[Node], marks: list[int], found: list[Diagnostic]) -> None:
    """Give the tokens at ``marks`` (OPENING, CLOSING, TOGGLE) their terminals, in one pass.

    A mark without a partner, or one nested deeper than :data:`MAX_PAIRS`, becomes a stray mark with a diagnostic.
    """
    open_marks: list[tuple[int, int]] = []  # (position of the token, kind of pair), outermost first
    open_count = [0] * len(_PAIRS)
    strays: list[int] = []
    for position in marks:
        pair = _KIND[nodes[position].text.lower()]
        if kinds[position] == "CLOSING" or (kinds[position] == "TOGGLE" and open_count[pair]):
            if not open_count[pair]:
                strays.append(position)
                continue
            while True:
                opening, opened = open_marks.pop()
                open_count[opened] -= 1
                if opened == pair:
                    break
                strays.append(opening)
            name = _PAIRS[pair][2]
            kinds[opening] = name + "_OPEN"
            kinds[position] = name + "_CLOSE"
        elif len(open_marks) == MAX_PAIRS:
            strays.append(position)
        else:
            open_marks.append((position, pair))
            open_count[pair] += 1
    strays.extend(position for position, _ in open_marks)
    for position in sorted(strays):
        node = nodes[position]
        kinds[position] = "WORD"
        nodes[position] = StrayMark(node.start, node.end, node.text)
        found.append(Diagnostic("RP201", node.span, node.text))
