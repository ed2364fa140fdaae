"""The memory's file: pairs and an index of their tokens, in one SQLite file of the user's own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from transreview.errors import InputError
from transreview.i18n import _
from transreview.languages.tags import parse_tag
from transreview.memory.record import Collection, MemoryPair, Origin
from transreview.memory.tables import APPLICATION_ID, VERSION, make_tables
from transreview.memory.tokens import code, plain, tokens

_CHUNK = 2_000

_INSERT = (
    "INSERT INTO pair (collection, key, languages, source, target, exact, size, origin, user, changed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class MemoryFile:
    """An open translation memory.

    Args:
        path: The file; it is made when it is not there.
        read_only: Only look things up, as in a team's memory; the file must be there.

    Raises:
        InputError: The file cannot be opened, or is no memory.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._lock = RLock()
        try:
            if not read_only:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = self._open()
        except (sqlite3.Error, OSError) as error:
            raise _unusable(self.path, error) from error

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def add(self, pairs: Iterable[MemoryPair], *, progress: Callable[[int], None] | None = None) -> int:
        """Take pairs in; one of a collection and key that are there already replaces the older.

        Args:
            pairs: What to keep; pairs with an empty side are left out.
            progress: Called with the number of pairs taken so far.

        Returns:
            How many were taken.

        Raises:
            InputError: The file cannot be written; what was taken before stays.
        """
        taken = 0
        remaining = iter(pairs)
        while chunk := list(islice(remaining, _CHUNK)):
            kept = [pair for pair in chunk if pair.source.strip() and pair.target.strip()]
            # The last of several with one name holds, as it would one after the other.
            self._write(lambda kept=kept: self._put(list({(p.collection, p.key): p for p in kept}.values())))  # type: ignore[misc]
            taken += len(kept)
            if progress:
                progress(taken)
        return taken

    def remove(self, collection: str, keys: Iterable[str] | None = None) -> int:
        """Forget pairs of a collection: those of some keys, or all and the collection with them.

        Returns:
            How many were forgotten.

        Raises:
            InputError: The file cannot be written.
        """
        found = self._query("SELECT id FROM collection WHERE name = ?", (collection,))
        if not found:
            return 0
        (number,) = found[0]
        if keys is None:
            ids = [row[0] for row in self._query("SELECT id FROM pair WHERE collection = ?", (number,))]
        else:
            ids = [
                row[0]
                for key in keys
                for row in self._query("SELECT id FROM pair WHERE collection = ? AND key = ?", (number, key))
            ]

        def forget() -> None:
            for start in range(0, len(ids), _CHUNK):
                self._drop(ids[start : start + _CHUNK])
            if keys is None:
                self._connection.execute("DELETE FROM collection WHERE id = ?", (number,))

        self._write(forget)
        return len(ids)

    def position(self, collection: str) -> int:
        """Return how far a collection's journal has been followed; 0 for a new one."""
        rows = self._query("SELECT position FROM collection WHERE name = ?", (collection,))
        return int(rows[0][0]) if rows else 0

    def set_position(self, collection: str, label: str, position: int) -> None:
        """Note how far a collection's journal has been followed, and what people call it now."""
        sql = (
            "INSERT INTO collection (name, label, position) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET label = excluded.label, position = excluded.position"
        )
        self._write(lambda: self._connection.execute(sql, (collection, label, position)))

    def collections(self) -> list[Collection]:
        """Return what the memory is made of, by name."""
        sql = (
            "SELECT name, label, count(pair.id) FROM collection"
            " LEFT JOIN pair ON pair.collection = collection.id GROUP BY collection.id ORDER BY label, name"
        )
        return [Collection(*row) for row in self._query(sql)]

    def __len__(self) -> int:
        """Return the number of pairs."""
        return int(self._query("SELECT count(*) FROM pair")[0][0])

    def each(self, source: str = "", target: str = "") -> Iterator[MemoryPair]:
        """Yield all pairs, or those of two languages, oldest first."""
        last = 0
        while rows := self._pairs("pair.id > ? ORDER BY pair.id LIMIT ?", (last, _CHUNK)):
            last = rows[-1][0]
            for _id, pair in rows:
                if not source or languages_of(source, target) == languages_of(
                    pair.source_language, pair.target_language
                ):
                    yield pair

    def exact(self, source: str, languages: str) -> list[int]:
        """Return the ids of the pairs whose source is the same text."""
        rows = self._query(
            "SELECT id FROM pair WHERE exact = ? AND languages = ?", (exact_key(source), languages)
        )
        return [row[0] for row in rows]

    def frequencies(self, codes: Sequence[str]) -> dict[str, int]:
        """Return in how many texts each token occurs; tokens that occur nowhere are left out."""
        marks = ", ".join("?" * len(codes))
        rows = self._query(f"SELECT token, texts FROM frequency WHERE token IN ({marks})", codes)  # noqa: S608
        return {token: texts for token, texts in rows if texts > 0}

    def having(self, codes: Sequence[str], column: str, limit: int = -1) -> list[int]:
        """Return the ids of the pairs that have every one of some tokens on a side, newest first."""
        words = " AND ".join(f'"{name}"' for name in codes)
        sql = "SELECT rowid FROM token WHERE token MATCH ? ORDER BY rowid DESC LIMIT ?"
        return [row[0] for row in self._query(sql, (f"{column} : ({words})", limit))]

    def pairs(self, ids: Sequence[int]) -> dict[int, MemoryPair]:
        """Return pairs by their ids."""
        found: dict[int, MemoryPair] = {}
        for start in range(0, len(ids), 500):
            chunk = ids[start : start + 500]
            found.update(self._pairs(f"pair.id IN ({', '.join('?' * len(chunk))})", chunk))
        return found

    def sources(self, ids: Sequence[int], languages: str) -> list[tuple[int, str, int]]:
        """Return (id, source, number of tokens) of the pairs of two languages among some ids."""
        found: list[tuple[int, str, int]] = []
        for start in range(0, len(ids), 500):
            chunk = ids[start : start + 500]
            marks = ", ".join("?" * len(chunk))
            sql = f"SELECT id, source, size FROM pair WHERE id IN ({marks}) AND languages = ?"  # noqa: S608
            found += self._query(sql, (*chunk, languages))
        return found

    def _pairs(self, where: str, parameters: Sequence[object]) -> list[tuple[int, MemoryPair]]:
        sql = (
            "SELECT pair.id, source, target, languages, origin, name, key, label, user, changed"  # noqa: S608
            f" FROM pair JOIN collection ON collection.id = pair.collection WHERE {where}"
        )
        return [(row[0], _pair(row)) for row in self._query(sql, parameters)]

    def _put(self, pairs: Sequence[MemoryPair]) -> None:
        numbers = self._numbers({pair.collection: pair.label for pair in pairs})
        old = [
            row[0]
            for pair in pairs
            for row in self._connection.execute(
                "SELECT id FROM pair WHERE collection = ? AND key = ?", (numbers[pair.collection], pair.key)
            )
        ]
        self._drop(old)
        counts: Counter[str] = Counter()
        for pair in pairs:
            source, target = _codes(pair)
            row = (
                numbers[pair.collection],
                pair.key,
                languages_of(pair.source_language, pair.target_language),
                pair.source,
                pair.target,
                exact_key(pair.source),
                len(source),
                pair.origin.value,
                pair.user,
                pair.changed,
            )
            cursor = self._connection.execute(_INSERT, row)
            self._connection.execute(
                "INSERT INTO token (rowid, source, target) VALUES (?, ?, ?)",
                (cursor.lastrowid, " ".join(source), " ".join(target)),
            )
            counts.update(set(source))
            counts.update(set(target))
        self._count(counts)

    def _numbers(self, labels: dict[str, str]) -> dict[str, int]:
        for name, label in labels.items():
            self._connection.execute(
                "INSERT OR IGNORE INTO collection (name, label, position) VALUES (?, ?, 0)",
                (name, label),
            )
        rows = self._connection.execute("SELECT name, id FROM collection")
        return {name: number for name, number in rows if name in labels}

    def _drop(self, ids: Sequence[int]) -> None:
        """Forget pairs and what the index says of them; an index without contents is told the old words."""
        counts: Counter[str] = Counter()
        for number, pair in self.pairs(ids).items():
            source, target = _codes(pair)
            self._connection.execute(
                "INSERT INTO token (token, rowid, source, target) VALUES ('delete', ?, ?, ?)",
                (number, " ".join(source), " ".join(target)),
            )
            counts.subtract(set(source))
            counts.subtract(set(target))
        self._count(counts)
        self._connection.executemany("DELETE FROM pair WHERE id = ?", [(number,) for number in ids])

    def _count(self, counts: Counter[str]) -> None:
        self._connection.executemany(
            "INSERT INTO frequency VALUES (?, ?)"
            " ON CONFLICT (token) DO UPDATE SET texts = texts + excluded.texts",
            counts.items(),
        )

    def _write(self, change: Callable[[], object]) -> None:
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    change()
                except BaseException:
                    self._connection.execute("ROLLBACK")
                    raise
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise _unusable(self.path, error) from error

    def _query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            try:
                return self._connection.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                raise _unusable(self.path, error) from error

    def _open(self) -> sqlite3.Connection:
        name = self.path.absolute().as_uri() + ("?mode=ro" if self.read_only else "")
        connection = sqlite3.connect(
            name, uri=True, timeout=5.0, isolation_level=None, check_same_thread=False
        )
        try:
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not tables and not self.read_only:
                make_tables(connection)
            self._prove(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prove(self, connection: sqlite3.Connection) -> None:
        """Raise when the file is another program's or another version's."""
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if mark != APPLICATION_ID:
            raise InputError(
                _("this file is no translation memory of transreview"),
                path=self.path,
                remedy=_("Name another, or import a TMX file with `transreview memory import`"),
            )
        if version != VERSION:
            raise InputError(
                _("this memory was made by another version of transreview"),
                path=self.path,
                remedy=_("Export it as TMX with that version, and import the TMX into a new memory"),
            )


def languages_of(source: str, target: str) -> str:
    """Return the name of a pair of languages, regions left out ("zh ka")."""
    return f"{parse_tag(source).language} {parse_tag(target).language}"


def exact_key(text: str) -> int:
    """Return the number under which equal texts are filed: 63 bits of a hash."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(plain(text).encode(), digest_size=8).digest()) >> 1


def _codes(pair: MemoryPair) -> tuple[list[str], list[str]]:
    """Return the indexed tokens of both sides of a pair."""
    source, target = languages_of(pair.source_language, pair.target_language).split(" ")
    return (
        [code(token, source) for token in tokens(pair.source, source)],
        [code(token, target) for token in tokens(pair.target, target)],
    )


def _pair(row: Sequence[str]) -> MemoryPair:
    _id, source, target, languages, origin, collection, key, label, user, changed = row
    source_language, target_language = languages.split(" ")
    return MemoryPair(
        source=source,
        target=target,
        source_language=source_language,
        target_language=target_language,
        origin=Origin(origin),
        collection=collection,
        key=key,
        label=label,
        user=user,
        changed=changed,
    )


def _unusable(path: Path, error: Exception) -> InputError:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return InputError(
            _("the disk of the translation memory is full or faulty: {error}").format(error=error),
            path=path,
            remedy=_("Make room on the disk and try again; what the memory holds is safe"),
        )
    return InputError(
        _("the translation memory cannot be used: {error}").format(error=error),
        path=path,
        remedy=_("Name another with --memory, or move this one away; a new one is made from your projects"),
    )
