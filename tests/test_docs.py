"""The documentation runs: every code block of docs, page by page, prints what stands below it."""

from __future__ import annotations

import contextlib
import inspect
import io
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from rendaparse import cli
from rendaparse.block import line as lines
from rendaparse.block import roles
from rendaparse.block.settle import page as settling
from rendaparse.nodes._types import NODE_TYPES

DOCS = ROOT / "docs"
PAGES = [path for path in sorted(DOCS.rglob("*.md")) if path.parent != DOCS / "spec"]
BLOCK = re.compile(
    r"^```(?P<kind>python|console|js)\n(?P<code>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```$)?",
    re.MULTILINE | re.DOTALL,
)
CHINESE = [path for path in PAGES if DOCS / "zh" in path.parents]
RUN = [path for path in PAGES if path not in CHINESE and BLOCK.search(path.read_text("utf-8"))]
SHORT = {"headings": 12, "chunks": 15, "growth-targets": 8, "law-titles": 8, "batch": 8}
"""The programs that users write first: the page of how-to that begins with one, and how many lines it may have."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in that holds the texts which the pages read."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "reports").symlink_to(DOCS / "how-to" / "reports")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _name(page: Path) -> str:
    return str(page.relative_to(DOCS))


@pytest.mark.parametrize("page", RUN, ids=_name)
@pytest.mark.usefixtures("folder")
def test_page_runs(page: Path) -> None:
    """The blocks of a page share their names, as a reader's session does."""
    text = page.read_text("utf-8")
    names: dict[str, object] = {"__name__": "__main__"}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start()) + 2
        printed = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n")
        with contextlib.redirect_stdout(printed):
            if block["kind"] == "python":
                code = "\n" * (line - 1) + block["code"]
                exec(compile(code, str(page), "exec"), names)  # noqa: S102  our own pages
            elif block["kind"] == "console":
                _console(block["code"])
            else:
                printed.write(_javascript(block["code"]))
        printed.seek(0)
        assert printed.read() == (block["output"] or ""), f"{page.name}:{line}"


def _console(code: str) -> None:
    for line in code.splitlines():
        prompt, program, *arguments = shlex.split(line)
        assert (prompt, program) == ("$", "rendaparse")
        assert cli.main(arguments) == 0


def _javascript(code: str) -> str:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    return subprocess.run([node, "-"], input=code, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("name", SHORT)
def test_program_is_short_and_runs(name: str, folder: Path) -> None:
    """The first block of the page is a whole program, not longer than promised; blank lines do not count."""
    block = BLOCK.search((DOCS / "how-to" / f"{name}.md").read_text("utf-8"))
    assert block is not None
    assert len([line for line in block["code"].splitlines() if line.strip()]) <= SHORT[name]
    program = folder / "program.py"
    program.write_text(block["code"], "utf-8")
    command = [sys.executable, "-X", "utf8", "-W", "error", str(program)]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    assert (run.stdout, run.stderr) == (block["output"], "")


def test_every_block_is_run() -> None:
    """Code in another language is not run: commands of contributing.md, and R, which is seldom installed."""
    elsewhere = {"sh": {"contributing.md"}, "r": {"json.md"}}
    for page in PAGES:
        kinds = set(re.findall(r"^```([a-z]+)$", page.read_text("utf-8"), re.MULTILINE))
        assert kinds <= {"python", "console", "js", "text", *elsewhere}, page.name
        assert all(page.name in elsewhere.get(kind, {page.name}) for kind in kinds)


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


@pytest.mark.parametrize("page", CHINESE, ids=_name)
def test_chinese_page_mirrors_the_english(page: Path) -> None:
    """The same code with the same output, which runs in the English page, and headings of the same levels."""
    english = DOCS / page.relative_to(DOCS / "zh")
    for pattern in (r"^```\w+\n.*?^```$", r"^#+ "):
        both = [re.findall(pattern, path.read_text("utf-8"), re.MULTILINE | re.DOTALL) for path in (english, page)]
        assert both[0] == both[1], pattern


def test_every_how_to_is_chinese_too() -> None:
    """A how-to that is added in one language is missed in the other."""
    english, chinese = ({page.name for page in (DOCS / folder).glob("*.md")} for folder in ("how-to", "zh/how-to"))
    assert english == chinese
    assert (DOCS / "zh" / "tutorial.md").exists()


def test_links_lead_somewhere() -> None:
    """A relative link names a page that exists."""
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).resolve().exists(), f"{page.name}: {target}"


HOUSE = (DOCS / "glossary.md").read_text("utf-8").partition("|---|---|---|---|\n")[2]


def test_glossary_names_what_is_there() -> None:
    """And explains every class by which lines are settled; its words stand in order, each once."""
    rows = [row.strip("| ").split(" | ") for row in HOUSE.splitlines()]
    words = [row[0] for row in rows]
    assert words == sorted(set(words))
    named = [pkgutil.resolve_name(f"rendaparse.{name}") for row in rows for name in re.findall("`(.+?)`", row[3])]
    for module in (lines, roles, settling):
        classes = (one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__)
        assert [one for one in classes if one not in named] == []
