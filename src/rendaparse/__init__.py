"""Parses the reports of Chinese people's congresses (人大) and governments into lossless, typed document trees."""

from rendaparse import nodes
from rendaparse._api import parse, parse_file
from rendaparse._decode import DecodeError, UnknownEncodingError
from rendaparse._diagnostics import Diagnostic
from rendaparse._dump import dump, to_dict
from rendaparse._load import load
from rendaparse._readers import LoadError
from rendaparse._report import Report, Source
from rendaparse.facts import Fact, facts
from rendaparse.outline import OutlineEntry, outline

__version__ = "0.1.0"

__all__ = [
    "DecodeError",
    "Diagnostic",
    "Fact",
    "LoadError",
    "OutlineEntry",
    "Report",
    "Source",
    "UnknownEncodingError",
    "__version__",
    "dump",
    "facts",
    "load",
    "nodes",
    "outline",
    "parse",
    "parse_file",
    "to_dict",
]
