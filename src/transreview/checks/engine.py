"""Runs the checks of a context over a segment or a document."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.checks.context import CheckContext
from transreview.checks.document import DocumentChecks
from transreview.checks.features import Features
from transreview.checks.findings import batch_findings, segment_findings, worst_first
from transreview.checks.segment_text import SegmentText
from transreview.languages.batches import AT_ONCE
from transreview.model.finding import Finding

__all__ = ["check_document", "check_segment", "check_segments", "worst_first"]


def check_segment(text: SegmentText, context: CheckContext) -> list[Finding]:
    """Check one segment by itself.

    Args:
        text: The segment; its `source_open` and `target_open` tell of quotations opened before it.
        context: Languages, glossary and choices.

    Returns:
        Its findings, worst first.
    """
    return segment_findings(Features(text, context), context)


def check_segments(texts: Sequence[SegmentText], context: CheckContext) -> list[list[Finding]]:
    """Check several segments, each by itself: the same as `check_segment` of each, in less time.

    Returns:
        The findings of each, worst first.
    """
    found: list[list[Finding]] = []
    for start in range(0, len(texts), AT_ONCE):
        batch = [Features(text, context) for text in texts[start : start + AT_ONCE]]
        found += batch_findings(batch, context)
    return found


def check_document(segments: Sequence[SegmentText], context: CheckContext) -> dict[int, list[Finding]]:
    """Check the segments of one document in their order.

    Quotations are followed from segment to segment, and the checks that compare segments run.

    Returns:
        Index in `segments` → findings, worst first; segments without a finding are left out.
    """
    document = DocumentChecks(context)
    document.arrange(enumerate(segments))
    for _step in document.fill(at_once=AT_ONCE):
        pass
    found = {index: document.findings(index) for index in range(len(segments))}
    return {index: findings for index, findings in found.items() if findings}
