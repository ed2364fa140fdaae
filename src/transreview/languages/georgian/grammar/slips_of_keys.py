"""Words with a syllable typed twice, and verbs with two letters changed or one too many.

გაგრძელელების, მოიზიდადა; დაასქამა, შეთანხმნდნენ. Not every form of a noun or verb is in the dictionary, so
that only what becomes a known form is told.
"""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.word_forms import forms_among, is_form
from transreview.lazy_patterns import lazy_pattern

_SHORTEST_TWICE, _FIRST_TWICE, _SHORTEST_VERB = 8, 3, 7
_SYLLABLE_TWICE = lazy_pattern(r"(?=([ა-ჰ])([ა-ჰ])\1\2)")
# What finite verbs end in.
_OF_VERBS = ("ნენ", "ეს", "ებს", "ობს", "ავს", "ამს", "ენ", "ან", "ა", "ეთ", "ებთ", "ობთ", "ოს", "ონ")


def without_its_double_syllable(word: str) -> str:
    """Return a word without the second of two like syllables, if it is a known form then and was none.

    Args:
        word: Mkhedruli letters.

    Returns:
        Nothing where the word may be right: კრიზისისთვის, of კრიზისი.
    """
    # Most words are known, which is asked first since it is asked of each anyway.
    if len(word) < _SHORTEST_TWICE or is_form(word) or (match := _SYLLABLE_TWICE.search(word)) is None:
        return ""
    first, second = match[1], match[2]
    if (first in VOWELS) == (second in VOWELS) or match.start() < _FIRST_TWICE or first + second == "ლი":
        return ""  # ქვეველი, წაშლილის
    behind = match.start() + 2
    if is_form(f"{word[:behind]}ი") or (first in VOWELS and is_form(f"{word[:behind]}ა")):
        return ""
    shorter = word[:behind] + word[behind + 2 :]
    return shorter if is_form(shorter) else ""


@lru_cache(maxsize=1 << 14)
def verb_without_a_slip(word: str) -> str:
    """Return the one known verb that two letters changed back, or one less, make of an unknown word.

    Args:
        word: A word that no dictionary has.
    """
    if len(word) < _SHORTEST_VERB or not word.endswith(_OF_VERBS):
        return ""
    # The beginning is full of marks that may stand in several ways: preverb, person, version.
    swapped = {
        f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        for at in range(2, len(word) - 2)
        if word[at] != word[at + 1] and (word[at] in VOWELS) != (word[at + 1] in VOWELS)
    }
    shorter = {word[:at] + word[at + 1 :] for at in range(2, len(word) - 2) if _is_too_many(word, at)}
    found = [form for form in forms_among({*swapped, *shorter}) if _is_verb(form)]
    return found[0] if len(found) == 1 else ""


_MOST_CONSONANTS = 4


def _is_too_many(word: str, at: int) -> bool:
    """Whether a letter stands twice, or within more consonants than a verb has side by side."""
    if word[at] in VOWELS:
        return False  # გაუუარესდა, გადააადგილებს
    if word[at] == word[at - 1]:
        return True
    first = last = at
    while first and word[first - 1] not in VOWELS:
        first -= 1
    while last + 1 < len(word) and word[last + 1] not in VOWELS:
        last += 1
    return last - first + 1 > _MOST_CONSONANTS


def _is_verb(form: str) -> bool:
    if is_form(f"{form}მ") or is_form(f"{form}ში"):
        return False
    return verb_form(form) is not None or person_of(form) is not None
