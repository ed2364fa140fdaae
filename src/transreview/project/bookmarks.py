"""Bookmarks: places that one user wants to come back to; no change of the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.project.decoding import moment
from transreview.project.order import no_such_segment
from transreview.project.store import Store
from transreview.project.texts import checked, kept


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One place that a user has marked.

    Attributes:
        segment_id: The segment.
        at: When it was marked (UTC).
        note: What the user wrote to it.
    """

    segment_id: int
    at: datetime
    note: str = ""


class Bookmarks:
    """This user's bookmarks.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def set(self, segment_id: int, note: str = "") -> None:
        """Mark a segment, or write another note to its mark.

        Raises:
            UsageError: There is no such segment (any more).
        """
        mark = (self._store.user, segment_id, self._store.moment(), checked(kept(note)))
        with self._store.writing() as connection:
            if connection.execute("SELECT 1 FROM segment WHERE id = ?", (segment_id,)).fetchone() is None:
                raise no_such_segment(self._store, segment_id)
            connection.execute(
                'INSERT INTO bookmark ("user", segment_id, at, note) VALUES (?, ?, ?, ?)'
                ' ON CONFLICT ("user", segment_id) DO UPDATE SET at = excluded.at, note = excluded.note',
                mark,
            )

    def drop(self, segment_id: int) -> None:
        """Take a mark off."""
        self._store.write(
            'DELETE FROM bookmark WHERE "user" = ? AND segment_id = ?', (self._store.user, segment_id)
        )

    def all(self) -> list[Bookmark]:
        """Return the marks on segments that exist, in reading order."""
        found = self._store.all(
            "SELECT bookmark.segment_id, bookmark.at, bookmark.note FROM bookmark"
            ' JOIN segment ON segment.id = bookmark.segment_id WHERE bookmark."user" = ?'
            " ORDER BY segment.article_id, segment.place",
            (self._store.user,),
        )
        return [Bookmark(segment_id, moment(at), note) for segment_id, at, note in found]
