"""Objects beside verbs that go with a dative: ჟურნალისტი მინისტრი ელოდება, ფერმერების აძლევს."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of, is_noun, joins_nouns
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.modifying import modifier
from transreview.languages.georgian.grammar.noun_cases import GENITIVE, noun_case
from transreview.languages.georgian.grammar.verbs import people, persons
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind


def two_before_a_dative_verb(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield the second of two nouns side by side before a verb with a dative: ჟურნალისტი მინისტრი ელოდება."""
    nouns = [at for at in range(place) if cases[at] == "Nom" and is_noun(clause[at].text)]
    if len(nouns) != 2 or cases.count("Nom") != 2 or "Dat" in cases or joins_nouns(clause):
        return
    if nouns != [place - 2, place - 1] and not _are_apart(clause, nouns):
        return
    noun = clause[nouns[1]]
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))


def _are_apart(clause: Sequence[Word], nouns: Sequence[int]) -> bool:
    """Whether two nouns are no title and name: the first is no adjective, the second a common noun."""
    first, second = (clause[at].text for at in nouns)
    return modifier(first) is None and (second in people() or is_form(f"{second}ს"))


def genitive_objects(clause: Sequence[Word], place: int) -> Iterator[Fault]:
    """Yield the genitive of many right before a verb with an object in the dative: ფერმერების აძლევს."""
    noun = clause[place - 1]
    if place and place + 1 == len(clause) and noun.text.endswith("ების") and is_form(f"{noun.text[:-2]}ი"):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, f"{noun.text[:-2]}ს")


def genitives_as_objects(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the genitive right before an aorist that has no object: მან ფაკულტეტის დაამთავრა."""
    if form.object != "Nom" or "Erg" not in cases or not set(cases) <= {"Erg", "-", "Verb"}:
        return
    if place + 1 != len(clause) or place < _FEWEST:
        return
    noun = clause[place - 1]
    if noun_case(noun.text) != GENITIVE or not noun.text.endswith("ის") or cases[place - 2] == "Erg":
        return
    plain = f"{noun.text[:-2]}ი"
    right = plain if is_form(plain) else f"{noun.text[:-2]}ა"
    if is_form(right):
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)


_FEWEST = 3


def datives_that_must(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the person in the dative who must do something to a thing: მყიდველს ინვოისი უნდა წარადგინოს."""
    noun = clause[0]
    right = persons().get(noun.text)
    if right is None or not any(word.text == "უნდა" for word in clause):
        return
    cases = [case_of(word.text) for word in clause[1:-1] if word.text not in ("უნდა", "არ", "ვერ")]
    if "" not in cases and "Erg" not in cases and "Nom" in cases:
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, right)


def two_datives(clause: Sequence[Word], cases: Sequence[str]) -> Iterator[Fault]:
    """Yield the first of two datives of people before an aorist: მენეჯერს თანამშრომლებს პრემია გადასცა."""
    datives = [at for at, case in enumerate(cases) if case == "Dat"]
    if len(datives) != 2 or datives[0] != 0 or "Nom" not in cases:
        return
    right = persons().get(clause[0].text)
    if right is not None and clause[datives[1]].text in persons() and datives[1] == 1:
        yield Fault(clause[0].start, clause[0].end, FaultKind.SUBJECT, right)
