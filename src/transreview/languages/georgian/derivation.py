"""Words that Georgian derives from others, and endings that no word has."""

from __future__ import annotations

import re

_COUNTRY = re.compile("^(?:სა)?(.{3,})ეთი$")
_SHORTEST_STEM = 4

_LAST_LETTERS = frozenset("აეიოუსთდნმრლცვ")
_SHORTEST_WORD = 3


def derived(term: str, text: str) -> bool:
    """Whether a text has a word derived from a term.

    საპრეზიდენტო has პრეზიდენტი in it, ევროპარლამენტი begins with ევროპა, რუსული is of რუსეთი: the
    term is rendered, as another part of speech.
    """
    if " " in term:
        return False
    bare = term.rstrip("აეიოუ")
    country = _COUNTRY.match(term)
    if (bare if len(bare) >= _SHORTEST_STEM else term) in text:
        return True
    return country is not None and (f"{country[1]}ულ" in text or f"{country[1]}ურ" in text)


def may_end(word: str) -> bool:
    """Whether a Georgian word can end as this one does; a word in other letters always may."""
    if not "ა" <= word[-1] <= "ჰ":
        return True
    return len(word) >= _SHORTEST_WORD and word[-1] in _LAST_LETTERS
