"""``rendaparse explain``: what a diagnostic means, or why a place of a report is read as it is."""

from __future__ import annotations

import argparse
import re

from rendaparse._diagnostics import CODES
from rendaparse._report import Report
from rendaparse._terminal import printable
from rendaparse._text import LineIndex
from rendaparse.cli._arguments import UsageError, add_output
from rendaparse.cli._batch import Batch
from rendaparse.cli._messages import say
from rendaparse.cli._output import line_writer
from rendaparse.views.explain import Explanation, explain

EXAMPLES = ("rendaparse explain RP104", "rendaparse explain report.txt:12", "rendaparse explain report.txt:12:30")
PLACE = re.compile(r"(?P<file>.+?):(?P<line>[1-9][0-9]{0,9})(?::(?P<column>[1-9][0-9]{0,9}))?")


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
    parser.add_argument("--encoding", metavar="NAME", help=say("encoding of the input (default: found out)"))
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
    settings = {"strict": False, "quiet": False, "date": None}
    batch = Batch(argparse.Namespace(**vars(args), **inputs, **settings))
    return batch.write(lambda _name, report: explanation_lines(report, at, column))


def code_lines(code: str) -> list[str]:
    """Return what a diagnostic means, in both languages."""
    entry = CODES[code]
    head = f"{code} {entry.severity}"
    return [head, f"  {entry.english.format(detail='…')}", f"  {entry.chinese.format(detail='…')}"]


def explanation_lines(report: Report, line: int, column: int) -> list[str]:
    """Return why a place is read as it is; without a column, the first character of the line that is no blank.

    Raises ValueError where the report has no such place.
    """
    offset = LineIndex(report.text).offset(line, column or 1)
    if not column:
        blanks = re.compile(r"[ \t\xa0\u3000]*").match(report.text, offset)
        offset = blanks.end() if blanks else offset
    return [printable(shown) for shown in _lines(explain(report, offset))]


def _lines(found: Explanation) -> list[str]:
    lines = ["  " * depth + repr(node) for depth, node in enumerate(found.path)]
    if found.rule is not None:
        lines.append(f"rule: {found.rule}")
    for decision in found.decisions:
        ended = "" if decision.taken else " (lost)"
        lines.append(f"step {decision.step}: {decision.rule} -> {decision.role or 'seam, level'}{ended}")
    for fact in found.facts:
        told = {"verb": fact.verb, "thing": fact.thing, "relation": fact.relation, "period": fact.period}
        shown = " ".join(f"{name}={value}" for name, value in told.items() if value is not None)
        lines.append(f"figure {fact.text}: rule={fact.rule} {shown}")
    lines.extend(f"word {word.word}: {' '.join(word.classes)} ({word.source})" for word in found.words)
    return lines
