"""Recognises the language of the reports: lexers, settling, parsers. The one floor that uses lark."""
