"""Settling: evidence decides between the candidates of the block lexer.

Every step looks at the lines of the whole document and settles one question: it makes claims, which the page takes.
What no step claims is prose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rendaparse.block.line import Line, Token
from rendaparse.block.settle.backmatter import settle_closing, settle_furniture, settle_tail
from rendaparse.block.settle.contents import settle_contents, settle_leaders
from rendaparse.block.settle.frontmatter import settle_fronts
from rendaparse.block.settle.fronts import part_fronts
from rendaparse.block.settle.glued import part_glued
from rendaparse.block.settle.item_heads import settle_item_heads
from rendaparse.block.settle.joining import settle_cuts, settle_footnotes, settle_seams
from rendaparse.block.settle.leads import part_flat, settle_leads
from rendaparse.block.settle.levels import settle_levels
from rendaparse.block.settle.lists import settle_lists, settle_series
from rendaparse.block.settle.midline import part_markers, part_numbers
from rendaparse.block.settle.numbering import settle_bare_digits, settle_numbers
from rendaparse.block.settle.own_line import settle_own_line_leads
from rendaparse.block.settle.page import Page, Step
from rendaparse.block.settle.repeats import report_repeats
from rendaparse.block.settle.tables import settle_tables
from rendaparse.block.settle.told import report_levels
from rendaparse.block.settle.topics import settle_topics
from rendaparse.block.settle.unnumbered import settle_unnumbered

__all__ = ["STEPS", "settle"]


def _needs(names: str) -> frozenset[str]:
    return frozenset(names.split())


STEPS = (
    Step("tables", _needs(""), _needs("tables"), settle_tables),
    Step("part fronts", _needs(""), _needs("lines"), part_fronts),
    Step("part markers", _needs("tables"), _needs("lines"), part_markers),
    Step("part numbers", _needs(""), _needs("lines"), part_numbers),
    Step("footnotes", _needs("lines"), _needs("furniture"), settle_footnotes),
    Step("leaders", _needs("lines"), _needs("contents"), settle_leaders),
    Step("seams", _needs("lines"), _needs("seams"), settle_seams),
    Step("fronts", _needs("lines seams contents"), _needs("matter"), settle_fronts),
    Step("furniture", _needs("lines"), _needs("furniture"), settle_furniture),
    Step("tail", _needs("lines matter"), _needs("matter"), settle_tail),
    Step("bare digits", _needs("lines matter"), _needs("numbers seams"), settle_bare_digits),
    Step("numbers", _needs("lines seams matter furniture"), _needs("numbers"), settle_numbers),
    Step("contents", _needs("lines matter numbers"), _needs("contents"), settle_contents),
    Step("unnumbered", _needs("lines seams matter numbers"), _needs("headings"), settle_unnumbered),
    Step("topics", _needs("lines seams numbers"), _needs("headings"), settle_topics),
    Step("item heads", _needs("lines seams numbers headings matter"), _needs("headings"), settle_item_heads),
    Step("cuts", _needs("lines seams matter numbers headings"), _needs("seams"), settle_cuts),
    Step("part glued", _needs("numbers"), _needs("lines numbers"), part_glued),
    Step("closing", _needs("lines seams"), _needs("matter"), settle_closing),
    Step("own-line leads", _needs("lines seams numbers headings matter"), _needs("headings"), settle_own_line_leads),
    Step("part flat", _needs("lines seams"), _needs("lines leads"), part_flat),
    Step("leads", _needs("lines seams headings matter"), _needs("leads"), settle_leads),
    Step("levels", _needs("numbers headings leads"), _needs("levels"), settle_levels),
    Step("told levels", _needs("levels"), _needs(""), report_levels),
    Step("repeats", _needs("lines"), _needs(""), report_repeats),
    Step("lists", _needs("seams leads levels"), _needs("lists"), settle_lists),
    Step("series", _needs("seams leads lists"), _needs("series"), settle_series),
)
"""The questions in the order in which they are asked."""


def settle(source: str, lines: Sequence[Line], tail: tuple[Token, ...] = (), without: Collection[str] = ()) -> Page:
    """Settle the lines of a source; ``without`` names steps to leave out, to see what they do."""
    page = Page(source, lines, tail)
    for step in STEPS:
        if step.name not in without:
            page.take(step)
    return page
