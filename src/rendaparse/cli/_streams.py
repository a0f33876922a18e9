"""The standard streams, whatever the locale and whoever closed them, and the signals that end a run."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import TextIO


class Stopped(BaseException):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def use_utf8() -> None:
    """Make standard output and standard error UTF-8 with LF."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def read_input() -> bytes:
    """Return all of standard input; raises OSError where it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read()


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is open and a terminal."""
    return isinstance(stream, io.TextIOBase) and stream.isatty()


def discard(stream: TextIO) -> None:
    """Let what a standard stream still holds go nowhere, lest the interpreter try again to write it as it ends."""
    with contextlib.suppress(OSError, AttributeError):  # closed, or none of the system's
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals that ask a process to end into :class:`Stopped`, so that no half-written file stays."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may deal with signals
        return
    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    handled = [number for number in asked if signal.getsignal(number) is signal.SIG_DFL]
    for number in handled:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in handled:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
