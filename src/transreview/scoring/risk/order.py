"""Segments in the order in which reading finds most for the least text, and what that order is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from transreview.scoring.risk.model import Estimate, Reviewed, estimate
from transreview.scoring.risk.signals import RiskText, signals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIFTH = 0.2
_RENEWED_AFTER = 0.01  # share of the characters after which an order is made anew while reading


def order(texts: Sequence[RiskText], expected: NDArray[np.float64]) -> list[int]:
    """Return the texts' places, most expected penalty for each character to be read first."""
    import numpy as np

    return [int(index) for index in np.argsort(-(expected / _sizes(texts)), kind="stable")]


def curve(
    sizes: Sequence[float], penalties: Sequence[float], ranked: Sequence[int], points: int = 20
) -> list[tuple[float, float]]:
    """Return share read and share found at equal steps of the characters, from (0, 0) to (1, 1).

    Args:
        sizes: Characters of each text.
        penalties: What is wrong in each text.
        ranked: Places of the texts in the order of reading.
        points: Number of steps.
    """
    import numpy as np

    size = np.asarray(sizes, float)[list(ranked)]
    penalty = np.asarray(penalties, float)[list(ranked)]
    read = np.concatenate([[0.0], size.cumsum()]) / max(size.sum(), 1e-9)
    found = np.concatenate([[0.0], penalty.cumsum()]) / max(penalty.sum(), 1e-9)
    steps = np.linspace(0, 1, points + 1)
    # A text read in part has shown nothing yet: the last one that was read to its end counts.
    last = np.searchsorted(read, steps + 1e-9, side="right") - 1
    return [(float(step), float(found[index])) for step, index in zip(steps, last, strict=True)]


def found_within(
    sizes: Sequence[float], penalties: Sequence[float], ranked: Sequence[int], share: float = FIFTH
) -> float | None:
    """Return the share of the penalty in the first texts that make up at most `share` of the characters.

    None where there is no penalty, or the first text alone is longer than that: too little to say anything.
    """
    limit, read, found = share * sum(sizes), 0.0, 0.0
    for index in ranked:
        if read + sizes[index] > limit:
            break
        read += sizes[index]
        found += penalties[index]
    total = sum(penalties)
    return found / total if read and total else None


def read_and_learn(
    texts: Sequence[RiskText],
    penalties: Sequence[float],
    reviewers: Sequence[str],
    *,
    known: Sequence[int] = (),
    share: float = FIFTH,
    table: NDArray[np.float64] | None = None,
) -> list[int]:
    """Return which texts are read, in their order, when the order is made anew as reading goes on.

    Args:
        texts: All texts.
        penalties: What reading each of them shows.
        reviewers: Who reads each of them.
        known: Places of texts that had been reviewed before; they are not read again.
        share: Share of the characters of the other texts that there is time for.
        table: The texts' `signals`, when they are there already.
    """
    table = signals(texts) if table is None else table
    sizes = _sizes(texts)
    learnt = [Reviewed(index, penalties[index], reviewers[index]) for index in known]
    done = set(known)
    limit = share * float(sum(sizes[index] for index in range(len(texts)) if index not in done))
    step = limit * _RENEWED_AFTER / FIFTH
    ranked: list[int] = []
    used = 0.0
    while True:
        pause = used + step
        for index in order(texts, estimate(texts, table, learnt).expected):
            if index in done:
                continue
            if used + sizes[index] > limit:
                return ranked
            used += float(sizes[index])
            done.add(index)
            ranked.append(index)
            learnt.append(Reviewed(index, penalties[index], reviewers[index]))
            if used >= pause:
                break
        else:
            return ranked


def reasons(
    index: int,
    estimated: Estimate,
    words: Callable[[str, bool], str],
    signal_names: Sequence[str],
    limit: int = 3,
) -> list[str]:
    """Return the strongest reasons why a text is expected to be worse than the average one.

    Args:
        index: Place of the text.
        estimated: The estimate it is ranked by.
        words: Sentence for a signal or factor; told whether it is a factor.
        signal_names: Names of the columns of the estimate's parts.
        limit: Most reasons.
    """
    import math

    parts = [
        (float(part), name, False)
        for name, part in zip(signal_names, estimated.parts[index], strict=True)
        # A long text holds more errors and takes longer to read: its length is no reason to read it first.
        if name not in {"length", "source length"}
    ]
    parts += [(math.log(float(values[index])), kind, True) for kind, values in estimated.factors.items()]
    strongest = sorted((one for one in parts if one[0] > 0.02), reverse=True)[:limit]
    return [words(name, factor) for _weight, name, factor in strongest]


def _sizes(texts: Sequence[RiskText]) -> NDArray[np.float64]:
    import numpy as np

    return np.array([max(len(text.target), 1) for text in texts], float)
