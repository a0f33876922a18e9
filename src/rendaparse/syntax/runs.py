"""Settles runs of words: what the grammar need not tell apart goes to it as one token."""

from __future__ import annotations

from typing import Any

from rendaparse.nodes import Node


def settle_runs(kinds: list[str], nodes: list[Node]) -> tuple[list[str], list[Any]]:
    """Join words that abut to one token WORDS, and with them the marks of clauses that border on no quantity or pair.

    The value of a token WORDS is the list of its nodes; every other token keeps its node.
    """
    joined_kinds: list[str] = []
    values: list[Any] = []
    run: list[Node] = []
    mark = -1  # place in the run of its last MARK
    parted = False  # whether a quantity or a pair stands in the clause
    for kind, node in zip(kinds, nodes, strict=True):
        if kind == "WORD" or (kind == "MARK" and not parted):
            if kind == "MARK":
                mark = len(run)
            run.append(node)
            continue
        if kind != "STOP" and mark >= 0:
            if mark:
                joined_kinds.append("WORDS")
                values.append(run[:mark])
            joined_kinds.append("MARK")
            values.append(run[mark])
            run = run[mark + 1 :]
        if run:
            joined_kinds.append("WORDS")
            values.append(run)
            run = []
        mark = -1
        parted = kind not in {"STOP", "MARK"}
        joined_kinds.append(kind)
        values.append(node)
    if run:
        joined_kinds.append("WORDS")
        values.append(run)
    return joined_kinds, values
