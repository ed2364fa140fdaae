"""Whether a Georgian word is spelled as some word is: a filter of the forms of a spelling dictionary.

The data is a Bloom filter of all forms of the dictionary ka_GE.spell (Gabriel Margiani, MIT; word lists
by Dato Bumbeishvili, MIT, and Kevin Scannell's crubadan, CC BY 4.0; npm package dictionary-ka 1.1.0),
made by `scripts/make_georgian_words.py`. One unknown word in ten thousand passes for known; a known
one never for unknown. Names and new words are missing from it, so that an unknown word is no fault yet.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

HEADER = b"transreview words 1\n"
# Twenty bits and fourteen probes let one stranger in ten thousand pass.
BITS_A_WORD, _PROBES = 20, 14
_CLITICS = ("ც", "აც", "ვე", "ა", "აა", "ცაა", "ვეა")
_ENDINGS = [
    "ისთვის",
    "ისათვის",
    "ისგან",
    "ისაგან",
    "ისკენ",
    "სთვის",
    "სათვის",
    "სთან",
    "სგან",
    "საგან",
    "სკენ",
    "იდან",
    "ამდე",
    "დან",
    "მდე",
    "ითა",
    "ით",
    "ისა",
    "ის",
    "ში",
    "ზე",
    "თან",
    "მა",
    "ადა",
    "ად",
    "თა",
    "მ",
    "ს",
    "თი",
    "დ",
]


def positions(word: str, bits: int) -> Iterator[int]:
    """Yield the places of a word in a filter of so many bits."""
    digest = hashlib.blake2b(word.encode(), digest_size=16).digest()
    first, step = int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little") | 1
    for probe in range(_PROBES):
        yield (first + probe * step) % bits


@cache
def _filter() -> bytes:
    data = (files("transreview.languages.georgian") / "data" / "words.bloom").read_bytes()
    assert data.startswith(HEADER)
    return data[len(HEADER) :]


@lru_cache(maxsize=100_000)
def is_form(word: str) -> bool:
    """Whether the dictionary has this form (or, one time in ten thousand, seems to).

    Args:
        word: Mkhedruli letters.
    """
    return bool(forms_among((word,)))


def forms_among(words: Iterable[str]) -> list[str]:
    """Return those of some words that the dictionary has, by the same chance; for many of which few are.

    Args:
        words: Mkhedruli letters each.
    """
    data = _filter()
    bits = len(data) * 8
    found = []
    for word in words:
        first, step = _halves(_digest(word.encode(), digest_size=16).digest())
        # The probes of `positions`, one sum after the other; half of all strangers fail at the first.
        place = first % bits
        if not data[place >> 3] >> (place & 7) & 1:
            continue
        step = (step | 1) % bits
        for _probe in _OTHER_PROBES:
            place += step
            if place >= bits:
                place -= bits
            if not data[place >> 3] >> (place & 7) & 1:
                break
        else:
            found.append(word)
    return found


_digest, _halves = hashlib.blake2b, struct.Struct("<QQ").unpack
_OTHER_PROBES = range(_PROBES - 1)


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Whether the word is known, as it stands, without a clitic, or as a case of a known noun.

    The dictionary spells out the cases of some nouns only; any known word is taken for one here.

    Args:
        word: Mkhedruli letters.
    """
    if is_form(word):
        return True
    bare = [word[: -len(clitic)] for clitic in _CLITICS if word.endswith(clitic)]
    if any(len(one) > 1 and is_form(one) for one in bare):
        return True
    return any(_is_case(one) for one in (word, *bare))


def _is_case(word: str) -> bool:
    """Whether a word ends in a case ending after what is a known noun's stem."""
    for ending in _ENDINGS:
        stem = word[: -len(ending)] if word.endswith(ending) else ""
        if len(stem) > 2 and (is_form(stem + "ი") or (stem[-1] in "აეოუ" and is_form(stem))):
            return True
        if len(stem) > 2 and ending[0] in "იად" and is_form(stem + "ა"):
            return True
    return False
