"""What a sentence says of one quantity (数据): the figure, and small questions about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from rendaparse._text import Span
from rendaparse.clause.phrase import Phrase
from rendaparse.nodes import Quantity

Relation = Literal["part", "share", "rate", "change", "start", "rank"]
VerbFrom = Literal["own", "shared"]
"""Whether a verb stands in the clause of its figure, or in another one of the sentence."""
Status = Literal["actual", "estimate", "plan"]
"""Whether a figure tells what was, what is expected to be, or what shall be."""
MONEY = "元"


@attrs.frozen(slots=True)
class Figure:
    """What a sentence says of one quantity.

    ``relation`` is None for a plain count or amount; ``of`` the span of the quantity that a share or part is
    taken of, ``of_text`` its base as named; ``change`` the direction as written; ``compared_with`` what it is compared
    with. ``status`` is what its clause says of it, actual where that says nothing; ``rule`` names what read it;
    ``clause`` is where its clause stands, with those that it goes on enumerating.
    """

    quantity: Quantity
    verb: Phrase | None = None
    thing: Phrase | None = None
    relation: Relation | None = None
    of: Span | None = None
    change: str | None = None
    compared_with: str | None = None
    of_text: str | None = None
    status: Status = "actual"
    rule: str = ""
    clause: Span = (0, 0)

    @property
    def verb_from(self) -> VerbFrom | None:
        """Where the verb stands; None where there is none."""
        if self.verb is None:
            return None
        return "own" if self.clause[0] <= self.verb.span[0] and self.verb.span[1] <= self.clause[1] else "shared"


def most(figure: Figure) -> Decimal:
    """The value of a figure, the upper end of a range."""
    value = figure.quantity.value
    return value[1] if isinstance(value, tuple) else value


def are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are both amounts of money, or neither is."""
    return (one.unit == MONEY) == (other.unit == MONEY)


def counts_persons(quantity: Quantity) -> bool:
    """Whether a quantity counts persons: 人, 名, 位, 人次."""
    return (quantity.unit or "").startswith(("人", "名", "位"))


def is_ratio(quantity: Quantity) -> bool:
    """Whether a quantity is a part of something: a percentage, tenths (成), a fraction."""
    fraction = quantity.unit is None and not isinstance(quantity.value, tuple) and 0 < quantity.value < 1
    return quantity.percent or quantity.unit == "成" or fraction
