"""The words of the command line, in the two languages it speaks."""

from __future__ import annotations

import errno
import os

CHINESE = {
    # usage
    "usage: ": "用法：",
    "commands": "命令",
    "arguments": "参数",
    "options": "选项",
    "examples:": "示例：",
    "exit status:": "退出码：",
    "0 done": "0 完成",
    "1 findings under --strict": "1 在 --strict 下有发现",
    "2 wrong usage, an input that cannot be read, or no output": ("2 用法有误，或有输入无法读取，或无法输出"),
    "130 interrupted, 143 terminated": "130 被中断，143 被终止",
    "show this help and end": "显示本帮助后退出",
    "show the version and end": "显示版本号后退出",
    "Parse the reports of Chinese people's congresses and governments into trees and rows.": (
        "解析人大、政府工作报告，得到结构树和数据行。"
    ),
    # commands
    "print the tree of a report as JSON": "以 JSON 印出报告的结构树",
    "Print the tree: one input as one JSON object, several as NDJSON, one object a line.": (
        "印出结构树：一个输入为一个 JSON 对象，多个输入为 NDJSON，每行一个对象。"
    ),
    "print the headings of a report": "印出报告的各级标题",
    "Print the section tree: line:column, then the heading, indented by its level.": (
        "印出章节：先是“行:列”，再是按级缩进的标题。"
    ),
    "print the figures of a report as rows": "逐行印出报告中的数据",
    "Print one row a figure: what was done, to what, how many, when, under which headings.": (
        "每个数据一行：做了什么、对什么做、多少、何时、在哪些标题之下。"
    ),
    "print the JSON Schema of the output": "印出输出的 JSON Schema",
    "Print the JSON Schema (2020-12) of what a command prints as JSON.": (
        "印出某个命令的 JSON 输出所遵循的 JSON Schema（2020-12）。"
    ),
    "print what a report is: title, kind, body, place, meeting, dates": (
        "印出报告概况：标题、种类、机关、地方、会议、日期"
    ),
    "Print what a report is: one JSON object an input, with the span that each field was read from.": (
        "印出报告概况：每个输入一个 JSON 对象，并给出各项所据的位置。"
    ),
    "print a report to try the other commands on": "印出一份可供试用的报告",
    "Print the text of a real report.": "印出一份真实报告的文本。",
    "tell what a diagnostic means, or why a place is read as it is": "解释一个诊断，或某处为何这样解读",
    "Tell what a diagnostic means, or, of a place in a report, its nodes, the rules and words behind them, and "
    "the claims that lost.": "解释一个诊断；或对报告中的某处，给出其节点、所据的规则和词条，以及未被采纳的判定。",
    "a code such as RP104, or a place in a report": "RP104 一类的代码，或报告中的某处",
    "{text} is neither a code nor FILE:LINE[:COLUMN]": "{text} 既不是代码，也不是 FILE:LINE[:COLUMN]",
    # options
    "when the reports were given: 2023, 2023-01, 2023-01-09": "报告作出的时间：2023、2023-01、2023-01-09",
    "{text} is no date such as 2023, 2023-01 or 2023-01-09": "{text} 不是 2023、2023-01、2023-01-09 一类的日期",
    "default: json": "默认：json",
    "a report as plain text, a folder of reports, or a quoted pattern; - is standard input": (
        "纯文本的报告、报告所在的文件夹，或加引号的通配式；- 表示标准输入"
    ),
    "read the names of further inputs from a file, one a line; - is standard input": (
        "从文件读取其余输入的名称，每行一个；- 表示标准输入"
    ),
    "which files of a folder are read; may be given several times (default: *.txt)": (
        "读取文件夹中的哪些文件；可给出多次（默认：*.txt）"
    ),
    "write there instead of standard output; what stood there stays until the run is done": (
        "写入该处而不写标准输出；运行完成之前，原有内容不变"
    ),
    "encoding of the input (default: found out)": "输入的编码（默认：自动判断）",
    "print warnings too, exit 1 where there are errors or warnings": "也印出警告；有错误或警告时退出码为 1",
    "print all diagnostics, and tracebacks": "印出全部诊断及回溯",
    "print no progress and no warnings": "不印进度和警告",
    "default: json for one input, ndjson for several": "默认：一个输入为 json，多个输入为 ndjson",
    "set the JSON out over lines, N spaces a level": "JSON 分行，每级缩进 N 个空格",
    "leave out the texts of the nodes": "略去各节点的文字",
    "show N levels below the root only": "只显示根以下 N 级",
    "default: table": "默认：table",
    "default: dump": "默认：dump",
    "csv: begin with a byte order mark, as Excel wants it": "csv：以字节顺序标记开头，供 Excel 识别",
    # wrong usage
    "needs a value": "缺少值",
    "takes no value": "不带值",
    "no command {name}": "没有 {name} 这个命令",
    "the commands are {names}": "命令有 {names}",
    "unknown option {name}": "没有 {name} 这个选项",
    "unexpected argument {name}": "多余的参数 {name}",
    "{text} is none of {choices}": "{text} 不在 {choices} 之中",
    "did you mean {names}?": "是不是 {names}？",
    "; ": "；",
    ", ": "、",
    " or ": " 或 ",
    "{text} is no whole number from 0 to {most}": "{text} 不是 0 到 {most} 之间的整数",
    "no input: name a file, a folder, a pattern, or - for standard input": (
        "没有输入：请给出文件、文件夹、通配式，或以 - 表示标准输入"
    ),
    "the name of an input is empty": "有输入的名称为空",
    "standard input can be read once only": "标准输入只能读一次",
    "{name} is an input and the output": "{name} 既是输入又是输出",
    "--quiet and --verbose exclude each other": "--quiet 与 --verbose 不能并用",
    "no encoding of texts is called {name}": "没有名为 {name} 的文字编码",
    "--format json takes one input": "--format json 只接受一个输入",
    "--indent goes with --format json only: a row of NDJSON is one line": (
        "--indent 只能与 --format json 并用：NDJSON 一个对象占一行"
    ),
    "--bom goes with --format csv": "--bom 只能与 --format csv 并用",
    # inputs and outputs
    "cannot write {name}: {reason}": "无法写入 {name}：{reason}",
    "standard output": "标准输出",
    "no file of this name, and none that the pattern matches": "没有此名称的文件，通配式也没有匹配的文件",
    "no file in this folder matches {globs}": "文件夹中没有匹配 {globs} 的文件",
    "holds no text": "没有文字",
    "no character at line {line}, column {column}": "第 {line} 行第 {column} 列没有字符",
    "names no input": "没有列出输入",
    "not enough memory": "内存不足",
    "not {encoding}: byte 0x{byte:02x} at offset {offset}": "不是 {encoding}：偏移 {offset} 处的字节为 0x{byte:02x}",
    "fault of rendaparse, not of the input: {error}": "rendaparse 自身的故障，不是输入有误：{error}",
    "error": "错误",
    "warning": "警告",
    "info": "提示",
    # errors of the system
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "Is a directory": "是文件夹",
    "Not a directory": "不是文件夹",
    "No space left on device": "磁盘空间不足",
    "File name too long": "文件名过长",
    "Too many levels of symbolic links": "符号链接层数过多",
    "Read-only file system": "文件系统只读",
    "Input/output error": "输入输出出错",
    "Too many open files": "打开的文件过多",
    "File too large": "文件过大",
    "Disk quota exceeded": "磁盘配额已用完",
    "it is not open": "没有打开",
}
"""Each message, by what it says in English; what stands in braces is filled in."""

REASONS = {
    errno.ENOENT: "No such file or directory",
    errno.EACCES: "Permission denied",
    errno.EPERM: "Permission denied",
    errno.EISDIR: "Is a directory",
    errno.ENOTDIR: "Not a directory",
    errno.ENOSPC: "No space left on device",
    errno.ENAMETOOLONG: "File name too long",
    errno.ELOOP: "Too many levels of symbolic links",
    errno.EROFS: "Read-only file system",
    errno.EIO: "Input/output error",
    errno.EMFILE: "Too many open files",
    errno.EFBIG: "File too large",
    errno.EDQUOT: "Disk quota exceeded",
    errno.EBADF: "it is not open",
}
"""What the commonest errors of the system say."""


def say(english: str, /, **values: object) -> str:
    """Return a message of :data:`CHINESE` in the language of the user."""
    return (CHINESE[english] if speaks_chinese() else english).format(**values)


def speaks_chinese() -> bool:
    """Whether the messages are Chinese: of the variables of the locale, the first that is set decides (POSIX)."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return locale[:2].lower() == "zh" and not locale[2:3].isalpha()
