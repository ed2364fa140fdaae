"""Ergatives whose verb wants the nominative: with a present or future, or with an intransitive verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.subjects import (
    CLAUSE_ENDS,
    ERGATIVE_PRONOUNS,
    is_ergative,
    may_belong,
    verbs_with,
)
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import Places
from transreview.languages.grammar_fault import Fault, FaultKind

_PRESENT = ("ებს", "ობს", "ავს", "ამს", "ებენ", "ობენ", "ავენ", "ამენ")


def ergatives_with_present(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the ergatives whose verb wants the nominative: with a present or future, with an intransitive.

    Said where nothing stands between the two but nouns in -ს and what belongs to them.
    """
    alone = verbs_with("nominative")
    for index in range(1, len(words)):
        verb = words[index].text
        if not wants_nominative(verb):
            continue
        future = verb not in alone
        place = index - 1
        while place >= 0 and text_between(words, place) and _may_stand_between(words[place].text):
            place -= 1
        if place < 0 or not text_between(words, place):
            continue
        if verb[-2:] == "ის" and is_form(f"{verb[:-2]}ა") and not _ends_clause(words, index):
            continue  # მენეჯერმა მოდის ჩვენება მოაწყო, a show of fashion
        subject = words[place].text
        if future and place == index - 1 and subject != "მან" and not _ends_clause(words, index):
            continue
        if is_ergative(subject):
            yield Fault(words[place].start, words[place].end, FaultKind.SUBJECT, _nominative(subject))


def may_be_before_present(word: str) -> bool:
    """Whether a word may be an ergative, or stand between it and a verb that wants the nominative.

    Said by the last letters, since more is asked where such a verb follows.
    """
    return word.endswith(_BEFORE_PRESENT) or word in _BETWEEN or is_bare_adjective(word)


_BEFORE_PRESENT = ("ს", "ულ", "ურ", "ილ", "ელ", "ალ", "ში", "ზე", "თან", "დან", "ისთვის", "მა", "მ", "მან")


def may_have_ergatives_with_present(words: Sequence[str]) -> bool:
    """Whether an ergative stands before a verb that wants the nominative, nothing else between the two."""
    for index in _WANTING_NOMINATIVE.among(words):
        place = index - 1
        while place > 0 and _may_stand_between(words[place]):
            place -= 1
        if index and any(map(is_ergative, words[place:index])):
            return True
    return False


@lru_cache(maxsize=1 << 16)
def wants_nominative(word: str) -> bool:
    """Whether a word is a verb whose subject stands in the nominative."""
    if word in verbs_with("nominative"):
        return True
    # Plural datives end so too: მან წიგნებს დახედა.
    return word.endswith(_PRESENT) and is_form(word) and not is_form(f"{word[:-1]}ი")


_WANTING_NOMINATIVE = Places(wants_nominative)


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    return index + 1 == len(words) or bool(CLAUSE_ENDS.intersection(words[index].gap))


@lru_cache(maxsize=1 << 14)
def _may_stand_between(word: str) -> bool:
    """Whether a word is a dative or genitive, or belongs to one, and no verb."""
    if word in _BETWEEN:
        return True
    if word.endswith("ს") and len(word) > 3 and not word.endswith(_PRESENT):
        return is_form(f"{word[:-1]}ი") or (word[-2] in VOWELS and is_form(word[:-1])) or may_belong(word)
    if word.endswith(("ულ", "ურ", "ილ", "ელ", "ალ")) and is_form(f"{word}ი"):
        return True
    return is_bare_adjective(word) or (word.endswith(("ში", "ზე", "თან", "დან", "ისთვის")) and is_form(word))


_BETWEEN = frozenset(
    ("ახალ", "დიდ", "უკვე", "ახლა", "დღეს", "ხვალ", "ამჟამად", "კვლავ", "ასევე", "თავის", "ამ")
)


def _nominative(word: str) -> str:
    return ERGATIVE_PRONOUNS.get(word) or (f"{word[:-2]}ი" if word.endswith("მა") else word[:-1])
