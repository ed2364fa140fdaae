"""Loosening: large beads that only a stray sentence holds together.

A bead of units ends where the path of their sentences passes between units on both sides. One sentence
that was tied to the wrong place, far off, makes one bead of all that lies between. Where units inside a
large bead are tied to nothing, the bead is cut: what is tied together most is kept, the rest has no
counterpart.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from transreview.model.bead import Bead

# Beads of fewer units on both sides are left as they are; larger ones than this take too long to look at.
LARGE, _LARGEST = 4, 400
# What a further unit of a bead has to bring in, as the probability that it is tied to the others.
_COST = 0.6
# Most units on the longer side of one of the beads that come of it.
_MOST = 12

Ties = Mapping[tuple[int, int], float]


def loosened(bead: Bead, ties: Ties) -> list[Bead]:
    """Return a bead, or the beads that are left of it when it is cut.

    Args:
        bead: A bead of neighbouring units.
        ties: (source unit, target unit) → probability that sentences of them are translations.
    """
    longest = max(len(bead.source), len(bead.target))
    if not LARGE <= longest <= _LARGEST or not bead.source or not bead.target:
        return [bead]
    tied = {i for i, _j in ties}, {j for _i, j in ties}
    if tied[0].issuperset(bead.source) and tied[1].issuperset(bead.target):
        return [bead]
    worth = np.zeros((len(bead.source), len(bead.target)))
    for (i, j), probability in ties.items():
        worth[i - bead.source[0], j - bead.target[0]] = min(probability, 1.0)
    return _beads(bead, worth, _best(worth))


def _best(worth: np.ndarray) -> list[tuple[int, int, int, int]]:
    """Return the blocks (row, column, rows, columns) of the greatest worth, in order."""
    rows, columns = worth.shape
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = worth.cumsum(axis=0).cumsum(axis=1)
    best = np.zeros((rows + 1, columns + 1))
    choice: dict[tuple[int, int], tuple[int, int]] = {}
    shapes = [(1, n) for n in range(1, _MOST + 1)] + [(m, 1) for m in range(2, _MOST + 1)] + [(2, 2)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if not i and not j:
                continue
            options = [(best[i - 1, j], (1, 0))] if i else []
            options += [(best[i, j - 1], (0, 1))] if j else []
            for m, n in shapes:
                if m <= i and n <= j:
                    tied = sums[i, j] - sums[i - m, j] - sums[i, j - n] + sums[i - m, j - n]
                    if tied > 0:
                        options.append((best[i - m, j - n] + tied - _COST * (m + n - 2), (m, n)))
            best[i, j], choice[i, j] = max(options)
    blocks = []
    i, j = rows, columns
    while i or j:
        m, n = choice[i, j]
        i, j = i - m, j - n
        if m and n:
            blocks.append((i, j, m, n))
    return blocks[::-1]


def _beads(bead: Bead, worth: np.ndarray, blocks: list[tuple[int, int, int, int]]) -> list[Bead]:
    beads: list[Bead] = []
    row = column = 0
    for i, j, m, n in [*blocks, (len(bead.source), len(bead.target), 0, 0)]:
        beads += [Bead((one,), (), confidence=_HALF) for one in bead.source[row:i]]
        beads += [Bead((), (one,), confidence=_HALF) for one in bead.target[column:j]]
        if m:
            certain = float(worth[i : i + m, j : j + n].max())
            source, target = bead.source[i : i + m], bead.target[j : j + n]
            beads.append(Bead(source, target, confidence=round(min(certain, _DOUBTFUL), 4)))
        row, column = i + m, j + n
    return beads


# A place that had to be cut is worth a look, however likely the pieces are.
_HALF, _DOUBTFUL = 0.5, 0.69
