"""Parting: a unit that stands beside its neighbour in a bead without bringing much in is taken out of it.

A unit that one side lacks looks like half of a join: it follows its neighbour, and often speaks of the same
things. Where a text has few joins that are beyond doubt, one that is hardly likelier than a pair beside a
unit without counterpart is no join.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from transreview.alignment.crossing import Crossing
from transreview.alignment.stretches import Stretch
from transreview.model.bead import Bead

# Log odds of a join against a pair and a gap that a join has to have: in a text without sure joins, and in
# one in which so large a share of the beads are sure joins. Beyond doubt is one of so much.
_WITHOUT, _WITH, _COMMON, _SURE = 4.0, 1.3, 0.05, 7.0
_HALF = 0.5


def parted(beads: Sequence[Bead], crossing: Crossing) -> list[Bead]:
    """Return an answer whose joins of one unit with several are all worth it.

    Args:
        beads: The answer for a stretch, in order.
        crossing: Knows how likely parts of the stretch are.
    """
    odds = {index: _odds(bead, crossing) for index, bead in enumerate(beads) if _is_join(bead)}
    if not odds:
        return list(beads)
    sure = sum(value >= _SURE for value, _pair in odds.values()) / len(beads)
    needed = max(_WITHOUT * (1 - sure / _COMMON), _WITH)
    answer: list[Bead] = []
    for index, bead in enumerate(beads):
        value, pair = odds.get(index, (needed, bead))
        answer += [bead] if value >= needed else _taken_out(bead, pair, value, needed)
    return answer


def _is_join(bead: Bead) -> bool:
    sizes = len(bead.source), len(bead.target)
    return sizes in {(1, 2), (2, 1)} and not bead.fixed and not bead.crossed


def _odds(bead: Bead, crossing: Crossing) -> tuple[float, Bead]:
    """Return the log odds of a join against the likelier of its two pairs, and that pair."""
    top, left, rows, columns = bead.source[0], bead.target[0], len(bead.source), len(bead.target)
    gap = crossing.log_likelihood_apart(Stretch(top, left, rows - 1, columns - 1))
    pairs = [
        (crossing.log_likelihood(Stretch(i, j, 1, 1)) + gap, Bead((i,), (j,)))
        for i in bead.source
        for j in bead.target
    ]
    best, pair = max(pairs, key=lambda found: found[0])
    return crossing.log_likelihood(Stretch(top, left, rows, columns)) - best, pair


def _taken_out(bead: Bead, pair: Bead, value: float, needed: float) -> list[Bead]:
    """Return the pair and the unit that is left without counterpart, in order."""
    likely = round(1 / (1 + math.exp(value - needed)), 4)
    kept = Bead(pair.source, pair.target, confidence=likely)
    lone = [
        *(Bead((i,), (), confidence=_HALF) for i in bead.source if i not in pair.source),
        *(Bead((), (j,), confidence=_HALF) for j in bead.target if j not in pair.target),
    ]
    is_first = pair.source[0] == bead.source[0] and pair.target[0] == bead.target[0]
    return [kept, *lone] if is_first else [*lone, kept]
