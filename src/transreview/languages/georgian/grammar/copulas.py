"""The verb "to be" behind a pronoun and one word that it says of it: ისინი მზად არიან, and no არის."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import people, verb_form
from transreview.languages.georgian.grammar.words import Word, is_adjective, is_nominative_noun, text_between
from transreview.languages.grammar_fault import Fault, FaultKind

_PREDICATES = frozenset(
    ("მზად", "თანახმა", "წინააღმდეგი", "კმაყოფილი", "მოხარული", "ბედნიერი", "დარწმუნებული", "თავისუფალი")
)
# Of what is, was and will be the forms of each pronoun.
_FORMS = {
    "მე": ("ვარ", "ვიყავი", "ვიქნები"), "შენ": ("ხარ", "იყავი", "იქნები"), "ის": ("არის", "იყო", "იქნება"),
    "ჩვენ": ("ვართ", "ვიყავით", "ვიქნებით"), "თქვენ": ("ხართ", "იყავით", "იქნებით"),
    "ისინი": ("არიან", "იყვნენ", "იქნებიან"),
}  # fmt: skip
_TENSES = {form: tense for forms in _FORMS.values() for tense, form in enumerate(forms)}


is_subject_pronoun = _FORMS.__contains__
"""Whether a word is a pronoun of whom something may be said."""


def is_predicate(word: str) -> bool:
    """Whether a word is what may be said of somebody."""
    return word in _PREDICATES or (word.endswith("ი") and (is_adjective(word) or is_nominative_noun(word)))


is_copula = _TENSES.__contains__
"""Whether a word is a form of "to be"."""


def copulas_of_another(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the forms of "to be" that do not go with the pronoun that begins their clause."""
    for index in range(len(words) - 2):
        pronoun, predicate, copula = (word.text for word in words[index : index + 3])
        if pronoun not in _FORMS or copula not in _TENSES or not is_predicate(predicate):
            continue
        if pronoun == "ის" and is_nominative_noun(predicate):
            continue  # "that": ის ექიმი
        if not (text_between(words, index) and text_between(words, index + 1)):
            continue
        if index and words[index - 1].gap == " ":
            continue  # რა ის მზად არის: whatever stands before may be the subject
        right = _FORMS[pronoun][_TENSES[copula]]
        if right != copula:
            place = words[index + 2]
            yield Fault(place.start, place.end, FaultKind.PERSON, right)


_SPEAKERS = ("მე", "შენ", "ჩვენ", "თქვენ", "ისინი")
is_speaker = frozenset(_SPEAKERS).__contains__
"""Whether a word is a pronoun that is nothing but the subject: me, you, they."""
_FEWEST_FAR = 4
_ALL_OF_US = frozenset(("ყველა", "ყველანი", "ორივე", "ორივენი", "სამივე"))
# Behind these a pronoun is no subject: ჩვენ შორის.
_BEHIND = frozenset(("შორის", "წინ", "წინაშე", "გვერდით", "მიერ", "თვის", "გარდა", "და", "მსგავსად"))


def copulas_far_from_pronoun(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the "to be" of others that ends a clause of me or you: ჩვენ ამაში დარწმუნებულები არიან.

    Only what stands right before it may be a nominative, which says something of us.
    """
    for clause in clauses:
        if len(clause) < _FEWEST_FAR or clause[0].text not in _SPEAKERS or clause[-1].text not in _TENSES:
            continue
        right = _FORMS[clause[0].text][_TENSES[clause[-1].text]]
        second = clause[1].text
        if (
            right == clause[-1].text
            or second in _BEHIND
            or wants_genitive(second)
            or wants_another_case(second)
        ):
            continue
        between = [word.text for word in clause[2 if second in _ALL_OF_US else 1 : -2]]
        if all(map(_is_beside_the_subject, between)) and person_of(clause[-2].text) is None:
            yield Fault(clause[-1].start, clause[-1].end, FaultKind.PERSON, right)


_OF_ONE = {"არის": "არიან", "იყო": "იყვნენ", "იქნება": "იქნებიან"}


def copulas_of_one_for_people(clauses: Sequence[Sequence[Word]]) -> Iterator[Fault]:
    """Yield the "to be" of one behind what is said of many people: კოლეგები ბეჯითები არის."""
    for clause in clauses:
        if (
            len(clause) < _FEWEST_FAR - 1
            or clause[-1].text not in _OF_ONE
            or not clause[-2].text.endswith("ები")
        ):
            continue
        before = [word.text for word in clause[:-2]]
        if "და" not in before and any(word.endswith("ები") and word in people() for word in before):
            last = clause[-1]
            yield Fault(last.start, last.end, FaultKind.PERSON, _OF_ONE[last.text])


def _is_beside_the_subject(word: str) -> bool:
    return case_of(word) in ("-", "Dat") and verb_form(word) is None and person_of(word) is None
