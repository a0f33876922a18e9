"""``rendaparse facts``: the figures of a report as rows."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from rendaparse._report import Report
from rendaparse.cli._inputs import Inputs, UsageError, add_arguments
from rendaparse.cli._output import line_writer
from rendaparse.export import csv_lines, jsonl_lines, table_lines, tsv_lines
from rendaparse.json.dump import json_text
from rendaparse.json.fields import FACTS_SCHEMA_NAME
from rendaparse.views.facts import facts

BYTE_ORDER_MARK = "\ufeff"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "facts",
        help="print the figures of a report as rows",
        description="Print one row a figure: what was done, to what, how many, when, under which headings.",
    )
    add_arguments(parser)
    parser.add_argument("--format", choices=["table", "csv", "tsv", "jsonl"], default="table", help="default: table")
    parser.add_argument("--bom", action="store_true", help="csv: begin with a byte order mark, as Excel wants it")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the rows; return the exit status."""
    if args.bom and args.format != "csv":
        raise UsageError("--bom goes with --format csv")
    inputs = Inputs(args)
    first = True
    with line_writer(args.output) as write:
        for name, result in inputs:
            if not isinstance(result, Report):
                if args.format == "jsonl":
                    write(json_text({"schema": FACTS_SCHEMA_NAME, "source": {"name": name}, "error": result.reason}))
                continue
            if args.format == "table" and len(inputs) > 1:
                write(f"{name}:")
            for i, line in enumerate(_lines(args.format, result, header=first)):
                write(BYTE_ORDER_MARK + line if args.bom and first and i == 0 else line)
            first = False
    return inputs.status


def _lines(style: str, report: Report, *, header: bool) -> Iterator[str]:
    found = facts(report)
    if style == "jsonl":
        return jsonl_lines(found)
    if style == "table":
        return table_lines(found)
    return csv_lines(found, header=header) if style == "csv" else tsv_lines(found, header=header)
