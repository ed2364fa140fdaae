"""Adjectives in the ergative that belong to what another does: კომპანიამ ახალმა პროდუქტი გამოუშვა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of, is_modifier
from transreview.languages.georgian.grammar.modifying import is_modifier_in_ma
from transreview.languages.georgian.grammar.noun_cases import GENITIVE, noun_case
from transreview.languages.georgian.grammar.words import Word, is_of_a_people, plain_adjective
from transreview.languages.grammar_fault import Fault, FaultKind


def own_of_another(clause: Sequence[Word], at: int) -> bool:
    """Whether an ergative is an adjective, or names a people before a nominative: უცხოელმა მყიდველები."""
    word = clause[at].text
    if plain_adjective(word):
        return True
    behind = clause[at + 1].text if at + 1 < len(clause) else ""
    if word.endswith(("ულმა", "ილმა")) and behind:
        if case_of(behind) == "Erg":
            return True  # გამოქვეყნებულმა ახალმა კვლევამ
        another = is_modifier_in_ma(word) and any(case_of(one.text) == "Erg" for one in clause[:at])
        if another and case_of(behind) == "Nom":
            return True  # ექიმმა დაშავებულმა მუშა გასინჯა
    following = behind if at else ""
    return is_of_a_people(f"{word[:-2]}ი") and following != "" and case_of(following) == "Nom"


def _acts_behind(clause: Sequence[Word], at: int) -> bool:
    return at < len(clause) and case_of(clause[at].text) == "Erg"


def ergative_adjectives(clause: Sequence[Word], places: Sequence[int]) -> Iterator[Fault]:
    """Yield the adjectives in the ergative before what another does: კომპანიამ ახალმა პროდუქტი გამოუშვა."""
    for at in places:
        noun = clause[at + 1].text if at + 1 < len(clause) else ""
        right = plain_adjective(clause[at].text) or f"{clause[at].text[:-2]}ი"
        owner = noun_case(noun) == GENITIVE and not any(
            case_of(word.text) == "Erg" for word in clause[at + 2 :]
        )
        if noun.startswith("სა") and noun.endswith("ო") and _acts_behind(clause, at + 2):
            continue  # ახალმა საბაჟო პოლიტიკამ
        if noun and right and (owner or (case_of(noun) == "Nom" and not is_modifier(noun))):
            yield Fault(clause[at].start, clause[at].end, FaultKind.AGREEMENT, right)
