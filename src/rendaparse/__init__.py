"""Parses the reports of Chinese people's congresses (人大) and governments into lossless, typed document trees."""

from rendaparse import nodes
from rendaparse._api import parse, parse_file
from rendaparse._decode import DecodeError, UnknownEncodingError
from rendaparse._diagnostics import Diagnostic
from rendaparse._report import Report, Source
from rendaparse._text import LineIndex, Utf16Index
from rendaparse.decoding.media import NotTextError
from rendaparse.json.dump import dump, to_dict
from rendaparse.json.load import load
from rendaparse.json.readers import LoadError
from rendaparse.nodes._lossless import LosslessError
from rendaparse.tree.leaves import leaves, source_text
from rendaparse.tree.query import ancestors, node_at
from rendaparse.tree.visitors import Transformer, Visitor
from rendaparse.views.facts import Fact, facts
from rendaparse.views.outline import OutlineEntry, outline

__version__ = "0.1.0"

__all__ = [
    "DecodeError",
    "Diagnostic",
    "Fact",
    "LineIndex",
    "LoadError",
    "LosslessError",
    "NotTextError",
    "OutlineEntry",
    "Report",
    "Source",
    "Transformer",
    "UnknownEncodingError",
    "Utf16Index",
    "Visitor",
    "__version__",
    "ancestors",
    "dump",
    "facts",
    "leaves",
    "load",
    "node_at",
    "nodes",
    "outline",
    "parse",
    "parse_file",
    "source_text",
    "to_dict",
]
