"""Stretches: what is left to align between beads that stand fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transreview.errors import UsageError
from transreview.i18n import _
from transreview.model.bead import Bead


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring units of both sides, from `top` and `left` on."""

    top: int
    left: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What to align and what to keep.

    Attributes:
        parts: In order, stretches to align and groups of beads to keep.
        alone_left: Left units that a person left without counterpart.
        alone_right: The same of the right side.
    """

    parts: tuple[Stretch | tuple[Bead, ...], ...]
    alone_left: NDArray[np.bool_]
    alone_right: NDArray[np.bool_]


def plan(fixed: Sequence[Bead], rows: int, columns: int) -> Plan:
    """Cut two sides at the beads that stand fast.

    Args:
        fixed: Beads to keep, in any order.
        rows: Left units.
        columns: Right units.

    Raises:
        UsageError: Two fixed beads share a unit, or name one that is not there.
    """
    _require_disjoint(fixed, rows, columns)
    alone_left, alone_right = np.zeros(rows, bool), np.zeros(columns, bool)
    for bead in fixed:
        if not bead.target:
            alone_left[list(bead.source)] = True
        if not bead.source:
            alone_right[list(bead.target)] = True
    parts: list[Stretch | tuple[Bead, ...]] = []
    top = left = 0
    for group in _groups([bead for bead in fixed if bead.source and bead.target]):
        start, begin = min(b.source[0] for b in group), min(b.target[0] for b in group)
        parts.append(Stretch(top, left, start - top, begin - left))
        parts.extend(_inside(group))
        top, left = max(b.source[-1] for b in group) + 1, max(b.target[-1] for b in group) + 1
    parts.append(Stretch(top, left, rows - top, columns - left))
    return Plan(
        tuple(p for p in parts if not isinstance(p, Stretch) or p.rows or p.columns), alone_left, alone_right
    )


def _require_disjoint(fixed: Sequence[Bead], rows: int, columns: int) -> None:
    for name, size, units in (
        (_("source"), rows, [i for bead in fixed for i in bead.source]),
        (_("target"), columns, [j for bead in fixed for j in bead.target]),
    ):
        if len(set(units)) < len(units):
            raise UsageError(_("two fixed beads share a unit of the {side}").format(side=name))
        if units and not (min(units) >= 0 and max(units) < size):
            raise UsageError(_("a fixed bead names a unit that the {side} does not have").format(side=name))


def _groups(beads: Sequence[Bead]) -> list[list[Bead]]:
    """Put beads that cross each other together; the groups ascend on both sides."""
    groups: list[list[Bead]] = []
    ends: list[int] = []
    for bead in sorted(beads, key=lambda b: b.source):
        group, end = [bead], bead.target[-1]
        while ends and bead.target[0] <= ends[-1]:
            group, end = groups.pop() + group, max(ends.pop(), end)
        # A bead that reaches back may also cross groups before the one it has just swallowed.
        while ends and min(b.target[0] for b in group) <= ends[-1]:
            group, end = groups.pop() + group, max(ends.pop(), end)
        groups.append(group)
        ends.append(end)
    return groups


def _inside(group: list[Bead]) -> list[Stretch | tuple[Bead, ...]]:
    """Return a group of crossing beads with the free units among them."""
    taken_left = {i for bead in group for i in bead.source}
    taken_right = {j for bead in group for j in bead.target}
    free_left = _runs(sorted(set(range(min(taken_left), max(taken_left))) - taken_left))
    free_right = _runs(sorted(set(range(min(taken_right), max(taken_right))) - taken_right))
    parts: list[Stretch | tuple[Bead, ...]] = [tuple(group)]
    if len(free_left) == len(free_right) == 1:
        (top, rows), (left, columns) = free_left[0], free_right[0]
        return [*parts, Stretch(top, left, rows, columns)]
    parts += [Stretch(top, 0, rows, 0) for top, rows in free_left]
    parts += [Stretch(0, left, 0, columns) for left, columns in free_right]
    return parts


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the runs of neighbouring numbers as (first, length)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][0] + runs[-1][1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return runs
