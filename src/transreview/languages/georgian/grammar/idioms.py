"""Objects of turns of a noun and a verb, which stand in the dative: დეკლარაციას ხელი მოაწერა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import has, is_noun
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.subjects import ergative
from transreview.languages.georgian.grammar.verbs import bodies, people
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind

# The noun of a turn, and what the verbs of it begin with.
_TURNS = {
    "ხელი": ("მოაწერ", "შეუწყ", "შეუშალ", "მოჰკიდ", "მოკიდ"),
    "მხარი": ("დაუჭირ", "აუბ"),
    "ყურადღება": ("მიაქცი", "დაუთმ"),
    "საფუძველი": ("ჩაუყარ", "დაუდ"),
    "დასაწყისი": ("დაუდ",),
    "ბიძგი": ("მისც",),
    "წერტილი": ("დაუსვ",),
    "შესაძლებლობა": ("მისც",),
    "უპირატესობა": ("მიანიჭ",),
    "პატივი": ("მიაგ", "სც"),
    "ზიანი": ("მიაყენ",),
}


# Titles before a name, and who has them.
_OFFICES = frozenset(("პრეზიდენტი", "მინისტრი", "პრემიერი", "პრემიერ-მინისტრი", "დოქტორი", "პროფესორი"))


def plain_subjects_of_turns(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield somebody in the nominative at the beginning of a clause with such a turn and no ergative.

    Args:
        clause: Words of a clause whose verb wants an ergative.
        cases: In which case each of them stands.
    """
    nouns = [at for at, case in enumerate(cases) if case == "Nom" and is_noun(clause[at].text)]
    others = [at for at in nouns if clause[at].text not in _TURNS]
    if len(nouns) != len(others) + 1 or len(others) != 1 or has(clause, "conjunction"):
        return
    noun, turn = clause[others[0]], next(clause[at].text for at in nouns if at not in others)
    somebody = noun.text in people() or noun.text in bodies() or noun.text in _OFFICES
    if somebody and any(word.text.startswith(_TURNS[turn]) for word in clause) and others[0] < nouns[-1]:
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text), sure=False)


def plain_objects_of_turns(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the noun in the nominative beside such a turn, where nothing stands in the dative.

    Args:
        clause: Words of a clause whose subject is an ergative.
        cases: In which case each of them stands.
    """
    turns = [
        at
        for at, word in enumerate(clause)
        if (verbs := _TURNS.get(word.text)) and any(other.text.startswith(verbs) for other in clause)
    ]
    if len(turns) != 1 or "Dat" in cases or has(clause, "conjunction"):
        return
    nouns = [
        at for at, case in enumerate(cases) if case == "Nom" and at != turns[0] and is_noun(clause[at].text)
    ]
    if len(nouns) == 1:
        noun = clause[nouns[0]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text), sure=False)
