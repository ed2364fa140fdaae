"""The journal as people read it, and undo and redo over it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from transreview.i18n import _
from transreview.model.journal import Action, JournalEntry, SegmentChange
from transreview.project.decoding import arguments_of, known, moment, recorded, stored_moment
from transreview.project.store import Row, Store
from transreview.project.sums import require_sum

_ACTION = {action.value: action for action in Action}
_READ_AGAIN = 200  # entries, once a lost server is back: more than can have been on their way to its disk
_ENTRY = 'SELECT id, action, "user", at, summary, undoes, session, arguments FROM journal'


class Journal:
    """What was changed, by whom, and how to take it back.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self, *, of_other_windows: bool = False) -> JournalEntry | None:
        """Take back this user's last change that still stands, also one of an earlier session.

        Args:
            of_other_windows: Whether it may be one that another window of the same user has made
                since this one was opened.

        Returns:
            The new entry, which names what it undoes; None when there is nothing to undo.

        Raises:
            OtherWindowError: It is such a change, and nobody has allowed that; nothing was undone.
            ConflictError: Somebody else has changed the same thing since; nothing was undone.
        """
        from transreview.project import undo  # reading the journal needs none

        return undo.undo(self._store, of_other_windows=of_other_windows)

    def redo(self, *, of_other_windows: bool = False) -> JournalEntry | None:
        """Repeat the change that this user undid last, unless a new change came after.

        Args:
            of_other_windows: Whether it may be one that another window of the same user has undone
                since this one was opened.

        Returns:
            The new entry; None when there is nothing to redo.

        Raises:
            OtherWindowError: It is such a change, and nobody has allowed that; nothing was redone.
            ConflictError: Somebody else has changed the same thing since; nothing was redone.
        """
        from transreview.project import undo

        return undo.redo(self._store, of_other_windows=of_other_windows)

    def next_undo(self) -> JournalEntry | None:
        """Return the entry that `undo` would take back, or None."""
        return self._head("undo_head")

    def next_redo(self) -> JournalEntry | None:
        """Return the undo entry that `redo` would take back, or None."""
        return self._head("redo_head")

    def entries(
        self,
        limit: int | None = 100,
        *,
        user: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        before: int | None = None,
    ) -> list[JournalEntry]:
        """Return the last entries of the journal, newest first.

        Args:
            limit: How many at most; None for all.
            user: Only of this person.
            since: Only from this moment on.
            until: Only before this moment.
            before: Only entries older than the one of this number, to read on where a list ended.
        """
        conditions, values = ["1 = 1"], list[object]()
        for condition, value in (
            ('"user" = ?', user),
            ("at >= ?", since and stored_moment(since)),
            ("at < ?", until and stored_moment(until)),
            ("id < ?", before),
        ):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        query = f"{_ENTRY} WHERE {' AND '.join(conditions)} ORDER BY id DESC"
        if limit is not None:
            query += " LIMIT ?"
            values.append(limit)
        return self._entries(query, values)

    def users(self) -> list[str]:
        """Return everybody who has changed the project, by name."""
        return [row[0] for row in self._store.all('SELECT DISTINCT "user" FROM journal ORDER BY 1')]

    def changes(self, entry_id: int) -> list[tuple[int, SegmentChange]]:
        """Return what one entry did to the texts and statuses of segments, as (segment id, change)."""
        found = self._entries(f"{_ENTRY} WHERE id = ?", (entry_id,))
        rows = self._store.all(
            "SELECT row, before, after, sum FROM change WHERE entry = ? AND tbl = 'segment' ORDER BY id",
            (entry_id,),
        )
        return [(row, _change(found[0], before, after, kept)) for row, before, after, kept in rows]

    def last(self, *actions: Action) -> JournalEntry | None:
        """Return the newest entry of the journal, or the newest of some kinds; None without one."""
        marks = ", ".join("?" * len(actions)) or "SELECT action FROM journal"
        found = self._entries(f"{_ENTRY} WHERE action IN ({marks}) ORDER BY id DESC LIMIT 1", actions)
        return found[0] if found else None

    def last_change_of(self, *actions: Action) -> int:
        """Return the number of the newest entry of some kinds, or of its undo or redo; 0 if none."""
        marks = ", ".join("?" * len(actions))
        names = [action.value for action in actions]
        likes = " OR ".join(["arguments LIKE ?"] * len(actions))
        query = (
            f"SELECT max(id) FROM journal WHERE action IN ({marks})"  # noqa: S608 - marks alone
            f" OR (action IN ('undo', 'redo') AND ({likes}))"
        )
        patterns = [f'%"action":"{name}"%' for name in names]
        return int(self._store.value(query, [*names, *patterns]) or 0)

    def history(self, segment_id: int) -> list[SegmentChange]:
        """Return everything that happened to a segment, oldest first, its import included."""
        query = (
            "SELECT entry, before, after, sum, (SELECT origin FROM segment WHERE id = ?)"
            " FROM change WHERE tbl = 'segment' AND row = ? ORDER BY id"
        )
        rows = self._store.all(query, (segment_id, segment_id))
        found = [row[:-1] for row in rows]
        origin = (
            rows[0][-1]
            if rows
            else self._store.value("SELECT origin FROM segment WHERE id = ?", (segment_id,))
        )
        if found and origin is None:  # it is gone, and the journal has all of it
            last = recorded("segment", found[-1][1])
            origin = last["origin"] if last else None
        numbers = {row[0] for row in found} | ({origin} if origin else set())
        marks = ", ".join("?" * len(numbers))
        entries = {
            entry.id: entry for entry in self._entries(f"{_ENTRY} WHERE id IN ({marks})", tuple(numbers))
        }
        changes = [_change(entries[entry], before, after, kept) for entry, before, after, kept in found]
        imported = entries.get(origin) if origin else None
        if imported and imported.action is Action.IMPORT:
            first = changes[0] if changes else None
            text = (
                first.before
                if first
                else self._store.value("SELECT target FROM segment WHERE id = ?", (segment_id,))
            )
            status = first.status_before if first else "machine"
            changes.insert(
                0,
                SegmentChange(entry=imported, before=None, after=text, status_before="", status_after=status),
            )
        return changes

    def last_id(self) -> int:
        """Return the number of the newest journal entry, 0 when there is none."""
        last: int | None = self._store.value("SELECT max(id) FROM journal")
        return last or 0

    def changed_since(self, entry_id: int, *, by_others: bool = False) -> set[int]:
        """Return the segments touched after a journal entry: what a screen has to read again.

        Args:
            entry_id: Number of the last entry already seen.
            by_others: Leave out what was done in this window.
        """
        query = "SELECT DISTINCT segment_id FROM change WHERE entry > ? AND segment_id IS NOT NULL"
        if by_others:
            query += " AND entry NOT IN (SELECT id FROM journal WHERE id > ? AND session = ?)"

        def touched(since: int) -> list[Row]:
            others = (since, self._store.session) if by_others else ()
            return self._store.all(query, (since, *others))

        found = touched(entry_id)
        settled = self._store.settled  # now: the question has told whether the server was lost meanwhile
        if settled:
            last = self.last_id()
            if entry_id <= settled or entry_id > last:
                found = touched(min(entry_id, last) - _READ_AGAIN)
        return {row[0] for row in found}

    def has_others_since(self, entry_id: int) -> bool:
        """Whether anything was done in another window after a journal entry."""
        query = "SELECT 1 FROM journal WHERE id > ? AND session <> ? LIMIT 1"
        return self._store.one(query, (entry_id, self._store.session)) is not None

    def _head(self, column: str) -> JournalEntry | None:
        head = self._store.value(
            f'SELECT {column} FROM journal WHERE "user" = ? ORDER BY id DESC LIMIT 1',  # noqa: S608
            (self._store.user,),
        )
        if head is None:
            return None
        return self._entries(f"{_ENTRY} WHERE id = ?", (head,))[0]

    def _entries(self, query: str, parameters: Sequence[object]) -> list[JournalEntry]:
        found = self._store.all(query, parameters)
        touched: dict[int, list[int]] = {}
        numbers = [row[0] for row in found]
        for start in range(0, len(numbers), 500):
            chunk = numbers[start : start + 500]
            marks = ", ".join("?" * len(chunk))
            for entry, segment in self._store.all(
                f"SELECT entry, segment_id FROM change WHERE entry IN ({marks})"  # noqa: S608
                " AND segment_id IS NOT NULL GROUP BY entry, segment_id ORDER BY min(id)",
                chunk,
            ):
                touched.setdefault(entry, []).append(segment)
        return [
            JournalEntry(
                id=id_,
                action=known(_ACTION, action),
                user=user,
                at=moment(at),
                summary=summary,
                segment_ids=tuple(touched.get(id_, ())),
                undoes=undoes,
                session=session,
                arguments=arguments_of(arguments),
            )
            for id_, action, user, at, summary, undoes, session, arguments in found
        ]


def _change(entry: JournalEntry, before: str | None, after: str | None, kept: int | None) -> SegmentChange:
    require_sum(kept, (before, after), _("a change in the journal"))
    old, new = recorded("segment", before) or {}, recorded("segment", after) or {}
    return SegmentChange(
        entry=entry,
        before=old.get("target"),
        after=new.get("target"),
        status_before=old.get("status", ""),
        status_after=new.get("status", ""),
    )
