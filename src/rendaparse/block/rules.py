"""The rules that make a line a heading (标题规则), by the names that the tree shows."""

from __future__ import annotations

HEADING_RULES: dict[str, str] = {
    "numbered": "its number goes on in a series: 一、 （一） 1. 第一章 【…】",
    "digit": "a digit alone on the line above is its number",
    "glued": "numbered, and its body follows without a mark: told by what opens the body",
    "itemHead": "an item (一是, 第一，) that holds paragraphs of its own, or a lead sentence and a body",
    "part": "it names a part of a report: 2023年工作回顾, 下一步打算",
    "state": "it names the state of a thing: 环境质量状况",
    "couplet": "two halves of about one length",
    "topic": "关于…, among others like it",
    "shortLine": "a short line without a mark, among others like it",
    "topicSentence": "a sentence in a line of its own, alike in form to others between long paragraphs",
    "ownLineLead": "a lead sentence in a line of its own above longer paragraphs",
    "lead": "a short first sentence of a paragraph that names what the paragraph tells",
}
"""Each rule with what it goes by."""
