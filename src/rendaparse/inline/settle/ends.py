"""Settles which marks end a clause or a sentence (句末点号、句内点号): those that stand in no pair."""

from __future__ import annotations

from rendaparse.grammar.patterns import pattern
from rendaparse.nodes import Node, Quantity, StrayMark

ENDS = frozenset({"CLAUSE_END", "ENUMERATION_COMMA", "SENTENCE_END"})
"""Punctuation that may end a clause or a sentence."""

DEEPER = frozenset({"QUOTE_OPEN", "TITLE_OPEN", "PARENTHESIS_OPEN"})
HIGHER = frozenset({"QUOTE_CLOSE", "TITLE_CLOSE", "PARENTHESIS_CLOSE"})


def settle_ends(kinds: list[str], nodes: list[Node], marks: list[int]) -> None:
    """Give the ends among the tokens at ``marks`` their terminals, STOP, MARK or WORD; pairs have theirs."""
    depth = 0
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
                _settle_stop(kinds, nodes, position)
        elif kind in DEEPER:
            depth += 1
        elif kind in HIGHER:
            depth -= 1


def _counted(nodes: list[Node], position: int) -> bool:
    """Tell whether a quantity, with the approximator behind it, stands directly before the token."""
    if position and isinstance(nodes[position - 1], Quantity):
        return True
    if position < 2 or not isinstance(before := nodes[position - 2], Quantity) or before.approx is None:
        return False
    return before.approx.span == nodes[position - 1].span


def _settle_stop(kinds: list[str], nodes: list[Node], position: int) -> None:
    """Make the last of a run of sentence marks, or the stray mark that closes it, the end of the sentence."""
    last = position + 1 == len(kinds)
    if not last and kinds[position + 1] == "SENTENCE_END":
        kinds[position] = "MARK"
    elif not last and isinstance(mark := nodes[position + 1], StrayMark) and _closes(mark):
        kinds[position] = "MARK"
        kinds[position + 1] = "STOP"
    else:
        kinds[position] = "STOP"


def _closes(mark: StrayMark) -> bool:
    return pattern("inline", "CLOSING").fullmatch(mark.text) is not None
