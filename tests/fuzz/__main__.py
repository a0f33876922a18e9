"""Mutates reports for a while and prints what breaks the parser, as small as it gets.

``python -m tests.fuzz [--seconds 60] [--seed 0] [FILE…]`` from the root of the checkout. The texts are the seeds, the
examples of the specification, the files named, and the folder that ``RENDAPARSE_CORPUS`` names. Exit status 1 where
something broke.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from pathlib import Path
from random import Random

from harness import check
from spec_examples import read_examples

from rendaparse import parse, parse_file, source_text

from .mutations import mutate

SEEDS = Path(__file__).parents[2] / "seeds"
WINDOWS = (60, 400, 1500, 6000)
"""Characters of a text that one example is made of: small ones are fast and fail small."""


def main() -> int:
    """Run for the time given."""
    arguments = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    arguments.add_argument("--seconds", type=float, default=60)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("files", nargs="*", type=Path)
    options = arguments.parse_args()
    reports = [_text(path) for path in (*sorted(SEEDS.glob("*.txt")), *_corpus(), *options.files)]
    texts = [*reports, *(source_text(example.report().document) for example in read_examples())]
    found: dict[str, str] = {}
    end = time.monotonic() + options.seconds
    examples = characters = 0
    while time.monotonic() < end:
        text = _example(texts, Random(f"{options.seed}/{examples}"))  # noqa: S311 - reproducible, not secret
        examples += 1
        characters += len(text)
        broken = breakage(text)
        if broken and broken not in found:
            found[broken] = minimised(text, broken)
            sys.stdout.write(f"{broken}\n    {found[broken]!a}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{examples} examples, {characters} characters, {len(found)} kinds of breakage\n")
    return 1 if found else 0


def _corpus() -> list[Path]:
    folder = os.environ.get("RENDAPARSE_CORPUS")
    return sorted(Path(folder).glob("*.txt")) if folder else []


def _text(path: Path) -> str:
    report = parse_file(path)
    return path.read_bytes().decode(report.source.encoding or "utf-8", "replace")


def _example(texts: list[str], random: Random) -> str:
    text = random.choice(texts)
    size = random.choice(WINDOWS)
    start = random.choice((0, random.randint(0, len(text)), max(0, len(text) - size)))
    return mutate(text[start : start + size], texts, random)


def breakage(text: str) -> str:
    """Return what kind of breakage a text is: the error and where it was raised, empty for none."""
    try:
        check(text, parse(text))
    except (Exception, RecursionError) as error:  # noqa: BLE001 - whatever is raised is a find
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno} {frame.line}"
    return ""


def minimised(text: str, broken: str) -> str:
    """Return a part of the text that still breaks, from which no single stretch of a power of two can be cut."""
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + size :]
            if breakage(shorter) == broken:
                text = shorter
            else:
                at += size
        size //= 2
    return text


if __name__ == "__main__":
    sys.exit(main())
