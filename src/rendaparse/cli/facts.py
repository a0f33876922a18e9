"""``rendaparse facts``: the figures of a report as rows."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse.cli._arguments import UsageError, add_arguments
from rendaparse.cli._batch import Batch, no_rows
from rendaparse.cli._failure import Failure
from rendaparse.cli._messages import say
from rendaparse.cli._output import terminal_columns
from rendaparse.export import csv_lines, jsonl_lines, table_lines, tsv_lines
from rendaparse.json.dump import json_text
from rendaparse.json.fields import FACTS_SCHEMA_NAME
from rendaparse.views.facts import facts

BYTE_ORDER_MARK = "\ufeff"
EXAMPLES = (
    "rendaparse facts report.txt",
    "rendaparse facts --format csv --bom -o facts.csv reports/",
    "rendaparse facts --format jsonl --files-from list.txt",
    "rendaparse facts --format jsonl report.txt | jq 'select(.unit == \"%\")'",
)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "facts",
        help=say("print the figures of a report as rows"),
        description=say("Print one row a figure: what was done, to what, how many, when, under which headings."),
        examples=EXAMPLES,
    )
    add_arguments(parser)
    parser.add_argument(
        "--format", choices=["table", "csv", "tsv", "jsonl"], default="table", help=say("default: table")
    )
    parser.add_argument("--bom", action="store_true", help=say("csv: begin with a byte order mark, as Excel wants it"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the rows; return the exit status."""
    if args.bom and args.format != "csv":
        raise UsageError(say("--bom goes with --format csv"))
    batch = Batch(args)
    begun = False

    def show(name: str, report: Report) -> list[str]:
        nonlocal begun
        lines = list(_lines(args.format, report, header=not begun, columns=terminal_columns(args.output)))
        if args.format == "table" and batch.several:
            lines.insert(0, f"{printable(name)}:")
        if args.bom and not begun:
            lines[0] = BYTE_ORDER_MARK + lines[0]
        begun = True
        return lines

    return batch.write(show, _error_row if args.format == "jsonl" else no_rows)


def _error_row(failure: Failure) -> list[str]:
    return [json_text({"schema": FACTS_SCHEMA_NAME, "source": {"name": failure.name}, "error": failure.reason})]


def _lines(style: str, report: Report, *, header: bool, columns: int | None) -> Iterator[str]:
    found = facts(report)
    if style == "jsonl":
        return jsonl_lines(found)
    if style == "table":
        return table_lines(found, columns)
    return csv_lines(found, header=header) if style == "csv" else tsv_lines(found, header=header)
