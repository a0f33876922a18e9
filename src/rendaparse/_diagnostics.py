"""What the parser noticed: diagnostics and the table of their codes."""

from __future__ import annotations

from typing import Literal

import attrs

from rendaparse._text import Span

Severity = Literal["error", "warning", "info"]


@attrs.frozen(slots=True)
class Code:
    """One kind of diagnostic: its stable number, severity and wording in both languages."""

    code: str
    severity: Severity
    chinese: str
    english: str


CODES: dict[str, Code] = {
    entry.code: entry
    for entry in (
        Code("RP001", "error", "无法解码的字节已替换：{detail}", "undecodable bytes replaced: {detail}"),
        Code(
            "RP002", "warning", "可能不是读取所用的编码：{detail}", "probably not the encoding it was read in: {detail}"
        ),
        Code("RP003", "warning", "乱码：{detail}", "mojibake: {detail}"),
        Code("RP101", "warning", "序号不连续：{detail}", "gap in the numbering: {detail}"),
        Code("RP102", "info", "序号重新开始：{detail}", "numbering restarts: {detail}"),
        Code("RP103", "info", "文本从中间开始：{detail}", "the text begins in mid-report: {detail}"),
        Code("RP104", "info", "疑似标题按正文处理：{detail}", "heading candidate demoted to prose: {detail}"),
        Code("RP105", "info", "与目录重复的标题不计：{detail}", "heading line of a table of contents: {detail}"),
        Code("RP106", "info", "疑似表格行按正文处理：{detail}", "row of a table taken for prose: {detail}"),
        Code("RP107", "info", "没有序号，标题层级据形式定：{detail}", "levels told by form, without numbers: {detail}"),
        Code("RP108", "info", "篇幅较长而标题只有一级：{detail}", "one level of headings in a long text: {detail}"),
        Code("RP201", "warning", "标号不成对：{detail}", "unbalanced mark: {detail}"),
        Code("RP202", "warning", "段落重复：{detail}", "paragraph repeats an earlier one: {detail}"),
        Code("RP203", "info", "段落被换行割断，已合并：{detail}", "paragraph joined across a break: {detail}"),
        Code("RP204", "warning", "嵌套过深，已截平：{detail}", "nesting capped: {detail}"),
        Code("RP301", "warning", "无效的数值：{detail}", "no valid value: {detail}"),
        Code("RP601", "warning", "年份互相矛盾：{detail}", "years contradict: {detail}"),
    )
}


@attrs.frozen(slots=True)
class Diagnostic:
    """One thing the parser noticed, at a place of the source.

    ``code`` is stable and stands in :data:`CODES`; ``detail`` is the part that differs from case to case.
    """

    code: str
    span: Span
    detail: str

    @property
    def severity(self) -> Severity:
        """How grave it is: error, warning or info."""
        return CODES[self.code].severity

    @property
    def message(self) -> str:
        """The message in English."""
        return CODES[self.code].english.format(detail=self.detail)

    @property
    def message_zh(self) -> str:
        """The message in Chinese."""
        return CODES[self.code].chinese.format(detail=self.detail)
