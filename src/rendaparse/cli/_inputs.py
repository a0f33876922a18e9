"""What the commands share on the way in: the arguments that name inputs, and reading them one by one."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import attrs

from rendaparse._api import parse_file
from rendaparse._decode import DecodeError, UnknownEncodingError
from rendaparse._diagnostics import Diagnostic
from rendaparse._report import Report
from rendaparse._text import LineIndex
from rendaparse.decoding.media import NotTextError
from rendaparse.tree.leaves import source_text

STANDARD_INPUT = "-"


class UsageError(Exception):
    """The arguments do not go together."""


@attrs.frozen(slots=True)
class Failure:
    """An input that could not be read, and why."""

    name: str
    reason: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that every command reading reports has."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a report as plain text; - is standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help="write there instead of standard output")
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the input (default: found out)")
    parser.add_argument("--strict", action="store_true", help="print errors and warnings, exit 1 where there are any")
    parser.add_argument("-v", "--verbose", action="store_true", help="print all diagnostics and tracebacks")


class Inputs:
    """The inputs of one run: iterate to read them; ``status`` then is the exit status they call for."""

    def __init__(self, args: argparse.Namespace, *, inline: bool = True) -> None:
        """Take the arguments of :func:`add_arguments`; raise UsageError where they do not go together.

        ``inline`` is as in :func:`rendaparse.parse`.
        """
        self._args = args
        self._inline = inline
        self._failed = self._found = False
        if args.files.count(STANDARD_INPUT) > 1:
            raise UsageError("standard input can be read once only")
        if args.output and any(_is_same_file(name, args.output) for name in args.files):
            raise UsageError(f"{args.output} is an input and the output")

    def __len__(self) -> int:
        return len(self._args.files)

    def __iter__(self) -> Iterator[tuple[str, Report | Failure]]:
        """Yield name and report of each input, or why there is none, which goes to stderr too."""
        for name in self._args.files:
            try:
                report = self._read(name)
            except (OSError, DecodeError, NotTextError, UnknownEncodingError) as error:
                yield name, self._failure(name, error)
            else:
                self._notice(name, report)
                yield name, report

    @property
    def status(self) -> int:
        """2 where an input could not be read, 1 where ``--strict`` found something, else 0."""
        return 2 if self._failed else int(self._found)

    def _read(self, name: str) -> Report:
        if name == STANDARD_INPUT:
            return parse_file(sys.stdin.buffer.read(), self._args.encoding, name, inline=self._inline)
        return parse_file(name, self._args.encoding, inline=self._inline)

    def _failure(self, name: str, error: OSError | ValueError | LookupError) -> Failure:
        self._failed = True
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        if self._args.verbose:
            traceback.print_exception(error)
        print(f"rendaparse: {name}: {reason}", file=sys.stderr)
        return Failure(name, reason)

    def _notice(self, name: str, report: Report) -> None:
        findings = [entry for entry in report.diagnostics if entry.severity != "info"] if self._args.strict else []
        self._found = self._found or bool(findings)
        shown = report.diagnostics if self._args.verbose else findings
        if shown:
            lines = LineIndex(source_text(report.document))
            for entry in shown:
                print(_line(name, lines, entry), file=sys.stderr)


def _line(name: str, lines: LineIndex, entry: Diagnostic) -> str:
    line, column = lines.position(entry.span[0])
    return f"{name}:{line}:{column}: {entry.severity} {entry.code} {entry.message}"


def _is_same_file(one: str, other: str) -> bool:
    return Path(one).exists() and Path(other).exists() and Path(one).samefile(other)
