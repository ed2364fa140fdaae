"""Modifiers that do not belong to the noun behind them: a turn's, a predicate's, a noun's before them."""

from __future__ import annotations

from collections.abc import Sequence

from transreview.languages.georgian.grammar.agreement import PREDICATIVE
from transreview.languages.georgian.grammar.heads import says_is
from transreview.languages.georgian.grammar.modifying import THEIRS, Modifier
from transreview.languages.georgian.grammar.noun_cases import INSTRUMENTAL, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.lazy_patterns import lazy_pattern


def is_said_of_what_precedes(words: Sequence[Word], place: int, one: Modifier) -> bool:
    """Whether a modifier in -ი is said of what stands before it: of "is", of a noun and a comma.

    ჯოგია შესეული ყანებში; ფილტრი, შეყვანილი ქვედა ველში.
    """
    if not place:
        return False
    before = words[place - 1]
    if text_between(words, place - 1):
        return before.text in PREDICATIVE or says_is(before.text)
    return not one.sure and before.gap == ", " and noun_case(before.text) == NOMINATIVE


def is_of_a_turn(words: Sequence[Word], place: int, one: Modifier, case: str) -> bool:
    """Whether a bare modifier is part of "every morning" or "all the more": ყოველ დილით, მით უმეტეს."""
    if one.stem == "ყოველ":
        return case == INSTRUMENTAL
    return one.stem == "უმეტეს" and place > 0 and words[place - 1].text == "მით"


def stands_before_an_owner(found: Sequence[tuple[int, Modifier]], place: int) -> bool:
    """Whether whose it is stands behind an adjective, which says no more of it: ახალი თქვენს ქალაქში."""
    return any(other.own or other.stem in THEIRS for at, other in found if at > place)


# Adjectives that may be the name of a place, too: საკონდიტრო.
_MAYBE_NOUN = lazy_pattern("სა[ა-ჰ]+ო")
_COLOURS = frozenset(("შავი", "თეთრი", "წითელი", "ყვითელი", "ლურჯი"))


def belongs_elsewhere(words: Sequence[Word], place: int, last: int) -> bool:
    """Whether a colour stands for what has it, before the ground that it is seen on: თეთრი შავ ფონზე.

    Or whether an adjective has a noun of its own before the next: ასწლოვანი საკონდიტრო ტრადიციულ ნამცხვრებს.
    """
    if place != last and _MAYBE_NOUN.fullmatch(words[place + 1].text):
        return True
    noun = words[last + 1].text
    if not place and any(word.text == "შორის" for word in words[last + 1 : last + _FAR]):
        return True  # წონასწორული უსაფრთხოებასა და წარმადობას შორის
    colour = words[place].text in _COLOURS or words[place].text.endswith("ფერი")
    return colour and ("ფერ" in noun or (place != last and noun == "ფონზე"))


_FAR = 6
