"""Settling of marks and words: pairs, ends, runs, slogans."""
