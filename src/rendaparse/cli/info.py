"""``rendaparse info``: the report as a whole."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse.cli._arguments import add_arguments
from rendaparse.cli._batch import Batch, no_rows
from rendaparse.cli._failure import Failure
from rendaparse.cli._messages import say
from rendaparse.json.dump import Json, json_text, plain
from rendaparse.json.schema import INFO_SCHEMA_NAME
from rendaparse.views.metadata import metadata

EXAMPLES = ("rendaparse info report.txt", "rendaparse info --format text reports/")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "info",
        help=say("print what a report is: title, kind, body, place, meeting, dates"),
        description=say(
            "Print what a report is: one JSON object an input, with the span that each field was read from."
        ),
        examples=EXAMPLES,
    )
    add_arguments(parser)
    parser.add_argument("--format", choices=["json", "text"], default="json", help=say("default: json"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what the reports are; return the exit status."""
    batch = Batch(args)
    begun = False

    def show(name: str, report: Report) -> list[str]:
        nonlocal begun
        if args.format == "json":
            return [json_text(info(report))]
        head = [*([""] if begun else []), f"{printable(name)}:"] if batch.several else []
        begun = True
        return [*head, *_text_lines(report)]

    return batch.write(show, _error_row if args.format == "json" and batch.several else no_rows)


def info(report: Report) -> Json:
    """Return the object that is printed for a report."""
    return {"schema": INFO_SCHEMA_NAME, "source": plain(report.source), **plain(metadata(report))}


def _error_row(failure: Failure) -> list[str]:
    return [json_text({"schema": INFO_SCHEMA_NAME, "source": {"name": failure.name}, "error": failure.reason})]


def _text_lines(report: Report) -> list[str]:
    """Return a line a field that is known."""
    read = plain(metadata(report))
    del read["evidence"]
    width = max(map(len, read))
    return [printable(f"{key:<{width}}  {value}") for key, value in read.items() if value is not None]
