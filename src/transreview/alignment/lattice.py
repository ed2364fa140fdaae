"""Lattice: sums and best paths over all ways to cut two sides into beads, in log space.

A path is at a node (i, j) when i left and j right units are done, in one of three states: behind a
bead with text on both sides, inside a run of left units without counterpart, inside such a run of right
units. Losses come in blocks, so opening a run costs more than prolonging it (Gotoh 1982). A run of right
units follows a run of left ones, never the other way round: one path for one answer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import Band
from transreview.alignment.moves import MOVES

Floats = NDArray[np.float64]
NEVER = -1e30


@dataclass(slots=True)
class Gaps:
    """Log priors of runs without counterpart, and what holds for single units.

    Attributes:
        open_left: Beginning a run of left units.
        extend_left: Prolonging it by one.
        open_right: Beginning a run of right units.
        extend_right: Prolonging it by one.
    """

    open_left: float
    extend_left: float
    open_right: float
    extend_right: float


@dataclass(slots=True)
class Lattice:
    """The scored nodes of a band.

    Attributes:
        band: Which nodes there are.
        scores: [move, node]: log score of the bead of that shape that starts at the node, prior included.
        gaps: Priors of runs.
        rows: Left units.
        columns: Right units.
        shifts: What adaption has added to the fitted prior of each move.
    """

    band: Band
    scores: NDArray[np.float32]
    gaps: Gaps
    rows: int
    columns: int
    shifts: tuple[float, ...] = (0.0,) * len(MOVES)


@dataclass(slots=True)
class Posterior:
    """Probabilities of all beads.

    Attributes:
        beads: [move, node]: probability of the bead that starts at the node.
        left_gap: [node]: probability that the left unit behind the node has no counterpart, there.
        right_gap: [node]: the same for the right unit behind the node.
        passed: [node]: probability that the path passes it.
        opened: Expected number of runs without counterpart, left and right.
        log_total: Log of the sum over all paths.
    """

    beads: NDArray[np.float32]
    left_gap: NDArray[np.float32]
    right_gap: NDArray[np.float32]
    passed: NDArray[np.float32]
    opened: tuple[float, float]
    log_total: float


_M = np.array([m for m, _ in MOVES])
_N = np.array([n for _, n in MOVES])[:, None]


class Nodes:
    """A figure for each node of a band, read and written row by row."""

    def __init__(self, band: Band) -> None:
        self.band = band
        self.flat = np.full(band.size, NEVER)

    def row(self, index: int) -> Floats:
        """Return the view of one row."""
        return self.flat[self.band.offset[index] + 1 : self.band.offset[index + 1] - 1]

    def across(self, index: int, to: int) -> Floats:
        """Return row `index` at the columns of row `to`, NEVER where it has none."""
        low, high = self.band.low, self.band.high
        if low[index] == low[to] and high[index] == high[to]:
            return self.row(index)
        start, end = max(low[to], low[index]), min(high[to], high[index])
        out = np.full(high[to] - low[to], NEVER)
        if start < end:
            out[start - low[to] : end - low[to]] = self.row(index)[start - low[index] : end - low[index]]
        return out


def reached(band: Band, row: int, sign: int) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Return which nodes the moves lead to (sign 1) or come from (sign -1).

    Args:
        band: Which nodes there are.
        row: Node row to start in.
        sign: Direction.

    Returns:
        Flat indexes [move, column of the row], spare cells where the band has no such node; and the
        numbers of the moves that stay within the rows.
    """
    rows = row + sign * _M
    usable = np.flatnonzero((rows >= 0) & (rows < len(band.low)))
    rows = rows[usable]
    low = band.low[rows][:, None]
    place = np.arange(band.low[row], band.high[row]) + (sign * _N[usable] - low)
    np.clip(place, -1, band.high[rows][:, None] - low, out=place)
    return place + (band.offset[rows][:, None] + 1), usable


def _log_sum(values: Floats) -> Floats:
    top = values.max(axis=0)
    total: Floats = top + np.log(np.exp(values - top).sum(axis=0))
    return total


def _run(base: Floats, step: float) -> Floats:
    """Return at each place the log sum over all places up to it, `step` added for each one passed."""
    passed = np.arange(len(base)) * step
    total: Floats = np.logaddexp.accumulate(base - passed) + passed
    return total


def _shifted(values: Floats, by: int) -> Floats:
    """Return `values` moved one place to the right (by 1) or to the left (by -1)."""
    out = np.full(len(values), NEVER)
    if by > 0:
        out[1:] = values[:-1]
    else:
        out[:-1] = values[1:]
    return out


@dataclass(slots=True)
class Beginnings:
    """Log sums of all path beginnings, by the state they are in at a node."""

    any: Nodes
    bead: Nodes
    left_run: Nodes
    right_run: Nodes


def forward(lattice: Lattice) -> Beginnings:
    """Return the log sums over all ways to reach each node."""
    band, gaps = lattice.band, lattice.gaps
    sums = Beginnings(Nodes(band), Nodes(band), Nodes(band), Nodes(band))
    for i in range(lattice.rows + 1):
        cells, moves = reached(band, i, -1)
        bead = sums.bead.row(i)
        if len(moves):
            bead[:] = _log_sum(sums.any.flat[cells] + lattice.scores[moves[:, None], cells])
        if i == 0:
            bead[0] = 0.0
        else:
            opened = sums.bead.across(i - 1, i) + gaps.open_left
            sums.left_run.row(i)[:] = np.logaddexp(opened, sums.left_run.across(i - 1, i) + gaps.extend_left)
        ready = np.logaddexp(bead, sums.left_run.row(i))
        sums.right_run.row(i)[:] = _run(_shifted(ready, 1) + gaps.open_right, gaps.extend_right)
        sums.any.row(i)[:] = np.logaddexp(ready, sums.right_run.row(i))
    return sums


def posterior(lattice: Lattice) -> Posterior:
    """Return the probability of every bead and of every unit without counterpart."""
    band, gaps, rows = lattice.band, lattice.gaps, lattice.rows
    sums = forward(lattice)
    log_total = float(sums.any.row(rows)[-1])
    behind_bead, in_left = Nodes(band), Nodes(band)
    result = Posterior(
        beads=np.zeros_like(lattice.scores),
        left_gap=np.zeros(band.size, np.float32),
        right_gap=np.zeros(band.size, np.float32),
        passed=np.zeros(band.size, np.float32),
        opened=(0.0, 0.0),
        log_total=log_total,
    )
    opened = np.zeros(2)
    for i in range(rows, -1, -1):
        row = slice(int(band.offset[i]) + 1, int(band.offset[i + 1]) - 1)
        onward = np.full(row.stop - row.start, NEVER)
        cells, moves = reached(band, i, 1)
        if len(moves):
            endings: Floats = behind_bead.flat[cells] + lattice.scores[moves, row]
            onward = _log_sum(endings)
            result.beads[moves, row] = _probability(endings + (sums.any.flat[row] - log_total))
        if i == rows:
            onward[-1] = 0.0
        right = _run(onward[::-1], gaps.extend_right)[::-1]
        after_right = _shifted(right, -1) + gaps.open_right
        left = np.full(len(onward), NEVER)
        if i < rows:
            left = in_left.across(i + 1, i)
            result.left_gap[row] = _probability(sums.left_run.across(i + 1, i) + left - log_total)
            opened[0] += _probability(sums.bead.row(i) + gaps.open_left + left - log_total).sum()
        result.right_gap[row] = _probability(_shifted(sums.right_run.flat[row] + right, -1) - log_total)
        begun = np.logaddexp(sums.bead.row(i), sums.left_run.row(i))
        opened[1] += _probability(begun + after_right - log_total).sum()
        ready = np.logaddexp(onward, after_right)
        behind_bead.row(i)[:] = np.logaddexp(ready, left + gaps.open_left)
        in_left.row(i)[:] = np.logaddexp(ready, left + gaps.extend_left)
        through = np.logaddexp(
            sums.bead.flat[row] + behind_bead.row(i), sums.left_run.flat[row] + in_left.row(i)
        )
        through = np.logaddexp(through, sums.right_run.flat[row] + right)
        result.passed[row] = _probability(through - log_total)
    result.opened = (float(opened[0]), float(opened[1]))
    return result


def _probability(log: Floats) -> Floats:
    """Return exp; rounding may not lift a certainty above 1."""
    likely: Floats = np.exp(np.minimum(log, 0.0))
    return likely
