"""Grids: the tables of a file, whatever kind of file it is, with the row of the file each row stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transreview.formats.delimited import Row

Cell = tuple[int, int, int]
"""A cell by grid, row and column, each counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One table of a file.

    Attributes:
        name: Its name (that of a sheet), "" where it has none.
        rows: Its rows; the line of each is what messages call it by.
        locked: Cells (row, column) in which nothing may be typed.
    """

    name: str
    rows: tuple[Row, ...]
    locked: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grids:
    """All tables of a file.

    Attributes:
        grids: The tables in order.
        encoding: What the file was read in, "" where the format settles that itself.
        warnings: What could not be read, one sentence each.
    """

    grids: tuple[Grid, ...]
    encoding: str = ""
    warnings: tuple[str, ...] = ()


def as_wide_as_widest(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows of one width: those that are shorter end in empty cells."""
    width = max((len(row.cells) for row in rows), default=0)
    return tuple(Row(row.line, row.cells + ("",) * (width - len(row.cells))) for row in rows)


def columns_of(rows: Sequence[Row]) -> Grid:
    """Return the table of a text document; without rows where it has but one column and only lays out."""
    even = as_wide_as_widest(rows)
    return Grid(name="", rows=even if even and len(even[0].cells) > 1 else ())
