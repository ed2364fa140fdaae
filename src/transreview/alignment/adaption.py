"""Adaption: a document's own shapes of beads, learned from the first pass over it.

One translator merges sentences, another loses paragraphs. The expected counts of the first pass, with
the fitted priors as pseudo-counts, make the priors of the next (one step of expectation maximisation).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from transreview.alignment.lattice import Gaps, Lattice, Posterior
from transreview.alignment.moves import MOVES, name
from transreview.alignment.tokens import Floats
from transreview.alignment.weights import Weights


def adapt(lattice: Lattice, likely: Posterior, weights: Weights) -> Lattice:
    """Return the lattice with priors moved towards what the document shows.

    Args:
        lattice: Scored with the priors that `likely` was computed with.
        likely: Probabilities of its beads and runs.
        weights: The fitted priors, and how many beads they weigh as much as.
    """
    strength = weights.adaption["strength"]
    fitted = np.array(
        [*(weights.moves[name(m)] for m in MOVES), weights.gaps["open_left"], weights.gaps["open_right"]]
    )
    before: Floats = np.exp(fitted - np.logaddexp.reduce(fitted))
    counts = np.array([*likely.beads.sum(axis=1, dtype=np.float64), *likely.opened])
    after = (strength * before + counts) / (strength + counts.sum())
    change = np.log(after / before)
    shifts = change[:-2] - np.array(lattice.shifts)
    scores = lattice.scores + shifts[:, None].astype(np.float32)
    gaps = Gaps(
        weights.gaps["open_left"] + change[-2],
        _extend(weights.gaps["extend_left"], likely.opened[0], float(likely.left_gap.sum()), strength),
        weights.gaps["open_right"] + change[-1],
        _extend(weights.gaps["extend_right"], likely.opened[1], float(likely.right_gap.sum()), strength),
    )
    return replace(lattice, scores=scores, gaps=gaps, shifts=tuple(change[:-2]))


def _extend(fitted: float, opened: float, units: float, strength: float) -> float:
    """Return the log prior of prolonging a run, from how many runs and how many units in them there were."""
    runs = strength * 0.1
    return float(np.log((runs * np.exp(fitted) + max(units - opened, 0.0)) / (runs + units)))
