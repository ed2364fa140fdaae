"""Annotations: MQM errors that a person marked, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from transreview.model.finding import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark of a person on a segment."""

    id: int
    segment_id: int
    author: str
    at: datetime
    text: str


ESA_SCORE = "esa-score"
"""Type of an annotation that is no error but an ESA score: no span, and the score, 0 to 100, as its note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One error that a person marked, or the ESA score they gave the whole segment.

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
