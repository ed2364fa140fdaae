"""Drafts: what stands in an open editor, kept in case the program or the machine stops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.project.decoding import moment
from transreview.project.order import no_such_segment
from transreview.project.store import Store
from transreview.project.texts import checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that a user has typed and not yet saved.

    Attributes:
        segment_id: The segment; it may have been merged away since.
        user: Whose draft it is.
        at: When it was kept (UTC).
        text: The text as it stood in the editor.
        revision: The segment's revision that the editor was opened on.
    """

    segment_id: int
    user: str
    at: datetime
    text: str
    revision: int


class Drafts:
    """Unsaved text of each user; none of it is in the journal.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(self, segment_id: int, text: str, *, revision: int | None = None) -> None:
        """Keep what stands in this user's editor; saving the segment drops it again.

        Args:
            segment_id: The segment that is open.
            text: The text in the editor, blanks and all.
            revision: The revision that the editor was opened on; the present one when None.
        """
        if revision is None:
            revision = self._store.value("SELECT revision FROM segment WHERE id = ?", (segment_id,))
            if revision is None:
                raise no_such_segment(self._store, segment_id)
        self._store.write(
            'INSERT INTO draft (segment_id, "user", at, text, revision) VALUES (?, ?, ?, ?, ?)'
            ' ON CONFLICT (segment_id, "user") DO UPDATE'
            " SET at = excluded.at, text = excluded.text, revision = excluded.revision",
            (segment_id, self._store.user, self._store.moment(), checked(text), revision),
        )

    def get(self, segment_id: int) -> Draft | None:
        """Return this user's draft of a segment, or None."""
        return next((draft for draft in self.all() if draft.segment_id == segment_id), None)

    def all(self) -> list[Draft]:
        """Return all of this user's drafts, latest first."""
        query = 'SELECT segment_id, "user", at, text, revision FROM draft WHERE "user" = ? ORDER BY at DESC'
        return [
            Draft(segment_id=segment_id, user=user, at=moment(at), text=text, revision=revision)
            for segment_id, user, at, text, revision in self._store.all(query, (self._store.user,))
        ]

    def drop(self, segment_id: int) -> None:
        """Forget this user's draft of a segment."""
        if self.get(segment_id) is not None:
            self._store.write(
                'DELETE FROM draft WHERE segment_id = ? AND "user" = ?', (segment_id, self._store.user)
            )
