"""``rendaparse outline``: the headings of a report with their places."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse.cli._inputs import Inputs, add_arguments
from rendaparse.cli._output import line_writer
from rendaparse.views.outline import OutlineEntry, outline

INDENT = "  "


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "outline",
        help="print the headings of a report",
        description="Print the section tree: line:column, then the heading, indented by its level.",
    )
    add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the outlines; return the exit status."""
    inputs = Inputs(args, inline=False)
    with line_writer(args.output) as write:
        for name, result in inputs:
            if not isinstance(result, Report):
                continue
            if len(inputs) > 1:
                write(f"{name}:")
            for line in outline_lines(result):
                write(line)
    return inputs.status


def outline_lines(report: Report) -> list[str]:
    """Return the lines that show the outline of a report."""
    entries = outline(report)
    places = [f"{entry.line}:{entry.column}" for entry in entries]
    width = max(map(len, places), default=0)
    return [f"{place:<{width}}  {_heading(entry)}" for place, entry in zip(places, entries, strict=True)]


def _heading(entry: OutlineEntry) -> str:
    marker = entry.marker or ""
    gap = " " if marker[-1:].isalnum() and entry.text else ""  # a number on a line of its own, 第一章
    return INDENT * (entry.level - 1) + marker + gap + entry.text
