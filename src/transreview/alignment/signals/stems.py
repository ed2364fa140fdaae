"""Stems: what of a word is looked up in the lexicon, the same when it was made and when it is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

_HAN = re.compile(r"[一-鿿㐀-䶿]+")
_WORD = re.compile(r"[^\W\d_]+")

# A Georgian word without its postposition, case ending and plural; crude on purpose: nouns and verbs
# alike become a key, and longer keys would only split what belongs together.
_GEORGIAN_POSTPOSITIONS = ("თვის", "გან", "დან", "მდე", "კენ", "თან", "ში", "ზე", "ვით")
_GEORGIAN_ENDINGS = ("ის", "ით", "ად", "ას", "მა", "ს", "მ", "ი", "ა", "ე", "ო", "უ")
_KEY = 6

_LEAST = 3

_SNOWBALL = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "ru": "russian",
    "tr": "turkish",
}


def han_runs(text: str) -> list[str]:
    """Return the runs of Chinese characters of a text."""
    return _HAN.findall(text)


def stems(text: str, language: str) -> list[str]:
    """Return the keys of the words of a text in a language with spaces.

    Args:
        text: Any text.
        language: Bare language code.
    """
    key = _georgian if language == "ka" else _stemmer(language)
    return [key(word) for word in _WORD.findall(text.lower()) if len(word) > 1]


@lru_cache(200_000)
def _georgian(word: str) -> str:
    return citation(word)[:_KEY]


def citation(word: str) -> str:
    """Return a Georgian word without postposition, case ending and plural, as far as rules can tell."""
    if len(word) > 4 and word.endswith("ც"):
        word = word[:-1]
    for endings in (_GEORGIAN_POSTPOSITIONS, _GEORGIAN_ENDINGS):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    if word.endswith("ებ") and len(word) - 2 >= _LEAST:
        word = word[:-2]
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Return the Snowball stemmer of a language, or one that keeps the beginnings of words."""
    import snowballstemmer

    name = _SNOWBALL.get(language)
    if name is None:
        return lambda word: word[:_KEY]
    return lru_cache(200_000)(snowballstemmer.stemmer(name).stemWord)
