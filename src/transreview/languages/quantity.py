"""Quantities: what a number in a text says, whatever script it is written in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class QuantityKind(StrEnum):
    """What the value counts."""

    __hash__ = str.__hash__  # (an enum's own is written in Python, and kinds are looked up all the time)

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    TIME = "time"
    CURRENCY = "currency"
    MEASURE = "measure"


class Quantity(NamedTuple):
    """One number with its value; a tuple, because so many are made and changed.

    Attributes:
        start: First character of the span, unit included.
        end: One past its last character.
        value: The value; an int wherever it is whole. Percent: 30 for 30 %. Decade: its first
            year (1930). Month: 1 to 12. Weekday: 1 (Monday) to 7. Time: minutes since midnight.
        kind: What the value counts.
        unit: ISO 4217 code of a currency ("CNY"), or a unit symbol ("km"), else empty.
        digits: The digits as written, without separators and scale word ("1.42" of 1.42亿), empty
            when the number is spelled out.
        approximate: Marked as rounded (多, 余, 约, დაახლოებით, 100-ზე მეტი).
        idiom: Could as well be no number at all (一 in 一下, ერთი as "a certain").
        other: A second reading where the writing leaves one: 1.5 of "1,500", 1998 of 98年, the upper
            end of a range written as one word (三四百).
    """

    start: int
    end: int
    value: int | float
    kind: QuantityKind = QuantityKind.CARDINAL
    unit: str = ""
    digits: str = ""
    approximate: bool = False
    idiom: bool = False
    other: int | float | None = None
