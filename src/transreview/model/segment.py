"""Segments: the unit of review, one bead with its texts and how far its review has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from transreview.model.unit import UnitKind


class Status(StrEnum):
    """How far a segment has come; the order is the order of the work."""

    MACHINE = "machine"
    EDITED = "edited"
    CONFIRMED = "confirmed"
    APPROVED = "approved"

    @property
    def is_done(self) -> bool:
        """Whether a person has vouched for the text as it stands."""
        return self in {Status.CONFIRMED, Status.APPROVED}


class Lock(StrEnum):
    """Why a segment is not to be changed."""

    NONE = ""
    PERSON = "person"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One bead under review.

    Attributes:
        id: Number of the segment in its project; never reused.
        article_id: Number of the article it belongs to.
        key: Stable name made of its source units ("0004", "0004+0005"; "+0007" when it has none).
        position: 0-based place in its article.
        kind: What its first paragraph is.
        source: Source text; units of different paragraphs joined by a blank line.
        machine: The machine translation as imported; never changes.
        target: The current text.
        reference: Reference translation, if there is one.
        status: How far its review has come.
        needs_work: Flag set by a person, independent of the status.
        bead: Its shape, "1-1", "2-1" ….
        confidence: How sure the alignment is, 0 to 1.
        crossed: The alignment found it in swapped order with a neighbour.
        fixed: A person made or confirmed the alignment of this segment.
        revision: Counts the changes of this segment; the key of optimistic locking.
        source_line: 1-based line of its first source unit in the source file, 0 without one.
        target_line: The same in the machine translation's file.
        comments: Number of comments on it.
        lock: Whether it is locked, and by whom: by a person, or by the file that it came from.
    """

    id: int
    article_id: int
    key: str
    position: int
    kind: UnitKind
    source: str
    machine: str
    target: str
    reference: str | None = None
    status: Status = Status.MACHINE
    needs_work: bool = False
    bead: str = "1-1"
    confidence: float = 1.0
    crossed: bool = False
    fixed: bool = False
    revision: int = 0
    source_line: int = 0
    target_line: int = 0
    comments: int = 0
    lock: Lock = Lock.NONE

    @property
    def is_untouched(self) -> bool:
        """Whether the current text still is the machine translation."""
        return self.target == self.machine

    @property
    def is_untranslated(self) -> bool:
        """Whether it waits for a translation: there is a source, and neither machine nor person gave any."""
        return bool(self.source.strip()) and not self.target.strip() and not self.machine.strip()
