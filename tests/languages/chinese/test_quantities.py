"""Numbers in Chinese text, by value and kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transreview.languages.chinese.quantities import quantities

# Text, then for each quantity: its span, value, kind.
CASES = [
    ("共100余人参加", [("100余", 100, "cardinal")]),
    ("第九届", [("第九", 9, "ordinal")]),
    ("第33届展会", [("第33", 33, "ordinal")]),
    ("5月26日", [("5月", 5, "month"), ("26日", 26, "day")]),
    ("2021年9月10日", [("2021年", 2021, "year"), ("9月", 9, "month"), ("10日", 10, "day")]),
    ("二〇二一年", [("二〇二一年", 2021, "year")]),
    ("２０２１年", [("２０２１年", 2021, "year")]),
    ("3.5万人", [("3.5万", 35_000, "cardinal")]),
    ("1.42亿人", [("1.42亿", 142_000_000, "cardinal")]),
    ("550多万人", [("550多万", 5_500_000, "cardinal")]),
    ("1亿4200万", [("1亿4200万", 142_000_000, "cardinal")]),
    ("1.3万亿元", [("1.3万亿元", 1_300_000_000_000, "currency")]),
    ("百分之三十", [("百分之三十", 30, "percent")]),
    ("百分之百", [("百分之百", 100, "percent")]),
    ("30％", [("30％", 30, "percent")]),
    ("2个百分点", [("2个百分点", 2, "percent")]),
    ("三成企业", [("三成", 30, "percent")]),
    ("三分之一", [("三分之一", 0.333333, "fraction")]),
    ("四分之三", [("四分之三", 0.75, "fraction")]),
    ("20世纪30年代", [("20世纪30年代", 1930, "decade")]),
    ("上世纪八十年代", [("上世纪八十年代", 1980, "decade")]),
    ("1990年代", [("1990年代", 1990, "decade")]),
    ("21世纪", [("21世纪", 21, "century")]),
    ("“十四五”规划", [("十四五", 14, "ordinal")]),
    ("星期三下午", [("星期三", 3, "weekday")]),
    ("上周日", [("周日", 7, "weekday")]),
    ("两周三次", [("两周", 2, "measure"), ("三", 3, "cardinal")]),
    ("下午5:30", [("5:30", 17 * 60 + 30, "time")]),
    ("晚上8点半", [("8点半", 20 * 60 + 30, "time")]),
    ("凌晨3时15分", [("3时15分", 3 * 60 + 15, "time")]),
    ("£1100万", [("£1100万", 11_000_000, "currency")]),
    ("20亿美元", [("20亿美元", 2_000_000_000, "currency")]),
    ("6英尺6英寸", [("6英尺", 6, "measure"), ("6英寸", 6, "measure")]),
    ("29岁", [("29岁", 29, "measure")]),
    ("十分钟", [("十分钟", 10, "measure")]),
    ("两年半后", [("两年半", 2.5, "measure")]),
    ("三个半小时", [("三个半小时", 3.5, "measure")]),
    ("220 2/3 回合", [("220 2/3", 220.666667, "fraction")]),
    ("16,000名", [("16,000", 16_000, "cardinal")]),
    ("30至43%", [("30", 30, "percent"), ("43%", 43, "percent")]),
    ("3比2", [("3", 3, "cardinal"), ("2", 2, "cardinal")]),
    ("2021-09-10", [("2021", 2021, "year"), ("09", 9, "month"), ("10", 10, "day")]),
    ("公元前221年", [("221年", 221, "year")]),
]
WITHOUT = [
    "统一战线",
    "万一下雨",
    "十分重要",
    "千万别来",
    "朝鲜半岛",
    "三星公司",
    "唯一一位",
    "一些人一直一样",
    "百姓",
    "零售业",
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _expected in CASES])
def test_numbers(text, expected):
    assert [(text[q.start : q.end], q.value, q.kind.value) for q in quantities(text)] == expected


@pytest.mark.parametrize("text", WITHOUT)
def test_words_with_numerals_that_count_nothing(text):
    assert [q for q in quantities(text) if not q.idiom] == []


@pytest.mark.parametrize("text", ["等一下", "五洲四海", "一个人", "数百人", "千人", "半成品", "三峡"])
def test_what_may_be_no_number_is_marked(text):
    assert all(q.idiom for q in quantities(text))


@pytest.mark.parametrize("text", ["约300人", "近三百人", "超过4000名", "三十多人", "百余人", "十几个"])
def test_rounded_numbers_are_marked(text):
    assert quantities(text)[0].approximate


@pytest.mark.parametrize("text", ["1. 引导行业", "（一）加快", "二、深化", "2．做好"])
def test_list_markers_are_no_quantities(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [("5元", "CNY"), ("5欧元", "EUR"), ("5英镑", "GBP"), ("5拉里", "GEL"), ("5卢布", "RUB"), ("$5", "USD")],
)
def test_currencies(text, unit):
    assert quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [("98年", 98, 1998), ("08年", 8, 2008), ("三四百", 300, 400), ("3-5万", 3, 30_000)],
)
def test_second_readings(text, value, other):
    assert (quantities(text)[0].value, quantities(text)[0].other) == (value, other)


def test_digits_are_kept_as_written():
    assert quantities("1.42亿")[0].digits == "1.42"
    assert quantities("16,000")[0].digits == "16000"
    assert quantities("二十个")[0].digits == ""


@given(
    st.text(
        alphabet=st.sampled_from(
            list("0159０９.,:/%-第一二两十百千万亿半多几年月日周点时分之个元岁至下午“”（） a")
        ),
        max_size=30,
    )
)
def test_spans_are_in_order_and_inside(text):
    position = 0
    for quantity in quantities(text):
        assert position <= quantity.start < quantity.end <= len(text)
        position = quantity.end
        assert not isinstance(quantity.value, float) or quantity.value != int(quantity.value)
