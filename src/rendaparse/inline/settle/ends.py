"""Settles which marks end a clause or a sentence (句末点号、句内点号): those that stand in no pair."""

from __future__ import annotations

from rendaparse.grammar.patterns import characters, pattern
from rendaparse.nodes import Node, Quantity, Space, StrayMark

ENDS = frozenset({"CLAUSE_END", "ENUMERATION_COMMA", "SENTENCE_END"})
"""Punctuation that may end a clause or a sentence."""

DEEPER = frozenset({"QUOTE_OPEN", "TITLE_OPEN", "PARENTHESIS_OPEN"})
HIGHER = frozenset({"QUOTE_CLOSE", "TITLE_CLOSE", "PARENTHESIS_CLOSE"})
FULL_STOP = "。"
"""The mark that ends a statement; ！ and ？ also stand in names and slogans."""
LOOK_AHEAD = 12
"""Tokens behind a quote among which it says who spoke."""


def settle_ends(kinds: list[str], nodes: list[Node], marks: list[int]) -> frozenset[int]:
    """Give the ends among the tokens at ``marks`` their terminals, STOP, MARK or WORD; pairs have theirs.

    Returns the places of the closing marks with which a sentence ends (…狠抓落实。”全年…).
    """
    closed: set[int] = set()
    depth = begun = opening = 0
    for position in marks:
        kind = kinds[position]
        if kind in ENDS:
            if depth:
                kinds[position] = "WORD"
            elif kind == "CLAUSE_END":
                kinds[position] = "MARK"
            elif kind == "ENUMERATION_COMMA":
                kinds[position] = "MARK" if _counted(nodes, position) else "WORD"
            else:
                begun = _settle_stop(kinds, nodes, position)
        elif kind in DEEPER:
            opening = opening if depth else position
            depth += 1
        elif kind in HIGHER:
            depth -= 1
            if not depth and _ends_with_pair(kinds, nodes, begun, opening, position):
                closed.add(position)
                begun = position + 1
    return frozenset(closed)


def _counted(nodes: list[Node], position: int) -> bool:
    """Tell whether a quantity, with the approximator behind it, stands directly before the token."""
    if position and isinstance(nodes[position - 1], Quantity):
        return True
    if position < 2 or not isinstance(before := nodes[position - 2], Quantity) or before.approx is None:
        return False
    return before.approx.span == nodes[position - 1].span


def _settle_stop(kinds: list[str], nodes: list[Node], position: int) -> int:
    """Make the last of a run of sentence marks, or the stray mark that closes it, the end of the sentence.

    Returns where the next sentence begins.
    """
    last = position + 1 == len(kinds)
    if not last and kinds[position + 1] == "SENTENCE_END":
        kinds[position] = "MARK"
    elif not last and isinstance(mark := nodes[position + 1], StrayMark) and _closes(mark):
        kinds[position] = "MARK"
        kinds[position + 1] = "STOP"
        return position + 2
    else:
        kinds[position] = "STOP"
    return position + 1


def _closes(mark: StrayMark) -> bool:
    return pattern("inline", "CLOSING").fullmatch(mark.text) is not None


def _ends_with_pair(kinds: list[str], nodes: list[Node], begun: int, opening: int, closing: int) -> bool:
    """Tell whether a sentence that began at ``begun`` ends with a pair: one ends within it, and nothing goes on.

    A quote does so wherever it stands, a parenthesis where it is the whole sentence.
    """
    last = closing - 1
    while kinds[last] in HIGHER:
        last -= 1
    mark = nodes[last].text
    if last == opening or mark not in characters("marks", "SENTENCE_MARKS") or closing + 1 == len(nodes):
        return False
    alone = all(isinstance(node, Space) for node in nodes[begun:opening])
    if kinds[closing] != "QUOTE_CLOSE":
        return alone and kinds[closing] == "PARENTHESIS_CLOSE"
    before = "" if alone else nodes[opening - 1].text
    announced = before in characters("marks", "COLONS") if before else False
    behind = "".join(node.text for node in nodes[closing + 1 : closing + 1 + LOOK_AHEAD])
    if pattern("inline", "GOES_ON").match(behind) or (alone and pattern("inline", "SAID_BY").match(behind)):
        return False
    return announced or (mark == FULL_STOP and not pattern("inline", "TAKES_QUOTE").search(before))
