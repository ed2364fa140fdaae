"""Nouns on both sides of და that stand in different cases: კვლევა და წარმოებაში, კულტურა და სამზარეულომ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import (
    is_modifier,
    is_noun,
    is_possessive_ergative,
    listed,
)
from transreview.languages.georgian.grammar.noun_cases import DATIVE, GENITIVE, noun_case
from transreview.languages.georgian.grammar.subjects import ergative
from transreview.languages.georgian.grammar.verbs import is_copula
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, plain_adjective
from transreview.languages.grammar_fault import Fault, FaultKind


def unequal_partners(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the noun before და whose partner stands in another case, and that the verb has no use for.

    Args:
        clause: Words of a clause, each of which is understood.
        cases: In which case each of them stands.
        place: Which of them is the verb.
        form: What the verb asks.
    """
    joints = [at for at, word in enumerate(clause) if word.text == "და"]
    if len(joints) != 1 or not 0 < joints[0] < place - 1:
        return
    joint = joints[0]
    before, behind = joint - 1, _noun_behind(clause, cases, joint)
    if behind >= place or not is_noun(clause[before].text):
        return
    first, second = cases[before], cases[behind]
    others = [
        at
        for at, case in enumerate(cases)
        if case == "Nom" and at not in (before, behind) and is_noun(clause[at].text)
    ]
    noun = clause[before]
    had = bool(others) and form.subject == "Dat"
    wrong = -1 if had else _alone_in_the_dative(clause, cases, (before, behind), form)
    if wrong >= 0:
        yield Fault(clause[wrong].start, clause[wrong].end, FaultKind.CASE, sure=False)
        return
    if first == "Nom" and second == "Erg":
        yield Fault(noun.start, noun.end, FaultKind.COORDINATION, ergative(noun.text), sure=False)
    elif first == "Erg" and second == "Nom" and form.subject == "Erg" and len(others) == 1:
        partner = clause[behind]
        if behind < others[0] < place:
            right = ergative(partner.text)
            yield Fault(partner.start, partner.end, FaultKind.COORDINATION, right, sure=False)
    elif first == "Nom" and noun_case(clause[behind].text) == DATIVE and others and not is_copula(form):
        alone = form.subject == "Nom" or "Erg" in cases or form.subject == "Dat"
        if alone and len(others) == 1:
            yield Fault(
                noun.start, noun.end, FaultKind.COORDINATION, f"{decline(noun.text, 'Dat')}ა", sure=False
            )


def _alone_in_the_dative(
    clause: Sequence[Word], cases: Sequence[str], places: tuple[int, int], form: VerbForm
) -> int:
    """Return which of two partners alone stands in a dative where the verb has no use for it, else -1."""
    before, behind = places
    first, second = cases[before], cases[behind]
    at = before if first == "Dat" else behind
    word = clause[at].text
    if noun_case(word) != DATIVE or not word.endswith("ს") or word.startswith(tuple(listed("time"))):
        return -1
    if first == "Dat":
        return before if second in ("Nom", "Erg") else -1
    felt = first == "Nom" and form.subject == "Dat" and cases.count("Dat") > 1
    acts = first == "Erg" and form.plural
    return behind if second == "Dat" and (felt or acts) else -1


def _noun_behind(clause: Sequence[Word], cases: Sequence[str], joint: int) -> int:
    """Return the place of the noun behind და, adjectives of its own passed over."""
    at = joint + 1
    while at + 1 < len(clause):
        word = clause[at].text
        own = is_modifier(word) or plain_adjective(word) != "" or is_possessive_ergative(word)
        if not own and (cases[at] != "-" or noun_case(word) not in ("", GENITIVE)):
            break
        at += 1
    return at
