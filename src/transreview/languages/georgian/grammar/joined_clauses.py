"""Clauses that და joins behind a verb: each stands by itself, and one subject goes with both verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of, is_noun
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import (
    is_copula,
    names_people,
    other_number,
    people,
    verb_form,
)
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind

_FEWEST_WORDS = 2


def parts_of_clause(clause: Sequence[Word]) -> list[Sequence[Word]]:
    """Return the clauses that და joins within one, cut where a verb stands before it and another follows."""
    joints = [at for at, word in enumerate(clause) if word.text == "და"]
    if len(joints) != 1:
        return [clause]
    joint = joints[0]
    first, second = clause[:joint], clause[joint + 1 :]
    if len(first) < _FEWEST_WORDS or not second or not _is_verb(first[-1]):
        return [clause]
    return [first, second] if any(map(_is_verb, second)) else [clause]


def _is_verb(word: Word) -> bool:
    return verb_form(word.text) is not None or person_of(word.text) is not None


def numbers_of_relatives(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the verb of one in a clause of რომლებიც behind people: მეცნიერები, რომლებიც გამოვიდა."""
    for before, clause in pairwise(clauses):
        if clause[0].text != "რომლებიც" or not before[-1].text.endswith("ები"):
            continue
        verb = only_verb(clause) if before[-1].text in people() or names_people(before[-1].text) else None
        if verb is None or verb[0] + 1 != len(clause):
            continue
        form, word = verb[1], clause[-1]
        others = any(case_of(other.text) == "Nom" for other in clause[1:-1])
        if form.subject == "Nom" and not form.plural and not is_copula(form) and not others:
            right = other_number(word.text, form)
            yield Fault(word.start, word.end, FaultKind.PERSON, right, sure=False)


def numbers_across(parts: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the second verb of one where many people are the subject of the first: მოვიდნენ და ნახა.

    Args:
        parts: Clauses that და joins.
    """
    if len(parts) != 2:
        return
    one, other = only_verb(parts[0]), only_verb(parts[1])
    if one is None or other is None or not one[1].plural or other[1].plural:
        return
    form, verb = other[1], parts[1][other[0]]
    if is_copula(form) or form.subject not in ("Nom", "Erg") or other[0] + 1 != len(parts[1]):
        return
    subjects = [word for word in parts[0] if case_of(word.text) == one[1].subject and is_noun(word.text)]
    if len(subjects) != 1 or not (subjects[0].text in people() or names_people(subjects[0].text)):
        return
    # A subject of its own would stand in the second, too.
    if any(case_of(word.text) in (form.subject, "Erg") for word in parts[1][: other[0]]):
        return
    yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form), sure=False)
