"""How well a translation fits a source, by what does not depend on the words: numbers, names, marks, length.

The score is a sum of log-odds-like weights: above 0 speaks for a pair, below against it. On aligned
news it separates shifted runs of three segments from right ones without an overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transreview.checks.features import Features
from transreview.languages.pairs.equivalence import compare, weight

_LATIN = re.compile(r"[A-Za-z]{2,}")

_NUMBER_IN_DIGITS, _NUMBER_IN_WORDS, _NUMBER_ALONE = 2.5, 1.2, 1.2
_CHANGED_NUMBER = 1.5
_SHARED_WORD = 2.0
_SAME_MARK, _SAME_QUOTES = 1.0, 0.5
_LENGTH, _LONGEST_SPREADS = 0.25, 4.0


def fit(source: Features, target: Features) -> float:
    """Return how well the translation of `target` fits the source of `source`.

    Args:
        source: Segment whose source is taken.
        target: Segment whose translation is taken; it may be another one.
    """
    if not source.source.strip() or not target.target.strip():
        return 0.0
    return (
        _by_length(source, target)
        + _by_numbers(source, target)
        + _SHARED_WORD * len(_latin(source.source) & _latin(target.target))
        + _by_marks(source, target)
    )


def _by_length(source: Features, target: Features) -> float:
    lengths = source.context.lengths
    if source is target:
        spreads = source.length_deviation
    else:
        spreads = lengths.deviation(max(1, len(source.source.strip())), len(target.target.strip()))
    return -_LENGTH * min(_LONGEST_SPREADS, spreads * spreads)


def _by_numbers(source: Features, target: Features) -> float:
    comparison = (
        source.numbers if source is target else compare(source.source_quantities, target.target_quantities)
    )
    matched = sum(
        weight(match.source) * (_NUMBER_IN_DIGITS if match.source.digits else _NUMBER_IN_WORDS)
        for match in comparison.matched
    )
    alone = sum(weight(quantity) for quantity in (*comparison.missing, *comparison.extra))
    changed = len(comparison.replaced) + len(comparison.scaled)
    return matched - _NUMBER_ALONE * alone - _CHANGED_NUMBER * changed


def _latin(text: str) -> set[str]:
    return {word.lower() for word in _LATIN.findall(text)}


def _by_marks(source: Features, target: Features) -> float:
    of_source, of_target = source.source_end[0], target.target_end[0]
    score = _SAME_MARK if of_source == of_target and of_source in {"?", "!", ":"} else 0.0
    if (of_source == "?") != (of_target == "?"):
        score -= _SAME_MARK
    both = (len(source.source_quotes) > 1) == (len(target.target_quotes) > 1)
    return score + (_SAME_QUOTES if both else -_SAME_QUOTES)


_SHORTEST_RUN = 3
_ENOUGH = 4.0


def shifted_runs(document: list[Features]) -> Iterator[tuple[int, int, int]]:
    """Find runs of segments whose translations stand one place too late or too early.

    Args:
        document: All segments in order.

    Yields:
        First index, one past the last, and offset: -1 where a source's translation stands one place
        before it, 1 where it stands one after.
    """
    size = len(document)
    own = [fit(features, features) for features in document]
    for offset in (-1, 1):
        gains = [
            fit(document[i], document[i + offset]) - own[i] if 0 <= i + offset < size else 0.0
            for i in range(size)
        ]
        for start, end in _high_runs(gains):
            yield start, end, offset


def _high_runs(gains: list[float]) -> Iterator[tuple[int, int]]:
    """Yield disjoint runs of the largest sums that are long and high enough (Kadane's scan)."""
    start, total, best, best_end = 0, 0.0, 0.0, 0
    for index, gain in enumerate([*gains, -1e9]):
        if total <= 0:
            start, total, best, best_end = index, 0.0, 0.0, index
        total += gain
        if total > best:
            best, best_end = total, index + 1
        if total <= best - _ENOUGH or total <= 0:
            if best >= _ENOUGH and best_end - start >= _SHORTEST_RUN:
                yield start, best_end
            start, total, best, best_end = index + 1, 0.0, 0.0, index + 1
