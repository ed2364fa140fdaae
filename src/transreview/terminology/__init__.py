"""Terms: found in texts, compared across the two sides, replaced in the right form, kept in order."""

from __future__ import annotations

from transreview.terminology.index import TermIndex
from transreview.terminology.segment_terms import ConceptUse, ForbiddenUse, SegmentTerms

__all__ = ["ConceptUse", "ForbiddenUse", "SegmentTerms", "TermIndex"]
