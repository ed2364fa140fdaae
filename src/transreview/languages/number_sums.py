"""Numbers of several words: two hundred and fifty thousand, ას ოცდახუთი, zwei Drittel."""

from __future__ import annotations

from transreview.languages.digits import whole
from transreview.languages.number_words import Reading, Role
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.languages.spaced_tokens import Token

_GAP = frozenset({"", " ", "-", "–", "‐", "\u00a0", "\u202f", " - ", "\n", "  "})
NUMERIC = {Role.NUMBER, Role.SCALE, Role.ORDINAL, Role.PART}


def adjacent(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a token follows its predecessor with nothing but a blank or a hyphen between."""
    if not 0 < at < len(tokens):
        return False
    before = tokens[at - 1]
    gap = text[before.until : tokens[at].start]
    return gap in _GAP or (gap == ". " and before.reading is not None and before.end - before.start <= 4)


class _Sum:
    """A number in words as it grows: five, five hundred, five hundred thousand."""

    __slots__ = ("current", "last", "last_scale", "total")

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.last_scale = float("inf")
        self.last: Reading | None = None

    def add(self, reading: Reading) -> bool:
        """Add a word; False when it cannot belong to the same number."""
        if reading.role in {Role.NUMBER, Role.ORDINAL}:
            if self.last is not None and not _fits(self.current, reading.value, self.last):
                return False
            self.current += reading.value
        elif reading.role is Role.SCALE:
            if reading.value >= self.last_scale:
                return False
            self._scale(reading.value)
        elif reading.role is Role.PART:
            self._part(reading.value)
        else:
            return False
        self.last = reading
        return True

    def _scale(self, factor: float) -> None:
        amount = self.current or 1.0
        if factor == 100:
            self.current = amount * 100
        else:
            self.total, self.current, self.last_scale = self.total + amount * factor, 0.0, factor

    def _part(self, part: float) -> None:
        if self.last is None:
            self.current = part
        elif self.last.role is Role.SCALE:
            self.total += part * self.last.value
        elif part >= 0.5:
            self.current += part
        else:
            self.current *= part


def from_words(text: str, tokens: list[Token], at: int) -> tuple[Quantity, int]:
    """Number words as long as they make one number together."""
    begin, number = at, _Sum()
    while at < len(tokens) and (at == begin or adjacent(text, tokens, at) or _glued(tokens, at)):
        reading = tokens[at].reading
        if reading is None:
            break
        if reading.role is Role.GLUE:
            if not (adjacent(text, tokens, at + 1) and _goes_on(text, tokens, at + 1)):
                break
            at += 1
            continue
        if not number.add(reading):
            break
        at += 1
        if reading.role is Role.ORDINAL or reading.closes:
            break
    assert number.last is not None
    return _worded(tokens, begin, at, number.total + number.current, number.last), at


def _glued(tokens: list[Token], at: int) -> bool:
    return at > 0 and (before := tokens[at - 1].reading) is not None and before.role is Role.GLUE


def _goes_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a number goes on after "and" or "a": two hundred and fifty, one and a half, half a million."""
    reading = tokens[at].reading
    if reading is not None and reading.role is Role.GLUE and adjacent(text, tokens, at + 1):
        reading = tokens[at + 1].reading
    return reading is not None and reading.role in NUMERIC


def _fits(current: float, value: float, last: Reading) -> bool:
    """Whether a further number word adds to what was read: twenty five, ას ოცი, but not five six."""
    if last.role is Role.ORDINAL or value >= 1000:
        return False
    if current == 0:
        return last.role is Role.SCALE
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and value < 10


def _worded(tokens: list[Token], begin: int, at: int, value: float, last: Reading) -> Quantity:
    first = tokens[begin].reading
    assert first is not None
    alone = at - begin == 1
    kind = QuantityKind.CARDINAL
    if last.role is Role.ORDINAL:
        kind = QuantityKind.ORDINAL
    elif last.role is Role.PART:
        kind = QuantityKind.FRACTION
    elif last.kind is QuantityKind.DECADE:
        kind = QuantityKind.DECADE
    unit = last.unit
    if unit == "%":
        kind, unit = QuantityKind.PERCENT, ""
    elif unit:
        kind = QuantityKind.CURRENCY if unit.isupper() else QuantityKind.MEASURE
    return Quantity(
        tokens[begin].start,
        tokens[at - 1].end,
        whole(value),
        kind,
        unit=unit,
        approximate=any(t.reading is not None and t.reading.approximate for t in tokens[begin:at]),
        idiom=alone and (first.idiom or first.role is Role.SCALE),
        # შვიდი ნახევარი is seven and a half, or seven halves.
        other=first.other
        if alone
        else (int(first.value) if last.role is Role.PART and last.value >= 0.5 else None),
    )
