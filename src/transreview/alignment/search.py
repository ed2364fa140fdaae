"""Search: the answer for a stretch, within a band that is widened until the answer stays inside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.adaption import adapt
from transreview.alignment.band import WHOLE, Band, corridor, whole
from transreview.alignment.decoding import Step, decode
from transreview.alignment.lattice import Lattice, Posterior, posterior
from transreview.alignment.scoring import Signals, build_lattice
from transreview.alignment.stretches import Plan, Stretch
from transreview.alignment.weights import Weights

# Columns on each side of the course at first.
_WIDTH = 12
# A probability this large at the edge of the band says that the band was too narrow.
_LEAK = 1e-3


@dataclass(slots=True)
class Found:
    """The answer for a stretch with what it was chosen from."""

    steps: list[Step]
    lattice: Lattice
    posterior: Posterior


def search(signals: Signals, stretch: Stretch, keep: Plan, weights: Weights) -> Found:
    """Return the answer for a stretch.

    Args:
        signals: What the whole sides say.
        stretch: The units to align, at least one on each side.
        keep: Which units may not be in a bead.
        weights: The fit.
    """
    if (stretch.rows + 1) * (stretch.columns + 1) <= WHOLE:
        return _within(whole(stretch.rows, stretch.columns), signals, stretch, keep, weights)
    course = _course(signals.anchors, stretch)
    width = _WIDTH
    while True:
        band = corridor(stretch.rows, stretch.columns, course, width)
        found = _within(band, signals, stretch, keep, weights)
        if width > stretch.columns or not _leaks(band, found, stretch.columns):
            return found
        width *= 2


def _within(band: Band, signals: Signals, stretch: Stretch, keep: Plan, weights: Weights) -> Found:
    lattice = build_lattice(signals, stretch, keep, band, weights)
    likely = posterior(lattice)
    for _round in range(int(weights.adaption["rounds"])):
        lattice = adapt(lattice, likely, weights)
        likely = posterior(lattice)
    return Found(decode(band, likely, weights.decoding), lattice, likely)


def _course(anchors: NDArray[np.int64], stretch: Stretch) -> NDArray[np.int64]:
    """Return the anchors inside a stretch, counted from its corner."""
    moved = anchors - np.array([stretch.top, stretch.left])
    inside = (moved >= 0).all(axis=1) & (moved[:, 0] < stretch.rows) & (moved[:, 1] < stretch.columns)
    result: NDArray[np.int64] = moved[inside]
    return result


def _leaks(band: Band, found: Found, columns: int) -> bool:
    """Whether paths of some weight run along an edge of the band that is no edge of the table."""
    likely = found.posterior
    inner = slice(0, -1)
    for edge, open_rows in (
        (band.offset[:-1] + 1, band.low > 0),
        (band.offset[1:] - 2, band.high <= columns),
    ):
        nodes = edge[open_rows][inner]
        mass = likely.beads[:, nodes].sum(axis=0) + likely.left_gap[nodes] + likely.right_gap[nodes]
        if len(mass) and float(mass.max()) > _LEAK:
            return True
    return False
