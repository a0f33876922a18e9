"""Prints the table of benchmarks: ``python -m tests.bench`` from the root of the checkout.

``python -m tests.bench adversaries [NAME…]`` measures how time grows on hostile texts instead, and ends with status 1
where it grows faster than linearly. ``python -m tests.bench memory [NAME…]`` measures what parsing them takes beside
what the report keeps, and ends with status 1 where that is too much.
``python -m tests.bench rewrap [details]`` sets the seeds and the corpus anew as pages, and tells how much is read of
them; status 1 where it is less than the aim. The corpus is the folder that
``RENDAPARSE_CORPUS`` names, where it does.
"""

from __future__ import annotations

import gc
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path

from rendaparse import dump, parse, parse_file

from .adversaries import GENERATORS
from .measure import beside, cpu_seconds, once, parsing_memory, process_seconds
from .peers import PEERS
from .rewrap import measure_pages
from .stages import STAGES, floor

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
REPEATS = (1, 10, 100)
LONG_LINE = 10_000_000
"""Characters of the one line."""
SIZES = (100_000, 200_000, 400_000)
STEEPEST = 1.3
"""How much more time a character of the largest text may take than one of the smallest."""
BELOW_NOISE = 0.1
"""Seconds below which no ratio is told."""
TRIES = 3
LARGE = 1_000_000
"""Characters of a text whose memory is measured."""
MOST_BYTES = 200
"""How many bytes a character the parser may take beside what the report keeps: a token a character takes 160."""

Row = tuple[str, str, str, str]
HEAD: Row = ("what", "Mch/s", "ms", "times the floor")


THRESHOLD = 100_000
"""How many new objects make the collector run where it runs as in the commands, not as in a program by default."""


def main(arguments: list[str]) -> int:
    """Run what the arguments name."""
    if arguments[:1] == ["adversaries"]:
        gc.set_threshold(THRESHOLD)
        return _adversaries(arguments[1:] or list(GENERATORS))
    if arguments[:1] == ["memory"]:
        return _heavy(arguments[1:] or list(GENERATORS))
    if arguments[:1] == ["rewrap"]:
        return measure_pages(SEEDS, details=arguments[1:] == ["details"])
    sys.stdout.write(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n\n")
    for row in chain((HEAD, ("---", "---:", "---:", "---:")), _rows()):
        sys.stdout.write(f"| {row[0]:34} | {row[1]:>8} | {row[2]:>9} | {row[3]:>15} |\n")
        sys.stdout.flush()
    return 0


def _rows() -> Iterator[Row]:
    seeds = [path.read_bytes().decode() for path in SEEDS]
    yield from _stages(seeds)
    for path, text in zip(SEEDS, seeds, strict=True):
        yield _against_floor(f"parse {path.stem}", [text])
    for times in REPEATS:
        yield _against_floor(f"parse, the seeds ×{times} in one", ["".join(seeds) * times])
        with _rare_collection():
            yield _against_floor("… collected as in the commands", ["".join(seeds) * times])
    flat = "".join("".join(seeds).split("\n"))
    yield _against_floor("parse, 10 MB in one line", [(flat * (LONG_LINE // len(flat) + 1))[:LONG_LINE]])
    folder = os.environ.get("RENDAPARSE_CORPUS")
    if folder:
        paths = sorted(Path(folder).glob("*.txt"))
        yield _against_floor(
            f"parse, {len(paths)} reports of the corpus",
            [path.read_bytes().decode(parse_file(path).source.encoding or "utf-8", "replace") for path in paths],
        )
    for name, (peer, ours) in PEERS.items():
        here, there = beside(partial(_each, ours, seeds), partial(_each, peer, seeds))
        what, rate, milliseconds, _ = _row(name, sum(map(len, seeds)), there)
        yield what, rate, milliseconds, f"{there / here:.2f} × ours"
    yield from _memory()
    yield from _processes()


def _each(read: Callable[[str], object], texts: list[str]) -> list[object]:
    return [read(text) for text in texts]


def _row(name: str, size: int, seconds: float, low: float | None = None) -> Row:
    ratio = "" if low is None else f"{seconds / low:.1f}"
    return name, f"{size / seconds / 1e6:.2f}", f"{seconds * 1e3:.1f}", ratio


def _against_floor(name: str, texts: list[str]) -> Row:
    low, seconds = beside(partial(floor, texts), partial(_each, parse, texts))
    return _row(name, sum(map(len, texts)), seconds, low)


@contextmanager
def _rare_collection() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(THRESHOLD)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _stages(seeds: list[str]) -> Iterator[Row]:
    size = sum(map(len, seeds))
    reports = [parse(text) for text in seeds]
    jsons = [dump(report) for report in reports]
    low = cpu_seconds(partial(floor, seeds))
    yield _row("floor: bare re, both lexers", size, low, low)
    for name, stage in STAGES.items():
        low, seconds = beside(partial(floor, seeds), partial(stage, seeds, reports, jsons))
        yield _row(name, size, seconds, low)


def _memory() -> Iterator[Row]:
    if not Path("/proc/self/status").exists():
        return
    text = "".join(path.read_bytes().decode() for path in SEEDS)
    for times in REPEATS[1:]:
        yield f"peak memory, the seeds ×{times}", "", f"{parsing_memory(text * times).peak:.0f} B/ch", ""
    flat = "".join((text * (LONG_LINE // len(text))).splitlines())
    yield "peak memory, 10 MB in one line", "", f"{parsing_memory(flat).peak:.0f} B/ch", ""


def _processes() -> Iterator[Row]:
    python = sys.executable
    low = process_seconds([python, "-c", "import lark, attrs"])
    for name, command in {
        "python -c pass": [python, "-c", "pass"],
        "import lark, attrs": [python, "-c", "import lark, attrs"],
        "import rendaparse": [python, "-c", "import rendaparse"],
        "rendaparse --version": [python, "-m", "rendaparse", "--version"],
        "rendaparse dump, a seed, cold": [python, "-m", "rendaparse", "dump", str(SEEDS[0])],
    }.items():
        seconds = process_seconds(command)
        yield name, "", f"{seconds * 1e3:.1f}", f"{seconds / low:.2f} × lark"


def _adversaries(names: list[str]) -> int:
    """Print the times of the hostile texts at three sizes; a ratio that is too steep is measured again."""
    steep = 0
    for name in names:
        texts = [GENERATORS[name](size) for size in SIZES]
        for _ in range(TRIES):
            times = [once(partial(parse, text)) for text in texts]
            ratio = times[-1] / times[0] / (SIZES[-1] / SIZES[0])
            if ratio <= STEEPEST or times[-1] < BELOW_NOISE:
                break
        else:
            steep += 1
        shown = "  ".join(f"{seconds * 1e3:7.0f} ms" for seconds in times)
        told = "" if times[-1] < BELOW_NOISE else f"{ratio:.2f}{'  TOO STEEP' if ratio > STEEPEST else ''}"
        sys.stdout.write(f"{name:42} {shown}  {told}\n")
        sys.stdout.flush()
    return 1 if steep else 0


def _heavy(names: list[str]) -> int:
    """Print the memory that parsing the hostile texts takes."""
    heavy = 0
    for name in names:
        peak, kept = parsing_memory(GENERATORS[name](LARGE))
        too_much = peak - kept > MOST_BYTES
        heavy += too_much
        told = "  TOO MUCH" if too_much else ""
        sys.stdout.write(f"{name:42} peak {peak:5.0f} B/ch  kept {kept:5.0f} B/ch{told}\n")
        sys.stdout.flush()
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
