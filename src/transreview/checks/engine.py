"""Runs the checks of a context over a segment or a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transreview.checks.check import Check, Hit
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.quotation import follow_quotations
from transreview.checks.segment_text import SegmentText
from transreview.model.finding import Finding, Severity, Side


def check_segment(text: SegmentText, context: CheckContext) -> list[Finding]:
    """Check one segment by itself.

    Args:
        text: The segment; its `source_open` and `target_open` tell of quotations opened before it.
        context: Languages, glossary and choices.

    Returns:
        Its findings, worst first.
    """
    return _segment_findings(Features(text, context), context)


def check_document(segments: Sequence[SegmentText], context: CheckContext) -> dict[int, list[Finding]]:
    """Check the segments of one document in their order.

    Quotations are followed from segment to segment, and the checks that compare segments run.

    Returns:
        Index in `segments` → findings, worst first; segments without a finding are left out.
    """
    features = [Features(text, context) for text in follow_quotations(segments)]
    found: dict[int, list[Finding]] = {}
    for index, one in enumerate(features):
        findings = _segment_findings(one, context)
        if findings:
            found[index] = findings
    for check in context.document_plan:
        assert check.document is not None
        for index, hit in check.document(features):
            finding = _finding(check, hit, features[index], context)
            if finding is not None:
                found.setdefault(index, []).append(finding)
    return {index: worst_first(found[index]) for index in sorted(found)}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by falling severity, then by place in the text, then by check."""
    return sorted(
        findings, key=lambda one: (-one.severity.rank, one.side is Side.SOURCE, one.start, one.end, one.check)
    )


def _segment_findings(features: Features, context: CheckContext) -> list[Finding]:
    target_mask = features.target_mask
    either_mask = target_mask | features.source_mask
    found: list[Finding] = []
    for target_has, either_has, run, check in context.segment_plan:
        if target_has and not target_has & target_mask:
            continue
        if either_has and not either_has & either_mask:
            continue
        for hit in run(features):
            finding = _finding(check, hit, features, context)
            if finding is not None:
                found.append(finding)
    return worst_first(found) if len(found) > 1 else found


def _finding(check: Check, hit: Hit, features: Features, context: CheckContext) -> Finding | None:
    """Make a finding of a hit, unless the user's allow-list lets it pass."""
    side_text = features.source if hit.side is Side.SOURCE else features.target
    excerpt = side_text[hit.start : hit.end]
    found = hit.found or excerpt
    settings = context.settings
    if settings.allow and (
        settings.allows(check.id, found) or (excerpt and settings.allows(check.id, excerpt))
    ):
        return None
    return Finding(
        check=check.id,
        severity=_severity(check, hit, settings.severity(check.id)),
        mqm=check.mqm,
        side=hit.side,
        start=hit.start,
        end=hit.end,
        message=hit.message,
        expected=hit.expected,
        found=found,
        fix=hit.fix,
        segment_id=features.text.id,
        confidence=hit.confidence,
        concept_id=hit.concept_id,
    )


def _severity(check: Check, hit: Hit, chosen: Severity | None) -> Severity:
    """Return the hit's own severity, kept at the same distance from what the user chose for the check."""
    own = hit.severity or check.severity
    if chosen is None:
        return own
    ladder = list(Severity)
    rank = own.rank + chosen.rank - check.severity.rank
    return ladder[max(0, min(rank, len(ladder) - 1))]
