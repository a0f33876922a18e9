"""From the names on the command line to the files they stand for: folders, patterns, lists of names."""

from __future__ import annotations

import argparse
import glob
import os
import re
import stat
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from rendaparse._decode import BYTE_ORDER_MARKS
from rendaparse.cli._arguments import UsageError
from rendaparse.cli._failure import Failure, failure, failure_of
from rendaparse.cli._messages import say
from rendaparse.cli._streams import read_input

STANDARD_INPUT = "-"
PATTERN = "*.txt"
"""The files of a folder that are read where the user says nothing else."""
NAME_END = re.compile(r"\r\n|\n|\0")


class Sources:
    """The inputs that the arguments name: ``entries`` are paths, and failures where a name stands for nothing.

    What is named is read where it is named; a folder or a pattern adds what is not yet there, in order, and never the
    file that is written. ``several`` says whether there could be more inputs than one.
    """

    def __init__(self, args: argparse.Namespace) -> None:
        """Take the arguments of ``add_arguments``; raise UsageError where they do not go together."""
        self._globs: list[str] = args.glob or [PATTERN]
        self._output = _file_at(args.output)
        given: list[str | Failure] = [*args.files]
        if args.files_from is not None:
            given.extend(_listed(args.files_from))
        if not given:
            raise UsageError(say("no input: name a file, a folder, a pattern, or - for standard input"))
        names = [name for name in given if isinstance(name, str)]
        if "" in names:
            raise UsageError(say("the name of an input is empty"))
        if [*names, args.files_from].count(STANDARD_INPUT) > 1:
            raise UsageError(say("standard input can be read once only"))
        if any(map(self._is_output, names)):
            raise UsageError(say("{name} is an input and the output", name=args.output))
        self._taken = set(map(_place, names))
        self.several = args.files_from is not None or len(given) > 1 or _is_folder(names[0]) or _is_pattern(names[0])
        self.entries = [entry for name in given for entry in self._found(name)]

    def _found(self, name: str | Failure) -> Iterator[str | Failure]:
        """Yield what one name stands for."""
        if isinstance(name, Failure) or not (_is_folder(name) or _is_pattern(name)):
            yield name
        elif _is_folder(name):
            yield from self._in_folder(name)
        else:
            matches = [path for path in sorted(glob.glob(name, recursive=True)) if self._is_wanted(path)]
            if not matches:
                yield failure(as_text(name), "no file of this name, and none that the pattern matches")
            for match in matches:
                yield from self._in_folder(match) if _is_folder(match) else self._new(match)

    def _in_folder(self, top: str) -> Iterator[str | Failure]:
        """Yield the files below a folder whose names match, hidden ones left out as by a shell."""
        empty = True
        for entry in self._below(top):
            empty = False
            if isinstance(entry, Failure):
                yield entry
            else:
                yield from self._new(entry)
        if empty:
            globs = ", ".join(self._globs)
            yield failure(as_text(top), "no file in this folder matches {globs}", globs=globs)

    def _below(self, top: str) -> Iterator[str | Failure]:
        unread: list[OSError] = []
        for folder, folders, files in os.walk(top, onerror=unread.append):
            while unread:
                yield _unreadable(unread.pop())
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            paths = (os.path.join(folder, name) for name in sorted(files) if self._matches(name))
            yield from (path for path in paths if self._is_wanted(path))
        while unread:
            yield _unreadable(unread.pop())

    def _matches(self, name: str) -> bool:
        return not name.startswith(".") and any(fnmatchcase(name.lower(), wanted.lower()) for wanted in self._globs)

    def _is_wanted(self, path: str) -> bool:
        """Whether a path that was found is a file, a folder, or broken, which reading will tell; and no output."""
        try:
            mode = os.stat(path).st_mode
        except OSError:
            return True
        return (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and not self._is_output(path)

    def _new(self, path: str) -> Iterator[str]:
        place = _place(path)
        if place not in self._taken:
            self._taken.add(place)
            yield path

    def _is_output(self, name: str) -> bool:
        if self._output is None:
            return False
        try:
            there = os.fstat(sys.stdin.fileno()) if name == STANDARD_INPUT else os.stat(name)
        except (OSError, AttributeError, ValueError):  # nothing there; standard input is closed; no name of a file
            return False
        return os.path.samestat(there, self._output)


def as_text(name: str) -> str:
    """Return a name as UTF-8 has it, whatever the locale made of the bytes."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def _listed(name: str) -> list[str | Failure]:
    """Return the names that stand in a list."""
    try:
        data = read_input() if name == STANDARD_INPUT else Path(name).read_bytes()
        names = [line for line in NAME_END.split(_list_text(data)) if line]
    except (OSError, UnicodeDecodeError) as error:
        return [failure_of(as_text(name), error)]
    return [*names] or [failure(as_text(name), "names no input")]


def _list_text(data: bytes) -> str:
    for mark, _name, codec in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec)
    return os.fsdecode(data)


def _is_folder(name: str) -> bool:
    return os.path.isdir(name)


def _is_pattern(name: str) -> bool:
    return glob.has_magic(name) and not os.path.lexists(name)


def _place(path: str) -> str:
    return os.path.normcase(os.path.normpath(path))


def _file_at(path: str | None) -> os.stat_result | None:
    """Return what the system knows of the file that is written, None where it is none yet."""
    try:
        found = os.stat(path or "")
    except OSError:
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def _unreadable(error: OSError) -> Failure:
    return failure_of(as_text(error.filename), error)
