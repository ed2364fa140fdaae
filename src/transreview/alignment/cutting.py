"""Cutting: from units to the pieces that are searched, and from their path back to beads of units.

A bead of units ends where the path of the pieces passes a node at which both sides stand between two
units. Paragraphs are joined by whatever sentence links them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest

import numpy as np

from transreview.alignment.loosening import LARGE, loosened
from transreview.alignment.search import Found
from transreview.alignment.stretches import Plan, Stretch
from transreview.alignment.tokens import Ints
from transreview.model.bead import Bead


@dataclass(slots=True)
class Cutter:
    """Where the units of both sides begin among their pieces.

    Attributes:
        left: First piece of each left unit, and the number of pieces at the end.
        right: The same of the right side.
    """

    left: Ints
    right: Ints
    _first: tuple[list[int], list[int]] = field(init=False)
    _unit_at: tuple[dict[int, int], dict[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Know the same as lists and tables: single figures of arrays take ten times as long."""
        self._first = self.left.tolist(), self.right.tolist()
        # The first of several units that begin at one piece: those before it are empty.
        left, right = ({piece: unit for unit, piece in reversed([*enumerate(side)])} for side in self._first)
        self._unit_at = left, right

    def stretch(self, units: Stretch) -> Stretch:
        """Return a stretch of units as one of pieces."""
        rows, columns = self._first
        top, left = rows[units.top], columns[units.left]
        return Stretch(
            top, left, rows[units.top + units.rows] - top, columns[units.left + units.columns] - left
        )

    def in_pieces(self, keep: Plan) -> Plan:
        """Return a plan whose marks are on pieces; its parts stay units."""
        alone = (
            np.repeat(mask, np.diff(first))
            for mask, first in ((keep.alone_left, self.left), (keep.alone_right, self.right))
        )
        return Plan(keep.parts, *alone)

    def one_sided(self, stretch: Stretch, pieces: Plan) -> list[Bead]:
        """Return the beads of a stretch with units on one side only."""
        beads = [
            Bead((i,), (), fixed=bool(pieces.alone_left[self.left[i]]))
            for i in range(stretch.top, stretch.top + stretch.rows)
        ]
        return beads + [
            Bead((), (j,), fixed=bool(pieces.alone_right[self.right[j]]))
            for j in range(stretch.left, stretch.left + stretch.columns)
        ]

    def beads(self, found: Found, stretch: Stretch, pieces: Plan) -> list[Bead]:
        """Return the beads of units that a path of pieces amounts to.

        Args:
            found: The path of a stretch.
            stretch: That stretch, in units.
            pieces: Which pieces a person left alone.
        """
        origin = self.stretch(stretch)
        beads: list[Bead] = []
        start = (stretch.top, stretch.left)
        nodes = [(step.row, step.column) for step in found.steps[1:]]
        for row, column in (*nodes, (origin.rows, origin.columns)):
            end = self._between_units(origin.top + row, origin.left + column)
            if end is None:
                continue
            bead = Bead(tuple(range(start[0], end[0])), tuple(range(start[1], end[1])))
            likely = round(self._probability(start, end, origin, found), 4)
            for part in loosened(replace(bead, confidence=likely), self._ties(start, end, origin, found)):
                beads += self._apart(part, pieces)
            start = end
        return beads

    def _ties(
        self, start: tuple[int, int], end: tuple[int, int], origin: Stretch, found: Found
    ) -> dict[tuple[int, int], float]:
        """Return which units of a bead the path ties together, and how probably."""
        ties: dict[tuple[int, int], float] = {}
        if max(end[0] - start[0], end[1] - start[1]) < LARGE:
            return ties
        for step in found.steps:
            row, column = step.row + origin.top, step.column + origin.left
            if not all(step.move) or not self.left[start[0]] <= row < self.left[end[0]]:
                continue
            rows = np.searchsorted(self.left, [row, row + step.move[0] - 1], "right") - 1
            columns = np.searchsorted(self.right, [column, column + step.move[1] - 1], "right") - 1
            for i in range(int(rows[0]), int(rows[1]) + 1):
                for j in range(int(columns[0]), int(columns[1]) + 1):
                    ties[i, j] = ties.get((i, j), 0.0) + step.probability
        return ties

    def _between_units(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the units that begin at a node, None where one side stands inside a unit."""
        i, j = self._unit_at[0].get(row), self._unit_at[1].get(column)
        return None if i is None or j is None else (i, j)

    def _apart(self, bead: Bead, pieces: Plan) -> list[Bead]:
        """Return a bead with the units taken out that a person left without counterpart."""
        alone_left = [i for i in bead.source if pieces.alone_left[self.left[i]]]
        alone_right = [j for j in bead.target if pieces.alone_right[self.right[j]]]
        if not alone_left and not alone_right:
            return [bead]
        parts: list[Bead] = [Bead((i,), (), fixed=True) for i in alone_left]
        parts += [Bead((), (j,), fixed=True) for j in alone_right]
        sources, targets = _runs(bead.source, alone_left), _runs(bead.target, alone_right)
        for source, target in zip_longest(sources, targets, fillvalue=()):
            if source and target:
                parts.append(replace(bead, source=source, target=target))
            else:
                parts += [replace(bead, source=(i,), target=()) for i in source]
                parts += [replace(bead, source=(), target=(j,)) for j in target]
        return sorted(parts, key=lambda part: (part.source or bead.source[-1:], part.target))

    def _probability(
        self, start: tuple[int, int], end: tuple[int, int], origin: Stretch, found: Found
    ) -> float:
        """Return how probable a bead of units is: both its ends are cuts, and nothing between them is.

        The chance that a path passes a cut between them is taken as the sum of their chances, which is
        never too small.
        """
        likely, band = found.posterior, found.lattice.band

        def passed(i: int, j: int) -> float:
            row, column = int(self.left[i]) - origin.top, int(self.right[j]) - origin.left
            return float(likely.passed[band.node(row, column)])

        ends = min(passed(*start), passed(*end))
        if start[0] == end[0] or start[1] == end[1]:
            return ends
        between = sum(
            passed(i, j)
            for i in range(start[0], end[0] + 1)
            for j in range(start[1], end[1] + 1)
            if (i, j) not in (start, end)
        )
        return max(ends - between, 0.0)


def _runs(units: tuple[int, ...], without: list[int]) -> list[tuple[int, ...]]:
    """Return the runs of neighbouring units that are left without some."""
    runs: list[tuple[int, ...]] = [()]
    for unit in units:
        if unit in without:
            runs.append(())
        else:
            runs[-1] = (*runs[-1], unit)
    return [run for run in runs if run]
