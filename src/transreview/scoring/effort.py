"""Post-editing effort: how much of the machine translation people had to change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transreview.scoring.kept_statistics import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentEffort:
    """The edits of one segment.

    Attributes:
        word_edits: Insertions, deletions, substitutions and shifts of words, from machine to corrected text.
        words: Words of the corrected text.
        character_edits: Levenshtein distance in characters.
        characters: Characters of the longer text.
        unchanged: Whether the two texts are the same.
    """

    word_edits: int
    words: int
    character_edits: int
    characters: int
    unchanged: bool

    @property
    def hter(self) -> float:
        """Edits per word of the corrected text; 1.0 where all words were deleted, 0.0 where nothing was."""
        return self.word_edits / self.words if self.words else float(self.word_edits > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Post-editing effort of a set of segments.

    Every figure is over the segments that a person has reviewed: a text that nobody has read is no text
    without errors, and must not make the figure smaller. How many there are of those stands in `untouched`.

    Attributes:
        hter: Sum of edits over sum of words of the corrected text (Snover et al. 2006), no mean of segments;
            None where no segment was reviewed.
        character_rate: Sum of character edits over sum of characters; None as `hter`.
        segments: Number of segments, reviewed or not.
        reviewed: Of these, the ones that a person edited, confirmed or approved.
        untouched: The others.
        unchanged: Reviewed segments left as the machine made them.
        words: Words of the corrected text.
        edits: Word edits.
        per_thousand_words: Edits per 1,000 words of the corrected text; None as `hter`.
        deciles: Nine values of the segments' HTER, 10 % to 90 %.
    """

    hter: float | None
    character_rate: float | None
    segments: int
    reviewed: int
    untouched: int
    unchanged: int
    words: int
    edits: int
    per_thousand_words: float | None
    deciles: tuple[float, ...]


def segment_effort(
    machine: Sequence[str], corrected: Sequence[str], language: str, keeper: Keeper | None = None
) -> list[SegmentEffort]:
    """Return the edits of each segment.

    Args:
        machine: The machine translation, one text a segment.
        corrected: The reviewed text of the same segments.
        language: Target language; Chinese and Japanese count characters as words.
        keeper: Keeps the word edits of texts it has seen.
    """
    from rapidfuzz.distance import Levenshtein

    from transreview.scoring.kept_statistics import kept_statistics
    from transreview.scoring.metrics import build_metric, statistics

    metric = build_metric("ter", language)
    rows = (
        kept_statistics(keeper, metric, machine, [corrected])
        if keeper is not None
        else statistics(metric, machine, [corrected])
    )
    return [
        SegmentEffort(
            word_edits=int(edits),
            words=int(words),
            character_edits=Levenshtein.distance(before, after),
            characters=max(len(before), len(after)),
            unchanged=before == after,
        )
        for (edits, words), before, after in zip(rows, machine, corrected, strict=True)
    ]


def total_effort(reviewed: Sequence[SegmentEffort], segments: int | None = None) -> Effort:
    """Return the effort of a set of segments together.

    Args:
        reviewed: The segments that a person has reviewed.
        segments: How many there are with those that nobody has; none when None.
    """
    total = len(reviewed) if segments is None else segments
    known = bool(reviewed)
    edits = sum(s.word_edits for s in reviewed)
    words = sum(s.words for s in reviewed)
    characters = sum(s.characters for s in reviewed)
    return Effort(
        hter=(edits / words if words else float(edits > 0)) if known else None,
        character_rate=(sum(s.character_edits for s in reviewed) / characters if characters else 0.0)
        if known
        else None,
        segments=total,
        reviewed=len(reviewed),
        untouched=total - len(reviewed),
        unchanged=sum(s.unchanged for s in reviewed),
        words=words,
        edits=edits,
        per_thousand_words=(1000 * edits / words if words else 0.0) if known else None,
        deciles=_deciles(sorted(s.hter for s in reviewed)),
    )


def _deciles(ordered: list[float]) -> tuple[float, ...]:
    """Return nine cut points by linear interpolation (the default of R and numpy)."""
    if not ordered:
        return ()
    cuts = []
    for tenth in range(1, 10):
        place = tenth / 10 * (len(ordered) - 1)
        low = int(place)
        high = min(low + 1, len(ordered) - 1)
        cuts.append(ordered[low] + (ordered[high] - ordered[low]) * (place - low))
    return tuple(cuts)
