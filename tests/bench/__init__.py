"""Benchmarks: how fast, beside a bare scan with the same patterns, and how time grows on hostile input."""
