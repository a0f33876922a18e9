"""Where the commands write: UTF-8 and LF, whatever the locale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def line_writer(path: str | None) -> Iterator[Callable[[str], None]]:
    """Give a function that writes one text and a line end to the file named, or to standard output."""
    if path is None:
        yield _writer(sys.stdout.buffer.write)
    else:
        with Path(path).open("wb") as file:
            yield _writer(file.write)


def _writer(write: Callable[[bytes], object]) -> Callable[[str], None]:
    def write_line(text: str) -> None:
        write(f"{text}\n".encode("utf-8", "backslashreplace"))

    return write_line
