"""Parses many files: one after the other, or several at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial

from rendaparse._api import parse_file
from rendaparse._attempt import PathT, result_of
from rendaparse._report import Report


def parse_many(
    paths: Iterable[PathT],
    processes: int | None = None,
    *,
    encoding: str | None = None,
    inline: bool = True,
) -> Iterator[tuple[PathT, Report | Exception]]:
    """Parse files; yield each path with its report, or with the error that kept it from having one.

    The order is that of ``paths``, which are asked for as the run goes on. A file never stops the others: whatever is
    raised for it stands in the place of its report. ``encoding`` and ``inline`` are as in :func:`parse_file`.

    With ``processes``, so many files are parsed at a time, each in a process of its own. Call it under
    ``if __name__ == "__main__":`` then, as the processes import the program anew; raises RuntimeError where they do not
    start. A process that is killed costs the file it held, whose error is then a
    :class:`concurrent.futures.process.BrokenProcessPool`.

    >>> import rendaparse
    >>> for path, result in rendaparse.parse_many(["missing.txt"]):
    ...     print(path, type(result).__name__)
    missing.txt FileNotFoundError
    """
    if isinstance(paths, (str, bytes, os.PathLike)):
        raise TypeError(f"parse_many takes several paths, not {paths!r} alone: see parse_file")
    if processes is not None and processes < 1:
        raise ValueError(f"expected one process or more, found {processes}")
    read = partial(parse_file, encoding=encoding, inline=inline)
    if processes is None:
        return ((path, result_of(partial(read, path))) for path in paths)
    from rendaparse._processes import in_processes  # noqa: PLC0415  there are systems without processes

    return in_processes(paths, read, processes)
