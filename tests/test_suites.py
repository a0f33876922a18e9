"""The cases of other projects: those at hand, and that the script tells right from wrong."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from spec_examples import SPEC
from suites import Case, read_cases, verdict

FOLDER = os.environ.get("RENDAPARSE_SUITES")
MOST_FAILING = 0.02


@pytest.mark.skipif(FOLDER is None, reason="RENDAPARSE_SUITES names no folder of cases")
def test_cases_of_others() -> None:
    """All but a few are read as they are there, or as a convention says."""
    verdicts = Counter(verdict(case)[0] for case in read_cases(Path(str(FOLDER))))
    assert verdicts.total() > 0
    assert verdicts["fails"] <= MOST_FAILING * verdicts.total()


def _day(day: str) -> list[str]:
    return [f"{day} 00:00:00", f"{day} 23:59:59"]


@pytest.mark.parametrize(
    ("text", "time", "value", "expected"),
    [
        ("15年3月2日", "15年3月2日", _day("2015-03-02"), "strict"),
        ("明年3月", "明年3月", ["2022-03-01 00:00:00", "2022-03-31 23:59:59"], "strict"),
        ("去年上半年", "去年上半年", {"Timex": "(2020-01-01,2020-07-01,P6M)"}, "strict"),
        ("一年半", "一年半", {"Timex": "P1.5Y"}, "strict"),
        ("三十三年", "三十三年", {"year": 33.0}, "strict"),
        ("2月29日", "2月29日", [{"timex": "XXXX-02-29", "value": "2020-02-29"}], "strict"),
        ("2008年", "2008年", None, "strict"),
        ("1995-1997年", "1995-1997年", {"Timex": "(1995-01-01,1997-01-01,P2Y)"}, "closedEnd"),
        ("2018年之后", "2018年之后", [{"timex": "2018", "Mod": "after", "start": "2019-01-01"}], "openEnd"),
        ("2015年前", "2015年前", [{"timex": "2015", "Mod": "before", "end": "2015-01-01"}], "openEnd"),
        ("近三年", "近三年", {"Timex": "(2018-03-22,2021-03-22,P3Y)"}, "window"),
        ("年底", "年底", ["2021-11-01 00:00:00", "2021-12-31 23:59:59"], "edge"),
        ("九十年代", "九十年代", {"Timex": "(XX90-01-01,XX00-01-01,P10Y)"}, "decade"),
        ("历时90日", "90日", {"day": 90.0}, "length"),
        ("2018看来", "2018", {"Timex": "2018"}, "bareYear"),
        ("从2015年1月至2月", "从2015年1月至2月", ["2015-01-01 00:00:00", "2015-02-28 23:59:59"], "span"),
        ("2015年3月", "2015年3月", _day("2015-03-02"), "fails"),
        ("2015年3月", "2015年3月", {"Timex": "2015-04"}, "fails"),
        ("没有时间", "时间", {"Timex": "2015-04"}, "fails"),
    ],
)
def test_verdict(text: str, time: str, value: Any, expected: str) -> None:
    """Each convention is explained in the specification."""
    how, why = verdict(Case("made-up", "1", text, 2021, ((time, value),)))
    assert expected == (why if how == "by convention" else how)
    assert how != "by convention" or f"| `{why}` |" in (SPEC / "09-times.md").read_text("utf-8")


def test_a_time_where_there_is_none_fails() -> None:
    """A case may be that nothing is one."""
    assert verdict(Case("made-up", "1", "2015年3月", 2021, ()))[0] == "fails"
    assert verdict(Case("made-up", "1", "没有时间", 2021, ()))[0] == "strict"
