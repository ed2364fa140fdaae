"""Line by line: whether a text with as many units on both sides is translated unit by unit throughout.

Where little is known of a language, or where all texts are short, hardly any bead is sure, and to leave
every unit without counterpart costs next to nothing. That both sides have as many units then says more than
all else: lists, tables and key files are translated line by line. By what the units say that has to be
likelier than all other ways to align so many units together (Kass and Raftery 1995, Bayes factors, JASA 90:
773-795), and no way in which some units are shifted against each other may be likelier.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from transreview.alignment.crossing import Crossing
from transreview.alignment.lattice import NEVER, Gaps
from transreview.alignment.stretches import Stretch
from transreview.model.bead import Bead

# Fewer units than this are as many on both sides by chance.
_FEWEST = 4
# Texts in which this share of the beads is surely one to one need no such look.
_REGULAR = 0.5
# Log odds, before anything is read, that a text with as many units on both sides is translated line by line.
_ODDS = 1.0
# Most units that are looked at. How far some may be shifted, and how much likelier it may be that they are.
_MOST = 5_000
_SHIFTS, _SPARE = range(-3, 4), 0.5
# A pair against which so much speaks is doubtful even there.
_DOUBT = -2.0
_SUREST, _HALF = 0.9, 0.5


def line_by_line(
    beads: Sequence[Bead], stretch: Stretch, crossing: Crossing, *, regular: float
) -> list[Bead] | None:
    """Return the beads of a stretch whose units go one to one throughout; None where that is not likely.

    Args:
        beads: The answer for the stretch.
        stretch: Its units.
        crossing: Knows how likely parts of it are.
        regular: Share of its beads that are surely one to one.
    """
    if regular >= _REGULAR or stretch.rows != stretch.columns or not _FEWEST <= stretch.rows <= _MOST:
        return None
    if all(len(bead.source) == len(bead.target) == 1 for bead in beads) or any(bead.fixed for bead in beads):
        return None
    pairs = [(stretch.top + at, stretch.left + at) for at in range(stretch.rows)]
    each = [crossing.evidence(Stretch(i, j, 1, 1)) for i, j in pairs]
    straight = sum(each)
    odds = _ODDS + straight - crossing.evidence_of_all()
    if odds <= 0 or _shifted(stretch, crossing) > straight + _SPARE:
        return None
    likely = min(1 / (1 + math.exp(-odds)), _SUREST)
    return [
        Bead((i,), (j,), confidence=round(likely, 4) if said > _DOUBT else _HALF)
        for (i, j), said in zip(pairs, each, strict=True)
    ]


def _shifted(stretch: Stretch, crossing: Crossing) -> float:
    """Return what the units say for the likeliest path on which they are shifted by a few here and there."""
    gaps = crossing.gaps
    cost = np.array([[_cost(after - before, gaps) for after in _SHIFTS] for before in _SHIFTS])
    best = cost[_SHIFTS.index(0)]
    for row in range(stretch.rows):
        said = [
            crossing.evidence(Stretch(stretch.top + row, stretch.left + row + shift, 1, 1))
            if 0 <= row + shift < stretch.columns
            else NEVER
            for shift in _SHIFTS
        ]
        best = (best[:, None] + cost).max(axis=0) + said
    return float((best + cost[:, _SHIFTS.index(0)]).max())


def _cost(shift: int, gaps: Gaps) -> float:
    """Return the log prior of leaving so many units of one side without counterpart."""
    if not shift:
        return 0.0
    opened, further = (
        (gaps.open_left, gaps.extend_left) if shift < 0 else (gaps.open_right, gaps.extend_right)
    )
    return opened + (abs(shift) - 1) * further
