"""Numbers that say another by the words beside them: 八折, 增长一倍, 两打, 近视三百度."""

from __future__ import annotations

from transreview.languages.digits import whole
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

_MORE_BY = lazy_pattern(
    "(?:增长|增長|增加|提高|提升|扩大|擴大|上升|上涨|上漲|上调|上調|增|涨|漲|多|高出|高)了?(?:近|约|約|超过|超|逾|将近)?$"
)
_LONGEST_MORE = 7
_DISCOUNT = lazy_pattern("折(?!叠|腾|射|磨|断|合|算|返|扣率)")
# A dozen; 一打 also begins "as soon as … is opened, called, heard".
_DOZEN = lazy_pattern("打(?![开電电听聽断斷扫掃印算工破仗字招动動架折包车針针扮退击擊倒中好完进進出])")
# A Chinese mile, where nothing else can be meant: 长三里, 十里外.
_LI = lazy_pattern("里(?=[，。外远遠长長宽寬之]|$)")
# Of eyes and glasses a degree is a hundredth of a dioptre; but for the axis of a cylinder.
_SIGHT = lazy_pattern("近视|近視|远视|遠視|老花|散光|度数|度數|镜片|眼镜|验光")
_AXIS = lazy_pattern("轴|軸|角|气温|温度|旋转|转动|全景|[摄攝]氏")
_LEAST_DEGREES = 25


def is_of_sight(text: str, value: float) -> bool:
    """Whether a number of degrees at a place of a text is one of eyes or glasses."""
    return value >= _LEAST_DEGREES and _SIGHT.search(text) is not None and _AXIS.search(text) is None


def changed_sense(text: str, start: int, end: int, value: float) -> Quantity | None:
    """Read a number that says another by the word behind it.

    八折 is twenty per cent off; 增长一倍 is twice as much, 增长两倍 three times (and, by those who take
    it for 是两倍, twice).
    """
    if _DISCOUNT.match(text, end) and 0 < value < 100:
        share = value * 10 if value < 10 else value
        return Quantity(start, end + 1, whole(100 - share), QuantityKind.PERCENT)
    if _DOZEN.match(text, end) and 0 < value < 100:
        return Quantity(start, end + 1, whole(value * 12), QuantityKind.CARDINAL)
    if _LI.match(text, end):
        return Quantity(start, end + 1, whole(value), QuantityKind.MEASURE, unit="li")
    if text.startswith("倍半", end):
        return Quantity(start, end + 2, whole(value + 0.5), QuantityKind.CARDINAL, unit="x")
    if text.startswith("倍", end) and not _MORE_BY.search(text, max(0, start - _LONGEST_MORE), start):
        return Quantity(start, end + 1, whole(value), QuantityKind.CARDINAL, unit="x")
    if text.startswith("倍", end) and _MORE_BY.search(text, max(0, start - _LONGEST_MORE), start):
        other = value if value > 1 else None
        return Quantity(start, end + 1, whole(value + 1), QuantityKind.CARDINAL, unit="x", other=other)
    return None
