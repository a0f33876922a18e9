"""Parses the reports of Chinese people's congresses (人大) and governments into lossless, typed document trees."""

from rendaparse import nodes
from rendaparse._api import parse, parse_file
from rendaparse._decode import DecodeError, UnknownEncodingError
from rendaparse._diagnostics import Diagnostic
from rendaparse._dump import dump, to_dict
from rendaparse._load import load
from rendaparse._readers import LoadError
from rendaparse._report import Report, Source
from rendaparse._text import LineIndex, Utf16Index
from rendaparse.facts import Fact, facts
from rendaparse.nodes._lossless import LosslessError
from rendaparse.outline import OutlineEntry, outline
from rendaparse.query import ancestors, node_at
from rendaparse.visitors import Transformer, Visitor
from rendaparse.walk import leaves, source_text

__version__ = "0.1.0"

__all__ = [
    "DecodeError",
    "Diagnostic",
    "Fact",
    "LineIndex",
    "LoadError",
    "LosslessError",
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
