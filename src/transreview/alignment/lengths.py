"""Lengths: how likely two groups of units are translations by their sizes alone.

The log ratio of two lengths is taken as Student's t around the pair's own mean (Gale and Church 1993
take a normal of the difference, which forgives nothing). It is set against the lengths of the document
itself: a unit that is merely of average length must not count as a match.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from transreview.alignment.moves import LARGEST, Move
from transreview.alignment.tokens import Floats, Matrix
from transreview.alignment.weights import LengthWeights


@dataclass(slots=True)
class _Side:
    log_totals: list[Floats]  # by group size - 1: log length of the group that starts at each unit
    surprise: list[Floats]  # by group size - 1: what its inner shape says against the document's lengths


class Lengths:
    """Log likelihood ratios of lengths, for any rectangle of the two sides.

    Args:
        left: Characters of each left unit that are translated, and those that are kept as they are.
        right: The same of each right unit.
        log_ratio: Mean of log(right / left) for this pair.
        weights: The fitted model.
    """

    def __init__(
        self,
        left: tuple[Floats, Floats],
        right: tuple[Floats, Floats],
        log_ratio: float,
        weights: LengthWeights,
    ) -> None:
        half = math.exp(log_ratio / 2)
        self._left = _side(left[0] * half + left[1] + weights.smoothing)
        self._right = _side(right[0] / half + right[1] + weights.smoothing)
        self._weights = weights

    def score(self, move: Move, rows: tuple[int, int], columns: tuple[int, int]) -> Matrix:
        """Return the log likelihood ratio of a shape for beads that start in a rectangle.

        Args:
            move: Left and right units of the bead.
            rows: First left unit that a bead may start at, and one past the last.
            columns: The same of the right side.
        """
        m, n = move
        w = self._weights
        left = self._left.log_totals[m - 1][rows[0] : rows[1], None]
        right = self._right.log_totals[n - 1][None, columns[0] : columns[1]]
        sigma = np.sqrt(w.sigma**2 + w.sigma_short * np.exp(-left))
        constant = math.lgamma((w.tails + 1) / 2) - math.lgamma(w.tails / 2) - math.log(math.pi * w.tails) / 2
        fit = -(w.tails + 1) / 2 * np.log1p(((right - left) / sigma).astype(np.float32) ** 2 / w.tails)
        shape = (
            self._left.surprise[m - 1][rows[0] : rows[1], None]
            + self._right.surprise[n - 1][None, columns[0] : columns[1]]
        )
        total: Matrix = (w.weight * (fit + (constant - np.log(sigma)) + shape / 2)).astype(np.float32)
        return total


def _side(lengths: Floats) -> _Side:
    """Prepare the groups of one side; its lengths are in the pair's common measure."""
    logs = np.log(lengths)
    mean = float(logs.mean()) if len(logs) else 0.0
    spread = max(float(logs.std()) if len(logs) else 0.0, 0.3)
    background = -0.5 * ((logs - mean) / spread) ** 2 - math.log(spread * math.sqrt(2 * math.pi))
    sums, log_sums, chances = (np.concatenate([[0.0], np.cumsum(v)]) for v in (lengths, logs, background))
    log_totals: list[Floats] = []
    surprise: list[Floats] = []
    for size in range(1, LARGEST + 1):
        if size > len(logs):
            log_totals.append(np.zeros(0))
            surprise.append(np.zeros(0))
            continue
        total = np.log(sums[size:] - sums[:-size])
        # A text cut into `size` pieces: their shares follow a Dirichlet with all parameters 2.
        cut = math.lgamma(2 * size) + 2 * (log_sums[size:] - log_sums[:-size]) - 2 * size * total
        log_totals.append(total)
        surprise.append(cut - (chances[size:] - chances[:-size]))
    return _Side(log_totals, surprise)
