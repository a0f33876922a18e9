"""The texts that are written by the grammars are what the grammars match."""

from __future__ import annotations

import re
from functools import partial

import pytest
from grammar_texts import GRAMMARS, matched_by, patterns
from hypothesis import HealthCheck, Phase, find, settings

SEARCH = settings(
    max_examples=3_000, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("grammar", GRAMMARS)
def test_every_word_is_written(grammar: str) -> None:
    """For each terminal a text is found in which it matches; raises NoSuchExample where none is."""
    for regexp in patterns(grammar).values():
        find(matched_by(regexp), partial(_matches, regexp), settings=SEARCH)


def _matches(regexp: str, text: str) -> bool:
    return re.search(regexp, text) is not None
