"""``rendaparse dump``: the whole tree as JSON."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse.cli._inputs import Failure, Inputs, UsageError, add_arguments
from rendaparse.cli._output import line_writer
from rendaparse.json.dump import Json, json_text, to_dict
from rendaparse.json.fields import SCHEMA_NAME


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "dump",
        help="print the tree of a report as JSON",
        description="Print the tree: one input as one JSON object, several as NDJSON, one object a line.",
    )
    add_arguments(parser)
    parser.add_argument("--format", choices=["json", "ndjson"], help="default: json for one input, ndjson for several")
    parser.add_argument("--indent", type=_count, metavar="N", help="set the JSON out over lines, N spaces a level")
    parser.add_argument("--no-text", action="store_true", help="leave out the texts of the nodes")
    parser.add_argument("--depth", type=_count, metavar="N", help="show N levels below the root only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the trees; return the exit status."""
    inputs = Inputs(args)
    rows = (args.format or ("json" if len(inputs) == 1 else "ndjson")) == "ndjson"
    if len(inputs) > 1 and not rows:
        raise UsageError("--format json takes one input")
    if args.indent is not None and rows:
        raise UsageError("--indent goes with --format json only: a row of NDJSON is one line")
    with line_writer(args.output) as write:
        for name, result in inputs:
            if isinstance(result, Report):
                write(json_text(to_dict(result, text=not args.no_text, depth=args.depth), indent=args.indent))
            elif rows:
                write(json_text(_error_row(name, result)))
    return inputs.status


def _error_row(name: str, failure: Failure) -> Json:
    return {"schema": SCHEMA_NAME, "source": {"name": name}, "error": failure.reason}


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"not a number: {text!r}")
    return int(text)
