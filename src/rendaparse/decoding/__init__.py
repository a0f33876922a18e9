"""What tells of bytes, and of a text, how they were meant to be read."""
