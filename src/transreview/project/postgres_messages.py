"""What a transaction asks of a server, in as few messages as can be: each waits for one that comes back.

Statements that give nothing wait for the next one that does, or for the commit; the beginning waits too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from transreview.project.store import Cursor, Row

if TYPE_CHECKING:
    import psycopg

    from transreview.project.postgres_patience import PatientConnection

_QUIET = ("INSERT ", "UPDATE ", "DELETE ", "SELECT pg_advisory_xact_lock", "SELECT setval")
_FEW = 100
"""So many rows are put into a message; more are sent in a stream."""

Statement = tuple[str, Sequence[object]]


class _Nothing:
    """The rows of a statement that gives none."""

    def fetchone(self) -> None:
        return None

    def fetchall(self) -> list[Any]:
        return []

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class Transaction:
    """A transaction, begun with the first message that it needs; takes `?` for values, as SQLite does.

    Attributes:
        connection: Where it is under way, None before it has begun.
        told: What the last statement of its beginning gave.

    Args:
        begin: The statements that begin it.
        connect: Gives the connection, made again where it was lost.
        begun: Told what the last of these statements gave, before anything else is made of it.
    """

    def __init__(
        self,
        begin: Sequence[str],
        connect: Callable[[], PatientConnection],
        begun: Callable[[Row], None] = lambda _row: None,
    ) -> None:
        self.connection: PatientConnection | None = None
        self.told: Row = ()
        self._first = begin
        self._connect = connect
        self._begun = begun
        self._waiting: list[Statement] = []

    @property
    def waits(self) -> bool:
        """Whether something is still to be sent."""
        return bool(self._waiting)

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Cursor:
        """Execute a statement, or keep it until somebody waits for what comes after it."""
        if sql.startswith(_QUIET) and " RETURNING " not in sql:
            self._waiting.append((sql, parameters))
            return _Nothing()
        if self.connection is not None and not self._waiting:
            return self.connection.execute(translated(sql).encode(), parameters)
        return self._send([*self.taken(), (sql, parameters)])

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> object:
        """Execute a statement that gives nothing for each of many rows."""
        rows = list(parameters)
        if len(rows) <= _FEW:
            self._waiting.extend((sql, row) for row in rows)
            return None
        with self._send(self.taken()).connection.cursor() as cursor:
            cursor.executemany(translated(sql).encode(), rows)
        return None

    def begin(self) -> None:
        """Begin it, if that has not been done, with what waits."""
        if self.connection is None:
            self._send(self.taken())

    def taken(self) -> list[Statement]:
        """Return what waits, to be sent with something else."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def end(self, how: str) -> None:
        """Send how it ends, where it has begun and can still end."""
        if self.connection is not None and not self.connection.closed:
            self.connection.execute(how.encode())

    def _send(self, statements: list[Statement]) -> psycopg.Cursor[Any]:
        if self.connection is not None:
            return sent(self.connection, statements, skip=len(statements) - 1)
        cursor, begin = self._sent_with_begin(statements)
        for _part in begin[1:]:
            cursor.nextset()
        if cursor.description:
            self.told = cursor.fetchone() or ()
        self._begun(self.told)
        for _result in statements:
            cursor.nextset()
        return cursor

    def _sent_with_begin(self, statements: list[Statement]) -> tuple[psycopg.Cursor[Any], list[Statement]]:
        """Send the first message; where the connection turns out to be lost, on a new one.

        Returns:
            The results, and the statements that begin the transaction.
        """
        import psycopg

        self.connection, begin = self._beginning()
        try:
            return sent(self.connection, begin + statements), begin
        except psycopg.Error:
            if not is_lost(self.connection):
                raise
            self.connection, begin = self._beginning()  # nothing of it is committed: it may be sent again
            return sent(self.connection, begin + statements), begin

    def _beginning(self) -> tuple[PatientConnection, list[Statement]]:
        connection = self._connect()
        first, *others = self._first
        settings = [connection.preamble] if connection.preamble else []
        return connection, [(one, ()) for one in (first, *settings, *others)]


def is_lost(connection: psycopg.Connection[Any]) -> bool:
    """Whether a connection was closed, here or by the other side."""
    return bool(connection.broken or connection.closed)


def sent(
    connection: psycopg.Connection[Any], statements: Iterable[Statement], *, skip: int = 0
) -> psycopg.Cursor[Any]:
    """Send statements as one message and return what they gave.

    Args:
        connection: Where to.
        statements: The statements.
        skip: The results of so many are passed over.
    """
    from psycopg import ClientCursor

    texts: list[str] = []
    values: list[object] = []
    for sql, parameters in statements:
        texts.append(translated(sql))
        values += parameters
    # A cursor that puts values into the text of statements may send several of them at once.
    cursor = ClientCursor(connection)
    cursor.execute("; ".join(texts).encode(), values)
    for _result in range(skip):
        cursor.nextset()
    return cursor


def asked(connection: PatientConnection, sql: str, parameters: Sequence[object] = ()) -> psycopg.Cursor[Any]:
    """Execute one statement outside of any transaction and return what it gave.

    Args:
        connection: Where to.
        sql: The statement, with `?` for values.
        parameters: The values.
    """
    if not connection.preamble:
        return connection.execute(translated(sql).encode(), parameters)
    # What is sent as one message is one transaction.
    return sent(connection, [(connection.preamble, ()), (sql, parameters)], skip=1)


def translated(sql: str) -> str:
    """Return a statement with the server's marks for values."""
    return sql.replace("%", "%%").replace("?", "%s")
