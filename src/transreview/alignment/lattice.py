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


@dataclass(slots=True, kw_only=True)
class Lattice:
    """The scored nodes of a band.

    Attributes:
        band: Which nodes there are.
        scores: [move, node]: log score of the bead of that shape that starts at the node, prior included.
        gaps: Priors of runs.
        rows: Left units.
        columns: Right units.
    """

    band: Band
    scores: NDArray[np.float32]
    gaps: Gaps
    rows: int
    columns: int


@dataclass(slots=True, kw_only=True)
class Posterior:
    """Probabilities of all beads.

    Attributes:
        beads: [move, node]: probability of the bead that starts at the node.
        left_gap: [node]: probability that the left unit behind the node has no counterpart, there.
        right_gap: [node]: the same for the right unit behind the node.
        passed: [node]: probability that the path passes it.
        log_total: Log of the sum over all paths.
    """

    beads: NDArray[np.float32]
    left_gap: NDArray[np.float32]
    right_gap: NDArray[np.float32]
    passed: NDArray[np.float32]
    log_total: float


class Nodes:
    """A figure for each node of a band, read and written row by row."""

    def __init__(self, band: Band) -> None:
        self.band = band
        self.flat = np.full(band.size, NEVER)

    def row(self, index: int) -> Floats:
        """Return the view of one row."""
        return self.flat[self.band.nodes(index)]


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


def forward(lattice: Lattice, before: NDArray[np.int32] | None = None) -> Beginnings:
    """Return the log sums over all ways to reach each node.

    Args:
        lattice: The scored band.
        before: Where the moves come from, `Band.before`, if that is at hand.
    """
    band, gaps = lattice.band, lattice.gaps
    sums = Beginnings(Nodes(band), Nodes(band), Nodes(band), Nodes(band))
    before = band.before() if before is None else before
    entering = np.empty_like(lattice.scores)  # [move, node]: score of the bead that ends at the node
    for number, scores in enumerate(lattice.scores):
        np.take(scores, before[number], out=entering[number])
    for i in range(lattice.rows + 1):
        row = band.nodes(i)
        bead, left_run = sums.bead.row(i), sums.left_run.row(i)
        bead[:] = _log_sum(sums.any.flat[before[:-1, row]] + entering[:, row])
        if i == 0:
            bead[0] = 0.0
        above = before[-1, row]
        opened = sums.bead.flat[above] + gaps.open_left
        left_run[:] = np.logaddexp(opened, sums.left_run.flat[above] + gaps.extend_left)
        ready = np.logaddexp(bead, left_run)
        sums.right_run.row(i)[:] = _run(_shifted(ready, 1) + gaps.open_right, gaps.extend_right)
        sums.any.row(i)[:] = np.logaddexp(ready, sums.right_run.row(i))
    return sums


@dataclass(slots=True)
class Endings:
    """Log sums of all path endings, by the state they begin in at a node."""

    bead: Nodes
    left_run: Nodes
    right_run: Nodes


def backward(lattice: Lattice, after: NDArray[np.int32]) -> Endings:
    """Return the log sums over all ways from each node to the end.

    Args:
        lattice: The scored band.
        after: Where the moves lead, `Band.after`.
    """
    band, gaps = lattice.band, lattice.gaps
    sums = Endings(Nodes(band), Nodes(band), Nodes(band))
    for i in range(lattice.rows, -1, -1):
        row = band.nodes(i)
        onward = _log_sum(sums.bead.flat[after[:-1, row]] + lattice.scores[:, row])
        if i == lattice.rows:
            onward[-1] = 0.0
        right = _run(onward[::-1], gaps.extend_right)[::-1]
        ready = np.logaddexp(onward, _shifted(right, -1) + gaps.open_right)
        left = sums.left_run.flat[after[-1, row]]
        sums.right_run.flat[row] = right
        sums.bead.flat[row] = np.logaddexp(ready, left + gaps.open_left)
        sums.left_run.flat[row] = np.logaddexp(ready, left + gaps.extend_left)
    return sums


def posterior(lattice: Lattice) -> Posterior:
    """Return the probability of every bead and of every unit without counterpart."""
    band = lattice.band
    begun = forward(lattice)
    log_total = float(begun.any.row(lattice.rows)[-1])
    after = band.after()
    ends = backward(lattice, after)
    beads = np.zeros_like(lattice.scores)
    for number, scores in enumerate(lattice.scores):
        beads[number] = _probability(begun.any.flat + scores + ends.bead.flat[after[number]] - log_total)
    bead, left_run, right_run = (sums.flat for sums in (begun.bead, begun.left_run, begun.right_run))
    left = ends.left_run.flat[after[-1]]
    # The spare cell behind each row keeps its last node from being followed by the next row's first.
    right = np.append(ends.right_run.flat[1:], NEVER)
    through = np.logaddexp(bead + ends.bead.flat, left_run + ends.left_run.flat)
    return Posterior(
        beads=beads,
        left_gap=_probability(left_run[after[-1]] + left - log_total).astype(np.float32),
        right_gap=_probability(np.append(right_run[1:], NEVER) + right - log_total).astype(np.float32),
        passed=_probability(np.logaddexp(through, right_run + ends.right_run.flat) - log_total).astype(
            np.float32
        ),
        log_total=log_total,
    )


def _probability(log: Floats) -> Floats:
    """Return exp; rounding may not lift a certainty above 1."""
    likely: Floats = np.exp(np.minimum(log, 0.0))
    return likely
