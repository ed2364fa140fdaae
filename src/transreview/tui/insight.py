"""What is known of a segment beside its texts: terms of the glossary and findings of the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from transreview.languages.language import Span
    from transreview.model.finding import Finding, Severity
    from transreview.model.glossary import Glossary
    from transreview.model.inline_mark import InlineMark
    from transreview.model.segment import Segment
    from transreview.terminology.segment_terms import ConceptUse
    from transreview.workflow.quality.spelling import Spelling

LONG = 20_000
"""Characters of source and translation from which on a segment is looked into beside the screen."""

Worst: TypeAlias = "tuple[Severity, int]"
"""The worst severity found in a segment, and the number of its findings."""

Changed: TypeAlias = "Mapping[int, Worst | None]"
"""Segments whose findings are others now, each with the worst of them; None where nothing is left."""

InlineMarks: TypeAlias = "tuple[Sequence[InlineMark], Sequence[InlineMark]]"
"""Inline marks of the source and of the translation."""


def is_long(segment: Segment, target: str | None = None) -> bool:
    """Return whether to look into a segment takes longer than a key may.

    Args:
        segment: The segment.
        target: Text to look into instead of its own.
    """
    return len(segment.source) + len(segment.target if target is None else target) > LONG


class SegmentInsight(Protocol):
    """Looks into one segment at a time; called on the screen's own thread, so it has to be quick."""

    @property
    def is_complete(self) -> bool:
        """Whether all segments were checked and compared; if not, `fill` has work to do."""

    @property
    def progress(self) -> tuple[int, int]:
        """Number of segments checked so far, and of all."""

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:
        """Return the concepts that the source has and how the translation renders them.

        Args:
            segment: The segment.
            target: Text to look into instead of its own (what stands in the editor).
        """

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:
        """Return what the checks find, worst first, without what was dismissed."""

    def is_at_hand(self, segment: Segment) -> bool:
        """Whether terms and findings can be told at once; a very long text takes longer than a key may."""

    def marks(self, segment: Segment) -> InlineMarks:
        """Return the inline marks that the files give both sides beside the texts."""

    @property
    def spelling(self) -> Spelling | None:
        """The spelling of the article; None until it is loaded."""

    def unknown(self, segment: Segment, target: str | None = None) -> Sequence[Span]:
        """Return where words stand that no word list knows."""

    def refresh(self) -> Changed:
        """Take in whatever has changed in the project, here or elsewhere; call it after every change."""

    def fill(self, near: int, stopped: Callable[[], bool]) -> Iterator[Changed]:
        """Check what was not checked yet, the nearest segments first; for a thread of its own.

        Args:
            near: Place in the article to begin at.
            stopped: Says whether nobody waits for the answer any more.
        """

    def renew(self, glossary: Glossary) -> Changed:
        """Go by another glossary; for a thread of its own."""


class NoInsight:
    """Stands in until glossary and checks are loaded."""

    spelling: Spelling | None = None
    is_complete = True
    is_awaited = True
    """Whether another will come; not when glossary and checks could not be loaded."""

    progress = (0, 0)

    def terms(self, segment: Segment, target: str | None = None) -> Sequence[ConceptUse]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def findings(self, segment: Segment, target: str | None = None) -> Sequence[Finding]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def is_at_hand(self, segment: Segment) -> bool:  # noqa: ARG002
        """Tell at once that there is nothing."""
        return True

    def marks(self, segment: Segment) -> InlineMarks:  # noqa: ARG002
        """Return nothing."""
        return (), ()

    def unknown(self, segment: Segment, target: str | None = None) -> Sequence[Span]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def refresh(self) -> Changed:
        """Have nothing to take in."""
        return {}

    def fill(self, near: int, stopped: Callable[[], bool]) -> Iterator[Changed]:  # noqa: ARG002
        """Have nothing to check."""
        return iter(())

    def renew(self, glossary: Glossary) -> Changed:  # noqa: ARG002
        """Have nothing to renew."""
        return {}


def is_awaited(insight: SegmentInsight) -> bool:
    """Return whether glossary and checks are still being loaded."""
    return isinstance(insight, NoInsight) and insight.is_awaited
