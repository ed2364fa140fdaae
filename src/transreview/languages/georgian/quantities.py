"""Every number in Georgian text, with its value."""

from __future__ import annotations

import re

from transreview.languages.georgian.number_words import LEXICON
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.languages.spaced_quantities import quantity_parser

_by_words = quantity_parser(LEXICON)

_HOURS = ["პირველ", "ორ", "სამ", "ოთხ", "ხუთ", "ექვს", "შვიდ", "რვ", "ცხრ", "ათ", "თერთმეტ", "თორმეტ"]
# რვის ნახევარი: half of the eighth hour, 7:30.
_HALF_OF_AN_HOUR = re.compile(
    f"(?<![ა-ჰ])(?P<hour>{'|'.join(_HOURS)})ის ნახევ(?:არ|რ)(?:ი|ზე|ია|ს|ის|იდან|ამდე|ისთვის)?(?![ა-ჰ])"
)


def quantities(text: str) -> list[Quantity]:
    """Return every number of a Georgian text, in order, not overlapping.

    Args:
        text: One segment.
    """
    found = _by_words(text)
    if "ის ნახევ" not in text:
        return found
    times = [
        Quantity(match.start(), match.end(), _HOURS.index(match["hour"]) * 60 + 30, QuantityKind.TIME)
        for match in _HALF_OF_AN_HOUR.finditer(text)
    ]
    others = [q for q in found if not any(time.start <= q.start < time.end for time in times)]
    return sorted([*others, *times], key=lambda quantity: quantity.start)
