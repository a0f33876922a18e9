"""A target for atheris, which follows what code an input reaches (``pip install atheris``).

``python -m tests.fuzz.atheris_target FOLDER`` from the root of the checkout; FOLDER keeps the inputs that reach
something new, and may hold reports to begin with.
"""

from __future__ import annotations

import sys
from importlib import import_module

from harness import check

from rendaparse import parse, parse_file


def one_input(data: bytes) -> None:
    """Check a report of the bytes, as text where they are UTF-8 and as a file in any case."""
    parse_file(data)
    text = data.decode("utf-8", "surrogateescape")
    check(text, parse(text))


def main() -> None:
    """Run until something breaks."""
    atheris = import_module("atheris")
    atheris.instrument_all()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
