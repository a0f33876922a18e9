"""``rendaparse dump``: the whole tree as JSON."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse.cli._arguments import UsageError, add_arguments, number
from rendaparse.cli._batch import Batch, no_rows
from rendaparse.cli._failure import Failure
from rendaparse.cli._messages import say
from rendaparse.json.dump import dump, json_text
from rendaparse.json.fields import SCHEMA_NAME

EXAMPLES = (
    "rendaparse dump report.txt",
    "rendaparse dump --indent 2 --depth 2 report.txt",
    "rendaparse dump -o trees.ndjson reports/",
    "curl -s https://example.org/report.txt | rendaparse dump -",
)
WIDEST_INDENT = 32
"""A wider one only fills the disk."""
DEEPEST = 999
"""Far below any tree."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "dump",
        help=say("print the tree of a report as JSON"),
        description=say("Print the tree: one input as one JSON object, several as NDJSON, one object a line."),
        examples=EXAMPLES,
    )
    add_arguments(parser)
    parser.add_argument(
        "--format", choices=["json", "ndjson"], help=say("default: json for one input, ndjson for several")
    )
    parser.add_argument(
        "--indent", type=number(WIDEST_INDENT), metavar="N", help=say("set the JSON out over lines, N spaces a level")
    )
    parser.add_argument("--no-text", action="store_true", help=say("leave out the texts of the nodes"))
    parser.add_argument("--depth", type=number(DEEPEST), metavar="N", help=say("show N levels below the root only"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the trees; return the exit status."""
    batch = Batch(args)
    rows = (args.format or ("ndjson" if batch.several else "json")) == "ndjson"
    if batch.several and not rows:
        raise UsageError(say("--format json takes one input"))
    if args.indent is not None and rows:
        raise UsageError(say("--indent goes with --format json only: a row of NDJSON is one line"))

    def show(_name: str, report: Report) -> list[str]:
        return [dump(report, indent=args.indent, text=not args.no_text, depth=args.depth)]

    return batch.write(show, _error_row if rows else no_rows)


def _error_row(failure: Failure) -> list[str]:
    return [json_text({"schema": SCHEMA_NAME, "source": {"name": failure.name}, "error": failure.reason})]
