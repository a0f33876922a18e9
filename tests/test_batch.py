"""Many files: every one has its row, whatever happens to another."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from conftest import SEEDS

import rendaparse
from rendaparse import DecodeError, Report, UnknownEncodingError, outline, parse_file, parse_many
from rendaparse._processes import AHEAD

TEXT = "一、总体情况\n全年召开会议{}次。\n"
both_ways = pytest.mark.parametrize("processes", [None, 2])


class Awkward(os.PathLike[str]):
    """A path that does something to whoever reads it."""

    def __init__(self, deed: str) -> None:
        self.deed = deed

    def __fspath__(self) -> str:
        """Do it."""
        if self.deed == "kill":
            assert multiprocessing.parent_process() is not None, "this would end the tests"
            os._exit(9)
        if self.deed == "unspeakable":
            raise UnspeakableError(1, 2)
        raise KeyError(self.deed)


class UnspeakableError(Exception):
    """One that cannot be sent from process to process: its arguments are not those it is made of."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(one + two)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """As many files as make every process wait for its turn."""
    found = [tmp_path / f"{number}.txt" for number in range(3 * AHEAD)]
    for number, path in enumerate(found):
        path.write_text(TEXT.format(number), "utf-8")
    return found


def _values(results: Iterator[tuple[Any, Report | Exception]]) -> list[Any]:
    return [
        next(int(str(found.value)) for found in result.document.find_all("quantity"))
        if isinstance(result, Report)
        else type(result)
        for _, result in results
    ]


@both_ways
def test_the_reports_are_those_of_the_files(processes: int | None) -> None:
    """In the order of the paths, each with the path that was given."""
    paths: list[str | Path] = [str(SEEDS[0]), *SEEDS[1:]]
    results = list(parse_many(paths, processes))
    assert [path for path, _ in results] == paths
    assert [report for _, report in results] == [parse_file(path) for path in paths]


@both_ways
def test_no_file_stops_the_others(processes: int | None, files: list[Path], tmp_path: Path) -> None:
    """What is raised for one stands in its place."""
    files[0].write_bytes(b"\xff\xff")
    paths = [*files[:3], tmp_path / "none.txt", tmp_path, Awkward("reader"), *files[3:]]
    results = _values(parse_many(paths, processes, encoding="utf-8"))
    reading_a_folder = PermissionError if sys.platform == "win32" else IsADirectoryError
    assert results == [DecodeError, 1, 2, FileNotFoundError, reading_a_folder, KeyError, *range(3, len(files))]


@both_ways
def test_options_are_those_of_a_single_file(processes: int | None, files: list[Path]) -> None:
    """Encoding and depth of the reading."""
    ((_, failed),) = parse_many(files[:1], processes, encoding="no-such")
    assert isinstance(failed, UnknownEncodingError)
    ((_, report),) = parse_many(files[:1], processes, encoding="utf-8", inline=False)
    assert isinstance(report, Report)
    assert report.document.find("quantity") is None
    assert [entry.text for entry in outline(report)] == ["总体情况"]


@both_ways
def test_paths_are_asked_for_as_the_run_goes_on(processes: int | None, files: list[Path]) -> None:
    """Ten thousand files do not pile up in memory; who leaves early leaves no process behind."""
    asked: list[Path] = []

    def ask() -> Iterator[Path]:
        for path in files * 3:
            asked.append(path)
            yield path

    results = parse_many(ask(), processes)
    assert asked == []
    assert next(results)[0] == files[0]
    assert len(asked) <= (AHEAD * processes if processes else 1)
    results.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("deed", ["kill", "unspeakable"])
def test_a_lost_process_costs_the_file_it_held(deed: str, files: list[Path]) -> None:
    """Those that were in flight with it are read again, and the run goes on."""
    paths = [*files[:2], Awkward(deed), *files[2:]]
    expected: list[Any] = list(range(len(files)))
    expected.insert(2, BrokenProcessPool)
    assert _values(parse_many(paths, 2)) == expected


def test_an_error_tells_where_it_came_from(files: list[Path]) -> None:
    """The traceback of the process that read the file goes along."""
    ((_, error), _) = parse_many([Awkward("reader"), files[0]], 1)
    assert isinstance(error, KeyError)
    assert "__fspath__" in str(error.__cause__)


def test_an_interrupt_stops_the_run() -> None:
    """It is no failure of a file."""

    class Interrupting(os.PathLike[str]):
        def __fspath__(self) -> str:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        next(parse_many([Interrupting()]))


def test_a_program_without_its_guard_is_told(tmp_path: Path) -> None:
    """Its processes cannot start: that is no failure of each of the files."""
    program = tmp_path / "program.py"
    program.write_text("import rendaparse\nprint(list(rendaparse.parse_many(['none.txt'], 2)))\n", "utf-8")
    done = subprocess.run([sys.executable, program], check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout == ""
    assert 'is parse_many called under `if __name__ == "__main__":`?' in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("path", ["report.txt", b"report.txt", Path("report.txt")])
def test_one_path_is_not_many(path: Any) -> None:
    """A string would be taken for as many paths as it has characters."""
    with pytest.raises(TypeError, match="parse_many takes several paths"):
        parse_many(path)


@pytest.mark.parametrize("processes", [0, -1])
def test_no_process_is_too_few(processes: int) -> None:
    """None stands for this one."""
    with pytest.raises(ValueError, match="expected one process or more"):
        parse_many([], processes)


def test_processes_are_loaded_only_when_wanted() -> None:
    """Where there are none, as in a browser, all else works."""
    code = "import sys, rendaparse; sys.exit('multiprocessing' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert rendaparse.parse_many is parse_many
