"""Search: the answer for a stretch, within a band that is widened until the answer stays inside it.

Whether it does is read from the probabilities: where paths of any weight run along an edge of the band,
it is made twice as wide around that place, along the answer so far.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import WHOLE, Band, along_path, between_anchors, corridor, whole
from transreview.alignment.decoding import Step, decode
from transreview.alignment.lattice import Lattice, Posterior, posterior
from transreview.alignment.meter import Meter
from transreview.alignment.scoring import Signals, build_lattice
from transreview.alignment.stretches import Plan, Stretch
from transreview.alignment.weights import Weights

# Columns on each side of the course at first.
_WIDTH = 8
# A probability this large at the edge of the band says that the band was too narrow.
_LEAK = 1e-3
# Where more than this share of the rows leak, the text gives little to hold on to anywhere.
_MANY = 0.05
# Nodes that memory is spent on, about 200 bytes each. Only a long text without anything to hold on to
# comes near it; its answer is then the best of the band as it is.
_MOST = 3_000_000


@dataclass(slots=True)
class Found:
    """The answer for a stretch with what it was chosen from."""

    steps: list[Step]
    lattice: Lattice
    posterior: Posterior


def search(
    signals: Signals, stretch: Stretch, keep: Plan, weights: Weights, meter: Meter | None = None
) -> Found:
    """Return the answer for a stretch.

    Args:
        signals: What the whole sides say.
        stretch: The units to align, at least one on each side.
        keep: Which units may not be in a bead.
        weights: The fit.
        meter: Told the share that is done; how often the band is widened is not known before.
    """
    meter = meter or Meter()
    if (stretch.rows + 1) * (stretch.columns + 1) <= WHOLE:
        return _within(whole(stretch.rows, stretch.columns), signals, stretch, keep, weights, meter)
    course = between_anchors(
        stretch.rows, stretch.columns, _inside(signals.anchors, stretch), slack=_WIDTH // 2
    )
    widths = np.full(stretch.rows + 1, _WIDTH)
    band = corridor(stretch.columns, course, widths)
    done, following = 0.0, 0.5
    while True:
        found = _within(band, signals, stretch, keep, weights, meter.part(done, following))
        done, following = following, (1 + following) / 2
        leaks = _leaks(band, found, stretch.columns)
        if not len(leaks):
            return found
        nodes = np.array([(step.row, step.column) for step in found.steps])
        widths = _widened(widths, leaks)
        band = corridor(stretch.columns, along_path(stretch.rows, stretch.columns, nodes), widths)
        if band.size > _MOST:
            return found


def _widened(widths: NDArray[np.int64], leaks: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return widths that are doubled around some rows, or everywhere where many are concerned."""
    if len(leaks) > _MANY * len(widths):
        return 2 * widths
    wider = widths.copy()
    for row in leaks.tolist():
        wide = 2 * int(widths[row])
        near = slice(max(row - 2 * wide, 0), row + 2 * wide + 1)
        wider[near] = np.maximum(wider[near], wide)
    return wider


def _within(
    band: Band, signals: Signals, stretch: Stretch, keep: Plan, weights: Weights, meter: Meter
) -> Found:
    lattice = build_lattice(signals, stretch, keep, band, weights, meter.part(0.0, 0.4))
    likely = posterior(lattice)
    meter(0.8)
    found = Found(decode(band, likely, weights.decoding), lattice, likely)
    meter(1.0)
    return found


def _inside(anchors: NDArray[np.int64], stretch: Stretch) -> NDArray[np.int64]:
    """Return the anchors inside a stretch, counted from its corner."""
    moved = anchors - np.array([stretch.top, stretch.left])
    inside = (moved >= 0).all(axis=1) & (moved[:, 0] < stretch.rows) & (moved[:, 1] < stretch.columns)
    result: NDArray[np.int64] = moved[inside]
    return result


def _leaks(band: Band, found: Found, columns: int) -> NDArray[np.int64]:
    """Return the rows where paths of some weight run along an edge that is no edge of the table."""
    likely = found.posterior
    leaks = np.zeros(len(band.low), dtype=bool)
    for edge, is_open in (
        (band.offset[:-1] + 1, band.low > 0),
        (band.offset[1:] - 2, band.high <= columns),
    ):
        rows = np.flatnonzero(is_open[:-1])
        nodes = edge[rows]
        mass = likely.beads[:, nodes].sum(axis=0) + likely.left_gap[nodes] + likely.right_gap[nodes]
        leaks[rows[mass > _LEAK]] = True
    return np.flatnonzero(leaks)
