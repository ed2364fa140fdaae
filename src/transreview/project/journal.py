"""The journal as people read it, and undo and redo over it."""

from __future__ import annotations

from transreview.model.journal import Action, JournalEntry, SegmentChange
from transreview.project import undo
from transreview.project.decoding import known, moment, recorded
from transreview.project.store import Store

_ACTION = {action.value: action for action in Action}
_ENTRY = "SELECT id, action, user, at, summary, undoes FROM journal"


class Journal:
    """What was changed, by whom, and how to take it back.

    Args:
        store: The project file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self) -> JournalEntry | None:
        """Take back this user's last change that still stands, also one of an earlier session.

        Returns:
            The new entry, which names what it undoes; None when there is nothing to undo.

        Raises:
            ConflictError: Somebody else has changed the same thing since; nothing was undone.
        """
        return undo.undo(self._store)

    def redo(self) -> JournalEntry | None:
        """Repeat the change that this user undid last, unless a new change came after.

        Returns:
            The new entry; None when there is nothing to redo.

        Raises:
            ConflictError: Somebody else has changed the same thing since; nothing was redone.
        """
        return undo.redo(self._store)

    def next_undo(self) -> JournalEntry | None:
        """Return the entry that `undo` would take back, or None."""
        return self._head("undo_head")

    def next_redo(self) -> JournalEntry | None:
        """Return the undo entry that `redo` would take back, or None."""
        return self._head("redo_head")

    def entries(self, limit: int | None = 100) -> list[JournalEntry]:
        """Return the last entries of the journal, newest first.

        Args:
            limit: How many at most; None for all.
        """
        return self._entries(f"{_ENTRY} ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,))

    def last(self, *actions: Action) -> JournalEntry | None:
        """Return the newest entry of the journal, or the newest of some kinds; None without one."""
        marks = ", ".join("?" * len(actions)) or "SELECT action FROM journal"
        found = self._entries(f"{_ENTRY} WHERE action IN ({marks}) ORDER BY id DESC LIMIT 1", actions)
        return found[0] if found else None

    def history(self, segment_id: int) -> list[SegmentChange]:
        """Return everything that happened to a segment, oldest first, its import included."""
        found = self._store.all(
            "SELECT entry, before, after FROM change WHERE tbl = 'segment' AND row = ? ORDER BY id",
            (segment_id,),
        )
        origin = self._store.value("SELECT origin FROM segment WHERE id = ?", (segment_id,))
        if found and origin is None:  # it is gone, and the journal has all of it
            last = recorded("segment", found[-1][1])
            origin = last["origin"] if last else None
        numbers = {entry for entry, _before, _after in found} | ({origin} if origin else set())
        marks = ", ".join("?" * len(numbers))
        entries = {
            entry.id: entry for entry in self._entries(f"{_ENTRY} WHERE id IN ({marks})", tuple(numbers))
        }
        changes = [_change(entries[entry], before, after) for entry, before, after in found]
        imported = entries.get(origin or 0)
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

    def changed_since(self, entry_id: int) -> set[int]:
        """Return the segments touched after a journal entry: what a screen has to read again.

        Args:
            entry_id: Number of the last entry already seen.
        """
        query = "SELECT DISTINCT segment_id FROM change WHERE entry > ? AND segment_id IS NOT NULL"
        return {row[0] for row in self._store.all(query, (entry_id,))}

    def _head(self, column: str) -> JournalEntry | None:
        head = self._store.value(
            f"SELECT {column} FROM journal WHERE user = ? ORDER BY id DESC LIMIT 1",  # noqa: S608
            (self._store.user,),
        )
        if head is None:
            return None
        return self._entries(f"{_ENTRY} WHERE id = ?", (head,))[0]

    def _entries(self, query: str, parameters: tuple[object, ...]) -> list[JournalEntry]:
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
            )
            for id_, action, user, at, summary, undoes in found
        ]


def _change(entry: JournalEntry, before: str | None, after: str | None) -> SegmentChange:
    old, new = recorded("segment", before) or {}, recorded("segment", after) or {}
    return SegmentChange(
        entry=entry,
        before=old.get("target"),
        after=new.get("target"),
        status_before=old.get("status", ""),
        status_after=new.get("status", ""),
    )
