"""Small lattices: the sum over all ways through a few nodes, in plain Python.

Arrays cost more than they save where there are a dozen nodes, and an answer is looked at again in hundreds of
such places. `lattice.forward` says what is summed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from transreview.alignment.lattice import NEVER, Gaps
from transreview.alignment.moves import MOVES

# A summand that much smaller than another in log space changes nothing of it.
_NEGLIGIBLE = 40.0
_IMPOSSIBLE = NEVER / 2


def log_total(scores: Sequence[Sequence[Sequence[float]]], gaps: Gaps, rows: int, columns: int) -> float:
    """Return the log sum over all forward paths through a table.

    Args:
        scores: [row][move][column]: log score of the bead of that shape that starts at the node, for the
            nodes behind which there are units on both sides. A bead that leaves the table counts nowhere.
        gaps: Priors of units without counterpart.
        rows: Left units.
        columns: Right units.
    """
    reached: list[list[list[float]]] = [[[] for _ in range(columns + 1)] for _ in range(rows + 1)]
    reached[0][0].append(0.0)
    beads_above = runs_above = [NEVER] * (columns + 1)
    whole = NEVER
    for i in range(rows + 1):
        beads, runs = [NEVER] * (columns + 1), [NEVER] * (columns + 1)
        ready = right_run = NEVER
        for j in range(columns + 1):
            right_run = _sum(ready + gaps.open_right, right_run + gaps.extend_right)
            beads[j] = bead = _sum_of(reached[i][j])
            runs[j] = run = _sum(beads_above[j] + gaps.open_left, runs_above[j] + gaps.extend_left)
            ready = _sum(bead, run)
            whole = _sum(ready, right_run)
            if whole > _IMPOSSIBLE and i < rows and j < columns:
                _go_on(reached, scores[i], whole, i, j)
        beads_above, runs_above = beads, runs
    return whole


def _go_on(
    reached: list[list[list[float]]], scores: Sequence[Sequence[float]], begun: float, i: int, j: int
) -> None:
    """Add to the nodes that beads lead to from a node what they make of all that leads to it."""
    rows, columns = len(reached), len(reached[0])
    for (m, n), row in zip(MOVES, scores, strict=True):
        if row[j] > _IMPOSSIBLE and i + m < rows and j + n < columns:
            reached[i + m][j + n].append(begun + row[j])


def _sum(one: float, other: float) -> float:
    """Return the log of the sum of two figures whose logs are given."""
    more, less = (one, other) if one >= other else (other, one)
    return more if more - less > _NEGLIGIBLE else more + math.log1p(math.exp(less - more))


def _sum_of(logs: Sequence[float]) -> float:
    """Return the log of the sum of any number of figures whose logs are given."""
    if len(logs) < 2:
        return logs[0] if logs else NEVER
    most = max(logs)
    return most + math.log(sum(math.exp(one - most) for one in logs))
