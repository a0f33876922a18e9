"""Writes numbers in Chinese figures in every form that is accepted: what the reader of numbers is tested against."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

ZEROS = "零〇"
DIGITS = "一二三四五六七八九"
PLACES = ((1000, "千仟"), (100, "百佰"), (10, "十拾"))
GROUPS = ((10**8, "亿億"), (10**4, "万萬"))
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
LARGEST = 10**13
NEAR = 2
"""How far the ends of a range may be apart."""


class Writer:
    """Writes one number; where custom leaves a choice, it is drawn."""

    def __init__(self, draw: st.DrawFn, *, figures: bool = False) -> None:
        self.draw = draw
        self.financial = not figures and draw(st.booleans())
        self.digits = "壹贰叁肆伍陆柒捌玖" if self.financial else DIGITS
        self.figures = figures
        """Whether Arabic figures stand among the Chinese ones."""

    def perhaps(self) -> bool:
        """Choose."""
        return self.draw(st.booleans())

    def number(self, number: int, *, first: bool = True, complete: bool = False) -> str:
        """Write a number; ``first`` and ``complete`` as the reader says."""
        for group, signs in GROUPS:
            head, rest = divmod(number, group)
            if head:
                doubled = group == 10**8 and head < 10**4 and self.perhaps()
                sign = "万万" if doubled else self.draw(st.sampled_from(signs))
                return self.head(head, first=first) + sign + self.rest(rest, group, complete=complete)
        if self.figures and number >= 10 and self.perhaps():
            return self.arabic(number)
        return self.section(number, first=first, complete=complete)

    def head(self, head: int, *, first: bool) -> str:
        """Write what stands before 万 or 亿."""
        if head == 1 and first and self.perhaps():
            return ""
        if self.figures and self.perhaps():
            return self.arabic(head)
        if first and self.perhaps() and not names_two(head):
            return self.by_digit(head)
        return self.number(head, first=first, complete=True)

    def rest(self, rest: int, group: int, *, complete: bool) -> str:
        """Write what stands behind 万 or 亿."""
        if not rest:
            return ""
        if rest * 10 % group == 0 and not complete and self.perhaps():
            return self.digit(rest * 10 // group)  # 一万二
        passed_over = rest < group // 10
        spoken = passed_over and (rest < 10 or group == 10**8 or self.perhaps())
        return (self.zero() if spoken else "") + self.number(rest, first=False, complete=complete)

    def section(self, number: int, *, first: bool, complete: bool) -> str:
        """Write a number below 10,000 by places."""
        written, last = "", 0
        for place, signs in PLACES:
            digit, number = divmod(number, place)
            if not digit:
                continue
            if last > 10 * place and self.perhaps():
                written += self.zero()
            written += self.placed(digit, place, signs, bare=first and not written)
            last = place
            if place > 10 and number * 10 % place == 0 and number and not complete and self.perhaps():
                return written + self.digit(number * 10 // place)  # 三千五
        if number:
            written += self.zero() if last > 10 else ""
            written += self.digit(number, counts=first and not written)
        return written

    def placed(self, digit: int, place: int, signs: str, *, bare: bool) -> str:
        """Write a digit with its place; ``bare`` allows 百 for 一百."""
        if place == 10 and digit in (2, 3) and not self.financial and self.perhaps():
            return " 廿卅"[digit - 1]
        if digit == 1 and (bare or place == 10) and self.perhaps():
            return signs[self.financial]
        return self.digit(digit, counts=place > 10) + signs[self.financial]

    def digit(self, digit: int, *, counts: bool = False) -> str:
        """Write a digit; ``counts`` allows 两 for 二."""
        if self.figures and self.perhaps():
            return self.arabic(digit)
        if digit == 2 and counts and not self.financial and self.perhaps():
            return self.draw(st.sampled_from("两兩"))
        return self.digits[digit - 1]

    def by_digit(self, number: int) -> str:
        """Write a number digit by digit: 二〇二三."""
        return "".join(self.digits[int(digit) - 1] if digit != "0" else self.zero() for digit in str(number))

    def arabic(self, number: int) -> str:
        """Write a number in Arabic figures."""
        written = f"{number:,}" if self.perhaps() else str(number)
        return written.translate(FULL_WIDTH) if self.perhaps() else written

    def zero(self) -> str:
        """Write a zero."""
        return self.draw(st.sampled_from(ZEROS))


def names_two(number: int) -> bool:
    """Whether a number that is written digit by digit would be read as a range: 三五."""
    low, high = divmod(number, 10)
    return 0 < low <= 9 and 0 < high - low <= NEAR


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, int]:
    """A whole number by places, and its value; Arabic figures may stand among the Chinese ones."""
    number = draw(st.integers(1, LARGEST) | st.integers(1, 10**5) | round_numbers())
    return Writer(draw, figures=draw(st.booleans())).number(number), number


@st.composite
def round_numbers(draw: st.DrawFn) -> int:
    """A number with zeros within and at its end: it has few digits, at places far apart."""
    places = draw(st.sets(st.integers(0, 12), min_size=1, max_size=3))
    return sum(draw(st.integers(1, 9)) * 10**place for place in places)


@st.composite
def numbers_by_digit(draw: st.DrawFn) -> tuple[str, int]:
    """A number written digit by digit, and its value."""
    number = draw(st.integers(10, 10**6).filter(lambda number: not names_two(number)))
    return Writer(draw).by_digit(number), number


@st.composite
def decimals(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number with a point, maybe with a magnitude behind it, and its value."""
    whole = draw(st.integers(0, 9_999))
    fraction = draw(st.text("0123456789", min_size=1, max_size=6))
    magnitude, value = draw(st.sampled_from((("", 1), ("万", 10**4), ("億", 10**8), ("万亿", 10**12), ("百万", 10**6))))
    written = Writer(draw).number(whole, complete=True) if whole else draw(st.sampled_from(ZEROS))
    digits = "".join("零一二三四五六七八九"[int(digit)] for digit in fraction)
    return written + draw(st.sampled_from("点點")) + digits + magnitude, Decimal(f"{whole}.{fraction}") * value


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    """A number that names two ends by two digits side by side (十七八, 七八百, 一万二三千), and both."""
    writer = Writer(draw)
    writer.financial, writer.digits = False, DIGITS
    low, apart = draw(st.integers(1, 7)), draw(st.integers(1, NEAR))
    place, sign = draw(st.sampled_from(((1, ""), (10, "十"), (100, "百"), (1000, "千"))))
    group, signs = draw(st.sampled_from(((1, ""), (10**4, "万"), (10**8, "億"), (10**12, "万亿"))))
    before = draw(st.integers(0, 10**4 // (10 * place) - 1)) * 10 * place
    head = writer.section(before, first=True, complete=True) if before else ""
    if place == 1 and before and before % 100 == 0:
        head += writer.zero()
    counts = (place > 10 or not head) and low == 2 and writer.perhaps()
    pair = ("两" if counts else DIGITS[low - 1]) + DIGITS[low + apart - 1]
    return head + pair + sign + signs, (before + low * place) * group, (before + (low + apart) * place) * group
