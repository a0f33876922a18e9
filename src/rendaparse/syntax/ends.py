"""Settles which marks end a clause or a sentence (句末点号、句内点号): those that stand in no pair."""

from __future__ import annotations

from rendaparse.nodes import Quantity, StrayMark
from rendaparse.syntax.tokens import Token

DEEPER = frozenset({"QUOTE_OPEN", "TITLE_OPEN", "PARENTHESIS_OPEN"})
HIGHER = frozenset({"QUOTE_CLOSE", "TITLE_CLOSE", "PARENTHESIS_CLOSE"})


def settle_ends(tokens: list[Token], ends: list[int], pairs: list[int]) -> None:
    """Give the tokens at ``ends`` their terminals, STOP, MARK or WORD; those at ``pairs`` have theirs."""
    depth = 0
    waiting = iter([*pairs, len(tokens)])
    pair = next(waiting)
    for position in ends:
        while pair < position:
            depth += (tokens[pair].type in DEEPER) - (tokens[pair].type in HIGHER)
            pair = next(waiting)
        token = tokens[position]
        if depth:
            token.type = "WORD"
        elif token.type == "CLAUSE_END":
            token.type = "MARK"
        elif token.type == "ENUMERATION_COMMA":
            token.type = "MARK" if _counted(tokens, position) else "WORD"
        else:
            _settle_stop(tokens, position)


def _counted(tokens: list[Token], position: int) -> bool:
    """Tell whether a quantity, with the approximator behind it, stands directly before the token."""
    if position and isinstance(tokens[position - 1].node, Quantity):
        return True
    if position < 2 or not isinstance(before := tokens[position - 2].node, Quantity) or before.approx is None:
        return False
    return before.approx.span == tokens[position - 1].node.span


def _settle_stop(tokens: list[Token], position: int) -> None:
    """Make the last of a run of sentence marks, or the stray mark that closes it, the end of the sentence."""
    last = position + 1 == len(tokens)
    if not last and tokens[position + 1].type == "SENTENCE_END":
        tokens[position].type = "MARK"
    elif not last and isinstance(mark := tokens[position + 1].node, StrayMark) and mark.text in "”’」』》〉）)〕]］】":
        tokens[position].type = "MARK"
        tokens[position + 1].type = "STOP"
    else:
        tokens[position].type = "STOP"
