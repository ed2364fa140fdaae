"""Taking in what others edited: texts, statuses, flags and remarks of many segments as one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transreview.model.journal import Action, JournalEntry
from transreview.model.segment import Status
from transreview.project.changes import Change, changing
from transreview.project.order import OrderCache
from transreview.project.revisions import changeable
from transreview.project.store import Store
from transreview.project.texts import kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is taken over for one segment; None leaves a thing as it is.

    Attributes:
        segment_id: The segment.
        revision: Its revision as the caller has seen it.
        text: The new text.
        status: The new status; with a new text it is edited where none is given.
        needs_work: The new flag.
        comment: A remark to add, "" for none.
    """

    segment_id: int
    revision: int
    text: str | None = None
    status: Status | None = None
    needs_work: bool | None = None
    comment: str = ""


class Returns:
    """The part of a project that takes back what others edited.

    Args:
        store: The project file.
        order: The order of the segments.
    """

    def __init__(self, store: Store, order: OrderCache) -> None:
        self._store = store
        self._order = order

    def take(self, taken: Sequence[Taken], *, by: str, source: str) -> JournalEntry | None:
        """Take over what others made of some segments, undone as one.

        Args:
            taken: What to take over.
            by: Who made it; remarks are theirs.
            source: Name of the file it came in.

        Returns:
            The journal entry, or None when there was nothing to take over.

        Raises:
            StaleRevisionError: Somebody changed one of the segments meanwhile; nothing was taken over.
            LockedError: One of them is locked; nothing was taken over.
            SaveError: It could not be stored.
        """
        with changing(self._store, Action.REPLACE) as change:
            for one in taken:
                self._take(change, one, by)
            change.arguments = {
                "count": len(change.segment_ids),
                "done": "merge",
                "by": by,
                "file": source,
            }
        return change.entry

    def _take(self, change: Change, one: Taken, by: str) -> None:
        row = changeable(change, self._order, one.segment_id, one.revision)
        values: dict[str, Any] = {}
        if one.text is not None and kept(one.text) != row["target"]:
            values["target"] = kept(one.text)
            values["status"] = Status.EDITED.value
        untouched = values.get("target", row["target"]) == row["machine"]
        if one.status is not None and (one.status is not Status.MACHINE or untouched):
            values["status"] = one.status.value
        if one.needs_work is not None:
            values["needs_work"] = int(one.needs_work)
        if values:
            change.update("segment", one.segment_id, **values)
        if one.comment:
            remark = {"segment_id": one.segment_id, "author": by, "at": change.at, "text": kept(one.comment)}
            change.insert("comment", remark)
