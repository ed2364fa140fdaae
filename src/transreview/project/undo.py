"""Undo and redo: each takes back one change as a new change, and history stays as it was written."""

from __future__ import annotations

from transreview.errors import ConflictError
from transreview.i18n import _
from transreview.model.journal import Action, JournalEntry
from transreview.project.changes import Change, Heads, Values, changing
from transreview.project.decoding import arguments_of, moment, recorded
from transreview.project.failures import OtherWindowError
from transreview.project.revisions import require_open
from transreview.project.store import ClashError, Store
from transreview.project.sums import require_sum

_KEPT = ("key", "target_key", "source", "machine", "target", "status")
"""Columns of a segment that nothing changes while it is locked."""


def undo(store: Store, *, of_other_windows: bool) -> JournalEntry | None:
    """Take back the user's last change that still stands.

    Args:
        store: The project file.
        of_other_windows: Whether it may be one of another window, made since this one was opened.

    Returns:
        The new entry, or None when there is nothing to undo.

    Raises:
        ConflictError: Somebody else has changed the same thing since, or locked it; nothing was undone.
    """
    return _step(store, Action.UNDO, of_other_windows=of_other_windows)


def redo(store: Store, *, of_other_windows: bool) -> JournalEntry | None:
    """Repeat the user's change that was undone last, unless a new change came after.

    Args:
        store: The project file.
        of_other_windows: Whether it may be one of another window, made since this one was opened.

    Returns:
        The new entry, or None when there is nothing to redo.

    Raises:
        ConflictError: Somebody else has changed the same thing since, or locked it; nothing was redone.
    """
    return _step(store, Action.REDO, of_other_windows=of_other_windows)


def _step(store: Store, action: Action, *, of_other_windows: bool) -> JournalEntry | None:
    try:
        with changing(store, action) as change:
            heads = change.before_heads
            top = heads.undo if action is Action.UNDO else heads.redo
            if top is None:
                return None
            if not of_other_windows:
                _require_own_window(change, top)
            _go_back_over(change, top, heads)
    except ClashError as error:
        # Something of somebody else's hangs on a row that would go, or stands where one would return.
        raise ConflictError(
            _("others have worked on these segments since; nothing was changed"),
            path=store.path,
            remedy=_("Look at the history of the segments and make the change by hand"),
        ) from error
    return change.entry


def _require_own_window(change: Change, top: int) -> None:
    """Refuse to go back over what another window of this user did while this one was open."""
    session, at, action, arguments, summary = change.connection.execute(
        "SELECT session, at, action, arguments, summary FROM journal WHERE id = ?", (top,)
    ).fetchone()
    if session in {"", change.store.session} or top <= change.store.last_entry:
        return
    place = change.connection.execute("SELECT place FROM session WHERE id = ?", (session,)).fetchone()
    raise OtherWindowError(
        _("your other window ({place}) made the last change; nothing was changed").format(
            place=place[0] if place else session
        ),
        entry=JournalEntry(
            id=top,
            action=Action(action),
            user=change.store.user,
            at=moment(at),
            arguments=arguments_of(arguments),
            summary=summary,
            session=session,
        ),
        path=change.store.path,
        remedy=_("Undo it there, or confirm here that it shall be taken back"),
    )


def _go_back_over(change: Change, top: int, heads: Heads) -> None:
    """Reverse the entry on top of a stack and move it to the other stack."""
    action, arguments, summary, root, undo_below, redo_below = change.connection.execute(
        "SELECT action, arguments, summary, undoes, undo_below, redo_below FROM journal WHERE id = ?", (top,)
    ).fetchone()
    _reverse(change, top)
    change.arguments = {"action": action, **arguments_of(arguments)}
    if summary:
        change.arguments["summary"] = summary
    change.undoes = root or top
    if change.action is Action.UNDO:
        change.heads = Heads(undo=undo_below, redo=change.id)
        change.below = (None, heads.redo)
    else:
        change.heads = Heads(undo=change.id, redo=redo_below)
        change.below = (heads.undo, None)


def _reverse(change: Change, entry: int) -> None:
    """Set every row that an entry touched back to what it was before it."""
    records = change.connection.execute(
        "SELECT tbl, row, before, after, sum FROM change WHERE entry = ? ORDER BY id DESC", (entry,)
    ).fetchall()
    for table, row_id, before_json, after_json, kept in records:
        require_sum(kept, (before_json, after_json), _("a change in the journal"))
        before, after = recorded(table, before_json), recorded(table, after_json)
        now = change.row(table, row_id)
        if not _is_still(now, after):
            raise _conflict(change, table, row_id, entry)
        if table == "segment" and now is not None:
            _require_not_locked_since(change, now, before, entry)
        if before is None:
            change.delete(table, row_id)
        elif now is None:
            change.insert(table, before)
        else:
            before.pop("revision", None)  # a revision number is never used twice
            change.update(table, row_id, **before)


def _require_not_locked_since(change: Change, now: Values, before: Values | None, entry: int) -> None:
    """Refuse to change what a lock keeps, where it was set after the entry that is reversed.

    Raises:
        LockedError: It was.
    """
    if not now["locked"] or (before and all(before.get(name, now[name]) == now[name] for name in _KEPT)):
        return
    later = change.connection.execute(
        "SELECT after FROM change WHERE tbl = 'segment' AND row = ? AND entry > ?", (now["id"], entry)
    ).fetchall()
    if any("locked" in (recorded("segment", after) or {}) for (after,) in later):
        require_open(change, now)


def _is_still(now: Values | None, after: Values | None) -> bool:
    """Whether a row still is what an entry made of it; its revision may have gone there and back."""
    if now is None or after is None:
        return now is None and after is None
    return all(now[name] == value for name, value in after.items() if name != "revision")


def _conflict(change: Change, table: str, row_id: int, entry: int) -> ConflictError:
    """Say who stands in the way."""
    found = change.connection.execute(
        'SELECT journal."user", journal.at FROM change JOIN journal ON journal.id = change.entry'
        " WHERE tbl = ? AND row = ? AND entry > ? ORDER BY change.id DESC LIMIT 1",
        (table, row_id, entry),
    ).fetchone()
    who, when = found or (_("somebody"), change.at)
    at = moment(when).astimezone().strftime("%Y-%m-%d %H:%M")
    return ConflictError(
        _("{user} changed the same thing at {time}; nothing was changed").format(user=who, time=at),
        path=change.store.path,
        remedy=_("Look at the history of the segment and make the change by hand"),
    )
