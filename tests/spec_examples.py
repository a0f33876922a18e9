"""The examples of docs/spec: a source, and the outline of the tree that the rule above it calls for.

An example is a fence whose info string is ``example``, the types that its outline is about (all, where none is named)
and, for bytes, their encoding: ``example bytes=gb18030 source``. A line with a lone ``.`` parts source and outline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import attrs

import rendaparse
from rendaparse import Fact, Report
from rendaparse.json.fields import fields_of
from rendaparse.nodes import Approximator, Dating, Mention, Node
from rendaparse.views.metadata import metadata

SPEC = Path(__file__).parent.parent / "docs" / "spec"
EXAMPLE = re.compile(
    r"^```example(?P<info>[^\n]*)\n(?P<source>.*?)^\.\n(?P<outline>.*?)^```$", re.MULTILINE | re.DOTALL
)
GRAMMAR = re.compile(
    r"^Grammar: \[`(?P<name>\w+)\.lark`\]\(\.\./\.\./grammars/(?P=name)\.lark\)(?P<rules>(?:\s`\w+`)+)$", re.MULTILINE
)
"""What reads what a section shows: a grammar, and its rules."""
HEADING = re.compile(r"^#+ (?P<title>.*)$", re.MULTILINE)
SIGN = re.compile("→|␣|␍|⟨(?:x[0-9A-F]{2}|[0-9A-F]{4,6})⟩")
SIGNS = {"→": "\t", "␣": " ", "␍": "\r"}
PSEUDO_TYPES = frozenset({"diagnostic", "evidence", "fact", "metadata", "row", "rule", "source"})
"""What an outline may show that is no node."""
PLACED = (
    "source", "line", "column", "span", "text", "low", "high", "thing_spans", "planned", "rule", "sentence",
    "sentence_text",
)  # fmt: skip
"""The fields of a fact that stand in a row only: its place, and what follows from the others."""
USUAL = {"verb_from": "own", "status": "actual"}
"""What is so with most facts, and is left out."""


@attrs.frozen
class Example:
    """One example: its place in the specification, what its outline shows, and both of its halves as written."""

    file: str
    line: int
    section: str
    only: frozenset[str]
    encoding: str | None
    written: str
    outline: str

    @property
    def name(self) -> str:
        """File, line and section, to name a test."""
        return f"{self.file}:{self.line} {self.section}"

    def report(self) -> Report:
        """Parse the source."""
        if self.encoding is None:
            return rendaparse.parse(self.source)
        return rendaparse.parse_file(self._bytes(self.encoding))

    @property
    def source(self) -> str:
        """The text, its signs replaced by what they stand for."""
        return SIGN.sub(lambda sign: SIGNS.get(sign[0]) or chr(int(sign[0][1:-1], 16)), self.written)

    def _bytes(self, encoding: str) -> bytes:
        parts = re.split(r"⟨x([0-9A-F]{2})⟩", self.written)
        return b"".join(bytes.fromhex(part) if i % 2 else part.encode(encoding) for i, part in enumerate(parts))


def read_examples() -> list[Example]:
    """Return all examples of the specification in order."""
    return [example for path in sorted(SPEC.glob("*.md")) for example in _examples(path)]


def named_rules() -> Iterator[tuple[str, str, str, str]]:
    """Yield what the pages name of the grammars: page, section, grammar, rule or terminal."""
    for path in sorted(SPEC.glob("*.md")):
        text = path.read_text("utf-8")
        for match in GRAMMAR.finditer(text):
            for rule in re.findall("`(\\w+)`", match["rules"]):
                yield path.name, _section(text, match.start()), match["name"], rule


def _section(text: str, place: int) -> str:
    """Return the title of the section of a page in which a place lies; # in an example is none."""
    outside = EXAMPLE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), text[:place])
    return [heading["title"] for heading in HEADING.finditer(outside)][-1]


def _examples(path: Path) -> Iterator[Example]:
    text = path.read_text("utf-8")
    for match in EXAMPLE.finditer(text):
        section = _section(text, match.start())
        options = dict(word.split("=") for word in match["info"].split() if "=" in word)
        only = frozenset(word for word in match["info"].split() if "=" not in word)
        line = text.count("\n", 0, match.start()) + 1
        yield Example(
            path.name, line, section, only, options.get("bytes"), match["source"].removesuffix("\n"), match["outline"]
        )


def outline_of(report: Report, only: frozenset[str]) -> str:
    """Return the outline of a report: a line a node, then the facts, the source, the diagnostics that are asked for."""
    lines: list[str] = []
    stack: list[tuple[Node, int]] = [(report.document, 0)]
    while stack:
        node, depth = stack.pop()
        shown = not only or node.type in only
        if shown:
            lines.append("  " * depth + _line(node, rule="rule" in only))
        stack.extend((child, depth + shown) for child in reversed(node.children))
    if "fact" in only:
        lines.extend(_fact(fact) for fact in rendaparse.facts(report))
    if only & {"metadata", "evidence"}:
        read = metadata(report)
        lines.extend(["metadata " + " ".join(_fields(read, without=("evidence",)))] * ("metadata" in only))
        lines.extend(["evidence " + " ".join(_fields(read.evidence))] * ("evidence" in only))
    if "row" in only:
        lines.extend(line for fact in rendaparse.facts(report) for line in _row(fact))
    if "source" in only:
        lines.append(f"source encoding={_shown(report.source.encoding)} length={report.source.length}")
    if not only or "diagnostic" in only:
        lines.extend(f"{entry.code} {_span(entry.span)} {_shown(entry.detail)}" for entry in report.diagnostics)
    return "".join(line + "\n" for line in lines)


def _line(node: Node, *, rule: bool) -> str:
    words = [node.type, _span(node.span), *_fields(node, without=() if rule else ("rule",))]
    if node.is_leaf or node.has_text:
        words.append(_shown(node.text))
    return " ".join(words)


def _fact(fact: Fact) -> str:
    usual = [name for name, value in USUAL.items() if getattr(fact, name) == value]
    return " ".join(["fact", _span(fact.span), *_fields(fact, without=(*PLACED, *usual)), _shown(fact.text)])


def _row(fact: Fact) -> Iterator[str]:
    """Show every column of a row that says something, one a line."""
    for column, cell in fact.as_row().items():
        if cell is not None:
            yield f"{column}={_shown(cell)}"


def _fields(value: object, without: tuple[str, ...] = ()) -> list[str]:
    """The fields that say something: neither null nor false nor empty."""
    pairs = [(field, getattr(value, field.name)) for field in fields_of(type(value)) if field.name not in without]
    return [
        field.key if entry is True else f"{field.key}={_shown(entry)}"
        for field, entry in pairs
        if entry not in (None, ()) and entry is not False
    ]


def _shown(value: object) -> str:
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        return re.sub(r"[^\S ]|[\u200b-\u200f\u2060\ufeff]", lambda blank: f"\\u{ord(blank[0]):04x}", quoted)
    if isinstance(value, Decimal | int | float):
        return str(value).lower()
    if isinstance(value, Mention | Approximator | Dating):
        return _shown_value(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(entry) for entry in value) + "]"
    assert value is None
    return "null"


def _shown_value(value: Mention | Approximator | Dating) -> str:
    words = value.value if isinstance(value, Dating) else value.text
    kind = {Approximator: "bound", Dating: "rule"}.get(type(value))
    assert value.span is not None, "no example gives a date"
    return f"{_shown(words)}{_span(value.span)}{getattr(value, kind) if kind else ''}"


def _span(span: tuple[int, int]) -> str:
    return f"[{span[0]}, {span[1]}]"
