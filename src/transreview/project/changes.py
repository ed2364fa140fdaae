"""One change of the project: every row it touches is recorded with its before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

from transreview.model.journal import Action, JournalEntry
from transreview.project.decoding import moment
from transreview.project.postgres_entry import Entry
from transreview.project.schema import JOURNALED
from transreview.project.store import Connection, Move, Store
from transreview.project.sums import SUMMED, require_sum, sum_of
from transreview.project.texts import checked

Values = dict[str, Any]

# Always recorded of a segment, changed or not: undo compares them to see whether the text it would
# touch still is the text that the change left behind.
_GUARDED = ("target", "status", "needs_work", "untouched", "revision")

# What nobody who edits a segment has to read again for.
_UNSEEN = {"place", "confidence", "crossed", "source_line", "target_line"}


# What rests on the order of segments, on the stacks of undo, or on which rows there are: nobody may change
# these meanwhile.
_ALONE = {
    Action.IMPORT, Action.MERGE, Action.SPLIT, Action.SHIFT, Action.REALIGN, Action.UNDO, Action.REDO,
    Action.GLOSSARY, Action.SETTING,
}  # fmt: skip

# So many rows are sent in one message with the commit.
_FEW = 50

_INSERT_ENTRY = (
    'INSERT INTO journal (id, action, "user", at, summary, undoes, undo_head, undo_below, redo_head,'
    " redo_below, session, arguments) VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?)"
)


class Heads(NamedTuple):
    """The top of one user's undo and redo stacks, as ids of journal entries.

    The stacks are not stored as such: every entry names the two tops after it and what lay below
    it, so that they can be followed back through an append-only journal.
    """

    undo: int | None = None
    redo: int | None = None


class Change:
    """A change being made; `insert`, `update` and `delete` write and record at once.

    Attributes:
        arguments: What was done in particular, as data; set it before the block ends.
        entry: The journal entry, once committed; None when nothing changed.
    """

    def __init__(self, store: Store, connection: Connection, action: Action) -> None:
        self.store = store
        self.action = action
        self.at = store.moment()
        self.arguments: dict[str, object] = {}
        self.undoes: int | None = None
        self.entry: JournalEntry | None = None
        self.connection = connection
        self.heads: Heads | None = None  # set by undo and redo; an ordinary change goes on top
        self.below: tuple[int | None, int | None] = (None, None)
        self.version: int | None = None  # of the structure, when this change has moved segments
        self.moves: list[Move] = []
        self._id: int | None = None
        self._before_heads: Heads | None = None
        self._rows: dict[tuple[str, int], Values] = {}
        self._records: list[tuple[str, int, int | None, Values | None, Values | None]] = []
        self._left: Entry | None = None  # to the store, which writes it with the commit

    @property
    def id(self) -> int:
        """The number that its journal entry gets."""
        if self._id is None:
            self._id = self.store.next_entry(self.connection)
        return self._id

    @property
    def before_heads(self) -> Heads:
        """What the user would undo and redo next, were this change not made."""
        if self._before_heads is None:
            self._before_heads = heads_of(self.connection, self.store.user)
        return self._before_heads

    def row(self, table: str, row_id: int) -> Values | None:
        """Return a row as it stands now, or None."""
        known = self._rows.get((table, row_id))
        if known is not None:  # read or written in this very change: nobody else can touch it meanwhile
            return dict(known)
        query = _row_query(table, self.store.locking(table))
        found = self.connection.execute(query, (row_id,)).fetchone()
        if found is None:
            return None
        row = dict(zip(JOURNALED[table], found, strict=False))
        if table in SUMMED:  # a damaged text must not get a new check value by being changed
            require_sum(found[-1], [row[name] for name in SUMMED[table]], f"{table} {row_id}")
        self._rows[table, row_id] = row
        return dict(row)

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Insert a row and return its id; an `id` among the values is kept."""
        _require_storable(values)
        row = with_derived(table, dict(values))
        (row_id,) = self.connection.execute(
            f"INSERT INTO {table} ({_names(row)}) VALUES ({', '.join('?' * len(row))}) RETURNING id",  # noqa: S608
            tuple(row.values()),
        ).fetchone()
        self._record(table, row_id, None, self.row(table, row_id))
        if table == "segment":
            self.moves.append((row_id, row["article_id"], None, row["place"]))
        return int(row_id)

    def update(self, table: str, row_id: int, **values: Any) -> None:  # noqa: ANN401 - whatever a column holds
        """Change columns of a row; a segment's revision goes up by one. Equal values are left out."""
        before = self.row(table, row_id)
        assert before is not None, f"{table} {row_id} is gone"
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return
        _require_storable(changed)
        if table == "segment" and not changed.keys() <= _UNSEEN:
            changed["revision"] = before["revision"] + 1
        changed = with_derived(table, changed, before)
        assignments = ", ".join(f'"{name}" = ?' for name in changed)
        self.connection.execute(
            f"UPDATE {table} SET {assignments} WHERE id = ?",  # noqa: S608
            (*changed.values(), row_id),
        )
        if table == "segment" and "place" in changed:
            self.moves.append((row_id, before["article_id"], before["place"], changed["place"]))
        after = before | changed
        self._rows[table, row_id] = {name: after[name] for name in JOURNALED[table]}
        guarded = _GUARDED if table == "segment" else ()
        kept = [name for name in JOURNALED[table] if name in changed or name in guarded]
        self._record(
            table,
            row_id,
            {name: before[name] for name in kept},
            {name: after[name] for name in kept},
            after.get("segment_id"),
        )

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row; the journal keeps all of it."""
        before = self.row(table, row_id)
        assert before is not None, f"{table} {row_id} is gone"
        self.connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))  # noqa: S608
        self._rows.pop((table, row_id), None)
        self._record(table, row_id, before, None)
        if table == "segment":
            self.moves.append((row_id, before["article_id"], before["place"], None))

    def _record(
        self, table: str, row_id: int, before: Values | None, after: Values | None, segment: int | None = None
    ) -> None:
        whole = after or before or {}
        segment_id = row_id if table == "segment" else segment or whole.get("segment_id")
        self._records.append((table, row_id, segment_id, before, after))

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been changed so far."""
        return not self._records

    @property
    def size(self) -> int:
        """How many rows have been touched so far."""
        return len({(table, row) for table, row, *_rest in self._records})

    @property
    def segment_ids(self) -> tuple[int, ...]:
        """The segments touched so far, in the order of the first touch."""
        return tuple(dict.fromkeys(record[2] for record in self._records if record[2] is not None))

    def write_entry(self) -> None:
        """Write the journal entry and its changes; called once, as the last thing of the transaction."""
        if not self.store.announced:
            announce(self.store, self.connection, self.at)
        plain = self._id is None and self.heads is None and not self.moves
        if plain and len(self._records) <= _FEW:
            entry = Entry(
                action=self.action.value, user=self.store.user, at=self.at, session=self.store.session,
                arguments=_json(self.arguments) or "", changes=[row[1:] for row in self._change_rows(0)],
            )  # fmt: skip
            if self.store.write_with_commit(entry):
                self._left = entry
                return
        number = self.id  # first: from here on nobody else writes to the journal
        heads = self.heads or Heads(undo=number, redo=None)
        undo_below, redo_below = self.below if self.heads else (self.before_heads.undo, None)
        self.connection.execute(
            _INSERT_ENTRY,
            (
                self.id, self.action.value, self.store.user, self.at, self.undoes,
                heads.undo, undo_below, heads.redo, redo_below, self.store.session, _json(self.arguments),
            ),
        )  # fmt: skip
        self.connection.executemany(
            "INSERT INTO change (entry, tbl, row, segment_id, before, after, sum)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            self._change_rows(number),
        )
        if self.moves:
            (self.version,) = self.connection.execute(
                "UPDATE project SET structure = structure + 1 RETURNING structure"
            ).fetchone()

    def committed(self) -> None:
        """Make known what was written; called once, when it is certain."""
        number = self._id if self._left is None else self._left.number
        if not number:  # nothing was
            return
        self.entry = JournalEntry(
            id=number, action=self.action, user=self.store.user, at=moment(self.at),
            arguments=self.arguments, segment_ids=self.segment_ids, undoes=self.undoes,
            session=self.store.session,
        )  # fmt: skip

    def _change_rows(self, number: int) -> list[tuple[object, ...]]:
        return [
            (number, table, row, segment, *_summed(_json(before), _json(after)))
            for table, row, segment, before, after in self._records
        ]


@contextmanager
def changing(store: Store, action: Action) -> Iterator[Change]:
    """Run a block as one change: all of it is stored and undone together, or none of it.

    A block that changes nothing leaves no entry in the journal.

    Args:
        store: The project file.
        action: The kind of change.
    """
    with store.writing(alone=action in _ALONE) as connection:
        change = Change(store, connection, action)
        yield change
        if not change.is_empty:
            change.write_entry()
    if not change.is_empty:
        change.committed()
    store.announced = store.announced or change.entry is not None
    if change.version is not None:
        store.note_moves(change.version, change.moves)


def announce(store: Store, connection: Connection, at: str) -> None:
    """Tell whoever reads the journal which window this is; where it is, `Sessions.enter` tells."""
    connection.execute(
        'INSERT INTO session (id, "user", place, opened, seen, closed) VALUES (?, ?, ?, ?, ?, 1)'
        " ON CONFLICT DO NOTHING",
        (store.session, store.user, store.place, at, at),
    )


def heads_of(connection: Connection, user: str) -> Heads:
    """Return what the user would undo and redo next."""
    row = connection.execute(
        'SELECT undo_head, redo_head FROM journal WHERE "user" = ? ORDER BY id DESC LIMIT 1', (user,)
    ).fetchone()
    return Heads(*row) if row else Heads()


def with_derived(table: str, values: Values, before: Values | None = None) -> Values:
    """Return the values with those columns that follow from others."""
    whole = {**(before or {}), **values}
    if table in SUMMED and values.keys() & {*SUMMED[table]}:
        values = values | {"sum": sum_of([whole.get(name) for name in SUMMED[table]])}
    if table != "segment" or not values.keys() & {"source", "machine", "target"}:
        return values
    return values | {
        "source_length": len(whole["source"]),
        "target_length": len(whole["target"]),
        "untouched": int(whole["target"] == whole["machine"]),
    }


@lru_cache(maxsize=64)
def _row_query(table: str, locking: str) -> str:
    columns = (*JOURNALED[table], "sum") if table in SUMMED else JOURNALED[table]
    return f"SELECT {_names(columns)} FROM {table} WHERE id = ?{locking}"  # noqa: S608 - names of our own


def _names(columns: Mapping[str, Any] | tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _summed(before: str | None, after: str | None) -> tuple[str | None, str | None, int]:
    return before, after, sum_of((before, after))


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _require_storable(values: Mapping[str, Any]) -> None:
    """Raise when a text cannot be kept, of whatever it is: what a server refuses, a file refuses too."""
    for value in values.values():
        if isinstance(value, str):
            checked(value)
