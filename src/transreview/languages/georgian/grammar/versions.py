"""What verbs ask that are made of others: what is done for somebody (გაუზომა), what is done (გაიგზავნა)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern


class VerbForm(NamedTuple):
    """A form of the third person.

    Attributes:
        subject: "Nom", "Erg" or "Dat".
        plural: Whether more than one acts.
        object: The case of its object, empty where it has none or may do without.
        bare: Whether it goes with no dative of a receiver.
        guessed: Whether only its ending says so, no list.
    """

    subject: str
    plural: bool
    object: str = ""
    bare: bool = False
    guessed: bool = False


_HAS_DONE = lazy_pattern(
    "(?:გადმო|გადა|გამო|შემო|ჩამო|წამო|ამო|გა|და|მო|მი|შე|ჩა|წა|აღ|ა)უ[ა-ჰ]{2,}ია(?P<many>თ?)"
)


# The same of many, without a preverb: უკვლევიათ.
_HAVE_DONE = lazy_pattern("უ[ა-ჰ]{3,}ია(?P<many>თ)")


def perfect(word: str) -> VerbForm | None:
    """Return what a perfect asks, the subject in the dative: მოუწვევიათ; "is" stands behind an adjective."""
    match = _HAS_DONE.fullmatch(word) or _HAVE_DONE.fullmatch(word)
    if match is None or (not match["many"] and (is_form(word[:-1]) or not is_form(word))):
        return None
    return VerbForm("Dat", plural=False, object="Nom")


# What is done for somebody, as it is done without: გაუზომა, გაზომა.
_FOR_ANOTHER = lazy_pattern(
    "(?P<preverb>გადმო|გადა|გამო|შემო|ჩამო|წამო|ამო|გა|და|მო|შე|ჩა|წა|ა)(?:უ|მი|გი|გვი)(?P<rest>[ა-ჰ]{4,})"
)


# Done to me or to us, as it is done to another: შემოგვთავაზა, შესთავაზა; the preverb says "hither".
_TO_ME = lazy_pattern("(?P<preverb>გადმო|შემო|გამო|ჩამო|წამო|და|გა|მო|შე)(?:გვ|მ|გ)(?P<rest>[ა-ჰ]{3,})")
_HITHER = {"გადმო": "გადა", "შემო": "შე", "ჩამო": "ჩა", "წამო": "წა", "მო": "მი"}


def _to_me(word: str, known_forms: Mapping[str, VerbForm]) -> VerbForm | None:
    match = _TO_ME.fullmatch(word)
    if match is None:
        return None
    for preverb in (match["preverb"], _HITHER.get(match["preverb"], "")):
        for mark in ("", "ს", "ჰ", "უ") if preverb else ():
            known = known_forms.get(f"{preverb}{mark}{match['rest']}")
            if known is not None and known.subject == "Erg":
                return VerbForm("Erg", known.plural, known.object)
    return None


def done_for(word: str, known_forms: Mapping[str, VerbForm]) -> VerbForm | None:
    """Return what a verb asks of what is done for or to somebody, as the one without him does.

    Args:
        word: A verb of the third person.
        known_forms: The verbs of which it is listed what they ask.
    """
    match = _FOR_ANOTHER.fullmatch(word)
    if match is None:
        return _to_me(word, known_forms)
    for version in ("", "ა", "ი"):
        known = known_forms.get(f"{match['preverb']}{version}{match['rest']}")
        if known is not None and known.subject == "Erg" and known.object == "Nom":
            return VerbForm("Erg", known.plural, "Nom")
    return None


# What becomes of something: გარემონტდება, მოეწყობა.
_BECOMES = lazy_pattern("(?:გადა|გამო|ჩამო|გა|და|შე|ჩა|წა|მო|აღ)(?:[ა-ჰ]{4,}დება|ე[ა-ჰ]{2,}ობა)")


def becomes(word: str) -> bool:
    """Whether a word is a passive by its making, and no name of an action."""
    return _BECOMES.fullmatch(word) is not None and not is_form(f"{word}ს")


# In the passive the root begins with a consonant: what begins with ა- makes another passive (გაკეთდა).
_PASSIVE = lazy_pattern(
    "(?P<preverb>გადა|გამო|შემო|ჩამო|წარ|გა|და|შე|ჩა|წა|მო|აღ)ი(?P<rest>[ბ-დვ-თკ-ნპ-ტფ-ჰ][ა-ჰ]{2,}ა)"
)


def passive(word: str, known_forms: Mapping[str, VerbForm]) -> VerbForm | None:
    """Return what the passive of a listed aorist asks: გადაიგზავნა, beside გადაგზავნა and no გადაიგზავნეს.

    Args:
        word: A verb of the third person.
        known_forms: The verbs of which it is listed what they ask.
    """
    match = _PASSIVE.fullmatch(word)
    known = known_forms.get(match["preverb"] + match["rest"]) if match is not None else None
    if known is None or known.subject != "Erg" or is_form(f"{word[:-1]}ეს"):
        return None
    return VerbForm("Nom", plural=False)


_NAME_OF_ACTION = lazy_pattern(
    "(?:გადა|გამო|შემო|ჩამო|წარმო|გა|და|შე|ჩა|წა|მო|აღ)(?![იეუ])[ა-ჰ]{4,}(?<!დ)ება"
)


def is_name_of_an_action(word: str) -> bool:
    """Whether a word in -ება is a noun by its making: a passive has ი, ე or -დება there (დამონტაჟება)."""
    return _NAME_OF_ACTION.fullmatch(word) is not None
