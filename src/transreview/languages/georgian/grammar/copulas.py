"""The verb "to be" behind a pronoun and one word that it says of it: ისინი მზად არიან, and no არის."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
