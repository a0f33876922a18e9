"""``rendaparse example``: a report to try the other commands on."""

from __future__ import annotations

import argparse

from rendaparse._example import example_file
from rendaparse.cli._arguments import add_output
from rendaparse.cli._messages import say
from rendaparse.cli._output import line_writer

EXAMPLES = ("rendaparse example | rendaparse facts -", "rendaparse example -o report.txt")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "example",
        help=say("print a report to try the other commands on"),
        description=say("Print the text of a real report."),
        examples=EXAMPLES,
    )
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the report; return the exit status."""
    with line_writer(args.output) as write:
        write(example_file().decode("utf-8"))
    return 0
