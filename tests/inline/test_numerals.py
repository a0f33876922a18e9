"""Quantities and the numerals that are no data."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_numbers import decimals, numbers, numbers_by_digit, ranges

from rendaparse._diagnostics import Diagnostic
from rendaparse.block.numbers import marker_number
from rendaparse.inline.build import parse_phrases
from rendaparse.inline.values.number import MAX_DIGITS, NoValueError, arabic, chinese, ordinal
from rendaparse.nodes import Node, Numeral, Quantity


def only(text: str, kind: str) -> Node:
    """Return the one node of a type in a text."""
    (node,) = [node for top in parse_phrases(text, 0, []) for node in top.walk() if node.type == kind]
    return node


def quantities(text: str) -> list[Quantity]:
    """Return the quantities in a text."""
    return [node for top in parse_phrases(text, 0, []) for node in top.find_all(Quantity)]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("召开会议9次", "9次", "9", "次"),
        ("收入12.47亿元", "12.47亿元", "1247000000", "元"),
        ("任免74人（次）", "74人（次）", "74", "人(次)"),
        ("购置12台(套)", "12台(套)", "12", "台(套)"),
        ("审议法规 3 部", "3 部", "3", "部"),
        ("接待&nbsp;320人次", "320人次", "320", "人次"),
        ("登记1,234.5万户", "1,234.5万户", "12345000", "户"),
        ("增长５．５％", "５．５％", "5.5", "%"),
        ("满意率97.8%", "97.8%", "97.8", "%"),
        ("已有百分之九十一点六解决", "百分之九十一点六", "91.6", "%"),
        ("千分之三的税", "千分之三", "3", "‰"),
        ("提高6.5个百分点", "6.5个百分点", "6.5", "个百分点"),
        ("装机1200千瓦时", "1200千瓦时", "1200", "千瓦时"),
        ("浓度20微克/立方米", "20微克/立方米", "20", "微克/立方米"),
        ("处理3万吨/日", "3万吨/日", "30000", "吨/日"),
        ("投资1.2万亿元", "1.2万亿元", "1200000000000", "元"),
        ("投资三万亿元", "三万亿元", "3000000000000", "元"),
        ("投资一万二千亿元", "一万二千亿元", "1200000000000", "元"),
        ("惠及14亿人口", "14亿", "1400000000", None),
        ("占地1/4以上", "1/4", "0.25", None),
        ("超过三分之一的村", "三分之一", "0.333333333333", None),
        ("九成转化为举措", "九成", "9", "成"),
        ("产值翻两番", "翻两番", "2", "番"),
        ("产值翻番", "翻番", "1", "番"),
        ("评议七次", "七次", "7", "次"),
        ("二十一个乡镇", "二十一个", "21", "个"),
        ("受理一千二百余件次", "一千二百余件次", "1200", "件次"),
        ("二十五億七千多萬元", "二十五億七千多萬元", "2570000000", "元"),
        ("作出决定壹佰项", "壹佰项", "100", "项"),
        ("召开联席会议一次，", "一次", "1", "次"),
        ("收入比由2.41缩小", "2.41", "2.41", None),
        ("近一成企业", "一成", "1", "成"),
        ("超过一半的村", "一半", "0.5", None),
    ],
)
def test_quantity(text: str, written: str, value: str, unit: str | None) -> None:
    """Span, value and unit of each form."""
    (quantity,) = quantities(text)
    assert (quantity.text, quantity.value, quantity.unit) == (written, Decimal(value), unit)
    assert quantity.percent == (unit == "%")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("共一万零十二个。", 10012, "个"),
        ("一千零十一个", 1011, "个"),
        ("一百零十二件", 112, "件"),
        ("三亿〇十户", 300000010, "户"),
    ],
)
def test_ten_behind_zero_needs_no_digit(text: str, value: int, unit: str) -> None:
    """零十 is 零一十, behind each of 百, 千, 万, 亿."""
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("增长4.5%-5%", "4.5", "5"),
        ("增长5—6％", "5", "6"),
        ("提高10至15个", "10", "15"),
        ("投入1-3万元", "10000", "30000"),
        ("投入5万至10万元", "50000", "100000"),
        ("走访三五个", "3", "5"),
        ("走访十七八家", "17", "18"),
        ("印五千至六千份", "5000", "6000"),
        ("印两三千至五千份", "2000", "5000"),
        ("印兩三千份", "2000", "3000"),
        ("印三五万份", "30000", "50000"),
        ("受益七八百萬人", "7000000", "8000000"),
    ],
)
def test_range(text: str, low: str, high: str) -> None:
    """Both ends of a range, with the magnitude they share."""
    (quantity,) = quantities(text)
    assert quantity.value == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("分别提高17.2和22.5个百分点", ["17.2", "22.5"], "个百分点"),
        ("分别增长4.3、6.1和8%", ["4.3", "6.1", "8"], "%"),
        ("分别投资3、5亿元", ["300000000", "500000000"], "元"),
    ],
)
def test_numbers_share_the_unit_of_the_last(text: str, values: list[str], unit: str) -> None:
    """Each is a figure of its own, with the magnitude and the unit that stand once."""
    assert [(found.value, found.unit) for found in quantities(text)] == [(Decimal(value), unit) for value in values]


def test_change_from_to_is_no_range() -> None:
    """Behind 从 and 由 each end is a figure of its own."""
    assert [quantity.text for quantity in quantities("完成率从88%到94.5%")] == ["88%", "94.5%"]


@pytest.mark.parametrize(
    ("text", "written", "bound"),
    [
        ("培训600多人次", "多", "above"),
        ("收集1270余条", "余", "above"),
        ("走访十几个", "几", "above"),
        ("座谈10来个", "来", "about"),
        ("超过3万人", "超过", "above"),
        ("规模超2亿元", "超", "above"),
        ("不少于10家", "不少于", "above"),
        ("上百家企业", "上", "above"),
        ("数百名代表", "数", "above"),
        ("近百名代表", "近", "below"),
        ("接近5万人", "接近", "below"),
        ("不足3年的占5%", None, None),
        ("约5万人", "约", "about"),
        ("就业1万人左右", "左右", "about"),
        ("满意率85%以上", "以上", "above"),
        ("失业率4%以内", "以内", "below"),
        ("条约5项", None, None),
        ("附近5个村", None, None),
        ("总数5个", None, None),
    ],
)
def test_approximator(text: str, written: str | None, bound: str | None) -> None:
    """What makes a number approximate, within, before or behind it, and on which side the true one lies."""
    approx = quantities(text)[-1].approx
    if written is None:
        assert approx is None
        return
    assert approx is not None
    assert (approx.text, approx.bound) == (written, bound)
    assert text[slice(*approx.span)] == written


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("拥护“两个确立”", "两个确立", "slogan"),
        ("构建“1661”体系", "1661", "slogan"),
        ("打好“八大攻坚战”", "八大攻坚战", "slogan"),
        ("建设1+16+N体系", "1+16+N", "slogan"),
        ("推进三个“专项行动”", "三个", "slogan"),
        ("落实八项规定", "八项规定", "slogan"),
        ("监督一府一委两院", "一府一委两院", "institution"),
        ("推广S1清单", "S1", "label"),
        ("普及5G网络", "5G", "label"),
        ("平均PM2.5浓度", "PM2.5", "label"),
        ("面对3·13疫情", "3·13", "label"),
        ("拨打12345热线", "12345", "label"),
        ("收入比2.3:1", "2.3:1", "label"),
        ("平台2.0上线", "2.0", "version"),
        ("发布1.2.3", "1.2.3", "version"),
        ("位列第一方阵", "第一方阵", "ordinal"),
        ("居全省第3位", "第3位", "ordinal"),
        ("编号1234567890123456", "1234567890123456", "invalid"),
        ("收入1234567890123456元", "1234567890123456元", "invalid"),
        ("增长9%-3%", "9%-3%", "invalid"),
    ],
)
def test_numeral_that_is_no_data(text: str, written: str, kind: str) -> None:
    """Each kind of numeral; none is a quantity."""
    numeral = only(text, "numeral")
    assert isinstance(numeral, Numeral)
    assert (numeral.text, numeral.kind) == (written, kind)
    assert quantities(text) == []


@pytest.mark.parametrize(
    "word",
    [
        *("统一部署", "进一步", "一系列措施", "五金行业", "百姓", "千方百计", "二类项目", "四省边界"),
        *("一批项目", "零部件", "亿万人民", "千亿级", "第三届", "二期工程", "六部分"),
    ],
)
def test_numeral_within_a_word_is_text(word: str) -> None:
    """Chinese numerals in words count nothing."""
    assert quantities(f"落实{word}，") == []


def test_invalid_value_is_told() -> None:
    """A number of too many digits has a diagnostic."""
    found: list[Diagnostic] = []
    parse_phrases("收入1234567890123456元", 3, found)
    assert [(entry.code, entry.span) for entry in found] == [("RP301", (5, 22))]


def test_figures_in_a_long_quote_are_data() -> None:
    """A quote that reports is no slogan."""
    assert [quantity.text for quantity in quantities("“今年全村增收30万元，户均增收2000元”")] == ["30万元", "2000元"]


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(numbers() | numbers_by_digit() | decimals())
def test_chinese_number_reads_as_it_was_written(written: tuple[str, Decimal]) -> None:
    """Writing and reading are inverse, in every form that custom allows."""
    text, value = written
    assert chinese(text) == (value, value)


@given(ranges())
def test_chinese_range_reads_as_it_was_written(written: tuple[str, int, int]) -> None:
    """Two digits side by side name both ends."""
    text, low, high = written
    assert chinese(text) == (Decimal(low), Decimal(high))


SIGNS = "〇零一二两三四五六七八九十百千万亿兩萬億壹贰叁肆伍陆柒捌玖拾佰仟廿卅点點0123456789０１９,，.．甲"


@given(st.text(SIGNS, max_size=70))
def test_any_text_is_read_as_a_number_or_has_no_value(text: str) -> None:
    """Nothing else is raised, and no value has more digits than a reader of JSON keeps."""
    for read in (chinese, ordinal, arabic):
        with suppress(NoValueError):
            read(text)
    with suppress(NoValueError):
        assert all(len(end.normalize().as_tuple().digits) <= MAX_DIGITS for end in chinese(text))


@given(st.decimals(0, 10**9, places=3))
def test_arabic_number_reads_as_it_was_written(number: Decimal) -> None:
    """With thousands separators and without, in both widths."""
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    assert arabic(f"{number}") == arabic(f"{number:,}") == arabic(f"{number}".translate(wide)) == number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("二〇二三", 2023), ("〇五", 5), ("二〇万", 200000), ("十", 10), ("千五百", 1500), ("卅", 30), ("廿三", 23)),
        *(("三千五", 3500), ("一万二", 12000), ("一亿二", 120000000), ("十万二", 102000), ("四万万五", 450000000)),
        *(("两万零五", 20005), ("一万零两百", 10200), ("一百零两", 102), ("四万万五千万", 450000000)),
        *(("一万二千亿", 1200000000000), ("三万亿", 3000000000000), ("一亿亿", 10**16), ("一万二千万", 120000000)),
        *(("2万3千", 23000), ("1亿2000万", 120000000), ("3千2百", 3200), ("1亿2,345.6万", 123456000)),
    ],
)
def test_chinese_number(written: str, value: int) -> None:
    """Forms that places alone do not give."""
    assert chinese(written) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    "written",
    [
        *("两两", "两〇", "廿三两", "十两", "三百两", "一万两", "三点两"),
        *("十百千万", "一千百", "一万百", "一亿万", "三百四千", "五廿", "一廿"),
        *("一百零", "零三百", "零百", "三千五万", "一万二亿", "一万二点五"),
        *("", "点", "三点", "点五", "三点五点六", "三点五六百七", "1.5点六"),
        *("1.5万3千", "1万20000", "3千2000", "三千2.5", "12千"),
    ],
)
def test_chinese_figures_out_of_place_have_no_value(written: str) -> None:
    """两 counts and is no digit; places fall; 零 stands between two; what custom could read in two ways is not read."""
    with pytest.raises(NoValueError):
        chinese(written)


def test_too_many_digits_have_no_value() -> None:
    """The limit is the number of significant digits."""
    assert arabic("0" * 5 + "9" * MAX_DIGITS) == Decimal("9" * MAX_DIGITS)
    with pytest.raises(NoValueError):
        arabic("9" * (MAX_DIGITS + 1))


@pytest.mark.parametrize(
    ("marker", "number"),
    [
        ("一、", 1),
        ("三、", 3),
        ("十、", 10),
        ("（十）", 10),
        ("十一、", 11),
        ("十一是", 11),
        ("二十、", 20),
        ("（二十）", 20),
        ("二十三、", 23),
        ("三十二、", 32),
        ("一百、", 100),
        ("第一百章 ", 100),
        ("第百章 ", 100),
        ("一百零一、", 101),
        ("第一百二十三章 ", 123),
        ("二百一十、", 210),
        ("3.", 3),
        ("2.1", 1),
        ("2.11 ", 11),
        ("（１２）", 12),
        ("一二、", 12),
        ("二〇、", 20),
        ("③", 3),
        ("⑫", 12),
        ("⑴", 1),
        ("——", None),
        ("首先，", None),
        ("十十、", None),
    ],
)
def test_marker_has_a_number(marker: str, number: int | None) -> None:
    """The number of a marker in each of its writings, the last one of several."""
    assert marker_number(marker) == number


def test_a_number_has_fifteen_digits_at_the_most() -> None:
    """One more, and it has no value; what is told of it are its first forty characters."""
    (quantity,) = quantities("共123456789012345件")
    assert quantity.value == 123456789012345
    found: list[Diagnostic] = []
    (_, node) = parse_phrases("共" + "1234567890" * 5 + "件", 0, found)
    assert isinstance(node, Numeral)
    assert node.kind == "invalid"
    assert [(entry.code, entry.detail) for entry in found] == [("RP301", "1234567890" * 4)]


@pytest.mark.parametrize(("quoted", "kind"), [("新建100个示范站点", "numeral"), ("新建1000个示范站点", "quantity")])
def test_a_long_quote_that_counts_reports_its_figure(quoted: str, kind: str) -> None:
    """Ten characters are a slogan, eleven report."""
    assert only(f"实施“{quoted}”工程", kind).text in quoted


@pytest.mark.parametrize("quoted", ['"1661"', "“1661”", "「1661」"])
def test_digits_in_a_quote_are_a_slogan(quoted: str) -> None:
    """In straight quotes, too."""
    numeral = only(f"实施{quoted}工程", "numeral")
    assert isinstance(numeral, Numeral)
    assert (numeral.text, numeral.kind) == ("1661", "slogan")
