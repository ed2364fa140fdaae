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


def _log_sums(values: Floats, out: Floats | None = None) -> Floats:
    """Return the log sum of each column; `values` are changed. In C, logaddexp takes each cell by itself."""
    top = np.maximum.reduce(values, axis=0)
    values -= top
    np.exp(values, out=values)
    total: Floats = np.add.reduce(values, axis=0)
    np.log(total, out=total)
    return np.add(total, top, out=out)


class _Runs:
    """Log sums over runs that grow by one column at a time, for rows of any width up to `widest`."""

    def __init__(self, widest: int, opening: float, step: float) -> None:
        self._passed = np.arange(widest) * step
        self._opening = opening - self._passed

    def up_to(self, base: Floats) -> Floats:
        """Return at each place the log sum over all places up to it, a step added for each one passed."""
        passed = self._passed[: len(base)]
        total: Floats = np.logaddexp.accumulate(base - passed)
        total += passed
        return total

    def behind(self, ready: Floats) -> Floats:
        """Return at each place the log sum over the runs that are opened at a place before it."""
        width = len(ready)
        base = np.empty(width)
        base[0] = NEVER
        np.add(ready[:-1], self._opening[1:width], out=base[1:])
        total: Floats = np.logaddexp.accumulate(base)
        total += self._passed[:width]
        return total


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
    reached, bead = sums.any.flat, sums.bead.flat
    left_run, right_run = sums.left_run.flat, sums.right_run.flat
    before = band.before() if before is None else before
    entering = np.empty_like(lattice.scores)  # [move, node]: score of the bead that ends at the node
    for number, scores in enumerate(lattice.scores):
        np.take(scores, before[number], out=entering[number])
    downward = np.full(band.size, NEVER)  # to leave the left unit behind a node without counterpart
    runs = _Runs(band.widest, gaps.open_right, gaps.extend_right)
    for i, row in enumerate(band.rows()):
        values = reached.take(before[:-1, row])
        values += entering[:, row]
        paired = _log_sums(values, out=bead[row])
        if i == 0:
            paired[0] = 0.0
        skipped = downward.take(before[-1, row])
        left_run[row] = skipped
        downward[row] = np.logaddexp(paired + gaps.open_left, skipped + gaps.extend_left)
        ready = np.logaddexp(paired, skipped)
        right_run[row] = beside = runs.behind(ready)
        np.logaddexp(ready, beside, out=reached[row])
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
    bead, left_run, right_run = (nodes.flat for nodes in (sums.bead, sums.left_run, sums.right_run))
    runs = _Runs(band.widest, gaps.open_right, gaps.extend_right)
    rows = band.rows()
    for row in reversed(rows):
        values = bead.take(after[:-1, row])
        values += lattice.scores[:, row]
        onward = _log_sums(values)
        if row is rows[-1]:
            onward[-1] = 0.0
        right_run[row] = right = runs.up_to(onward[::-1])[::-1]
        np.logaddexp(onward[:-1], right[1:] + gaps.open_right, out=onward[:-1])
        left = left_run.take(after[-1, row])
        np.logaddexp(onward, left + gaps.open_left, out=bead[row])
        np.logaddexp(onward, left + gaps.extend_left, out=left_run[row])
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
