"""Verbs of the first and second person: who acts, and the same verb in the third person."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from transreview.languages.georgian.grammar.subjects import aorists
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern


class Person(NamedTuple):
    """Who acts by the form of a verb.

    Attributes:
        first: Whether it is "I" or "we", not "you".
        plural: Whether more than one acts.
        third: The verb as it is said of another; of some it is not known.
        past: Whether it is an aorist.
    """

    first: bool
    plural: bool
    third: str = ""
    past: bool = False


PREVERBS = "გადმო|გადა|გამო|წარმო|შემო|ჩამო|წამო|ამო|მიმო|განა|გან|წარ|გა|და|მო|შე|ჩა|წა|მი|აღ|ა"
# The longest preverb that a word begins with, if it does, never a part of it. (A possessive group would say
# the same, but Python before 3.11.5 matches those wrongly.)
ITS_PREVERB = f"(?=(?P<its_preverb>(?:{PREVERBS})?))(?P=its_preverb)"
# Verbs of being, knowing and going, whose persons are made in ways of their own.
_IRREGULAR = {
    "ვარ": (True, "არის"), "ვიცი": (True, "იცის"), "ვიყავი": (True, "იყო"), "ვიქნები": (True, "იქნება"),
    "ხარ": (False, "არის"), "იყავი": (False, "იყო"), "იქნები": (False, "იქნება"), "იცი": (False, "იცის"),
    "ვიტყვი": (True, "იტყვის"), "იტყვი": (False, "იტყვის"),
    "ვუთხარი": (True, "უთხრა"), "უთხარი": (False, "უთხრა"),
}  # fmt: skip
_GOES = lazy_pattern(
    f"(?P<preverb>(?:{PREVERBS}))(?P<person>ვ|ხვ)(?P<tense>ედი|ალ)(?P<many>თ?)$"
    f"|(?P<way>(?:{PREVERBS}))(?P<now>ვდივარ|დიხარ)(?P<all>თ?)$"
)
_STATES = lazy_pattern("(?P<first>ვ?)(?P<stem>ზი|დგა|წევ|დგავ)(?P<person>ვარ|ხარ)(?P<many>თ?)$")
# Endings of presents and futures before their -ს.
_PRESENT = ("ებ", "ობ", "ავ", "ამ", "ოფ", "ევ")
_SHORTEST = 3


@lru_cache(maxsize=1 << 16)
def person_of(word: str) -> Person | None:
    """Return who acts by a verb of the first or second person; None of other words and where it is not sure.

    Forms with the mark of an object (გნახავ, მხედავ) have none here.
    """
    if len(word) < _SHORTEST or "-" in word:
        return None
    bare = word.removesuffix("თ")
    if bare in _IRREGULAR:
        first, third = _IRREGULAR[bare]
        return Person(first, bare != word, third)
    if "ვ" in word[:6] and (found := _goes(word) or _first(word)) is not None:
        return found
    if "ხ" in word and (found := _goes(word)) is not None:
        return found
    return _second(word)


def _goes(word: str) -> Person | None:
    """Return who goes, sits or stands: მივდივარ, მოხვალთ, ვზივარ."""
    if not word.endswith(("არ", "ალ", "დი", "ართ", "ალთ", "დით")):
        return None
    match = _GOES.match(word)
    if match is not None:
        if match["way"]:
            return Person(match["now"] == "ვდივარ", bool(match["all"]), f"{match['way']}დის")
        third = f"{match['preverb']}{'ვიდა' if match['tense'] == 'ედი' else 'ვა'}"
        return Person(match["person"] == "ვ", bool(match["many"]), third)
    match = _STATES.match(word)
    if match is None or bool(match["first"]) != (match["person"] == "ვარ"):
        return None
    return Person(bool(match["first"]), bool(match["many"]))


def _first(word: str) -> Person | None:
    """Return who acts by a verb with the mark of "I" and "we": ვკითხულობ, გავაკეთეთ."""
    many = word.endswith("თ")
    bare = word[:-1] if many else word
    for preverb in _BEFORE_FIRST:
        if bare.startswith(preverb) and bare[len(preverb) : len(preverb) + 1] == "ვ":
            third, past = _third(preverb + bare[len(preverb) + 1 :])
            if third:
                return Person(True, many, third, past)
            if many and _OF_US_ALL.fullmatch(word, len(preverb)):
                return Person(True, plural=True)
    return None


def _second(word: str) -> Person | None:
    """Return who acts by a present (კითხულობთ) or by the aorist of a listed verb (იყიდეთ).

    What is known with the mark of the first person has none of an object.
    """
    many = word.endswith("თ")
    bare = word[:-1] if many else word
    if bare[-1] not in _LAST_OF_SECOND:
        return None
    if bare.endswith(_PRESENT) or (many and bare.endswith("ი")):
        third = f"{bare}ს"
        form = verb_form(third) if is_form(third) else None
        acts = form is not None and form.subject == "Nom"
        return Person(False, many, third) if acts and _has_first(bare) else None
    if bare.endswith(("ე", "ი")) and f"{bare[:-1]}ა" in aorists():
        return Person(False, many, f"{bare[:-1]}ა", past=True) if many or _has_first(bare) else None
    return None


# What presents in -ებ, -ობ, -ავ, -ამ, -ოფ, -ევ and other persons end in.
_LAST_OF_SECOND = "ბვმფეი"
# Nothing else ends and begins so: ვაბინავებთ.
_OF_US_ALL = lazy_pattern("ვ[აიუ][ა-ჰ]{2,}(?:ებ|ობ|ავ)თ")


def _has_first(bare: str) -> bool:
    """Whether a verb is known with the mark of the first person, so that it is no noun."""
    return any(
        is_form(f"{preverb}ვ{bare[len(preverb) :]}") for preverb in _BEFORE_FIRST if bare.startswith(preverb)
    )


def _third(bare: str) -> tuple[str, bool]:
    """Return the third person of what is left without the mark of the first, and whether it is an aorist."""
    if len(bare) < _SHORTEST:
        return "", False
    if bare.endswith("ი") and is_form(f"{bare}ს"):
        return f"{bare}ს", False  # ვხსნი, ვისწავლი
    if bare.endswith(("ე", "ი")):
        for ending in ("ა", "ო"):
            third = f"{bare[:-1]}{ending}"
            if third in aorists() or (third.endswith(_WENT_ON) and is_form(third)):
                return third, third in aorists()
        third = f"{bare[:-1]}ა"  # დავბრუნდი, დავურიგე
        form = verb_form(third)
        if form is None or (form.subject == "Nom") != third.endswith("და"):
            return "", False
        if form.subject == "Erg" and (form.guessed or not is_form(third)):
            return "", False
        return (third, form.subject == "Erg") if form.subject != "Dat" else ("", False)
    third = f"{bare}ს"
    if bare.endswith(_PRESENT) or bare.endswith("ო"):
        return (third, False) if is_form(third) else ("", False)
    return ("", False) if (form := verb_form(third)) is None or form.subject != "Nom" else (third, False)


_BEFORE_FIRST = ("", *PREVERBS.split("|"))
# Of what went on and of passives: ვმუშაობდი, ვბრუნდები.
_WENT_ON = ("ებდა", "ობდა", "ავდა", "ოდა", "დება")
