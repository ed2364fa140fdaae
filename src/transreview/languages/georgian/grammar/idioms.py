"""Objects of turns of a noun and a verb, which stand in the dative: დეკლარაციას ხელი მოაწერა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import has, is_noun
from transreview.languages.georgian.grammar.felt_clauses import dative
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
