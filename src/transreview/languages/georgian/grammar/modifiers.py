"""Numerals, possessives, adjectives in a vowel that do not go with their noun: სამი ქვეყანაში, ჩემს ძმა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.modifying import MEASURES, is_transparent
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.words import (
    Word,
    case_of_a_short_noun,
    is_adjective,
    is_in_a_vowel,
    is_nominative_noun,
    is_vowel_nominative,
    oblique,
    plural_singular,
    text_between,
)
from transreview.languages.georgian.numerals import CARDINALS, SCALES, read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import Places
from transreview.languages.grammar_fault import Fault, FaultKind

_POSSESSIVES = ("ჩემ", "შენ", "ჩვენ", "თქვენ")
_POSSESSIVE_DATIVES = {f"{stem}ს": f"{stem}ი" for stem in _POSSESSIVES}
_OURS = frozenset(f"{stem}ი" for stem in _POSSESSIVES)
# Whose it is, in the ergative and in the nominative.
_POSSESSIVE_ERGATIVES = {f"{stem}მა": f"{stem}ი" for stem in (*_POSSESSIVES, "მის", "მათ", "თავის")}
_POSSESSIVE_NOMINATIVES = frozenset(_POSSESSIVE_ERGATIVES.values())


@cache
def _numerals() -> frozenset[str]:
    """Return the stems of cardinals that have another form before a dative, from two on."""
    return frozenset(stem for stem, value in CARDINALS.items() if value > 1 and stem[-1] not in VOWELS)


def is_modifier_of_another(word: str) -> bool:
    """Whether a word is a numeral, a possessive or an adjective whose form a noun may not go with."""
    stem = word[:-1]
    if word in _POSSESSIVE_ERGATIVES or word in _POSSESSIVE_NOMINATIVES:
        return True
    if word in _POSSESSIVE_DATIVES or word in _numerals() or stem in _numerals():
        return True
    if word[-1] in "სმ" and is_in_a_vowel(stem):
        return True
    return word.startswith("სა") and word.endswith("ომ") and is_transparent(stem)


_MODIFIERS = Places(is_modifier_of_another)


def has_a_case(word: str) -> bool:
    """Whether a word is a noun whose case shows, or an adjective that has no cases."""
    return _shows_no_case(word) or _case(word) != "" or noun_case(word) in _SHOWN


_SHOWN = (ERGATIVE, GENITIVE, INSTRUMENTAL)


@lru_cache(maxsize=1 << 14)
def _case(word: str) -> str:
    """Return "Nom", what `oblique` says of other cases, or nothing where the case does not show."""
    if is_adjective(word) or (read_numeral(word) is not None and not noun_case(word)):
        return ""
    if (
        (word.endswith("ები") and plural_singular(word))
        or is_nominative_noun(word)
        or is_vowel_nominative(word)
    ):
        return "Nom"
    if word.endswith(("შია", "ზეა")):
        return oblique(word[:-1])
    asked = oblique(word) or case_of_a_short_noun(word)
    if asked:
        return asked
    case = noun_case(word)
    return "" if case == NOMINATIVE and not word.endswith(("ება", "ობა", "ედი")) else _ASKED.get(case, "")


# What the cases are called here.
_ASKED = {ERGATIVE: "მა", NOMINATIVE: "Nom", DATIVE: "bare"}


def modifiers_of_another_case(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the numerals, possessives and adjectives in a vowel whose form goes with another case.

    Before a dative an adjective may stand for a noun of its own, so that such a fault is not sure.
    """
    for index in _MODIFIERS.among(word.text for word in words[:-1]):
        word = words[index]
        if not text_between(words, index):
            continue
        place = index + 1
        while _shows_no_case(words[place].text) and place + 1 < len(words) and text_between(words, place):
            place += 1
        asked = _case(words[place].text)
        following = words[place].text
        stem = word.text[:-1]
        own = word.text.endswith("ს") and is_in_a_vowel(stem) and not is_form(f"{stem}ში")
        of_none = word.text.endswith("მ") and is_in_a_vowel(stem) and not is_form(word.text)
        wrong = own and noun_case(following) == INSTRUMENTAL
        if wrong or (of_none and noun_case(following) in (GENITIVE, INSTRUMENTAL)):
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, word.text[:-1], sure=False)
            continue
        if word.text in _OURS and asked == "bare" and place == index + 1:
            # Of what is done there: ჩვენი სკოლაში მისვლა, our coming to the school.
            after = words[place + 1].text if place + 1 < len(words) and text_between(words, place) else ""
            if not after.endswith(("ა", "ის", "ით", "ის", "ას", "ამ", "ობაზე", "ებაზე")):
                yield Fault(word.start, word.end, FaultKind.AGREEMENT, f"{word.text[:-1]}ს", sure=False)
            continue
        right = _right(word.text, asked) if asked else ""
        if right and word.text in _numerals() and _is_measured(words, place):
            continue  # სამას ტონა ხორბალს
        if right:
            sure = asked != "bare" or word.text.endswith("ი")
            sure = sure and not (asked == "bare" and word.text.endswith("მ"))
            sure = sure and not (asked == "Nom" and (is_in_a_vowel(word.text[:-1]) or place > index + 1))
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=sure)


def _shows_no_case(word: str) -> bool:
    """Whether a word stands so before a noun of any case: საერთაშორისო, ორივე."""
    return is_transparent(word) or word in ("ორივე", "სამივე", "ყველა")


def _is_measured(words: Sequence[Word], place: int) -> bool:
    """Whether what is measured stands in the dative behind a measure."""
    if place + 1 >= len(words) or not text_between(words, place):
        return False
    measured = words[place + 1].text
    return oblique(measured) == "bare" or (words[place].text in MEASURES and measured.endswith("ს"))


def _right(word: str, asked: str) -> str:
    """Return how a modifier should stand before a noun, empty where it stands right."""
    if word in _POSSESSIVE_NOMINATIVES:
        return f"{word[:-1]}მა" if asked == "მა" else ""
    if word in _POSSESSIVE_ERGATIVES:
        return _POSSESSIVE_ERGATIVES[word] if asked == "Nom" else ""
    if word in _POSSESSIVE_DATIVES:
        return _POSSESSIVE_DATIVES[word] if asked == "Nom" else ""
    if word in _numerals():
        return f"{word}ი" if asked == "Nom" and word not in SCALES else ""
    stem, ending = word[:-1], word[-1]
    if ending == "ი" and stem in _numerals() and asked != "Nom":
        return stem if asked == "bare" else f"{stem}მა"
    if word.startswith("უ") and word.endswith("ოს") and is_form(f"{stem[:-1]}ა"):
        return ""  # what somebody should do: უპასუხოს, beside უპასუხა
    agreeing = {"ს": ("bare",), "მ": ("მა", "Nom")}.get(ending, ())
    if ending == "მ" and asked == "bare" and is_in_a_vowel(stem) and not is_form(word):
        return stem  # მძიმემ დაავადებას; no noun
    if ending == "მ" and asked == "bare" and stem.startswith("სა") and stem.endswith("ო"):
        return stem if is_in_a_vowel(stem) or is_transparent(stem) else ""  # საჭირომ სახსრებს; no noun
    return stem if is_in_a_vowel(stem) and asked in agreeing else ""
