"""Band: the part of the table of two sides that the search looks at.

Row i holds the nodes "i left units and j right units are done" for j from `low[i]` to `high[i]` - 1.
A small document is looked at whole. In a long one the corridor follows anchors: a chain of cells, in
order on both sides, whose rare tokens match.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.moves import LARGEST, MOVES

# Below this many nodes the whole table costs less than looking for anchors.
WHOLE = 260_000
# Rows before and behind a missing block in which it may begin or end.
_BESIDE = 32


@dataclass(slots=True)
class Band:
    """Which nodes are looked at.

    Attributes:
        low: First column of each of the `rows + 1` node rows.
        high: One past the last column of each.
        offset: Where each row begins in a flat array; a row has one spare cell on each side.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    offset: NDArray[np.int64]

    @classmethod
    def build(cls, low: NDArray[np.int64], high: NDArray[np.int64]) -> Band:
        """Lay the rows out one after another."""
        widths = high - low + 2
        offset = np.zeros(len(low) + 1, np.int64)
        np.cumsum(widths, out=offset[1:])
        return cls(low, high, offset)

    @property
    def size(self) -> int:
        """Length of a flat array of all nodes with their spare cells."""
        return int(self.offset[-1])

    def nodes(self, row: int) -> slice:
        """Return where a row lies in a flat array, without its spare cells."""
        return slice(int(self.offset[row]) + 1, int(self.offset[row + 1]) - 1)

    def rows(self) -> list[slice]:
        """Return where each row lies in a flat array, without its spare cells."""
        ends = self.offset.tolist()
        return [slice(start + 1, end - 1) for start, end in pairwise(ends)]

    @property
    def widest(self) -> int:
        """Nodes of the widest row."""
        return int((self.high - self.low).max())

    def node(self, row: int, column: int) -> int:
        """Return the place of a node in a flat array; a spare cell where the band has no such node."""
        place = min(max(column, int(self.low[row]) - 1), int(self.high[row]))
        return int(self.offset[row]) + 1 + place - int(self.low[row])

    def before(self) -> NDArray[np.int32]:
        """Return [move, node]: the node that the move comes from, last the one a left unit earlier.

        Where the band has no such node it is 0, a spare cell. The table is large: do not keep it.
        """
        return self._linked(-1)

    def after(self) -> NDArray[np.int32]:
        """Return [move, node]: the node that the move leads to, last the one a left unit later."""
        return self._linked(1)

    def _linked(self, sign: int) -> NDArray[np.int32]:
        height = len(self.low)
        row = np.repeat(np.arange(height, dtype=np.int32), np.diff(self.offset))
        # Of rows that there are not, no column lies in the band.
        beyond = np.zeros(LARGEST, np.int32)
        low, high, base = (
            np.concatenate([beyond, values.astype(np.int32), beyond])
            for values in (self.low, self.high, self.offset[:-1] + 1 - self.low)
        )
        column = np.arange(self.size, dtype=np.int32) - base[row + LARGEST]
        links = np.zeros((len(MOVES) + 1, self.size), np.int32)
        for m in range(1, LARGEST + 1):
            there = row + (LARGEST + sign * m)
            first, last, start = low[there], high[there], base[there]
            for number, (rows, n) in enumerate((*MOVES, (1, 0))):
                if rows == m:
                    columns = column + sign * n
                    inside = (columns >= first) & (columns < last)
                    np.multiply(start + columns, inside, out=links[number])
        return links


def whole(rows: int, columns: int) -> Band:
    """Return the band that leaves nothing out."""
    return Band.build(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns + 1, np.int64))


@dataclass(slots=True)
class Course:
    """Where the answer is thought to run: first and last column of each node row."""

    first: NDArray[np.float64]
    last: NDArray[np.float64]


def between_anchors(rows: int, columns: int, anchors: NDArray[np.int64], slack: int) -> Course:
    """Return the course through a chain of anchors.

    Args:
        rows: Left units.
        columns: Right units.
        anchors: Pairs (left unit, right unit), ascending on both sides; may be empty.
        slack: By how much more two anchors may lie apart on one side than on the other before a block
            is taken to be missing between them: the course is as wide as that block there.
    """
    points = np.vstack([[[0, 0]], anchors.reshape(-1, 2), [[rows, columns]]])
    centre = np.interp(np.arange(rows + 1), points[:, 0], points[:, 1])
    first, last = centre.copy(), centre.copy()
    steps = np.diff(points, axis=0)
    for index in np.flatnonzero(np.abs(steps[:, 1] - steps[:, 0]) > slack):
        (top, start), (bottom, end) = points[index], points[index + 1]
        block = slice(int(top), int(bottom) + 1)
        missing = abs(steps[index, 1] - steps[index, 0])
        first[block] = np.minimum(first[block], np.maximum(centre[block] - missing, start))
        last[block] = np.maximum(last[block], np.minimum(centre[block] + missing, end))
        # An anchor at the edge of a block may be chance: the block may begin a little before, or end behind.
        near = slice(max(int(top) - _BESIDE, 0), int(bottom) + _BESIDE + 1)
        first[near] = np.minimum(first[near], centre[near] - min(missing, _BESIDE))
        last[near] = np.maximum(last[near], centre[near] + min(missing, _BESIDE))
    return Course(first, last)


def along_path(rows: int, columns: int, nodes: NDArray[np.int64]) -> Course:
    """Return the course of an answer.

    Args:
        rows: Left units.
        columns: Right units.
        nodes: Pairs (left units done, right units done) that it passes, in order.
    """
    first, last = np.full(rows + 1, float(columns)), np.zeros(rows + 1)
    np.minimum.at(first, nodes[:, 0], nodes[:, 1])
    np.maximum.at(last, nodes[:, 0], nodes[:, 1])
    last[-1] = columns
    return Course(np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(last))


def corridor(columns: int, course: Course, widths: NDArray[np.int64]) -> Band:
    """Return the band around a course.

    Args:
        columns: Right units.
        course: Where the answer is thought to run.
        widths: How many columns to look at on each side of it, for each node row.
    """
    low = np.minimum.accumulate((course.first - widths)[::-1])[::-1]
    high = np.maximum.accumulate(course.last + widths)
    lows = np.clip(np.floor(low), 0, columns).astype(np.int64)
    highs = np.clip(np.ceil(high) + 1, 1, columns + 1).astype(np.int64)
    lows[0], highs[-1] = 0, columns + 1
    return Band.build(lows, highs)
