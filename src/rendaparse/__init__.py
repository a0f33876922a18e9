"""Parses the reports of Chinese people's congresses (人大) and governments into lossless, typed document trees."""

from rendaparse import nodes
from rendaparse._api import load, parse, parse_file
from rendaparse._base_report import Source
from rendaparse._batch import parse_many
from rendaparse._decode import DecodeError, UnknownEncodingError
from rendaparse._diagnostics import Diagnostic
from rendaparse._example import example
from rendaparse._report import Report
from rendaparse._text import LineIndex, Utf16Index
from rendaparse.decoding.media import NotTextError
from rendaparse.json.dump import dump, to_dict
from rendaparse.json.readers import LoadError
from rendaparse.nodes._lossless import LosslessError
from rendaparse.tree.leaves import leaves, source_text
from rendaparse.tree.query import ancestors, node_at
from rendaparse.tree.visitors import Transformer, Visitor
from rendaparse.views.fact import Fact, FactRow
from rendaparse.views.facts import facts, rows
from rendaparse.views.metadata import Evidence, Metadata, metadata
from rendaparse.views.outline import OutlineEntry, outline
from rendaparse.views.sections import SectionEntry, path_of, sections

__version__ = "0.1.0"

__all__ = [
    "DecodeError",
    "Diagnostic",
    "Evidence",
    "Fact",
    "FactRow",
    "LineIndex",
    "LoadError",
    "LosslessError",
    "Metadata",
    "NotTextError",
    "OutlineEntry",
    "Report",
    "SectionEntry",
    "Source",
    "Transformer",
    "UnknownEncodingError",
    "Utf16Index",
    "Visitor",
    "__version__",
    "ancestors",
    "dump",
    "example",
    "facts",
    "leaves",
    "load",
    "metadata",
    "node_at",
    "nodes",
    "outline",
    "parse",
    "parse_file",
    "parse_many",
    "path_of",
    "rows",
    "sections",
    "source_text",
    "to_dict",
]
