"""Values of numerals in Chinese characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.chinese.numerals import decimals, numeral, numeral_range, scaled

DIGITS = "零一二三四五六七八九"


def written(value: int) -> str:
    """Write a number below 10¹² in characters, as a schoolbook does."""
    if value == 0:
        return "零"
    sections = []
    for unit in ("", "万", "亿"):
        value, section = divmod(value, 10_000)
        sections.append((section, unit))
    text, gap = "", False
    for section, unit in reversed(sections):
        if section == 0:
            gap = bool(text)
            continue
        if text and (gap or section < 1000):
            text += "零"
        text += _section(section) + unit
        gap = False
    return text.removeprefix("零")


def _section(value: int) -> str:
    text, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return text


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_reads_what_a_schoolbook_writes(value):
    assert numeral(written(value)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10), ("十七", 17), ("二十", 20), ("廿一", 21), ("一百零五", 105), ("两千", 2000), ("三万五", 35_000),
        ("两百五", 250), ("一千二", 1200), ("一千零二", 1002), ("二〇二一", 2021), ("一九八五", 1985), ("五万亿", 5 * 10**12),
        ("三亿五千万", 350_000_000), ("壹佰贰拾", 120), ("九一一", 911),
    ],
)  # fmt: skip
def test_value(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize("text", ["一一", "五一", "百", "千一百", "万", "三三两两", "十百"])
def test_what_makes_no_number(text):
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("三四", (3, 4)),
        ("二三十", (20, 30)),
        ("三四百", (300, 400)),
        ("十七八", (17, 18)),
        ("五六万", (50_000, 60_000)),
    ],
)
def test_range_in_one_word(text, ends):
    assert numeral_range(text) == ends


@pytest.mark.parametrize("text", ["四三", "三五", "二十", "一百三四"])
def test_no_range(text):
    assert numeral_range(text) is None


def test_digits_with_a_scale():
    assert scaled(3.5, "万") == 35_000
    assert isinstance(scaled(1.42, "亿"), int)
    assert scaled(1.3, "万亿") == 1_300_000_000_000


def test_spoken_point():
    assert decimals("三点五") == 3.5
    assert decimals("三点") is None
