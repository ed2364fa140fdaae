"""Clauses that და joins behind a verb: each stands by itself, and one subject goes with both verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of
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
        answer = verb_form(word) is not None or person_of(word) is not None or word in _OF_BOTH_WAYS
        if len(self) < _REMEMBERED:
            self[word] = answer
        return answer


# Verbs that somebody does, and that happen by themselves.
_OF_BOTH_WAYS = frozenset(("დაიწყო", "დაიწყეს"))
_VERBS, _REMEMBERED = _Verbs(), 100_000


def numbers_of_relatives(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the verb of one for people in a relative clause, and რომელიც before a verb of many.

    მეცნიერები, რომლებიც გამოვიდა; საწარმოებს, რომელიც იყენებენ.
    """
    for before, whole in pairwise(clauses):
        case = _RELATIVES.get(whole[0].text, "")
        clause = parts_of_clause(whole)[0] if case else whole
        verb = only_verb(clause) if case else None
        if verb is None or verb[1].subject != case or is_copula(verb[1]):
            continue
        place, form = verb
        if any(case_of(other.text) == case for other in clause[1:place]) or _may_name(clause[place + 1 :]):
            continue
        if clause[0].text in _RIGHT_OF_MANY:
            sure = not form.guessed or clause[place].text.endswith("ნენ")
            if form.plural and sure and not _joins_another(clause):
                right = _RIGHT_OF_MANY[clause[0].text]
                yield Fault(clause[0].start, clause[0].end, FaultKind.RELATIVE, right, sure=False)
        elif not form.plural and place + 1 == len(clause) and _are_people(before[-1].text):
            word = clause[place]
            yield Fault(word.start, word.end, FaultKind.PERSON, other_number(word.text, form))


# Relative pronouns as subjects, with the case that their verb asks for.
_RELATIVES = {"რომელიც": "Nom", "რომლებიც": "Nom", "რომელმაც": "Erg", "რომლებმაც": "Erg"}
_RIGHT_OF_MANY = {"რომელიც": "რომლებიც", "რომელმაც": "რომლებმაც"}


def _joins_another(clause: Sequence[Word]) -> bool:
    """Whether და or ან may join another subject, and no two nouns of another case: ქალაქსა და ნავსადგურს."""
    joints = [at for at, word in enumerate(clause) if word.text in ("და", "ან")]
    return not all(
        at + 1 < len(clause) and case_of(clause[at - 1].text) == "Dat" and clause[at - 1].text.endswith("სა")
        for at in joints
    )


def _may_name(words: Sequence[Word]) -> bool:
    """Whether some word behind a verb may be its subject."""
    return any(case_of(word.text) in ("Nom", "Erg", "") for word in words)


def _are_people(noun: str) -> bool:
    """Whether a noun names people, in whatever case may stand before a relative clause."""
    plain = f"{noun[:-1]}ი" if noun.endswith("ებს") else noun
    return plain.endswith(("ები", "ებმა")) and (plain in people() or names_people(plain))
