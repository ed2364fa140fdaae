"""The words under which a text is filed and found again, whatever language it is in.

Han, kana, Thai and other runs without spaces are filed by their overlapping pairs of characters,
words between spaces by their stems: so a concordance finds a Georgian word in all its forms, and a
Chinese one wherever it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from transreview.languages.stemming import stemmer
from transreview.terminology.chinese_folding import fold

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUN = re.compile(rf"([{_UNSPACED}]+)|([^\W_{_UNSPACED}]+(?:[\u0300-\u036f]+[^\W_{_UNSPACED}]*)*)")
_UNIT = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|[^\w\s]")
_NUMBER = re.compile(r"\d+")


def folded(text: str) -> str:
    """Return a text in the one spelling in which texts are compared: width, case, Traditional folded."""
    return fold(unicodedata.normalize("NFC", text)).text.casefold()


def plain(text: str) -> str:
    """Return a text as an exact match must have it: the same letters, whatever the white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tokens(text: str, language: str) -> list[str]:
    """Return the tokens of a text, in order, each as often as it occurs.

    Args:
        text: Any text.
        language: Its BCP 47 tag, for the stems of words.

    Returns:
        Pairs of characters of unspaced runs (a lone character by itself) and stems of words.
    """
    found: list[str] = []
    for run, word in _RUN.findall(folded(text)):
        if word:
            found.append(_stem(word, language))
        elif len(run) == 1:
            found.append(run)
        else:
            found.extend(a + b for a, b in pairwise(run))
    return found


def units(text: str) -> list[str]:
    """Return what a difference is counted in: characters of unspaced scripts, words, marks; numbers alike."""
    return [_NUMBER.sub("0", unit) for unit in _UNIT.findall(folded(text))]


def code(token: str, language: str) -> str:
    """Return the name under which a token is indexed: eight hexadecimal digits, one space a language."""
    return f"{crc32(f'{language} {token}'.encode()):08x}"


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    return word if word[0].isdigit() else stemmer(language)(word)
