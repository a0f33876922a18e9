"""Values of numbers as written, exact (数值): 1,234.5, ３．５, 1 2 6, 二十三, 三千五百, 万亿."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

MAX_DIGITS = 15
"""A number of more significant digits has no value: readers of JSON would round it."""

_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "兩": 2,
}
_SPECIAL = str.maketrans({"廿": "二十", "卅": "三十"})


class NoValueError(ValueError):
    """The number as written has no value."""


def arabic(written: str) -> Decimal:
    """Return the value of a number in Arabic figures of either width."""
    digits = unicodedata.normalize("NFKC", written).replace(",", "").replace(" ", "")
    if len(digits.replace(".", "").lstrip("0")) > MAX_DIGITS:
        raise NoValueError(written[:40])
    return Decimal(digits)


def magnitude(written: str | None) -> int:
    """Return the value of a magnitude (万亿 is 10^12), 1 for none."""
    value = 1
    for character in written or "":
        value *= _PLACES.get(character) or _GROUPS[character]
    return value


def chinese(written: str) -> tuple[Decimal, Decimal]:
    """Return the value of a number in Chinese figures, twice; its two ends where it names both (三五, 十七八)."""
    whole, _, fraction = written.translate(_SPECIAL).replace("點", "点").partition("点")
    span = re.fullmatch(r"(.*?)([一二两三四五六七八九])([一二两三四五六七八九])([十百千万亿]*)", whole)
    if span and not fraction and not re.search(r"[〇零一二两三四五六七八九]$", span[1]) and _near(span[2], span[3]):
        return _whole(span[1] + span[2] + span[4]), _whole(span[1] + span[3] + span[4])
    value = _whole(whole)
    if fraction:
        value += Decimal("0." + "".join(str(_DIGITS[digit]) for digit in fraction))
    return value, value


def _near(low: str, high: str) -> bool:
    """Tell whether two digits side by side are the ends of a range: 三五, 七八."""
    return 0 < _DIGITS[high] - _DIGITS[low] <= 2


def _whole(written: str) -> Decimal:
    """Return the value of a whole number: by places (三千五百) or digit by digit (二〇二三)."""
    if all(character in _DIGITS for character in written):
        if len(written) > 1 and "两" in written:
            raise NoValueError(written)
        return Decimal("".join(str(_DIGITS[character]) for character in written))
    total = section = digit = 0  # all; below the last 万 or 亿; the digit that waits for its place
    last_place = 10**4
    waiting = False
    for character in written:
        if character in _DIGITS:
            if waiting and digit:
                raise NoValueError(written)
            digit, waiting = _DIGITS[character], True
        elif character in _PLACES:
            place = _PLACES[character]
            if place >= last_place:
                raise NoValueError(written)
            section += (digit if waiting else 1) * place
            digit, waiting, last_place = 0, False, place
        else:
            group = _GROUPS[character]
            below = section + digit
            total = (total + below) * group if total and total < group else total + (below or 1) * group
            section, digit, waiting, last_place = 0, 0, False, 10**4
    if waiting and digit and section and last_place > 10 and written[-2] not in "零〇":
        digit *= last_place // 10  # 三千五 is 3500
    elif waiting and digit and total and not section and written[-2] not in "零〇":
        digit *= _GROUPS[written[-2]] // 10  # 一万二 is 12000
    return Decimal(total + section + digit)


def canonical(value: Decimal) -> Decimal:
    """Return a value without zeros at its end, a whole number without an exponent."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
