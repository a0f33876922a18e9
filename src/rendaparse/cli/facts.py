"""``rendaparse facts``: the figures of a report as rows."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse._text import LineIndex
from rendaparse.cli._inputs import Inputs, UsageError, add_arguments
from rendaparse.cli._output import line_writer
from rendaparse.export import csv_lines, jsonl_lines, table_lines, tsv_lines
from rendaparse.json.dump import json_text
from rendaparse.tree.leaves import source_text
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
    several = len(inputs) > 1
    first = True
    with line_writer(args.output) as write:
        for name, result in inputs:
            if not isinstance(result, Report):
                if args.format == "jsonl":
                    write(json_text({"source": name, "error": result.reason}))
                continue
            for i, line in enumerate(_lines(args.format, result, name if several else None, first=first)):
                write(BYTE_ORDER_MARK + line if args.bom and first and i == 0 else line)
            first = False
    return inputs.status


def _lines(style: str, report: Report, name: str | None, *, first: bool) -> list[str]:
    found = facts(report)
    if style == "jsonl":
        return list(jsonl_lines(found, name))
    if style == "table":
        index = LineIndex(source_text(report.document))
        lines = list(table_lines(found, lambda offset: index.position(offset)[0]))
        return lines if name is None else [f"{name}:", *lines]
    write = csv_lines if style == "csv" else tsv_lines
    return list(write(found, name, header=first))
