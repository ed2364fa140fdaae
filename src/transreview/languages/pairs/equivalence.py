"""Do two texts say the same numbers? One-to-one matching of quantities by value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from transreview.languages.pairs.relations import (
    Relation,
    same_kind,
    scale_differs,
    splits_time,
    stands_for,
    units_clash,
)
from transreview.languages.quantity import Quantity, QuantityKind

_CALENDAR = frozenset({QuantityKind.MONTH, QuantityKind.WEEKDAY})
# Up to here a number is often said in other words (both, a pair, the third party) or left out.
SMALL = 12
# A table of thousands of numbers in one segment is compared by equal values only.
_MOST_PAIRS = 10_000


@dataclass(frozen=True, slots=True)
class Match:
    """Two quantities that say the same.

    Attributes:
        source: The source's.
        target: The translation's.
        relation: In what way they do.
    """

    source: Quantity
    target: Quantity
    relation: Relation = Relation.EQUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the comparison of two texts' numbers came to.

    Quantities that may be no numbers (`Quantity.idiom`) can be matched, but are never missing or
    extra.

    Attributes:
        matched: Quantities that correspond.
        scaled: Pairs with the same digits and another magnitude (1.42亿 and "142").
        replaced: Pairs of months, of weekdays or of numbers in digits that differ, each the only one
            of its kind that is left on its side: one was put for the other.
        units: Pairs of equal numbers in different units of one dimension (100公里 and 100 miles).
        missing: Quantities of the source that nothing in the target corresponds to.
        extra: Quantities of the target that nothing in the source corresponds to.
    """

    matched: tuple[Match, ...] = ()
    scaled: tuple[tuple[Quantity, Quantity], ...] = ()
    replaced: tuple[tuple[Quantity, Quantity], ...] = ()
    units: tuple[tuple[Quantity, Quantity], ...] = ()
    missing: tuple[Quantity, ...] = ()
    extra: tuple[Quantity, ...] = ()

    @property
    def percent_lost(self) -> tuple[Match, ...]:
        """Percentages whose number stands in the target without saying that it is one."""
        return tuple(m for m in self.matched if _only_percent(m.source, m.target))

    @property
    def percent_added(self) -> tuple[Match, ...]:
        """Numbers that the target makes percentages."""
        return tuple(m for m in self.matched if _only_percent(m.target, m.source))

    @property
    def points_lost(self) -> tuple[Match, ...]:
        """Percentage points that the target makes per cent, which is another amount."""
        return tuple(
            m
            for m in self.matched
            if m.source.unit == "pp" and m.target.kind is QuantityKind.PERCENT and m.target.unit != "pp"
        )

    @property
    def currency_changed(self) -> tuple[Match, ...]:
        """Amounts in another currency than the source's."""
        money = QuantityKind.CURRENCY
        return tuple(
            m
            for m in self.matched
            if m.source.kind is money and m.target.kind is money and m.source.unit != m.target.unit
        )

    @property
    def agrees(self) -> bool:
        """Whether nothing is left over that surely is a number."""
        return not (self.scaled or self.replaced or self.units or self.missing or self.extra)


NOTHING = Comparison()


def _only_percent(one: Quantity, other: Quantity) -> bool:
    return (
        one.kind is QuantityKind.PERCENT
        and one.unit != "pp"
        and not one.idiom
        and other.kind not in {QuantityKind.PERCENT, QuantityKind.FRACTION}
        and one.value == other.value
    )


def weight(quantity: Quantity) -> float:
    """Return how much it tells, from 0 to 1, when a quantity has no counterpart.

    Args:
        quantity: A quantity that is missing or extra.

    Returns:
        1.0 for a number of some size in digits; less for what translators put in other words:
        spelled-out numbers, small ones, rounded ones, halves, weekdays; 0.0 for idioms.
    """
    if quantity.idiom:
        return 0.0
    if quantity.kind in _CALENDAR:
        return 0.6 if quantity.kind is QuantityKind.MONTH else 0.4
    if quantity.kind is QuantityKind.FRACTION and not quantity.digits:
        return 0.2
    if quantity.digits:
        small = abs(quantity.value) <= SMALL and isinstance(quantity.value, int)
        if small and quantity.kind not in {QuantityKind.PERCENT, QuantityKind.DAY}:
            return 0.7 if quantity.digits.startswith("0") and len(quantity.digits) > 1 else 0.5
        return 1.0
    if quantity.unit == "x":
        return 0.3
    small = abs(quantity.value) <= SMALL and isinstance(quantity.value, int) and quantity.value >= 0
    certain = 0.25 if small else 0.6
    return certain * 0.7 if quantity.approximate else certain


@dataclass(slots=True)
class _Left:
    """What is not yet matched on either side; the state of one comparison."""

    source: list[Quantity]
    target: list[Quantity]
    matched: list[Match] = field(default_factory=list)


def compare(source: Sequence[Quantity], target: Sequence[Quantity]) -> Comparison:
    """Match the quantities of a text with those of its translation, one to one, by value.

    Equal values of the same kind are matched first, then equal values of any kind that can stand for
    another, then what says the same in other terms: 12 for 24 hours, decades, converted units,
    fractions and percentages, rounded numbers.

    Args:
        source: Quantities of the source.
        target: Quantities of the translation.
    """
    if not source and not target:
        return NOTHING
    left = _Left(list(source), list(target))
    replaced: tuple[tuple[Quantity, Quantity], ...] = ()
    scaled: tuple[tuple[Quantity, Quantity], ...] = ()
    units: tuple[tuple[Quantity, Quantity], ...] = ()
    if source and target:
        _match_equal(left)
    if left.source and left.target:
        replaced = _calendar_replaced(left)
        if 0 < len(left.source) * len(left.target) <= _MOST_PAIRS:
            _match_related(left)
            units = _units_changed(left)
            scaled = _match_scaled(left)
            _match_split_times(left)
        replaced += _digits_replaced(left) + _fractions_replaced(left) + _measures_replaced(left)
    return Comparison(
        matched=tuple(left.matched),
        scaled=scaled,
        replaced=replaced,
        units=units,
        missing=_unmatched(left.source, [m.source for m in left.matched]),
        extra=_unmatched(left.target, [m.target for m in left.matched]),
    )


def _match_equal(left: _Left) -> None:
    """Match equal values of one kind: sure numbers with each other, then what may be idioms, then the rest.

    So it is the same whichever of two texts is called the source.
    """
    by_value: dict[float, list[int]] = {}
    for j, theirs in enumerate(left.target):
        by_value.setdefault(theirs.value, []).append(j)
    used: set[int] = set()
    for idiom in (False, True, None):
        for i, ours in enumerate(left.source):
            if i in used or idiom not in {ours.idiom, None}:
                continue
            candidates = by_value.get(ours.value)
            best = _first_of_kind(ours, candidates, left.target, idiom) if candidates else None
            if candidates and best is not None:
                candidates.remove(best)
                used.add(i)
                left.matched.append(Match(ours, left.target[best]))
    free = {j for candidates in by_value.values() for j in candidates}
    left.source[:] = [ours for i, ours in enumerate(left.source) if i not in used]
    left.target[:] = [theirs for j, theirs in enumerate(left.target) if j in free]


def _first_of_kind(
    ours: Quantity, candidates: list[int], target: list[Quantity], idiom: bool | None
) -> int | None:
    """Return the first candidate of the same kind; `idiom` None takes sure numbers and idioms."""
    for j in candidates:
        if (
            idiom in {target[j].idiom, None}
            and same_kind(ours, target[j])
            and not units_clash(ours, target[j])
        ):
            return j
    return None


def _calendar_replaced(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    """Take out months and weekdays of which one is left on either side: one was put for the other."""
    pairs: list[tuple[Quantity, Quantity]] = []
    for kind in _CALENDAR:
        ours = [q for q in left.source if q.kind is kind and not q.idiom]
        theirs = [q for q in left.target if q.kind is kind and not q.idiom]
        if len(ours) == len(theirs) == 1:
            pairs.append((ours[0], theirs[0]))
            left.source.remove(ours[0])
            left.target.remove(theirs[0])
    return tuple(pairs)


def _units_changed(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    """Take out equal numbers that are measured in different units: 100公里 and 100 miles."""
    pairs: list[tuple[Quantity, Quantity]] = []
    for ours in tuple(left.source):
        theirs = next((q for q in left.target if q.value == ours.value and units_clash(ours, q)), None)
        both = (
            theirs is not None and ours.idiom and theirs.idiom and _VAGUE.isdisjoint((ours.unit, theirs.unit))
        )
        if theirs is not None and (both or not (ours.idiom or theirs.idiom)):
            pairs.append((ours, theirs))
            left.source.remove(ours)
            left.target.remove(theirs)
    return tuple(pairs)


def _fractions_replaced(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    """Take out the one fraction of the source, and the fraction, percentage or part that stands for it.

    三分之二 is no მესამედი, 千分之五 no ხუთი პროცენტი, and 三分之一 no სამი.
    """
    ours = [q for q in left.source if q.kind is QuantityKind.FRACTION and not q.idiom]
    if not ours:  # 过半: what may be no number is one where another fraction stands for it
        ours = [q for q in left.source if q.kind is QuantityKind.FRACTION and not q.unit]
        if any(q.value < _SMALL_PART for q in left.target):
            return ()
    if len(ours) != 1 or not 0 < ours[0].value < 1:
        return ()
    theirs = [q for q in left.target if q.kind is QuantityKind.FRACTION and not q.idiom]
    if not theirs:
        surely = _unmatched(left.target, [m.target for m in left.matched])
        theirs = [q for q in surely if q.kind is QuantityKind.PERCENT]
    if not theirs and ours[0].value != _HALF:
        lower = 1 / ours[0].value
        whole_numbers = [q for q in left.target if q.kind is QuantityKind.CARDINAL and not q.idiom]
        theirs = [q for q in whole_numbers if abs(q.value - lower) < _NEARLY]
    if len(theirs) != 1:
        return ()
    left.source.remove(ours[0])
    left.target.remove(theirs[0])
    return ((ours[0], theirs[0]),)


def _measures_replaced(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    """Take out the one measure of a unit that is left on each side: 六个月 is no nine months."""
    pairs: list[tuple[Quantity, Quantity]] = []
    units = {q.unit for q in left.source if q.kind is QuantityKind.MEASURE and q.unit}
    for unit in sorted(units):
        ours = [q for q in left.source if q.unit == unit]
        theirs = [q for q in left.target if q.unit == unit]
        alone = len(ours) == len(theirs) == 1 and not (ours[0].idiom or theirs[0].idiom)
        if alone and ours[0].kind is theirs[0].kind is QuantityKind.MEASURE:
            pairs.append((ours[0], theirs[0]))
            left.source.remove(ours[0])
            left.target.remove(theirs[0])
    return tuple(pairs)


# One degree, one minute, one day may be words of other things (一度, 一天).
_VAGUE = frozenset(("°", "°C", "s", "min", "h", "d", "wk", "mo", "y", "in", "li", "ft"))
_HALF = 0.5
_SMALL_PART = 0.05
_NEARLY = 0.01


def _digits_replaced(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    """Take out the number in digits of either side if it is the only one left there."""
    ours = [q for q in _unmatched(left.source, [m.source for m in left.matched]) if _plain_digits(q)]
    theirs = [q for q in _unmatched(left.target, [m.target for m in left.matched]) if _plain_digits(q)]
    if len(ours) != 1 or len(theirs) != 1:
        return ()
    left.source.remove(ours[0])
    left.target.remove(theirs[0])
    return ((ours[0], theirs[0]),)


def _plain_digits(quantity: Quantity) -> bool:
    return bool(quantity.digits) and quantity.kind not in _CALENDAR and quantity.kind is not QuantityKind.TIME


def _match_related(left: _Left) -> None:
    """Match what says the same in other terms, the closest relation first."""
    found = [
        (relation, ours.idiom + theirs.idiom, i, j)
        for i, ours in enumerate(left.source)
        for j, theirs in enumerate(left.target)
        if (relation := stands_for(ours, theirs)) is not None
    ]
    used_source: set[int] = set()
    used_target: set[int] = set()
    ours_left, theirs_left = tuple(left.source), tuple(left.target)
    for relation, _idioms, i, j in sorted(found):
        if i not in used_source and j not in used_target:
            used_source.add(i)
            used_target.add(j)
            left.matched.append(Match(ours_left[i], theirs_left[j], relation))
    left.source[:] = [q for i, q in enumerate(ours_left) if i not in used_source]
    left.target[:] = [q for j, q in enumerate(theirs_left) if j not in used_target]


def _match_scaled(left: _Left) -> tuple[tuple[Quantity, Quantity], ...]:
    pairs: list[tuple[Quantity, Quantity]] = []
    for ours in tuple(left.source):
        theirs = next((q for q in left.target if scale_differs(ours, q)), None)
        if theirs is not None:
            pairs.append((ours, theirs))
            left.source.remove(ours)
            left.target.remove(theirs)
    return tuple(pairs)


def _match_split_times(left: _Left) -> None:
    """A time of one side may stand as two numbers on the other (scores too: 12:10 and 12-10)."""
    for ours in tuple(left.source):
        if parts := splits_time(ours, left.target):
            left.source.remove(ours)
            for part in parts:
                left.target.remove(part)
                left.matched.append(Match(ours, part, Relation.TIME))
    for theirs in tuple(left.target):
        if parts := splits_time(theirs, left.source):
            left.target.remove(theirs)
            for part in parts:
                left.source.remove(part)
                left.matched.append(Match(part, theirs, Relation.TIME))


def _unmatched(left: list[Quantity], matched: list[Quantity]) -> tuple[Quantity, ...]:
    """What is left that surely is a number; one said a second time says nothing new."""
    said = {q.value for q in matched}
    return tuple(q for q in left if not q.idiom and q.value not in said)
