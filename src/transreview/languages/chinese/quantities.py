"""Every number in Chinese text, with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.chinese import counted
from transreview.languages.chinese.calendar import WEEKDAY, before_an_hour, clock_time, dated
from transreview.languages.chinese.numerals import decimals, numeral, numeral_range, scaled
from transreview.languages.chinese.senses import changed_sense, is_of_sight
from transreview.languages.chinese.signs_before import scale_before, sign_before
from transreview.languages.chinese.turns import TURN, turns_of
from transreview.languages.digits import LONGEST, clock, date_parts, narrowed, read_number, whole
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

_HAN = "零〇○一二两兩三四五六七八九十百千万萬亿億兆廿"
# Where a number may begin; the long pattern is tried nowhere else.
_MAY_BEGIN = lazy_pattern(rf"[\d{_HAN}半½¼¾周週星礼禮本上]")
_ANY = lazy_pattern(rf"[\d{_HAN}半½¼¾周週番]|[本上]个?世")
_NUMBER = lazy_pattern(
    rf"""
    (?P<date>(?<!\d)(?P<y>1\d{{3}}|20\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d))
  | (?P<clock>(?<![\d:])(?P<hh>[01]?\d|2[0-4]):(?P<mm>[0-5]\d)(?::[0-5]\d)?(?![\d:]))
  | {WEEKDAY}
  | (?P<mixed>\d{{1,9}}[ ])?(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})(?![\d/])
  | (?P<denominator>[\d{_HAN}]{{1,{LONGEST}}})分之(?P<numerator>\d+(?:\.\d+)?|[{_HAN}]+(?:点[{_HAN}]+)?)
  | (?P<plan>十[一二三四五六]五)(?=["”’」]|规划|規劃|时期|期间|计划|以来|开局|收官)
  | (?P<feast>五一|十一|三八|五四|六一|七一|八一)(?P<of>(?:国?际?(?:劳动|儿童|妇女)|青年|建[军党]|国庆)?
        (?:节|黄金周|小?长假|假期)|国庆|运动|红旗手|勋章)
  | (?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)
    (?P<more>[多余餘几幾])?[ ]?(?P<scale>[十百千万萬亿億兆]+)?(?P<then>(?:\d+(?:\.\d+)?[百千万萬])*)
  | (?P<han>[{_HAN}]+(?:点[零〇一二三四五六七八九]+(?!百(?!分点)|[刻十零〇一二三四五六七八九]|分(?!之)))?)
  | (?P<century>[本上](?:个|個)?)世[纪紀]
  | (?P<half>半)|(?P<vulgar>[½¼¾])
    """,
    re.VERBOSE,
)
_LIST_MARKER = lazy_pattern(
    rf"\s*(?:[（(](?:\d{{1,2}}|[{_HAN}]{{1,3}})[)）]|\d{{1,2}}[.、．)）](?!\d)|[{_HAN}]{{1,3}}、)"
)
_THEN = lazy_pattern(r"(\d+(?:\.\d+)?)([百千万萬])")
_RANGE_SCALE = lazy_pattern(r"[-–—~～至到][约近]?\d+(?:\.\d+)?([十百千万萬亿億]+)")
_FEASTS = {
    "五一": (5, 1), "十一": (10, 1), "三八": (3, 8), "五四": (5, 4), "六一": (6, 1), "七一": (7, 1),
    "八一": (8, 1),
}  # fmt: skip
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SYMBOLS = {"$": "USD", "＄": "USD", "£": "GBP", "€": "EUR", "¥": "CNY", "￥": "CNY", "₽": "RUB", "₾": "GEL"}
# Measures that 半 behind them adds a half to, and what it begins a word of its own with: 10公斤半成品.
_HALF_TOO = frozenset(
    {
        "y",
        "mo",
        "wk",
        "d",
        "h",
        "min",
        "century",
        "jin",
        "kg",
        "g",
        "t",
        "m",
        "km",
        "li",
        "in",
        "ft",
        "mu",
        "°",
        "°C",
    }
)
_NO_HALF = lazy_pattern("半[成挂自透固径导岛球价截封熟干湿官]")
_FEW = 12
_HALF_OF_TENTH = 5


def _rest_of_tenths(written: str | None) -> float:
    """Return the percentage behind tenths: 三成五, thirty-five, 一成半, fifteen."""
    return _HALF_OF_TENTH if written == "半" else numeral(written or "零") or 0


# 三成 is thirty per cent; 成 after a numeral also begins verbs (成为, 成立).
_TENTHS = lazy_pattern(
    r"成(?!为|為|立|功|员|員|长|長|就|了|果|都|本|年|人|名|群|对|對)(?P<rest>半|[一二三四五六七八九](?![十百千万亿个人名家天年月日次倍]))?"
)


def quantities(text: str) -> list[Quantity]:
    """Return every number of a Chinese text, in order, not overlapping.

    A list marker at the beginning ("1. ", "（一）", "二、") is not a quantity.

    Args:
        text: One segment, simplified or traditional.
    """
    if not _ANY.search(text):
        return []
    text = narrowed(text)
    marker = _LIST_MARKER.match(text)
    found: list[Quantity] = []
    position = marker.end() if marker else 0
    while begin := _MAY_BEGIN.search(text, position):
        start = begin.start()
        match = _NUMBER.match(text, start)
        if match is None:
            position = start + 1
            continue
        read = list(_read(text, match)) if match.end() - start <= LONGEST else []
        if match["half"] and read and _adds_half(text, found, match.start()):
            read = [found.pop()._replace(end=match.end())]
            read[0] = read[0]._replace(value=read[0].value + 0.5)
        found.extend(read)
        position = max(match.end(), read[-1].end if read else start + 1)
    if TURN.search(text):
        turns = list(turns_of(text))
        found = [q for q in found if not any(t.start <= q.start < t.end for t in turns)] + turns
        found.sort(key=lambda quantity: quantity.start)
    if "每斤" in text:
        found = sorted([*found, *_of_each_pound(text)], key=lambda quantity: quantity.start)
    found = dated(text, found)
    return before_an_hour(text, found) if "差" in text else found


def _of_each_pound(text: str) -> Iterator[Quantity]:
    """Yield the half kilogram for which a price is told (每斤), which a translation need not have."""
    start = text.index("每斤")
    yield Quantity(start, start + 2, 1, QuantityKind.MEASURE, unit="jin", idiom=True)


def _adds_half(text: str, found: list[Quantity], start: int) -> bool:
    """Whether 半 adds to the number before it: 两年半, 三斤半."""
    if not found or found[-1].end != start or found[-1].unit not in _HALF_TOO:
        return False
    return _NO_HALF.match(text, start) is None


def _read(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    kind = match.lastgroup
    start, end = match.span()
    if match["han"]:
        yield from _characters(text, start, end)
    elif match["arabic"]:
        yield _digits(text, match)
    elif match["half"]:
        yield from _half(text, start)
    elif match["clock"]:
        yield clock_time(text, start, end, clock(match["hh"], match["mm"]), match["clock"])
    elif match["weekday"]:
        day = "一二三四五六日天".index(match["weekday"]) + 1
        yield Quantity(start, end, min(day, 7), QuantityKind.WEEKDAY)
    elif match["date"]:
        yield from date_parts(match, ("y", "m", "d"))
    elif match["century"]:
        yield Quantity(start, end, 21 if text[start] == "本" else 20, QuantityKind.CENTURY, idiom=True)
    elif match["denominator"]:
        yield from _fraction(match)
    elif match["under"]:
        yield from _slash(match)
    elif match["plan"] or match["feast"]:
        yield from _named(match)
    elif kind == "vulgar":
        yield Quantity(start, end, _VULGAR[match["vulgar"]], QuantityKind.FRACTION)


def _named(match: re.Match[str]) -> Iterator[Quantity]:
    """“十四五”, the fourteenth five-year plan; 五一劳动节, the first of May ("Labour Day" says the same)."""
    start, end = match.span()
    if match["plan"]:
        value = 10 + "一二三四五六".index(match["plan"][1]) + 1
        yield Quantity(start, end, value, QuantityKind.ORDINAL)
        return
    month, day = _FEASTS[match["feast"]]
    yield Quantity(start, start + 1, month, QuantityKind.MONTH, idiom=True)
    yield Quantity(start + 1, start + 2, day, QuantityKind.DAY, idiom=True)


def _digits(text: str, match: re.Match[str]) -> Quantity:
    """A number in digits with what is written after it: 3.5万, 550多万, 1亿4200万, 29岁, 30%."""
    value, other, digits = read_number(match["arabic"])
    approximate = bool(match["more"])
    end = match.end()
    scale = match["scale"]
    if scale and scale[-1] in _PREFIXES and _PREFIXED.match(text, end):
        scale, end = scale[:-1], end - 1  # 120万千瓦: a million kilowatts, and no thousand millions
    if scale:
        value = scaled(float(digits), scale)
        other = None
    elif match["more"]:
        end = match.end("more")
    if match["then"]:
        value = whole(value + sum(scaled(float(n), unit) for n, unit in _THEN.findall(match["then"])))
    if not scale and (ahead := _RANGE_SCALE.match(text, end)):
        other = scaled(float(digits), ahead[1])
    return _with_unit(text, match.start(), end, value, other, digits, approximate)


# Thousand and mega before a unit belong to it: 千瓦, 千克, 兆瓦.
_PREFIXES = frozenset("千兆")
_PREFIXED = lazy_pattern("瓦|克(?!拉)|米|伏|卡(?!车|片)|赫|帕|焦|比特|字节|位每秒")


def _characters(text: str, start: int, end: int) -> Iterator[Quantity]:
    """A number in characters, unless the characters make a word that counts nothing."""
    written = text[start:end]
    if len(written) > 1 and written[-1] in _PREFIXES and _PREFIXED.match(text, end):
        written, end = written[:-1], end - 1
    if written[0] in counted.NOT_A_NUMBER_FIRST and _is_word(text, start):
        return
    if written == "亿万" or written == "億萬":
        # 亿万富翁, a billionaire.
        yield Quantity(start, end, 10**9, approximate=True, idiom=True)
        return
    if written == "一" and _is_no_one(text, start):
        return
    some = text[start - 1 : start] in counted.SOME_BEFORE if start else False
    if "点" in written:
        spoken = decimals(written)
        if spoken is None:
            end = start + written.index("点")
            written = text[start:end]
        else:
            if scale := _SCALE.match(text, end):
                end, spoken = scale.end(), scaled(spoken, scale.group())
            yield _with_unit(text, start, end, whole(spoken), None, "", False)
            return
    if (ends := numeral_range(written)) is not None:
        yield _with_unit(text, start, end, ends[0], ends[1], "", True)
        return
    bare = written[0] in "百千万萬亿億兆" or (some and written[0] == "十")
    if bare:
        # 数百, 上千人, 几十: some hundreds, not a hundred; 千人 alone is said so too.
        if written[0] in "万萬亿億兆" and not some and len(written) == 1:
            return
        value = scaled(1, written)
        yield _with_unit(text, start, end, value, None, "", True, idiom=True)
        return
    number = numeral(written)
    if number is not None:
        total, last = _scaled_more(text, end, number)
        yield _with_unit(text, start, last, total, None, "", last > end)


def _scaled_more(text: str, end: int, number: float) -> tuple[float, int]:
    """Return a number with the scale that follows "and more", and where it ends: 四千六百多万."""
    more = _MORE_SCALE.match(text, end)
    return (number, end) if more is None else (whole(scaled(number, more[1])), more.end())


def _is_word(text: str, start: int) -> bool:
    return text.startswith(counted.NOT_A_NUMBER, start) and not text.startswith(counted.STILL_A_NUMBER, start)


def _is_no_one(text: str, start: int) -> bool:
    return text[start + 1 : start + 2] in counted.NOT_ONE_AFTER or (
        start > 0 and text[start - 1] in counted.NOT_ONE_BEFORE
    )


def _with_unit(
    text: str,
    start: int,
    end: int,
    value: float,
    other: float | None,
    digits: str,
    approximate: bool,
    *,
    idiom: bool = False,
) -> Quantity:
    """The number together with 第 before it, 多 or 余 and the unit after it."""
    begin, kind, unit = _before(text, start)
    if kind is QuantityKind.CARDINAL and not approximate:
        approximate = text[max(0, start - 2) : start].endswith(counted.APPROXIMATE_BEFORE)
    after = text[end : end + 1]
    if after in counted.MORE_AFTER and after:
        end, approximate = end + 1, True
    if text.startswith(("个半", "個半"), end):
        value, end = value + 0.5, end + 2
    at = end + 1 if text[end : end + 1] == " " else end
    for length in range(counted.LONGEST_AFTER, 0, -1):
        if (entry := counted.AFTER.get(text[at : at + length])) and len(text) >= at + length:
            if kind is QuantityKind.CARDINAL:
                kind, unit = entry
                end = at + length
            break
    if kind is QuantityKind.CARDINAL and (changed := changed_sense(text, begin, end, value)) is not None:
        return changed._replace(digits=digits, approximate=approximate)
    unit, named = scale_before(text, begin, unit)
    if unit == "°" and is_of_sight(text, value):
        value, unit, other = whole(value / 100), "D", value  # 近视三百度: three dioptres
    if (sign := sign_before(text, begin, kind, unit)) is not None:
        value, begin = -value, sign
    begin = min(begin, named)
    if kind is QuantityKind.CARDINAL and value < 10 and (tenths := _TENTHS.match(text, end)):
        return Quantity(
            begin,
            tenths.end(),
            whole(value * 10) + _rest_of_tenths(tenths["rest"]),
            QuantityKind.PERCENT,
            unit=unit,
            digits=digits,
            approximate=approximate,
        )
    if kind is QuantityKind.CARDINAL and value in _DAYS_OF_SALES and text[start - 1 : start] == "双":
        idiom, other = True, _DAYS_OF_SALES[value]
    small = not digits and (end - start <= 1 or value <= _FEW)
    bare = small and kind is QuantityKind.CARDINAL and text[end : end + 1] not in counted.CLASSIFIERS
    idiom = idiom or bare or (not digits and value == 1)
    return Quantity(
        begin, end, value, kind, unit=unit, digits=digits, approximate=approximate, idiom=idiom, other=other
    )


# 双十一 is the eleventh of November, "11.11" to those who sell.
_DAYS_OF_SALES: dict[float, float] = {11: 11.11, 12: 12.12}


def _before(text: str, start: int) -> tuple[int, QuantityKind, str]:
    """What stands right before a number and belongs to it: 第, or the sign of a currency."""
    if start and text[start - 1] == "第":
        return start - 1, QuantityKind.ORDINAL, ""
    if start and text[start - 1] in _SYMBOLS:
        return start - 1, QuantityKind.CURRENCY, _SYMBOLS[text[start - 1]]
    return start, QuantityKind.CARDINAL, ""


_MORE_SCALE = lazy_pattern("[多余餘几幾]([万萬亿億]+)")
_SCALE = lazy_pattern("[百千]?[万萬亿億]+|[百千](?![瓦克米伏卡赫帕焦分])")


def _half(text: str, start: int) -> Iterator[Quantity]:
    if _is_word(text, start):
        return
    sure = text[max(0, start - 1) : start] == "一" or text.startswith("半数", start)
    unit = _HALVED.match(text, start + 1)
    symbol = _HALVED_UNITS[unit[1]] if unit else ""
    yield Quantity(start, start + 1, 0.5, QuantityKind.FRACTION, unit=symbol, idiom=not sure)


_HALVED_UNITS = {
    "年": "y", "月": "mo", "小时": "h", "小時": "h", "钟头": "h", "天": "d", "日": "d", "分钟": "min",
    "世纪": "century", "斤": "jin", "公斤": "kg", "吨": "t", "米": "m", "公里": "km", "里地": "li",
    "里路": "li", "亩": "mu", "升": "l", "公顷": "ha",
}  # fmt: skip
_HALVED = lazy_pattern("[个個]?(" + "|".join(sorted(_HALVED_UNITS, key=len, reverse=True)) + ")")


def _fraction(match: re.Match[str]) -> Iterator[Quantity]:
    """百分之三十, 三分之一, 千分之五."""
    start, end = match.span()
    upper, lower = _value(match["numerator"]), _denominator(match["denominator"])
    if match["denominator"] == "百" and match["numerator"] == "百":
        upper = 100
    if upper is None or not lower:
        return
    digits = match["numerator"] if match["numerator"][0].isdigit() else ""
    if lower == 100:
        yield Quantity(start, end, whole(upper), QuantityKind.PERCENT, digits=digits)
    else:
        yield Quantity(start, end, whole(upper / lower), QuantityKind.FRACTION, digits=digits)


def _value(written: str) -> float | None:
    if written[0].isdigit():
        return float(written)
    return decimals(written) if "点" in written else numeral(written)


def _denominator(written: str) -> float | None:
    if written.isdigit():
        return float(written)
    return {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}.get(written) or numeral(written)


def _slash(match: re.Match[str]) -> Iterator[Quantity]:
    """2/3 and 220 2/3; other pairs (9/11, 24/7) are two numbers."""
    upper, lower = int(match["over"]), int(match["under"])
    if 0 < upper < lower <= 100 and (lower <= 10 or upper == 1):
        whole_part = int(match["mixed"] or 0)
        yield Quantity(
            match.start(),
            match.end(),
            whole(whole_part + upper / lower),
            QuantityKind.FRACTION,
            digits=match[0],
        )
        return
    for group in ("mixed", "over", "under"):
        if match[group]:
            start = match.start(group)
            written = match[group].strip()
            yield Quantity(start, start + len(written), int(written), digits=written)
