"""Shows on a terminal how far work has come that takes long."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from rendaparse._terminal import cut, printable, width

PATIENCE = 1.0
"""Seconds of work before anything is shown."""
INTERVAL = 0.2
"""Seconds between two looks."""
COLUMNS = 80
"""The width of a terminal that does not tell its own."""


class Progress:
    """进度: one line on standard error, written anew as the inputs are done and taken off at the end.

    A thread of its own writes it, so that one long input shows that work goes on, too.
    """

    def __init__(self, total: int, *, wanted: bool) -> None:
        self._total = total
        self._done = 0
        self._name = ""
        self._shown = ""
        self._writing = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True) if wanted else None

    def __enter__(self) -> Self:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def begin(self, done: int, name: str) -> None:
        """Tell which input is read, and how many were before it."""
        self._done, self._name = done, printable(os.path.split(name)[1])

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Take the line off while something else is printed."""
        with self._writing:
            self._put("")
            yield

    def _show(self) -> None:
        begun = time.monotonic()
        wait = PATIENCE
        while not self._ended.wait(wait):
            wait = INTERVAL
            with self._writing:
                self._put(f"{self._done}/{self._total}  {time.monotonic() - begun:.0f} s  {self._name}")
        with self._writing:
            self._put("")

    def _put(self, line: str) -> None:
        if line:
            line = cut(line, _columns() - 1)
        if line or self._shown:
            with contextlib.suppress(OSError):
                sys.stderr.write(f"\r{' ' * width(self._shown)}\r{line}")
                sys.stderr.flush()
        self._shown = line


def _columns() -> int:
    """Return the width of the terminal behind standard error; standard output may go elsewhere."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or COLUMNS
    except OSError:
        return COLUMNS
