"""The report that comes with the package, for trying things out."""

from __future__ import annotations

from importlib import resources

from rendaparse._api import parse_file
from rendaparse._report import Report

NAME = "quzhou-2022-report.txt"


def example() -> Report:
    """Return a real report (示例报告), which the package holds: that of a city's standing committee on the year 2022.

    >>> import rendaparse
    >>> report = rendaparse.example()
    >>> print(report.source.name, report.source.length, report.document.find("speaker").text)
    quzhou-2022-report.txt 11204 衢州市人大常委会主任 吴国升
    """
    return parse_file(example_file(), name=NAME)


def example_file() -> bytes:
    """Return the bytes of the file."""
    return resources.files("rendaparse.seeds").joinpath(NAME).read_bytes()
