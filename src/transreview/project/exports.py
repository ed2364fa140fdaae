"""Records of what was exported, entry by entry: the base of a three-way merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from transreview.project.decoding import moment
from transreview.project.store import Row, Store


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
    """

    id: int
    path: str
    format: str
    at: datetime
    user: str
    digest: str
    entries: dict[str, str] = field(default_factory=dict)


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
    ) -> ExportRecord:
        """Remember an export, so that a later one can tell what others changed in the file.

        Args:
            path: Where it went; resolve it if it shall be found from another folder.
            file_format: Name of the format.
            digest: Hash of the whole file.
            entries: Hash of each entry by its key in the file.
        """
        at = self._store.moment()
        with self._store.writing() as connection:
            export_id = connection.execute(
                "INSERT INTO export (path, format, at, user, digest) VALUES (?, ?, ?, ?, ?)",
                (path, file_format, at, self._store.user, digest),
            ).lastrowid
            assert export_id is not None
            connection.executemany(
                "INSERT INTO export_entry VALUES (?, ?, ?)",
                ((export_id, key, value) for key, value in entries.items()),
            )
            # Only the last export to a file is a base: of the older ones the record stays, the entries go.
            connection.execute(
                "DELETE FROM export_entry WHERE export_id IN"
                " (SELECT id FROM export WHERE path = ? AND id < ?)",
                (path, export_id),
            )
        return _record((export_id, path, file_format, at, self._store.user, digest), entries)

    def last(self, path: str) -> ExportRecord | None:
        """Return the last export to a path with its entries, or None."""
        row = self._store.one(
            "SELECT id, path, format, at, user, digest FROM export WHERE path = ? ORDER BY id DESC LIMIT 1",
            (path,),
        )
        if row is None:
            return None
        found = self._store.all("SELECT key, hash FROM export_entry WHERE export_id = ?", (row[0],))
        return _record(row, dict(found))

    def all(self) -> list[ExportRecord]:
        """Return every export without its entries, latest first."""
        query = "SELECT id, path, format, at, user, digest FROM export ORDER BY id DESC"
        return [_record(row, {}) for row in self._store.all(query)]


def _record(row: Row, entries: Mapping[str, str]) -> ExportRecord:
    id_, path, file_format, at, user, digest = row
    return ExportRecord(
        id=id_,
        path=path,
        format=file_format,
        at=moment(at),
        user=user,
        digest=digest,
        entries=dict(entries),
    )
