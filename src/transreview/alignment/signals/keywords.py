"""Keywords of short lines: "Supports JPEG" among lines that differ in nothing else.

A sentence has many words that speak for its counterpart. A list item or a cell has two or three, and the
name that it keeps in the other language is what it is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.+#-][A-Za-z0-9]+)*[+#]*")
# A name even between two languages in Latin letters: JPEG, macOS, WebP, mp3.
_NAMED = re.compile(r"[A-Za-z0-9]*(?:[A-Za-z0-9][A-Z]|\d)[A-Za-z0-9.+#-]*")
# Addresses and code tie by themselves.
_APART = re.compile(r"`[^`]*`|[\w+.-]*(?:://|@)[!-~]+|\]\([^()]*\)|www\.[!-~]+", re.ASCII)
# More characters are a sentence, and what stands in more lines tells none of them apart.
_SHORT, _FEW = 60, 2


def keyword_tokens(pieces: Sequence[str], *, foreign: bool) -> list[set[str]]:
    """Return of each short line the words in Latin letters that few other lines have.

    Args:
        pieces: The lines of one side.
        foreign: Latin letters are foreign to one of the two languages, so a word that both sides have is
            one that the translator kept.
    """
    found = [_words(piece, foreign) if len(piece) <= _SHORT else set() for piece in pieces]
    lines = Counter(word for words in found for word in words)
    return [{word for word in words if lines[word] <= _FEW} for words in found]


def _words(piece: str, foreign: bool) -> set[str]:
    if _WORD.search(piece) is None:
        return set()
    words = _WORD.findall(_APART.sub(" ", piece))
    return {word.casefold() for word in words if len(word) > 1 and (foreign or _NAMED.fullmatch(word))}
