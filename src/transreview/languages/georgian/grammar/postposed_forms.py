"""Forms of a noun before postpositions, one made of another: the genitive of a dative, and back."""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.noun_cases import DATIVE, ERGATIVE, GENITIVE, noun_case
from transreview.languages.georgian.grammar.words import oblique
from transreview.languages.georgian.word_forms import is_form, is_word

_PRONOUNS = frozenset(
    ("ყველას", "ჩვენს", "თქვენს", "ჩემს", "შენს", "სხვას", "ვინმეს", "რაიმეს", "ამას", "იმას")
)
SHORTEST_GENITIVE = 5
"""Letters of a genitive that is told by its ending."""


@lru_cache(maxsize=1 << 14)
def genitive_of_a_dative(word: str) -> str:
    """Return the genitive of a noun that stands in the dative and has another form for it; else nothing."""
    if (
        word in _PRONOUNS
        or not word.endswith("ს")
        or (len(word) < SHORTEST_GENITIVE - 1 and word != "ხეს")
        or word.endswith(("ის", "ოს", "უს"))
    ):
        return ""
    stem = word[:-1]
    if stem[-1] in VOWELS:
        genitive = f"{stem[:-1]}ის"
        if stem[-1] in "აე" and noun_case(word) == DATIVE:
            return genitive
        return genitive if stem[-1] == "ა" and is_form(stem) and is_form(genitive) and is_form(word) else ""
    genitive = f"{stem}ის"
    if noun_case(word) == DATIVE and len(word) > SHORTEST_GENITIVE:
        return _genitive_of(stem)
    if len(word) < SHORTEST_GENITIVE and not is_form(f"{stem}ები"):
        return ""
    return genitive if is_form(f"{stem}ი") and is_form(genitive) else ""


def _genitive_of(stem: str) -> str:
    nominative = f"{stem}ი"
    return f"{stem}ის" if stem.endswith("ებ") else decline(nominative, "Gen")


def dative_of_a_genitive(word: str) -> str:
    """Return the dative of a noun that stands in the genitive; else nothing."""
    if not word.endswith("ის") or (len(word) < SHORTEST_GENITIVE and noun_case(word) != GENITIVE):
        return ""
    stem = word[:-2]
    if word.endswith("ების"):
        return f"{stem}ს" if is_form(f"{stem}ი") or noun_case(word) == GENITIVE else ""
    if is_form(f"{stem}ი") and is_form(word):
        return f"{stem}ს"
    if is_form(f"{stem}ე") and is_form(f"{stem}ეს") and is_form(f"{stem}ეები"):
        return f"{stem}ეს"
    return f"{stem}ას" if is_form(f"{stem}ას") and is_form(f"{stem}ა") and is_form(word) else ""


def of_means(word: str) -> str:
    """Return the genitive of a word in the instrumental, nothing of adverbs and of what is no noun."""
    if not word.endswith("ით") or len(word) < SHORTEST_GENITIVE or word == "სრულებით":
        return ""
    genitive = f"{word[:-1]}ს"
    return genitive if is_form(word) and dative_of_a_genitive(genitive) else ""


def is_ergative(word: str) -> bool:
    """Whether a word is a noun or an adjective in the ergative."""
    if not word.endswith(("მა", "მ")):
        return False
    new = word.endswith("მა") and len(word) > SHORTEST_GENITIVE and not is_word(word)  # ტაიფუნმა
    return new or noun_case(word) == ERGATIVE or oblique(word) == "მა"


def nominative_of(dative: str) -> str:
    """Return the nominative of a word in the dative."""
    return dative[:-1] if dative[-2] in VOWELS else f"{dative[:-1]}ი"


def genitive(word: str) -> str:
    """Return the genitive of a word in the nominative or in the ergative."""
    if is_ergative(word):
        word = f"{word[:-2]}ი" if word.endswith("მა") else word[:-1]
    return f"{word[:-1]}ის" if word.endswith("ები") else decline(word, "Gen")
