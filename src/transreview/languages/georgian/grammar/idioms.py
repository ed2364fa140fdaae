"""Objects of turns of a noun and a verb, which stand in the dative: დეკლარაციას ხელი მოაწერა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import is_noun, joins_nouns
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
    if len(nouns) != len(others) + 1 or len(others) != 1 or joins_nouns(clause):
        return
    noun, turn = clause[others[0]], next(clause[at].text for at in nouns if at not in others)
    somebody = noun.text in people() or noun.text in bodies() or noun.text in _OFFICES
    if somebody and any(word.text.startswith(_TURNS[turn]) for word in clause) and others[0] < nouns[-1]:
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, ergative(noun.text))


# Nouns of turns in the dative with a present, and what its verbs begin with: მხარს უჭერს.
_PRESENT_TURNS = {
    "მხარს": ("უჭერ", "დაუჭერ", "უბამ"),
    "ხელს": ("უწყობ", "უშლი", "უმართავ", "აწერ", "კიდებ", "შეუწყობ", "შეუშლი", "მოაწერ"),
    "ყურადღებას": ("აქცევ", "მიაქცევ", "უთმობ", "დაუთმობ"),
    "საფუძველს": ("უყრი", "ჩაუყრი", "უდებ", "დაუდებ"),
    "უპირატესობას": ("ანიჭებ", "მიანიჭებ"),
    "პატივს": ("სცემ",),
    "ზიანს": ("აყენებ", "მიაყენებ"),
    "ანგარიშს": ("უწევ", "გაუწევ"),
    "წინააღმდეგობას": ("უწევ", "გაუწევ"),
    "კონტროლს": ("უწევ",),
    "დახმარებას": ("უწევ", "გაუწევ"),
    "ყურს": ("უგდებ",),
    "თვალს": ("ადევნებ",),
}


def plain_objects_of_present_turns(
    clause: Sequence[Word], cases: Sequence[str], place: int
) -> Iterator[Fault]:
    """Yield the second nominative beside such a turn with a present, where no other dative is.

    Args:
        clause: Words of a clause whose verb goes with a nominative and a dative.
        cases: In which case each of them stands.
        place: Which of them is the verb.
    """
    datives = [at for at, case in enumerate(cases) if case == "Dat"]
    if len(datives) != 1 or abs(datives[0] - place) != 1 or joins_nouns(clause):
        return
    if not clause[place].text.startswith(_PRESENT_TURNS.get(clause[datives[0]].text, ("?",))):
        return
    nouns = [at for at, case in enumerate(cases[:place]) if case == "Nom" and is_noun(clause[at].text)]
    nouns = [at for at in nouns if not (at + 1 in nouns and clause[at].text in people())]
    behind = [at for at in range(place + 1, len(clause)) if cases[at] == "Nom" and is_noun(clause[at].text)]
    if len(nouns) == len(behind) == 1:
        noun = clause[behind[0]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))
        return
    if not nouns or (len(nouns) == 1 and not _is_plain_object(clause, cases, nouns[0])):
        return
    noun = clause[nouns[-1]]
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))


def _is_plain_object(clause: Sequence[Word], cases: Sequence[str], at: int) -> bool:
    """Whether the only noun before a turn stands behind somebody who may be taken for its adjective."""
    return at > 0 and "Nom" in cases[:at] and clause[0].text in people()


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
    if len(turns) != 1 or "Dat" in cases or joins_nouns(clause):
        return
    nouns = [
        at for at, case in enumerate(cases) if case == "Nom" and at != turns[0] and is_noun(clause[at].text)
    ]
    if len(nouns) == 1:
        noun = clause[nouns[0]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))
