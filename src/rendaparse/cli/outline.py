"""``rendaparse outline``: the headings of a report with their places."""

from __future__ import annotations

import argparse

from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse.cli._arguments import add_arguments
from rendaparse.cli._batch import Batch
from rendaparse.cli._messages import say
from rendaparse.views.outline import OutlineEntry, outline

INDENT = "  "
EXAMPLES = ("rendaparse outline report.txt", "rendaparse outline 'reports/2023*.txt'")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "outline",
        help=say("print the headings of a report"),
        description=say("Print the section tree: line:column, then the heading, indented by its level."),
        examples=EXAMPLES,
    )
    add_arguments(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the outlines; return the exit status."""
    batch = Batch(args, inline=False)

    def show(name: str, report: Report) -> list[str]:
        return [*([f"{printable(name)}:"] if batch.several else []), *outline_lines(report)]

    return batch.write(show)


def outline_lines(report: Report) -> list[str]:
    """Return the lines that show the outline of a report."""
    entries = outline(report)
    places = [f"{entry.line}:{entry.column}" for entry in entries]
    width = max(map(len, places), default=0)
    return [f"{place:<{width}}  {_heading(entry)}" for place, entry in zip(places, entries, strict=True)]


def _heading(entry: OutlineEntry) -> str:
    marker = entry.marker or ""
    gap = " " if marker[-1:].isalnum() and entry.text else ""  # a number on a line of its own, 第一章
    return printable(INDENT * (entry.level - 1) + marker + gap + entry.text)
