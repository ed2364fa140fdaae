"""Stretches of a text that are shown differently from the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class MarkKind(StrEnum):
    """Why a stretch is marked; the later one is drawn over the earlier one."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    MUTED = "muted"
    UNKNOWN = "unknown"
    TERM = "term"
    WARNING = "warning"
    ERROR = "error"
    REMOVED = "removed"
    ADDED = "added"
    MATCH = "match"


FEW = 50
"""Marks that are looked through for each line; more are put in order once."""

ORDER = {kind: at for at, kind in enumerate(MarkKind)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text.

    Attributes:
        start: First character.
        end: One past the last.
        kind: Why it is marked.
    """

    start: int
    end: int
    kind: MarkKind


def runs(
    text: str, start: int, end: int, marks: Sequence[Mark]
) -> Iterator[tuple[str, tuple[MarkKind, ...]]]:
    """Divide a line of a text where its marks begin and end.

    Args:
        text: The whole text.
        start: First character of the line.
        end: One past its last.
        marks: Marks into the whole text; they may overlap.

    Yields:
        Pieces of text[start:end] in order with the kinds that cover each, in drawing order.
    """
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    if not here:
        if end > start:
            yield text[start:end], ()
        return
    cuts = {start, end}
    for mark in here:
        cuts.update((max(mark.start, start), min(mark.end, end)))
    edges = sorted(cuts)
    for a, b in pairwise(edges):
        kinds = {mark.kind for mark in here if mark.start <= a and mark.end >= b}
        yield text[a:b], tuple(sorted(kinds, key=ORDER.__getitem__))


class MarkedLines:
    """A text with its marks, of which a line finds its own quickly however many there are.

    Args:
        text: The text.
        marks: Marks into it; they may overlap.
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        self._marks = sorted(marks, key=lambda mark: mark.start) if len(marks) > FEW else marks
        self._starts = [mark.start for mark in self._marks] if len(marks) > FEW else None
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def runs(self, start: int, end: int) -> Iterator[tuple[str, tuple[MarkKind, ...]]]:
        """Divide a line of the text where its marks begin and end; see `runs`."""
        marks = self._marks
        if self._starts is not None:
            first = bisect_left(self._starts, start - self._longest)
            marks = marks[first : bisect_left(self._starts, end)]
        return runs(self.text, start, end, marks)
