"""Parses several files at a time, each in a process of its own; the results come in the order of the files."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from rendaparse._attempt import PathT, result_of
from rendaparse._report import Report

Read = Callable[[PathT], Report]

AHEAD = 4
"""Files a process that may be read ahead of the one whose turn it is: so many reports wait in memory, and no more."""


def in_processes(
    paths: Iterable[PathT], read: Read[PathT], processes: int
) -> Iterator[tuple[PathT, Report | Exception]]:
    """Yield each path with what reading it gave, in order."""
    return _run(paths, read, processes, AHEAD * processes)


def _run(
    paths: Iterable[PathT], read: Read[PathT], processes: int, in_flight: int
) -> Iterator[tuple[PathT, Report | Exception]]:
    """Yield the results, with so many files in flight; all of them fail where a process is killed.

    Which one it held is not told: each is tried again, alone, and the one that ends its process again is to blame.
    """
    rest = iter(paths)
    waiting: deque[tuple[PathT, Future[Report]]] = deque()
    pool = _started(processes)
    try:
        while True:
            for path in islice(rest, in_flight - len(waiting)):
                waiting.append((path, _submitted(pool, read, path)))
            if not waiting:
                return
            path, future = waiting.popleft()
            result = result_of(future.result)
            if not isinstance(result, BrokenProcessPool):
                yield path, result
                continue
            pool.shutdown()
            if in_flight == 1:
                yield path, result
            else:
                yield from _run([path, *(held for held, _ in waiting)], read, 1, 1)
                waiting.clear()
            pool = _started(processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _started(processes: int) -> ProcessPoolExecutor:
    """Return a pool that is seen to work: the processes of a program without its guard end at once."""
    context = get_context("spawn")  # a fork of a program that has threads may hang
    ignored = (signal.SIGINT, signal.SIG_IGN)  # an interrupt is for this process, which then ends the others
    pool = ProcessPoolExecutor(processes, context, signal.signal, ignored)
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        pool.shutdown()
        raise RuntimeError('no process starts: is parse_many called under `if __name__ == "__main__":`?') from error
    return pool


def _submitted(pool: ProcessPoolExecutor, read: Read[PathT], path: PathT) -> Future[Report]:
    try:
        return pool.submit(read, path)
    except BrokenProcessPool as error:  # a process was killed since the last result
        future: Future[Report] = Future()
        future.set_exception(error)
        return future
