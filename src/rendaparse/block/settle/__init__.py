"""Settling: evidence decides between the candidates of the block lexer.

Every step looks at the lines of the whole document and settles one question; what no step claims is prose.
"""

from __future__ import annotations

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.lexer import Line
from rendaparse.block.settle import (
    backmatter,
    contents,
    frontmatter,
    joining,
    leads,
    levels,
    midline,
    numbering,
    repeats,
    topics,
    unnumbered,
)

__all__ = ["settle"]


def settle(lines: list[Line], source: str, found: list[Diagnostic]) -> list[Line]:
    """Settle the role of every line; a line that holds several blocks is parted."""
    lines = midline.part_fronts(lines, source)
    lines = midline.part_markers(lines, source)
    solid = [line for line in lines if line.body]
    joining.settle_seams(solid)
    frontmatter.settle(solid)
    backmatter.settle(solid)
    numbering.settle(solid, source, found)
    contents.settle(solid, found)
    unnumbered.settle(solid, found)
    topics.settle(solid)
    joining.settle_cuts(solid, found)
    lines = midline.part_glued(lines, source)
    backmatter.settle_closing([line for line in lines if line.body])
    lines = leads.settle(lines, source, found)
    solid = [line for line in lines if line.body]
    levels.settle(solid, found)
    repeats.settle(solid, found)
    return lines
