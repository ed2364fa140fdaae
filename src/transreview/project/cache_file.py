"""The file beside a project for what can be computed again: results of checks, and the search index.

Nothing in it is anybody's work. Whatever goes wrong with it (missing, damaged, read-only, locked,
full) costs time and is otherwise not noticed: the part that failed behaves as if it were empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import RLock

from transreview.project.store import Row

SUFFIX = "-index"
_VERSION = 1
_TABLES = """
CREATE TABLE about (identity TEXT NOT NULL, seen INTEGER NOT NULL, lines INTEGER NOT NULL);
CREATE TABLE result (
    kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE indexed (segment_id INTEGER PRIMARY KEY, line INTEGER NOT NULL UNIQUE);
CREATE VIRTUAL TABLE texts USING fts5(text, content = '', tokenize = 'trigram', columnsize = 0);
"""

# What a damaged file can answer with.
_USELESS = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
}


class CacheFile:
    """A database of computed things beside a project, made on first use.

    Args:
        path: The file.
        identity: What the project calls itself; a file made for another one is made anew.
    """

    def __init__(self, path: Path, identity: str) -> None:
        self.path = path
        self._identity = identity
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._failed = False
        self._rebuilt = False

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[Row] | None:
        """Return every row of a query, or None when the file is of no use now."""
        with self._lock:
            connection = self._open()
            if connection is None:
                return None
            try:
                return connection.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                self._gave(error)
                return None

    def change(self, statements: Iterable[tuple[str, Iterable[Sequence[object]]]]) -> bool:
        """Execute statements for many rows each, as one transaction.

        Args:
            statements: (SQL, rows of parameters).

        Returns:
            Whether it was stored.
        """
        with self._lock:
            connection = self._open()
            if connection is None:
                return False
            try:
                connection.execute("BEGIN IMMEDIATE")
                for sql, rows in statements:
                    connection.executemany(sql, rows)
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                self._gave(error)
                return False
            return True

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is not None or self._failed:
            return self._connection
        try:
            self._connection = self._fitting(self.path)
        except sqlite3.Error:
            self._connection = self._anew()
        return self._connection

    def _anew(self) -> sqlite3.Connection | None:
        """Return a fresh file in place of a useless one; in memory where none can be written."""
        for path in (self.path, None):
            try:
                if path is not None:
                    for left in ("", "-wal", "-shm"):
                        path.with_name(path.name + left).unlink(missing_ok=True)
                return self._fitting(path)
            except (sqlite3.Error, OSError):
                continue
        self._failed = True
        return None

    def _fitting(self, path: Path | None) -> sqlite3.Connection:
        """Return a connection to a file of this project and version; raise when it is another's."""
        connection = sqlite3.connect(
            ":memory:" if path is None else path, timeout=1.0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # losing it costs nothing but time
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version == 0:
                connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;")
                connection.execute("INSERT INTO about VALUES (?, 0, 0)", (self._identity,))
            (identity,) = connection.execute("SELECT identity FROM about").fetchone()
        except BaseException:
            connection.close()
            raise
        if (version or _VERSION, identity) == (_VERSION, self._identity):
            return connection
        connection.close()
        raise sqlite3.DatabaseError("made for another project or by another version")

    def _gave(self, error: sqlite3.Error) -> None:
        """Drop a connection that failed; the next call starts with a new file if it was damaged."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return  # another process is at work on it; the next call may have more luck
        if code in _USELESS and not self._rebuilt:
            self._rebuilt = True
            self._connection = self._anew()
        else:
            self._failed = True


class Cache:
    """Computed results by the content they were computed from; any may be lost at any time.

    Args:
        cache_file: The file that holds them.
    """

    def __init__(self, cache_file: CacheFile) -> None:
        self._cache_file = cache_file

    def get(self, kind: str, key: str) -> bytes | None:
        """Return a result, or None."""
        return self.get_many(kind, [key]).get(key)

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a result.

        Args:
            kind: What was computed, with the version of the rules ("check:3").
            key: Hash of the content it was computed from.
            value: The result.
        """
        self.put_many(kind, {key: value})

    def get_many(self, kind: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Return the results that are there, by key."""
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), 500):
            chunk = keys[start : start + 500]
            marks = ", ".join("?" * len(chunk))
            sql = f"SELECT key, value FROM result WHERE kind = ? AND key IN ({marks})"  # noqa: S608
            found.update(self._cache_file.query(sql, (kind, *chunk)) or ())
        return found

    def put_many(self, kind: str, results: Mapping[str, bytes]) -> None:
        """Keep results by key."""
        rows = [(kind, key, value) for key, value in results.items()]
        self._cache_file.change([("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)])
