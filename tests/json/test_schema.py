"""The JSON Schemas: current, versioned, and met by what the commands print."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from rendaparse import dump, facts, parse, parse_file, to_dict
from rendaparse.cli import main
from rendaparse.cli.info import info
from rendaparse.cli.schema import SCHEMAS
from rendaparse.export import jsonl_lines
from rendaparse.json.fields import SCHEMA_NAME, fields_of
from rendaparse.nodes._types import NODE_TYPES
from rendaparse.testing import report_like_lines, reports

REFERENCE = ROOT / "docs" / "reference"
FILES = {
    "dump": REFERENCE / "tree.schema.json",
    "facts": REFERENCE / "facts.schema.json",
    "info": REFERENCE / "info.schema.json",
}
VERSIONS = REFERENCE / "versions.json"
"""The digest of each version that a schema ever had; lines are added, never changed once released."""

VALIDATORS = {command: Draft202012Validator(schema()) for command, schema in SCHEMAS.items()}
TEXT = "一、总体情况\n全年召开会议7次，比上年增长8.5%，约10至15人。\n二、打算\n“十四五”时期修订《东岭县湿地条例》。\n"


def _within(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value."""
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            yield part
            stack.extend(part.values())
        elif isinstance(part, list):
            stack.extend(part)


def _digest(schema: dict[str, Any]) -> str:
    """Return the digest of what a schema demands; its descriptions may be reworded."""
    demands = json.loads(json.dumps(schema))
    for part in _within(demands):
        if isinstance(part.get("description"), str):
            del part["description"]
    return hashlib.sha256(json.dumps(demands, sort_keys=True).encode()).hexdigest()


def _rows(text: str) -> list[Any]:
    return [json.loads(line) for line in jsonl_lines(facts(parse(text)))]


@pytest.mark.parametrize("command", SCHEMAS)
def test_schema_is_a_schema(command: str) -> None:
    """It meets the dialect it names, and its references lead somewhere."""
    schema = SCHEMAS[command]()
    Draft202012Validator.check_schema(schema)
    for part in _within(schema):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize("command", SCHEMAS)
def test_committed_schema_is_current(
    command: str, request: pytest.FixtureRequest, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What the command prints stands under docs/reference, to the byte."""
    assert main(["schema", command]) == 0
    printed = capfdbinary.readouterr().out
    if request.config.getoption("--update-golden"):
        FILES[command].write_bytes(printed)
    assert FILES[command].read_bytes() == printed


@pytest.mark.parametrize("command", SCHEMAS)
def test_changed_schema_has_a_new_version(command: str, request: pytest.FixtureRequest) -> None:
    """What a version demands does not change; another demand is another version, and the changelog tells of it."""
    schema = SCHEMAS[command]()
    name, digest = schema["title"], _digest(schema)
    versions = json.loads(VERSIONS.read_text("utf-8"))
    if request.config.getoption("--update-golden"):
        versions.setdefault(name, digest)
        VERSIONS.write_text(json.dumps(versions, indent=2) + "\n", "utf-8")
    assert versions.get(name) == digest, (
        f"no longer {name}: raise the version, tell it in CHANGELOG.md, --update-golden"
    )
    assert f"`{name}`" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_schema_command(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The tree where no command is named; to a file; no other command has one."""
    assert main(["schema"]) == 0
    assert capfdbinary.readouterr().out == FILES["dump"].read_bytes()
    assert main(["schema", "facts", "-o", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_bytes() == FILES["facts"].read_bytes()
    with pytest.raises(SystemExit):
        main(["schema", "outline"])


def test_digest_sees_demands_only() -> None:
    """Another wording is the same version, another key or type is not."""
    schema = SCHEMAS["dump"]()
    schema["$defs"]["heading"]["description"] = "reworded"
    assert _digest(schema) == _digest(SCHEMAS["dump"]())
    schema["$defs"]["heading"]["required"].remove("level")
    assert _digest(schema) != _digest(SCHEMAS["dump"]())


def test_every_node_type_and_field_is_defined() -> None:
    """One definition a type, with each field under its JSON key."""
    definitions = SCHEMAS["dump"]()["$defs"]
    for name, kind in NODE_TYPES.items():
        assert definitions[name]["properties"].keys() >= {"type", "span", *(field.key for field in fields_of(kind))}
        assert definitions[name]["description"].startswith((kind.__doc__ or "").split()[0])


def test_seed_meets_the_schemas(seed: Path) -> None:
    """Tree, facts and metadata of every seed."""
    report = parse_file(seed)
    VALIDATORS["info"].validate(info(report))
    VALIDATORS["dump"].validate(json.loads(dump(report)))
    for line in jsonl_lines(facts(report)):
        VALIDATORS["facts"].validate(json.loads(line))


@settings(max_examples=20, deadline=None)
@given(reports() | report_like_lines())
def test_any_report_meets_the_schemas(text: str) -> None:
    """Trees, facts and metadata of generated reports."""
    VALIDATORS["dump"].validate(to_dict(parse(text)))
    VALIDATORS["info"].validate(info(parse(text)))
    for row in _rows(text):
        VALIDATORS["facts"].validate(row)


def test_rows_of_a_batch_meet_the_schemas(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Also the rows of inputs that cannot be read, and facts that name their source."""
    good = tmp_path / "report.txt"
    good.write_text(TEXT, "utf-8")
    for arguments in (["dump"], ["facts", "--format", "jsonl"], ["info"]):
        assert main([*arguments, str(good), str(tmp_path / "none.txt")]) == 2
        rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
        assert "error" in rows[-1]
        for row in rows:
            VALIDATORS[arguments[0]].validate(row)


def _first(shown: Any, kind: str) -> Any:
    return next(part for part in _within(shown) if part.get("type") == kind)


SPOILED: dict[str, Callable[[Any], object]] = {
    "key missing": lambda shown: _first(shown, "heading").pop("level"),
    "key unknown": lambda shown: _first(shown, "heading").update(color="red"),
    "type unknown": lambda shown: _first(shown, "heading").update(type="chunk"),
    "field of another type": lambda shown: _first(shown, "heading").update(level="1"),
    "value not listed": lambda shown: _first(shown, "time").update(kind="century"),
    "range of three": lambda shown: _first(shown, "quantity").update(value=[1, 2, 3]),
    "span below zero": lambda shown: _first(shown, "text").update(span=[-1, 2]),
    "leaf with children": lambda shown: _first(shown, "text").update(children=[]),
    "child no node": lambda shown: _first(shown, "section")["children"].append("text"),
    "root no document": lambda shown: shown.update(root=_first(shown, "section")),
    "other version": lambda shown: shown.update(schema=f"{SCHEMA_NAME}1"),
    "diagnostic without code": lambda shown: shown["diagnostics"].append({"span": [0, 1]}),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_schema_refuses_what_is_no_tree(spoil: Callable[[Any], object]) -> None:
    """The schema is one that can fail."""
    shown = to_dict(parse(TEXT))
    assert VALIDATORS["dump"].is_valid(shown)
    spoil(shown)
    assert not VALIDATORS["dump"].is_valid(shown)


@pytest.mark.parametrize(
    "change",
    [
        {"value": "7"},
        {"low": None},
        {"span": [1]},
        {"relation": "ratio"},
        {"status": None},
        {"path": None},
        {"source": "report.txt"},
        {"schema": "rendaparse-facts/1.0"},
        {"more": 1},
    ],
)
def test_schema_refuses_what_is_no_fact(change: dict[str, Any]) -> None:
    """So is that of the facts."""
    row = _rows(TEXT)[0]
    assert VALIDATORS["facts"].is_valid(row)
    assert not VALIDATORS["facts"].is_valid(row | change)


@pytest.mark.parametrize(
    "change", [{"kind": "budget"}, {"level": "city"}, {"term": "8"}, {"evidence": {}}, {"script": None, "more": 1}]
)
def test_schema_refuses_what_is_no_metadata(change: dict[str, Any]) -> None:
    """And that of what a report is."""
    shown = info(parse(TEXT))
    assert VALIDATORS["info"].is_valid(shown)
    assert not VALIDATORS["info"].is_valid(shown | change)
