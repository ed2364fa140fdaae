"""Every number in the text of a language that puts spaces between words, by its lexicon."""

from __future__ import annotations

import re
from collections.abc import Callable

from transreview.languages.digits import narrowed, whole
from transreview.languages.number_sums import NUMERIC, adjacent, from_words
from transreview.languages.number_words import Lexicon, Reading, Role
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.languages.spaced_tokens import Token, tokenizer

_SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "CNY", "₽": "RUB", "₾": "GEL"}
_SHARED = frozenset({QuantityKind.PERCENT, QuantityKind.CURRENCY, QuantityKind.MEASURE})
_YEARS = range(1000, 2200)
# What has a sign: degrees and percentages; a dash before other numbers is a dash.
_SIGNED = frozenset({"°", "°C", "°F"})
_LONGEST_SIGN = 12

Parser = Callable[[str], list[Quantity]]


def quantity_parser(lexicon: Lexicon) -> Parser:
    """Return the function that finds every number of a text, in order, not overlapping.

    A list marker at the beginning ("1. ", "ა) ") is not a quantity.

    Args:
        lexicon: What the language's words say about numbers.
    """
    tokens_of = tokenizer(lexicon)
    signs = _Signs(lexicon)

    def quantities(text: str) -> list[Quantity]:
        text = narrowed(text)
        tokens = tokens_of(text)
        if not tokens:
            return []
        found: list[Quantity] = []
        at = 0
        while at < len(tokens):
            at = _take(text, tokens, at, found, signs)
        return found

    return quantities


class _Signs:
    """What the endings after digits say in one language."""

    __slots__ = ("about", "clock_point", "decade", "from_ending", "minus", "ordinal", "range")

    def __init__(self, lexicon: Lexicon) -> None:
        self.clock_point = lexicon.clock_point
        word = rf"|(?:{lexicon.minus})\s" if lexicon.minus else ""
        self.minus = re.compile(rf"(?:(?<![^\s(])[-−]{word})$")
        self.ordinal = re.compile(lexicon.ordinal or "(?!)")
        self.decade = re.compile(lexicon.decade or "(?!)")
        self.about = re.compile(lexicon.about or "(?!)")
        self.range = re.compile(rf"\s?(?:[-–—~]|{lexicon.between or '(?!)'})\s?")
        self.from_ending = re.compile(rf"(?:{lexicon.from_ending})\Z" if lexicon.from_ending else "(?!)")

    def kind(self, token: Token) -> QuantityKind:
        """Tell from what touches the digits whether they are an ordinal or a decade."""
        value = token.value
        # (A fraction would be compared with every one of them.)
        decade = isinstance(value, int) and value % 10 == 0 and (20 <= value < 100 or value in _YEARS)
        if decade and self.decade.fullmatch(token.suffix):
            return QuantityKind.DECADE
        if token.suffix and self.ordinal.fullmatch(token.suffix):
            return QuantityKind.ORDINAL
        return QuantityKind.CARDINAL


def _take(text: str, tokens: list[Token], at: int, found: list[Quantity], signs: _Signs) -> int:
    """Read one quantity beginning at a token, append it, and return the next token's index."""
    token = tokens[at]
    if token.done:
        found.extend(_times(text, tokens, at))
        return at + 1
    reading = token.reading
    if reading is None or reading.role in NUMERIC:
        return _number(text, tokens, at, found, signs)
    if reading.role is Role.MONTH:
        found.append(
            Quantity(token.start, token.end, int(reading.value), QuantityKind.MONTH, idiom=reading.idiom)
        )
    elif reading.role is Role.WEEKDAY:
        found.append(
            Quantity(token.start, token.end, int(reading.value), QuantityKind.WEEKDAY, idiom=reading.idiom)
        )
    elif reading.role is Role.AFTER and reading.counts:
        found.append(
            Quantity(
                token.start,
                token.end,
                whole(reading.counts),
                reading.kind,
                unit=reading.unit,
                idiom=True,
                approximate=reading.approximate,
            )
        )
    elif reading.role is Role.AFTER and reading.kind is QuantityKind.CENTURY:
        found.append(Quantity(token.start, token.end, 1, QuantityKind.MEASURE, unit="century", idiom=True))
    elif reading.role is Role.AFTER and reading.value:
        found.append(Quantity(token.start, token.end, int(reading.value), QuantityKind.WEEKDAY, idiom=True))
    elif reading.role is Role.APPROXIMATE and found and adjacent(text, tokens, at):
        found[-1] = found[-1]._replace(approximate=True)
    return at + 1


def _number(text: str, tokens: list[Token], at: int, found: list[Quantity], signs: _Signs) -> int:
    at_first, first = at, tokens[at]
    before = tokens[at - 1].reading if adjacent(text, tokens, at) else None
    if first.reading is None:
        quantity, at = _from_digits(text, tokens, at, signs)
    else:
        quantity, at = from_words(text, tokens, at)
    if before is not None and before.role is Role.APPROXIMATE:
        quantity = quantity._replace(approximate=True)
    elif before is not None and before.role is Role.ORDINAL_SIGN and quantity.digits:
        quantity = quantity._replace(start=tokens[at_first - 1].start, kind=QuantityKind.ORDINAL)
    if before is not None and before.role is Role.MONTH and _is_day(text, tokens, at, quantity):
        found.append(quantity._replace(kind=QuantityKind.DAY))
        return at
    quantity, at = _counted(text, tokens, at, quantity, before, signs)
    signed = quantity.kind is QuantityKind.PERCENT or quantity.unit in _SIGNED
    if signed and (sign := signs.minus.search(text, max(0, quantity.start - _LONGEST_SIGN), quantity.start)):
        quantity = quantity._replace(start=sign.start(), value=-quantity.value)
    if quantity.kind is QuantityKind.DECADE:
        quantity = _decade(quantity, found)
    elif found and _begins_range(text, found[-1], quantity, signs):
        # 30-43 per cent: both are percentages; 5-9 million dollars: both may be millions.
        found[-1] = found[-1]._replace(
            kind=quantity.kind, unit=quantity.unit, other=_on_its_scale(found[-1], quantity)
        )
    found.append(quantity)
    return at


def _begins_range(text: str, before: Quantity, quantity: Quantity, signs: _Signs) -> bool:
    scaled = quantity.kind is QuantityKind.CARDINAL and quantity.value >= _LEAST_SCALE and quantity.digits
    if before.kind is not QuantityKind.CARDINAL or not (scaled or quantity.kind in _SHARED):
        return False
    if signs.range.fullmatch(text, before.end, quantity.start):
        return True
    near = quantity.start - before.end <= 1
    return near and signs.from_ending.search(text, before.start, before.end) is not None


def _on_its_scale(before: Quantity, quantity: Quantity) -> float | None:
    """Return what the first number of a range is if the scale word behind the second is of both."""
    if not (before.digits and quantity.digits) or before.other is not None or quantity.value < _LEAST_SCALE:
        return before.other
    number = float(quantity.digits)
    scale = quantity.value / number if number else 0
    # (Only a scale word makes a number larger than its digits.)
    return whole(before.value * scale) if scale >= _LEAST_SCALE else before.other


_LEAST_SCALE = 1000


def _is_day(text: str, tokens: list[Token], at: int, quantity: Quantity) -> bool:
    if quantity.digits == "" or quantity.value not in range(1, 32):
        return False
    after = tokens[at].reading if adjacent(text, tokens, at) else None
    return after is None or after.role not in {Role.AFTER, Role.SCALE}


def _from_digits(text: str, tokens: list[Token], at: int, signs: _Signs) -> tuple[Quantity, int]:
    """Digits with the scale words after them: 3,5 მილიონი, 5 million 200 thousand."""
    token = tokens[at]
    value, other, end = token.value, token.other, token.end
    kind = signs.kind(token)
    if kind is not QuantityKind.CARDINAL:
        end = token.until
    at += 1
    scale = 0.0
    while adjacent(text, tokens, at) and (reading := tokens[at].reading) and reading.role is Role.SCALE:
        scale = (scale or 1.0) * reading.value
        end, at = tokens[at].end, at + 1
    if scale:
        value = whole(float(token.digits or value) * scale)
        other = whole(token.other * scale) if token.other is not None and token.other < token.value else None
        more, at, end = _lower_scale(text, tokens, at, end, scale)
        value = whole(value + more)
    elif adjacent(text, tokens, at) and (reading := tokens[at].reading) and reading.role is Role.PART:
        value = whole(value * reading.value if reading.value < 0.5 else value + reading.value)
        end, at = tokens[at].end, at + 1
    unit = _SYMBOLS.get(token.prefix[:1], "")
    if unit:
        kind = QuantityKind.CURRENCY
    about = signs.about.fullmatch(token.suffix) is not None
    return Quantity(
        token.start, end, value, kind, unit=unit, digits=token.digits, approximate=about, other=other
    ), at


def _lower_scale(text: str, tokens: list[Token], at: int, end: int, scale: float) -> tuple[float, int, int]:
    """The rest of a number in two steps: 200 thousand after 5 million."""
    if not (adjacent(text, tokens, at) and adjacent(text, tokens, at + 1)):
        return 0.0, at, end
    number, word = tokens[at], tokens[at + 1].reading
    if number.reading is None and not number.done and word and word.role is Role.SCALE and word.value < scale:
        return float(number.value) * word.value, at + 2, tokens[at + 1].end
    return 0.0, at, end


def _counted(
    text: str, tokens: list[Token], at: int, quantity: Quantity, before: Reading | None, signs: _Signs
) -> tuple[Quantity, int]:
    """What the words after a number say it counts."""
    unit_from = ""
    while adjacent(text, tokens, at) and (reading := tokens[at].reading) is not None:
        token = tokens[at]
        if reading.role is Role.COUNTRY:
            if not adjacent(text, tokens, at + 1):
                break
            unit_from = reading.unit
        elif reading.role is Role.AFTER and reading.unit and reading.unit == quantity.unit:
            quantity = quantity._replace(end=token.end)
        elif reading.role is Role.AFTER and reading.unit == "pp":
            if quantity.kind is not QuantityKind.PERCENT:
                break  # a point of a text, of a match
            quantity = quantity._replace(end=token.end, unit="pp")
        elif reading.role is Role.AFTER and quantity.kind in _OPEN_KINDS:
            unit = unit_from if unit_from and reading.kind is QuantityKind.CURRENCY else reading.unit
            quantity = _with_unit(quantity._replace(end=token.end), reading.kind, unit, before, signs)
            if reading.counts and quantity.kind is QuantityKind.MEASURE:
                # Ten years five times; but two, a year and a half: ორ წელიწადნახევარი.
                half = reading.counts % 1
                value = quantity.value + half if half else quantity.value * reading.counts
                quantity = quantity._replace(value=whole(value))
        elif reading.role is Role.MONTH and quantity.value in range(1, 32) and quantity.kind in _OPEN_KINDS:
            return quantity._replace(kind=QuantityKind.DAY), at
        elif reading.role is Role.APPROXIMATE:
            quantity = quantity._replace(approximate=True)
        elif reading.role is Role.PART_OF_DAY and quantity.value <= 12:
            quantity = _with_unit(quantity, QuantityKind.MEASURE, "h", reading, signs)
        else:
            break
        at += 1
    return quantity, at


_OPEN_KINDS = frozenset({QuantityKind.CARDINAL, QuantityKind.ORDINAL, QuantityKind.FRACTION})


def _with_unit(
    quantity: Quantity, kind: QuantityKind, unit: str, before: Reading | None, signs: _Signs
) -> Quantity:
    value = quantity.value
    if kind is QuantityKind.MEASURE and unit == "y" and value in _YEARS:
        return quantity._replace(kind=QuantityKind.YEAR)
    if kind is QuantityKind.MEASURE and unit == "h":
        head, _point, tail = quantity.digits.partition(".")
        pointed = signs.clock_point and len(tail) == 2 and int(tail) < 60 and int(head) < 25
        part = before.unit if before is not None and before.role is Role.PART_OF_DAY else ""
        if pointed or (part and isinstance(value, int) and value <= 24):
            minutes = int(head) * 60 + int(tail) if pointed else int(value) * 60
            return quantity._replace(value=_in_part(minutes, part), kind=QuantityKind.TIME)
    if kind is QuantityKind.CENTURY and quantity.kind is not QuantityKind.ORDINAL:
        kind, unit = QuantityKind.MEASURE, "century"
    elif quantity.kind is QuantityKind.ORDINAL and kind is not QuantityKind.CENTURY:
        return quantity
    return quantity._replace(kind=kind, unit=unit, idiom=quantity.idiom and value == 1)


def _in_part(minutes: int, part: str) -> int:
    if part == "pm" and minutes < 12 * 60:
        return minutes + 12 * 60
    return minutes - 12 * 60 if part == "am" and 12 * 60 <= minutes < 13 * 60 else minutes


def _times(text: str, tokens: list[Token], at: int) -> list[Quantity]:
    """Whole quantities; a time of day takes the part of the day beside it into account."""
    result = list(tokens[at].done)
    if result[0].kind is not QuantityKind.TIME:
        return result
    for beside, near in ((at - 1, adjacent(text, tokens, at)), (at + 1, adjacent(text, tokens, at + 1))):
        if near and (reading := tokens[beside].reading) and reading.role is Role.PART_OF_DAY:
            result[0] = result[0]._replace(value=_in_part(int(result[0].value), reading.unit))
    return result


def _decade(quantity: Quantity, found: list[Quantity]) -> Quantity:
    """1930-იან, and 30-იან with the century named before it or the last one meant."""
    value = int(quantity.value)
    if value >= 100:
        return quantity
    century, start = 19, quantity.start
    if found and found[-1].kind is QuantityKind.CENTURY and quantity.start - found[-1].end <= 3:
        before = found.pop()
        century, start = int(before.value) - 1, before.start
    return quantity._replace(start=start, value=century * 100 + value, other=value)
