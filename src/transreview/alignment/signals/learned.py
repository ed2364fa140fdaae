"""Learned words: what goes together in the user's own confirmed segments.

The shipped lexicon knows programs and places; a project knows its trade. Words and pairs of Chinese
characters that keep company across confirmed segments are associations like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from transreview.alignment.channels import Channel, number_tokens_of
from transreview.alignment.sides import Side
from transreview.alignment.signals.stems import han_runs, stems
from transreview.languages import language as language_of

# Met together at least so often, and so exclusively (Ochiai's coefficient), or it is chance.
_TOGETHER, _LEAST = 2, 0.5
# A word in more than this share of the segments goes with everything.
_COMMON = 0.3


def learned_channel(left: Side, right: Side, pairs: Sequence[tuple[str, str]]) -> Channel:
    """Return the associations that confirmed segments teach.

    Args:
        left: One side.
        right: The other.
        pairs: Texts that translate each other, the left language first.
    """
    strengths = associations(pairs, left.language.tag, right.language.tag)
    known = {a for a, _b in strengths}, {b for _a, b in strengths}
    types: tuple[dict[str, int], dict[str, int]] = ({}, {})
    tables = [
        number_tokens_of([words(text, side.language.tag) & known[n] for text in side.folded], types[n])
        for n, side in enumerate((left, right))
    ]
    there = [(a, b, s) for (a, b), s in strengths.items() if a in types[0] and b in types[1]]
    numbers = np.array([(types[0][a], types[1][b]) for a, b, _s in there], np.int32).reshape(-1, 2)
    values = np.array([s for _a, _b, s in there], np.float64)
    return Channel("learned", left=tables[0], right=tables[1], pairs=numbers, forward=values, backward=values)


def words(text: str, language: str) -> set[str]:
    """Return what is counted of a text: stems of words, or pairs of Chinese characters."""
    if language_of(language).spaced:
        return set(stems(text, language_of(language).code))
    return {run[k : k + 2] for run in han_runs(text) for k in range(len(run) - 1)}


def associations(pairs: Sequence[tuple[str, str]], left: str, right: str) -> dict[tuple[str, str], float]:
    """Return which words keep company, from 0 to 1.

    Args:
        pairs: Texts that translate each other.
        left: Tag of the first texts' language.
        right: Tag of the second texts' language.
    """
    sides = [(words(a, left), words(b, right)) for a, b in pairs]
    single = _usual(a for a, _b in sides), _usual(b for _a, b in sides)
    together: Counter[tuple[str, str]] = Counter()
    for words_left, words_right in sides:
        wanted = sorted(words_right & single[1].keys())
        for word in sorted(words_left & single[0].keys()):
            together.update((word, other) for other in wanted)
    result: dict[tuple[str, str], float] = {}
    for (a, b), count in together.items():
        # One meeting is taken off: it may be the very chance that is to be judged.
        strength = (count - 1) / (single[0][a] * single[1][b]) ** 0.5
        if count >= _TOGETHER and strength >= _LEAST * (count - 1) / count:
            result[a, b] = strength
    return result


def _usual(texts: Iterable[set[str]]) -> dict[str, int]:
    """Return how many texts hold each word, of those that are neither unique nor everywhere."""
    listed = list(texts)
    counts = Counter(word for text in listed for word in text)
    most = max(_COMMON * len(listed), _TOGETHER)
    return {word: count for word, count in counts.items() if _TOGETHER <= count <= most}
