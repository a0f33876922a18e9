"""Reads the inputs of a run one by one and writes what a command makes of each; none stops the others."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence

from rendaparse._api import parse_file
from rendaparse._decode import DecodeError, UnknownEncodingError, decode
from rendaparse._diagnostics import Diagnostic
from rendaparse._report import Report
from rendaparse._text import LineIndex
from rendaparse.cli._arguments import UsageError
from rendaparse.cli._failure import Failure, failure, failure_of
from rendaparse.cli._messages import say, speaks_chinese
from rendaparse.cli._output import line_writer, terminal_columns
from rendaparse.cli._progress import Progress
from rendaparse.cli._sources import STANDARD_INPUT, Sources, as_text
from rendaparse.cli._stderr import tell
from rendaparse.cli._streams import is_terminal, read_input
from rendaparse.tree.leaves import source_text

Show = Callable[[str, Report], Sequence[str] | Failure]
"""Makes the lines that show a report, or tells why there are none; takes the name of the input, too."""


def no_rows(_failure: Failure) -> tuple[str, ...]:
    """Return the rows of a failure in a format for people: standard error tells it."""
    return ()


class Batch:
    """The inputs of one run; ``several`` says whether there could be more than one."""

    def __init__(self, args: argparse.Namespace, *, inline: bool = True) -> None:
        """Take the arguments of ``add_arguments``; raise UsageError where they do not go together.

        ``inline`` is as in :func:`rendaparse.parse`.
        """
        if args.quiet and args.verbose:
            raise UsageError(say("--quiet and --verbose exclude each other"))
        if args.encoding is not None and not _is_encoding(args.encoding):
            raise UsageError(say("no encoding of texts is called {name}", name=args.encoding))
        sources = Sources(args)
        self.several = sources.several
        self._sources = sources.entries
        self._args = args
        self._inline = inline
        self._read = self._failed = self._found = False
        watched = is_terminal(sys.stderr) and terminal_columns(args.output) is None and not args.quiet
        self._progress = Progress(len(self._sources), wanted=watched)

    def write(self, show: Show, rows: Callable[[Failure], Sequence[str]] = no_rows) -> int:
        """Write the lines of each input; return the exit status.

        An input that fails, wherever that is, becomes a line on standard error and the ``rows`` of its failure. Where
        none could be read, a file that was to be written stays as it is.
        """
        with self._progress, line_writer(self._args.output) as write:
            for done, source in enumerate(self._sources):
                result = source if isinstance(source, Failure) else self._attempt(done, source, show)
                if isinstance(result, Failure):
                    self._failed = True
                    self._tell(f"rendaparse: {result.name}: {result.told}")
                    lines = rows(result)
                else:
                    self._read = True
                    lines = result
                for line in lines:
                    write(line)
                write.flush()
            if not self._read:
                write.abandon()
        return 2 if self._failed else int(self._found)

    def _attempt(self, done: int, path: str, show: Show) -> Sequence[str] | Failure:
        name = as_text(path)
        self._progress.begin(done, name)
        try:
            whole = read_input() if path == STANDARD_INPUT else path
            report = parse_file(whole, self._args.encoding, name, date=self._args.date, inline=self._inline)
            if not source_text(report.document).strip():
                return failure(name, "holds no text")
            self._notice(name, report)
            return show(name, report)
        except Exception as error:  # noqa: BLE001  whatever it is, it ends this input and no other
            if self._args.verbose:
                self._tell(*"".join(traceback.format_exception(error)).splitlines())
            return failure_of(name, error)

    def _notice(self, name: str, report: Report) -> None:
        """Tell errors always, warnings if they are wanted, all where all is wanted."""
        grave = [entry for entry in report.diagnostics if entry.severity != "info"]
        self._found |= self._args.strict and bool(grave)
        wanted = {"error", *(("warning",) if self._args.strict and not self._args.quiet else ())}
        shown = [entry for entry in report.diagnostics if self._args.verbose or entry.severity in wanted]
        if shown:
            lines = LineIndex(source_text(report.document))
            self._tell(*(_line(name, lines, entry) for entry in shown))

    def _tell(self, *lines: str) -> None:
        with self._progress.aside():
            for line in lines:
                tell(line)


def _is_encoding(name: str) -> bool:
    """Whether a name is that of an encoding of texts."""
    try:
        decode(b"0", name)  # of nothing at all Python asks no codec
    except UnknownEncodingError:
        return False
    except DecodeError:
        pass  # wants more bytes
    return True


def _line(name: str, lines: LineIndex, entry: Diagnostic) -> str:
    line, column = lines.position(entry.span[0])
    message = entry.message_zh if speaks_chinese() else entry.message
    return f"{name}:{line}:{column}: {say(entry.severity)} {entry.code} {message}"
