"""Which line of which row stands where on the screen, when most heights are only guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from transreview.tui.heights import BlockHeights

Place = tuple[int, int]
"""A row and a line in it, both 0-based."""


class RowGeometry:
    """Rows of different height, measured when they are first needed.

    The place on the screen is kept as a row and a line in it, never as a count of lines from the
    top: a row above that turns out higher than guessed then moves nothing that is seen.

    Args:
        count: Number of rows.
        guess: Lines a row is taken to have until it is measured.
        measure: Gives the height of a row.
    """

    def __init__(self, count: int, guess: int, measure: Callable[[int], int]) -> None:
        self.heights = BlockHeights.uniform(count, guess)
        self._exact = bytearray(count)
        self._measure = measure

    def __len__(self) -> int:
        return len(self.heights)

    def height(self, row: int) -> int:
        """Return the measured height of a row."""
        if not self._exact[row]:
            self.heights.set(row, self._measure(row))
            self._exact[row] = 1
        return self.heights[row]

    def forget(self, row: int | None = None) -> None:
        """Measure a row, or all rows, again when next needed."""
        if row is None:
            self._exact = bytearray(len(self))
        else:
            self._exact[row] = 0

    def guess(self, heights: Iterable[int]) -> None:
        """Replace the heights of all rows that were not measured."""
        measured = [(row, self.heights[row]) for row in self._measured()]
        self.heights = BlockHeights(heights)
        for row, height in measured:
            self.heights.set(row, height)

    def line(self, place: Place) -> int:
        """Return the number of lines above a place."""
        return self.heights.top(place[0]) + place[1]

    def at(self, line: int) -> Place:
        """Return the place that is `line` lines from the top, kept inside the list and its row."""
        if not len(self):
            return 0, 0
        row, inside = self.heights.at(max(0, min(line, self.heights.total - 1)))
        return row, min(inside, self.height(row) - 1)

    def lines(self, start: Place, count: int) -> list[Place]:
        """Return the places on a screen of `count` lines that begins with `start`."""
        places: list[Place] = []
        row, line = start
        while row < len(self) and len(places) < count:
            end = min(self.height(row), line + count - len(places))
            places.extend((row, inside) for inside in range(line, end))
            row, line = row + 1, 0
        return places

    def before(self, place: Place, count: int) -> Place:
        """Return the place `count` lines above another, or the very first."""
        row, line = place
        while count > line:
            if row == 0:
                return 0, 0
            count -= line + 1
            row -= 1
            line = self.height(row) - 1
        return row, line - count

    def after(self, place: Place, count: int) -> Place:
        """Return the place `count` lines below another, or the very last."""
        row, line = place
        while line + count >= self.height(row):
            if row == len(self) - 1:
                return row, self.height(row) - 1
            count -= self.height(row) - line
            row, line = row + 1, 0
        return row, line + count

    def filled(self, start: Place, count: int) -> Place:
        """Return `start`, or the place above it from which the rows fill `count` lines to the end."""
        if not len(self):
            return 0, 0
        row, line = min(start[0], len(self) - 1), start[1]
        start = row, min(line, self.height(row) - 1)
        if len(self.lines(start, count)) == count:
            return start
        last = len(self) - 1
        return self.before((last, self.height(last) - 1), count - 1)

    def _measured(self) -> Iterable[int]:
        row = self._exact.find(1)
        while row >= 0:
            yield row
            row = self._exact.find(1, row + 1)
