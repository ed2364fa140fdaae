"""Subjects in the dative before an aorist, which wants the ergative: ექიმს ოპერაცია გააკეთა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.noun_cases import DATIVE, INSTRUMENTAL, noun_case
from transreview.languages.georgian.grammar.postposition_cases import wants_genitive
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.subjects import (
    CLAUSE_ENDS,
    aorists,
    is_nominative,
    may_be_ergative,
    may_belong,
)
from transreview.languages.georgian.grammar.verbs import (
    animals,
    bare_aorists,
    bodies,
    people_in_the_dative,
)
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective, text_between
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_MOST_BETWEEN = 5


@cache
def listed(kind: str) -> frozenset[str]:
    """Return the words of a kind in data/agents.txt."""
    text = (files(__package__) / "data" / "agents.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(word for of, *words in rows for word in words if of == kind)


@cache
def _datives() -> dict[str, str]:
    """Return the nominative of each dative, singular and plural, of who may do something."""
    singular = {_dative(noun): noun for noun in listed("agent")}
    plural = {decline(noun, "Dat", "Plur"): decline(noun, "Nom", "Plur") for noun in listed("agent")}
    together = {decline(noun, "Dat"): noun for noun in bodies() if not noun.endswith("ები")}
    beasts = {decline(noun, "Dat"): noun for noun in animals() if not noun.endswith("ები")}
    return people_in_the_dative() | together | singular | plural | beasts


@cache
def nominatives_of_agents() -> frozenset[str]:
    """Return the nominatives, singular and plural, of who may do something."""
    return frozenset(_datives().values())


def _dative(noun: str) -> str:
    return f"{noun}ს" if noun[-1] != "ი" or noun[-2] in VOWELS else f"{noun[:-1]}ს"


# What one does for oneself goes with no receiver: გადაიხადა, იყიდა.
_FOR_ONESELF = lazy_pattern(f"(?:{'|'.join(PREVERBS)})?ი[ა-ჰ]{{2,}}")


@cache
def _verbs() -> frozenset[str]:
    stems = listed("verb")
    bare = [(stem[:-2], "ო") if stem.endswith("-ო") else (stem, "ა") for stem in stems]
    for_oneself = filter(_FOR_ONESELF.match, aorists())
    return bare_aorists().union(for_oneself) | {
        stem + ending for stem, singular in bare for ending in (singular, "ეს")
    }


def is_dative_agent(word: str) -> bool:
    """Whether a word is the dative of somebody who acts."""
    return word in _datives()


def takes_no_dative(word: str) -> bool:
    """Whether a word is an aorist that nobody is given or told anything with."""
    return word in _verbs()


def dative_subjects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the datives of who acts, at the beginning of a clause, whose verb is an aorist without a dative.

    Said only where the object stands in the nominative and nothing of the clause may be an ergative.
    """
    for index, word in enumerate(words):
        if word.text not in _datives() or not _begins_clause(words, index):
            continue
        last = _end_of_clause(words, index)
        clause = [one.text for one in words[index + 1 : last + 1]]
        verbs = [place for place, text in enumerate(clause) if text in _verbs()]
        if len(verbs) != 1 or any(may_be_ergative(text) for text in clause if text not in _verbs()):
            continue
        verb = verbs[0]
        before, behind = clause[:verb], clause[verb + 1 :]
        has_object = bool(before) and is_nominative(before[-1]) and all(map(_may_stand_before, before[:-1]))
        if len(before) <= _MOST_BETWEEN and (has_object or (not before and _leads_to_object(behind))):
            yield Fault(word.start, word.end, FaultKind.SUBJECT, decline(_datives()[word.text], "Erg"))


def _may_stand_before(word: str) -> bool:
    """Whether a word may stand before an object: its own, or where something is done (ანგარიშში)."""
    return (
        may_belong(word)
        or wants_genitive(word)
        or (noun_case(word) in (DATIVE, INSTRUMENTAL) and word.endswith(("ში", "ზე", "იდან")))
    )


def _leads_to_object(words: Sequence[str]) -> bool:
    return bool(words) and (
        is_nominative(words[0]) or (len(words) > 1 and may_belong(words[0]) and is_nominative(words[1]))
    )


def _begins_clause(words: Sequence[Word], index: int) -> bool:
    """Whether a word begins a clause, adjectives of its own before it passed over."""
    while index and text_between(words, index - 1) and is_bare_adjective(words[index - 1].text):
        index -= 1
    return index == 0 or bool(CLAUSE_ENDS.intersection(words[index - 1].gap))


def _end_of_clause(words: Sequence[Word], index: int) -> int:
    last = index
    while last + 1 < len(words) and not CLAUSE_ENDS.intersection(words[last].gap):
        last += 1
    return last
