"""The report's part on risk: the curve of errors found against text read, and the segments to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transreview.model.article import Article
from transreview.model.finding import Finding, Severity
from transreview.model.segment import Segment
from transreview.scoring.risk.order import curve, found_within
from transreview.workflow.quality.report_corpus import Contents
from transreview.workflow.quality.report_model import RiskCurve, SegmentRow
from transreview.workflow.quality.risk import ProjectRisk
from transreview.workflow.quality.risk_signals import findings_weight
from transreview.workflow.quality.scoring import is_handled

SHOWN = 100  # segments shown in full because of their rank
MOST_SHOWN = 400  # and with those that have errors or were changed most


def risk_curve(
    contents: Contents,
    risk: ProjectRisk,
    findings: Mapping[int, Sequence[Finding]],
    penalties: Mapping[int, float],
) -> RiskCurve:
    """Return how much of what is wrong is found when the riskiest text is read first.

    What is wrong is measured by what people marked, else by what they changed, over the segments they
    looked at; where nobody has looked, by findings, and where there are none, by the estimate itself. The
    order is that of the shipped weights: one that had learnt from the same changes would flatter itself.
    Findings and estimates are what the order is made of: how much of them stands in its first fifth says
    nothing, and no figure is given.

    Args:
        contents: The project's articles and segments.
        risk: Its order of risk.
        findings: By segment's id what the checks found.
        penalties: By segment's id the MQM penalty that raters gave.
    """
    every = [segment for _article, segment in contents.every]
    handled = [segment for segment in every if is_handled(segment)]
    edits = {s.id: float(contents.efforts[s.id].word_edits) for s in handled}
    found = {s.id: findings_weight(findings.get(s.id, ())) for s in every}
    basis, measured = "estimate", {s.id: risk.shipped[s.id] for s in every}
    if any(penalties.values()):
        basis, measured = "annotations", dict(penalties)
    elif any(edits.values()):
        basis, measured = "edits", edits
    elif any(found.values()):
        basis, measured = "findings", found
    known = [segment for segment in every if segment.id in measured]
    sizes = [float(max(len(contents.started[segment.id]), 1)) for segment in known]
    values = [measured[segment.id] for segment in known]
    ranked = sorted(range(len(known)), key=lambda i: -risk.shipped[known[i].id] / sizes[i])
    said_by_people = basis in {"annotations", "edits"}
    return {
        "basis": basis,
        "model": "project" if risk.learnt else "general",
        "at_fifth": found_within(sizes, values, ranked) if said_by_people else None,
        "points": [{"read": read, "found": share} for read, share in curve(sizes, values, ranked)],
    }


def segment_rows(
    contents: Contents, risk: ProjectRisk, findings: Mapping[int, Sequence[Finding]]
) -> list[SegmentRow]:
    """Return the segments to look at: the riskiest first, those with errors, and those changed most."""
    chosen: dict[int, tuple[Article, Segment]] = {}
    by_rank = sorted(contents.every, key=lambda pair: risk.segments[pair[1].id].rank)
    for article, segment in by_rank:
        errors = any(f.severity.rank >= Severity.ERROR.rank for f in findings.get(segment.id, ()))
        first = risk.segments[segment.id].rank <= SHOWN and not segment.status.is_done
        if first or errors:
            chosen[segment.id] = (article, segment)
    changed = sorted(contents.every, key=lambda pair: -contents.efforts[pair[1].id].hter)
    for article, segment in changed[: SHOWN // 4]:
        if contents.efforts[segment.id].word_edits:
            chosen.setdefault(segment.id, (article, segment))
    shown = sorted(chosen.values(), key=lambda pair: risk.segments[pair[1].id].rank)
    return [_row(contents, risk, article, segment, findings) for article, segment in shown[:MOST_SHOWN]]


def _row(
    contents: Contents,
    risk: ProjectRisk,
    article: Article,
    segment: Segment,
    findings: Mapping[int, Sequence[Finding]],
) -> SegmentRow:
    from transreview.scoring.text_difference import compare

    own = risk.segments[segment.id]
    started = contents.started[segment.id]
    return {
        "article": article.slug,
        "key": segment.key,
        "engine": article.engine,
        "status": segment.status.value,
        "reviewer": contents.people.get(segment.id, ""),
        "source_language": article.source_language,
        "target_language": article.target_language,
        "source": segment.source,
        "machine": started,
        "target": segment.target,
        "hter": contents.efforts[segment.id].hter if is_handled(segment) else None,
        "risk": own.expected,
        "rank": own.rank,
        "reasons": list(own.reasons),
        "diff": [(piece.change.value, piece.text) for piece in compare(started, segment.target)],
        "findings": [
            {
                "check": f.check,
                "severity": f.severity.value,
                "message": f.message,
                "side": f.side.value,
                "start": f.start,
                "end": f.end,
                "expected": f.expected,
            }
            for f in findings.get(segment.id, ())
        ],
    }
