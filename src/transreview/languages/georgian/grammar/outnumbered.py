"""Misspellings that the dictionary has too: of its stem hardly a form, and with another letter every one.

The word lists behind the dictionary were collected from the web, slips among them: ტეატრში is in them, and
nothing else of such a noun, while of თეატრი there is every form.
"""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.confusions import CONFUSED
from transreview.languages.georgian.word_forms import (
    forms_among,
    forms_with_a_letter,
    forms_with_another_letter,
)

# Endings of nouns and adjectives, those met most often first: after a consonant, for -ა, after other vowels.
_AFTER_CONSONANT = ("ი", "ის", "ს", "ში", "მა", "ით", "ები", "ად", "ების", "ზე", "ებს", "იდან", "ებმა")
_FOR_A = ("ა", "ას", "ის", "ით", "ამ", "აში", "ები", "ების", "აზე", "იდან", "ებს", "ებში", "ებით")
_AFTER_VOWEL = ("", "ს", "ები", "მ", "ში", "ების", "ზე", "ებს", "სთან", "დან", "თი", "დ", "ის")
_MOST_OWN, _FEWEST, _FEWEST_OF_FULLER = 1, 6, 9
_SHORTEST_STEM, _SHORTEST_FULLER = 5, 6
# Letters that a word may have lost; a vowel falls out by rule before -ლ, -რ, -ნ, -მ at the end of a stem.
_LOST = "აეიოურლნმსდთ"
_FALLING, _LIQUIDS = "აეო", "ლრნმ"


@lru_cache(maxsize=1 << 14)
def outnumbered(word: str, stem: str) -> str:
    """Return the form of a word whose stem has many more forms with another letter, or with one more.

    Args:
        word: A word that the dictionary has.
        stem: What stands before its ending.

    Returns:
        The likelier form; nothing where there is none, or more than one.
    """
    if len(stem) < _SHORTEST_STEM or stem.endswith("თა"):
        return ""
    # What is asked first is the cheaper the more words it rules out.
    others = _with_another_letter(word, stem)
    if not others and not (word.endswith(_OF_NOUNS) and len(stem) >= _SHORTEST_FULLER):
        return ""
    if has_more_than(stem, _MOST_OWN):
        return ""
    return likelier(word, stem)


# Endings of words that are hardly ever verbs: of others the dictionary has not all forms.
_OF_NOUNS = ("ობა", "ობის", "ობას", "ობით", "ების", "ები", "ებში", "ული", "ური", "ელი", "სო", "ით")


def _with_another_letter(word: str, stem: str) -> list[str]:
    return forms_with_another_letter(word, CONFUSED, range(len(stem)))


def likelier(word: str, stem: str) -> str:
    """Return the one form with another letter, or with one more, of whose stem there are many forms.

    Args:
        word: A word that may be misspelt.
        stem: What stands before its ending.
    """
    if len(stem) < _SHORTEST_STEM:
        return ""
    ending = word[len(stem) :]
    others = _with_another_letter(word, stem)
    found = [one for one in others if has_more_than(_without(one, ending), _FEWEST - 1)]
    if not found and len(stem) >= _SHORTEST_FULLER:
        fuller = (one for one in forms_with_a_letter(word, range(2, len(stem))) if not _is_by_rule(stem, one))
        found = [
            one
            for one in dict.fromkeys(fuller)
            if has_more_than(_without(one, ending), _FEWEST_OF_FULLER - 1)
        ]
    return found[0] if len(found) == 1 else ""


def has_many_forms(stem: str) -> bool:
    """Whether the dictionary has so many forms of a stem that a word of it is surely meant."""
    return len(stem) >= _SHORTEST_STEM and has_more_than(stem, _FEWEST - 1)


def _without(word: str, ending: str) -> str:
    return word[: len(word) - len(ending)]


def _is_by_rule(stem: str, fuller: str) -> bool:
    """Whether a form has another letter than those that are lost, or one that declension takes from it."""
    place = next(at for at, letter in enumerate(fuller) if at >= len(stem) or stem[at] != letter)
    letter, last = fuller[place], len(stem) - 1
    return letter not in _LOST or (place == last and letter in _FALLING and stem[last] in _LIQUIDS)


def has_more_than(stem: str, most: int) -> bool:
    """Whether the dictionary has more forms of a stem than so many."""
    forms = _forms(stem)
    found = len(forms_among(forms[:_MET_OFTEN]))
    return found > most or found + len(forms_among(forms[_MET_OFTEN:])) > most


# Most words have more than one of the forms met most often, so that the others are not looked for.
_MET_OFTEN = 4


def _forms(stem: str) -> list[str]:
    if stem[-1] == "ა":
        return [stem[:-1] + ending for ending in _FOR_A]
    return [stem + ending for ending in (_AFTER_VOWEL if stem[-1] in VOWELS else _AFTER_CONSONANT)]
