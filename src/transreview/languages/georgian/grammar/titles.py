"""Titles before a name in the ergative that stand in the nominative: პრეზიდენტი ვან ვეიმ განაცხადა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.subjects import CLAUSE_ENDS, ergative, may_be_ergative
from transreview.languages.georgian.grammar.verbs import people, verb_form
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

_OFFICES_WORDS = """
პრეზიდენტი ვიცე-პრეზიდენტი მინისტრი პრემიერი პრემიერ-მინისტრი ვიცე-პრემიერი თავმჯდომარე თავმჯდომარის დირექტორი
გენერალი პოლკოვნიკი მაიორი კაპიტანი ადმირალი ელჩი კონსული მერი გუბერნატორი სენატორი დეპუტატი კანცლერი მეფე
პრინცი პაპი პატრიარქი ეპისკოპოსი დოქტორი პროფესორი აკადემიკოსი დოცენტი რექტორი დეკანი მდივანი სპიკერი
ხელმძღვანელი უფროსი მენეჯერი რედაქტორი რეჟისორი მწვრთნელი კაპიტანი ჩემპიონი მწერალი პოეტი მხატვარი კომპოზიტორი
მსახიობი მომღერალი მოსამართლე პროკურორი ადვოკატი ექიმი ქირურგი ექსპერტი ანალიტიკოსი ეკონომისტი ისტორიკოსი
ბატონი ქალბატონი სპიკერი ლიდერი დამფუძნებელი აღმასრულებელი
"""
_OFFICES = frozenset(_OFFICES_WORDS.split())
_MOST_NAMES, _SYLLABLE = 3, 4
_NO_NAMES = frozenset("და არ ვერ არც ვერც რომ თუ ან კი ეს ის უკვე ასე მან".split())  # noqa: SIM905


@cache
def titles() -> frozenset[str]:
    """Return the names of offices and works, in the nominative of one."""
    named = (word for word in people() if word[-1] in "იე" and not word.endswith("ები"))
    return _OFFICES.union(named)


def may_begin_a_name(word: str) -> bool:
    """Whether a word may be part of a name: no dictionary has it, or it is a syllable."""
    return (len(word) <= _SYLLABLE or not is_form(word)) and "ა" <= word[0] <= "ჰ" and word not in _NO_NAMES


def plain_titles(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the title in the nominative right before a name in the ergative, the only one of its clause."""
    known = titles()
    for index in range(len(words) - 1):
        title = words[index]
        if title.text not in known or not text_between(words, index):
            continue
        last = _end_of_name(words, index)
        if last and not _has_another_ergative(words, index, last):
            yield Fault(title.start, title.end, FaultKind.SUBJECT, ergative(title.text), sure=False)


def _end_of_name(words: Sequence[Word], title: int) -> int:
    """Return the place of the word in the ergative that ends the name behind a title; 0 where none does."""
    for at in range(title + 1, min(title + 1 + _MOST_NAMES, len(words))):
        word = words[at].text
        if not may_begin_a_name(word):
            return 0
        ends = len(word) > 2 and not is_form(word)
        if ends and (word.endswith("მა") or (word.endswith("მ") and word[-2] in VOWELS)):
            return 0 if _goes_on(words, at) else at
        if not text_between(words, at):
            return 0
    return 0


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a name goes on behind a word that ends as an ergative does: კალუმ სპენსი."""
    if at + 1 >= len(words) or not text_between(words, at):
        return False
    following = words[at + 1].text
    return not is_form(following) and verb_form(following) is None


def _has_another_ergative(words: Sequence[Word], title: int, last: int) -> bool:
    """Whether another word of the clause may be an ergative, so that the title may be an object."""
    first, end = title, last
    while first and not CLAUSE_ENDS.intersection(words[first - 1].gap):
        first -= 1
    while end + 1 < len(words) and not CLAUSE_ENDS.intersection(words[end].gap):
        end += 1
    return any(may_be_ergative(words[at].text) for at in range(first, end + 1) if not title < at <= last)
