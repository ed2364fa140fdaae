"""How well a translation fits a source, by what does not depend on the words: numbers, names, marks, length.

The score is a sum of log-odds-like weights: above 0 speaks for a pair, below against it. On aligned
news it separates shifted runs of three segments from right ones without an overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from transreview.checks import characters
from transreview.checks.comparison import Run
from transreview.checks.features import Features
from transreview.languages.batches import TEXTS_KEPT
from transreview.languages.pairs.equivalence import compare, weight
from transreview.lazy_patterns import lazy_pattern

_LATIN = lazy_pattern(r"[A-Za-z]{2,}")

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
        + _SHARED_WORD * _shared_words(source, target)
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
    ours, theirs = source.source_quantities, target.target_quantities
    if not ours and not theirs:
        return 0.0
    if source is not target and not (ours and theirs):
        return -_NUMBER_ALONE * sum(map(weight, (*ours, *theirs)))
    comparison = source.numbers if source is target else compare(ours, theirs)
    matched = sum(
        weight(match.source) * (_NUMBER_IN_DIGITS if match.source.digits else _NUMBER_IN_WORDS)
        for match in comparison.matched
    )
    alone = sum(weight(quantity) for quantity in (*comparison.missing, *comparison.extra))
    changed = len(comparison.replaced) + len(comparison.scaled)
    return matched - _NUMBER_ALONE * alone - _CHANGED_NUMBER * changed


def _shared_words(source: Features, target: Features) -> int:
    if not source.source_mask & target.target_mask & characters.LATIN:
        return 0
    return len(_latin(source.source) & _latin(target.target))


@lru_cache(maxsize=TEXTS_KEPT)
def _latin(text: str) -> frozenset[str]:
    return frozenset(map(str.lower, _LATIN.findall(text)))


def _by_marks(source: Features, target: Features) -> float:
    of_source, of_target = source.source_end[0], target.target_end[0]
    score = _SAME_MARK if of_source == of_target and of_source in {"?", "!", ":"} else 0.0
    if (of_source == "?") != (of_target == "?"):
        score -= _SAME_MARK
    both = (len(source.source_quotes) > 1) == (len(target.target_quotes) > 1)
    return score + (_SAME_QUOTES if both else -_SAME_QUOTES)


_SHORTEST_RUN = 3
_ENOUGH = 4.0

Gains = tuple[float, float]


def gains(before: Features | None, own: Features, after: Features | None) -> Gains | None:
    """Return how much better a source fits the translation before it, and the one after it, than its own.

    A segment with nothing on one side belongs to no run: None.
    """
    if own.is_empty:
        return None
    base = fit(own, own)
    return (
        _gain(own, before, base) if before is not None else 0.0,
        _gain(own, after, base) if after is not None else 0.0,
    )


def _gain(own: Features, beside: Features, base: float) -> float:
    """Return how much better a source fits the translation beside it: of a label, length says little."""
    gain = fit(own, beside) - base
    size = len(own.source.strip()) * (3 if own.context.source.dense else 1)
    if size >= _LABEL or not beside.target.strip():
        return gain
    return gain - (1 - size / _LABEL) * (_by_length(own, beside) - _by_length(own, own))


# Letters from which on a text is more than a label ("View files").
_LABEL = 40


@dataclass(frozen=True, slots=True)
class _Sum:
    """A run that may become one: how long it is, what it has gained, and where that was most."""

    length: int
    total: float
    best: float
    best_length: int


State = tuple[_Sum | None, _Sum | None]


def follow_gains(state: State | None, signal: Gains | None) -> tuple[State | None, list[Run]]:
    """Take one segment's gains into the walk (Kadane's scan, for either direction).

    A run is told when its sum has fallen off again: three segments or more that gain enough together.
    What is remembered of it is where the translations stand: -1 for one place before, 1 for after.
    """
    sums: list[_Sum | None] = []
    runs: list[Run] = []
    for side, offset in enumerate((-1, 1)):
        gain = signal[side] if signal is not None else -1e9
        after, run = _grown(state[side] if state is not None else None, gain, offset)
        sums.append(after)
        if run is not None:
            runs.append(run)
    return ((sums[0], sums[1]) if any(sums) else None), runs


def _grown(before: _Sum | None, gain: float, offset: int) -> tuple[_Sum | None, Run | None]:
    if before is None:
        before = _Sum(0, 0.0, 0.0, 0)
    length, total = before.length + 1, before.total + gain
    best, best_length = before.best, before.best_length
    if total > best:
        best, best_length = total, length
    if total > 0 and total > best - _ENOUGH:
        return _Sum(length, total, best, best_length), None
    if best >= _ENOUGH and best_length >= _SHORTEST_RUN:
        return None, Run(length - 1, length - 1 - best_length, offset)
    return None, None
