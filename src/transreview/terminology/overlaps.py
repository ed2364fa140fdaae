"""Which of overlapping matches stand: the longest from the left, as a reader takes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from transreview.model.glossary import TermMatch


def longest(matches: Iterable[TermMatch]) -> list[TermMatch]:
    """Keep the longest match from the left of those that overlap.

    Args:
        matches: Matches in any order.

    Returns:
        Matches in the order of the text. Several concepts may share a span; each keeps its match.
    """
    ordered = sorted(matches, key=lambda match: (match.start, -match.end))
    kept: list[TermMatch] = []
    reached = 0
    for (start, end), group in groupby(ordered, key=lambda match: (match.start, match.end)):
        if start >= reached:
            kept.extend(group)
            reached = end
    return kept


def inside(inner: TermMatch, outer: TermMatch) -> bool:
    """Whether a match lies in a longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end
