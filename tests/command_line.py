"""What the tests of the command line share: small reports in files, and the program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rendaparse.cli import main

TEXT = "一、总体情况\n全年召开常委会会议7次。\n二、下一步打算\n力争更好。\n"
UNBALANCED = "一、总体情况\n全年召开”会议。\n"
"""A text that gives a warning."""
UNDECODABLE = "一、总体情况".encode("gb18030") + b"\xff\n"
"""Bytes that give an error."""


def write(folder: Path, name: str = "report.txt", text: str | bytes = TEXT) -> str:
    """Write a report; return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def command(*args: str) -> list[str]:
    """Return the words that start the program."""
    return [sys.executable, "-m", "rendaparse", *args]


def run(*args: str, environment: dict[str, str] | None = None, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; return what it printed."""
    settings: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "input": b""}
    if "stdin" in options:
        del settings["input"]
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        command(*args), check=False, timeout=60, env=inherited | (environment or {}), **(settings | options)
    )


def usage_error(capfd: pytest.CaptureFixture[str], *args: str) -> str:
    """Run a command that is used wrongly; return what stands on stderr, the usage before it."""
    with pytest.raises(SystemExit) as exit_info:
        main(args)
    assert exit_info.value.code == 2
    out, err = capfd.readouterr()
    assert out == ""
    return err
