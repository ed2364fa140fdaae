"""Tables of as many rows, of which each has a row that the other lacks: places of rows say nothing there."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from transreview.model.unit import Unit

# What stands in the same column of both tables and is the same says where a row has gone. So many rows
# more must be met at other places than at their own.
_MORE = 2
# Rows that are looked at: what is known of a table's first thousand is known of it.
_MOST = 1000

Rows = list[list[int]]


def shifted_cells(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[set[int], set[int]]:
    """Return the cells, by number of their unit, of tables whose rows have moved against each other."""
    tables: dict[int, list[Rows]] = defaultdict(list)
    for table in _tables(right):
        tables[len(table)].append(table)
    moved: tuple[set[int], set[int]] = set(), set()
    for table in _tables(left):
        same = tables[len(table)]
        if not same:
            continue
        other = same.pop(0)
        if _moved(_kept(left, table), _kept(right, other)):
            for cells, rows in zip(moved, (table, other), strict=True):
                cells.update(cell for row in rows for cell in row)
    return moved


def _tables(units: Sequence[Unit]) -> Iterator[Rows]:
    """Yield the tables as rows of units; rows count up inside a table and begin anew in the next."""
    rows: Rows = []
    before = 0
    for index, unit in enumerate(units):
        if unit.row < before or not unit.row:
            if rows:
                yield rows
            rows, before = [], 0
        if unit.row:
            if unit.row != before:
                rows.append([])
            rows[-1].append(index)
            before = unit.row
    if rows:
        yield rows


def _kept(units: Sequence[Unit], table: Rows) -> dict[tuple[int, str], int]:
    """Return in which row the text of a cell stands, by column and text, if no other row has it."""
    cells = [
        ((units[index].column, units[index].text.strip().casefold()), row)
        for row, indexes in enumerate(table[:_MOST])
        for index in indexes
    ]
    counts = Counter(cell for cell, _row in cells)
    return {cell: row for cell, row in cells if counts[cell] == 1 and cell[1]}


def _moved(left: dict[tuple[int, str], int], right: dict[tuple[int, str], int]) -> bool:
    pairs = {(row, right[cell]) for cell, row in left.items() if cell in right}
    own = sum(row == other for row, other in pairs)
    # The longest run of rows that goes forward on both sides, each row once.
    ends: list[int] = []
    for _row, other in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, other)
        ends[at : at + 1] = [other]
    return len(ends) >= own + _MORE
