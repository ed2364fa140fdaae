"""The report's part on findings: each with the words it is about, and sums by check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from transreview.model.finding import Finding, Severity, Side
from transreview.model.segment import Segment
from transreview.workflow.quality.report_corpus import Contents, severity_counts
from transreview.workflow.quality.report_quality import FindingRow, Findings

_AROUND = 24  # characters of context on either side


def findings_part(contents: Contents, findings: Mapping[int, Sequence[Finding]], dismissed: int) -> Findings:
    """Return all findings of a project.

    Args:
        contents: Its articles and segments.
        findings: By segment's id what was found, dismissed ones left out.
        dismissed: Number of findings that people dismissed.
    """
    counts: Counter[tuple[str, Severity, str]] = Counter()
    listed: list[FindingRow] = []
    clean = total = 0
    for article, segment in contents.every:
        total += 1
        found = findings.get(segment.id, ())
        clean += not any(f.severity.rank >= Severity.WARNING.rank for f in found)
        for finding in found:
            counts[finding.check, finding.severity, finding.mqm] += 1
            listed.append(_row(article.slug, segment, finding))
    return {
        "segments": total,
        "clean_share": clean / total if total else 1.0,
        "dismissed": dismissed,
        "by_severity": severity_counts(f for found in findings.values() for f in found),
        "by_check": [
            {
                "check": check,
                "severity": severity.value,
                "mqm": mqm,
                "count": count,
                "per_thousand": 1000 * count / total,
                "before": None,
            }
            for (check, severity, mqm), count in sorted(
                counts.items(), key=lambda item: (-item[0][1].rank, -item[1], item[0])
            )
        ],
        "list": listed,
    }


def _row(article: str, segment: Segment, finding: Finding) -> FindingRow:
    text = segment.source if finding.side is Side.SOURCE else segment.target
    words = text[finding.start : finding.end]
    return {
        "fingerprint": finding.fingerprint(segment.source, segment.target),
        "article": article,
        "key": segment.key,
        "check": finding.check,
        "severity": finding.severity.value,
        "side": finding.side.value,
        "start": finding.start,
        "end": finding.end,
        "words": words,
        "context": _context(text, finding.start, finding.end),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found or words,
    }


def _context(text: str, start: int, end: int) -> str:
    """Return the words in their surroundings, on one line."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = " ".join(text[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")
