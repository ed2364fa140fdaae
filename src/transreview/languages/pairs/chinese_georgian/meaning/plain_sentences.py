"""Sentences so plain that what their translation says otherwise is surely of the same thing."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

_LONGEST = 24  # characters of a source
_PARTS = lazy_pattern("[，；：、,;:](?=.)")


def is_plain(source: str) -> bool:
    """Whether a Chinese text is one short clause.

    Args:
        source: Text of a segment.
    """
    return len(source) <= _LONGEST and _PARTS.search(source) is None
