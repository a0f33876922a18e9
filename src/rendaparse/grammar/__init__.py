"""The grammar files: read, compiled, run; the only room that knows lark and the code of re."""
