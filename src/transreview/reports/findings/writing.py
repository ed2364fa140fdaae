"""Writes a stream of checked texts in one form and counts what it writes."""

from __future__ import annotations

from collections.abc import Iterable

from transreview.model.finding import Severity
from transreview.reports.findings.renderer import FindingsRenderer, ShownText
from transreview.workflow.quality.check_results import Baseline, CheckedText, Tally


def write_findings(
    texts: Iterable[CheckedText],
    renderer: FindingsRenderer,
    *,
    shown: Severity = Severity.INFO,
    baseline: Baseline | None = None,
) -> Tally:
    """Write findings as they come.

    Args:
        texts: Checked texts, those without findings too.
        renderer: The form.
        shown: Findings below it are counted as hidden and not written.
        baseline: Findings of an earlier run; they are written as known and not counted.

    Returns:
        The counts.
    """
    tally = Tally()
    renderer.begin()
    for text in texts:
        if baseline is not None:
            baseline.meet(text.path)
        if text.left_out:
            tally.left_out[text.left_out] += 1
            continue
        tally.texts += text.counted
        tally.dismissed += text.dismissed
        one = _shown(text, shown, baseline, tally)
        tally.flagged += bool(one.findings)
        renderer.add(one)
    if baseline is not None:
        tally.fixed = baseline.remaining.total()
    renderer.end(tally)
    return tally


def _shown(text: CheckedText, shown: Severity, baseline: Baseline | None, tally: Tally) -> ShownText:
    if not text.findings:
        return ShownText(text, ())
    kept = []
    for finding in text.findings:
        fingerprint = finding.fingerprint(text.source, text.target)
        known = baseline is not None and baseline.knows(fingerprint)
        if finding.severity.rank < shown.rank:
            tally.hidden += not known
            continue
        kept.append((finding, fingerprint, known))
        if known:
            tally.known += 1
        else:
            tally.severities[finding.severity] += 1
            tally.checks[finding.check] += 1
    return ShownText(text, tuple(kept))
