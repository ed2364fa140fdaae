"""Misspelt verbs and adverbs, of which no dictionary has every form: by the verbs whose cases are listed.

Only unknown words are asked about; what is found is one listed verb, or one known form.
"""

from __future__ import annotations

from functools import cache, lru_cache

from transreview.languages.georgian.grammar.confusions import CONFUSED
from transreview.languages.georgian.grammar.verbs import listed_verbs
from transreview.languages.georgian.grammar.words import fuller_stems
from transreview.languages.georgian.word_forms import forms_with_a_letter, is_form
from transreview.lazy_patterns import lazy_pattern

_PREVERBS = (
    "გარდა", "გადმო", "გადა", "გამო", "შემო", "ჩამო", "წამო", "ამო", "გა", "და", "მო", "შე", "ჩა", "წა", "მი",
    "აღ",
)  # fmt: skip
_SHORTEST, _SHORTEST_REST, _LONGEST = 6, 4, 20
_VERSIONS = "აიუე"
# Presents with the ending of what went on.
_TWICE_MANY = ("ებნენ", "ობნენ", "ავნენ", "ევნენ")


@lru_cache(maxsize=1 << 14)
def misspelt_verb(word: str) -> str:
    """Return the one listed verb that a confusable letter or a vowel lost behind a preverb makes of a word.

    Args:
        word: A word that no dictionary has: სჩირდება, გასაჩივრა.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    if word.endswith(_TWICE_MANY) and is_form(f"{word[:-3]}ენ"):
        return f"{word[:-3]}ენ"  # სარგებლობნენ
    doubled = {
        f"{one}{one[-1]}{word[len(one) :]}"
        for one in _PREVERBS
        if word.startswith(one) and f"{one}{one[-1]}{word[len(one) :]}" in listed_verbs()
    }
    confused = {
        changed
        for place, letter in enumerate(word)
        if place
        for other in CONFUSED.get(letter, ())
        if (changed := f"{word[:place]}{other}{word[place + 1 :]}") in listed_verbs()
    }
    found = doubled or confused
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1 << 14)
def verb_with_a_letter(word: str) -> str:
    """Return the one listed verb of which a letter within is lost: აწარმობს, შეამცრა.

    Args:
        word: A word that no dictionary has.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or other_preverbs(word):
        return ""
    aorist = word.endswith("ეს")  # of more than are listed: დაამონტაჟეს beside დაამონტაჟებს
    # A vowel of version behind the preverb makes another verb: გამოფინეს beside გამოაფინეს.
    preverb = next((one for one in _PREVERBS if word.startswith(one)), "")
    found = {
        longer
        for longer, place in _with_a_letter_less().get(word, ())
        if longer.endswith("ეს") == aorist and not (place == len(preverb) and longer[place] in _VERSIONS)
    }
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1 << 14)
def verb_with_another(word: str) -> str:
    """Return the one listed verb that a word is but for one letter of its stem: შეიძონა.

    Args:
        word: A word that no dictionary has.
    """
    if not _SHORTEST < len(word) <= _LONGEST or not word.endswith(_ENDS_OF_VERBS):
        return ""
    if word in listed_verbs() or other_preverbs(word):
        return ""
    preverb = next((one for one in _PREVERBS if word.startswith(one)), "")
    # Behind the preverb stand the marks of persons and versions, at the end those of number and mood.
    places = range(len(preverb) + 1 if preverb else 2, len(word) - 2)
    shorter = _with_a_letter_less()
    found = {
        verb for at in places for verb, place in shorter.get(word[:at] + word[at + 1 :], ()) if place == at
    }
    return found.pop() if len(found) == 1 else ""


_ENDS_OF_VERBS = ("ა", "ს", "ენ", "იან", "ო")


@cache
def _with_a_letter_less() -> dict[str, list[tuple[str, int]]]:
    """Return the listed verbs by what is left of them without one letter within, and its place."""
    shorter: dict[str, list[tuple[str, int]]] = {}
    for verb in listed_verbs():
        for place in range(2, len(verb) - 1):
            shorter.setdefault(verb[:place] + verb[place + 1 :], []).append((verb, place))
    return shorter


@lru_cache(maxsize=1 << 14)
def adverb_with_a_letter(word: str) -> str:
    """Return the one known adverb in -ად of which a letter within is lost: სწაფად.

    Args:
        word: A word that no dictionary has.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.endswith("ად"):
        return ""
    found = [one for one in forms_with_a_letter(word, range(1, len(word) - 1)) if is_form(f"{one[:-2]}ი")]
    return found[0] if len(found) == 1 else ""


def cut_short(word: str) -> str:
    """Return a word that has lost the vowel of its postposition (მინდორშ), or has it behind a genitive."""
    if word.endswith(_BEHIND_GENITIVE):
        return _with_dative(word)
    if shortened := _SHORTENED.fullmatch(word):
        return _with_its_vowel(shortened["stem"], shortened["ending"])
    whole = {"შ": f"{word}ი", "ზ": f"{word}ე"}.get(word[-1], "")
    if len(word) < _SHORTEST or not whole or not is_form(whole):
        return ""
    return whole if is_form(word[:-1]) or is_form(f"{word[:-1]}ი") else ""


# A stem as it stands before the genitive alone: ხორბლს for ხორბალს.
_SHORTENED = lazy_pattern("(?P<stem>[ა-ჰ]{2,}[^აეიოუ][ლრნმვ])(?P<ending>ს|მა|ში|ზე|თან)")


def _with_its_vowel(stem: str, ending: str) -> str:
    """Return the noun with the vowel that only its genitive and instrumental lose."""
    if not is_form(f"{stem}ის"):
        return ""
    fuller = fuller_stems(stem)
    found = [f"{one}{ending}" for one in fuller if is_form(f"{one}ი") and is_form(f"{one}{ending}")]
    return found[0] if len(found) == 1 else ""


_BEHIND_GENITIVE = ("ისთან", "ისში", "ისზე")


def _with_dative(word: str) -> str:
    """Return a noun whose postposition stands behind the genitive with its dative: მომწოდებლისთან."""
    stem, post = word[: word.rindex("ის")], word[word.rindex("ის") + 2 :]
    if not is_form(f"{stem}ის") or is_form(f"{stem}ისი") or len(stem) < _SHORTEST_REST:
        return ""
    ours = [f"{one}{post}" for one in (stem, *fuller_stems(stem)) if is_form(f"{one}ი")]
    return ours[0] if ours else f"{stem}ა{'ს' if post == 'თან' else ''}{post}" if is_form(f"{stem}ა") else ""


@lru_cache(maxsize=1 << 14)
def other_preverbs(word: str) -> int:
    """Return with how many other preverbs a word a word is known, as one of a verb is: ჩადგმას, დადგმას."""
    return sum(
        is_form(other + rest)
        for one in _PREVERBS
        if word.startswith(one) and len(rest := word.removeprefix(one)) >= _SHORTEST_REST
        for other in _PREVERBS
        if other != one
    )
