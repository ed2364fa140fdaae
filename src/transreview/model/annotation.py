"""Annotations: MQM errors that a person marked, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.model.finding import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark of a person on a segment.

    Attributes:
        id: Number in its project.
        segment_id: Segment it is about.
        author: Whose it is.
        at: When (UTC).
        text: What was said.
        answers: The comment that it answers, None when it begins a talk of its own.
        resolved_by: Who has settled it, empty while it is open.
        resolved_at: When (UTC), None while it is open.
    """

    id: int
    segment_id: int
    author: str
    at: datetime
    text: str
    answers: int | None = None
    resolved_by: str = ""
    resolved_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it."""
        return self.resolved_at is None


ESA_SCORE = "esa-score"
"""Type of an annotation that is no error but an ESA score: no span, and the score, 0 to 100, as its note."""

NO_ERROR = "No-error"
"""Type of an annotation that is no error but the word of a rater that there is none in the segment."""


MACHINE_RATER = "machine:"
"""Begins the name of an annotator that is a program; no figure counts its marks as a person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One error that a person marked, or what they said of the whole segment (`ESA_SCORE`, `NO_ERROR`).

    Attributes:
        id: Number in its project.
        segment_id: Segment it is about.
        annotator: Who marked it.
        at: When (UTC).
        side: The text that the span points into.
        start: First character of the span.
        end: One past its last character.
        type: MQM type ("accuracy/mistranslation").
        severity: "neutral", "minor", "major" or "critical".
        note: What the annotator said of it.
        text_hash: Hash of the annotated text, to know when it has changed since.
        system: The engine whose translation was rated; empty for the segment's own text.
        origin: What the row said that brought it in, beside all of the above, as JSON; empty for an
            annotation that was made here.
    """

    id: int
    segment_id: int
    annotator: str
    at: datetime
    side: Side
    start: int
    end: int
    type: str
    severity: str
    note: str = ""
    text_hash: str = ""
    system: str = ""
    origin: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it says that something is wrong."""
        return self.type not in {ESA_SCORE, NO_ERROR}

    @property
    def is_of_segment(self) -> bool:
        """Whether it is an error of the segment's own text, not of another engine's translation."""
        return self.is_error and not self.system

    @property
    def by_machine(self) -> bool:
        """Whether a program marked it."""
        return self.annotator.startswith(MACHINE_RATER)
