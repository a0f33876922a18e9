"""Block level: lines to sections, paragraphs, lists."""
