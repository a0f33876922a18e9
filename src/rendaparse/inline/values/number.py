"""Values of numbers as written, exact (数值): 1,234.5, ３．５, 二十三, 三千五百, 二〇二三, 1亿2000万, 十七八, 万亿."""

from __future__ import annotations

import unicodedata
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from functools import lru_cache

from rendaparse.grammar.patterns import pattern
from rendaparse.json.readers import LARGEST_EXPONENT

MAX_DIGITS = 15
"""A number of more significant digits has no value: readers of JSON would round it."""
LONGEST = 64
"""Characters of a number in Chinese figures; a longer one has no value."""
WIDEST = 2
"""How far two digits side by side may be apart that are the ends of a range: 三五, 七八."""
EXACT = Context(traps=[Inexact])
"""What values are reckoned in: nothing is rounded."""

_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "兩": 2,
}
_COUPLE = frozenset("两兩")
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"亿": 10**8, "億": 10**8, "万": 10**4, "萬": 10**4}
_SCORES = {"廿": 20, "卅": 30}
_ALIKE = str.maketrans("萬億點", "万亿点")


class NoValueError(ValueError):
    """The number as written has no value."""


def arabic(written: str) -> Decimal:
    """Return the value of a number in Arabic figures of either width."""
    digits = unicodedata.normalize("NFKC", written).replace(",", "").replace(" ", "")
    if len(digits.replace(".", "").lstrip("0")) > MAX_DIGITS:
        raise NoValueError(written[:40])
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise NoValueError(written) from None


def magnitude(written: str | None) -> int:
    """Return the value of a magnitude (万亿 is 10^12), 1 for none."""
    value = 1
    for character in written or "":
        value *= _PLACES.get(character) or _GROUPS[character]
    return value


@lru_cache(1024)
def chinese(written: str) -> tuple[Decimal, Decimal]:
    """Return the value of a number in Chinese figures, twice; its two ends where it names both (三五, 十七八).

    Arabic figures may stand among them (2万3千). Raises NoValueError where there is no value, whatever the text.
    """
    match = pattern("numeral", "ENDS_CN").fullmatch(written)
    if match is not None and 0 < _DIGITS[match["high"]] - _DIGITS[match["low"]] <= WIDEST:
        before, behind = match["before"], match["behind"]
        return _value(before + match["low"] + behind), _value(before + match["high"] + behind)
    value = _value(written)
    return value, value


@lru_cache(1024)
def ordinal(written: str) -> int:
    """Return the place in an order that Chinese figures name: one place, so that 一二 is 12 and no range."""
    return int(_value(written))


def canonical(value: Decimal) -> Decimal:
    """Return a value without zeros at its end, a whole number without an exponent.

    Raises NoValueError where it is larger than what is loaded from JSON.
    """
    if value.adjusted() > LARGEST_EXPONENT:
        raise NoValueError(str(value))
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _value(written: str) -> Decimal:
    """Return the value of a number, whole or with a point (三点五, 三点五万)."""
    if len(written) > LONGEST:
        raise NoValueError(written[:40])
    whole, point, fraction = written.translate(_ALIKE).replace("万万", "亿").partition("点")
    with localcontext(EXACT):
        try:
            value = _decimal(whole, fraction) if point else _whole(whole)
        except Inexact:
            raise NoValueError(written) from None
    if len(value.normalize().as_tuple().digits) > MAX_DIGITS:
        raise NoValueError(written)
    return value


def _decimal(whole: str, fraction: str) -> Decimal:
    match = pattern("numeral", "FRACTION_CN").fullmatch(fraction)
    value = _whole(whole, complete=True)
    if match is None or value % 1:  # 三点五点六, 1.5点六
        raise NoValueError(fraction)
    return (value + arabic("0." + _figures(match["digits"]))) * magnitude(match["magnitude"])


def _figures(digits: str) -> str:
    """Write digits in Arabic figures."""
    return "".join(str(_DIGITS.get(digit, digit)) for digit in digits)


def _whole(written: str, *, first: bool = True, above: int = 0, complete: bool = False) -> Decimal:
    """Return the value of a whole number: what stands before its last 亿 times that, and what behind; so with 万.

    ``first`` says that nothing stands before it: 百 may go without a digit, digits without places. ``above`` is the
    万 or 亿 right before it, ``complete`` says that the place of its last digit may not be left out.
    """
    for sign in "亿万":
        before, found, behind = written.rpartition(sign)
        if found:
            return _grouped(before, _GROUPS[sign], behind, first=first, complete=complete)
    return _section(written, first=first, above=above, complete=complete)


def _grouped(before: str, group: int, behind: str, *, first: bool, complete: bool) -> Decimal:
    """Return ``before`` times 万 or 亿, and what stands ``behind``: 一万二千亿零三百."""
    if not before and not first:
        raise NoValueError(behind)  # 三亿万
    factor = _whole(before, first=first, complete=True) if before else Decimal(1)
    rest = _whole(behind, first=False, above=group, complete=complete) if behind else Decimal()
    if rest >= group or (behind and factor % 1):
        raise NoValueError(behind)  # 1万20000, 1.5万3千
    return factor * group + rest


def _section(written: str, *, first: bool, above: int, complete: bool) -> Decimal:
    """Return the value of what holds neither 万 nor 亿: digit by digit (二〇二三), or by places (三千五百)."""
    if first and pattern("numeral", "DIGITS_CN").fullmatch(written):
        return arabic(_figures(written))
    match = pattern("numeral", "SECTION_CN").fullmatch(written)
    if match is None or not written or (first and written[0] in "零〇"):
        raise NoValueError(written)
    value, below = 0, above  # the last place that is named
    for name, place in (("thousands", 1000), ("hundreds", 100), ("tens", 10)):
        digit = match[name]
        if digit is None:
            continue
        if not digit and place > 10 and (value or not first):
            raise NoValueError(written)  # 一千百, 一万百
        value, below = value + place * int(_figures(digit) or 1), place
    if match["scores"]:
        value, below = value + _SCORES[match["scores"]], 10
    if match["ones"] is None:
        return Decimal(value)
    return value + _ones(match["ones"], below, after_zero=bool(match["gap"]), complete=complete)


def _ones(written: str, below: int, *, after_zero: bool, complete: bool) -> Decimal:
    """Return the value of the last digits; ``below`` is the place that they follow, 0 for none."""
    count = arabic(_figures(written))
    direct = below > 0 and not after_zero
    if (direct and written in _COUPLE) or (below and count >= below):
        raise NoValueError(written)  # 十两, 3千2000
    if not direct or below == 10 or count >= 10:
        return count
    if complete or count % 1:
        raise NoValueError(written)  # 三千五万, 三千2.5
    return count * below / 10  # 三千五 is 3500, 一万二 is 12000
