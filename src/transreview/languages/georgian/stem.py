"""The stem of a Georgian word: what is left without postposition, case ending and plural.

Crude on purpose, nouns and verbs alike: it serves counting and comparing. What a form really is says
the declension.
"""

from __future__ import annotations

from functools import lru_cache

_POSTPOSITIONS = ("თვის", "გან", "დან", "მდე", "კენ", "თან", "ში", "ზე", "ვით")
_ENDINGS = ("ის", "ით", "ად", "ას", "მა", "ს", "მ", "ი", "ა", "ე", "ო", "უ")
_VOWELS = "აეიოუ"
_LEAST = 3


@lru_cache(100_000)
def stem(word: str) -> str:
    """Return a Georgian word without what declension may have added to it, as far as rules can tell.

    The last vowel goes too, so that ასოციაცია and ასოციაციამ have one stem.
    """
    word = _without_endings(word)
    return word[: max(_LEAST, len(word.rstrip(_VOWELS)))]


def _without_endings(word: str) -> str:
    if len(word) > 4 and word.endswith("ც"):
        word = word[:-1]
    for endings in (_POSTPOSITIONS, _ENDINGS):
        if not word.endswith(endings):
            continue
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    if word.endswith("ებ") and len(word) - 2 >= _LEAST:
        word = word[:-2]
    return word


# What the stem of a common noun loses, and a name ends in: კავანო, კავანოს; მარია, მარიას.
_OWN_VOWEL = ("ა", "ე", "ო", "უ", "ას", "ეს", "ოს", "უს")


def name_stem(word: str) -> str:
    """Return the stem of a Georgian name: an ending behind a hyphen is none of it, its last vowel is."""
    word = word.partition("-")[0]
    cut = _without_endings(word)
    rest = word[len(cut) :]
    if rest in _OWN_VOWEL:
        return cut + rest[0]
    # People of a place are called after it and are no spelling of its name: კატალონიელები.
    return cut + "ებ" if rest.startswith("ებ") and cut.endswith("ელ") else cut
