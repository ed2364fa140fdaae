"""Records of what was exported, entry by entry: the base of a three-way merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from transreview.project.decoding import moment
from transreview.project.store import Connection, Row, Store
from transreview.terminal_text import textual


class ExportedText(NamedTuple):
    """What an entry said when it was exported.

    Attributes:
        text: The translation.
        state: Its state in the file's own words, as far as that matters to who merges.
    """

    text: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRecord:
    """One export.

    Attributes:
        id: Number in the project.
        path: File it went to, as the caller named it.
        format: Name of the format ("po").
        at: When (UTC).
        user: Who exported.
        digest: Hash of the whole file.
        entries: Hash of each entry by its key in the file.
        texts: Text and state of each entry that were kept: the base of a three-way merge.
    """

    id: int
    path: str
    format: str
    at: datetime
    user: str
    digest: str
    entries: dict[str, str] = field(default_factory=dict)
    texts: dict[str, ExportedText] = field(default_factory=dict)


REVISION = "@revision"
"""Under this name the record of an export keeps the revision of the project that it was made from."""

RETURNED = "@returned"
"""Under this name the record of a file that came back keeps what others changed in it: a key a line."""

_NO_TEXT = (None, "")


class Exports:
    """What the project has given away.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def record(
        self,
        path: str,
        file_format: str,
        digest: str,
        entries: Mapping[str, str],
        *,
        texts: Mapping[str, ExportedText] | None = None,
    ) -> ExportRecord:
        """Remember an export, so that a later one can tell what others changed in the file.

        Args:
            path: Where it went; resolve it if it shall be found from another folder.
            file_format: Name of the format.
            digest: Hash of the whole file.
            entries: Hash of each entry by its key in the file.
            texts: Text and state of each entry by the same keys, for who will merge the file again.
        """
        path, texts = textual(path), texts or {}
        at = self._store.moment()
        with self._store.writing() as connection:
            export_id = connection.execute(
                'INSERT INTO export (path, format, at, "user", digest) VALUES (?, ?, ?, ?, ?) RETURNING id',
                (path, file_format, at, self._store.user, digest),
            ).fetchone()[0]
            connection.executemany(
                "INSERT INTO export_entry (export_id, key, hash, text, state) VALUES (?, ?, ?, ?, ?)",
                ((export_id, key, value, *texts.get(key, _NO_TEXT)) for key, value in entries.items()),
            )
            _forget_older(connection, path, export_id)
        return _record((export_id, path, file_format, at, self._store.user, digest), entries, texts)

    def record_present(
        self,
        path: str,
        file_format: str,
        digest: str,
        article_ids: Sequence[int],
        *,
        revision: int,
        done_only: bool = False,
    ) -> bool:
        """Remember an export of whole articles with what their segments say, without reading them first.

        Each is kept under its article's slug and its key, and "@revision" names the revision.

        Args:
            path: Where it went.
            file_format: Name of the format.
            digest: Hash of the whole file.
            article_ids: The articles in it.
            revision: Number of the journal's last entry when the file was written.
            done_only: Whether only confirmed and approved segments are in it.

        Returns:
            False when somebody has changed the project since; nothing was remembered.
        """
        path = textual(path)
        done = " AND status IN ('confirmed', 'approved') AND needs_work = 0" if done_only else ""
        marks = ", ".join("?" * len(article_ids))
        at = self._store.moment()
        with self._store.writing() as connection:
            (last,) = connection.execute("SELECT max(id) FROM journal").fetchone()
            if (last or 0) != revision:
                return False
            (export_id,) = connection.execute(
                'INSERT INTO export (path, format, at, "user", digest) VALUES (?, ?, ?, ?, ?) RETURNING id',
                (path, file_format, at, self._store.user, digest),
            ).fetchone()
            connection.execute(
                "INSERT INTO export_entry (export_id, key, hash, text, state)"  # noqa: S608 - our own words
                " SELECT ?, article.slug || '|' || segment.key, '', target,"
                " status || CASE WHEN needs_work = 1 THEN '!' ELSE '' END"
                " FROM segment JOIN article ON article.id = segment.article_id"
                f" WHERE article_id IN ({marks}){done}",
                (export_id, *article_ids),
            )
            connection.execute(
                "INSERT INTO export_entry (export_id, key, hash, text, state) VALUES (?, ?, '', ?, '')",
                (export_id, REVISION, str(revision)),
            )
            _forget_older(connection, path, export_id)
        return True

    def last_digest(self, path: str) -> tuple[str, datetime] | None:
        """Return the hash of a file as it was last exported, and when; None where it never was."""
        row = self._store.one(
            "SELECT digest, at FROM export WHERE path = ? ORDER BY id DESC LIMIT 1", (textual(path),)
        )
        return None if row is None else (row[0], moment(row[1]))

    def last(self, path: str) -> ExportRecord | None:
        """Return the last export to a path with its entries, or None."""
        row = self._store.one(
            'SELECT id, path, format, at, "user", digest FROM export WHERE path = ? ORDER BY id DESC LIMIT 1',
            (textual(path),),
        )
        if row is None:
            return None
        query = "SELECT key, hash, text, state FROM export_entry WHERE export_id = ?"
        found = self._store.all(query, (row[0],))
        texts = {key: ExportedText(text, state) for key, _hash, text, state in found if text is not None}
        return _record(row, {key: value for key, value, _text, _state in found}, texts)

    def all(self) -> list[ExportRecord]:
        """Return every export without its entries, latest first."""
        query = 'SELECT id, path, format, at, "user", digest FROM export ORDER BY id DESC'
        return [_record(row, {}, {}) for row in self._store.all(query)]


def _forget_older(connection: Connection, path: str, export_id: int) -> None:
    """Drop the entries of older exports to a file, for only the last is a base; their records stay."""
    connection.execute(
        "DELETE FROM export_entry WHERE export_id IN (SELECT id FROM export WHERE path = ? AND id < ?)",
        (path, export_id),
    )


def _record(row: Row, entries: Mapping[str, str], texts: Mapping[str, ExportedText]) -> ExportRecord:
    id_, path, file_format, at, user, digest = row
    return ExportRecord(
        id=id_,
        path=path,
        format=file_format,
        at=moment(at),
        user=user,
        digest=digest,
        entries=dict(entries),
        texts=dict(texts),
    )
