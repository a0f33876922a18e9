"""Whether a tree was read to its inlines, or ends at the blocks."""

from __future__ import annotations

import re

from rendaparse.nodes import Heading, ListItem, Node, Paragraph, Sentence, Text
from rendaparse.nodes.blocks import TextBlock

DIGIT = re.compile("[0-9０-９]")


def has_inlines(root: Node) -> bool:
    """Return whether the words of the blocks were read; the first block that tells decides.

    Of blocks that were, prose consists of sentences, and no digit is left in plain words.
    """
    for node in root.walk():
        if isinstance(node, Sentence):
            return True
        if isinstance(node, (Paragraph, ListItem, Heading, TextBlock)) and _has_unread_words(node):
            return False
    return True


def _has_unread_words(block: Paragraph | ListItem | Heading | TextBlock) -> bool:
    words = [child.text for child in block.children if isinstance(child, Text)]
    return any(words) if isinstance(block, (Paragraph, ListItem)) else any(map(DIGIT.search, words))
