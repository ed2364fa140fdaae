"""Alternatives: what other engines or people proposed for a segment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One proposal for the translation of a segment, beside the machine translation it came with.

    Attributes:
        id: Number in its project.
        segment_id: Segment it is for.
        engine: Who made it: name of an engine, of a memory, of a person.
        at: When it was kept (UTC).
        text: The proposal.
        score: How good its maker thinks it is, in the maker's own measure; None when not said.
        chosen: Whether the segment's text was last taken from it.
    """

    id: int
    segment_id: int
    engine: str
    at: datetime
    text: str
    score: float | None = None
    chosen: bool = False
