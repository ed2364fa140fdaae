"""Verbs that no list has, by the action or participle they are made of: გამოჯანმრთელდა of გამოჯანმრთელება."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transreview.languages.georgian.grammar.preverbs import PREVERB, PREVERBS
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern

# What became something or shall become it: დადასტურდა, დადასტურდნენ, (უნდა) დადასტურდეს.
_BECAME = lazy_pattern(f"(?P<stem>{PREVERB}[ა-ჰ]{{3,}})დ(?P<ending>ა|ნენ|ეს)")
# What has become, had or should have become something: დაფიქსირებულა, შეცვლილიყო.
_HAS_BECOME = lazy_pattern(f"(?P<participle>{PREVERB}[ა-ჰ]{{2,}}(?:ულ|ილ|არ))(?P<ending>ან|ა|იყო|იყვნენ)")
# What went on or would: გრძელდებოდა, დამთავრდებოდა, უჩიოდნენ, ზრდიდა.
_WENT_ON = lazy_pattern("(?P<stem>[ა-ჰ]{2,}(?:ო|ი|ენ|ინ|ამ|ევ)დ)(?P<ending>ა|ნენ)")
# Who will go somewhere: გადავა, მივა, გამოვლენ.
_WILL_GO = lazy_pattern(f"{PREVERB}(?:ვა|ვლენ)")
_LONG_STEM = 7
_ENDS = ("ნენ", "დეს", "ა", "ან", "იყო", "ვლენ", "ენს", "ინს", "ენენ", "ინენ")
_HAS_BECOME_ENDS = ("ულა", "ილა", "არა", "ულან", "ილან", "არან", "იყო", "იყვნენ")


def derived(word: str) -> VerbForm | None:
    """Return what a verb of the third person asks, as what it is made of tells; None of other words.

    Args:
        word: A word that is no listed verb.
    """
    if not word.endswith(_ENDS):
        return None
    if word.endswith(("შია", "ზეა")):  # "is" in or on something: ცენტრშია
        return VerbForm("Nom", plural=False, object="Nom") if is_form(word[:-1]) else None
    if word.endswith(("და", "დნენ", "დეს")):
        if (match := _BECAME.fullmatch(word)) is not None:
            return _became(match)
        match = _WENT_ON.fullmatch(word)
        known = match is not None and is_form(f"{match['stem']}ა") and not is_form(f"{match['stem']}ას")
        if known:
            return _of_itself(word.endswith("ნენ"))
    elif word.endswith(_HAS_BECOME_ENDS):
        match = _HAS_BECOME.fullmatch(word)
        if match is None or not is_form(f"{match['participle']}ი"):
            return _with_another(word)
        noun = is_form(f"{word}ს") or is_form(f"{word}მ")
        return None if noun else _of_itself(match["ending"] in ("ან", "იყვნენ"))
    elif word.endswith(("ვა", "ვლენ")):
        known = _WILL_GO.fullmatch(word) is not None and is_form(word) and not is_form(f"{word}ს")
        return VerbForm("Nom", plural=word.endswith("ვლენ")) if known else None
    elif word.endswith(("ენს", "ინს", "ენენ", "ინენ")):
        return _active(word)
    return _with_another(word)


def _active(word: str) -> VerbForm | None:
    """Return what a present in -ენს asks, which the dictionary has as no noun: ახდენს."""
    one = word if word.endswith("ს") else f"{word[:-2]}ს"
    noun = is_form(f"{one[:-1]}ი") or is_form(f"{one[:-1]}ის")
    known = is_form(word) and is_form(one) and not noun
    return VerbForm("Nom", plural=one != word, guessed=True) if known else None


def _became(match: re.Match[str]) -> VerbForm | None:
    """Return what a passive in -დ- asks: the dictionary has the action of its stem, or its future."""
    stem = match["stem"]
    if len(stem) > _LONG_STEM and match["ending"] != "ეს":
        noun = any(is_form(match.group()[:-1] + ending) for ending in ("ას", "ის", "ები"))
        return None if noun else _of_itself(match["ending"] == "ნენ")
    if not (is_form(f"{stem}ება") and is_form(f"{stem}ებას")) and not (
        is_form(f"{stem}დება") and not is_form(f"{stem}დებას")
    ):
        return None
    if match["ending"] == "ეს" and not is_form(f"{stem}და"):
        return None
    return None if is_form(f"{match.group()}ს") else _of_itself(match["ending"] == "ნენ")


def _of_itself(plural: bool) -> VerbForm:
    return VerbForm("Nom", plural=plural, guessed=True)


# Done for or to somebody, as it is done without: უწერს, მიწერენ.
_VERSION = lazy_pattern("(?:უ|მი|გვი|გი)(?P<rest>[ა-ჰ]{3,}(?:ს|ენ|იან))")


def for_somebody(word: str, known_forms: Mapping[str, VerbForm]) -> VerbForm | None:
    """Return what a present asks that is done for somebody, as the one without him does: უწერენ, წერენ.

    Args:
        word: A verb of the third person.
        known_forms: The verbs of which it is listed what they ask.
    """
    match = _VERSION.fullmatch(word) if word.startswith(("უ", "მი", "გ")) else None
    known = known_forms.get(match["rest"]) if match is not None else None
    if known is None or known.subject != "Nom" or known.object != "Dat" or is_form(f"{word[:-1]}ი"):
        return None
    return known._replace(guessed=True)


# Who did something with another: ესაუბრა, as ესაუბრება.
_WITH_ANOTHER = lazy_pattern(f"{PREVERB}?(?P<stem>ე[ა-ჰ]{{3,}})(?P<ending>ა|ნენ)")


def _with_another(word: str) -> VerbForm | None:
    match = _WITH_ANOTHER.fullmatch(word) if "ე" in word[:5] else None
    if match is None or not is_form(f"{match['stem']}ება") or is_form(f"{match['stem']}ის"):
        return None
    noun = is_form(f"{word}ს") or is_form(f"{word}მ")
    return None if noun or word.endswith("ება") else _of_itself(match["ending"] == "ნენ")


def is_made_of_an_action(word: str) -> bool:
    """Whether an unknown present is that of a known action: ასაქმებს of დასაქმება."""
    return (
        word.endswith("ებს") and word[0] in "აიუ" and any(is_form(f"{one}{word[1:-1]}ა") for one in PREVERBS)
    )
