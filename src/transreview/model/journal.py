"""The journal: who changed what, when, from what, to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """The kinds of change a project knows."""

    IMPORT = "import"
    EDIT = "edit"
    STATUS = "status"
    FLAG = "flag"
    COMMENT = "comment"
    ANNOTATE = "annotate"
    MERGE = "merge"
    SPLIT = "split"
    SHIFT = "shift"
    REALIGN = "realign"
    REPLACE = "replace"
    CHOOSE = "choose"
    DISMISS = "dismiss"
    SETTING = "setting"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One change, which may touch many segments and is undone as one.

    Attributes:
        id: Number in the journal, ascending.
        action: What kind of change it is.
        user: Who made it.
        at: When (UTC).
        summary: The change in a few words, for "Undid: …".
        segment_ids: The segments it touched.
        undoes: The entry that this one takes back or repeats, or None.
    """

    id: int
    action: Action
    user: str
    at: datetime
    summary: str
    segment_ids: tuple[int, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentChange:
    """One line of a segment's history.

    Attributes:
        entry: The journal entry it belongs to.
        before: Target text before, None when the segment did not exist.
        after: Target text after, None when the segment ceased to exist.
        status_before: Status before, empty when it did not exist.
        status_after: Status after, empty when it ceased to exist.
    """

    entry: JournalEntry
    before: str | None
    after: str | None
    status_before: str = ""
    status_after: str = ""
