"""Nominatives right before a verb whose subject stands in the dative: კომპანია შეუძლია შეცვალოს გეგმა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.derivation import nations
from transreview.languages.georgian.grammar.dative_subjects import listed, nominatives_of_agents
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.subjects import bounds_of_clause, is_nominative, may_belong
from transreview.languages.georgian.grammar.words import Word, is_adjective, text_between
from transreview.languages.grammar_fault import Fault, FaultKind


def wants_a_dative_subject(word: str) -> bool:
    """Whether a word is a verb of being able, wishing, having or believing of the third person."""
    return word in listed("feels") or word in listed("believes")


def is_agent(word: str) -> bool:
    """Whether a word is the nominative of somebody who acts: a person, a body, a country."""
    return word in nominatives_of_agents() or word in nations()


def feeling_subjects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nominatives of who can, wishes, has or believes something.

    Said only where nobody of the clause stands in the dative, and what is wished, had or believed follows.
    """
    for place in range(1, len(words)):
        verb, noun = words[place].text, words[place - 1]
        if not (wants_a_dative_subject(verb) and is_agent(noun.text) and text_between(words, place - 1)):
            continue
        first, last = bounds_of_clause(words, place)
        before = [word.text for word in words[first : place - 1]]
        behind = [word.text for word in words[place + 1 : last + 1]]
        if any(map(_may_be_dative, (*before, *behind))) or any(map(_is_another, before)):
            continue
        believed = last == place and place + 1 < len(words) and words[place + 1].text == "რომ"
        if believed if verb in listed("believes") else any(map(_may_be_had, behind)):
            # What is said of it stands in the nominative, too, and has to change with it.
            alone = not before or not may_belong(before[-1])
            yield Fault(noun.start, noun.end, FaultKind.SUBJECT, _dative(noun.text) if alone else "")


@lru_cache(maxsize=1 << 14)
def _may_be_dative(word: str) -> bool:
    return word in listed("to") or (noun_case(word) == DATIVE and not word.endswith(("ში", "ზე", "თან")))


def _is_another(word: str) -> bool:
    """Whether a word before the noun may be what is had."""
    return is_nominative(word) and not is_adjective(word) and not may_belong(word)


def _may_be_had(word: str) -> bool:
    return is_nominative(word) and not is_adjective(word)


def _dative(noun: str) -> str:
    return f"{noun[:-1]}ს" if noun[-1] == "ი" and noun[-2] not in VOWELS else f"{noun}ს"
