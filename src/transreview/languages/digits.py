"""Numbers written in digits: what the separators mean, dates, clock times, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

_FULL_WIDTH = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
_OTHER_DIGIT = lazy_pattern(r"[^\W\d]|[٠-٩۰-۹०-९০-৯๐-๙]")
_FULL_WIDTH_SIGN = lazy_pattern(r"[０-９％．，：／－]")

# More digits than this are no amount of anything (and Python refuses to read very many).
LONGEST = 40
GROUP_SPACE = " \u00a0\u202f\u2009"
_SPACED = lazy_pattern(rf"\d{{1,3}}(?:[{GROUP_SPACE}]\d{{3}})+(?:[.,]\d+)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def whole(value: float) -> int | float:
    """Return the value as an int where it is whole; floats that carry rounding noise are rounded."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def narrowed(text: str) -> str:
    """Return the text with full-width digits and signs made ASCII; every character keeps its place."""
    return text.translate(_FULL_WIDTH) if _FULL_WIDTH_SIGN.search(text) else text


def read_number(written: str, decimal: str = ".") -> tuple[int | float, int | float | None, str]:
    """Read a number with its separators.

    Args:
        written: Digits with inner blanks, points, commas or apostrophes.
        decimal: The decimal separator that is usual in the text's language, for the one case in
            which nothing else tells: a single separator before exactly three digits.

    Returns:
        The value, a second reading or None, and the digits with "." before the decimals.
    """
    if written.isdigit():
        return int(written), None, written
    if _SPACED.fullmatch(written):
        for blank in GROUP_SPACE:
            written = written.replace(blank, "")
        return read_number(written, decimal)
    bare = written.replace("’", "'").replace("'", "")
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        last = "." if bare.rfind(".") > bare.rfind(",") else ","
        if bare.count(last) > 1:  # no decimals: a mark that groups, or none at all
            plain = bare.replace(".", "").replace(",", "")
            return int(plain), None, plain
        plain = bare.replace("," if last == "." else ".", "").replace(last, ".")
        return whole(float(plain)), None, plain
    if points + commas > 1:
        plain = bare.replace(".", "").replace(",", "")
        return int(plain), None, plain
    if not points and not commas:
        return int(bare), None, bare
    mark = "." if points else ","
    head, tail = bare.split(mark)
    as_decimal = whole(float(f"{head}.{tail}"))
    if len(tail) != 3 or len(head) > 3 or head.startswith("0"):
        return as_decimal, None, f"{head}.{tail}"
    grouped = int(head + tail)
    if tail == "000":
        return grouped, None, head + tail
    if mark == decimal and decimal == ".":
        return as_decimal, grouped, f"{head}.{tail}"
    return grouped, as_decimal, head + tail


def roman(letters: str) -> int | None:
    """Return the value of a Roman numeral in its canonical spelling, or None for other letters."""
    if not letters:
        return None
    total = 0
    for this, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN_VALUES.get(this)
        if value is None:
            return None
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total if to_roman(total) == letters else None


def to_roman(value: int) -> str:
    """Write a value up to 399 as a Roman numeral."""
    letters = ""
    for amount, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while value >= amount:
            letters, value = letters + sign, value - amount
    return letters


def clock(hours: str, minutes: str) -> int:
    """Return minutes since midnight."""
    return int(hours) * 60 + int(minutes)


def date_parts(match: re.Match[str], groups: tuple[str, str, str]) -> Iterator[Quantity]:
    """Yield year, month and day of a numeric date in the order of the text, each with its span.

    Args:
        match: A match of a date.
        groups: Names of the groups of year, month and day.
    """
    year, month, day = groups
    if not (1 <= int(match[month]) <= 12 and 1 <= int(match[day]) <= 31):
        month, day = day, month
    kinds = {year: QuantityKind.YEAR, month: QuantityKind.MONTH, day: QuantityKind.DAY}
    for group in sorted(groups, key=match.start):
        value = int(match[group])
        if group == year and value < 100:
            value += 2000 if value < 70 else 1900
        yield Quantity(*match.span(group), value, kinds[group], digits=match[group])
