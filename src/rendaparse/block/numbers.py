"""Values of the numbers in markers: 二 is 2, 十一 is 11, ③ is 3, （１） is 1."""

from __future__ import annotations

import re
import unicodedata

from rendaparse.inline.values.number import NoValueError, ordinal

_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百]+|[0-9０-９]+|[⑴-⒇①-⑳❶-❿]")


def marker_number(marker: str) -> int | None:
    """Return the number of a marker, the last one of 2.1, None for none (——, ◆, 首先，) or no value (十十、)."""
    numerals = _NUMERAL.findall(marker)
    if not numerals:
        return None
    numeral = numerals[-1]
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) == 1 and unicodedata.numeric(numeral, None) is not None:
        return int(unicodedata.numeric(numeral))
    try:
        return ordinal(numeral)
    except NoValueError:
        return None
