"""The tables of a translation memory."""

from __future__ import annotations

import contextlib
import sqlite3

APPLICATION_ID = 0x54524D31  # "TRM1"
VERSION = 1

_SCHEMA = f"""
CREATE TABLE collection (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, label TEXT NOT NULL, position INTEGER NOT NULL);
CREATE TABLE pair (
    id INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL REFERENCES collection (id),
    key TEXT NOT NULL,
    languages TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    exact INTEGER NOT NULL,
    size INTEGER NOT NULL,
    origin TEXT NOT NULL,
    user TEXT NOT NULL,
    changed TEXT NOT NULL,
    UNIQUE (collection, key)
);
CREATE INDEX pair_exact ON pair (exact);
CREATE TABLE frequency (token TEXT PRIMARY KEY, texts INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE token USING fts5(source, target, content = '', columnsize = 0, detail = column);
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
"""  # noqa: E501 - a table a line


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a new memory, unless another process has made them meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for statement in _SCHEMA.split(";\n") if not tables else ():
            connection.execute(statement)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    with contextlib.suppress(sqlite3.OperationalError):  # the other one is just doing it
        connection.execute("PRAGMA journal_mode = WAL")
