"""Relative pronouns in a case that their own clause has no room for.

The number of რომელიც is that of the noun before it, its case what the verb of its clause asks: შეთანხმება,
რომელმაც მხარეებმა მოაწერეს (two ergatives), კანონი, რომელიც წესი შეცვალა (nobody who changed it), კომპანიები,
რომლებიც ნებართვა არ აქვთ (nobody who has it), დანადგარი, რომელსაც დამონტაჟდა (nothing that was installed).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, listed
from transreview.languages.georgian.grammar.dative_subjects import takes_no_dative
from transreview.languages.georgian.grammar.surplus import is_surely_a_noun
from transreview.languages.georgian.grammar.verb_persons import PREVERBS
from transreview.languages.georgian.grammar.verbs import (
    WITH_A_DATIVE,
    is_copula,
    is_of_having,
    people_in_the_dative,
    verb_form,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.word_roles import RELATIVES, Verb
from transreview.languages.georgian.grammar.words import Word, is_of_a_people
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_CASES = {form: (case, many) for case, forms in RELATIVES.items() for many, form in enumerate(forms)}


has_a_role = _CASES.__contains__
"""Whether a word is a relative pronoun whose case the verb of its clause asks for."""


def relatives_of_another_case(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the relative pronoun that begins a clause in another case than its verb asks for."""
    first = clause[0]
    if len(clause) < _FEWEST:
        return
    if verb.form is None or is_copula(verb.form):
        return
    case, many = _CASES[first.text]
    right = _RULES[case](clause, verb.place, verb.form)
    if right:
        kind = FaultKind.OBJECT if case == "Erg" else FaultKind.SUBJECT
        yield Fault(first.start, first.end, kind, RELATIVES[right][many])


_FEWEST = 3


def relatives_of_me(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the verb of me, us or you whose subject can be nobody but რომელიც: რომელიც ძალაში შევალ.

    With an aorist რომელიც is what I did: რომელიც ვნახე. Behind "we" it is we, which is not asked here.
    """
    person, word = verb.person, clause[verb.place]
    if person is None or person.past or not person.third or word.text.removesuffix("თ") in _KNOWN_OR_BEING:
        return
    form = verb_form(person.third)
    if form is not None and form.subject == "Nom" and not is_copula(form):
        right = "" if person.plural else person.third
        yield Fault(word.start, word.end, FaultKind.PERSON, right)


_KNOWN_OR_BEING = frozenset(("ვიცი", "იცი", "ვარ", "ხარ", "ვიყავი", "იყავი", "ვიქნები", "იქნები"))


def _of_the_ergative(clause: Sequence[Word], place: int, form: VerbForm) -> str:
    """Return in which case რომელმაც belongs if somebody else acts in its clause."""
    if form.subject != "Erg" or form.object != "Nom":
        return ""
    acting = [word.text for word in clause[1:] if case_of(word.text) == "Erg" and is_noun(word.text)]
    acting = [word for word in acting if not is_of_a_people(f"{word.removesuffix('მა')}ი")]
    if len(acting) != 1 or any(word.text in listed("conjunction") for word in clause):
        return ""
    return "Dat" if _nouns(clause[1:place]) or _nouns(clause[place + 1 :]) else "Nom"


def _of_the_nominative(clause: Sequence[Word], place: int, form: VerbForm) -> str:
    """Return in which case რომელიც belongs if its verb has its noun in the nominative beside it already."""
    others = clause[1:]
    if any(word.text in listed("conjunction") or word.text in listed("subject") for word in others):
        return ""
    nouns = _nouns(others)
    if len(nouns) != 1 or not is_surely_a_noun(nouns[0]):
        return ""
    if form.subject == "Dat" and is_of_having(clause[place].text):
        return "" if any(_may_be(word.text, "Dat") for word in others) else "Dat"
    if (
        form.subject == "Erg"
        and form.object == "Nom"
        and not form.guessed
        and form.plural == _is_many(clause)
    ):
        return "" if any(_may_be(word.text, "Erg") for word in others) else "Erg"
    return ""


def _of_the_dative(clause: Sequence[Word], place: int, form: VerbForm) -> str:
    """Return in which case რომელსაც belongs if nothing else is what its verb says."""
    verb = clause[place].text
    if form.subject == "Erg" and form.object == "Nom" and not form.guessed:
        return _of_the_dative_done(clause, place)
    if form.subject != "Nom" or form.object or verb in WITH_A_DATIVE or not _ALONE.fullmatch(verb):
        return ""
    others = [word.text for at, word in enumerate(clause) if at not in (0, place)]
    if any(case_of(word) in ("Nom", "Dat", "") or word in listed("subject") for word in others):
        return ""
    return "Nom" if form.plural == _is_many(clause) or not form.plural else ""


def _of_the_dative_done(clause: Sequence[Word], place: int) -> str:
    """Return in which case რომელსაც belongs if it is what somebody does: რომელსაც ექიმმა გამოუწერა."""
    others = [word.text for at, word in enumerate(clause) if at not in (0, place)]
    cases = [case_of(word) for word in others]
    if "Erg" not in cases or "Nom" in cases or any(word in listed("subject") for word in others):
        return ""
    given = any(word in people_in_the_dative() for word in others)
    return "Nom" if given or takes_no_dative(clause[place].text) else ""


# What becomes of something and has no receiver: დამონტაჟდა, აშენდება; not დაემატა, უკავშირდება.
_ALONE = lazy_pattern(f"(?:{PREVERBS})(?![ეუ])[ა-ჰ]{{3,}}(?:და|დნენ|დება|დებიან)")
_RULES = {"Nom": _of_the_nominative, "Erg": _of_the_ergative, "Dat": _of_the_dative}


def _is_many(clause: Sequence[Word]) -> bool:
    return bool(_CASES[clause[0].text][1])


def _nouns(words: Sequence[Word]) -> list[str]:
    """Return the nouns in the nominative."""
    return [
        word.text
        for word in words
        if word.text not in DURATIONS and case_of(word.text) == "Nom" and is_noun(word.text)
    ]


def _may_be(word: str, case: str) -> bool:
    """Whether a word may stand in a case."""
    ends = ("მა", "მ") if case == "Erg" else ("ს", "სა")
    known = case_of(word)
    return known == case or (not known and word.endswith(ends)) or word in ("მათ", "ვინმეს", "მას")
