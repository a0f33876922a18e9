"""Clause level: what a sentence says of its figures."""
