"""What a check yields: the first stage of a finding."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from transreview.model.finding import Fix, Severity, Side


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check's function reports; the engine makes a finding of it.

    Attributes:
        start: First character of the span.
        end: One past its last character; equal to `start` where something is missing.
        message: What is wrong, one sentence without a final stop.
        expected: What should stand there, when known.
        found: What stands there; the text of the span when left empty.
        side: The text that the span points into.
        fix: The edit of the translation that mends it, only where it is certain.
        severity: Another severity than the check's own, for weaker or stronger cases.
        confidence: 0 to 1.
        concept_id: The glossary's concept, for terms.
    """

    start: int
    end: int
    message: str
    expected: str = ""
    _: KW_ONLY
    found: str = ""
    side: Side = Side.TARGET
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: float = 1.0
    concept_id: str = ""
