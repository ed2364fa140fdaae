"""Parallel runs: as many units on both sides between two sure beads are taken one to one.

Where an article is translated unit by unit, a place at which the search leaves some units of both sides
without counterpart, or joins them, and which has as many units on both sides, is nearly always a plain
run of beads with a short or free translation among them. How much likelihood may be given up for it
follows from how regular the rest of the article is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from transreview.alignment.crossing import Crossing
from transreview.alignment.stretches import Stretch
from transreview.model.bead import Bead

# A bead of this confidence bounds a run.
_SURE = 0.9
# Longest run that is looked at.
_LONGEST = 12
# Log likelihood that is given up where every other bead is one to one; none below this share of them.
_MARGIN, _LEAST_SHARE = 4.0, 0.85
# A bead of several units that has less confidence than this is no bead.
_SEVERAL, _NOTHING_FOR_IT = 3, 0.01
_HALF = 0.5


def in_parallel(beads: Sequence[Bead], crossing: Crossing, *, regular: float) -> list[Bead]:
    """Return an answer with its runs of equal length taken one to one where that is likely enough.

    Args:
        beads: The answer for a stretch, in order.
        crossing: Knows how likely parts of the stretch are.
        regular: Share of all beads of the article that are surely one to one.
    """
    margin = _MARGIN * (regular - _LEAST_SHARE) / (1 - _LEAST_SHARE)
    answer: list[Bead] = []
    for run in _runs(beads):
        found = _one_to_one(run, crossing, margin) if margin > 0 else None
        answer += found or [part for bead in run for part in _taken_apart(bead, crossing)]
    return answer


def _taken_apart(bead: Bead, crossing: Crossing) -> list[Bead]:
    """Return the likeliest pairs of a large bead that nothing speaks for; the rest has no counterpart."""
    rows, columns = len(bead.source), len(bead.target)
    small = max(rows, columns) < _SEVERAL or max(rows, columns) > _LONGEST
    if small or bead.fixed or bead.crossed or not bead.target or bead.confidence >= _NOTHING_FOR_IT:
        return [bead]
    top, left = bead.source[0], bead.target[0]
    best = np.zeros((rows + 1, columns + 1))
    taken = np.zeros((rows + 1, columns + 1), bool)
    for i in range(rows):
        for j in range(columns):
            pair = Stretch(top + i, left + j, 1, 1)
            gain = best[i, j] + crossing.log_likelihood(pair) - crossing.log_likelihood_apart(pair)
            skipped = max(best[i, j + 1], best[i + 1, j])
            taken[i + 1, j + 1] = gain > skipped
            best[i + 1, j + 1] = max(gain, skipped)
    pairs = []
    i, j = rows, columns
    while i and j:
        if taken[i, j]:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif best[i - 1, j] >= best[i, j - 1]:
            i -= 1
        else:
            j -= 1
    parts: list[Bead] = []
    row = column = 0
    for i, j in [*pairs[::-1], (rows, columns)]:
        parts += [Bead((one,), (), confidence=_HALF) for one in bead.source[row:i]]
        parts += [Bead((), (one,), confidence=_HALF) for one in bead.target[column:j]]
        if i < rows and j < columns:
            parts.append(Bead((top + i,), (left + j,), confidence=_HALF))
        row, column = i + 1, j + 1
    return parts


def regularity(beads: Sequence[Bead]) -> float:
    """Return the share of beads that are surely one to one; 1 where there are none to tell."""
    sure = sum(_is_sure(bead) and len(bead.source) == len(bead.target) == 1 for bead in beads)
    others = sum(not _is_sure(bead) for bead in beads)
    # What is unsure says little of the article; it counts half.
    return sure / (len(beads) - others / 2) if sure else float(len(beads) <= 2)


def _runs(beads: Sequence[Bead]) -> Iterator[list[Bead]]:
    """Yield the runs of beads that are not sure, and each sure bead by itself."""
    run: list[Bead] = []
    for bead in beads:
        if _is_sure(bead):
            if run:
                yield run
            yield [bead]
            run = []
        else:
            run.append(bead)
    if run:
        yield run


def _is_sure(bead: Bead) -> bool:
    return bead.fixed or bool(bead.source and bead.target and bead.confidence >= _SURE)


def _one_to_one(run: Sequence[Bead], crossing: Crossing, margin: float) -> list[Bead] | None:
    """Return the beads that a run makes one to one, None where that is unlikely or what stands there."""
    rows = [i for bead in run for i in bead.source]
    columns = [j for bead in run for j in bead.target]
    if len(rows) != len(columns) or not 0 < len(rows) <= _LONGEST or any(bead.crossed for bead in run):
        return None
    if all(len(bead.source) == len(bead.target) == 1 for bead in run):
        return None
    pairs = list(zip(sorted(rows), sorted(columns), strict=True))
    each = sum(crossing.log_likelihood(Stretch(i, j, 1, 1)) for i, j in pairs)
    whole = crossing.log_likelihood(Stretch(pairs[0][0], pairs[0][1], len(rows), len(rows)))
    spare = each - whole + margin
    if spare <= 0:
        return None
    confidence = round(1 / (1 + math.exp(-spare)), 4)
    return [Bead((i,), (j,), confidence=confidence) for i, j in pairs]
