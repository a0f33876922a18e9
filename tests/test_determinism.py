"""The same text gives the same report: in every process, thread and copy, and however many were parsed before."""

from __future__ import annotations

import copy
import gc
import hashlib
import os
import pickle
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import rendaparse
from rendaparse import Report, dump, facts, parse
from rendaparse.nodes import MAX_DEPTH

DIGEST = """
import hashlib, sys, rendaparse
from pathlib import Path
shown = [rendaparse.dump(rendaparse.parse(Path(path).read_bytes().decode())) for path in sys.argv[1:]]
sys.stdout.write(hashlib.sha256("".join(shown).encode()).hexdigest())
"""
THREADS = 8
RUNS = 40
SMALL = "一、总体情况\n全年召开会议7次，听取报告12项。\n（一）推进立法。一是“两个确立”；二是修订《某某条例》。\n"


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _deepest() -> str:
    """A text whose tree nests as far as one can: sections, a list, a series, brackets."""
    headings = ("第一部分 甲乙\n", "第一章 甲乙\n", "一、甲乙\n", "（一）甲乙\n", "1.甲乙\n", "（1）甲乙\n")
    pairs = "“（《" * MAX_DEPTH + "丁1次" + "》）”" * MAX_DEPTH
    return "".join(headings) + f"——甲，乙。\n——丙，一是{pairs}；二是戊。\n"


def _depth(report: Report) -> int:
    deepest, stack = 0, [(report.document, 1)]
    while stack:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        stack.extend((child, depth + 1) for child in node.children)  # type: ignore[misc]
    return deepest


def test_hash_seeds_do_not_change_the_report(seed: Path) -> None:
    """Other processes, with other orders of sets, give the JSON of this one."""
    here = hashlib.sha256(dump(parse(_text(seed))).encode()).hexdigest()
    for hash_seed in ("0", "1", "4294967295"):
        there = subprocess.run(
            [sys.executable, "-c", DIGEST, str(seed)],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            check=True,
            capture_output=True,
            text=True,
        )
        assert there.stdout == here, f"PYTHONHASHSEED={hash_seed}"


COLD_THREADS = """
import sys, threading, rendaparse
text = sys.argv[1]
gate = threading.Barrier(8)
shown = []
def run():
    gate.wait()
    shown.append(rendaparse.dump(rendaparse.parse(text)))
threads = [threading.Thread(target=run) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(shown) == 8 and set(shown) == {rendaparse.dump(rendaparse.parse(text))}, len(shown)
"""


def test_threads_do_not_disturb_each_other() -> None:
    """Eight threads on different texts give what one gives."""
    root = Path(__file__).parent.parent / "seeds"
    texts = [_text(path) for path in sorted(root.glob("*.txt"))] * 4
    expected = [dump(parse(text)) for text in texts]
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(lambda text: dump(parse(text)), texts)) == expected


def test_first_parses_may_be_of_several_threads() -> None:
    """Eight threads that all begin in a fresh process make their lexers and parsers at the same time."""
    subprocess.run([sys.executable, "-c", COLD_THREADS, SMALL], check=True)


def test_parses_do_not_remember_each_other(seed: Path) -> None:
    """A text gives the same report before and behind others."""
    text = _text(seed)
    first = parse(text)
    for other in ("“" * 100, SMALL, text[: len(text) // 2], text[len(text) // 2 :]):
        parse(other)
    assert parse(text) == first


@pytest.mark.parametrize("text", [SMALL, _deepest(), "", "\ud800“"], ids=["small", "deep", "empty", "surrogate"])
def test_report_survives_pickling_and_copying(text: str) -> None:
    """Copies are equal to the report, in memory and in JSON."""
    report = parse(text)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        copied = pickle.loads(pickle.dumps(report, protocol))  # noqa: S301 - what was just pickled
        assert copied == report
        assert dump(copied) == dump(report)
    assert copy.deepcopy(report) == report
    assert facts(copy.deepcopy(report)) == facts(report)


def test_deepest_text_nests_far() -> None:
    """The depth that the test above copies is near the cap of it."""
    assert MAX_DEPTH // 3 <= _depth(parse(_deepest())) <= MAX_DEPTH + 1


def _traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def test_parsing_keeps_no_memory() -> None:
    """Many different texts, parsed, dumped, and read for facts, leave behind less than a tenth of their reports."""
    _use(SMALL)
    tracemalloc.start()
    try:
        before = _traced()
        report = _use(SMALL)
        size = _traced() - before
        del report
        before = _traced()
        for i in range(RUNS):
            _use(f"{SMALL}{i}")
        kept = _traced() - before
    finally:
        tracemalloc.stop()
    assert kept < RUNS * size / 10, f"{kept} bytes are kept of {RUNS} reports of {size} bytes"


def _use(text: str) -> Report:
    report = rendaparse.load(dump(parse(text)))
    facts(report)
    return report
