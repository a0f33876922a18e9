"""The command line: one file a command, each with ``add_parser`` and ``run``."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence

import rendaparse
from rendaparse.cli import dump, example, facts, info, outline, schema
from rendaparse.cli._arguments import UsageError
from rendaparse.cli._messages import say
from rendaparse.cli._output import OutputError
from rendaparse.cli._parser import CommandParser
from rendaparse.cli._stderr import tell
from rendaparse.cli._streams import Stopped, discard, stoppable, use_utf8

COMMANDS = (dump, outline, facts, info, schema, example)

EXAMPLES = (
    "rendaparse outline report.txt",
    "rendaparse facts --format csv --bom -o facts.csv reports/",
    "rendaparse dump report.txt | jq .root",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status.

    0 done, 1 findings under ``--strict``, 2 wrong usage, an unreadable input or no output, 130 and 143 on signals.
    """
    gc.freeze()
    gc.set_threshold(100_000)  # trees hold no cycles; collecting costs a quarter of the time on a large input
    use_utf8()
    try:
        with stoppable():
            return _run(argv)
    except OutputError as error:
        tell(f"rendaparse: {error}")
    except MemoryError:
        tell(f"rendaparse: {say('not enough memory')}")
    except BrokenPipeError:  # the reader left
        discard(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return 128 + stopped.number
    discard(sys.stdout)
    return 2


def _run(argv: Sequence[str] | None) -> int:
    parser = _program()
    args = parser.parse_args(argv)
    if args.run is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        return int(args.run(args))
    except UsageError as error:
        command: CommandParser = args.parser
        command.error(str(error))


def _program() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="rendaparse",
        description=say("Parse the reports of Chinese people's congresses and governments into trees and rows."),
        examples=EXAMPLES,
    )
    version = f"rendaparse {rendaparse.__version__}"
    parser.add_argument("--version", action="version", version=version, help=say("show the version and end"))
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title=say("commands"), metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    for command_parser in commands.choices.values():
        command_parser.set_defaults(parser=command_parser)
    return parser
