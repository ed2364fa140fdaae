"""Completing a word from what the article and its glossary say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
MOST = 9
SHORTEST = 2
"""Letters that a completion adds at least."""


def candidates(
    letters: str, terms: Sequence[str], texts: Iterable[str], *, near: Iterable[str] = ()
) -> list[str]:
    """Return what begins with some letters: terms of the segment first, then words, the most frequent first.

    Args:
        letters: What was typed.
        terms: Terms that the segment asks for.
        texts: Where words are taken from.
        near: Texts whose words come before those: what the memory has for the segment.
    """
    start = letters.casefold()
    found = [term for term in terms if term.casefold().startswith(start) and len(term) > len(letters)]
    found += [*_words(start, near), *_words(start, texts)]
    return list(dict.fromkeys(found))[:MOST]


def _words(start: str, texts: Iterable[str]) -> list[str]:
    """Return the words with a beginning, the most frequent first."""
    words = Counter(
        word
        for text in texts
        for word in _WORD.findall(text)
        if len(word) >= len(start) + SHORTEST and word.casefold().startswith(start)
    )
    return [word for word, _count in words.most_common(MOST)]
