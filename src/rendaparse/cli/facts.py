"""``rendaparse facts``: the figures of a report as rows."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse._text import LineIndex
from rendaparse.cli._arguments import UsageError, add_arguments
from rendaparse.cli._batch import Batch, no_rows
from rendaparse.cli._failure import Failure
from rendaparse.cli._messages import say
from rendaparse.cli._output import terminal_columns
from rendaparse.export import csv_lines, jsonl_lines, table_lines, tsv_lines
from rendaparse.json.dump import json_text
from rendaparse.tree.leaves import source_text
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
        source = name if batch.several else None
        lines = _lines(args.format, report, source, first=not begun, columns=terminal_columns(args.output))
        if args.bom and not begun:
            lines[0] = BYTE_ORDER_MARK + lines[0]
        begun = True
        return lines

    return batch.write(show, _error_row if args.format == "jsonl" else no_rows)


def _error_row(failure: Failure) -> list[str]:
    return [json_text({"source": failure.name, "error": failure.reason})]


def _lines(style: str, report: Report, name: str | None, *, first: bool, columns: int | None) -> list[str]:
    found = facts(report)
    if style == "jsonl":
        return list(jsonl_lines(found, name))
    if style == "table":
        index = LineIndex(source_text(report.document))
        lines = list(table_lines(found, lambda offset: index.position(offset)[0], columns))
        return lines if name is None else [f"{printable(name)}:", *lines]
    write = csv_lines if style == "csv" else tsv_lines
    return list(write(found, name, header=first))
