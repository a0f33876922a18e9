"""Values of the numbers in markers: 二 is 2, 十一 is 11, ③ is 3, （１） is 1."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百]+|[0-9０-９]+|[⑴-⒇①-⑳❶-❿]")


def marker_number(marker: str) -> int | None:
    """Return the number of a marker, the last one of 2.1, None for one without (——, ◆, 首先，)."""
    numerals = _NUMERAL.findall(marker)
    if not numerals:
        return None
    numeral = numerals[-1]
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) == 1 and unicodedata.numeric(numeral, None) is not None:
        return int(unicodedata.numeric(numeral))
    total, digit = 0, 0
    for character in numeral:
        if character == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif character == "百":
            total, digit = (total + (digit or 1)) * 100, 0
        else:
            digit = _DIGITS[character]
    return total + digit
