"""Decoding: the beads whose probabilities promise most, taken together.

The single best path is not the answer with the most right beads when many paths are close to it. The
choice is the path that maximises the sum of what its beads are worth: their posterior probability.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import Band
from transreview.alignment.lattice import NEVER, Nodes, Posterior, reached
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
    size = np.array([(m + n) / 2 for m, n in MOVES]) ** worth["size"]
    null = worth["null"]
    best = Nodes(band)
    choice = np.full(band.size, -1, np.int8)
    for i in range(len(band.low)):
        row = slice(int(band.offset[i]) + 1, int(band.offset[i + 1]) - 1)
        value = best.row(i)
        if i == 0:
            value[0] = 0.0
        cells, moves = reached(band, i, -1)
        if len(moves):
            options = best.flat[cells] + posterior.beads[moves[:, None], cells] * size[moves][:, None]
            pick = options.argmax(axis=0)
            value[:] = np.maximum(value, options[pick, np.arange(len(pick))])
            choice[row] = moves[pick]
        if i:
            skipped = best.across(i - 1, i) + null * _across(posterior.left_gap, band, i - 1, i)
            better = skipped > value
            value[better] = skipped[better]
            choice[row][better] = _LEFT
        gained = np.concatenate([[0.0], np.cumsum(posterior.right_gap[row][:-1] * null)])
        run = np.maximum.accumulate(value - gained)
        ran = np.concatenate([[False], run[:-1] >= (value - gained)[1:]])
        value[:] = run + gained
        choice[row][ran & (value > NEVER / 2)] = _RIGHT
    return _trace(band, posterior, choice)


def _across(flat: NDArray[np.float32], band: Band, index: int, to: int) -> NDArray[np.float32]:
    """Return row `index` of a flat array at the columns of row `to`, zero where it has none."""
    low, high = band.low, band.high
    start, end = max(low[to], low[index]), min(high[to], high[index])
    out = np.zeros(high[to] - low[to], np.float32)
    if start < end:
        at = band.offset[index] + 1 - low[index]
        out[start - low[to] : end - low[to]] = flat[at + start : at + end]
    return out


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
