"""The command line: one file a command, each with ``add_parser`` and ``run``."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

import rendaparse
from rendaparse.cli import dump, example, facts, info, outline, schema
from rendaparse.cli._inputs import UsageError

COMMANDS = (dump, outline, facts, info, schema, example)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 findings under ``--strict``, 2 usage, an unreadable input or no output."""
    gc.freeze()
    gc.set_threshold(100_000)  # trees hold no cycles; collecting costs a quarter of the time on a large input
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except UsageError as error:
        parser.error(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader left; nothing to flush at exit
        return 0
    except OSError as error:  # those of the inputs are dealt with one by one
        print(f"rendaparse: cannot write {error.filename or 'standard output'}: {error.strerror}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rendaparse", description=rendaparse.__doc__)
    parser.add_argument("--version", action="version", version=f"rendaparse {rendaparse.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_parser(commands)
    return parser
