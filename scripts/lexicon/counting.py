"""Counting: how probable a word is in the translation of a text with another (IBM model 1)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Table = dict[tuple[str, str], float]


def model_one(pairs: Sequence[tuple[list[str], list[str]]], rounds: int, least: float, count: float) -> Table:
    """Return P(word of the second text | word of the first), by expectation maximisation.

    Brown et al. 1993, with an empty word that explains what nothing else does.

    Args:
        pairs: Words of the two texts, each word once.
        rounds: Rounds of expectation maximisation.
        least: Associations less probable than this are left out.
        count: Associations with a smaller expected count are left out.

    Returns:
        (first word, second word) → probability.
    """
    first: dict[str, int] = {"": 0}
    second: dict[str, int] = {}
    causes: list[int] = []
    effects: list[int] = []
    tokens: list[int] = []
    token = 0
    for a, b in pairs:
        numbers = [0, *(first.setdefault(word, len(first)) for word in a)]
        for word in b:
            causes += numbers
            effects += [second.setdefault(word, len(second))] * len(numbers)
            tokens += [token] * len(numbers)
            token += 1
    keys, place = np.unique(np.array(causes, np.int64) * len(second) + np.array(effects), return_inverse=True)
    cause, effect = np.divmod(keys, len(second))
    of_token = np.array(tokens)
    likely = np.ones(len(keys)) / np.bincount(cause, minlength=len(first))[cause]
    counts = likely
    for _round in range(rounds):
        share = likely[place]
        share = share / np.bincount(of_token, weights=share, minlength=token)[of_token]
        counts = np.bincount(place, weights=share, minlength=len(keys))
        likely = counts / np.bincount(cause, weights=counts, minlength=len(first))[cause]
    words = list(first), list(second)
    kept = np.flatnonzero((likely >= least) & (counts >= count) & (cause > 0))
    return {(words[0][cause[k]], words[1][effect[k]]): float(likely[k]) for k in kept}


def through(first: Table, second: Table, least: float) -> Table:
    """Return P(c | a) = Σ P(c | b) P(b | a), for words of a language that stands between two."""
    following: dict[str, list[tuple[str, float]]] = {}
    for (b, c), likely in second.items():
        following.setdefault(b, []).append((c, likely))
    result: Table = {}
    for (a, b), likely in first.items():
        for c, then in following.get(b, ()):
            result[a, c] = result.get((a, c), 0.0) + likely * then
    return {pair: likely for pair, likely in result.items() if likely >= least}
