"""What a check is: a small function with a name, a severity and an explanation.

A check yields hits; the engine makes of each hit a finding (`transreview.model.finding`). A check sees
one segment, or it compares the segments of a document in one of three ways (`checks.comparison`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import NotRequired, TypedDict, Unpack

from transreview.checks.comparison import Choices, Companions, Comparison, Groups, Neighbours
from transreview.checks.features import Features
from transreview.checks.hit import Hit
from transreview.languages.language import Language
from transreview.model.finding import Severity

__all__ = [
    "Check", "Example", "Hit", "Scope", "any_pair", "comparing_check", "document_check",
    "segment_check",
]  # fmt: skip


class Scope(StrEnum):
    """How much text a check has to see."""

    SEGMENT = "segment"
    DOCUMENT = "document"


SegmentFunction = Callable[[Features], Iterable[Hit]]
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
        applies: Which language pairs it is true for.
        target_has: Character bits (`checks.characters`) without which it has nothing to see in
            the translation; 0 to look at every segment.
        source_has: The same of the source.
        either_has: The same for source and translation together.
        needs: The feature (`checks.features`) without which it has nothing to see: not asked where that is
            empty or nothing; "" for none.
        alone: Whether it is about a text without a counterpart, of which no other check speaks.
        default: Whether it runs unless it is asked for by name.
        segment: Its function when its scope is the segment.
        document: How it compares segments when its scope is the document.
        package: The installed package that adds it, empty for the catalogue's own.
    """

    id: str
    _: KW_ONLY
    family: str
    severity: Severity
    mqm: str
    explanation: str
    good: Example
    bad: Example
    applies: Applies = any_pair
    target_has: int = 0
    source_has: int = 0
    either_has: int = 0
    needs: str = ""
    alone: bool = False
    default: bool = True
    segment: SegmentFunction | None = None
    document: Comparison | None = None
    package: str = ""

    @property
    def scope(self) -> Scope:
        """How much text it has to see."""
        return Scope.SEGMENT if self.document is None else Scope.DOCUMENT


class Described(TypedDict):
    """The attributes of `Check` that every decorator takes."""

    family: str
    severity: Severity
    mqm: str
    explanation: str
    applies: NotRequired[Applies]
    target_has: NotRequired[int]
    source_has: NotRequired[int]
    either_has: NotRequired[int]
    needs: NotRequired[str]
    alone: NotRequired[bool]
    default: NotRequired[bool]


def segment_check(
    check_id: str, *, good: tuple[str, str], bad: tuple[str, str], **described: Unpack[Described]
) -> Callable[[SegmentFunction], Check]:
    """Make a check of a function that sees one segment and yields hits.

    Args:
        check_id: Its name.
        good: A pair on which it stays silent.
        bad: A pair on which it fires.
        described: The other attributes of `Check`.
    """

    def make(function: SegmentFunction) -> Check:
        return Check(check_id, good=Example(*good), bad=Example(*bad), segment=function, **described)

    return make


def document_check(
    check_id: str,
    *,
    good: tuple[str, str],
    bad: tuple[str, str],
    keys: Callable[[Features], Iterable[str]] | None = None,
    **described: Unpack[Described],
) -> Callable[[Callable[[list[Features]], Iterable[tuple[int, Hit]]]], Check]:
    """Make a check of a function that sees the segments that share a key, in their order.

    Args:
        check_id: Its name.
        good: Texts on which it stays silent, a segment a line.
        bad: Texts on which it fires.
        keys: What a segment is grouped by (its source, a name in it); an edit runs the function again
            on the groups that it touches and on no other. Without it the whole document is one group.
        described: The other attributes of `Check`.
    """

    def make(function: Callable[[list[Features]], Iterable[tuple[int, Hit]]]) -> Check:
        groups = Groups(keys or _whole_document, function)
        return Check(check_id, good=Example(*good), bad=Example(*bad), document=groups, **described)

    return make


def _whole_document(_features: Features) -> tuple[str, ...]:
    return ("",)


def comparing_check(
    check_id: str,
    *,
    good: tuple[str, str],
    bad: tuple[str, str],
    compares: Choices | Companions | Neighbours,
    **described: Unpack[Described],
) -> Check:
    """Make a check that compares the segments of a document in another way than by keys.

    Args:
        check_id: Its name.
        good: Texts on which it stays silent, a segment a line.
        bad: Texts on which it fires.
        compares: Ways to write a thing, words that go with things, or runs of neighbours: how they are
            found and judged.
        described: The other attributes of `Check`.
    """
    return Check(check_id, good=Example(*good), bad=Example(*bad), document=compares, **described)
