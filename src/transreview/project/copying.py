"""Moving a project between a file and a server, row by row and losslessly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transreview.errors import InputError
from transreview.i18n import _
from transreview.project.schema import JOURNALED, UNRECORDED
from transreview.project.store import Row, Store
from transreview.project.sums import SUMMED

_AT_ONCE = 5000
_WITH_IDS = {*JOURNALED, "journal", "change", "export", "time_spent"}


def copy_rows(source: Store, target: Store) -> int:
    """Copy everything that a project holds into an empty one; its identity, history and undo as well.

    Args:
        source: The project.
        target: A project without articles, at the same schema.

    Returns:
        How many rows were copied.
    """
    count = 0
    with source.snapshot(), target.writing(alone=True) as connection:
        for table in _ordered():
            columns = (JOURNALED | UNRECORDED)[table]
            names = ", ".join(f'"{name}"' for name in (*columns, *(("sum",) if table in SUMMED else ())))
            if table == "project":
                identity, structure = source.one("SELECT identity, structure FROM project") or ("", 0)
                connection.execute("UPDATE project SET identity = ?, structure = ?", (identity, structure))
                continue
            marks = ", ".join("?" * len(names.split(", ")))
            insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own
            batch = []
            # By number: an entry of the journal refers to earlier ones, and a server gives rows as they lie.
            order = " ORDER BY id" if "id" in columns else ""
            for row in source.each(f"SELECT {names} FROM {table}{order}"):  # noqa: S608 - the same
                batch.append(row)
                if len(batch) == _AT_ONCE:
                    _refuse_nul(table, batch, source.path)
                    connection.executemany(insert, batch)
                    count, batch = count + len(batch), []
            if batch:
                _refuse_nul(table, batch, source.path)
                connection.executemany(insert, batch)
                count += len(batch)
            if table in _WITH_IDS:
                target.count_on(connection, table, source.highest_id(table))
    return count


def _refuse_nul(table: str, rows: Sequence[Row], path: Path) -> None:
    """Raise where rows hold the one character that a file takes and a server does not."""
    for row in rows:
        if any(isinstance(value, str) and "\0" in value for value in row):
            raise InputError(
                _("a text in the table “{table}” holds U+0000, which cannot be copied").format(table=table),
                path=path,
                remedy=_("Remove that character"),
            )


def _ordered() -> list[str]:
    """Return the tables, those that others refer to first; the journal's entries by their numbers."""
    first = ["project", "article", "journal", "export", "segment"]
    rest = [table for table in (*JOURNALED, *UNRECORDED) if table not in first]
    return first + rest


def copy_into_file(source: Store, path: Path) -> None:
    """Copy a project into a file that has only just been made.

    Args:
        source: The project.
        path: The file.
    """
    from transreview.project.opening import connect
    from transreview.project.sqlite_store import SqliteStore

    connection, _read_only = connect(path)
    target = SqliteStore(connection, path, user=source.user)
    try:
        copy_rows(source, target)
    finally:
        target.close()
