"""How names sound, roughly: their consonants in classes, comparable across scripts and spellings."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from transreview.languages.chinese.transcription import sound
from transreview.languages.language import Language
from transreview.lazy_patterns import lazy_pattern

# Letters that one foreign sound is written with.
_CLASSES = {
    **dict.fromkeys("პფpbfvwβბвпбфვ", "P"),
    **dict.fromkeys("ტთდtdтд", "T"),
    **dict.fromkeys("კქყგღხჰkgqchкгхc", "K"),
    **dict.fromkeys("სზცძჩჭშჟჯszxjсзцчшжщ", "S"),
    **dict.fromkeys("ლl", "L"),
    **dict.fromkeys("რrр", "R"),
    **dict.fromkeys("მmм", "M"),
    **dict.fromkeys("ნnн", "N"),
}
_INITIALS = (
    ("zh", "S"), ("ch", "S"), ("sh", "S"), ("b", "P"), ("p", "P"), ("f", "P"), ("w", "P"), ("m", "M"),
    ("d", "T"), ("t", "T"), ("n", "N"), ("l", "R"), ("g", "K"), ("k", "K"), ("h", "K"),
    ("r", "S"), ("z", "S"), ("c", "S"), ("s", "S"),
)  # fmt: skip
_SOFT = lazy_pattern("[gc](?=[eiyé])")
_LIKE_ENOUGH = 0.6


def same_class(one: str, other: str) -> bool:
    """Whether two letters write the same kind of sound."""
    return one == other or _CLASSES.get(one, one) == _CLASSES.get(other, other)


class _ToClasses(dict[int, str | None]):
    """Code point → the class of its sound; characters without one, vowels above all, are left out."""

    def __missing__(self, code: int) -> None:
        if len(self) < _REMEMBERED:
            self[code] = None


_LETTERS_OF_CLASSES = "PTKSLRMN"
_REMEMBERED = 50_000
_TO_CLASSES = _ToClasses({ord(one): one for one in f"{_LETTERS_OF_CLASSES} "} | str.maketrans(_CLASSES))
_DOUBLES = tuple((one * 2, one) for one in _LETTERS_OF_CLASSES)


def skeleton(word: str) -> str:
    """Return the classes of a word's consonants, doubled ones once; the vowels are left out.

    Args:
        word: In lower case; Latin, Cyrillic or Georgian letters. Of several words, each by itself.
    """
    classes = word.translate(_TO_CLASSES)
    for double, one in _DOUBLES:
        while double in classes:
            classes = classes.replace(double, one)
    return classes


@lru_cache(maxsize=16384)
def name_skeletons(name: str) -> tuple[str, ...]:
    """Return the consonant classes of a source's name: of its Chinese syllables, or of its letters.

    There are two where the writing leaves it open: 希 is "si" or "hi", 加 "ja" or "ka", g may be soft.
    """
    syllables = sound(name)
    if not syllables:
        letters = name.lower()
        hard = _merged(skeleton(letters))
        soft = _merged(skeleton(_SOFT.sub("s", letters)))
        return (hard,) if soft == hard else (hard, soft)
    readings = []
    for palatal in ("S", "K"):
        classes: list[str] = []
        for syllable in syllables.split("-"):
            if syllable[0] in "jqx":
                classes.append(palatal)
            else:
                classes += [one for initial, one in _INITIALS if syllable.startswith(initial)][:1]
            if syllable == "er":
                classes.append("R")
            elif syllable.endswith(("n", "ng")):
                classes.append("N")
        readings.append(_merged("".join(classes)))
    return (readings[0],) if readings[0] == readings[1] else (readings[0], readings[1])


_MERGE = str.maketrans("LN", "RM")


def _merged(classes: str) -> str:
    """Return a skeleton with the sounds in one that Chinese does not keep apart in names."""
    return classes.translate(_MERGE)


@lru_cache(maxsize=8192)
def merged_skeleton(word: str) -> str:
    """Return the consonant classes of a word, merged as those of names are."""
    return _merged(skeleton(word))


def sounds_like(name: str, word: str, enough: float = _LIKE_ENOUGH) -> bool:
    """Whether a word of the translation may be a spelling of a name of the source.

    Their consonants begin alike and mostly agree in order.

    Args:
        name: In Chinese characters of transcription, or in letters.
        word: In lower case, best without its case ending.
        enough: Share of the consonants of both that have to agree.
    """
    of_word = _merged(skeleton(word))
    return any(alike(of_name, of_word, enough) for of_name in name_skeletons(name))


@lru_cache(maxsize=1 << 16)
def alike(of_name: str, of_word: str, enough: float = _LIKE_ENOUGH) -> bool:
    """Whether two skeletons begin alike and share most of their classes, in order."""
    if not of_name or not of_word or of_name[0] != of_word[0]:
        return False
    wanted = enough * (len(of_name) + len(of_word))
    if 2 * min(len(of_name), len(of_word)) < wanted:
        return False  # one is too short to share enough
    return bool(2 * LCSseq.similarity(of_name, of_word) >= wanted)


def begins_alike(of_name: str, of_word: str) -> bool:
    """Whether a word, or its beginning without an ending of a few consonants, is `alike`."""
    size = len(of_name)
    return any(alike(of_name, cut) for cut in {of_word[:size], of_word[: size + 1]})


def skeletons(text: str) -> list[str]:
    """Return the skeletons of all words of a text, merged as those of names are, in ascending order.

    Args:
        text: In lower case.
    """
    return sorted(set(map(_skeletons.__getitem__, text.replace("-", " ").split(" "))))


def beginning_with(first: str, words: list[str]) -> list[str]:
    """Return those of some skeletons in ascending order that begin with a class."""
    return words[bisect_left(words, first) : bisect_left(words, chr(ord(first) + 1))]


class _Skeletons(dict[str, str]):
    """The skeletons of words, merged as those of names are, worked out when a word is first met."""

    def __missing__(self, word: str) -> str:
        found = _merged(skeleton(word))
        if len(self) < _REMEMBERED:
            self[word] = found
        return found


_skeletons = _Skeletons()


_SLAVIC_ENDING = lazy_pattern("(?:ами|ями|ого|ому|ой|ом|ем|ым|ов|ев|а|у|е|ы|и|ю|s)$")
_SHORTEST_STEM = 3


def name_stem(word: str, language: Language) -> str:
    """Return a name without its case ending, as far as that can be told without a dictionary.

    Args:
        word: In lower case.
        language: Its language.
    """
    key = (language.code, word)
    found = _stems.get(key)
    if found is None:
        if len(_stems) > _REMEMBERED:
            _stems.clear()
        found = _stems[key] = _name_stem(word, language)
    return found


_stems: dict[tuple[str, str], str] = {}


def _name_stem(word: str, language: Language) -> str:
    if language.name_stem is not None:
        word = word.partition("-")[0]
        stem = language.name_stem(word)
    else:
        word = re.sub("['’].*", "", word)
        stem = _SLAVIC_ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
