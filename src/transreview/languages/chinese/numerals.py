"""The value of numerals written in Chinese characters, alone or mixed with digits."""

from __future__ import annotations

from transreview.languages.digits import whole
from transreview.lazy_patterns import lazy_pattern

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5,
    "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
# 兆 is 10¹² in Taiwan and 10⁶ (mega) on the mainland, where 10¹² is 万亿; numbers in news mean 10¹².
GREAT_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
UNITS = SMALL_UNITS | GREAT_UNITS

# Financial forms (大写) by the ordinary ones.
_FINANCIAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
_PLAIN = lazy_pattern(r"[零〇○一二两三四五六七八九]+")
_ZERO = "零〇○"
_RANGE = lazy_pattern(r"([十百千]?)([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]*)")


def numeral(text: str) -> int | float | None:
    """Return the value of a numeral, or None when the characters make none.

    Args:
        text: Only numeral characters: 二十, 一千二百零五, 三万五 (35,000), 二〇二一 (2021), 两亿.
    """
    text = text.translate(_FINANCIAL).replace("廿", "二十")
    if _PLAIN.fullmatch(text):
        if (len(text) == 2 and text[0] not in _ZERO) or (len(text) > 1 and "两" in text):
            # 唯一一位, 五一, 三三两两: numerals beside each other make no number.
            return None
        return int("".join(str(DIGITS[char]) for char in text))
    total = section = 0
    pending: int | None = None
    last_unit, greatest, zero = 0, 0, False
    for char in text:
        if char in DIGITS:
            if pending is not None and not zero:
                return None
            pending, zero = DIGITS[char], char in _ZERO
        elif char in SMALL_UNITS:
            unit = SMALL_UNITS[char]
            if pending is None and (unit != 10 or section % 100):
                return None
            section += (1 if pending is None else pending) * unit
            pending, last_unit, zero = None, unit, False
        elif char in GREAT_UNITS:
            unit = GREAT_UNITS[char]
            section += pending or 0
            if not section and not total:
                return None
            total = (total + section) * unit if unit > greatest else total + section * unit
            section, pending, last_unit, zero = 0, None, unit, False
            greatest = max(greatest, unit)
        else:
            return None
    if pending is not None:
        # 三万五 is 35,000, and 两百五 is 250; with 零 before it the digit is itself.
        short = last_unit >= 100 and text[-2] in UNITS
        section += pending * (last_unit // 10) if short else pending
    return total + section


def numeral_range(text: str) -> tuple[int, int] | None:
    """Return the ends of a range said in one word, or None.

    Args:
        text: Only numeral characters: 三四 (3 to 4), 二三十 (20 to 30), 十七八 (17 to 18).
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    before, low, high, unit = match.groups()
    if DIGITS[high] != DIGITS[low] + 1 or (before and unit):
        return None
    base = SMALL_UNITS[before] if before else 0
    if base > 10:
        return None
    factor = 1
    for char in unit:
        factor *= UNITS[char]
    return base + DIGITS[low] * factor, base + DIGITS[high] * factor


def scaled(number: float, scale: str) -> int | float:
    """Return a number in digits times the units written after it (3.5 and 万, 1.3 and 万亿)."""
    factor = 1
    for char in scale:
        factor *= UNITS.get(char, 1)
    return whole(number * factor)


def decimals(text: str) -> float | None:
    """Return the value of numerals with a spoken point (三点五)."""
    head, _point, tail = text.partition("点")
    value = numeral(head)
    if value is None or not tail or not _PLAIN.fullmatch(tail):
        return None
    return float(f"{value}." + "".join(str(DIGITS[char]) for char in tail))
