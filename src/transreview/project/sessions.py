"""Sessions: the windows in which people have the project open, and which segment each is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from transreview.project.changes import announce
from transreview.project.decoding import moment, stored_moment
from transreview.project.store import Row, Store

# A window that has not been heard of for so long is taken for closed, however it ended.
SILENCE = timedelta(seconds=60)

_SESSION = 'SELECT id, "user", place, opened, seen, segment_id FROM session'


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One window in which the project is, or was, open.

    Attributes:
        id: Its name in the journal (`JournalEntry.session`).
        user: Whose it is.
        place: Where it is: a terminal, or a machine and process.
        opened: When it was opened (UTC).
        seen: When it was last heard of (UTC).
        segment_id: The segment that it is in, None when in none.
    """

    id: str
    user: str
    place: str
    opened: datetime
    seen: datetime
    segment_id: int | None = None


class Sessions:
    """Who has the project open.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entered = False

    @property
    def id(self) -> str:
        """The name of this window in the journal."""
        return self._store.session

    def enter(self, segment_id: int | None) -> None:
        """Let others know which segment this window is in; call it again within a minute to stay known.

        Args:
            segment_id: The segment, None for none.
        """
        if self._store.read_only:
            return
        at = self._store.moment()
        with self._store.writing() as connection:
            if not self._store.announced:
                announce(self._store, connection, at)
            connection.execute(
                "UPDATE session SET seen = ?, segment_id = ?, closed = 0 WHERE id = ?",
                (at, segment_id, self._store.session),
            )
        self._store.announced = self._entered = True

    def leave(self) -> None:
        """Let others know that this window is closed; closing the project does it too."""
        if self._entered:
            self._entered = False
            self._store.write(
                "UPDATE session SET closed = 1, segment_id = NULL WHERE id = ?", (self._store.session,)
            )

    def others(self) -> list[Session]:
        """Return the other windows that are open now, those of this user included."""
        since = stored_moment(self._store.clock() - SILENCE)
        found = self._store.all(
            f"{_SESSION} WHERE closed = 0 AND seen >= ? AND id != ? ORDER BY opened",
            (since, self._store.session),
        )
        return [_session(row) for row in found]

    def get(self, session_id: str) -> Session | None:
        """Return a window by its name in the journal, open or closed; None for one of before they had any."""
        row = self._store.one(f"{_SESSION} WHERE id = ?", (session_id,))
        return None if row is None else _session(row)


def _session(row: Row) -> Session:
    id_, user, place, opened, seen, segment_id = row
    return Session(
        id=id_, user=user, place=place, opened=moment(opened), seen=moment(seen), segment_id=segment_id
    )
