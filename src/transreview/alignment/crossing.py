"""Crossing: two neighbours that stand in swapped order in the translation.

The search goes forward on both sides, so it can only leave one of two swapped units without counterpart,
or lump both together. Where it did, or was not sure, two neighbours are looked at again: the sum over all
forward paths is set against that with the two exchanged, a prior for how rare that is included (an
inversion of Wu 1997, one deep).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from transreview.alignment.band import Band, whole
from transreview.alignment.cutting import Cutter
from transreview.alignment.lattice import NEVER, Gaps, Lattice, forward
from transreview.alignment.moves import MOVES, name
from transreview.alignment.search import Found
from transreview.alignment.small_lattice import log_total
from transreview.alignment.stretches import Stretch
from transreview.alignment.tokens import Matrix
from transreview.model.bead import Bead

# Most units of a side that are looked at again for one swap, and up to which confidence a plain bead is.
_MOST, _UNSURE = 12, 0.9
# Log prior of a swap. Either of its beads alone, its neighbours left without counterpart, is a forward path:
# what does not gain this much over having none cannot make a swap likelier than that.
_PRIOR = -7.0
# A bead below this log score is not worth summing over.
_NOTHING = -12.0
# Up to so many cells a table is summed up faster one node after the other than row by row.
_FEW = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    first: int  # beads that it breaks up
    last: int
    gain: float  # log odds against the forward paths
    row: int  # the units are row and row + 1, column and column + 1
    column: int


class Crossing:
    """Looks for swaps in the answer for a stretch.

    Args:
        found: The answer with its lattice of pieces.
        stretch: Its units.
        cutter: Where units begin among the pieces.
        moves: Log prior of each shape of bead, by name.
    """

    def __init__(self, found: Found, stretch: Stretch, cutter: Cutter, moves: Mapping[str, float]) -> None:
        self._lattice = found.lattice
        self._log_total = found.posterior.log_total
        self._priors = np.array([moves[name(move)] for move in MOVES], np.float32)
        self._priors_of: dict[tuple[int, int], float] = {}
        self._origin = cutter.stretch(stretch)
        self._cutter = cutter
        self._known: dict[Stretch, float] = {}
        band = self._lattice.band
        # As lists: single figures of arrays take ten times as long.
        self._low, self._high, self._offset = band.low.tolist(), band.high.tolist(), band.offset.tolist()

    @property
    def gaps(self) -> Gaps:
        """The priors of units without counterpart."""
        return self._lattice.gaps

    def swapped(self, beads: Sequence[Bead]) -> list[Bead | Stretch]:
        """Return the answer with swapped neighbours paired and flagged.

        Args:
            beads: The answer, all forward.

        Returns:
            Beads in the order of the left side; between them, what is to be aligned anew around a swap.
        """
        swaps = [swap for place in _places(beads) if (swap := self._swap(beads, *place))]
        taken: dict[int, _Swap] = {}
        for swap in sorted(swaps, key=lambda s: (-s.gain, s.row, s.column)):
            span = range(swap.first, swap.last + 1)
            if not any(index in taken for index in span):
                taken.update(dict.fromkeys(span, swap))
        result: list[Bead | Stretch] = []
        for index, bead in enumerate(beads):
            if index not in taken:
                result.append(bead)
            elif index == taken[index].first:
                result += _exchanged(beads, taken[index])
        return result

    def _swap(self, beads: Sequence[Bead], first: int, last: int, row: int, column: int) -> _Swap | None:
        """Return the swap of two rows with two columns, if it is likelier than none."""
        crossed = 0.0
        for at in (Stretch(row, column + 1, 1, 1), Stretch(row + 1, column, 1, 1)):
            part = self._in_pieces(at)
            value = self._total(part)
            if value - self._apart(part) < -_PRIOR:
                return None
            crossed += value
        old = _extent(beads[first : last + 1])
        around = sum(self._total(self._in_pieces(part)) for part in _around(old, row, column))
        gain = crossed + around + _PRIOR - self._total(self._in_pieces(old))
        return _Swap(first=first, last=last, gain=gain, row=row, column=column) if gain > 0 else None

    def log_likelihood(self, units: Stretch) -> float:
        """Return the log sum over all ways to align a stretch of units with nothing around it."""
        return self._total(self._in_pieces(units))

    def log_likelihood_apart(self, units: Stretch) -> float:
        """Return the log prior of leaving a stretch of units without counterpart."""
        return self._apart(self._in_pieces(units))

    def evidence(self, units: Stretch) -> float:
        """Return how much likelier a stretch of units is than if it said nothing of its alignment."""
        part = self._in_pieces(units)
        return self._total(part) - self._silent(part.rows, part.columns)

    def evidence_of_all(self) -> float:
        """Return the same of the whole stretch, within the band that was searched."""
        lattice = self._lattice
        silent = np.where(lattice.scores > NEVER / 2, self._priors[:, None], np.float32(NEVER))
        begun = forward(replace(lattice, scores=silent), lattice.band.before())
        return self._log_total - float(begun.any.row(lattice.rows)[-1])

    def _silent(self, rows: int, columns: int) -> float:
        """Return the log sum over all forward paths through a rectangle of which nothing is known."""
        if (rows, columns) not in self._priors_of:
            scores = np.full((len(MOVES), rows + 1, columns + 3), NEVER, np.float32)
            for number, (m, n) in enumerate(MOVES):
                scores[number, : max(rows - m + 1, 0), 1 : 1 + max(columns - n + 1, 0)] = self._priors[number]
            self._priors_of[rows, columns] = self._forward(scores, rows, columns)
        return self._priors_of[rows, columns]

    def _in_pieces(self, units: Stretch) -> Stretch:
        """Return units of both sides in pieces, counted from the corner of the lattice."""
        part = self._cutter.stretch(units)
        return Stretch(part.top - self._origin.top, part.left - self._origin.left, part.rows, part.columns)

    def _apart(self, part: Stretch) -> float:
        """Return the log prior of leaving all of a rectangle without counterpart."""
        gaps = self._lattice.gaps
        left = gaps.open_left + (part.rows - 1) * gaps.extend_left if part.rows else 0.0
        right = gaps.open_right + (part.columns - 1) * gaps.extend_right if part.columns else 0.0
        return left + right

    def _scores(self, part: Stretch) -> Matrix:
        """Return [move, row, column] of a rectangle's nodes; beads that leave it count nowhere."""
        scores = np.full((len(MOVES), part.rows + 1, part.columns + 1), NEVER, np.float32)
        for row in range(part.rows):
            low, high = self._low[part.top + row], self._high[part.top + row]
            start, end = max(low, part.left), min(high, part.left + part.columns)
            if start < end:
                at = self._offset[part.top + row] + 1 - low
                scores[:, row, start - part.left : end - part.left] = self._lattice.scores[
                    :, at + start : at + end
                ]
        for number, (m, n) in enumerate(MOVES):
            scores[number, max(part.rows - m + 1, 0) :] = NEVER
            scores[number, :, max(part.columns - n + 1, 0) :] = NEVER
        return scores

    def _total(self, part: Stretch) -> float:
        """Return the log sum over all forward paths through a rectangle."""
        if part not in self._known:
            self._known[part] = self._summed(part)
        return self._known[part]

    def _row(self, row: int, left: int, columns: int) -> list[list[float]]:
        """Return [move][column] of some nodes of a row, `NEVER` where the band has no such node."""
        low, high = self._low[row], self._high[row]
        start, end = max(low, left), min(high, left + columns)
        if start >= end:
            return [[NEVER] * columns] * len(MOVES)
        at = self._offset[row] + 1 - low
        found: list[list[float]] = self._lattice.scores[:, at + start : at + end].tolist()
        if end - start == columns:
            return found
        before, behind = [NEVER] * (start - left), [NEVER] * (left + columns - end)
        return [before + scores + behind for scores in found]

    def _single(self, row: int, column: int) -> float:
        """Return the score of a bead of one piece on each side."""
        low = self._low[row]
        if not low <= column < self._high[row]:
            return NEVER
        return float(self._lattice.scores[0, self._offset[row] + 1 + column - low])

    def _summed(self, part: Stretch) -> float:
        if not part.rows or not part.columns:
            return self._apart(part)
        if part.rows == part.columns == 1:
            single, apart = self._single(part.top, part.left), self._apart(part)
            return apart if single < _NOTHING else float(np.logaddexp(single, apart))
        if part.rows * part.columns <= _FEW:
            rows = [self._row(part.top + row, part.left, part.columns) for row in range(part.rows)]
            if max(max(map(max, row)) for row in rows) < _NOTHING:
                return self._apart(part)
            return log_total(rows, self._lattice.gaps, part.rows, part.columns)
        inner = self._scores(part)
        if inner.max() < _NOTHING:
            return self._apart(part)
        scores = np.full((len(MOVES), part.rows + 1, part.columns + 3), NEVER, np.float32)
        scores[:, :, 1:-1] = inner
        return self._forward(scores, part.rows, part.columns)

    def _forward(self, scores: Matrix, rows: int, columns: int) -> float:
        """Return the log sum over all forward paths through a table of scores [move, row, column]."""
        band, before = _table(rows, columns)
        flat = scores.reshape(len(MOVES), -1)
        small = Lattice(band=band, scores=flat, gaps=self._lattice.gaps, rows=rows, columns=columns)
        return float(forward(small, before).any.row(rows)[-1])


@lru_cache(256)
def _table(rows: int, columns: int) -> tuple[Band, NDArray[np.int32]]:
    """Return a whole table of some size and where its moves come from: few sizes are met again and again."""
    band = whole(rows, columns)
    return band, band.before()


def _places(beads: Sequence[Bead]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where a swap may hide: first and last bead, row, column."""
    of_row = {i: index for index, bead in enumerate(beads) for i in bead.source}
    of_column = {j: index for index, bead in enumerate(beads) for j in bead.target}
    dubious = cache(lambda first, last: _is_dubious(beads[first : last + 1]))
    for row, index in of_row.items():
        if row + 1 not in of_row:
            continue
        # The nearest columns: those of the two beads, and of the nearest bead with any before and behind.
        start, end = index, of_row[row + 1]
        while start > 0 and (start == index or not beads[start].target):
            start -= 1
        while end < len(beads) - 1 and (end == of_row[row + 1] or not beads[end].target):
            end += 1
        columns = [j for bead in beads[start : end + 1] for j in bead.target]
        for column in columns[:-1]:
            involved = (index, of_row[row + 1], of_column[column], of_column[column + 1])
            first, last = min(involved), max(involved)
            if dubious(first, last):
                yield first, last, row, column


def _is_dubious(beads: Sequence[Bead]) -> bool:
    """Whether some beads look as a swap would make them."""
    if any(bead.fixed for bead in beads):
        return False
    extent = _extent(beads)
    if max(extent.rows, extent.columns) > _MOST:
        return False
    # One of the two was left out, or joined to its neighbour, on either side.
    uneven = {len(bead.source) > len(bead.target) for bead in beads if len(bead.source) != len(bead.target)}
    return len(uneven) > 1 or any(
        (len(bead.source) > 1 and len(bead.target) > 1) or bead.confidence < _UNSURE for bead in beads
    )


def _extent(beads: Sequence[Bead]) -> Stretch:
    """Return the units of neighbouring beads that have some on both sides."""
    rows = [i for bead in beads for i in bead.source]
    columns = [j for bead in beads for j in bead.target]
    return Stretch(min(rows), min(columns), len(rows), len(columns))


def _around(extent: Stretch, row: int, column: int) -> tuple[Stretch, Stretch]:
    """Return what lies before and behind two rows and two columns."""
    top, left = extent.top, extent.left
    return (
        Stretch(top, left, row - top, column - left),
        Stretch(row + 2, column + 2, top + extent.rows - row - 2, left + extent.columns - column - 2),
    )


def _exchanged(beads: Sequence[Bead], swap: _Swap) -> list[Bead | Stretch]:
    """Return the two beads of a swap, and around them what is to be aligned anew."""
    before, behind = _around(_extent(beads[swap.first : swap.last + 1]), swap.row, swap.column)
    sure = round(1 / (1 + math.exp(-swap.gain)), 4)
    crossed = [
        Bead((swap.row,), (swap.column + 1,), confidence=sure, crossed=True),
        Bead((swap.row + 1,), (swap.column,), confidence=sure, crossed=True),
    ]
    parts: list[Bead | Stretch] = [before, *crossed, behind]
    return [part for part in parts if isinstance(part, Bead) or part.rows or part.columns]
