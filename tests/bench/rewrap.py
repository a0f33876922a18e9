"""What is read of reports set anew as typeset pages, beside what is read of their texts."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rendaparse import Report, parse, parse_file

sys.path.append(str(Path(__file__).parents[1]))  # where the tests find each other

from rewrap import SHAPES, Shape, rewrapped, written_headings, written_rows

AIM = 0.97
"""Share of the headings, text and level, and of the rows of a text that its pages give at least."""


def measure_pages(seeds: list[Path], *, details: bool) -> int:
    """Print the shares for each shape, with ``details`` what is lost and what is new; 1 where one is below the aim."""
    folder = os.environ.get("RENDAPARSE_CORPUS")
    texts = {path.stem: _text(path) for path in [*seeds, *(sorted(Path(folder).glob("*.txt")) if folder else [])]}
    reports = {name: parse(text) for name, text in texts.items()}
    below = 0
    for title, shape in SHAPES.items():
        headings, rows, worst = _shares(texts, reports, shape, details=details)
        below += min(headings, rows) < AIM
        sys.stdout.write(f"{title:46} headings {headings:.3f}  rows {rows:.3f}  {worst}\n")
        sys.stdout.flush()
    return 1 if below else 0


def _text(path: Path) -> str:
    encoding = parse_file(path).source.encoding or "utf-8"
    return path.read_bytes().decode(encoding, "replace").replace("\r\n", "\n")


def _shares(
    texts: dict[str, str], reports: dict[str, Report], shape: Shape, *, details: bool
) -> tuple[float, float, str]:
    sums: list[int] = [0, 0, 0, 0]
    shares: dict[str, float] = {}
    for name, text in texts.items():
        pages = parse(rewrapped(text, shape).text)
        for at, written in ((0, written_headings), (2, written_rows)):
            of_text: Counter[Any] = Counter(written(reports[name]))
            of_pages: Counter[Any] = Counter(written(pages))
            kept = (of_text & of_pages).total()
            sums[at] += kept
            sums[at + 1] += of_text.total()
            if of_text:
                shares[f"{name} {'hr'[at // 2]}"] = kept / of_text.total()
            if details:
                _show(name, of_text, of_pages)
    worst = sorted(shares, key=lambda each: shares[each])[:3]
    return sums[0] / sums[1], sums[2] / sums[3], ", ".join(f"{each} {shares[each]:.2f}" for each in worst)


def _show(name: str, of_text: Counter[Any], of_pages: Counter[Any]) -> None:
    for sign, lost in (("-", of_text - of_pages), ("+", of_pages - of_text)):
        for entry in lost:
            sys.stdout.write(f"  {sign} {name} {entry}\n")
