"""Measures CPU time and memory."""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

LEAST = 0.2
"""Seconds of CPU time that the runs of one measurement take at least, all together."""
FEWEST, MOST = 3, 25


def cpu_seconds(run: Callable[[], object]) -> float:
    """Return the median CPU time of a run, of as many as :data:`LEAST` holds; garbage of others is collected before."""
    run()
    gc.collect()
    times: list[float] = []
    while len(times) < FEWEST or (sum(times) < LEAST and len(times) < MOST):
        times.append(once(run))
    return statistics.median(times)


def once(run: Callable[[], object]) -> float:
    """Return the CPU time of one run; what it makes is freed outside of the time."""
    begin = time.process_time()
    made = run()
    taken = time.process_time() - begin
    del made
    return taken


def beside(floor: Callable[[], object], run: Callable[[], object]) -> tuple[float, float]:
    """Return the median CPU times of two runs that take turns, so that both see the same machine."""
    floor()
    run()
    gc.collect()
    pairs: list[tuple[float, float]] = []
    while len(pairs) < FEWEST or (sum(map(sum, pairs)) < 2 * LEAST and len(pairs) < MOST):
        pairs.append((once(floor), once(run)))
    lows, highs = zip(*pairs, strict=True)
    return statistics.median(lows), statistics.median(highs)


def process_seconds(command: Sequence[str], times: int = 11) -> float:
    """Return the median CPU time, user and system, of a process from its start to its end."""
    taken: list[float] = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken)


PEAK = """
import re, sys, rendaparse
from pathlib import Path
def memory(name):
    return 1024 * int(re.search(name + r":\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
rendaparse.parse(text[:2000])
before = memory("VmRSS")
report = rendaparse.parse(text)
print((memory("VmHWM") - before) / len(text), (memory("VmRSS") - before) / len(text))
"""
"""The peak is read from /proc: what getrusage tells of a process includes the one that started it."""


class Memory(NamedTuple):
    """Bytes a character of a text: by how much parsing it raises the memory of a process, and what the report keeps."""

    peak: float
    kept: float


def parsing_memory(text: str) -> Memory:
    """Return what parsing a text takes in a process of its own: all of it, the stack of ``re`` among it."""
    command = [sys.executable, "-c", PEAK]
    done = subprocess.run(command, input=text.encode("utf-8", "surrogatepass"), check=True, capture_output=True)
    return Memory(*map(float, done.stdout.split()))
