"""Clauses that და joins behind a verb: each stands by itself, and one subject goes with both verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of, is_noun
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import (
    is_copula,
    listed_verb,
    names_people,
    other_number,
    people,
    verb_form,
)
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind

_FEWEST_WORDS = 2


def parts_of_clause(clause: Sequence[Word]) -> list[Sequence[Word]]:
    """Return the clauses that და joins within one, cut between two verbs.

    What stands between two verbs and is one და joins them, whatever nouns are beside it (ამოწმებენ სურათს და
    შეცდომებს აღნიშნავენ); of several it is the one right behind the first verb.
    """
    joints = [at for at, word in enumerate(clause) if word.text == "და"]
    if not joints:
        return [clause]
    verbs = [at for at, word in enumerate(clause) if _VERBS[word.text]]
    if not verbs or verbs[0] > joints[-1]:
        return [clause]
    if verbs[-1] + 1 < len(clause) and not case_of(clause[-1].text):
        verbs.append(len(clause) - 1)  # what is not known there is hardly anything else
    if len(verbs) == 1:
        return [clause]
    verbs = [at for at in verbs if _surely_rules(clause, at)]
    cuts = []
    for one, other in pairwise(verbs):
        between = [at for at in joints if one < at < other]
        alone = between[:1] == [one + 1] or (len(between) == 1 and not _joins_nouns(clause, between[0]))
        if alone and one >= _FEWEST_WORDS - 1:
            cuts.append(between[0])
    bounds = [-1, *cuts, len(clause)]
    return [clause[first + 1 : last] for first, last in pairwise(bounds)] if cuts else [clause]


def _joins_nouns(clause: Sequence[Word], joint: int) -> bool:
    """Whether და may join two nouns of one case beside it: დატოვა ჩინეთი და რუსეთი ჩამოვიდა."""
    before, behind = clause[joint - 1].text, clause[joint + 1].text
    return case_of(before) == case_of(behind) != "Dat" or before.endswith(("სა", "თა"))


def _surely_rules(clause: Sequence[Word], at: int) -> bool:
    """Whether what may be a verb is no noun: გახსნა is an aorist before და and at the end of a clause.

    Behind an owner it is the name of an action even there: ადგილის შექმნა.
    """
    case = case_of(clause[at].text)
    if case not in ("Nom", "Dat", "-"):
        return True
    if clause[at].text.endswith(("ებს", "ო")) and listed_verb(clause[at].text) is not None:
        return True  # მიიღებს, მიიღო
    owned = at > 0 and clause[at - 1].text.endswith("ის") and case == "Nom"
    return not owned and (at + 1 == len(clause) or clause[at + 1].text == "და")


class _Verbs(dict[str, bool]):
    """Whether each word is a verb of any person."""

    def __missing__(self, word: str) -> bool:
        answer = verb_form(word) is not None or person_of(word) is not None
        if len(self) < _REMEMBERED:
            self[word] = answer
        return answer


_VERBS, _REMEMBERED = _Verbs(), 100_000


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
    """Yield the later verbs of one where many people are the subject of the first: მოვიდნენ და ნახა.

    Args:
        parts: Clauses that და joins.
    """
    one = only_verb(parts[0]) if len(parts) > 1 else None
    if one is None or not one[1].plural:
        return
    subjects = [word for word in parts[0] if case_of(word.text) == one[1].subject and is_noun(word.text)]
    if len(subjects) != 1 or not (subjects[0].text in people() or names_people(subjects[0].text)):
        return
    for part in parts[1:]:
        yield from _of_one(part)


def _of_one(part: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb of one of a clause that has no subject of its own."""
    other = only_verb(part)
    if other is None or other[1].plural:
        return
    form, verb = other[1], part[other[0]]
    if is_copula(form) or form.subject not in ("Nom", "Erg") or other[0] + 1 != len(part):
        return
    # A subject of its own would stand here, too.
    if not any(case_of(word.text) in (form.subject, "Erg") for word in part[: other[0]]):
        yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form), sure=False)
