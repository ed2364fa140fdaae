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
    gain = np.empty((len(MOVES) + 1, band.size), np.float32)  # [move, node]: worth of what ends at the node
    for number, (m, n) in enumerate(MOVES):
        np.take(posterior.beads[number], before[number], out=gain[number])
        gain[number] *= ((m + n) / 2) ** worth["size"]
    np.take(null * posterior.left_gap, before[_LEFT], out=gain[_LEFT])
    beside = null * posterior.right_gap
    best = Nodes(band).flat
    choice = np.full(band.size, -1, np.int8)
    columns = np.arange(band.widest)
    for i, row in enumerate(band.rows()):
        options = best.take(before[:, row])
        options += gain[:, row]
        choice[row] = pick = options.argmax(axis=0)
        value = options[pick, columns[: len(pick)]]
        if i == 0:
            value[0] = 0.0
        gained = np.zeros(len(pick))
        np.cumsum(beside[row][:-1], out=gained[1:])
        value -= gained
        run = np.maximum.accumulate(value)
        total = np.add(run, gained, out=best[row])
        choice[row][1:][(run[:-1] >= value[1:]) & (total[1:] > NEVER / 2)] = _RIGHT
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
