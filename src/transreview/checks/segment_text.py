"""The pair of texts that is checked, with the little of its surroundings that checks need."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from transreview.model.unit import UnitKind


@dataclass(frozen=True, slots=True)
class SegmentText:
    """A source text and its translation.

    Attributes:
        source: The source text.
        target: The translation as it stands.
        id: Number of the segment in its project; 0 outside one.
        kind: What the paragraph is that the segment stands in.
        source_open: Depth of quotations that earlier segments of the source have left open.
        target_open: The same of the translation.
        runs_on: Whether a quotation of the translation that opens here closes in a later segment.
        formats: The programs' formats that the file flags the text with ("c-format", "python-brace-format").
        in_document: Whether the three above are known: the segment was seen among its neighbours.
    """

    source: str
    target: str
    _: KW_ONLY
    id: int = 0
    kind: UnitKind = UnitKind.PARAGRAPH
    source_open: int = 0
    target_open: int = 0
    runs_on: bool = False
    formats: tuple[str, ...] = ()
    in_document: bool = False
