"""The end of a change on a server: its journal entry and the commit, sent as one message.

Entries are numbered in the order in which others see them, so only one transaction at a time may be between
taking a number and its commit. Who is there keeps everybody waiting, therefore nothing of it waits for the
client or the disk: lock, entry and commit are one message, the commit does not wait until the log is on the
disk, and a second transaction then waits for just that, together with those of the other writers. The edit is
acknowledged after it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transreview.project.postgres_messages import Statement, asked, is_lost, sent

if TYPE_CHECKING:
    from transreview.project.postgres_patience import PatientConnection

JOURNAL_LOCK = 0x5657
"""The lock of whoever is about to write an entry, until the entry can be seen."""

_FLUSH = "SELECT pg_logical_emit_message(true, 'transreview', '')"
"""Writes an empty record to the log; its commit waits until the log, with all that was before, is on disk."""

MAY_FLUSH = "has_function_privilege('pg_logical_emit_message(boolean, text, text)', 'EXECUTE')"
"""Whether this user may wait for the disk apart from a commit, as everybody may by default."""

_DISK_PAUSES = (0.0, 0.2, 1.0)

_ENTRY = """INSERT INTO journal (id, action, "user", at, summary, undo_head, undo_below, session, arguments)
    SELECT number, ?, ?, ?, '', number,
        (SELECT undo_head FROM journal WHERE "user" = ? ORDER BY id DESC LIMIT 1), ?, ?
    FROM (SELECT coalesce(max(id), 0) + 1 AS number FROM journal) AS next
    RETURNING id"""
_CHANGES = "INSERT INTO change (entry, tbl, row, segment_id, before, after, sum) VALUES"
_CHANGE = "((SELECT max(id) FROM journal), ?, ?, ?, ?, ?, ?)"


@dataclass(slots=True, kw_only=True)
class Entry:
    """A journal entry that is written with the commit of its change.

    Attributes:
        action: What was done.
        user: By whom.
        at: When, as it is stored.
        session: In which window.
        arguments: What was done in particular, as JSON.
        changes: Rows of the table of changes, without the entry's number.
        number: The entry's number, once it is committed.
    """

    action: str
    user: str
    at: str
    session: str
    arguments: str
    changes: list[tuple[object, ...]]
    number: int = 0


def flush(connection: PatientConnection) -> None:
    """Wait until everything that is committed is on the server's disk."""
    asked(connection, _FLUSH)


def wait_for_disk(connection: PatientConnection) -> None:
    """Wait until what was just committed is on the server's disk; that it is committed stands already.

    Raises:
        psycopg.OperationalError: The connection is lost, and what was committed may be.
    """
    import psycopg

    for pause in _DISK_PAUSES:
        time.sleep(pause)
        try:
            flush(connection)
        except psycopg.Error:  # cancelled, say; by the last pause the server has written it by itself
            if is_lost(connection):
                raise
        else:
            return


def transaction_state(connection: PatientConnection, transaction: str) -> str:
    """Return "committed", "aborted" or "in progress"; "" of a transaction that the server does not know."""
    import psycopg

    try:
        row = asked(connection, "SELECT pg_xact_status(?::xid8)", (transaction,)).fetchone()
    except psycopg.DataError:  # it crashed, and has not come as far again
        return ""
    return str((row and row[0]) or "")


def number_of(connection: PatientConnection, entry: Entry) -> int:
    """Return the number of an entry that may have been written, 0 where it was not."""
    query = "SELECT max(id) FROM journal WHERE session = ? AND at = ? AND action = ?"
    row = asked(connection, query, (entry.session, entry.at, entry.action)).fetchone()
    return int((row and row[0]) or 0)


def commit_with(
    connection: PatientConnection, entry: Entry, before: Sequence[Statement] = (), *, flushing: bool
) -> None:
    """Write an entry, commit, and wait for the disk; the entry has its number afterwards.

    Args:
        connection: In the transaction of the change.
        entry: The entry.
        before: Statements of the change that are still to be sent.
        flushing: Whether the wait for the disk comes behind the commit, when others may go on already.
    """
    import psycopg

    statements: list[Statement] = [*before, (f"SELECT pg_advisory_xact_lock({JOURNAL_LOCK})", ())]
    if flushing:
        statements.insert(0, ("SET LOCAL synchronous_commit = off", ()))
    told = len(statements)
    values = (entry.action, entry.user, entry.at, entry.user, entry.session, entry.arguments)
    rows = ", ".join([_CHANGE] * len(entry.changes))
    statements += [
        (_ENTRY, values),
        (f"{_CHANGES} {rows}", [value for row in entry.changes for value in row]),
        ("COMMIT", ()),
    ]
    if flushing:
        statements.append((_FLUSH, ()))
    try:
        row = sent(connection, statements, skip=told).fetchone()
    except psycopg.Error:
        idle = connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
        if is_lost(connection) or not idle:
            raise
        entry.number = number_of(connection, entry)
        if not entry.number:  # it was the commit that failed, not the wait behind it
            raise
        wait_for_disk(connection)
        return
    assert row is not None
    entry.number = int(row[0])
