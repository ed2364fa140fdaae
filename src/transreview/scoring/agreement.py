"""Do two annotators agree: F1 over the characters they marked, and Krippendorff's alpha of their scores."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from transreview.model.rating import Rating

Value = float | str


def span_f1(first: Iterable[Rating], second: Iterable[Rating], *, by_severity: bool = False) -> float:
    """Return F1 of two annotators' spans, counted in characters.

    Args:
        first: Rows of one annotator.
        second: Rows of the other, over the same segments.
        by_severity: Count a character only where both chose the same severity.

    Returns:
        0 to 1; 1.0 where neither marked anything.
    """
    one, other = _characters(first, by_severity), _characters(second, by_severity)
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def krippendorff_alpha(units: Sequence[Mapping[str, Value]], *, nominal: bool = False) -> float | None:
    """Return Krippendorff's alpha: 1 for full agreement, 0 for chance.

    Args:
        units: For each unit the value that each annotator gave; annotators may be missing.
        nominal: Values are names; otherwise they are numbers on an interval scale.

    Returns:
        Alpha, or None where fewer than two values can be paired or all values are the same.

    Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, sections C and D.
    """
    paired = [list(unit.values()) for unit in units if len(unit) > 1]
    counts: Counter[Value] = Counter(value for values in paired for value in values)
    total = sum(counts.values())
    expected = sum(counts[a] * counts[b] * _distance(a, b, nominal) for a, b in combinations(counts, 2))
    if total < 2 or expected == 0:
        return None
    observed = sum(
        sum(_distance(a, b, nominal) for a, b in combinations(values, 2)) / (len(values) - 1)
        for values in paired
    )
    return 1 - (total - 1) * observed / expected


def scores_by_rater(
    scores: Iterable[tuple[Rating, float]],
) -> list[dict[str, Value]]:
    """Return the sum of weights that each rater gave each segment, ready for `krippendorff_alpha`."""
    sums: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for rating, weight in scores:
        sums[rating.system, rating.segment][rating.rater] += weight
    return [dict(by_rater) for by_rater in sums.values()]


def _characters(ratings: Iterable[Rating], by_severity: bool) -> set[tuple[object, ...]]:
    return {
        (r.system, r.segment, r.side, place, r.severity if by_severity else "")
        for r in ratings
        for place in range(r.start, r.end)
    }


def _distance(a: Value, b: Value, nominal: bool) -> float:
    if nominal or isinstance(a, str) or isinstance(b, str):
        return float(a != b)
    return (a - b) ** 2
