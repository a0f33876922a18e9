"""The arguments that the commands share, and what is wrong with them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from rendaparse.cli._messages import say
from rendaparse.dating import checked_date


class UsageError(Exception):
    """The arguments do not go together."""


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the argument that every command has."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help=say("write there instead of standard output; what stood there stays until the run is done"),
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that every command reading reports has."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help=say("a report as plain text, a folder of reports, or a quoted pattern; - is standard input"),
    )
    parser.add_argument(
        "--files-from",
        metavar="LIST",
        help=say("read the names of further inputs from a file, one a line; - is standard input"),
    )
    parser.add_argument(
        "--glob",
        metavar="PATTERN",
        action="append",
        help=say("which files of a folder are read; may be given several times (default: *.txt)"),
    )
    add_output(parser)
    add_reading(parser)
    parser.add_argument(
        "--strict", action="store_true", help=say("print warnings too, exit 1 where there are errors or warnings")
    )
    parser.add_argument("-q", "--quiet", action="store_true", help=say("print no progress and no warnings"))
    parser.add_argument("-v", "--verbose", action="store_true", help=say("print all diagnostics, and tracebacks"))


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say how a report is read."""
    parser.add_argument("--encoding", metavar="NAME", help=say("encoding of the input (default: found out)"))
    parser.add_argument(
        "--date", type=_date, metavar="DATE", help=say("when the reports were given: 2023, 2023-01, 2023-01-09")
    )


def _date(text: str) -> str:
    try:
        return checked_date(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            say("{text} is no date such as 2023, 2023-01 or 2023-01-09", text=repr(text))
        ) from None


def number(most: int) -> Callable[[str], int]:
    """Return what reads a whole number from 0 to ``most`` as the value of an option."""

    def read(text: str) -> int:
        digits = text.isdecimal() and len(text) <= len(str(most))
        if not digits or int(text) > most:
            raise argparse.ArgumentTypeError(
                say("{text} is no whole number from 0 to {most}", text=repr(text), most=most)
            )
        return int(text)

    return read
