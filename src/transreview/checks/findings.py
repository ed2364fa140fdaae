"""Makes findings of what checks yield."""

from __future__ import annotations

from collections.abc import Iterable

from transreview.checks.check import Check
from transreview.checks.context import CheckContext
from transreview.checks.features import Features
from transreview.checks.guard import CheckFailedError, as_failure, called, require_hit
from transreview.checks.hit import Hit
from transreview.i18n import _
from transreview.model.finding import Finding, Severity, Side

FAILED = "check.failed"
"""What the note is called that stands for a check which could not be asked."""


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by falling severity, then by place in the text, then by check."""
    return sorted(
        findings,
        key=lambda one: (
            -one.severity.rank, one.side is Side.SOURCE, one.start, one.end, one.check, one.expected,
            one.message,
        ),
    )  # fmt: skip


def segment_findings(features: Features, context: CheckContext) -> list[Finding]:
    """Return what the checks of single segments find in one, worst first."""
    target_mask = features.target_mask
    either_mask = target_mask | features.source_mask
    found: list[Finding] = []
    plan = context.alone_plan if features.is_empty else context.segment_plan
    for target_has, either_has, needs, run, check in plan:
        if target_has and not target_has & target_mask:
            continue
        if either_has and not either_has & either_mask:
            continue
        try:
            if needs and not getattr(features, needs):
                continue
            # Functions of the catalogue are run as they are: the guard would cost more than some of them.
            for hit in called(check, run, features) if check.package else run(features):
                finding = finding_of(check, hit, features, context)
                if finding is not None:
                    found.append(finding)
        except Exception as error:  # noqa: BLE001 - whatever a check does wrong becomes a note
            found.append(failure(check, as_failure(error), features))
    return worst_first(found) if len(found) > 1 else found


def finding_of(check: Check, hit: Hit, features: Features, context: CheckContext) -> Finding | None:
    """Make a finding of a hit, unless the user's allow-list lets it pass.

    Raises:
        CheckFailedError: The hit is none, or points beside the text.
    """
    if check.package:
        hit = require_hit(check, hit, features.source, features.target)
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


def failure(check: Check, error: CheckFailedError, features: Features) -> Finding:
    """Return the note that a check could not be asked about a segment."""
    package = check.package or "transreview"
    return Finding(
        check=FAILED,
        severity=Severity.WARNING,
        mqm="",
        side=Side.TARGET,
        start=0,
        end=0,
        message=_("The check “{check}” of the package {package} failed here: {error}").format(
            check=check.id, package=package, error=error
        ),
        found=check.id,
        segment_id=features.text.id,
    )


def _severity(check: Check, hit: Hit, chosen: Severity | None) -> Severity:
    """Return the hit's own severity, kept at the same distance from what the user chose for the check."""
    own = hit.severity or check.severity
    if chosen is None:
        return own
    ladder = list(Severity)
    rank = own.rank + chosen.rank - check.severity.rank
    return ladder[max(0, min(rank, len(ladder) - 1))]
