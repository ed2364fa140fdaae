"""Verbs of the future and of the past, as far as their form tells."""

from __future__ import annotations

from functools import lru_cache

from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.verbs import listed_verb, verb_form, verbs_that
from transreview.languages.georgian.word_forms import is_form

_FUTURE_ENDINGS = (
    "ებს",
    "ობს",
    "ავს",
    "ოფს",
    "ენს",
    "ოფენ",
    "ევენ",
    "ევს",
    "ება",
    "ებენ",
    "ობენ",
    "ავენ",
    "ებიან",
    "ის",
    "იან",
    "ვა",
    "ვლენ",
)
_GOES = (
    "ავა",
    "ჩავა",
    "წავა",
    "მივა",
    "მოვა",
    "შევა",
    "გავა",
    "გადავა",
    "ჩამოვა",
    "გამოვა",
    "შემოვა",
    "დაჯდება",
    "იქნება",
    "ექნება",
)
# Futures without a preverb.
_MEDIAL_STEMS = """
იმუშავ იცხოვრ იმოქმედ ითამაშ ითანამშრომლ ისარგებლ იმოგზაურ ივაჭრ იზრუნ იხელმძღვანელ უხელმძღვანელ იბრძოლ
იმსჯელ ისაუბრ იფუნქციონირ
"""
_MEDIAL = frozenset(
    f"{stem}{ending}" for stem in _MEDIAL_STEMS.split() for ending in ("ებს", "ებენ", "ის", "იან")
)
_SHORTEST_FUTURE = 6
_BEFORE_FUTURES = ("აღმო", *PREVERBS)
_IMPERFECT = ("ებდა", "ობდა", "ავდა", "ებოდა", "ოდა", "იდა", "ებდნენ", "ობდნენ", "ოდნენ", "იდნენ", "ოფდა")


@lru_cache(maxsize=1 << 16)
def is_future(word: str) -> bool:
    """Whether a word is a verb of what will be: a present with a preverb before it (დააფინანსებს)."""
    if word in _GOES or word in _MEDIAL:
        return True
    # A first ა may be no preverb: აძლიერებენ.
    sure = word[:1] != "ა" or word.startswith("აღმო")
    if sure and word.endswith(("ენენ", "ებენ", "ავენ")) and is_future(f"{word[:-2]}ს"):
        return not is_present(f"{word[:-2]}ს")  # აღმოაჩენენ
    if is_present(word) or not word.endswith(_FUTURE_ENDINGS) or len(word) < _SHORTEST_FUTURE:
        return False
    bare = next(
        (word[len(one) :] for one in _BEFORE_FUTURES if word.startswith(one) and is_form(word[len(one) :])),
        "",
    )
    if not bare or not is_form(word):
        return False
    noun = word.endswith("ება") and is_form(f"{word}ს")
    return not noun and not (word.endswith("ის") and not verb_form(word)) and not _is_noun_form(word)


def is_present(word: str) -> bool:
    """Whether a word with a preverb speaks of now all the same: შეიცავს."""
    return word in verbs_that("now")


def _is_noun_form(word: str) -> bool:
    return word.endswith("ებს") and is_form(f"{word[:-1]}ი")


@lru_cache(maxsize=1 << 16)
def is_past(word: str) -> bool:
    """Whether a word is surely a verb of what was, an aorist or an imperfect."""
    form = listed_verb(word)
    if form is not None:
        return (form.subject == "Erg" and not is_form(f"{word}მ")) or word.endswith(
            ("და", "დნენ", "ვიდა", "ვიდნენ", "იყო", "იყვნენ", "ვია", "ივნენ", "ქცა")
        )
    if word.endswith(_IMPERFECT):
        return is_form(word) and not word.startswith(PREVERBS)
    if word.endswith(("დნენ", "ვნენ", "ვიდა", "ვედით")):
        return is_form(word)
    if not is_form(word) or is_form(f"{word}ს"):
        return False
    if word.endswith("ა") and word.startswith(PREVERBS) and is_form(f"{word[:-1]}ებს"):
        return True
    return word.endswith("და") and word != "უნდა" and is_form(f"{word[:-1]}ნენ")
