"""Keys: what of a word is looked up in the lexicon, the same when it was made and when it is used."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from transreview import plugins
from transreview.languages import language as language_of
from transreview.languages.stemming import snowball

_HAN = re.compile(r"[一-鿿㐀-䶿]+")
# Runs of the scripts that put no spaces between words; of the Japanese ones those that carry meaning.
_UNSPACED = re.compile(r"[一-鿿㐀-䶿]+|[ァ-ヺー]{2,}|[ก-๎]+|[ກ-ໝ]+|[ក-៓]+|[က-႟]+")
# Vowels and accents of Indic, Arabic and Hebrew words are marks beside their letters.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")

# Of a stem that was cut by rules of thumb so many letters count: longer keys would only split what
# belongs together.
_KEY = 6


def han_runs(text: str) -> list[str]:
    """Return the runs of Chinese characters of a text."""
    return _HAN.findall(text)


def unspaced_runs(text: str) -> list[str]:
    """Return the runs of a text in scripts without spaces between words, where words are looked for."""
    return _UNSPACED.findall(text)


def stems(text: str, language: str) -> list[str]:
    """Return the keys of the words of a text in a language with spaces.

    Args:
        text: Any text.
        language: Bare language code.
    """
    key = _key_of(language)
    return [key(word) for word in _WORD.findall(text.lower()) if len(word) > 1]


@plugins.cached
def _key_of(language: str) -> Callable[[str], str]:
    if own := language_of(language).stem:
        return lru_cache(200_000)(lambda word: own(word)[:_KEY])
    if stem := snowball(language):
        return lru_cache(200_000)(stem)
    return lambda word: word[:_KEY]
