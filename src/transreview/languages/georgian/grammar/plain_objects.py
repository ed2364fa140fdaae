"""Objects in the nominative beside a present or a future: ბანკი ექსპორტიორები სესხს აძლევს."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import (
    DURATIONS,
    case_of,
    is_modifier,
    is_noun,
    joins_nouns,
    listed,
)
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.modifying import modifier
from transreview.languages.georgian.grammar.own_objects import things_that_they_do
from transreview.languages.georgian.grammar.surplus import is_surely_a_noun
from transreview.languages.georgian.grammar.verbs import animals, bodies, forces, names_people, people
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind


def two_nominatives(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the second of two nouns before a present with a dative: ბანკი ექსპორტიორები სესხს აძლევს."""
    subjects = [at for at, case in enumerate(cases[:place]) if case == "Nom" and is_noun(clause[at].text)]
    if subjects == [place - 1] and "Dat" not in cases:
        yield from things_that_they_do(clause, place)
    if len(subjects) == 1:
        yield from _plain_object_behind(clause, cases, place)
    if len(subjects) != 2 or joins_nouns(clause):
        return
    first, second = (clause[at].text for at in subjects)
    if "Dat" in cases and subjects[1] == place - 1 and place + 1 == len(clause):
        yield from _things_given(clause, subjects)
    if "Dat" not in cases:
        if (
            subjects[1] == place - 1
            and (is_somebody_and_something(first, second) or (first in people() and second in bodies()))
            and begins(clause, subjects[0])
        ) or _has_an_adjective(clause, subjects, place):
            noun = clause[subjects[1]]
            yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(second))
        return
    if first.endswith(("ე", "ო")) and first not in people():
        return  # an adjective: თანამედროვე ბიოტექნოლოგიები
    if subjects[1] == subjects[0] + 1 and modifier(first) is not None:
        return  # უცნობი ხარვეზები
    following = clause[subjects[1] + 1].text if subjects[1] + 1 < len(clause) else ""
    if second[-1] == "ი" and not second.endswith("ები") and following.endswith("ების"):
        return  # ორგანიზატორები პრიზიორი დიზაინერების სიას
    if subjects[1] == subjects[0] + 1 and first.endswith("ები") != second.endswith("ები"):
        noun = clause[subjects[1]]
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))


# Presents and futures of what somebody does to something; others that end so say how somebody is.
_DOES = ("ებს", "ავს", "ევს", "ამს", "ებენ", "ავენ", "ევენ", "ამენ")


def may_do(verb: str) -> bool:
    """Whether a verb that is not listed has an object in the dative, as far as its ending tells: უძლებს."""
    return verb.endswith(_DOES)


def _has_an_adjective(clause: Sequence[Word], subjects: Sequence[int], place: int) -> bool:
    """Whether the second of two nominatives ends a clause before its verb, with an adjective of its own."""
    first, second = subjects
    noun = clause[second].text
    if place + 1 != len(clause) or second != place - 1 or noun in DURATIONS or noun in people():
        return False
    return second > first + 1 and is_modifier(clause[second - 1].text) and begins(clause, first)


def _things_given(clause: Sequence[Word], subjects: Sequence[int]) -> Iterator[Fault]:
    """Yield the thing in the nominative before a present, with a receiver: საწარმოებს სესხი სთავაზობს."""
    first, thing = clause[subjects[0]].text, clause[subjects[1]]
    acts = first in people() or first in bodies()
    if acts and is_somebody_and_something(first, thing.text) and begins(clause, subjects[0]):
        yield Fault(thing.start, thing.end, FaultKind.OBJECT, dative(thing.text))


def _plain_object_behind(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the nominative that ends a clause right behind what somebody does to it: ასუფთავებს მაღაზია."""
    for_somebody = clause[place].text.startswith("უ") and cases.count("Dat") == 1
    if place + 2 > len(clause) or ("Dat" in cases and not for_somebody):
        return
    if not begins(clause, cases.index("Nom"), with_receiver=for_somebody):
        return
    first, noun = clause[cases.index("Nom")].text, clause[-1]
    acts = first in people() or first in bodies()
    acts = acts or (is_surely_a_noun(first) and clause[place].text.endswith(_DOES))
    alone = all(case == "-" for case in cases[place + 1 : -1])
    if acts and alone and cases[-1] == "Nom" and is_noun(noun.text) and noun.text not in people():
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text), sure=False)


def begins(clause: Sequence[Word], at: int, *, with_receiver: bool = False) -> bool:
    """Whether nothing stands before a noun in its clause but what belongs to it, or datives."""
    if clause[0].text in listed("joint"):
        return False
    return all(
        (case := case_of(word.text)) == "-"
        or (with_receiver and case == "Dat")
        or not is_noun(word.text)
        or word.text.endswith(("ოს", "უს"))
        for word in clause[:at]
    )


def is_somebody_and_something(first: str, second: str) -> bool:
    """Whether the first of two nominatives is a person, the second surely none: no title and name."""
    acting = (people(), bodies(), forces(), animals())
    one = any(first in those for those in acting) or names_people(first)
    # Beside one body another may be its kind (მწარმოებელი ფირმა), beside many people it is what they found.
    somebody = second in people() or names_people(second)
    somebody = somebody or (second in bodies() and not (first.endswith("ები") and first not in bodies()))
    return one and not somebody and is_form(second)
