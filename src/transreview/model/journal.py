"""The journal: who changed what, when, from what, to what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Action(StrEnum):
    """The kinds of change a project knows."""

    IMPORT = "import"
    EDIT = "edit"
    RESTORE = "restore"
    STATUS = "status"
    FLAG = "flag"
    LOCK = "lock"
    COMMENT = "comment"
    ANNOTATE = "annotate"
    MERGE = "merge"
    SPLIT = "split"
    SHIFT = "shift"
    REALIGN = "realign"
    REPLACE = "replace"
    DISMISS = "dismiss"
    CHOOSE = "choose"
    GLOSSARY = "glossary"
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
        arguments: What was done in particular, as data ("key": the segment's key, "done": which of
            several things an action can be …); for undo and redo also "action", that of the entry
            that `undoes` names. `transreview.workflow.journal_sentences.sentence` words it.
        summary: The change in a few words, in entries of files made before arguments were kept.
        segment_ids: The segments it touched.
        undoes: The entry that this one takes back or repeats, or None.
        session: The window it was made in, by the name that `Project.sessions` knows; empty if not known.
    """

    id: int
    action: Action
    user: str
    at: datetime
    arguments: Mapping[str, Any] = field(default_factory=dict)
    summary: str = ""
    segment_ids: tuple[int, ...] = ()
    undoes: int | None = None
    session: str = ""


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
