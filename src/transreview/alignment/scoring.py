"""Scoring: the signals of a stretch of two sides put together into a lattice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import Band
from transreview.alignment.evidence import Evidence
from transreview.alignment.lattice import NEVER, Gaps, Lattice
from transreview.alignment.lengths import Lengths
from transreview.alignment.meter import Meter
from transreview.alignment.moves import LARGEST, MOVES, name
from transreview.alignment.stretches import Plan, Stretch
from transreview.alignment.tokens import Matrix
from transreview.alignment.weights import Weights

# Node rows whose scores are computed in one go.
_BLOCK = 64


@dataclass(slots=True, kw_only=True)
class Signals:
    """What two whole sides say; stretches of them are scored by it.

    Attributes:
        evidence: Matches of tokens.
        lengths: Lengths.
        anchors: Pairs of units whose rare tokens match, ascending on both sides.
        copies: Pairs of units that are one text, found nowhere else.
        seams: For each piece of a side, 1 where a list item, heading or cell begins behind another one.
    """

    evidence: Evidence
    lengths: Lengths
    anchors: NDArray[np.int64]
    copies: NDArray[np.int64]
    seams: tuple[Matrix, Matrix]


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of a block, row by row."""

    row: NDArray[np.int64]
    column: NDArray[np.int64]
    node: NDArray[np.int64]


def build_lattice(
    signals: Signals,
    stretch: Stretch,
    keep: Plan,
    band: Band,
    weights: Weights,
    meter: Meter | None = None,
) -> Lattice:
    """Score all beads of a band.

    Args:
        signals: What the whole sides say.
        stretch: Where the band's first node lies in them.
        keep: Which units may not be in a bead.
        band: Which nodes to score.
        weights: Priors of the shapes.
        meter: Told the share that is done.
    """
    meter = meter or Meter()
    scores = np.full((len(MOVES), band.size), NEVER, np.float32)
    for first in range(0, stretch.rows, _BLOCK):
        _score_block(scores, signals, stretch, band, first, weights)
        meter(min(first + _BLOCK, stretch.rows) / stretch.rows)
    _set_apart(scores, signals.copies, stretch, band, weights.copied)
    _leave_alone(scores, stretch, keep, band)
    return Lattice(
        band=band, scores=scores, gaps=Gaps(**weights.gaps), rows=stretch.rows, columns=stretch.columns
    )


def _score_block(
    scores: Matrix, signals: Signals, stretch: Stretch, band: Band, first: int, weights: Weights
) -> None:
    """Score the beads that start in up to `_BLOCK` node rows."""
    last = min(first + _BLOCK, stretch.rows)
    low, high = int(band.low[first]), min(int(band.high[last - 1]), stretch.columns)
    if low >= high:
        return
    reach_rows = min(last + LARGEST - 1, stretch.rows)
    reach_columns = min(high + LARGEST - 1, stretch.columns)
    rows = (stretch.top + first, stretch.top + reach_rows)
    columns = (stretch.left + low, stretch.left + reach_columns)
    of_right = signals.evidence.of_right(rows, columns, LARGEST)
    of_left = signals.evidence.of_left(rows, columns, LARGEST)
    inside = _cells_of_band(band, first, last, low, high)
    for number, (m, n) in enumerate(MOVES):
        height, width = min(last, stretch.rows - m + 1) - first, min(high, stretch.columns - n + 1) - low
        if height <= 0 or width <= 0:
            continue
        block = signals.lengths.score((m, n), (rows[0], rows[0] + height), (columns[0], columns[0] + width))
        for k in range(n):
            block += of_right[m - 1][:height, k : k + width]
        for k in range(m):
            block += of_left[n - 1][k : k + height, :width]
        block += weights.moves[name((m, n))]
        block += weights.seam * _inside(signals.seams[0], rows[0], m, height)[:, None]
        block += weights.seam * _inside(signals.seams[1], columns[0], n, width)[None, :]
        _place(scores[number], block, inside)


def _inside(seams: Matrix, first: int, size: int, count: int) -> Matrix:
    """Return how many seams lie inside each run of so many pieces, beginning with the first."""
    total = np.zeros(count, np.float32)
    for k in range(1, size):
        total += seams[first + k : first + k + count]
    return total


def _cells_of_band(band: Band, first: int, last: int, low: int, high: int) -> _Cells:
    """Return the cells of a block that the band has, with their places in it."""
    lows, highs = band.low[first:last], np.minimum(band.high[first:last], high)
    widths = np.maximum(highs - lows, 0)
    row = np.repeat(np.arange(last - first), widths)
    beside = np.arange(len(row)) - np.repeat(np.cumsum(widths) - widths, widths)
    return _Cells(row, lows[row] - low + beside, band.offset[first:last][row] + 1 + beside)


def _place(flat: Matrix, block: Matrix, inside: _Cells) -> None:
    """Copy a block of scores, which may lack the last rows and columns, into the rows of the band."""
    height, width = block.shape
    there = (inside.row < height) & (inside.column < width)
    flat[inside.node[there]] = block[inside.row[there], inside.column[there]]


def _set_apart(scores: Matrix, copies: NDArray[np.int64], stretch: Stretch, band: Band, cost: float) -> None:
    """Make beads of several units dearer that hold a unit copied whole: it is a bead of its own."""
    inner = copies - np.array([stretch.top, stretch.left])
    shape = np.array([stretch.rows, stretch.columns])
    inner = inner[((inner >= 0) & (inner < shape)).all(axis=1)]
    for number, (m, n) in enumerate(MOVES):
        for back in np.ndindex(m, n) if m * n > 1 else ():
            nodes = inner - np.array(back)
            rows, columns = nodes[(nodes >= 0).all(axis=1)].T
            there = (columns >= band.low[rows]) & (columns < band.high[rows])
            rows, columns = rows[there], columns[there]
            scores[number, band.offset[rows] + 1 + columns - band.low[rows]] += cost


def _leave_alone(scores: Matrix, stretch: Stretch, keep: Plan, band: Band) -> None:
    """Forbid beads over units that a person left without counterpart."""
    rows = np.flatnonzero(keep.alone_left[stretch.top : stretch.top + stretch.rows])
    columns = np.flatnonzero(keep.alone_right[stretch.left : stretch.left + stretch.columns])
    if not len(rows) and not len(columns):
        return
    for number, (m, n) in enumerate(MOVES):
        for row in {int(r) - k for r in rows for k in range(m)}:
            if row >= 0:
                scores[number, band.offset[row] : band.offset[row + 1]] = NEVER
        starts = np.array(sorted({int(c) - k for c in columns for k in range(n)}), np.int64)
        for row in range(stretch.rows if len(starts) else 0):
            inside = starts[(starts >= band.low[row]) & (starts < band.high[row])]
            scores[number, band.offset[row] + 1 + inside - band.low[row]] = NEVER
