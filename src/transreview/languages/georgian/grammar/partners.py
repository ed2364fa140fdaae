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
    if first == "Nom" and second == "Erg":
        yield Fault(noun.start, noun.end, FaultKind.COORDINATION, ergative(noun.text), sure=False)
    elif first == "Erg" and second == "Nom" and form.subject == "Erg" and len(others) == 1:
        partner = clause[behind]
        if behind < others[0] < place:
            right = ergative(partner.text)
            yield Fault(partner.start, partner.end, FaultKind.COORDINATION, right, sure=False)
    elif first == "Dat" and second in ("Nom", "Erg") and noun_case(noun.text) == DATIVE:
        if noun.text.endswith("ს") and not noun.text.startswith(tuple(listed("time"))):
            yield Fault(noun.start, noun.end, FaultKind.CASE, sure=False)
    elif first == "Erg" and second == "Dat" and noun_case(clause[behind].text) == DATIVE and form.plural:
        partner = clause[behind]
        if partner.text.endswith("ს"):
            yield Fault(partner.start, partner.end, FaultKind.CASE, sure=False)
    elif first == "Nom" and noun_case(clause[behind].text) == DATIVE and others and not is_copula(form):
        alone = form.subject == "Nom" or "Erg" in cases or form.subject == "Dat"
        if alone and len(others) == 1:
            yield Fault(
                noun.start, noun.end, FaultKind.COORDINATION, f"{decline(noun.text, 'Dat')}ა", sure=False
            )


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
