"""What a check is: a small function with a name, a severity and an explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from transreview.languages.language import Language
from transreview.model.finding import Fix, Severity, Side

if TYPE_CHECKING:
    from transreview.checks.features import Features


class Scope(StrEnum):
    """How much text a check has to see."""

    SEGMENT = "segment"
    DOCUMENT = "document"


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
    found: str = ""
    side: Side = Side.TARGET
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: float = 1.0
    concept_id: str = ""


SegmentFunction = Callable[["Features"], Iterable[Hit]]
DocumentFunction = Callable[["list[Features]"], Iterable[tuple[int, Hit]]]
Applies = Callable[[Language, Language], bool]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of texts that shows when a check fires, or when it does not."""

    source: str
    target: str


def any_pair(source: Language, target: Language) -> bool:  # noqa: ARG001 - the signature of a condition
    """Hold for every language pair."""
    return True


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the catalogue.

    Attributes:
        id: Its name ("num.mismatch").
        family: The file it stands in ("numbers").
        severity: How bad its findings are, unless one says otherwise.
        mqm: MQM-Core type, empty where none fits.
        explanation: When it fires, one sentence.
        good: A pair on which it stays silent (source, target).
        bad: A pair on which it fires.
        scope: Whether it sees one segment or the whole document.
        applies: Which language pairs it is true for.
        target_has: Character bits (`checks.characters`) without which it has nothing to see in
            the translation; 0 to look at every segment.
        either_has: The same for source and translation together.
        default: Whether it runs unless it is asked for by name.
        segment: Its function when its scope is the segment.
        document: Its function when its scope is the document.
    """

    id: str
    family: str
    severity: Severity
    mqm: str
    explanation: str
    good: Example
    bad: Example
    scope: Scope = Scope.SEGMENT
    applies: Applies = any_pair
    target_has: int = 0
    either_has: int = 0
    default: bool = True
    segment: SegmentFunction | None = None
    document: DocumentFunction | None = None


def segment_check(
    check_id: str,
    *,
    family: str,
    severity: Severity,
    mqm: str,
    explanation: str,
    good: tuple[str, str],
    bad: tuple[str, str],
    applies: Applies = any_pair,
    target_has: int = 0,
    either_has: int = 0,
    default: bool = True,
) -> Callable[[SegmentFunction], Check]:
    """Make a check of a function that sees one segment; the arguments are those of `Check`."""

    def make(function: SegmentFunction) -> Check:
        return Check(
            check_id,
            family,
            severity,
            mqm,
            explanation,
            Example(*good),
            Example(*bad),
            Scope.SEGMENT,
            applies,
            target_has,
            either_has,
            default,
            segment=function,
        )

    return make


def document_check(
    check_id: str,
    *,
    family: str,
    severity: Severity,
    mqm: str,
    explanation: str,
    good: tuple[str, str],
    bad: tuple[str, str],
    applies: Applies = any_pair,
    default: bool = True,
) -> Callable[[DocumentFunction], Check]:
    """Make a check of a function that sees the features of all segments of a document, in order."""

    def make(function: DocumentFunction) -> Check:
        return Check(
            check_id,
            family,
            severity,
            mqm,
            explanation,
            Example(*good),
            Example(*bad),
            Scope.DOCUMENT,
            applies,
            default=default,
            document=function,
        )

    return make
