"""Dump and load."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from harness import check

from rendaparse import LoadError, Report, Source, dump, load, nodes, parse, parse_file, to_dict
from rendaparse.json.dump import json_text
from rendaparse.json.fields import fields_of
from rendaparse.json.readers import reader
from rendaparse.nodes import Document, Heading, LineBreak, Marker, Paragraph, Section, Sentence, Text
from rendaparse.nodes._types import NODE_TYPES

TEXT = "一、总体\n会议。\n"


def _report() -> Report:
    heading = Heading(0, 4, (Marker(0, 2, "一、"), Text(2, 4, "总体")), 1, "一、", 1, (2, 4), False)
    paragraph = Paragraph(5, 8, (Sentence(5, 8, (Text(5, 8, "会议。"),)),))
    section = Section(0, 9, (heading, LineBreak(4, 5, "\n"), paragraph, LineBreak(8, 9, "\n")), 1)
    return Report(Document(0, 9, (section,)), (), Source("report.txt", "utf-8", 9, "00"))


def test_shape_of_the_json() -> None:
    """Keys and their order are those of the contract."""
    shown = to_dict(_report())
    assert list(shown) == ["schema", "source", "root", "diagnostics"]
    assert shown["schema"] == "rendaparse-tree/1.1"
    assert shown["source"] == {"name": "report.txt", "encoding": "utf-8", "length": 9, "sha256": "00"}
    section = shown["root"]["children"][0]
    assert list(section) == ["type", "span", "level", "children"]
    assert section["children"][0] == {
        "type": "heading",
        "span": [0, 4],
        "level": 1,
        "marker": "一、",
        "number": 1,
        "textSpan": [2, 4],
        "runIn": False,
        "rule": None,
        "text": "总体",
        "children": [
            {"type": "marker", "span": [0, 2], "text": "一、"},
            {"type": "text", "span": [2, 4], "text": "总体"},
        ],
    }


def test_text_is_that_of_the_dict(seed: Path) -> None:
    """JSON written at once is, to the character, what the dict gives."""
    for report in (_report(), parse_file(seed), parse("\ud800“5月40日”\n")):
        assert dump(report) == json_text(to_dict(report))


def test_round_trip() -> None:
    """What was dumped is loaded equal, from text, bytes and dict."""
    report = _report()
    assert load(dump(report)) == report
    assert load(dump(report, indent=2).encode()) == report
    assert load(to_dict(report)) == report
    assert load(json.dumps(to_dict(report))) == report


DATES = ("reportedPeriod", "planPeriod", "delivered")


def test_earlier_trees_are_loaded() -> None:
    """A tree of version 1.0 has no dates; one of 1.1 without them is none, one of 1.2 may have more."""
    report = parse("政府工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n")
    shown = to_dict(report)
    assert shown["root"]["delivered"] == {"value": "2024-01-09", "span": [9, 18], "rule": "dateline"}
    assert load(shown | {"schema": "rendaparse-tree/1.2", "root": shown["root"] | {"more": 1}}) == report
    earlier = shown | {"root": {key: value for key, value in shown["root"].items() if key not in DATES}}
    with pytest.raises(LoadError, match="root: key 'reportedPeriod' is missing"):
        load(earlier)
    loaded = load(earlier | {"schema": "rendaparse-tree/1.0"})
    assert loaded.document == attrs.evolve(report.document, delivered=None, reported_period=None)


@pytest.mark.parametrize(
    ("dating", "message"),
    [
        ({"value": "2024", "span": [9, 99], "rule": "dateline"}, r"root.delivered: \[9, 99\] lies outside"),
        ({"value": 2024, "span": [9, 18], "rule": "dateline"}, "root.delivered.value: expected a string"),
        ({"value": "2024", "rule": "dateline"}, "root.delivered: key 'span' is missing"),
    ],
)
def test_malformed_dates_are_refused(dating: dict[str, object], message: str) -> None:
    """A date has a value, a place within the source or null, a rule."""
    shown = to_dict(parse("政府工作报告\n——2024年1月9日在溪州市第八届人民代表大会第三次会议上\n"))
    shown["root"]["delivered"] = dating
    with pytest.raises(LoadError, match=message):
        load(shown)


def test_diagnostics_carry_both_languages() -> None:
    """Severity and messages stand beside the code, for readers without its table."""
    report = parse("会议”召开。\n")
    (entry,) = (shown for shown in to_dict(report)["diagnostics"] if shown["code"] == "RP201")
    assert list(entry) == ["code", "severity", "span", "message", "messageZh", "detail"]
    assert entry["span"] == [2, 3]
    check("会议”召开。\n", report)


def test_surrogates_are_escaped_and_chinese_is_not() -> None:
    """The JSON always has a UTF-8 form."""
    shown = dump(parse("会议\udc80"))
    assert r"\udc80" in shown
    assert "会议" in shown
    assert shown.encode()


def test_extracts() -> None:
    """Without text, or down to a depth; neither can be loaded."""
    bare = to_dict(_report(), text=False)
    assert '"text":' not in json.dumps(bare)
    top = to_dict(_report(), depth=1)["root"]
    assert [list(child) for child in top["children"]] == [["type", "span", "level"]]
    for extract in (bare, to_dict(_report(), depth=1)):
        with pytest.raises(LoadError, match="missing"):
            load(extract)


def _at(shown: Any, *path: str | int) -> Any:
    for step in path:
        shown = shown[step]
    return shown


FIRST = ("root", "children", 0)
HEADING = (*FIRST, "children", 0)
PARAGRAPH = (*FIRST, "children", 2)

SPOILED: dict[str, tuple[Callable[[Any], object], str]] = {
    "no schema": (lambda shown: shown.pop("schema"), "'schema' is missing"),
    "other schema": (lambda shown: shown.update(schema="mdast/1.0"), "schema: expected rendaparse-tree/1.1"),
    "other major": (
        lambda shown: shown.update(schema="rendaparse-tree/2.0"),
        "schema: this is rendaparse-tree/2.0; only rendaparse-tree/1.x",
    ),
    "no root": (lambda shown: shown.pop("root"), "'root' is missing"),
    "root null": (lambda shown: shown.update(root=None), "root: expected an object, found null"),
    "root no document": (lambda shown: shown.update(root=_at(shown, *FIRST)), "root.type: expected a document"),
    "source length": (lambda shown: shown["source"].update(length=8), r"root.span: expected \[0, 8\]"),
    "source length true": (lambda shown: shown["source"].update(length=True), "source.length: expected an integer"),
    "unknown type": (lambda shown: _at(shown, *HEADING).update(type="chunk"), r"children\[0\].type: unknown"),
    "type a list": (lambda shown: _at(shown, *HEADING).update(type=[]), r"children\[0\].type: unknown"),
    "abstract type": (lambda shown: _at(shown, *HEADING).update(type="leaf"), r"children\[0\].type: unknown"),
    "span of one": (lambda shown: _at(shown, *HEADING).update(span=[0]), r"children\[0\].span: expected two integers"),
    "span backwards": (lambda shown: _at(shown, *HEADING).update(span=[4, 0]), r"\[4, 0\] is no range"),
    "span below zero": (lambda shown: _at(shown, *HEADING).update(span=[-1, 4]), "is no range"),
    "span of strings": (lambda shown: _at(shown, *HEADING).update(span=["0", "4"]), "expected two integers"),
    "no children": (lambda shown: _at(shown, *HEADING).pop("children"), r"children\[0\]: key 'children' is missing"),
    "children an object": (lambda shown: _at(shown, *HEADING).update(children={}), "children: expected a list"),
    "child a string": (lambda shown: _at(shown, *HEADING)["children"].append("x"), r"\[2\]: expected an object"),
    "gap": (lambda shown: _at(shown, *FIRST)["children"].pop(1), r"children\[1\].span: expected to begin at 4"),
    "cut short": (lambda shown: _at(shown, *FIRST)["children"].pop(), r"children\[0\].span: the children end at 8"),
    "leaf text": (
        lambda shown: _at(shown, *HEADING, "children", 1).update(text="总体上"),
        r"root.children\[0\].children\[0\].children\[1\].text: 3 characters in a span of 2",
    ),
    "branch text": (lambda shown: _at(shown, *HEADING).update(text="总"), r"children\[0\].text: differs"),
    "no level": (lambda shown: _at(shown, *FIRST).pop("level"), r"root.children\[0\]: key 'level' is missing"),
    "level null": (lambda shown: _at(shown, *FIRST).update(level=None), "level: expected an integer, found null"),
    "number a string": (lambda shown: _at(shown, *HEADING).update(number="1"), "number: expected an integer"),
    "run-in a number": (lambda shown: _at(shown, *HEADING).update(runIn=0), "runIn: expected true or false"),
    "diagnostics null": (lambda shown: shown.update(diagnostics=None), "diagnostics: expected a list"),
    "unknown code": (
        lambda shown: shown["diagnostics"].append({"code": "XX", "span": [0, 1], "detail": ""}),
        r"diagnostics\[0\].code: unknown code 'XX'",
    ),
}


@pytest.mark.parametrize(("spoil", "message"), SPOILED.values(), ids=SPOILED)
def test_malformed_trees_are_refused(spoil: Callable[[Any], object], message: str) -> None:
    """The error names the place and what is wrong there."""
    shown = to_dict(_report())
    spoil(shown)
    for form in (copy.deepcopy(shown), json.dumps(shown)):
        with pytest.raises(LoadError, match=message):
            load(form)


@pytest.mark.parametrize("source", ["", "{", "[]", "3", "null", b"\xff\xfe\xff", "[" * 100_000, "NaN", "1" * 5000])
def test_what_is_no_report_is_refused(source: str | bytes) -> None:
    """One error class for all of it."""
    with pytest.raises(LoadError):
        load(source)


def test_too_deep_a_tree_is_refused() -> None:
    """Neither a hundred levels nor a hundred thousand are followed."""
    shown = to_dict(_report())
    for levels in (100, 100_000):
        inner: Any = {"type": "sentence", "span": [0, 9], "children": []}
        for _ in range(levels):
            inner = {"type": "sentence", "span": [0, 9], "children": [inner]}
        shown["root"]["children"] = [inner]
        with pytest.raises(LoadError, match="deeper than 64 levels"):
            load(shown)
        while inner["children"]:  # taken apart by hand: Python itself frees nested objects recursively
            inner = inner["children"].pop()


def test_every_class_has_areader() -> None:
    """A field of a type that JSON cannot show fails here, not on a user's file."""
    for kind in NODE_TYPES.values():
        for field in fields_of(kind):
            assert callable(reader(field.hint))


def test_type_names_are_class_names() -> None:
    """One mapping, without exceptions: ListItem is listItem."""
    for name, kind in NODE_TYPES.items():
        assert kind.__name__ == name[0].upper() + name[1:]
        assert getattr(nodes, kind.__name__) is kind


@pytest.mark.parametrize(("shown", "value"), [(7, Decimal(7)), (2.5, Decimal("2.5")), (Decimal("0.1"), Decimal("0.1"))])
def test_numbers_are_exact(shown: object, value: Decimal) -> None:
    """A float is taken by its shortest form, which dump wrote."""
    assert reader(Decimal)(shown) == value
    assert reader(Decimal | tuple[Decimal, Decimal])([shown, 9]) == (value, Decimal(9))
    assert reader(Decimal | None)(None) is None
    assert reader(tuple[Decimal, ...])([shown, 1, 2]) == (value, Decimal(1), Decimal(2))


@pytest.mark.parametrize("shown", ["7", True, None, float("nan"), float("inf"), [1], [1, 2, 3], ["1", 2]])
def test_what_is_no_number_is_refused(shown: object) -> None:
    """Neither strings nor truth values."""
    with pytest.raises(LoadError):
        reader(Decimal | tuple[Decimal, Decimal])(shown)
