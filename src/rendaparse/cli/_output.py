"""Where the commands write: UTF-8 and LF, whatever the locale, and a file as a whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from rendaparse.cli._failure import system_reason
from rendaparse.cli._messages import say
from rendaparse.cli._streams import is_terminal

STANDARD_OUTPUT = "-"


class OutputError(Exception):
    """The output cannot be written; the message names it and says why."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(say("cannot write {name}: {reason}", name=name, reason=system_reason(error)[1]))


class Writer:
    """Writes texts, each with a line end behind it; unless it was told to :meth:`abandon` them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.abandoned = False

    def __call__(self, text: str) -> None:
        """Write one text."""
        rest = memoryview(f"{text}\n".encode("utf-8", "backslashreplace"))
        while rest:  # unbuffered streams write what fits
            rest = rest[self._file.write(rest) :]

    def flush(self) -> None:
        """Send on what was written so far."""
        self._file.flush()

    def abandon(self) -> None:
        """Leave the file that was to be written as it is."""
        self.abandoned = True


@contextlib.contextmanager
def line_writer(path: str | None) -> Iterator[Writer]:
    """Give what writes to the file named, or to standard output; raises :class:`OutputError` for what goes wrong.

    A file is written beside its place and takes it at the end. If that is never reached the file before it stays.
    """
    if path is None or path == STANDARD_OUTPUT or _is_standard_output(path):
        name, opened = say("standard output"), _standard_output()
    elif not os.path.split(path)[1]:  # its end says that it names a folder
        raise OutputError(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    else:
        name, opened = path, _replacing(Path(path).resolve()) if _is_replaceable(path) else _special(path)
    try:
        with opened as writer:
            yield writer
    except BrokenPipeError:
        raise  # the reader has left: no trouble
    except OSError as error:  # those of the inputs are dealt with one by one
        raise OutputError(name, error) from error


def terminal_columns(path: str | None) -> int | None:
    """Return how wide the terminal is that the output named goes to, None where it goes to none."""
    if path not in {None, STANDARD_OUTPUT} or not is_terminal(sys.stdout):
        return None
    return shutil.get_terminal_size().columns


@contextlib.contextmanager
def _standard_output() -> Iterator[Writer]:
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    yield Writer(sys.stdout.buffer)
    sys.stdout.flush()


@contextlib.contextmanager
def _special(path: str) -> Iterator[Writer]:
    """Write to a device or a pipe, or fail as for a folder."""
    with Path(path).open("wb") as file:
        yield Writer(file)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[Writer]:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = path.with_name(f".rendaparse-{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            writer = Writer(file)
            yield writer
        if not writer.abandoned:
            _take_over(path, beside)
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)  # nothing is there where it has taken its place


def _take_over(path: Path, successor: Path) -> None:
    """Give a file the owner and the permissions of the one that it replaces, if there is one."""
    with contextlib.suppress(FileNotFoundError):
        before = path.stat()
        with contextlib.suppress(PermissionError, AttributeError):  # to give away is root's; Windows knows no owners
            os.chown(successor, before.st_uid, before.st_gid)
        successor.chmod(stat.S_IMODE(before.st_mode))


def _is_replaceable(path: str) -> bool:
    """Whether a path names a file, or nothing yet."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False  # opening it will tell


def _is_standard_output(path: str) -> bool:
    """Whether a path is another name of standard output: /dev/stdout."""
    try:
        return os.path.samestat(Path(path).stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, AttributeError):  # nothing there yet; or standard output is closed, or none of the system's
        return False
