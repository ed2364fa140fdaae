"""Times of day in Georgian words: რვის ნახევარი, ათის თხუთმეტი წუთი, რვას აკლია ხუთი წუთი."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern

_HOURS = ["პირველ", "ორ", "სამ", "ოთხ", "ხუთ", "ექვს", "შვიდ", "რვ", "ცხრ", "ათ", "თერთმეტ", "თორმეტ"]
_HOUR = f"(?:(?P<hour>{'|'.join(_HOURS)})|(?P<figure>1[0-2]|[1-9])-)"
_ENDING = "(?:ი|ზე|ზეა|ია|ს|ის|იდან|იდანაა|ამდე|ამდეა|ისთვის|ისთვისაა)?(?![ა-ჰ])"
_MINUTES = "(?P<minutes>[0-5]?[0-9]|[ა-ჰ]{2,})"
_OF_AN_HOUR = (
    # Half of the eighth hour, 7:30; a quarter of an hour of the tenth, 9:15.
    lazy_pattern(f"(?<![ა-ჰ]){_HOUR}ის (?P<half>ნახევ(?:არ|რ)){_ENDING}"),
    lazy_pattern(f"(?<![ა-ჰ]){_HOUR}ის {_MINUTES} წუთ{_ENDING}"),
)
# Five minutes lack to eight: 7:55.
_TO_AN_HOUR = lazy_pattern(
    f"(?<![ა-ჰ]){_HOUR}ა?ს (?:რომ )?(?:[აუ]კლ(?:ია|და) )?{_MINUTES} წუთი"
    "(?: (?:[აუ]კლ(?:ია|და)|დააკლდებ[ა-ჰ]+|(?P<past>გადასცდ[ა-ჰ]+|გადაცილ[ა-ჰ]+|გადაცდ[ა-ჰ]+)))?(?![ა-ჰ])"
)
_LACKS = lazy_pattern("[აუ]კლ(?:ია|და)|დააკლდ")
_EVENING = lazy_pattern("(?:საღამოს|ნაშუადღევს|შუადღის|ღამის) $")
_LONGEST_PART = 11


def may_say_a_time(text: str) -> bool:
    """Whether it is worth looking for times of day in a text."""
    return " წუთ" in text or "ის ნახევ" in text


def clock_times(text: str) -> Iterator[Quantity]:
    """Yield the times of day that a text says by the hour that is under way or to come.

    Args:
        text: One segment.
    """
    for pattern in _OF_AN_HOUR:
        for match in pattern.finditer(text):
            hour = _hour_of(match)
            minutes = 30 if "half" in match.groupdict() else _number_of(match["minutes"])
            if minutes is not None:
                yield _time(text, match, (hour - 1) * 60 + minutes)
    for match in _TO_AN_HOUR.finditer(text):
        minutes = _number_of(match["minutes"])
        if minutes is not None and match["past"]:
            yield _time(text, match, _hour_of(match) * 60 + minutes)
        elif minutes is not None and _LACKS.search(match.group()):
            yield _time(text, match, _hour_of(match) * 60 - minutes)


def _time(text: str, match: re.Match[str], minutes: int) -> Quantity:
    if _EVENING.search(text, max(0, match.start() - _LONGEST_PART), match.start()):
        minutes += 12 * 60
    return Quantity(match.start(), match.end(), minutes % (24 * 60), QuantityKind.TIME)


def _hour_of(match: re.Match[str]) -> int:
    return int(match["figure"]) if match["figure"] else _HOURS.index(match["hour"]) + 1


def _number_of(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    reading = read_numeral(written)
    return int(reading.value) if reading is not None and reading.value < 60 else None
