"""A project in one SQLite file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from transreview.i18n import _
from transreview.project.damaged_file import KEYLESS
from transreview.project.decoding import stored_moment
from transreview.project.failures import ReadOnlyError, ReplacedError, told
from transreview.project.held_files import hold, let_go, tidy
from transreview.project.migrations import refuse_renewed
from transreview.project.schema import JOURNALED, UNRECORDED
from transreview.project.store import ClashError, Connection, Move, Row, file_identity, now, place_name

if TYPE_CHECKING:
    from transreview.project.postgres_entry import Entry

_CLASH = {
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
}


class SqliteStore:
    """One open project file.

    Several threads may use it; their calls follow one another. Long work in the background
    does better with a project of its own, which SQLite lets read while this one writes.

    Args:
        connection: In autocommit mode, at the present schema.
        path: The file, for messages.
        user: Who makes the changes.
        read_only: Whether changes are refused.
        clock: Gives the moment that a change is dated with.
    """

    like = "LIKE"

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        user: str,
        read_only: bool = False,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.path = path
        self.user = user
        self.read_only = read_only
        self.clock = clock
        self._file = self._held = hold(path)
        self.announced = False
        self.settled = 0
        self.place = place_name()
        self.session = os.urandom(6).hex()  # `secrets` would read OpenSSL for it
        self.moves: dict[int, list[Move]] = {}
        self._connection = connection
        self._lock = RLock()
        self.last_entry: int = self.value("SELECT max(id) FROM journal") or 0  # when this window was opened

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query."""
        with self._lock, told(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one; other threads wait until all have been taken."""
        with self._lock, told(self.path):
            yield from self._connection.execute(sql, parameters)

    def one(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._lock, told(self.path):
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever a column holds
        """Return the first column of the first row of a query, or None."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Run a block whose queries all see the project as it is at the first of them."""
        with self._lock, told(self.path):
            outermost = not self._connection.in_transaction
            if outermost:
                self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if outermost:
                    self._connection.execute("COMMIT")

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Connection]:  # noqa: ARG002 - a file has one writer
        """Run a block as one transaction; it is on disk when the block has been left.

        Args:
            alone: Whether nobody else may change anything meanwhile; so it always is.

        Raises:
            ReadOnlyError: The project cannot be written.
            SaveError: The disk is full or failing, or somebody keeps the file locked; nothing of
                the block is stored.
            ClashError: A row hangs on one that is gone; nothing of the block is stored.
        """
        if self.read_only:
            raise ReadOnlyError(
                _("the project is open for reading only"),
                path=self.path,
                remedy=_("Make the file and its folder writable, make room on the disk, or copy the project"),
            )
        with self._lock, told(self.path):
            connection = self._connection
            self._require_same_file()
            connection.execute("BEGIN IMMEDIATE")
            try:
                refuse_renewed(connection.execute("PRAGMA user_version").fetchone()[0], self.path)
                yield connection
                self._require_same_file()
                connection.execute("COMMIT")
            except BaseException as error:
                if connection.in_transaction:  # a full disk may have rolled it back already
                    connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.IntegrityError) and error.sqlite_errorcode in _CLASH:
                    raise ClashError(self.path) from error
                raise

    def _require_same_file(self) -> None:
        """Refuse to write into a file that has lost its name: it would be said to be saved, and be gone.

        Raises:
            ReplacedError: The path leads nowhere, or to another file than the one that was opened.
        """
        if self._file is None:
            return
        found = file_identity(self.path)
        if found == self._file:
            return
        if found is None:
            message = _("the project file was deleted or moved while it was open; nothing was saved")
        else:
            message = _("the project file was replaced by another one while it was open; nothing was saved")
        raise ReplacedError(
            message, path=self.path, remedy=_("Save a copy under another name, then open the project again")
        )

    def own_problems(self) -> Iterator[str]:
        """Yield what the database itself finds wrong: its structure, and references between rows."""
        from transreview.project.legible_rows import holds_nothing_known, wrong_kinds

        for (said,) in self.all("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield str(said)
        for table, row, parent, _key in self.all("PRAGMA foreign_key_check"):
            yield _("{table} {number} belongs to a {parent} that there is not").format(
                table=table, number=row, parent=parent
            )
        for table in JOURNALED | UNRECORDED:
            key = "NULL" if table in KEYLESS else "id"
            for (number,) in self.all(f"SELECT {key} FROM {table} WHERE {wrong_kinds(table)}"):  # noqa: S608
                yield holds_nothing_known(table, number)

    def copy_to(self, path: Path) -> None:
        """Write everything that the open file holds, wherever it is now, into a new file.

        Args:
            path: A file that does not exist.
        """
        with self._lock, told(path), contextlib.closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)

    def write(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Execute one statement as a transaction of its own."""
        with self.writing() as connection:
            connection.execute(sql, parameters)

    def next_entry(self, connection: Connection) -> int:
        """Return the number that the next entry of the journal gets."""
        (last,) = connection.execute("SELECT max(id) FROM journal").fetchone()
        return (last or 0) + 1

    def write_with_commit(self, entry: Entry) -> bool:  # noqa: ARG002 - a file has one writer
        """Take nothing: who writes to a file keeps nobody waiting for a number."""
        return False

    def reserve_ids(self, connection: Connection, table: str, count: int) -> int:  # noqa: ARG002 - see below
        """Return the first of a number of ids in a row; SQLite counts on from the highest that is used."""
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return (row[0] if row else 0) + 1

    def ever_had(self, table: str, row_id: int) -> bool:
        """Whether a row of this number exists or has existed."""
        return 0 < row_id <= self.highest_id(table)

    def highest_id(self, table: str) -> int:
        """Return the highest number that a row of a table has or has had, 0 when it never had any."""
        last = self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        if last is None:  # a table whose numbers may be used again
            last = self.value(f"SELECT max(id) FROM {table}")  # noqa: S608 - names of our own
        return int(last or 0)

    def count_on(self, connection: Connection, table: str, highest: int) -> None:
        """Let the numbers of new rows begin behind one that was given elsewhere."""
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (highest, table))
        connection.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT name, ? FROM sqlite_master"
            " WHERE type = 'table' AND name = ? AND sql LIKE '%AUTOINCREMENT%'"
            " AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)",
            (highest, table, table),
        )

    def locking(self, table: str) -> str:  # noqa: ARG002 - a file has one writer
        """Return nothing: who writes to a file is alone with it."""
        return ""

    def data_version(self) -> int:
        """Return a number that changes when another process has written to the file."""
        return int(self.value("PRAGMA data_version"))

    def note_moves(self, version: int, moves: list[Move]) -> None:
        """Remember how the order came to be what it is, so that it need not be read again.

        Args:
            version: The structure's version that the moves led to.
            moves: The moves, in order.
        """
        self.moves[version] = moves
        self.moves.pop(version - 64, None)

    def moment(self) -> str:
        """Return the present moment as it is stored: ISO 8601, UTC, microseconds."""
        return stored_moment(self.clock())

    def close(self) -> None:
        """Bring the write-ahead log home and close; the project is one file again, if nobody has it open."""
        with self._lock:
            try:
                if not self.read_only:
                    # Without space for it the log stays and is read at the next opening: nothing is lost.
                    with (
                        told(self.path),
                        contextlib.suppress(sqlite3.OperationalError, sqlite3.ProgrammingError),
                    ):
                        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._connection.close()
                let_go(self._held)
                self._held = None
        if self.read_only:
            tidy(self.path)
