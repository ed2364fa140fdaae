"""Decoding: the beads whose probabilities promise most, taken together.

The single best path is not the answer with the most right beads when many paths are close to it. The
choice is the path that maximises the sum of what its beads are worth: their posterior probability.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import Band
from transreview.alignment.lattice import NEVER, Nodes, Posterior
from transreview.alignment.moves import MOVES, Move

_LEFT, _RIGHT = len(MOVES), len(MOVES) + 1


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the answer: where it starts, its shape, its probability."""

    row: int
    column: int
    move: Move
    probability: float


def decode(band: Band, posterior: Posterior, worth: dict[str, float]) -> list[Step]:
    """Return the path of the greatest worth.

    Args:
        band: Which nodes there are.
        posterior: Probability of every bead.
        worth: "null", what a unit without counterpart is worth beside a bead; "size", how the worth of
            a bead grows with its units.

    Returns:
        Steps from the first units to the last.
    """
    null, before = worth["null"], band.before()
    gain = np.empty_like(posterior.beads)  # [move, node]: worth of the bead that ends at the node
    for number, (m, n) in enumerate(MOVES):
        np.take(posterior.beads[number], before[number], out=gain[number])
        gain[number] *= ((m + n) / 2) ** worth["size"]
    best = Nodes(band)
    choice = np.full(band.size, -1, np.int8)
    for i in range(len(band.low)):
        row = band.nodes(i)
        options = best.flat[before[:-1, row]] + gain[:, row]
        pick = options.argmax(axis=0)
        value = options[pick, np.arange(len(pick))]
        choice[row] = pick
        if i == 0:
            value[0] = 0.0
        above = before[-1, row]
        skipped = best.flat[above] + null * posterior.left_gap[above]
        better = skipped > value
        value[better] = skipped[better]
        choice[row][better] = _LEFT
        gained = np.concatenate([[0.0], np.cumsum(posterior.right_gap[row][:-1] * null)])
        run = np.maximum.accumulate(value - gained)
        ran = np.concatenate([[False], run[:-1] >= (value - gained)[1:]])
        best.flat[row] = run + gained
        choice[row][ran & (best.flat[row] > NEVER / 2)] = _RIGHT
    return _trace(band, posterior, choice)


def _trace(band: Band, posterior: Posterior, choice: NDArray[np.int8]) -> list[Step]:
    """Follow the choices back from the last node."""
    steps: list[Step] = []
    i, j = len(band.low) - 1, int(band.high[-1]) - 1
    while i or j:
        picked = int(choice[band.offset[i] + 1 + j - band.low[i]])
        move = (1, 0) if picked == _LEFT else (0, 1) if picked == _RIGHT else MOVES[picked]
        i, j = i - move[0], j - move[1]
        node = int(band.offset[i] + 1 + j - band.low[i])
        table = {_LEFT: posterior.left_gap, _RIGHT: posterior.right_gap}.get(picked)
        likely = posterior.beads[picked, node] if table is None else table[node]
        steps.append(Step(i, j, move, float(likely)))
    return steps[::-1]
