"""Which two characters stand side by side in a Chinese text, found once for all who look for words in it."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from transreview.languages.batches import TEXTS_KEPT


@lru_cache(maxsize=TEXTS_KEPT)
def bigrams(text: str) -> tuple[str, ...]:
    """Return every two neighbouring characters of a text, by the place of the first."""
    return tuple(map(add, text, text[1:]))
