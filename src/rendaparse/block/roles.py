"""What a line can be settled to be (行的身份): the one table of roles and of the matter beside the body."""

from __future__ import annotations

from typing import Literal

import attrs

from rendaparse import nodes
from rendaparse.nodes import Branch

Role = Literal[
    "",  # prose, as long as nothing else is settled
    "title", "subtitle", "speaker", "dateline", "imprint", "byline", "salutation", "closing",
    "forme_work", "caption", "note",
    "heading", "lead", "item", "contents",
    "table_title", "row", "rule",
    "prose",  # in so many words: neither heading nor item
]  # fmt: skip

TABLED = frozenset[Role]({"table_title", "row", "rule"})
"""What the lines of a table are; nothing else is asked of them."""


@attrs.frozen(slots=True)
class Matter:
    """A kind of line beside the body: front matter, back matter, what stands between.

    ``role`` is also its rule in ``grammars/block.lark``, in capitals its terminal. ``wedge`` tells whether it may stand
    within a paragraph that a page break cut, ``prose`` whether it consists of sentences, ``data`` whether its figures
    are data of the report, ``back`` whether it may stand behind the last section.
    """

    role: Role
    node: type[Branch]
    wedge: bool = False
    prose: bool = False
    data: bool = True
    back: bool = False


MATTER: dict[str, Matter] = {
    matter.role: matter
    for matter in (
        Matter("title", nodes.Title),
        Matter("subtitle", nodes.Subtitle),
        Matter("speaker", nodes.Speaker),
        Matter("dateline", nodes.Dateline, back=True),
        Matter("imprint", nodes.Imprint, data=False, back=True),
        Matter("byline", nodes.Byline, back=True),
        Matter("salutation", nodes.Salutation),
        Matter("closing", nodes.Closing, prose=True, back=True),
        Matter("forme_work", nodes.FormeWork, wedge=True, data=False, back=True),
        Matter("caption", nodes.Caption, wedge=True),
        Matter("note", nodes.Note, prose=True, back=True),
    )
}
"""The eleven kinds of matter by role."""

FRONT_FORMS: tuple[tuple[str, Role], ...] = (
    ("FURNITURE", "forme_work"),
    ("BREADCRUMB", "forme_work"),
    ("MEETING_PAPER", "forme_work"),
    ("DATE_LINE", "dateline"),
    ("SALUTATION", "salutation"),
    ("DATELINE_SENTENCE", "dateline"),
    ("DATELINE", "dateline"),
    ("IMPRINT", "imprint"),
    ("BYLINE", "byline"),
    ("CAPTION", "caption"),
    ("SPEAKER", "speaker"),
)
"""What proposes the lines of a front: forms of ``grammars/forms.lark`` as they are tried, and the role of each."""
FORMS_ANYWHERE: tuple[tuple[str, Role], ...] = (("FURNITURE", "forme_work"), ("CAPTION", "caption"))
"""The same, wherever a line stands."""
TAIL_FORMS: tuple[tuple[str, Role], ...] = (
    ("FURNITURE", "forme_work"),
    ("BYLINE", "byline"),
    ("IMPRINT", "imprint"),
    ("DATE_LINE", "dateline"),
    ("CAPTION", "caption"),
    ("ORGAN_LINE", "byline"),
)
"""The same, behind the body."""
