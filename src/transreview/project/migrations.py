"""The steps that bring a project file from any earlier schema to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.failures import SaveError
from transreview.project.schema import APPLICATION_ID, GUARDS, MARKUP_COLUMN, REVIEW_TABLES, TABLES
from transreview.project.sums import SUMMED, sum_of

TIME_TABLE = """
CREATE TABLE time_spent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    segment_id INTEGER NOT NULL,
    "user" TEXT NOT NULL,
    at TEXT NOT NULL,
    seconds REAL NOT NULL CHECK (seconds >= 0)
);
CREATE INDEX time_of_segment ON time_spent (segment_id);
"""
RATING_COLUMNS = """
ALTER TABLE annotation ADD COLUMN system TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN origin TEXT NOT NULL DEFAULT '';
"""


def _first(connection: sqlite3.Connection) -> None:
    """Version 1: the tables as first released."""
    _run(connection, TABLES)
    _run(connection, GUARDS)


def _time_spent(connection: sqlite3.Connection) -> None:
    """Version 2: time per segment, recorded only where a user has asked for it."""
    _run(connection, TIME_TABLE)


def _ratings(connection: sqlite3.Connection) -> None:
    """Version 3: whose translation a rater rated, and what else the row said that brought it in."""
    _run(connection, RATING_COLUMNS)


def _review_tables(connection: sqlite3.Connection) -> None:
    """Version 4: sessions, arguments of changes, check values, locks, pairs, concepts."""
    _run(connection, REVIEW_TABLES)
    connection.create_function("sum_of", -1, lambda *values: sum_of(values), deterministic=True)
    for table, columns in SUMMED.items():
        connection.execute(f"UPDATE {table} SET sum = sum_of({', '.join(columns)})")  # noqa: S608
    # The journal's triggers refuse every update: they are taken off for the one that adds the sums.
    (guard,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'change_keeps_entries'"
    ).fetchone()
    connection.execute("DROP TRIGGER change_keeps_entries")
    connection.execute("UPDATE change SET sum = sum_of(before, after)")
    connection.execute(guard)


def _unit_markup(connection: sqlite3.Connection) -> None:
    """Version 5: levels of headings and lists, cells of tables and inline marks of units."""
    _run(connection, MARKUP_COLUMN)


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _first,
    _time_spent,
    _ratings,
    _review_tables,
    _unit_markup,
)
"""Step n (from 1) leads from schema version n - 1 to n; 0 is an empty database. Append, never change."""

SCHEMA_VERSION = len(STEPS)
"""The schema version that this program writes (PRAGMA user_version)."""


def refuse_newer(version: int, path: Path) -> None:
    """Refuse a project whose schema this program does not know.

    Raises:
        InputError: It was written by a newer program.
    """
    if version > SCHEMA_VERSION:
        raise InputError(
            _("written by a newer transreview (schema {theirs}; this one knows {ours})").format(
                theirs=version, ours=SCHEMA_VERSION
            ),
            path=path,
            remedy=_("Update transreview"),
        )


def refuse_renewed(version: int, path: Path) -> None:
    """Refuse to write into a project that a newer program has brought to its schema while it was open here.

    Raises:
        SaveError: It has.
    """
    if version > SCHEMA_VERSION:
        raise SaveError(
            _("a newer transreview has renewed the project meanwhile; nothing was saved"),
            path=path,
            remedy=_("Keep your text elsewhere, update transreview, and open the project anew"),
        )


def migrate(connection: sqlite3.Connection, to: int = SCHEMA_VERSION) -> None:
    """Bring a database to a schema version, in one transaction: wholly or not at all.

    Args:
        connection: An open connection in autocommit mode.
        to: The version to reach; below the last one only to make files as older programs did.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read under the lock: another process may have migrated while we waited for it.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for step in STEPS[version:to]:
            step(connection)
        if version < to:
            connection.execute(f"PRAGMA user_version = {to}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Execute statements one by one: `executescript` would commit the open transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
