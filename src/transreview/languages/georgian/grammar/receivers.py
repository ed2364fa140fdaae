"""What is given to whom: a thing in the dative, or the one who gets it in the nominative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import is_noun, joins_nouns, listed
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.verbs import LETS_DO, names_people, people, persons
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

# What is given, shown or said stands in the nominative, to whom in the dative.
_GIVES_STEMS = """
მისც აჩუქ გადასც აჩვენ უჩვენ გაუგზავნ მიჰყიდ მოუტან მიუტან უყიდ დაუწერ დაუბრუნ უანდერძ ათხოვ გადაუხად
გამოუცხად მიულოც აუხსნ განუმარტ დაუნიშნ გაუფორმ დაუმტკიც შეუმცირ გაუზარდ ჩამოართვ წაართვ მოსთხოვ
შეატყობინ აცნობ მიუძღვნ დაუთმ-ო დაუდგინ შეუმოწმ მიაწოდ შესთავაზ დაურიგ მიანიჭ გააცნ-ო ასწავლ დაავალ
მიაყიდ მიართვ გაუნაწილ უთხრ დაუსვ გაუზიარ მიუთით აუკრძალ დაუტოვ მიუყენ გადაუგზავნ შეახსენ
"""


def _forms() -> Iterator[str]:
    for stem in _GIVES_STEMS.split():
        bare, ending = (stem[:-2], "ო") if stem.endswith("-ო") else (stem, "ა")
        yield from (f"{bare}{ending}", f"{bare}ეს")


_GIVES = frozenset(_forms())


def gives(verb: str) -> bool:
    """Whether a verb says that somebody gave something to somebody, or let somebody do it."""
    return verb in _GIVES or verb.endswith(LETS_DO)


def of_giving(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the thing or the receiver that stands in the case of the other.

    Args:
        clause: Words of a clause whose verb says that somebody gave something, with one ergative.
        cases: In which case each of them stands.
    """
    if "Nom" not in cases:
        yield from _given_in_the_dative(clause, cases)
    elif "Dat" not in cases and not joins_nouns(clause):
        yield from _plain_receivers(clause, cases)


def _plain_receivers(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the person in the nominative beside the thing: გიდმა ტურისტები ციხე დაათვალიერებინა."""
    nouns = [clause[at] for at, case in enumerate(cases) if case == "Nom" and is_noun(clause[at].text)]
    somebody = [one for one in nouns if one.text in people() or names_people(one.text)]
    if len(nouns) == 2 and len(somebody) == 1:
        noun = somebody[0]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))


def _given_in_the_dative(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the thing in the dative beside whom it is given to: მან გასაღებს მეზობელს მისცა."""
    datives = [clause[at] for at, case in enumerate(cases) if case == "Dat" and clause[at].text != "მას"]
    things = [one for one in datives if one.text not in persons()]
    if len(datives) != 2 or len(things) != 1:
        return
    thing = things[0].text
    is_thing = noun_case(thing) == DATIVE or is_form(f"{thing[:-1]}ი")
    if is_thing and not thing.startswith(tuple(listed("time"))):
        yield Fault(things[0].start, things[0].end, FaultKind.OBJECT)
