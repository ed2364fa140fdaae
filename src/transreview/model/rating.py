"""Ratings: one row of an MQM evaluation, an error that a rater marked or the word that there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from transreview.model.finding import Side


@dataclass(frozen=True, slots=True)
class Span:
    """A marked part of one text of a row.

    Attributes:
        side: The text it stands in.
        start: Its first character.
        end: One past its last; equal to `start` where the rater pointed between two characters.
        closed: False where the data opens the mark and never closes it; it lasts to the end of the text.
    """

    side: Side
    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One row of MQM data.

    Attributes:
        system: Name of the translation system or human reference, as the data has it.
        document: Name of the document.
        segment: Number of the segment over all documents, as the data has it.
        rater: Who rated.
        source: Source text without markup.
        target: Translation without markup.
        category: Error type as the rater chose it ("Accuracy/Mistranslation"), "No-error" for none.
        severity: "Critical", "Major", "Minor", "Neutral" or "No-error", first letter upper case.
        side: The text in which the span stands; of several the first in the translation.
        start: First character of the span; 0 without one.
        end: One past its last character; equal to `start` without a span.
        comment: The rater's remark.
        document_segment: Number of the segment in its document, as the data has it.
        marks: Every span that the row marks, source before translation; empty without any.
        line: Its line in the file it was read from, 0 for one made here.
    """

    system: str
    document: str
    segment: str
    rater: str
    source: str
    target: str
    category: str
    severity: str
    side: Side = Side.TARGET
    start: int = 0
    end: int = 0
    comment: str = ""
    document_segment: str = ""
    marks: tuple[Span, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether the row says that something is wrong."""
        return self.severity != "No-error"
