"""Writes facts as rows: JSON lines, CSV, TSV, and a table for people."""

from rendaparse.export.rows import csv_lines, jsonl_lines, table_lines, tsv_lines

__all__ = ["csv_lines", "jsonl_lines", "table_lines", "tsv_lines"]
