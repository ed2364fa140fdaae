"""Every number in Georgian text, with its value."""

from __future__ import annotations

import re

from transreview.languages.georgian.number_words import LEXICON, read_word
from transreview.languages.number_words import Role
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.languages.spaced_quantities import quantity_parser

_by_words = quantity_parser(LEXICON)

_HOURS = ["პირველ", "ორ", "სამ", "ოთხ", "ხუთ", "ექვს", "შვიდ", "რვ", "ცხრ", "ათ", "თერთმეტ", "თორმეტ"]
# რვის ნახევარი: half of the eighth hour, 7:30.
_HALF_OF_AN_HOUR = re.compile(
    f"(?<![ა-ჰ])(?P<hour>{'|'.join(_HOURS)})ის ნახევ(?:არ|რ)(?:ი|ზე|ია|ს|ის|იდან|ამდე|ისთვის)?(?![ა-ჰ])"
)


# The first of all: ნომერ 1 for a leader.
_NUMBER = re.compile(r"(?:(?<![ა-ჰ])ნომერი?|№|(?<!\w)N) ?$")
_LONGEST_NUMBER = len("ნომერი ")


def _is_first_of_all(text: str, quantity: Quantity) -> bool:
    if quantity.digits != "1":
        return False
    return _NUMBER.search(text, max(0, quantity.start - _LONGEST_NUMBER), quantity.start) is not None


_MONTHS = re.compile("(?<![ა-ჰ-])(?P<first>[ა-ჰ]{4,}ი|აგვისტო)[-–](?P<second>[ა-ჰ]{4,})(?![ა-ჰ-])")


def _months(text: str) -> list[Quantity]:
    """Read two months with a hyphen between them: მარტი-მაისი."""
    months = []
    for match in _MONTHS.finditer(text):
        readings = read_word(match["first"]), read_word(match["second"])
        if all(one is not None and one.role is Role.MONTH for one in readings):
            months += [
                Quantity(*match.span(group), int(one.value), QuantityKind.MONTH)
                for group, one in zip(("first", "second"), readings, strict=True)
                if one is not None
            ]
    return months


# Areas and volumes: კვადრატული მეტრი, კვ. კმ, კმ², კუბური მეტრი.
_SQUARE = re.compile(
    r"\s?(?:(?P<square>კვადრატულ[ა-ჰ]*|კვ\.?)|(?P<cubic>კუბურ[ა-ჰ]*|კუბ\.?))\s?"
    r"(?P<unit>კილომეტრ|სანტიმეტრ|მეტრ|ფუტ|მილ|კმ|სმ|მ(?![ა-ჰ]))[ა-ჰ]*"
)
_LENGTHS = {
    "კილომეტრ": "km", "კმ": "km", "სანტიმეტრ": "cm", "სმ": "cm", "მეტრ": "m", "მ": "m",
    "ფუტ": "ft", "მილ": "mi",
}  # fmt: skip
_OPEN = frozenset({QuantityKind.CARDINAL, QuantityKind.MEASURE})


def _of_area(text: str, quantity: Quantity) -> Quantity:
    """Read the square or the cube of a unit behind a number."""
    sign = text[quantity.end : quantity.end + 1]
    if quantity.unit and sign in ("²", "³"):
        return quantity._replace(end=quantity.end + 1, unit=f"{quantity.unit}{sign}")
    named = _SQUARE.match(text, quantity.end) if quantity.kind in _OPEN and not quantity.unit else None
    if named is None:
        return quantity
    unit = _LENGTHS[named["unit"]] + ("²" if named["square"] else "³")
    return quantity._replace(end=named.end(), kind=QuantityKind.MEASURE, unit=unit, idiom=False)


# A sign behind its number: ოცი გრადუსი ყინვა.
_BELOW_ZERO = re.compile(r"\s(?:ყინვა(?:ა|ში|მდე|ს|ია)?|ნულს ქვემოთ)(?![ა-ჰ])")
_DEGREES = frozenset({"°", "°C"})


def _below_zero(text: str, quantity: Quantity) -> Quantity:
    if quantity.unit not in _DEGREES or quantity.value <= 0:
        return quantity
    sign = _BELOW_ZERO.match(text, quantity.end)
    return quantity._replace(end=sign.end(), value=-quantity.value) if sign else quantity


_SCALES = re.compile(r"\s(?:(?P<celsius>ცელსიუს)|ფარენჰ[აე]იტ)[ა-ჰ]*")


def _on_a_scale(text: str, quantity: Quantity) -> Quantity:
    """Read whose degrees they are: 4 გრადუსი ფარენჰაიტით."""
    named = _SCALES.match(text, quantity.end) if quantity.unit == "°" else None
    if named is None:
        return quantity
    return quantity._replace(end=named.end(), unit="°C" if named["celsius"] else "°F")


def quantities(text: str) -> list[Quantity]:
    """Return every number of a Georgian text, in order, not overlapping.

    Args:
        text: One segment.
    """
    found = _by_words(text)
    if "1" in text:
        found = [q._replace(idiom=True) if _is_first_of_all(text, q) else q for q in found]
    if "-" in text and (months := _months(text)):
        taken = {month.start for month in months}
        found = sorted([*(q for q in found if q.start not in taken), *months], key=lambda q: q.start)
    if "კვ" in text or "კუბ" in text or "²" in text or "³" in text:
        found = [_of_area(text, quantity) for quantity in found]
    if "ფარენჰ" in text or "ცელსიუს" in text:
        found = [_on_a_scale(text, quantity) for quantity in found]
    if "ყინვა" in text or "ქვემოთ" in text:
        found = [_below_zero(text, quantity) for quantity in found]
    if "ის ნახევ" not in text:
        return found
    times = [
        Quantity(match.start(), match.end(), _HOURS.index(match["hour"]) * 60 + 30, QuantityKind.TIME)
        for match in _HALF_OF_AN_HOUR.finditer(text)
    ]
    others = [q for q in found if not any(time.start <= q.start < time.end for time in times)]
    return sorted([*others, *times], key=lambda quantity: quantity.start)
