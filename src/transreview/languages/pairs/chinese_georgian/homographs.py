"""Two Georgian words of one form beside each other: და და, the sister and „and“."""

from __future__ import annotations

from transreview.lazy_patterns import lazy_pattern

_SISTER = lazy_pattern("[姐妹姊]")


def are_two_words(source: str, word: str) -> bool:
    """Return whether a word that stands twice may be two words, of which its Chinese source has both.

    Args:
        source: Chinese text.
        word: In lower case.
    """
    return word == "და" and _SISTER.search(source) is not None
