"""Tries to read one file of many: whatever is raised is its result."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from rendaparse._report import Report

PathT = TypeVar("PathT", bound=str | os.PathLike[str])


def result_of(read: Callable[[], Report]) -> Report | Exception:
    """Return what a call returns, or what it raises: the one place where any error is caught."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001  one file must not stop the others
        return error
