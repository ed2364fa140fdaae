"""Names by their sound: 利文斯顿 and ლივინგსტონი, whatever the scripts.

Names are what news has most of and lexicons have least of. A window of Chinese characters, or a word,
is reduced to its consonants; two of them go together when these differ by at most one or two. Windows
that match nothing are no tokens, and of overlapping ones the best is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

import numpy as np
from rapidfuzz.distance import Levenshtein

from transreview.alignment.channels import Channel, number_tokens_of
from transreview.alignment.sides import Side
from transreview.alignment.signals.sounds import han_sounds, name_characters, word_sounds
from transreview.languages import Language

_distance = Levenshtein.distance
_LEAST, _MOST = 3, 9
_WINDOW = 6
_WORD = re.compile(r"[^\W\d_]{4,}")

Window = tuple[int, int, str]


def name_channel(left: Side, right: Side) -> Channel | None:
    """Return the names of both sides that sound alike; None where both share a script.

    Args:
        left: One side.
        right: The other.
    """
    if set(left.language.scripts) & set(right.language.scripts):
        return None
    sides = [_Sounds(left), _Sounds(right)]
    matches = _match(sides[0].types(), sides[1].types())
    types: list[dict[str, int]] = [{}, {}]
    tables = []
    for number, side in enumerate(sides):
        best: dict[str, float] = {}
        for pair, strength in matches.items():
            if strength > best.get(pair[number], 0.0):
                best[pair[number]] = strength
        chosen = [side.chosen(unit, best) for unit in range(len(side.units))]
        tables.append(number_tokens_of(chosen, types[number]))
    kept = {pair: s for pair, s in matches.items() if pair[0] in types[0] and pair[1] in types[1]}
    pairs = np.array([(types[0][a], types[1][b]) for a, b in kept], np.int32).reshape(-1, 2)
    strengths = np.array(list(kept.values()), np.float64)
    return Channel(
        "name", left=tables[0], right=tables[1], pairs=pairs, forward=strengths, backward=strengths
    )


class _Sounds:
    """What each unit of a side sounds like: overlapping windows in Chinese, words elsewhere."""

    def __init__(self, side: Side) -> None:
        if side.language.transcribes:
            self.units = [_windows(text) for text in side.folded]
        else:
            self.units = [_words(text, side.language) for text in side.folded]

    def types(self) -> set[str]:
        """Return all distinct sounds."""
        return {sounds for unit in self.units for _start, _end, sounds in unit}

    def chosen(self, unit: int, best: dict[str, float]) -> set[str]:
        """Return the sounds of a unit that match something, the best of overlapping ones."""
        taken: set[int] = set()
        kept: set[str] = set()
        found = [(best[s], end - start, -start, end, s) for start, end, s in self.units[unit] if s in best]
        if len(found) == 1:
            return {found[0][-1]}
        for _strength, _length, start, end, sounds in sorted(found, reverse=True):
            places = range(-start, end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.add(sounds)
        return kept


def _windows(text: str) -> list[Window]:
    """Return windows over runs of characters that foreign names are written with."""
    return [
        (start + run.start(), end + run.start(), sounds)
        for run in _name_runs().finditer(text)
        for start, end, sounds in _windows_of(run[0])
    ]


@cache
def _name_runs() -> re.Pattern[str]:
    """Return what finds two and more such characters, one after the other."""
    return re.compile(f"[{''.join(sorted(name_characters()))}]{{2,}}")


@lru_cache(20_000)
def _windows_of(run: str) -> tuple[Window, ...]:
    """Return the windows over such a run: many are met again and again."""
    sound = han_sounds()
    sounds = [sound.get(character, "") for character in run]
    found: list[Window] = []
    for start, joined in enumerate(sounds):
        for end in range(start + 1, min(start + _WINDOW, len(run))):
            joined += sounds[end]  # noqa: PLW2901 - it grows with the window
            if _LEAST <= len(joined) <= _MOST:
                found.append((start, end + 1, joined))
    return tuple(found)


def _words(text: str, language: Language) -> list[Window]:
    """Return the words of a text, without their endings where the language knows them."""
    found: list[Window] = []
    for match in _WORD.finditer(text):
        sounds = _sounds(match[0], language)
        if _LEAST <= len(sounds) <= _MOST:
            found.append((match.start(), match.end(), sounds))
    return found


@lru_cache(200_000)
def _sounds(word: str, language: Language) -> str:
    """Return the consonants of a word, without its ending where the language knows it."""
    word = word.lower()
    return word_sounds(language.stem(word) if language.stem else word)


def _match(left: set[str], right: set[str]) -> dict[tuple[str, str], float]:
    """Return the pairs of sounds that are alike, with the probability that they are one name."""
    index: dict[str, list[str]] = defaultdict(list)
    for sounds in sorted(right):
        for key in _keys(sounds):
            index[key].append(sounds)
    matches: dict[tuple[str, str], float] = {}
    for sounds in sorted(left):
        for key in _keys(sounds):
            for other in index.get(key, ()):
                if (sounds, other) not in matches:
                    strength = _alike(sounds, other)
                    if strength:
                        matches[sounds, other] = strength
    return matches


def _keys(sounds: str) -> set[str]:
    """Return the sounds themselves and with one left out: two that are one change apart share a key."""
    if len(sounds) == _LEAST:
        return {sounds}
    return {sounds, *(sounds[:k] + sounds[k + 1 :] for k in range(len(sounds)))}


def _alike(a: str, b: str) -> float:
    """Return the probability that two sounds are one name, 0 for too different ones."""
    if a == b:
        return min(0.15 * len(a), 0.9)
    distance = _distance(a, b, score_cutoff=2)
    longest = max(len(a), len(b))
    if distance == 1 and longest >= 4:
        return 0.1 * (longest - 2)
    if distance == 2 and longest >= 7:
        return 0.3
    return 0.0
