"""Halves of a time that a translation has lost: 半年 is no whole year, 两年半 no two years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.pairs.relations import stands_for
from transreview.languages.quantity import Quantity, QuantityKind

_TIMES = frozenset(("y", "mo", "wk", "d", "h", "min", "century"))


def lost_halves(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the times of a source in halves, with the whole number of the same unit that stands for them.

    Args:
        source: Quantities of the source.
        target: Quantities of the translation.
    """
    if not any(_is_half(ours) for ours in source) or any(_has_half(theirs) for theirs in target):
        return
    said = {(ours.value, ours.unit) for ours in source}
    for ours in source:
        if not _is_half(ours) or any(stands_for(ours, theirs) is not None for theirs in target):
            continue
        for theirs in target:
            whole = theirs.unit == ours.unit and theirs.kind is QuantityKind.MEASURE
            if whole and (theirs.value, theirs.unit) not in said:
                yield ours, theirs
                break


def _is_half(quantity: Quantity) -> bool:
    return quantity.unit in _TIMES and quantity.value % 1 == 0.5 and not quantity.digits


def _has_half(quantity: Quantity) -> bool:
    return quantity.value % 1 == 0.5 or quantity.kind is QuantityKind.FRACTION
