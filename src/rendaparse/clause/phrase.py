"""A phrase (词语): words of a clause, and the slices of the source that they stand in."""

from __future__ import annotations

import attrs

from rendaparse._text import Span
from rendaparse.nodes import Mention


@attrs.frozen(slots=True)
class Phrase:
    """Words of a clause, as one reads them.

    ``text`` leaves out what interrupts the words (line breaks, captions, times); ``spans`` are the slices of the source
    that, joined, are the text.
    """

    text: str
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first slice to the last, what lies between with them."""
        return self.spans[0][0], self.spans[-1][1]

    @property
    def mention(self) -> Mention:
        """The phrase as the tree shows it."""
        return Mention(self.text, self.span)
