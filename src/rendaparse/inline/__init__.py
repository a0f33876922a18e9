"""Inline level: words to sentences, clauses, quantities, times, sessions."""
