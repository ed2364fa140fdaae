"""Every number in Georgian text, with its value."""

from __future__ import annotations

from transreview.languages.georgian.clock import clock_times, may_say_a_time
from transreview.languages.georgian.number_words import LEXICON, read_word
from transreview.languages.number_words import Role
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.languages.spaced_quantities import quantity_parser
from transreview.lazy_patterns import lazy_pattern

_by_words = quantity_parser(LEXICON)

# The first of all: ნომერ 1 for a leader.
_NUMBER = lazy_pattern(r"(?:(?<![ა-ჰ])ნომერი?|№|(?<!\w)N) ?$")
_LONGEST_NUMBER = len("ნომერი ")


def _is_first_of_all(text: str, quantity: Quantity) -> bool:
    if quantity.digits != "1":
        return False
    return _NUMBER.search(text, max(0, quantity.start - _LONGEST_NUMBER), quantity.start) is not None


# Two words with a hyphen between them; what comes before it is read from there, because hyphens are few.
_HYPHEN = lazy_pattern("[-–](?=[ა-ჰ]{4})")
_FIRST = lazy_pattern("(?<![ა-ჰ-])[ა-ჰ]{3,}$")
_SECOND = lazy_pattern("[ა-ჰ]+(?![ა-ჰ-])")
_LONGEST_MONTH = len("სექტემბრისათვის")


def _months(text: str) -> list[Quantity]:
    """Read two months with a hyphen between them: მარტი-მაისი."""
    months = []
    for hyphen in _HYPHEN.finditer(text):
        end = hyphen.start()
        first = _FIRST.search(text, max(0, end - _LONGEST_MONTH), end)
        second = _SECOND.match(text, hyphen.end()) if first else None
        if not (first and second):
            continue
        readings = read_word(first[0].rstrip("ი") + "ი"), read_word(second[0])
        if all(one is not None and one.role is Role.MONTH for one in readings):
            months += [
                Quantity(*match.span(), int(one.value), QuantityKind.MONTH)
                for match, one in zip((first, second), readings, strict=True)
                if one is not None
            ]
    return months


# Areas and volumes: კვადრატული მეტრი, კვ. კმ, კმ², კუბური მეტრი.
_SQUARE = lazy_pattern(
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
_BELOW_ZERO = lazy_pattern(r"\s(?:ყინვა(?:ა|ში|მდე|ს|ია)?|ნულს ქვემოთ)(?![ა-ჰ])")
_DEGREES = frozenset({"°", "°C"})


def _below_zero(text: str, quantity: Quantity) -> Quantity:
    if quantity.unit not in _DEGREES or quantity.value <= 0:
        return quantity
    sign = _BELOW_ZERO.match(text, quantity.end)
    return quantity._replace(end=sign.end(), value=-quantity.value) if sign else quantity


_SCALES = lazy_pattern(r"\s(?:(?P<celsius>ცელსიუს)|ფარენჰ[აე]იტ)[ა-ჰ]*")


_SCALES_BEFORE = lazy_pattern(
    r"(?:(?P<celsius>ცელსიუს)|ფარენჰ[აე]იტ)[ა-ჰ]*(?: [შს]კალ[ა-ჰ]+)?,? (?:(?:მინუს|პლუს) )?$"
)
_LONGEST_SCALE = len("ფარენჰეიტისათვის შკალისათვის, მინუს ")


def _on_a_scale(text: str, quantity: Quantity) -> Quantity:
    """Read whose degrees they are: 4 გრადუსი ფარენჰაიტით, ცელსიუსით 4 გრადუსი."""
    if quantity.unit != "°":
        return quantity
    if named := _SCALES.match(text, quantity.end):
        return quantity._replace(end=named.end(), unit="°C" if named["celsius"] else "°F")
    named = _SCALES_BEFORE.search(text, max(0, quantity.start - _LONGEST_SCALE), quantity.start)
    return quantity._replace(unit="°C" if named["celsius"] else "°F") if named else quantity


_HORSES = lazy_pattern(r"\s?ცხ(?:ენის|\.)\s?ძ(?:ალ[ა-ჰ]*|\.)")


def _of_horses(text: str, quantity: Quantity) -> Quantity:
    """Read horsepower behind a number: 120 ცხენის ძალა."""
    named = _HORSES.match(text, quantity.end) if quantity.kind in _OPEN and not quantity.unit else None
    if named is None:
        return quantity
    return quantity._replace(end=named.end(), kind=QuantityKind.MEASURE, unit="hp", idiom=False)


# Units of computers stand in Latin letters too: 350 GB.
_LATIN_UNIT = lazy_pattern(r"\s?(?P<unit>[KMGTP]B|[kMG]?Hz)(?![A-Za-z])")


def _of_computers(text: str, quantity: Quantity) -> Quantity:
    """Read a unit in Latin letters behind a number: 350 GB, 5 GHz-ზე."""
    named = _LATIN_UNIT.match(text, quantity.end) if quantity.kind in _OPEN and not quantity.unit else None
    if named is None:
        return quantity
    return quantity._replace(end=named.end(), kind=QuantityKind.MEASURE, unit=named["unit"], idiom=False)


_THIS_CENTURY = lazy_pattern("(?:ამ|მიმდინარე|ჩვენი) საუკუნის $")
_LONGEST_CENTURY = len("მიმდინარე საუკუნის ")


def _of_this_century(text: str, quantity: Quantity) -> Quantity:
    """Read a decade of the century that we live in: ამ საუკუნის ოციანი წლები."""
    if quantity.kind is not QuantityKind.DECADE or quantity.other is None or quantity.value >= 2000:
        return quantity
    start = max(0, quantity.start - _LONGEST_CENTURY)
    said = _THIS_CENTURY.search(text, start, quantity.start)
    return quantity._replace(value=quantity.value + 100) if said else quantity


_UP_TO_MERCURY = lazy_pattern(r"(?: ?[-–—] ?|-?დან )\d{1,3}\s?(?:მმ|მილიმეტრ[ა-ჰ]*)\s?(?:ვწყ|ვერცხლისწყლ)")
_MERCURY = lazy_pattern(r"\s?(?:ვწყ|ვერცხლისწყლ)[ა-ჰ]*\.?")


_COLUMN = lazy_pattern(r"(?:ვწყ|ვერცხლისწყლ)[ა-ჰ]*\.? სვ(?:\.|ეტ[ა-ჰ]*) (?:\d{1,3}(?: ?[-–—] ?|-?დან ))?$")
_LONGEST_COLUMN = len("ვერცხლისწყლის სვეტისა 100-დან ")


def _of_mercury(text: str, quantity: Quantity) -> Quantity:
    """Read millimetres of mercury: 90 მმ ვწყ. სვ."""
    if quantity.unit != "mm":
        return quantity
    if named := _MERCURY.match(text, quantity.end):
        return quantity._replace(end=named.end(), unit="mmHg")
    if _UP_TO_MERCURY.match(text, quantity.end):
        return quantity._replace(unit="mmHg")
    start = max(0, quantity.start - _LONGEST_COLUMN)
    return quantity._replace(unit="mmHg") if _COLUMN.search(text, start, quantity.start) else quantity


def _of_pairs(text: str, quantity: Quantity) -> Quantity:
    """Read how many pairs, which is no number and two: ათასი წყვილი."""
    place = text.find(" წყვილ", quantity.start, quantity.end)
    return quantity if place < 0 else quantity._replace(end=place, value=quantity.value - 2)


_AND, _WHOLE = " და ", lazy_pattern(" მთელ(?:ი|ს|ის|ით|მა|ი და)? ")
_NOUGHT = lazy_pattern("(?<![ა-ჰ])ნულ(?:ი|ს|ის|ით)?(?= მთელ)")


def _with_a_part(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read a number in two steps: სამი და ნახევარი, ხუთი მთელი რვა მეათედი, ნული მთელი სამი პროცენტი."""
    noughts = [Quantity(match.start(), match.end(), 0) for match in _NOUGHT.finditer(text)]
    result: list[Quantity] = []
    for part in sorted([*found, *noughts], key=lambda quantity: quantity.start):
        before = result[-1] if result else None
        gap = text[before.end : part.start] if before is not None else ""
        if before is None or before.value >= _LARGE or before.kind not in _OPEN:
            result.append(part)
        elif gap == _AND and part.value == 0.5 and before.unit in ("", part.unit):
            kind = part.kind if part.unit else before.kind
            value = before.value + 0.5
            result[-1] = before._replace(end=part.end, value=value, kind=kind, unit=part.unit)
        elif _WHOLE.fullmatch(gap):
            share = part.value if 0 < part.value < 1 else part.value / 10 ** len(str(part.value))
            kind = QuantityKind.CARDINAL if part.kind is QuantityKind.FRACTION else part.kind
            value = before.value + share
            result[-1] = part._replace(start=before.start, value=value, kind=kind, digits=before.digits)
        else:
            result.append(part)
    return [quantity for quantity in result if quantity not in noughts]


_LARGE = 1000


_CAPITAL = lazy_pattern("[Ა-Ჿ]")
_MKHEDRULI = {capital: capital - 0x1C90 + 0x10D0 for capital in range(0x1C90, 0x1CC0)}


# What is read otherwise beside these letters.
_READ_BESIDE = (
    ("საუკუნ", _of_this_century),
    (" წყვილ", _of_pairs),
    ("ცხ", _of_horses),
    ("B", _of_computers),
    ("Hz", _of_computers),
)


def quantities(text: str) -> list[Quantity]:
    """Return every number of a Georgian text, in order, not overlapping.

    Args:
        text: One segment.
    """
    if _CAPITAL.search(text):
        text = text.translate(_MKHEDRULI)
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
    if "მმ" in text or "ვერცხლისწყლ" in text:
        found = [_of_mercury(text, quantity) for quantity in found]
    for sign, read in _READ_BESIDE:
        if sign in text:
            found = [read(text, quantity) for quantity in found]
    if " მთელ" in text or " და ნახევ" in text:
        found = _with_a_part(text, found)
    if not may_say_a_time(text):
        return found
    times = list(clock_times(text))
    others = [q for q in found if not any(time.start <= q.start < time.end for time in times)]
    return sorted([*others, *times], key=lambda quantity: quantity.start)
