"""Words that look like a form of a term and are another word."""

from __future__ import annotations

# Function words and verbs much more usual than the noun they look like.
_OTHER_WORDS = frozenset(("არის", "თავის", "თავისი", "თვით", "მოდის", "მით", "უფროს", "ვართ", "ხართ"))


def is_other_word(word: str, citation: str) -> bool:
    """Say whether a word of a text is more likely another word than a form of a term."""
    return word in _OTHER_WORDS and word != citation
