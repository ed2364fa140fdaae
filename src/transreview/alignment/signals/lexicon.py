"""Words: associations of the lexicon."""

from __future__ import annotations

from functools import cache

import numpy as np

from transreview.alignment.channels import Channel
from transreview.alignment.sides import Side
from transreview.alignment.signals.stems import stems, unspaced_runs
from transreview.alignment.tokens import TokenTable
from transreview.languages.pairs.lexicon import Bridge, Lexicon, load_words

# What the catalogs of programs show once in twenty times, an article may show in every third: the strength
# of an association is its probability to this power, found on development data.
_STRENGTH = 0.35


def lexicon_channel(left: Side, right: Side) -> Channel | None:
    """Return the words of both sides that the lexicon knows; None where nothing is known of them."""
    lexicon = load_words(left.language.code, right.language.code)
    if lexicon is None:
        return None
    left_table = _look_up(left, lexicon.left, right.language.code)
    right_table = _look_up(right, lexicon.right, left.language.code)
    return _channel(left_table, right_table, lexicon)


def _channel(left: TokenTable, right: TokenTable, lexicon: Lexicon | Bridge) -> Channel:
    """Return the associations between words that are there, renumbered to those words."""
    left_words, left_numbers = np.unique(left.type, return_inverse=True)
    right_words, right_numbers = np.unique(right.type, return_inverse=True)
    pairs, forward, backward = lexicon.among(left_words, right_words)
    return Channel(
        "lexicon",
        left=TokenTable(left.size, len(left_words), left.unit, left_numbers.astype(np.int32)),
        right=TokenTable(right.size, len(right_words), right.unit, right_numbers.astype(np.int32)),
        pairs=pairs,
        forward=forward**_STRENGTH,
        backward=backward**_STRENGTH,
        tells=(True, True),
    )


def _look_up(side: Side, words: dict[str, int], other: str) -> TokenTable:
    """Return which words of the lexicon with another language stand in each unit."""
    longest = {} if side.language.spaced else _longest_words(side.language.code, other)
    unit: list[int] = []
    kind: list[int] = []
    for index, text in enumerate(side.folded):
        if side.language.spaced:
            found = {words[stem] for stem in stems(text, side.language.code) if stem in words}
        else:
            found = _longest_matches(text, words, longest)
        unit += [index] * len(found)
        kind += sorted(found)
    return TokenTable(len(side.folded), len(words), np.array(unit, np.int32), np.array(kind, np.int32))


@cache
def _longest_words(language: str, other: str) -> dict[str, int]:
    """Return by its first two characters how long the longest word of a language in a lexicon is."""
    lexicon = load_words(language, other)
    if lexicon is None:
        return {}
    # Where there is nothing, one character is tried; of words that begin alike the longest is the last.
    return {word[:2]: len(word) for word in sorted(lexicon.left, key=len)}


def _longest_matches(text: str, words: dict[str, int], longest: dict[str, int]) -> set[int]:
    """Return the words met when a text without spaces is cut greedily from the left."""
    found: set[int] = set()
    reach = longest.get
    for run in unspaced_runs(text):
        start, size = 0, len(run)
        while start < size:
            end = start + reach(run[start : start + 2], 1)
            number = words.get(run[start:end])
            while number is None and end > start + 1:
                end = min(end, size) - 1
                number = words.get(run[start:end])
            if number is not None:
                found.add(number)
            start = end
    return found
