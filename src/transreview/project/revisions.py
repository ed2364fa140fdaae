"""Optimistic locks: a change is made on the revision that the caller has seen, or not at all."""

from __future__ import annotations

from transreview.i18n import _
from transreview.project import rows
from transreview.project.changes import Change, Values
from transreview.project.decoding import moment
from transreview.project.failures import LockedError, StaleRevisionError
from transreview.project.order import OrderCache, no_such_segment
from transreview.project.store import Store


def current(change: Change, order: OrderCache, segment_id: int, revision: int | None) -> Values:
    """Return the row of a segment if nobody has changed it since the caller read it.

    Args:
        change: The change that is being made.
        order: The order of the segments.
        segment_id: The segment.
        revision: Its revision as the caller has seen it; None to take it as it is.

    Raises:
        StaleRevisionError: Somebody changed or removed it after that revision.
        UsageError: There never was such a segment.
    """
    row = change.row("segment", segment_id)
    if row is None and not change.store.ever_had("segment", segment_id):
        raise no_such_segment(change.store, segment_id)
    if row is not None and revision in {None, row["revision"]}:
        return row
    raise _stale(change.store, order, segment_id, row)


def changeable(change: Change, order: OrderCache, segment_id: int, revision: int | None) -> Values:
    """Return the row of a segment if nobody has changed it since, and nobody has locked it.

    Args:
        change: The change that is being made.
        order: The order of the segments.
        segment_id: The segment.
        revision: Its revision as the caller has seen it; None to take it as it is.

    Raises:
        LockedError: It is locked.
        StaleRevisionError: Somebody changed or removed it after that revision.
    """
    row = current(change, order, segment_id, revision)
    require_open(change, row)
    return row


def require_open(change: Change, row: Values) -> None:
    """Refuse to change a locked segment.

    Raises:
        LockedError: It is locked.
    """
    if not row["locked"]:
        return
    words = (
        _("segment {key} is locked by its file") if row["locked"] == "file" else _("segment {key} is locked")
    )
    raise LockedError(words.format(key=row["key"]), path=change.store.path, remedy=_("Unlock it first"))


def required(change: Change, segment_id: int) -> Values:
    """Return the row of a segment, whatever its revision.

    Raises:
        UsageError: There is no such segment (any more).
    """
    row = change.row("segment", segment_id)
    if row is None:
        raise no_such_segment(change.store, segment_id)
    return row


def _stale(store: Store, order: OrderCache, segment_id: int, row: Values | None) -> StaleRevisionError:
    """Say who changed or removed a segment, and when."""
    last = store.one(
        'SELECT "user", at FROM change JOIN journal ON journal.id = change.entry'
        " WHERE tbl = 'segment' AND row = ? ORDER BY change.id DESC LIMIT 1",
        (segment_id,),
    )
    user, when = last or (_("somebody"), store.moment())
    at = moment(when)
    local = at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    if row is None:
        message = _("segment {number} was removed by {user} at {time}; nothing was changed")
    else:
        message = _("segment {key} was changed by {user} at {time}; your change was not made")
    return StaleRevisionError(
        message.format(key=row["key"] if row else "", number=segment_id, user=user, time=local),
        segment=rows.read_segment(store, order, segment_id) if row else None,
        user=user,
        at=at,
        path=store.path,
        remedy=_("Read the segment again, and decide between the two texts"),
    )
