"""Terms: found in texts, compared across the two sides, replaced in the right form, kept in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.lazy_names import lazy_names

if TYPE_CHECKING:
    from transreview.terminology.index import TermIndex
    from transreview.terminology.segment_terms import ConceptUse, ForbiddenUse, SegmentTerms

__all__ = ["ConceptUse", "ForbiddenUse", "SegmentTerms", "TermIndex"]

__getattr__ = lazy_names(
    __name__,
    {
        "ConceptUse": "segment_terms",
        "ForbiddenUse": "segment_terms",
        "SegmentTerms": "segment_terms",
        "TermIndex": "index",
    },
)
