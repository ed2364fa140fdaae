"""Nouns that no dictionary has: which case their ending says they stand in."""

from __future__ import annotations

from transreview.languages.georgian.grammar.noun_cases import DATIVE, ERGATIVE, NOMINATIVE
from transreview.languages.georgian.word_forms import is_word

SHORTEST_NEW = 5


def is_new_nominative(word: str) -> bool:
    """Whether an unknown word may only be the nominative of a noun behind an adjective: ოპტიკოსი."""
    if len(word) <= SHORTEST_NEW:
        return False
    plain = word.endswith("ი") and word[-2] not in "აეიოუ" and not word.startswith(("ვ", "და"))
    plain = plain or (word.endswith("ება") and not word.endswith("დება"))  # ანგარიშგება
    return plain and not word.endswith("ში") and not is_word(word)


# Endings of nouns that hardly any verb has, of words that no dictionary has: ვიზიტორები.
_OF_NEW_NOUNS = {"ები": NOMINATIVE, "ებმა": ERGATIVE, "ებში": DATIVE, "ებზე": DATIVE, "ებთან": DATIVE}


def case_of_a_new_noun(word: str) -> str:
    """Return the case of a noun that no dictionary has, by an ending that nothing else has."""
    if not word.endswith(_ENDS_OF_NEW_NOUNS) or len(word) <= SHORTEST_NEW + 2 or is_word(word):
        return ""
    if word.endswith("მა"):
        return "" if word[-3] in "აეიოუ" or word.endswith(_IN_MA) else ERGATIVE  # გამომფენმა
    return next((case for ending, case in _OF_NEW_NOUNS.items() if word.endswith(ending)), "")


# Nouns that end so themselves: ონლაინპლატფორმა.
_IN_MA = ("ფორმა", "ფირმა", "ნორმა", "ფარმა", "პლაზმა", "დოგმა", "კარმა", "თერმა")
_ENDS_OF_NEW_NOUNS = (*_OF_NEW_NOUNS, "მა")
