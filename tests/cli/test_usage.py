"""Wrong usage is told with the usage of the command and what was probably meant; help shows examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run, usage_error, write

from rendaparse import cli
from rendaparse.cli import COMMANDS, main

NAMES = [command.__name__.rpartition(".")[2] for command in COMMANDS]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["no-such-command", "x"],
            "no command no-such-command; the commands are dump, outline, facts, info, schema, example",
        ),
        (["fact", "x"], "no command fact; did you mean facts?"),
        (["otline"], "no command otline; did you mean outline?"),
        (["dump"], "no input: name a file, a folder, a pattern, or - for standard input"),
        (["dump", ""], "the name of an input is empty"),
        (["dump", "-", "-"], "standard input can be read once only"),
        (["dump", "-", "--files-from", "-"], "standard input can be read once only"),
        (["dump", "--format", "json", "x", "y"], "--format json takes one input"),
        (["dump", "--format", "json", "--files-from", "x"], "--format json takes one input"),
        (["dump", "--indent", "2", "x", "y"], "--indent goes with --format json only: a row of NDJSON is one line"),
        (["dump", "--indent", "2", "--format", "ndjson", "x"], "--indent goes with --format json only: "),
        (["dump", "--indent", "two", "x"], "--indent: 'two' is no whole number from 0 to 32"),
        (["dump", "--indent", "33", "x"], "--indent: '33' is no whole number from 0 to 32"),
        (["dump", "--indent", "9" * 5000, "x"], "is no whole number from 0 to 32"),
        (["dump", "--depth=-1", "x"], "--depth: '-1' is no whole number from 0 to 999"),
        (["dump", "--depth", "x"], "--depth: 'x' is no whole number from 0 to 999"),
        (["dump", "-q", "-v", "x"], "--quiet and --verbose exclude each other"),
        (["dump", "--encoding", "no-such", "x"], "no encoding of texts is called no-such"),
        (["dump", "--encoding", "base64", "x"], "no encoding of texts is called base64"),
        (["dump", "--encoding", "undefined", "x"], "no encoding of texts is called undefined"),
        (["facts", "--bom", "x"], "--bom goes with --format csv"),
        (["facts", "x", "-o"], "-o/--output: needs a value"),
        (["facts", "--strict=yes", "x"], "--strict: takes no value"),
        (["facts", "--formt", "csv", "x"], "unknown option --formt; did you mean --format?"),
        (["facts", "--form", "csv", "x"], "unknown option --form; did you mean --format?"),
        (["facts", "--enc=gbk", "x"], "unknown option --enc; did you mean --encoding?"),
        (["facts", "-z", "x"], "unknown option -z"),
        (["facts", "--format", "cvs", "x"], "--format: cvs is none of table, csv, tsv, jsonl; did you mean csv?"),
        (["facts", "--format", "xlsx", "x"], "--format: xlsx is none of table, csv, tsv, jsonl"),
        (["schema", "dumps"], "command: dumps is none of dump, facts, info; did you mean dump?"),
        (["schema", "dump", "facts"], "unexpected argument facts"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_wrong_usage(args: list[str], message: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Exit 2 before anything is read; the last line says what is wrong, the ones before how it is used."""
    *usage, line = usage_error(capfd, *args).splitlines()
    program = f"rendaparse {args[0]}" if args[0] in NAMES else "rendaparse"
    assert usage[0].startswith(f"usage: {program} [-h]")
    assert line.startswith(f"{program}: ")
    assert line.endswith(message) or f": {message}" in line


def test_nothing_at_all(capfd: pytest.CaptureFixture[str]) -> None:
    """Help on stderr, exit 2."""
    assert main([]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("usage: rendaparse [-h]")
    assert "print the figures of a report as rows" in err


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help(name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples and exit codes, for the program and each command, no wider than the terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as exit_info:
        main([*([name] if name else []), "--help"])
    assert exit_info.value.code == 0
    out, err = capfd.readouterr()
    assert err == ""
    examples = out.partition("\nexamples:\n")[2].partition("\n\n")[0].splitlines()
    assert examples
    assert all(f"rendaparse {name}" in example for example in examples)
    assert "\nexit status:\n  0 done\n  1 findings under --strict\n  2 wrong usage, " in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_valid(name: str) -> None:
    """Each example is taken by the parser."""
    parser = cli._program()  # noqa: SLF001  the program's own
    commands = [line.strip() for line in (parser.epilog or "").splitlines() if line.startswith("  rendaparse ")]
    assert commands
    for line in commands:
        words = line.partition(" | ")[0].replace("'", "").split()
        parser.parse_args(words[1:])
    assert name in {words.split()[1] for words in commands} | {"schema", "info", "example"}


def test_files_may_stand_behind_options(capfd: pytest.CaptureFixture[str]) -> None:
    """In any order, as usual; and behind ``--`` whatever they are called."""
    assert main(["outline", "a", "--strict", "b", "-v", "c", "--", "-d"]) == 2
    names = [line.split(": ")[1] for line in capfd.readouterr().err.splitlines() if line.startswith("rendaparse: ")]
    assert names == ["a", "b", "c", "-d"]


def test_wrong_usage_of_the_process() -> None:
    """No traceback, nothing on standard output."""
    ran = run("facts", "--formt", "csv", "x")
    assert (ran.returncode, ran.stdout, b"Traceback" in ran.stderr) == (2, b"", False)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32-be", "GBK", "big5hkscs", "utf_8_sig"])
def test_known_encodings(encoding: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Also those whose characters take several bytes."""
    path = write(tmp_path, text="一、立法\n".encode(encoding))
    assert main(["outline", "--encoding", encoding, path]) == 0
    assert capfd.readouterr().out == "1:1  一、立法\n"
