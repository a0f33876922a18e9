"""The grammar files: the language of the reports (见各 .lark 文件)."""
