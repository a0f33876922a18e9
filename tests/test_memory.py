"""What parsing takes in memory beside the report that it makes: hostile texts of a million characters.

``python -m tests.bench memory`` measures all of them.
"""

from __future__ import annotations

import pytest
from bench.adversaries import GENERATORS
from bench.measure import parsing_memory

SIZE = 1_000_000
MOST = 80
"""Bytes a character."""
NODELESS = (
    *("digits with commas", "digits with points", "number with grouped thousands", "blank", "entity of a space"),
    "papers of a reporter",
)
"""Texts of which few nodes are made: what parsing them takes, the parser took."""


@pytest.mark.parametrize("name", NODELESS)
def test_a_text_without_structure_takes_little(name: str) -> None:
    """What ``re`` keeps of a match counts, too: it is in no count of Python's own memory."""
    assert parsing_memory(GENERATORS[name](SIZE)).peak <= MOST
