"""``rendaparse explain``: what a diagnostic means, or why a place of a report is read as it is."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping

from rendaparse._diagnostics import CODES
from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse._text import LineIndex
from rendaparse.cli._arguments import UsageError, add_output, add_reading
from rendaparse.cli._batch import Batch
from rendaparse.cli._failure import Failure, failure
from rendaparse.cli._messages import say
from rendaparse.cli._output import line_writer
from rendaparse.nodes import Document, Time
from rendaparse.views.explain import Explanation, explain

EXAMPLES = ("rendaparse explain RP104", "rendaparse explain report.txt:12", "rendaparse explain report.txt:12:30")
PLACE = re.compile(r"(?P<file>.+?):(?P<line>[1-9][0-9]{0,9})(?::(?P<column>[1-9][0-9]{0,9}))?")

SHOWN = ("verb", "verbFrom", "thing", "relation", "period", "periodFrom")
"""Columns of a row that are shown of a figure: those that rules decide."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "explain",
        help=say("tell what a diagnostic means, or why a place is read as it is"),
        description=say(
            "Tell what a diagnostic means, or, of a place in a report, its nodes, the rules and words behind them, and "
            "the claims that lost."
        ),
        examples=EXAMPLES,
    )
    parser.add_argument(
        "target", metavar="CODE|FILE:LINE[:COLUMN]", help=say("a code such as RP104, or a place in a report")
    )
    add_output(parser)
    add_reading(parser)
    parser.add_argument("-v", "--verbose", action="store_true", help=say("print all diagnostics, and tracebacks"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanation; return the exit status."""
    if args.target.upper() in CODES:
        with line_writer(args.output) as write:
            for line in code_lines(args.target.upper()):
                write(line)
        return 0
    place = PLACE.fullmatch(args.target)
    if place is None:
        raise UsageError(say("{text} is neither a code nor FILE:LINE[:COLUMN]", text=repr(args.target)))
    at, column = int(place["line"]), int(place["column"] or 0)
    inputs = {"files": [place["file"]], "files_from": None, "glob": None}
    settings = {"strict": False, "quiet": False}
    batch = Batch(argparse.Namespace(**vars(args), **inputs, **settings))
    return batch.write(lambda name, report: explanation_lines(name, report, at, column))


def code_lines(code: str) -> list[str]:
    """Return what a diagnostic means, in both languages."""
    entry = CODES[code]
    head = f"{code} {entry.severity}"
    return [head, f"  {entry.english.format(detail='…')}", f"  {entry.chinese.format(detail='…')}"]


def explanation_lines(name: str, report: Report, line: int, column: int) -> list[str] | Failure:
    """Return why a place is read as it is; without a column, the first character of the line that is no blank."""
    index = LineIndex(report.text)
    try:
        offset = index.offset(line, column or 1)
    except ValueError:
        return failure(name, "no character at line {line}, column {column}", line=line, column=column or 1)
    if not column:
        blanks = re.compile(r"[ \t\xa0\u3000]*").match(report.text, offset)
        offset = blanks.end() if blanks else offset
    found = explain(report, offset)
    dates = _dates(report.document, index) if found.facts or any(isinstance(node, Time) for node in found.path) else []
    return [printable(shown) for shown in (*_lines(found), *dates)]


def _dates(document: Document, index: LineIndex) -> list[str]:
    """Return what relative times and the periods of figures count from, with the rule and the place of each date."""
    named = {"delivered": document.delivered, "reported": document.reported_period, "planned": document.plan_period}
    lines: list[str] = []
    for name, dating in named.items():
        if dating is not None:
            place = ":".join(map(str, index.position(dating.span[0]))) if dating.span is not None else "--date"
            lines.append(f"{name} {dating.value}: rule={dating.rule} at {place}")
    return lines


def _lines(found: Explanation) -> list[str]:
    lines = ["  " * depth + repr(node) for depth, node in enumerate(found.path)]
    if found.rule is not None:
        lines.append(f"rule: {found.rule}")
    for decision in found.decisions:
        ended = "" if decision.taken else " (lost)"
        lines.append(f"step {decision.step}: {decision.rule} -> {decision.role or 'seam, level'}{ended}")
    for fact in found.facts:
        row: Mapping[str, object] = fact.as_row()
        shown = " ".join(f"{name}={row[name]}" for name in SHOWN if row[name] is not None)
        lines.append(f"figure {fact.text}: rule={fact.rule} {shown}")
    lines.extend(f"word {word.word}: {' '.join(word.classes)} ({word.source})" for word in found.words)
    return lines
