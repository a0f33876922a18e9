"""Words for the user: one line each, on standard error."""

from __future__ import annotations

import sys

from rendaparse._terminal import printable
from rendaparse.cli._streams import discard


def tell(text: str) -> None:
    """Print one line; where standard error is closed or its reader left there is no one to tell."""
    if sys.stderr is None:
        return
    try:
        print(printable(text), file=sys.stderr, flush=True)
    except OSError:
        discard(sys.stderr)
