"""The report as users have it: what a parse gives back, with its views at hand."""

from __future__ import annotations

from functools import cached_property

import attrs

from rendaparse._base_report import BaseReport
from rendaparse.views.fact import Fact
from rendaparse.views.facts import facts
from rendaparse.views.metadata import Metadata, metadata


@attrs.frozen(slots=False)
class Report(BaseReport):
    """报告: a parsed input: its ``document`` tree, the ``diagnostics`` in order of their place, its ``source``.

    ``text`` is the decoded source, in which every span counts.

    >>> import rendaparse
    >>> report = rendaparse.parse("全年召开会议7次。")
    >>> [(fact.thing, fact.value, report.text[slice(*fact.span)]) for fact in report.facts()]
    [('会议', Decimal('7'), '7次')]
    """

    def facts(self) -> tuple[Fact, ...]:
        """Return the figures of the report as :func:`rendaparse.facts` does."""
        return facts(self)

    @cached_property
    def metadata(self) -> Metadata:
        """What the report is: title, kind, body, place, dates, as :func:`rendaparse.metadata` gives it."""
        return metadata(self)
