"""Mutations of reports: what scraping, pasting and conversion do to a text, and worse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[str, Sequence[str], Random], str]
"""Changes a text; may take from other texts."""

HALF = "，。；：！？（）［］１２３４５６７８９０％"
FULL_TO_HALF = str.maketrans(HALF, ",.;:!?()[]1234567890%")
HALF_TO_FULL = str.maketrans(",;:!?()[]1234567890%", "，；：！？（）［］１２３４５６７８９０％")
LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\x0b", "<br>", "[SEP]", "", " ", "\u3000\u3000", "\n\n")
NOISE = (
    "一二三四五六七八九十百千万亿两第章节部分条、．.（）()【】①②●——－-“”‘’\"'《》〈〉[]<>&;，,。；：！？…%％|*#"
    "0123456789０１２ \t\u3000\xa0\u200b\ufeff\r\n\u2028\0\ud800\udc00😀"
    "年月日届次会议大会人常委元个是要至多余近超约其中占增长分别从到的摄"
)
PIECES = (
    "一、", "（一）", "1.", "1\n", "一是", "二是", "第一，", "——", "①", "第一章 ", "各位代表：", "各位代表！", "目录\n",
    "1-3", "10至15", "占5%", "增长8.5%", "其中", "分别", "从1增加到2", "百分之", "三分之一", "1,234", "12.",
    "2023年", "2021年5月18日、28日", "“十四五”", "八届二次、三次全会",
    "图为", "（记者 甲摄）", "让我们", "来源：", "扫一扫", "▲上接第1版", "注释",
    "&nbsp;", "<p>", "</p>", "<!--", "-->", "**", "# ", "&ldquo;", "&rdquo;",
)  # fmt: skip
LONGEST_PIECE = 400


def mutate(text: str, others: Sequence[str], random: Random) -> str:
    """Apply one to eight mutations."""
    for _ in range(random.randint(1, 8)):
        text = random.choice(MUTATIONS)(text, others, random)
    return text


def _span(text: str, random: Random, longest: int = LONGEST_PIECE) -> tuple[int, int]:
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.randint(0, longest))


def _cut(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = _span(text, random)
    return text[:start] + text[stop:]


def _truncate(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return random.choice((text[start:], text[:stop]))


def _splice(text: str, others: Sequence[str], random: Random) -> str:
    other = random.choice(others)
    start, stop = _span(other, random)
    at = random.randint(0, len(text))
    return text[:at] + other[start:stop] + text[at:]


def _duplicate(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = _span(text, random, random.choice((3, 30, LONGEST_PIECE)))
    return text[:stop] + text[start:stop] * random.randint(1, 4) + text[stop:]


def _move(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = _span(text, random)
    rest = text[:start] + text[stop:]
    at = random.randint(0, len(rest))
    return rest[:at] + text[start:stop] + rest[at:]


def _widen(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = _span(text, random, len(text))
    table = random.choice((FULL_TO_HALF, HALF_TO_FULL))
    return text[:start] + text[start:stop].translate(table) + text[stop:]


def _end_lines(text: str, _others: Sequence[str], random: Random) -> str:
    start, stop = _span(text, random, random.choice((LONGEST_PIECE, len(text))))
    return text[:start] + text[start:stop].replace("\n", random.choice(LINE_ENDS)) + text[stop:]


def _wrap(text: str, _others: Sequence[str], random: Random) -> str:
    """Break lines at one width, as a page does."""
    start, stop = _span(text, random)
    width = random.randint(1, 60)
    rows = [text[at : min(stop, at + width)] for at in range(start, stop, width)]
    return text[:start] + random.choice(LINE_ENDS).join(rows) + text[stop:]


def _insert_noise(text: str, _others: Sequence[str], random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + "".join(random.choices(NOISE, k=random.randint(1, 6))) + text[at:]


def _insert_piece(text: str, _others: Sequence[str], random: Random) -> str:
    at = random.choice((random.randint(0, len(text)), text.find("\n", random.randint(0, len(text))) + 1))
    return text[:at] + random.choice(PIECES) + text[at:]


def _drop_characters(text: str, _others: Sequence[str], random: Random) -> str:
    """Lose every one of a character, as a bad conversion does."""
    return text.replace(random.choice(NOISE), "") if text else text


def _swap_character(text: str, _others: Sequence[str], random: Random) -> str:
    return text.replace(random.choice(text), random.choice(NOISE)) if text else text


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _truncate, _splice, _duplicate, _move, _widen, _end_lines, _wrap, _insert_noise, _insert_piece,
    _drop_characters, _swap_character,
)  # fmt: skip
