"""Reads quantities and other numerals (数量): their value, unit and approximator."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from rendaparse._diagnostics import Diagnostic
from rendaparse.grammar.patterns import composed, terminals
from rendaparse.inline.values.number import MAX_DIGITS, NoValueError, arabic, canonical, chinese, magnitude
from rendaparse.nodes import Approximator, Numeral, Quantity, Text
from rendaparse.nodes.inlines import Bound, NumeralKind

KINDS: dict[str, NumeralKind] = {
    "NUMERAL_INSTITUTION": "institution",
    "NUMERAL_SLOGAN": "slogan",
    "NUMERAL_NAME": "name",
    "NUMERAL_SECTORS": "name",
    "NUMERAL_DIGITS": "name",
    "NUMERAL_SUM": "slogan",
    "NUMERAL_BEFORE_QUOTE": "slogan",
    "NUMERAL_ORDINAL": "ordinal",
    "NUMERAL_STAGE": "ordinal",
    "NUMERAL_LABEL_LETTERS": "label",
    "NUMERAL_LABEL_DIGITS": "label",
    "NUMERAL_EVENT": "label",
    "NUMERAL_RATIO": "label",
    "NUMERAL_VERSION": "version",
    "NUMERAL_VERSION_PLAIN": "version",
    "NUMERAL_PLAIN": "label",
}
"""The kind of numeral of each terminal."""

LONGEST_APPROXIMATOR = 5

PERCENT = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
WIDTHS = str.maketrans("（）％", "()%")
VARIANTS = str.maketrans("項條場處臺張對隻頭塊間級類種個輛戶點", "项条场处台张对只头块间级类种个辆户点")


def read_numeral(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Numeral:
    """Return the node of a numeral that is no data."""
    start, end = offset + match.start(), offset + match.end()
    kind = KINDS[str(match.lastgroup)]
    if kind == "label" and match.lastgroup == "NUMERAL_PLAIN" and len(match[0]) > MAX_DIGITS:
        return invalid(match, offset, found)
    return Numeral(start, end, (Text(start, end, match[0]),), kind)


def invalid(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Numeral:
    """Return the node of a numeral that has no valid value, and say so."""
    start, end = offset + match.start(), offset + match.end()
    found.append(Diagnostic("RP301", (start, end), match[0][:40]))
    return Numeral(start, end, (Text(start, end, match[0]),), "invalid")


def read_quantity(match: re.Match[str], offset: int, found: list[Diagnostic]) -> Quantity | Numeral:
    """Return the node of a quantity, or of an invalid numeral where it has no value."""
    start, end = match.span()
    try:
        if match.lastgroup == "QUANTITY_SHARED":
            value, unit, inside = _read_shared(match)
        else:
            value, unit, inside = READERS[str(match.lastgroup)](match[0])
        value = _in_order(*value) if isinstance(value, tuple) else canonical(value)
    except NoValueError:
        return invalid(match, offset, found)
    approx = _approximator(match.string, start, end, inside, offset)
    start, end = offset + start, offset + end
    return Quantity(start, end, (Text(start, end, match[0]),), value, unit, unit == "%", approx)


def _in_order(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Return the ends of a range; raise NoValueError where the first is the larger one."""
    if low > high:
        raise NoValueError(f"{low}-{high}")
    return canonical(low), canonical(high)


Reading = tuple[Decimal | tuple[Decimal, Decimal], str | None, tuple[int, int] | None]
"""Value, unit, and where in the text an approximator stands."""


def _part(name: str) -> str:
    """Return the pattern of a part of the grammar."""
    return terminals("numeral")[name].regexp


@composed
def _counted() -> str:
    """Return the pattern that reads a quantity in Arabic figures, a named group a part."""
    p = _part
    amount = f"(?:{p('GAP')})?(?P<first>{p('MAGNITUDE')})?(?:(?P<infix>{p('INFIX')})(?P<second>{p('MAGNITUDE')})?)?"
    low = f"(?P<low>{p('NUMBER')})(?P<low_magnitude>{p('MAGNITUDE')})?(?:{p('PERCENT_SIGN')}|{p('UNIT')})?"
    number = f"(?:{low}{p('RANGE_SIGN')})?(?P<number>{p('NUMBER')}){amount}"
    return f"(?s){number}(?:{p('GAP')})?(?P<unit>.*)"


@composed
def _counted_chinese() -> str:
    """Return the pattern that reads a quantity in Chinese figures."""
    p = _part
    infix = f"(?:(?P<infix>{p('INFIX')})(?P<second>[万亿萬億])?)?"
    low = f"(?P<low>{p('NUMBER_CN')}){p('RANGE_SIGN')}"
    return f"(?s)(?:{low})?(?P<number>{p('NUMBER_CN')}){infix}(?:{p('GAP')})?(?P<unit>.*)"


def _read_counted(text: str) -> Reading:
    """Read 9次, 3.6亿元, 420余人次, 1-3万元, 97.8%."""
    match = _counted().fullmatch(text)
    assert match is not None
    scale = magnitude(match["first"]) * magnitude(match["second"])
    value = arabic(match["number"]) * scale
    infix = match.span("infix") if match["infix"] else None
    unit = normal_unit(match["unit"])
    if match["low"] is None:
        return value, unit, infix
    low = arabic(match["low"]) * (magnitude(match["low_magnitude"]) if match["low_magnitude"] else scale)
    return (low, value), unit, infix


def _read_counted_chinese(text: str) -> Reading:
    """Read 七次, 二十三个, 三百多条, 三五个."""
    match = _counted_chinese().fullmatch(text)
    assert match is not None
    low, high = chinese(match["number"] + (match["second"] or ""))
    if match["low"] is not None:
        low = chinese(match["low"])[0]
    infix = match.span("infix") if match["infix"] else None
    return (low if low == high else (low, high)), normal_unit(match["unit"]), infix


@composed
def _sharing() -> str:
    """Return the pattern of what a number shares its unit with."""
    p = _part
    last = f"(?:[、和与及]{p('NUMBER')})+(?:{p('GAP')})?(?P<magnitude>{p('MAGNITUDE')})?"
    return f"{last}(?P<unit>{p('PERCENT_SIGN')}|{p('UNIT')})"


def _read_shared(match: re.Match[str]) -> Reading:
    """Read 17.2 of 17.2和22.5个百分点."""
    behind = _sharing().match(match.string, match.end())
    assert behind is not None
    return arabic(match[0]) * magnitude(behind["magnitude"]), normal_unit(behind["unit"]), None


def _read_pure(text: str) -> Reading:
    """Read 2.41."""
    return arabic(text), None, None


def _read_half(text: str) -> Reading:
    """Read 一成, 一半."""
    return (Decimal(1), "成", None) if text.endswith("成") else (Decimal("0.5"), None, None)


def _read_percent_chinese(text: str) -> Reading:
    """Read 百分之九十一点六, 千分之三."""
    name, number = text[:3], text[3:]
    value = chinese(number)[0] if number[0] not in "0123456789０１２３４５６７８９" else arabic(number)
    return value, PERCENT[name], None


def _read_fraction(text: str) -> Reading:
    """Read 1/4."""
    upper, lower = text.split("/")
    return _ratio(Decimal(upper), Decimal(lower)), None, None


def _read_fraction_chinese(text: str) -> Reading:
    """Read 三分之一."""
    lower, upper = text.split("分之")
    return _ratio(chinese(upper)[0], chinese(lower)[0]), None, None


def _ratio(upper: Decimal, lower: Decimal) -> Decimal:
    """Return a fraction to as many digits as a value may have."""
    return (upper / lower).quantize(Decimal(10) ** -12).normalize()


def _read_doubling(text: str) -> Reading:
    """Read 翻番, 翻两番, 翻了一番."""
    times = text.strip("翻了番")
    return (chinese(times)[0] if times else Decimal(1)), "番", None


READERS = {
    "QUANTITY_COUNTED": _read_counted,
    "QUANTITY_PERCENT": _read_counted,
    "QUANTITY_BARE": _read_counted,
    "QUANTITY_COUNTED_CN": _read_counted_chinese,
    "QUANTITY_ONCE": _read_counted_chinese,
    "QUANTITY_PERCENT_CN": _read_percent_chinese,
    "QUANTITY_FRACTION": _read_fraction,
    "QUANTITY_FRACTION_CN": _read_fraction_chinese,
    "QUANTITY_DOUBLING": _read_doubling,
    "QUANTITY_PURE": _read_pure,
    "QUANTITY_HALF": _read_half,
}
"""What reads each quantity terminal."""


@lru_cache(1024)
def normal_unit(written: str) -> str | None:
    """Return a unit in half-width and simplified characters, None for none."""
    return written.translate(WIDTHS).translate(VARIANTS) or None


@composed
def _before() -> str:
    """Return the pattern of an approximator before the last character, which begins a number; a group a bound."""
    named = "|".join(f"(?P<{bound}>{_part(bound.upper() + '_BEFORE')})" for bound in ("above", "below", "about"))
    return f"(?s)(?:{named})[ \u3000]?(?=.$)"


@composed
def _after() -> str:
    """Return the pattern of an approximator behind a number, a group a bound."""
    return "|".join(f"(?P<{bound}>{_part(bound.upper() + '_AFTER')})" for bound in ("above", "below", "about"))


BOUNDS: dict[str, Bound] = {"above": "above", "below": "below", "about": "about", "来": "about"}


def _approximator(text: str, start: int, end: int, inside: tuple[int, int] | None, offset: int) -> Approximator | None:
    """Return the word that makes the number at ``start`` to ``end`` of ``text`` approximate: within, before, behind."""
    if inside is not None:
        first, last = start + inside[0], start + inside[1]
        return Approximator(text[first:last], (offset + first, offset + last), BOUNDS.get(text[first:last], "above"))
    match = _before().search(text[max(0, start - LONGEST_APPROXIMATOR) : start + 1])
    if match is not None:
        shift = offset + max(0, start - LONGEST_APPROXIMATOR)
    else:
        match = _after().match(text, end)
        shift = offset
    if match is None:
        return None
    bound = str(match.lastgroup)
    first, last = match.span(bound)
    return Approximator(match[bound], (first + shift, last + shift), BOUNDS[bound])
