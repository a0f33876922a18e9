"""Fuzzers: mutations of real reports, and a target for atheris. ``python -m tests.fuzz`` runs the first."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # harness, as the tests import it
