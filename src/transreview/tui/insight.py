"""What is known of a segment beside its texts: terms of the glossary and findings of the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from transreview.model.finding import Finding, Severity
from transreview.model.segment import Segment
from transreview.terminology.segment_terms import ConceptUse


@dataclass(frozen=True, slots=True)
class Overview:
    """What the checks found in a whole article.

    Attributes:
        worst: Segment → the worst severity and the number of findings, for those that have any.
        compared: Segment → the text that was checked, and what was found by comparing segments.
    """

    worst: dict[int, tuple[Severity, int]] = field(default_factory=dict)
    compared: dict[int, tuple[str, tuple[Finding, ...]]] = field(default_factory=dict)

    def note(self, segment: Segment, findings: Sequence[Finding], compared: Sequence[Finding] = ()) -> None:
        """Take in what was found in a segment, worst first."""
        if findings:
            self.worst[segment.id] = (findings[0].severity, len(findings))
        if compared:
            self.compared[segment.id] = (segment.target, tuple(compared))


class SegmentInsight(Protocol):
    """Looks into one segment at a time; called on the screen's own thread, so it has to be quick."""

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:
        """Return the concepts that the source has and how the translation renders them.

        Args:
            segment: The segment.
            target: Text to look into instead of its own (what stands in the editor).
        """

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find, worst first, without what was dismissed."""

    def take_over(self, overview: Overview) -> None:
        """Know what the checks that compare segments have found."""

    def forget_findings(self) -> None:
        """Check again when next asked: something was dismissed, or a dismissal taken back."""


class NoInsight:
    """Stands in until glossary and checks are loaded."""

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def take_over(self, overview: Overview) -> None:
        """Know nothing."""

    def forget_findings(self) -> None:
        """Have nothing to forget."""
