"""Checks of a translation, one family a file.

`check_segment` looks at one pair of texts, `check_document` at a whole article with what only
shows across its segments. Which checks there are stands in `registry`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.lazy_names import lazy_names

if TYPE_CHECKING:
    from transreview.checks.context import CheckContext
    from transreview.checks.engine import check_document, check_segment, check_segments
    from transreview.checks.registry import REGISTRY
    from transreview.checks.segment_text import SegmentText

__all__ = ["REGISTRY", "CheckContext", "SegmentText", "check_document", "check_segment", "check_segments"]

__getattr__ = lazy_names(
    __name__,
    {
        "CheckContext": "context",
        "check_document": "engine",
        "check_segment": "engine",
        "check_segments": "engine",
        "REGISTRY": "registry",
        "SegmentText": "segment_text",
    },
)
