"""A finding as plain data, the same in every form that programs read."""

from __future__ import annotations

from typing import Any

from transreview.model.finding import Finding, Side
from transreview.workflow.quality.check_results import CheckedText


def plain_finding(text: CheckedText, finding: Finding, fingerprint: str, known: bool) -> dict[str, Any]:
    """Return a finding with its evidence as plain data.

    Args:
        text: The text it was found in.
        finding: The finding.
        fingerprint: Its fingerprint.
        known: Whether the baseline has it too.
    """
    fix = finding.fix
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "mqm": finding.mqm,
        "side": finding.side.value,
        "start": finding.start,
        "end": finding.end,
        "excerpt": excerpt(text, finding),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "fix": None if fix is None else {"start": fix.start, "end": fix.end, "text": fix.text},
        "confidence": finding.confidence,
        "concept": finding.concept_id,
        "fingerprint": fingerprint,
        "known": known,
    }


def excerpt(text: CheckedText, finding: Finding) -> str:
    """Return the words that a finding points at; empty where something is missing."""
    of_side = text.source if finding.side is Side.SOURCE else text.target
    return of_side[finding.start : finding.end]
