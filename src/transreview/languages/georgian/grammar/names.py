"""Names of persons, whose parts are no words of the sentence: ნაზი before a surname is nobody's adjective.

A given name stands as it is before the surname, which alone shows the case: გიორგი მარგველაშვილს.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_word
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# What no common word ends in.
_SURNAME = lazy_pattern(
    "[ა-ჰ]{2,}(?:შვილ(?:ი|მა|ს|თან|ზე|ის|ისა|ით|ად|ისთვის|ისგან)?|ძ(?:ე|ემ|ეს|ის|ესთან|ეზე|ისთვის|ისგან|ედ))ც?"
)


@cache
def _given_names() -> dict[str, bool]:
    """Return the given names, and of each whether it is hardly another word."""
    text = (files(__package__) / "data" / "given_names.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {name: kind == "name" for kind, *names in rows for name in names}


def is_of_a_name(words: Sequence[Word], fault: Fault) -> bool:
    """Whether a fault is found in a word that is a part of a person's name, and so no fault.

    Args:
        words: Words of a sentence.
        fault: What was found in one of them.
    """
    if fault.kind not in _OF_FORMS:
        return False
    at = bisect_right(words, fault.start, key=_start) - 1
    behind_a_name = at > 0 and text_between(words, at - 1) and words[at - 1].text in _given_names()
    if fault.kind is FaultKind.OBJECT:
        return behind_a_name
    if fault.kind is FaultKind.LETTER:
        surely = behind_a_name and _given_names()[words[at - 1].text]
        return surely or _SURNAME.fullmatch(words[at].text) is not None
    if fault.kind is FaultKind.AGREEMENT and _SURNAME.fullmatch(words[at].text):
        return True  # no participle: გელაშვილმა
    if words[at].text not in _given_names() or at + 1 == len(words) or not text_between(words, at):
        return False
    return _given_names()[words[at].text] or _is_a_surname(words[at + 1].text)


_OF_FORMS = frozenset(
    (FaultKind.AGREEMENT, FaultKind.SUBJECT, FaultKind.OBJECT, FaultKind.CASE, FaultKind.LETTER)
)


def _start(word: Word) -> int:
    return word.start


def _is_a_surname(word: str) -> bool:
    return _SURNAME.fullmatch(word) is not None or not is_word(word)
