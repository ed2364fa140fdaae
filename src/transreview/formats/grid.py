"""Grids: the tables of a file, whatever kind of file it is, with the row of the file each row stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

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
    """

    grids: tuple[Grid, ...]
    encoding: str = ""


GridReader = Callable[..., Grids]
"""`(data, path, *, encoding) -> Grids`."""

CellWriter = Callable[[bytes, Path | str, Mapping[Cell, str]], bytes]
"""`(data, path, {cell: text}, *, encoding) -> bytes`: the file with these cells changed and no others."""
