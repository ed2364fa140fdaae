"""Names by their sound: 利文斯顿 and ლივინგსტონი, whatever the scripts.

Names are what news has most of and lexicons have least of. A window of Chinese characters, or a word,
is reduced to its consonants; two of them go together when these differ by at most one or two. Windows
that match nothing are no tokens, and of overlapping ones the best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np

from transreview.alignment.channels import Channel, number_tokens_of
from transreview.alignment.sides import Side
from transreview.alignment.signals.sounds import han_sounds, name_characters, word_sounds
from transreview.languages import Language

# Consonants of a name, and from how many on two of them may differ.
_LEAST, _MOST, _LONG = 3, 9, 7
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
    sides = [_Windows(side) if side.language.transcribes else _Words(side) for side in (left, right)]
    matches = _match(sides[0].types(), sides[1].types())
    types: list[dict[str, int]] = [{}, {}]
    tables = []
    for number, side in enumerate(sides):
        best: dict[str, float] = {}
        for pair, strength in matches.items():
            if strength > best.get(pair[number], 0.0):
                best[pair[number]] = strength
        tables.append(number_tokens_of(side.chosen(best), types[number]))
    kept = {pair: s for pair, s in matches.items() if pair[0] in types[0] and pair[1] in types[1]}
    pairs = np.array([(types[0][a], types[1][b]) for a, b in kept], np.int32).reshape(-1, 2)
    strengths = np.array(list(kept.values()), np.float64)
    return Channel(
        "name", left=tables[0], right=tables[1], pairs=pairs, forward=strengths, backward=strengths
    )


class _Words:
    """What each unit of a side sounds like whose language puts spaces between words: word by word."""

    def __init__(self, side: Side) -> None:
        heard = _Heard(side.language)
        self._units = [{heard[word] for word in _WORD.findall(text)} - {""} for text in side.folded]

    def types(self) -> set[str]:
        """Return all distinct sounds."""
        return set().union(*self._units)

    def chosen(self, best: Mapping[str, float]) -> list[set[str]]:
        """Return the sounds of each unit that match something."""
        return [{sounds for sounds in unit if sounds in best} for unit in self._units]


class _Windows:
    """What each unit of a Chinese side sounds like: overlapping windows of characters."""

    def __init__(self, side: Side) -> None:
        self._units = [_windows(text) for text in side.folded]

    def types(self) -> set[str]:
        """Return all distinct sounds."""
        return {sounds for unit in self._units for _start, _end, sounds in unit}

    def chosen(self, best: Mapping[str, float]) -> list[set[str]]:
        """Return the sounds of each unit that match something, the best of overlapping ones."""
        return [_best_apart(unit, best) for unit in self._units]


def _best_apart(unit: Sequence[Window], best: Mapping[str, float]) -> set[str]:
    found = [(best[s], end - start, -start, end, s) for start, end, s in unit if s in best]
    if len(found) < 2:
        return {sounds for *_place, sounds in found}
    taken: set[int] = set()
    kept: set[str] = set()
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


class _Heard(dict[str, str]):
    """The consonants of each word that is asked for, without its ending; none of too few or too many."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._stem = language.stem

    def __missing__(self, word: str) -> str:
        lower = word.lower()
        sounds = word_sounds(self._stem(lower) if self._stem else lower)
        self[word] = kept = sounds if _LEAST <= len(sounds) <= _MOST else ""
        return kept


def _match(left: set[str], right: set[str]) -> dict[tuple[str, str], float]:
    """Return the pairs of sounds that are alike, with the probability that they are one name."""
    # What is left of the right ones without one sound, by the place of that sound and by itself.
    changed: list[dict[str, list[str]]] = [{} for _ in range(_MOST)]
    shortened: dict[str, list[str]] = {}
    for sounds in sorted(right):
        cuts = _cuts(sounds)
        for at_place, cut in zip(changed, cuts, strict=False):
            at_place.setdefault(cut, []).append(sounds)
        for cut in set(cuts):
            shortened.setdefault(cut, []).append(sounds)
    matches: dict[tuple[str, str], float] = {}
    for sounds in sorted(left):
        size = len(sounds)
        cuts = _cuts(sounds)
        if size >= _LONG:
            matches |= {(sounds, other): 0.3 for cut in cuts for other in shortened.get(cut, ())}
        for at_place, cut in zip(changed, cuts, strict=False):
            if cut in at_place:
                matches |= {(sounds, other): 0.1 * (size - 2) for other in at_place[cut]}
            if cut in right:
                matches[sounds, cut] = 0.1 * (size - 2)
        for other in shortened.get(sounds, ()):
            matches[sounds, other] = 0.1 * (size - 1)
        if sounds in right:
            matches[sounds, sounds] = min(0.15 * size, 0.9)
    return matches


def _cuts(sounds: str) -> list[str]:
    """Return sounds without the first, without the second …; the shortest would say nothing without one."""
    if len(sounds) == _LEAST:
        return []
    return [sounds[:k] + sounds[k + 1 :] for k in range(len(sounds))]
