"""Real reports, where a folder of them is named by ``RENDAPARSE_CORPUS``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from harness import check

from rendaparse import parse_file

FOLDER = os.environ.get("RENDAPARSE_CORPUS")
REPORTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []


@pytest.mark.skipif(not FOLDER, reason="RENDAPARSE_CORPUS names no folder of reports")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_real_report_holds_invariants(path: Path) -> None:
    """Each is read without replacement, losslessly, into a sound tree."""
    report = parse_file(path)
    assert report.source.encoding
    check(path.read_bytes().decode(report.source.encoding), report)


@pytest.mark.skipif(not FOLDER, reason="RENDAPARSE_CORPUS names no folder of reports")
def test_corpus_is_not_empty() -> None:
    """A wrong path in the variable does not pass silently."""
    assert REPORTS
