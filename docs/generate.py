"""Writes the pages of the reference that follow from the code: nodes from their classes, commands from argparse.

``python docs/generate.py`` writes them into docs/reference. They are committed; a test says that they are up to date.
"""

from __future__ import annotations

import argparse
import inspect
import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from rendaparse import cli
from rendaparse.json.fields import fields_of
from rendaparse.nodes import Approximator, Dating, Mention, Node, blocks, inlines
from rendaparse.nodes._types import NODE_TYPES

OPENING = """\
Every node has a `type`, and `span`, its half-open range of code points. What each type looks like in a text is told by
the [specification](../spec/index.md).
"""


def write(folder: Path) -> None:
    """Write nodes.md and cli.md."""
    (folder / "nodes.md").write_text(node_page(), "utf-8", newline="\n")
    (folder / "cli.md").write_text(cli_page(), "utf-8", newline="\n")


# ── nodes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def node_page() -> str:
    """Return the page of the node types."""
    parts = [
        "# Nodes\n",
        OPENING,
        "## Blocks\n",
        *_nodes_of(blocks.__name__),
        "## Inlines\n",
        *_nodes_of(inlines.__name__),
        "## Values of fields\n",
        *_entry(Mention, "Mention"),
        *_entry(Approximator, "Approximator"),
        *_entry(Dating, "Dating"),
    ]
    return "\n".join(parts)


def _nodes_of(module: str) -> Iterator[str]:
    for name, kind in NODE_TYPES.items():
        if kind.__module__ == module:
            yield from _entry(kind, name)


def _entry(kind: type, name: str) -> Iterator[str]:
    yield f"### {name}\n"
    yield _prose(inspect.getdoc(kind) or "") + "\n"
    if issubclass(kind, Node):
        yield _nature(kind) + "\n"
    rows = [f"| `{field.key}` | {_hint(field.hint)} |" for field in fields_of(kind)]
    if rows:
        yield "\n".join(["| field | value |", "|---|---|", *rows]) + "\n"


def _nature(kind: type[Node]) -> str:
    words = ["A leaf: `text` is its slice of the source." if kind.is_leaf else "A branch: it consists of `children`."]
    if kind.has_text:
        words.append("JSON shows its logical `text`.")
    if kind.is_interruption:
        words.append("It interrupts the text around it.")
    return " ".join(words)


def _prose(docstring: str) -> str:
    """Turn the markup of a docstring into that of the page."""
    return re.sub(r"``([^`]+)``", r"`\1`", docstring)


def _hint(hint: Any) -> str:
    """Return a type as JSON has it."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return " or ".join(_hint(option) for option in get_args(hint))
    if origin is Literal:
        return ", ".join(f"`{choice}`" for choice in get_args(hint))
    if origin is tuple:
        return "[" + ", ".join("…" if entry is ... else _hint(entry) for entry in get_args(hint)) + "]"
    names = {str: "string", int: "integer", bool: "true or false", NoneType: "null"}
    if hint in (Mention, Approximator, Dating):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return names.get(hint, "number")


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def cli_page() -> str:
    """Return the page of the commands."""
    parser = _english_program()
    parts = ["# Command line\n", f"{parser.description}\n", _options(parser)]
    for name, command in _commands(parser).items():
        parts += [f"## rendaparse {name}\n", f"{command.description}\n"]
        parts += [f"`{_usage(name, command)}`\n", _options(command)]
        parts += [f"```text\n{command.epilog}\n```\n"]
    return "\n".join(parts)


def _english_program() -> argparse.ArgumentParser:
    """Return the parser of the program as it speaks where the locale is not Chinese."""
    locale = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C"
    try:
        return cli._program()  # noqa: SLF001  the program's own
    finally:
        if locale is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = locale


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (action,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001
    return dict(action.choices)


def _usage(name: str, command: argparse.ArgumentParser) -> str:
    words = [f"rendaparse {name}", "[OPTION…]"]
    words += [_metavar(action) + "…" * (action.nargs == "*") for action in _arguments(command)]
    return " ".join(words)


def _arguments(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in command._actions if not action.option_strings]  # noqa: SLF001


def _metavar(action: argparse.Action) -> str:
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    name = choices or str(action.metavar or action.dest.upper())
    return f"[{name}]" if action.nargs == "?" else name


def _options(parser: argparse.ArgumentParser) -> str:
    rows = []
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            continue
        names = ", ".join(action.option_strings) or _metavar(action)
        value = f" {_metavar(action)}" if action.option_strings and action.nargs != 0 else ""
        rows.append(f"| `{_cell(names + value)}` | {_cell(str(action.help))} |")
    return "\n".join(["| argument | meaning |", "|---|---|", *rows]) + "\n"


def _cell(text: str) -> str:
    """Return a text as a cell of a table holds it."""
    return text.replace("|", r"\|")


if __name__ == "__main__":
    write(Path(__file__).parent / "reference")
