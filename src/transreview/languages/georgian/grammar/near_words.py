"""Unknown words that are a known noun but for one letter: lost in a short one, swapped, too many, another.

Only nouns and adjectives of which the dictionary has many forms count, so that a name or a new word is
seldom like one by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from transreview.languages.georgian.grammar.outnumbered import has_more_than
from transreview.languages.georgian.word_forms import (
    LETTERS,
    forms_among,
    forms_with_a_letter,
    forms_with_another_letter,
    is_form,
)

_ENDING = re.compile("(?:ების|ებს|ებმა|ებში|ებით|ებზე|ებიდან|ები|ისთვის|იდან|ის|ით|ში|ზე|მა|ად|ი|ს|მ)$")
# Endings before which a stem in -ა has lost it.
_WITHOUT_A = frozenset(
    ("ის", "ით", "ისთვის", "იდან", "ები", "ების", "ებს", "ებში", "ებით", "ებმა", "ებზე", "ებიდან")
)
_MANY = 7
_SHORT = range(4, 8)
_SHORTEST_SWAPPED, _SHORTEST_FULLER, _SHORTEST_OTHER = 6, 8, 9
_SHORTEST_STEM, _SHORTEST_LONG_STEM = 4, 6
_OF_VERBS = ("ოს", "ებს", "ობს", "ავს", "ამს", "ეს", "ენ")
# Endings of participles and of what others say, which may stand behind any verb or word.
_OTHER_WORDS = ("ადი", "ად", "ო")
# Names and new words that are like others by chance.
_NAMES = ("ინგლიშ", "ქეშ", "დამზღვევ")
_OTHERS = {letter: [other for other in LETTERS if other != letter] for letter in LETTERS}


@lru_cache(maxsize=1 << 14)
def near_word(word: str) -> str | None:
    """Return the known form that an unknown word is but for one letter, empty where there are several.

    Args:
        word: A word that no dictionary has.

    Returns:
        None where there is none.
    """
    ways: tuple[tuple[bool, Callable[[str], Iterator[str]]], ...] = (
        (word[-1] == word[-2:-1], _without_its_double),
        (len(word) in _SHORT, _with_a_letter),
        (len(word) >= _SHORTEST_SWAPPED, _with_two_swapped),
        (len(word) >= _SHORTEST_FULLER and not word.endswith(_OTHER_WORDS), _without_a_letter),
        (len(word) >= _SHORTEST_OTHER and not word.endswith(_OTHER_WORDS), _with_another),
    )
    if word.startswith(_NAMES):
        return None
    for fits, way in ways:
        if fits and (found := set(way(word))):
            return found.pop() if len(found) == 1 else ""
    return None


def _has_many_forms(form: str) -> bool:
    stem, ending = _stem_and_ending(form)
    if len(stem) < 2:
        return False
    return has_more_than(stem, _MANY) or (ending in _WITHOUT_A and has_more_than(f"{stem}ა", _MANY))


def _stem_and_ending(form: str) -> tuple[str, str]:
    match = _ENDING.search(form)
    return (form[: match.start()], match[0]) if match is not None else (form, "")


def _without_its_double(word: str) -> Iterator[str]:
    """Yield a verb whose last letter stands twice: დაისვენოსს."""
    right = word[:-1]
    if right.endswith(_OF_VERBS) and is_form(right) and not is_form(f"{right}ი"):
        yield right


def _with_a_letter(word: str) -> Iterator[str]:
    """Yield the nouns that a short word has lost a letter of: წყლი."""
    for form in set(forms_with_a_letter(word, range(1, len(word)))):
        if word.endswith(_stem_and_ending(form)[1]) and _has_many_forms(form):
            yield form


def _with_two_swapped(word: str) -> Iterator[str]:
    """Yield the nouns of which two letters stand the other way round: გევრდი."""
    swapped = {
        f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        for at in range(len(word) - 1)
        if word[at] != word[at + 1]
    }
    for form in forms_among(swapped):
        if len(_stem_and_ending(form)[0]) >= _SHORTEST_STEM and _has_many_forms(form):
            yield form


def _without_a_letter(word: str) -> Iterator[str]:
    """Yield the nouns that have one letter less: შესანბამისი."""
    if word.endswith("დი") or "ისშვილ" in word or "იელ" in word:
        return  # verbs; ბატონისშვილი, მაკედონიელი
    # A vowel behind another one may be a verb's own: გარდაექმნა.
    places = (at for at in range(2, len(word) - 1) if not (word[at] in "ეუ" and word[at - 1] == "ა"))
    for form in forms_among({word[:at] + word[at + 1 :] for at in places}):
        if len(_stem_and_ending(form)[0]) >= _SHORTEST_LONG_STEM and _has_many_forms(form):
            yield form


def _with_another(word: str) -> Iterator[str]:
    """Yield the nouns that have one other letter in their stem: ალფორითმი."""
    stem = len(_stem_and_ending(word)[0])
    if stem < _SHORTEST_LONG_STEM or word.endswith("ლოგია"):
        return
    stem -= 1 if word[:stem].endswith("ობ") else 0  # ქვრივობის beside ქვრივების
    for form in forms_with_another_letter(word, _OTHERS, range(1, stem - 1)):
        if _has_many_forms(form):
            yield form
