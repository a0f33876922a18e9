"""The documentation runs: every code block of docs, page by page, prints what stands below it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from rendaparse import cli
from rendaparse.nodes._types import NODE_TYPES

DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.parent != DOCS / "spec"]
BLOCK = re.compile(
    r"^```(?P<kind>python|console)\n(?P<code>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```$)?", re.MULTILINE | re.DOTALL
)
RUN = [path for path in PAGES if BLOCK.search(path.read_text("utf-8"))]


@pytest.mark.parametrize("page", RUN, ids=lambda page: str(page.relative_to(DOCS)))
def test_page_runs(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The blocks of a page share their names, as a reader's session does."""
    text = page.read_text("utf-8")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 2
        printed = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
        with contextlib.redirect_stdout(printed):
            if block["kind"] == "python":
                code = "\n" * (line - 1) + block["code"]
                exec(compile(code, str(page), "exec"), names)  # noqa: S102  our own pages
            else:
                _console(block["code"])
        printed.seek(0)
        assert printed.read() == (block["output"] or ""), f"{page.name}:{line}"


def _console(code: str) -> None:
    for line in code.splitlines():
        prompt, program, *arguments = shlex.split(line)
        assert (prompt, program) == ("$", "rendaparse")
        assert cli.main(arguments) == 0


def test_every_block_is_run() -> None:
    """Code in another language than those above is not run: only commands of contributing.md are."""
    for page in PAGES:
        kinds = set(re.findall(r"^```([a-z]+)$", page.read_text("utf-8"), re.MULTILINE))
        assert kinds <= {"python", "console", "text", "sh"}, page.name
        assert "sh" not in kinds or page.name == "contributing.md"


def test_generated_pages_are_up_to_date(tmp_path: Path) -> None:
    """The pages committed are those that ``docs/generate.py`` writes, whatever the terminal and the locale."""
    code = "import generate, pathlib, sys; generate.write(pathlib.Path(sys.argv[1]))"
    surroundings = {"COLUMNS": "40", "LC_ALL": "zh_CN.UTF-8", "PYTHONPATH": str(DOCS)}
    subprocess.run([sys.executable, "-c", code, tmp_path], env=os.environ | surroundings, check=True)
    for page in ("nodes.md", "cli.md"):
        written, committed = (folder / page for folder in (tmp_path, DOCS / "reference"))
        hint = "run python docs/generate.py and commit what it writes"
        assert written.read_text("utf-8") == committed.read_text("utf-8"), hint


def test_generated_pages_know_all() -> None:
    """The reference holds every node type, every command, every option."""
    nodes, commands = ((DOCS / "reference" / page).read_text("utf-8") for page in ("nodes.md", "cli.md"))
    assert set(re.findall(r"^### (\w+)$", nodes, re.MULTILINE)) >= set(NODE_TYPES)
    for option in ("--encoding", "--format", "--bom", "--depth", "--strict", "rendaparse schema"):
        assert option in commands


def test_chinese_readme_mirrors_the_english() -> None:
    """The same code, the same types, the same codes: the tests of README.md then hold for both."""
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh-CN.md"))
    for pattern in (r"```\w*\n.*?```", r"`\w+`", r"^\| RP[^\n]*$", r"^#+ "):
        both = [re.findall(pattern, text, re.MULTILINE | re.DOTALL) for text in (english, chinese)]
        if pattern.startswith("`"):
            both = [sorted(set(found) & {f"`{kind}`" for kind in NODE_TYPES}) for found in both]
        assert both[0] == both[1], pattern
    assert "(README.zh-CN.md)" in english.split("\n\n")[1]
    assert "(README.md)" in chinese.split("\n\n")[1]


def test_links_lead_somewhere() -> None:
    """A relative link names a page that exists."""
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).resolve().exists(), f"{page.name}: {target}"
