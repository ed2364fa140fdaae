"""Numbers that a turn of phrase says: 翻一番, 八五折, 11秒23, 一米八, 五五开."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.languages.chinese.numerals import numeral
from transreview.languages.digits import whole
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

# What a text with such a turn has; the patterns below are tried nowhere else.
TURN = lazy_pattern(
    "[一二三四五六七八九][开折]|番|\\d秒\\d|[一二两\\d]米[一二三四五六七八九\\d]|[度块塊元][一二三四五六七八九\\d]"
)
_DOUBLED = lazy_pattern("翻了?(?P<half>一)?(?P<more>[两兩二三四])?番")
_TWO_FIGURES_OFF = lazy_pattern("(?P<tens>[一二三四五六七八九])(?P<ones>[一二三四五六七八九])折")
_SPLIT = lazy_pattern(
    "(?P<first>[一二三四五六七八九])(?P<second>[一二三四五六七八九])开(?!始|展|发|放|工|业|学|会)"
)

# Results of races: 11秒23, 9秒8.
_SECONDS = lazy_pattern(r"(?<![\d.])(?P<whole>\d{1,2})秒(?P<part>\d{1,2})(?![\d.]|[分秒年月日个人元])")
# Temperatures and prices with their tenths: 三十七度五, 三块八, 5元6角.
_TENTHS = lazy_pattern(
    r"(?P<whole>\d{1,3}|[零一二两三四五六七八九十]{1,3})(?P<unit>度|块|塊|元(?=.[角毛]))"
    r"(?P<part>[一二三四五六七八九]|\d)(?![\d.十百千万个個度天年月日次人名家件种倍折分点]|[块元])[角毛]?"
)
# How tall somebody is: 一米八, 1米75.
_TALL = lazy_pattern(
    r"(?<![\d.十百千])(?P<whole>[一二两]|[12])米(?P<part>[一二三四五六七八九]{1,2}|\d{1,2})(?![\d.十百千万米厘公分个高宽长深次人天])"
)


def turns_of(text: str) -> Iterator[Quantity]:
    """Yield the numbers of turns: 翻一番 (twice as much), 翻两番 (four times), 五五开 (half and half)."""
    for match in _DOUBLED.finditer(text):
        power = {"两": 2, "兩": 2, "二": 2, "三": 3, "四": 4}.get(match["more"] or "", 1)
        yield Quantity(match.start(), match.end(), 2**power, QuantityKind.CARDINAL, unit="x")
    for match in _TWO_FIGURES_OFF.finditer(text):
        kept = 10 * (numeral(match["tens"]) or 0) + (numeral(match["ones"]) or 0)
        yield Quantity(match.start(), match.end(), whole(100 - kept), QuantityKind.PERCENT)
    for match in _SECONDS.finditer(text):
        digits = f"{match['whole']}.{match['part']}"
        yield Quantity(*match.span(), float(digits), QuantityKind.MEASURE, unit="s", digits=digits)
    for match in _TENTHS.finditer(text):
        value = float(
            f"{numeral(match['whole']) or match['whole']}.{numeral(match['part']) or match['part']}"
        )
        degrees = match["unit"] == "度"
        kind = QuantityKind.MEASURE if degrees else QuantityKind.CURRENCY
        yield Quantity(*match.span(), value, kind, unit="°" if degrees else "CNY")
    for match in _TALL.finditer(text):
        part = "".join(str(numeral(one) or one) for one in match["part"])
        height = float(f"{numeral(match['whole']) or match['whole']}.{part}")
        yield Quantity(*match.span(), whole(height), QuantityKind.MEASURE, "m", f"{height:g}")
    for match in _SPLIT.finditer(text):
        shares = [numeral(match["first"]), numeral(match["second"])]
        if None not in shares and sum(share or 0 for share in shares) == 10:
            for place, share in enumerate(shares):
                at = match.start() + place
                yield Quantity(at, at + 1, whole((share or 0) * 10), QuantityKind.PERCENT, idiom=True)
