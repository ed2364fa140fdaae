"""Anchors: cells whose rare tokens match, chained in order; a corridor for the search follows them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.tokens import Associations, Floats, TokenTable
from transreview.alignment.weights import ChannelWeights

# A pair of types anchors only while it points to few cells: to this many, or to a share of the units.
_CELLS_A_PAIR, _SHARE = 30, 0.03
# Cells kept for a left unit, best first.
_CELLS_A_UNIT = 3
# Earlier cells that a chain may be prolonged from.
_LOOKBACK = 256
# What leaving the diagonal costs: a unit of it, and at most. A single chance match off the course pays
# the whole detour twice, a missing block once for all that follows.
_STEP, _DETOUR = 0.25, 9.0


def anchor_cells(
    left: TokenTable, right: TokenTable, associations: Associations, weights: dict[str, ChannelWeights]
) -> tuple[NDArray[np.int64], Floats]:
    """Return cells that rare tokens point to.

    Args:
        left: Tokens of one side.
        right: Tokens of the other.
        associations: Which of them translate each other.
        weights: By channel.

    Returns:
        Pairs (left unit, right unit) sorted by both, and the log surprise of each.
    """
    left_count, right_count = left.frequencies(), right.frequencies()
    pairs = left_count[associations.left] * right_count[associations.right]
    most = max(_CELLS_A_PAIR, _SHARE * max(left.size, right.size))
    rare = np.flatnonzero((pairs <= most) & (associations.forward > 0.1))
    a, b = associations.left[rare], associations.right[rare]
    table = [weights[name] for name in associations.channels]
    channel = associations.channel[rare]
    floor, weight = (
        np.array([getattr(w, name) for w in table] or [0.0])[channel] for name in ("floor", "weight")
    )
    chance = right_count[b] / max(right.size, 1) + floor
    value = weight * np.log(associations.forward[rare] / chance)
    # Every left unit of a type with every right unit of its counterpart.
    counts = pairs[rare].astype(np.int64)
    place = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    row, column = np.divmod(place, np.repeat(right_count[b].astype(np.int64), counts))
    left_units, left_start = _occurrences(left)
    right_units, right_start = _occurrences(right)
    rows = left_units[row + np.repeat(left_start[a], counts)]
    columns = right_units[column + np.repeat(right_start[b], counts)]
    return _strongest(rows, columns, np.repeat(value, counts), right.size)


def _occurrences(table: TokenTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return in which units each type stands: all units by type, and where each type's begin."""
    order = np.argsort(table.type, kind="stable")
    starts = np.searchsorted(table.type[order], np.arange(table.types))
    return table.unit[order].astype(np.int64), starts.astype(np.int64)


def _strongest(
    rows: NDArray[np.int64], columns: NDArray[np.int64], values: Floats, width: int
) -> tuple[NDArray[np.int64], Floats]:
    """Add up what points to the same cell, and keep the best cells of each row."""
    keys, place = np.unique(rows * (width + 1) + columns, return_inverse=True)
    sums = np.asarray(np.bincount(place, weights=values, minlength=len(keys)), np.float64)
    row, column = np.divmod(keys, width + 1)
    order = np.lexsort((-sums, row))  # stable: of equal ones the first column leads
    firsts = np.flatnonzero(np.diff(row, prepend=-1))
    rank = np.arange(len(row)) - np.repeat(firsts, np.diff(firsts, append=len(row)))
    kept = np.sort(order[(rank < _CELLS_A_UNIT) & (sums[order] > 0)])
    return np.column_stack([row[kept], column[kept]]), sums[kept]


def chain(cells: NDArray[np.int64], values: Floats) -> NDArray[np.int64]:
    """Return the cells of the heaviest chain that ascends on both sides.

    Args:
        cells: Pairs sorted by row, then by column.
        values: What each is worth.

    Returns:
        The chosen pairs.
    """
    if not len(cells):
        return cells
    total = values.copy()
    previous = np.full(len(cells), -1)
    row, column = np.ascontiguousarray(cells.T)
    offset = (column - row) * _STEP
    # All cells of a row look back to the same earlier ones.
    firsts = np.flatnonzero(np.diff(row, prepend=-1)).tolist()
    for first, last in pairwise([*firsts, len(cells)]):
        before = slice(max(0, first - _LOOKBACK), first)
        if first == 0:
            continue
        detour = np.subtract(offset[first:last, None], offset[before])
        np.minimum(np.abs(detour, out=detour), _DETOUR, out=detour)
        reach = np.subtract(total[before], detour, out=detour)
        reach *= column[before] < column[first:last, None]
        best = reach.argmax(axis=1)
        for k, place in enumerate(best.tolist(), first):
            if (gained := reach[k - first, place]) > 0:
                total[k] += gained
                previous[k] = before.start + place
    chosen = []
    k = int(total.argmax())
    while k >= 0:
        chosen.append(k)
        k = int(previous[k])
    return cells[chosen[::-1]]
