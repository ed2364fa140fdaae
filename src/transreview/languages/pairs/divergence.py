"""One place where a translation says something else than its source, as far as tables of words can tell."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class DivergenceKind(StrEnum):
    """What has changed."""

    NEGATION_LOST = "negation lost"
    NEGATION_ADDED = "negation added"
    TIME = "time"  # tomorrow for yesterday, what was for what will be
    SPEAKER = "speaker"  # he for I
    DIRECTION = "direction"  # less for more, a fall for a rise
    PLACE = "place"  # to a place for from it
    CONTRAST = "contrast"  # left for right, the buyer for the seller
    RELATION = "relation"  # for a thing, not about it; whose it is; who does it to whom
    MODALITY = "modality"  # may for must
    LABEL = "label"  # article 5 for article 15
    CLAUSE = "clause"  # a clause that nothing answers to
    ADDED = "added"  # a second thing beside the one of the source
    LIST = "list"  # three things of four
    DEMONSTRATIVE = "demonstrative"  # "this" in the nominative before a noun in the dative
    RANK = "rank"  # the mayor for his deputy
    POLITENESS = "politeness"  # the familiar form for the polite one


class Divergence(NamedTuple):
    """A place where source and translation part.

    Attributes:
        kind: What has changed.
        source: Span of the words of the source.
        target: Span of the words of the translation; None where something is missing.
        expected: What should stand there, where it is known.
        sure: Whether it is nearly always a fault; else a reader should look.
    """

    kind: DivergenceKind
    source: tuple[int, int]
    target: tuple[int, int] | None = None
    expected: str = ""
    sure: bool = False

    def shifted(self, source: int, target: int) -> Divergence:
        """Return it as it stands in longer texts, its spans so much further on."""
        ours = (self.source[0] + source, self.source[1] + source)
        theirs = (self.target[0] + target, self.target[1] + target) if self.target else None
        return self._replace(source=ours, target=theirs)
