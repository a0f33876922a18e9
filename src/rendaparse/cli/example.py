"""``rendaparse example``: a report to try the other commands on."""

from __future__ import annotations

import argparse

from rendaparse._example import example_file
from rendaparse.cli._output import line_writer


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "example",
        help="print a report to try the other commands on",
        description="Print the text of a real report: rendaparse example | rendaparse facts -",
    )
    parser.add_argument("-o", "--output", metavar="OUT", help="write there instead of standard output")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the report; return the exit status."""
    with line_writer(args.output) as write:
        write(example_file().decode("utf-8"))
    return 0
