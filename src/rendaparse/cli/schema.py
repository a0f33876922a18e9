"""``rendaparse schema``: the JSON Schema of what the other commands print."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from rendaparse.cli._arguments import add_output
from rendaparse.cli._messages import say
from rendaparse.cli._output import line_writer
from rendaparse.json.dump import Json, json_text
from rendaparse.json.fields import FACTS_SCHEMA_NAME
from rendaparse.json.schema import info_schema, row_schema, tree_schema
from rendaparse.views.fact import Fact
from rendaparse.views.metadata import Metadata

SCHEMAS: dict[str, Callable[[], Json]] = {
    "dump": tree_schema,
    "facts": lambda: row_schema(FACTS_SCHEMA_NAME, Fact),
    "info": lambda: info_schema(Metadata),
}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of the program."""
    parser = commands.add_parser(
        "schema",
        help=say("print the JSON Schema of the output"),
        description=say("Print the JSON Schema (2020-12) of what a command prints as JSON."),
        examples=("rendaparse schema dump", "rendaparse schema facts -o facts.schema.json"),
    )
    parser.add_argument("command", nargs="?", choices=SCHEMAS, default="dump", help=say("default: dump"))
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema; return the exit status."""
    with line_writer(args.output) as write:
        write(json_text(SCHEMAS[args.command](), indent=2))
    return 0
