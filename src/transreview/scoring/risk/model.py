"""The expected penalty of a segment: shipped weights at first, a project's own once it has been reviewed.

The mean of the penalty is log-linear in the signals (a Poisson regression, which allows for the many zeros),
regularised towards the shipped weights and fitted by Newton's method. What signals cannot tell (an engine
that is weaker than its text shows, a hard passage, a difficult source) comes as factors: observed over
expected penalty of what was reviewed of it, shrunk towards 1 as a gamma prior does (Clayton and Kaldor
1987). Reviewers differ in strictness by more than translations differ in quality, so their own factor is
taken out before the weights are fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.scoring.risk.signals import SIGNALS, RiskText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEARN_FROM = 200  # reviewed segments from which on a project's own changes are learnt from
PASSAGE = 12  # neighbouring segments of one article that share a factor

# Change of the logarithm of the penalty for one standard deviation of a signal.
GENERAL = {
    "findings": 0.12,
    "length": 0.40,
    "source length": 0.12,
    "proportion": 0.05,
    "coverage": 0.15,
    "rare words": 0.10,
    "alignment": 0.10,
    "repetition": 0.03,
    "digits": 0.00,
    "names": 0.00,
    "clauses": 0.07,
    "disagreement": 0.30,
    "dispute": 0.12,
    "own words": 0.00,
    "own pairs": 0.08,
}

# How many average segments a factor must have been seen on to count for half.
_PRIORS = (("engine", 25.0), ("article", 40.0), ("source", 6.0), ("passage", 3.0))
_REVIEWER_PRIOR = 10.0
_RIDGE = 300.0  # pull towards the shipped weights, in segments
_ROUNDS = 5  # of factors, each fitted with the others held


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a person made of a segment.

    Attributes:
        index: Its place among the texts.
        penalty: How much was wrong, in minor errors or word edits.
        reviewer: Who looked at it.
    """

    index: int
    penalty: float
    reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Expected penalties with what they are made of.

    Attributes:
        expected: Expected penalty of each text.
        parts: What each signal adds to its logarithm, a column a signal.
        factors: By kind ("engine", "passage" …) the factor of each text.
        learnt: Whether the project's own reviews were learnt from.
    """

    expected: NDArray[np.float64]
    parts: NDArray[np.float64]
    factors: dict[str, NDArray[np.float64]]
    learnt: bool


def estimate(
    texts: Sequence[RiskText], table: NDArray[np.float64], reviewed: Sequence[Reviewed] = ()
) -> Estimate:
    """Return the expected penalty of each text.

    Args:
        texts: The segments.
        table: Their `signals`.
        reviewed: What people made of some of them; below `LEARN_FROM` it is not learnt from.
    """
    import numpy as np

    spread = table.std(axis=0)
    standard = (table - table.mean(axis=0)) / np.where(spread > 1e-9, spread, 1.0)
    weights = np.array([GENERAL[name] for name in SIGNALS])
    if len(reviewed) < LEARN_FROM or not any(one.penalty for one in reviewed):
        parts = standard * weights
        return Estimate(np.exp(np.clip(parts.sum(axis=1), -6, 6)), parts, {}, learnt=False)
    rows = np.array([one.index for one in reviewed])
    penalties = np.array([one.penalty for one in reviewed])
    strictness = _strictness(penalties, [one.reviewer for one in reviewed])
    level, weights = _fitted(standard[rows], penalties, strictness, weights)
    parts = standard * weights
    base = np.exp(np.clip(level + parts.sum(axis=1), -6, 6))
    factors = _factors(texts, rows, penalties, base)
    return Estimate(base * np.prod(list(factors.values()), axis=0), parts, factors, learnt=True)


def _strictness(penalties: NDArray[np.float64], reviewers: Sequence[str]) -> NDArray[np.float64]:
    """Return for each reviewed segment how much its reviewer marks beside the average."""
    import numpy as np

    _names, who = np.unique(np.asarray(reviewers), return_inverse=True)
    mean = penalties.mean()
    seen = np.bincount(who)
    marked = np.bincount(who, penalties)
    factor: NDArray[np.float64] = (marked + _REVIEWER_PRIOR * mean) / ((seen + _REVIEWER_PRIOR) * mean)
    return factor[who]


def _fitted(
    standard: NDArray[np.float64],
    penalties: NDArray[np.float64],
    offset: NDArray[np.float64],
    prior: NDArray[np.float64],
) -> tuple[float, NDArray[np.float64]]:
    """Return level and weights of a Poisson regression, pulled towards `prior`."""
    import numpy as np

    table = np.column_stack([np.ones(len(standard)), standard])
    centre = np.concatenate([[np.log(penalties.sum() / offset.sum())], prior])
    ridge = np.full(len(centre), _RIDGE)
    ridge[0] = 1e-6
    weights = centre.copy()
    for _round in range(40):
        mean = offset * np.exp(np.clip(table @ weights, -6, 6))
        slope = table.T @ (penalties - mean) - ridge * (weights - centre)
        bend = table.T @ (table * mean[:, None]) + np.diag(ridge)
        step = np.clip(np.linalg.solve(bend, slope), -0.5, 0.5)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return float(weights[0]), weights[1:]


def _factors(
    texts: Sequence[RiskText],
    rows: NDArray[np.int64],
    penalties: NDArray[np.float64],
    base: NDArray[np.float64],
) -> dict[str, NDArray[np.float64]]:
    """Return by kind how much more or less was wrong than expected in what was reviewed of it."""
    import numpy as np

    groups = {
        "engine": [text.engine for text in texts],
        "article": [text.article for text in texts],
        "source": [f"{text.article}\x1f{text.place}" for text in texts],
        "passage": [f"{text.engine}\x1f{text.article}\x1f{text.place // PASSAGE}" for text in texts],
    }
    codes = {kind: np.unique(np.asarray(names), return_inverse=True)[1] for kind, names in groups.items()}
    sizes = {kind: int(code.max()) + 1 for kind, code in codes.items()}
    values = {kind: np.ones(size) for kind, size in sizes.items()}
    mean = float(penalties.mean())
    for _round in range(_ROUNDS):
        for kind, segments in _PRIORS:
            expected = base[rows].copy()
            for other, code in codes.items():
                if other != kind:
                    expected *= values[other][code[rows]]
            mine = codes[kind][rows]
            prior = segments * mean
            values[kind] = (np.bincount(mine, penalties, sizes[kind]) + prior) / (
                np.bincount(mine, expected, sizes[kind]) + prior
            )
    return {kind: values[kind][code] for kind, code in codes.items()}
