"""Settles runs of words: what the grammar need not tell apart goes to it as one token."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from rendaparse.nodes import Node

ENDING = frozenset({"STOP", "MARK"})


def settle_runs(
    kinds: list[str], nodes: list[Node], marks: list[int], closed: Collection[int]
) -> tuple[list[str], list[Any]]:
    """Join words that abut to one token WORDS, and with them the marks of clauses that border on no quantity or pair.

    ``marks`` are the places of all tokens that may be no words, ``closed`` those with which a sentence ends: CLOSED,
    which stands for no node, follows them. The value of a token WORDS is the list of its nodes; every other token keeps
    its node.
    """
    joined: list[str] = []
    values: list[Any] = []
    start = 0  # of the run
    last = -1  # place of the last MARK in it
    parted = False  # whether a quantity or a pair stands in the clause
    for position in marks:
        kind = kinds[position]
        if kind == "WORD":
            continue
        if kind == "MARK" and not parted:
            last = position
            continue
        if last >= 0 and kind != "STOP":
            if last > start:
                joined.append("WORDS")
                values.append(nodes[start:last])
            joined.append("MARK")
            values.append(nodes[last])
            start = last + 1
        if position > start:
            joined.append("WORDS")
            values.append(nodes[start:position])
        joined.append(kind)
        values.append(nodes[position])
        start = position + 1
        last = -1
        parted = kind not in ENDING
        if position in closed:
            joined.append("CLOSED")
            values.append(None)
            parted = False
    if start < len(nodes):
        joined.append("WORDS")
        values.append(nodes[start:])
    return joined, values
