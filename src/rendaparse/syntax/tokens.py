"""What the inline parser is fed: settled tokens, each with the node it stands for."""

from __future__ import annotations

from typing import ClassVar

from rendaparse.nodes import Node


class Token:
    """A terminal of ``grammars/inline.lark`` and the node it becomes."""

    __slots__ = ("node", "type")

    # lark reads these of the last token when it makes the end of the input
    line: ClassVar[None] = None
    column: ClassVar[None] = None
    end_line: ClassVar[None] = None
    end_column: ClassVar[None] = None
    start_pos: ClassVar[None] = None
    end_pos: ClassVar[None] = None

    def __init__(self, type: str, node: Node) -> None:  # noqa: A002 - lark names it so
        self.type = type
        self.node = node
