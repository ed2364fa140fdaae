"""A file that may be damaged, as the rows that can be read of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

KEYLESS = {"export_entry", "draft", "remembered", "bookmark", "session", "project"}
"""Tables whose rows have no number to go on from behind a page that cannot be read."""

UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's words may repeat what is no text."""

_FLIPPED = 4  # letters of an identity that damage may have changed
_GAP = 4096  # how far to look on behind a page that cannot be read
_STEPS = tuple(sorted({1, _GAP, *(int(1.15**power) for power in range(60))}))


class DamagedFile:
    """A project, or a backup of one, that rows are read from; nothing is written to it.

    Attributes:
        path: The file.
        unreadable: Tables of which not all could be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unreadable: set[str] = set()
        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(sqlite3.Error):
            self._connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
            self._connection.text_factory = lambda data: data.decode(errors="replace")

    def has(self, table: str) -> bool:
        """Whether anything of a table can be read."""
        return next(self.rows(table, ("*",)), None) is not None

    def highest_number(self, table: str) -> int:
        """Return the highest number that a row of a table ever had, 0 where nobody knows."""
        if self._connection is not None:
            with contextlib.suppress(*UNREADABLE):
                query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
                row = self._connection.execute(query, (table,)).fetchone()
                return int(row[0]) if row and isinstance(row[0], int) else 0
        return 0

    def may_be_of(self, other: DamagedFile) -> bool:
        """Whether this is a copy of another project file, as far as the two say who they are.

        Copies of another project that had the name before may lie among the backups.
        """
        ours, theirs = self._identity(), other._identity()
        return len(ours) != len(theirs) or sum(a != b for a, b in zip(ours, theirs, strict=True)) <= _FLIPPED

    def _identity(self) -> str:
        row = next(self.rows("project", ("identity",)), None)
        return str(row[0]) if row else ""

    def columns(self, table: str) -> set[str]:
        """Return the columns that a table of this file has; an older one has fewer."""
        if self._connection is None:
            return set()
        with contextlib.suppress(*UNREADABLE):
            return {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
        return set()

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield every row that can be read; stretches that cannot are stepped over."""
        if self._connection is None:
            return
        names = ", ".join(name if name == "*" else f'"{name}"' for name in columns)
        if table in KEYLESS:
            try:
                yield from self._connection.execute(f"SELECT {names} FROM {table}")  # noqa: S608
            except UNREADABLE:
                self.unreadable.add(table)
            return
        last = 0
        query = f"SELECT id, {names} FROM {table} WHERE id > ? ORDER BY id"  # noqa: S608
        while True:
            try:
                for number, *values in self._connection.execute(query, (last,)):
                    if number <= last:  # pages that lead back to where one was
                        raise sqlite3.DatabaseError(number)
                    last = number
                    yield tuple(values)
            except UNREADABLE:
                self.unreadable.add(table)
                reached = self._behind_damage(table, last)
                if reached is None:
                    return
                last = reached
            else:
                return

    def _behind_damage(self, table: str, last: int) -> int | None:
        """Return the first number from which a table can be read on, None where that is nowhere."""
        with contextlib.suppress(*UNREADABLE):  # only a text of the next row is where nothing can be read
            row = self._next(table, last)
            return None if row is None else max(int(row[0]), last + 1)
        # Where all is lost, it is not looked for at every number.
        if not any(self._reads_on(table, last + step) for step in _STEPS):
            return None
        return next((at for at in range(last + 1, last + _GAP + 1) if self._reads_on(table, at)), None)

    def _reads_on(self, table: str, last: int) -> bool:
        try:
            self._next(table, last)
        except UNREADABLE:
            return False
        return True

    def _next(self, table: str, last: int) -> tuple[Any, ...] | None:
        assert self._connection is not None
        query = f"SELECT id FROM {table} WHERE id > ? ORDER BY id"  # noqa: S608
        row: tuple[Any, ...] | None = self._connection.execute(query, (last,)).fetchone()
        return row

    def close(self) -> None:
        """Read no more of it."""
        if self._connection is not None:
            self._connection.close()
