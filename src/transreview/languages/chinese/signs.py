"""Which lists of words a Chinese text has any word of: found for all of them in one pass over the text.

Rules and lists of names look for thousands of words, of which most texts have none. Each tells its words once
and is given a sign, a bit; a text's signs say which of them need to look at it at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from transreview.languages.batches import TEXTS_KEPT

Words = Callable[[], Iterable[str]]
_lists: list[Words] = []


def sign_of(words: Words) -> int:
    """Return the sign of some words, a bit of its own.

    Args:
        words: Returns them; asked when a text is first looked at.
    """
    _lists.append(words)
    return 1 << len(_lists) - 1


def signs_in(text: str) -> int:
    """Return the signs of all lists that a text has some word of, or-ed together."""
    return _signs(text, len(_lists))


@lru_cache(maxsize=TEXTS_KEPT)
def _signs(text: str, count: int) -> int:
    finder, signs = _automaton(count)
    found = 0
    for hit in finder.find_matches_as_indexes(text, overlapping=True):
        found |= signs[hit[0]]
    return found


@cache
def _automaton(count: int) -> tuple[AhoCorasick, list[int]]:
    """Return what finds the words of the first lists, so many of them, with the signs of each word."""
    signs: dict[str, int] = {}
    for place, words in enumerate(_lists[:count]):
        for word in words():
            signs[word] = signs.get(word, 0) | 1 << place
    return AhoCorasick(list(signs)), list(signs.values())
