"""Builds the package: puts what lark makes of the grammars beside them, so that no start has to make it again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from setuptools.command.build_py import build_py

MAKE = """
import sys
import rendaparse.document  # all that composes patterns
from rendaparse.grammar.build import compile_grammars
sys.stdout.buffer.write(compile_grammars())
"""


class BuildWithGrammars(build_py):
    """Copies the modules and the grammars, then compiles the grammars with the modules; not where they are edited."""

    def run(self) -> None:
        """Build, and write the compiled grammars into what was built."""
        super().run()
        if not self.editable_mode:
            environment = os.environ | {"PYTHONPATH": os.pathsep.join([self.build_lib, *filter(None, sys.path)])}
            command = [sys.executable, "-c", MAKE]
            made = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)  # noqa: S603  our own
            self._target().write_bytes(made.stdout)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """Return the files that a build writes."""
        return [*super().get_outputs(include_bytecode), *([] if self.editable_mode else [str(self._target())])]

    def _target(self) -> Path:
        return Path(self.build_lib, "rendaparse", "grammars", "compiled.json")
