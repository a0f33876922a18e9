"""``rendaparse info``: the report as a whole."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from rendaparse._report import Report
from rendaparse.cli._inputs import Failure, Inputs, add_arguments
from rendaparse.cli._output import line_writer
from rendaparse.json.dump import Json, json_text, plain
from rendaparse.json.schema import INFO_SCHEMA_NAME
from rendaparse.views.metadata import metadata


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "info",
        help="print what a report is: title, kind, body, place, meeting, dates",
        description="Print what a report is: one JSON object an input, with the span that each field was read from.",
    )
    add_arguments(parser)
    parser.add_argument("--format", choices=["json", "text"], default="json", help="default: json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what the reports are; return the exit status."""
    inputs = Inputs(args)
    with line_writer(args.output) as write:
        for i, (name, result) in enumerate(inputs):
            if args.format == "text":
                for line in _text_lines(name, result, several=len(inputs) > 1, first=i == 0):
                    write(line)
            elif isinstance(result, Report):
                write(json_text(info(result)))
            elif len(inputs) > 1:
                write(json_text({"schema": INFO_SCHEMA_NAME, "source": {"name": name}, "error": result.reason}))
    return inputs.status


def info(report: Report) -> Json:
    """Return the object that is printed for a report."""
    return {"schema": INFO_SCHEMA_NAME, "source": plain(report.source), **plain(metadata(report))}


def _text_lines(name: str, result: Report | Failure, *, several: bool, first: bool) -> Iterator[str]:
    """Yield a line a field that is known; of several inputs each is headed by its name."""
    if isinstance(result, Failure):
        return
    if several:
        yield from (f"{name}:",) if first else ("", f"{name}:")
    read = plain(metadata(result))
    del read["evidence"]
    width = max(map(len, read))
    yield from (f"{key:<{width}}  {value}" for key, value in read.items() if value is not None)
