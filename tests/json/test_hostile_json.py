"""JSON that is meant to do harm, or to pass for a report: one class of error, a short message, and soon."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rendaparse import LoadError, dump, load, parse, to_dict

TEXT = "一、总体情况\n全年召开会议7次，比上年增长8.5%，约10至15人。\n（一）立法工作\n南浦区八届人大一次会议”闭幕。\n"
SHOWN = dump(parse(TEXT))
DEEP = "[" * 900 + "]" * 900

REPLACED = {
    "exponent that fills the memory": ('"value":8.5', '"value":1e999999999', "too large"),
    "exponent of many digits": ('"value":8.5', f'"value":1e{"9" * 30}', "exponent is too large"),
    "more digits than a float keeps": ('"value":8.5', f'"value":8.5{"0" * 40}1', "too many digits"),
    "integer value of many digits": ('"value":8.5', f'"value":{"9" * 4000}', "too large"),
    "integer of too many digits to read": ('"value":8.5', f'"value":{"9" * 5000}', "not JSON"),
    "integer field of many digits": ('"number":1', f'"number":{"9" * 4000}', "at most 9007199254740991"),
    "span of many digits": ('"span":[0,', f'"span":[0,{"9" * 4000}],"x":[0,', "no range"),
    "not a number": ('"value":8.5', '"value":NaN', "not JSON: NaN"),
    "infinity": ('"value":8.5', '"value":-Infinity', "not JSON: -Infinity"),
    "key twice": ('"level":1', '"level":2,"level":1', "'level' stands twice"),
    "long type": ('"type":"marker"', f'"type":"{"x" * 10**6}"', "unknown node type 'xxx"),
    "deep type": ('"type":"marker"', f'"type":{DEEP}', "unknown node type"),
    "deep literal": ('"kind":"relative"', f'"kind":{DEEP}', "expected one of year"),
    "long code": ('"code":"RP201"', f'"code":"{"x" * 10**6}"', "unknown code"),
    "diagnostic outside": ('"severity":"warning","span":[', '"severity":"warning","span":[1,1000],"x":[', "outside"),
    "heading text outside": ('"textSpan":[2,6]', '"textSpan":[2,1000]', r"textSpan: \[2, 1000\] lies outside"),
    "mention outside": (
        '"verb":{"text":"召开","span":[9,11]',
        '"verb":{"text":"召开","span":[9,1000]',
        "verb: .* outside",
    ),
    "empty node": (
        '"children":[{"type":"marker"',
        '"children":[{"type":"text","span":[0,0],"text":""},{"type":"marker"',
        "empty",
    ),
    "other major": ("rendaparse-tree/1.", "rendaparse-tree/3.", r"rendaparse-tree/3.*only rendaparse-tree/1\.x"),
}
BEGUN = {
    "blanks": " " * 10**7,
    "lists begun": "[" * 10**7,
    "objects begun": '{"a":' * 10**6,
    "cut in a string": SHOWN[:-20],
    "many wrong diagnostics": SHOWN.replace('"diagnostics":[', '"diagnostics":[' + "{}," * 10**5),
}
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, "", "x", "heading", "document", float("nan"), float("inf")),
    *([], {}, [1, 2], [2, 1], [0, 10**20], [[]], {"text": "x", "span": [0, 1]}),
)


def _refused(source: Any) -> str:
    with pytest.raises(LoadError) as caught:
        load(source)
    return str(caught.value)


@pytest.mark.parametrize(("old", "new", "message"), REPLACED.values(), ids=REPLACED)
def test_harmful_values_are_refused(old: str, new: str, message: str) -> None:
    """The message names what is wrong and stays short."""
    assert old in SHOWN
    with pytest.raises(LoadError, match=message) as caught:
        load(SHOWN.replace(old, new, 1))
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("source", BEGUN.values(), ids=BEGUN)
def test_large_malformed_inputs_are_refused(source: str) -> None:
    """In time that grows with the input only."""
    assert len(_refused(source)) < 250


@pytest.mark.parametrize("source", [None, [], 3, True, {}, {"schema": 10**5000}, {"schema": []}, bytearray(b"{}")])
def test_objects_that_are_no_report_are_refused(source: object) -> None:
    """Also those that no JSON gives."""
    assert _refused(source)


def test_a_later_minor_version_is_read() -> None:
    """It may bring keys that are not known here."""
    shown = to_dict(parse(TEXT))
    shown["schema"] = "rendaparse-tree/1.999"
    shown["root"]["language"] = "zh"
    assert load(shown) == parse(TEXT)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every part of a JSON value."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [path, *(found for key in keys for found in _paths(value[key], (*path, key)))]


TREE = to_dict(parse(TEXT))
PATHS = _paths(TREE)[1:]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PATHS), st.sampled_from(ODD_VALUES), st.booleans())
def test_any_change_is_refused_or_kept(path: tuple[Any, ...], value: Any, remove: bool) -> None:
    """A part replaced or removed gives a LoadError, or a report that comes through dump and load unchanged."""
    shown = copy.deepcopy(TREE)
    part: Any = shown
    for key in path[:-1]:
        part = part[key]
    if remove:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    for source in (shown, json.dumps(shown)):
        try:
            report = load(source)
        except LoadError:
            continue
        assert load(dump(report)) == report
