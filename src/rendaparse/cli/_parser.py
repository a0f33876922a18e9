"""The parser of the command line: argparse, in the language of the user, with examples and near misses."""

from __future__ import annotations

import argparse
import difflib
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from rendaparse._terminal import wrapped
from rendaparse.cli._messages import say
from rendaparse.cli._output import line_writer
from rendaparse.cli._stderr import tell

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

EXIT_STATUS = (
    "0 done",
    "1 findings under --strict",
    "2 wrong usage, an input that cannot be read, or no output",
    "130 interrupted, 143 terminated",
)
INDENT = "  "
MARGIN = 2
"""Columns that argparse leaves free at the right."""


class CommandParser(argparse.ArgumentParser):
    """命令行解析器: parses the program's arguments and those of its commands."""

    def __init__(self, *, examples: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(
            epilog=_epilog(examples),
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
            **settings,
        )
        self._positionals.title = say("arguments")
        self._optionals.title = say("options")
        self.add_argument("-h", "--help", action="help", help=say("show this help and end"))

    def parse_known_args(  # type: ignore[override]  # of its overloads one is used
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse; what is left over is the names of files behind options, or an error of this very command."""
        try:
            parsed, left = super().parse_known_args(args, namespace or argparse.Namespace())
        except argparse.ArgumentError as error:
            message = _ARGPARSE.get(error.message.partition(" explicit")[0])
            self.error(f"{error.argument_name}: {say(message) if message else error.message}")
        end = left.index("--") if "--" in left else len(left)
        for option in left[:end]:
            if option.startswith("-") and option != "-":
                name = option.partition("=")[0]
                self.error(say("unknown option {name}", name=name) + nearest(name, self._option_string_actions))
        names = left[:end] + left[end + 1 :]
        if names and not hasattr(parsed, "files"):
            self.error(say("unexpected argument {name}", name=names[0]))
        if names:
            parsed.files += names
        return parsed, []

    def error(self, message: str) -> NoReturn:
        """Print the usage of this command and what is wrong; end with 2."""
        self.print_usage(sys.stderr)
        tell(f"{self.prog}: {message}")
        raise SystemExit(2)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = action.choices
        if choices is None or value in choices:
            return
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  argparse has no other name for it
            hint = nearest(value, choices) or say("; ") + say("the commands are {names}", names=say(", ").join(choices))
            self.error(say("no command {name}", name=value) + hint)
        text = say("{text} is none of {choices}", text=value, choices=say(", ").join(choices))
        raise argparse.ArgumentError(action, text + nearest(value, choices))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print help as data are printed, so that a full disk is told; usage as words are."""
        if file is not None and file is sys.stdout:
            with line_writer(None) as write:
                write(message.rstrip("\n"))
        else:
            for line in message.splitlines():
                tell(line)


_ARGPARSE = {"expected one argument": "needs a value", "ignored": "takes no value"}
"""How argparse's own complaints begin, and what they are called here."""


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the question whether one of the names was meant that begin so or are close; nothing where none is."""
    known = list(names)
    close = [full for full in known if full.startswith(name)] or difflib.get_close_matches(name, known, n=1)
    return say("; ") + say("did you mean {names}?", names=say(" or ").join(close)) if close else ""


def _epilog(examples: Sequence[str]) -> str:
    shown = [say("examples:"), *(INDENT + example for example in examples), ""] if examples else []
    return "\n".join([*shown, say("exit status:"), *(INDENT + say(status) for status in EXIT_STATUS)])


class _Formatter(argparse.HelpFormatter):
    """Lays help out by the columns that its characters take, and leaves the lines of examples as they are."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=shutil.get_terminal_size().columns - MARGIN)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, say("usage: ") if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(
            indent + filled
            for line in text.splitlines()
            for filled in ([line] if line.startswith(INDENT) else wrapped(line, width - len(indent)))
        )
