"""A project on a PostgreSQL server."""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from transreview.i18n import _
from transreview.project.decoding import stored_moment
from transreview.project.failures import ReadOnlyError, SaveError
from transreview.project.migrations import refuse_renewed
from transreview.project.postgres_entry import (
    JOURNAL_LOCK,
    MAY_FLUSH,
    Entry,
    commit_with,
    flush,
    number_of,
    transaction_state,
)
from transreview.project.postgres_failures import LostError, UnknownError, frozen, told
from transreview.project.postgres_link import Link
from transreview.project.postgres_listener import Listener
from transreview.project.postgres_messages import Transaction, asked, is_lost, sent
from transreview.project.postgres_schema import version_of
from transreview.project.store import ClashError, Connection, Cursor, Move, Row, now, place_name

if TYPE_CHECKING:
    import psycopg

    from transreview.project.postgres_connector import Connector
    from transreview.project.postgres_patience import PatientConnection

# Who edits one segment shares this lock of the project, who moves segments has it alone.
_ORDER = 0x5452
_THIS = (
    f"pg_current_xact_id()::text, (SELECT identity FROM project), {MAY_FLUSH},"  # noqa: S608 - our own
    " obj_description(current_schema()::regnamespace, 'pg_namespace')"
)
_WRITING = "BEGIN ISOLATION LEVEL READ COMMITTED"
_READING = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",)
_RECONNECT_SECONDS = 3.0
_ROW_LOCKED = {"segment", "unit", "comment", "annotation", "dismissal", "pair"}


class PostgresStore:
    """One open project on a server.

    A lost connection is made again at the next call. What was being written then is either stored or not,
    and which of the two is asked before anything is said.

    Args:
        connect: Makes a connection in autocommit mode with the project's schema on its path.
        path: The address without a password, for messages.
        user: Who makes the changes: the name that the server knows.
        read_only: Whether changes are refused.
        frozen: Whether the database takes none, whoever comes.
        clock: Gives the moment that a change is dated with.
        identity: What the project calls itself; changes to another one are refused. None: of any.
    """

    like = "ILIKE"

    def __init__(
        self,
        connect: Connector,
        path: Path,
        *,
        user: str,
        read_only: bool = False,
        frozen: bool = False,
        clock: Callable[[], datetime] = now,
        identity: str | None = None,
    ) -> None:
        self.path = path
        self.user = user
        self.read_only = read_only
        self._frozen = frozen
        self.clock = clock
        self.announced = False
        self.place = place_name()
        self.session = secrets.token_hex(6)
        self.moves: dict[int, list[Move]] = {}
        self._connect = connect
        self.settled = 0
        self._link = Link(connect, path, self._is_silent, self._returned)
        self._block: Transaction | None = None  # under way: a block inside another belongs to it
        self._entry: Entry | None = None  # to be written with the commit
        self._may_flush = False
        self._lock = RLock()
        self._listener: Listener | None = None
        self._identity = identity
        self.last_entry: int = self.value("SELECT max(id) FROM journal") or 0

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query."""
        return list(self._asked(sql, parameters).fetchall())

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one."""
        yield from self.all(sql, parameters)

    def one(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        row: Row | None = self._asked(sql, parameters).fetchone()
        return row

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever a column holds
        """Return the first column of the first row of a query, or None."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Run a block whose queries all see the project as it is at the first of them."""
        with self._lock, told(self.path, reading=True):
            if self._block is not None:
                yield
                return
            self._block = Transaction(_READING, lambda: self._open(reading=True))
            try:
                yield
            finally:
                block, self._block = self._block, None
                block.end("COMMIT")

    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Connection]:
        """Run a block as one transaction; it is stored on the server when the block has been left.

        Args:
            alone: Whether nobody else may change anything meanwhile.

        Raises:
            ReadOnlyError: The project cannot be written, or the user has not the right.
            SaveError: It could not be stored, or the project is another one now; nothing of the block is.
            ClashError: A row hangs on one that is gone; nothing of the block is stored.
        """
        if self._frozen:
            raise frozen(self.path)
        if self.read_only:
            raise ReadOnlyError(
                _("the project is open for reading only"),
                path=self.path,
                remedy=_("Ask a maintainer of the project for the role of a translator"),
            )
        with self._lock, told(self.path):
            lock = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
            begin = (_WRITING, f"SELECT {lock}({_ORDER}), {_THIS}")
            block = self._block = Transaction(begin, self._open, self._require_same)
            self._entry = None
            try:
                yield block
                if block.waits:
                    block.begin()
            except BaseException as error:
                with contextlib.suppress(Exception):  # the connection may be what failed
                    block.end("ROLLBACK")
                _raise_clash(error, self.path)
                raise
            finally:
                self._block = None
            if block.connection is not None:
                self._commit(block.connection, block)

    def _require_same(self, row: Row) -> None:
        """Refuse to write to another project that has taken the place of this one, or to a newer schema."""
        self._may_flush = row[3]
        refuse_renewed(version_of(row[4]) or 0, self.path)
        if self._identity is not None and row[2] != self._identity:
            raise SaveError(
                _("another project has taken the place of this one in its database; nothing was saved"),
                path=self.path,
                remedy=_("Keep your text elsewhere, and open the project anew"),
            )

    def write(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Execute one statement as a transaction of its own."""
        with self.writing() as connection:
            connection.execute(sql, parameters)

    def next_entry(self, connection: Connection) -> int:
        """Return the number that the next entry of the journal gets; others wait until it is stored."""
        connection.execute("SELECT pg_advisory_xact_lock(?)", (JOURNAL_LOCK,))
        (last,) = connection.execute("SELECT max(id) FROM journal").fetchone()
        return (last or 0) + 1

    def write_with_commit(self, entry: Entry) -> bool:
        """Take an entry that is to be written with the commit of the present transaction."""
        self._entry = entry
        return True

    def reserve_ids(self, connection: Connection, table: str, count: int) -> int:
        """Return the first of a number of ids in a row that nobody else will get."""
        (first,) = connection.execute("SELECT nextval(pg_get_serial_sequence(?, 'id'))", (table,)).fetchone()
        connection.execute(
            "SELECT setval(pg_get_serial_sequence(?, 'id'), ?)", (table, first + max(count, 1) - 1)
        )
        return int(first)

    def ever_had(self, table: str, row_id: int) -> bool:
        """Whether a row of this number exists or has existed."""
        return 0 < row_id <= self.highest_id(table)

    def highest_id(self, table: str) -> int:
        """Return the highest number that a row of a table has or has had, 0 when it never had any."""
        query = "SELECT last_value FROM pg_sequences WHERE schemaname = current_schema() AND sequencename = ?"
        counted = self.value(query, (f"{table}_id_seq",)) or 0
        return max(int(counted), int(self.value(f"SELECT max(id) FROM {table}") or 0))  # noqa: S608 - our own

    def count_on(self, connection: Connection, table: str, highest: int) -> None:
        """Let the numbers of new rows begin behind one that was given elsewhere."""
        if highest and table != "journal":  # an entry's number follows from the last one
            connection.execute("SELECT setval(pg_get_serial_sequence(?, 'id'), ?)", (table, highest))

    def locking(self, table: str) -> str:
        """Return what makes others wait who want to change the same row."""
        return " FOR UPDATE" if table in _ROW_LOCKED else ""

    def note_moves(self, version: int, moves: list[Move]) -> None:
        """Remember how the order came to be what it is, so that it need not be read again."""
        self.moves[version] = moves
        self.moves.pop(version - 64, None)

    def moment(self) -> str:
        """Return the present moment as it is stored: ISO 8601, UTC, microseconds."""
        return stored_moment(self.clock())

    def data_version(self) -> int:
        """Return a number that changes when anybody has written: counted by what the server tells at once."""
        if self._listener is None:
            self._listener = Listener(self._connect)
        heard = self._listener.heard()
        if heard is None:  # nobody listens just now: ask
            return -int(self.value("SELECT max(id) FROM journal") or 0) - 1
        return heard

    def own_problems(self) -> Iterator[str]:
        """Yield nothing: the server checks structure and references itself, whenever they are written."""
        yield from ()

    def copy_to(self, path: Path) -> None:
        """Write everything that the project holds into a project file that has only just been made."""
        from transreview.project.copying import copy_into_file

        copy_into_file(self, path)

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            if self._listener is not None:
                self._listener.close()
            self._link.close()

    def _open(self, *, reading: bool = False) -> PatientConnection:
        """Return the connection, made again where it was lost.

        Args:
            reading: Whether something is only to be asked.
        """
        return self._link.connection(reading=reading)

    def _asked(self, sql: str, parameters: Sequence[object]) -> Cursor:
        """Ask the server; a question that a lost connection swallowed is asked once more."""
        import psycopg

        with self._lock, told(self.path, reading=True):
            if self._block is not None:
                return self._block.execute(sql, parameters)
            try:
                return asked(self._open(reading=True), sql, parameters)
            except psycopg.OperationalError:
                if not self._link.is_broken:
                    raise
                return asked(self._open(reading=True), sql, parameters)

    def _commit(self, connection: PatientConnection, block: Transaction) -> None:
        """Commit; where the connection is lost meanwhile, find out whether it was done."""
        import psycopg

        entry, self._entry = self._entry, None
        try:
            if entry is None:
                sent(connection, [*block.taken(), ("COMMIT", ())])
            else:
                flushing = self._may_flush and not connection.preamble  # which has the commit itself wait
                commit_with(connection, entry, block.taken(), flushing=flushing)
        except psycopg.OperationalError as error:
            if is_lost(connection) and self._was_committed(str(block.told[1]), entry):
                return
            self._withdraw(connection, error)
            raise
        except psycopg.Error as error:
            self._withdraw(connection, error)
            raise

    def _is_silent(self) -> bool:
        return self._listener is not None and self._listener.is_silent()

    def _returned(self, last: int) -> None:
        self.settled = last

    def _withdraw(self, connection: psycopg.Connection[Any], error: BaseException) -> None:
        """End a transaction that failed."""
        with contextlib.suppress(Exception):  # the connection may be what failed
            connection.execute("ROLLBACK")
        _raise_clash(error, self.path)

    def _was_committed(self, transaction: str, entry: Entry | None) -> bool:
        """Ask whether a transaction was committed, on a new connection; raises where none can be had.

        A server that has crashed may give the number of a transaction that it has forgotten to another one:
        where there is an entry, the journal tells, for the window and the moment are nobody else's.
        """
        import psycopg

        until = time.monotonic() + _RECONNECT_SECONDS
        while True:
            try:
                connection = self._open()
                state = transaction_state(connection, transaction)
                if state == "in progress" and time.monotonic() < until:
                    time.sleep(0.1)
                    continue
                if entry is None:
                    return state == "committed"
                entry.number = number_of(connection, entry)
                if entry.number:
                    _flush_soon(connection)
                return bool(entry.number)
            except (psycopg.OperationalError, LostError) as error:
                if time.monotonic() >= until:
                    raise UnknownError(
                        _("the server cannot be reached; whether the change was saved is not known"),
                        path=self.path,
                        remedy=_("Look when it is back, before you make it again"),
                    ) from error
                time.sleep(0.3)


def _flush_soon(connection: PatientConnection) -> None:
    """Wait for the server's disk, but not as long again as was waited before the answer was lost."""
    usual = connection.patience
    connection.patience = replace(usual, seconds=_RECONNECT_SECONDS)
    try:
        flush(connection)
    finally:
        connection.patience = usual


def _raise_clash(error: BaseException, path: Path) -> None:
    """Raise what an undo understands, when a row hangs on one that is gone or stands in the way."""
    if getattr(error, "sqlstate", None) in {"23503", "23505"}:
        raise ClashError(path) from error
