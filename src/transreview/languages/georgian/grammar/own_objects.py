"""Objects of what I, you and they do in the wrong case: მე წიგნი ვკითხულობ, ჩვენ სახლს ვიყიდეთ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, listed
from transreview.languages.georgian.grammar.dative_subjects import takes_no_dative
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import bodies, forces, names_people, people, verb_form
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

_MOST_WORDS = 10
_YOU = frozenset(("შენ", "თქვენ"))


def own_objects(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the object of what I, you or we do that stands in another case than its verb asks for.

    Said only where every word is understood and one noun may be the object.
    """
    if not 2 <= len(clause) <= _MOST_WORDS:
        return
    verbs = [at for at, word in enumerate(clause) if person_of(word.text) is not None]
    if len(verbs) != 1 or any(word.text in listed("conjunction") for word in clause):
        return
    place = verbs[0]
    found = person_of(clause[place].text)
    words = [word.text for at, word in enumerate(clause) if at != place]
    if (
        clause[place].text.endswith("ით")
        and clause[0].text not in _YOU
        and (found is None or not found.first)
    ):
        return  # თვლით, by eye
    if found is None or any(verb_form(word) for word in words) or not all(map(case_of, words)):
        return
    form = verb_form(found.third)
    nouns = [at for at, word in enumerate(clause) if at != place and is_noun(word.text)]
    plain = [at for at in nouns if case_of(clause[at].text) == "Nom"]
    datives = [at for at in nouns if case_of(clause[at].text) == "Dat"]
    if not found.past and form is not None and form.object == "Dat" and form.subject == "Nom":
        yield from _plain_objects(clause, place, plain, datives)
    elif found.past and takes_no_dative(found.third) and not plain:
        yield from _dative_objects(clause, place, datives)


def _plain_objects(
    clause: Sequence[Word], place: int, plain: Sequence[int], datives: Sequence[int]
) -> Iterator[Fault]:
    """Yield the nominative right before a present: წიგნი ვკითხულობ."""
    if len(plain) != 1:
        return
    noun = clause[plain[0]]
    if len(datives) == 1 and plain[0] == 1 and noun.text in people() and clause[0].text in ("მე", "შენ"):
        # Whom something is done for: მე მეგობარი წერილს ვწერ.
        yield Fault(noun.start, noun.end, FaultKind.OBJECT, _dative(noun.text))
    if datives or plain[0] not in (place - 1, place + 1):
        return
    somebody = noun.text in people()
    # Beside "we" people may be who we are: ჩვენ ექიმები.
    if noun.text in DURATIONS or (somebody and clause[0].text not in ("მე", "შენ")):
        return
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, _dative(noun.text), sure=not somebody)


def _dative(noun: str) -> str:
    return f"{noun[:-1]}ს" if noun.endswith("ები") else decline(noun, "Dat")


def _dative_objects(clause: Sequence[Word], place: int, datives: Sequence[int]) -> Iterator[Fault]:
    """Yield the dative right before an aorist that nobody is given anything with: სახლს ვიყიდეთ."""
    if len(datives) != 1 or datives[0] != place - 1:
        return
    noun = clause[datives[0]]
    if noun_case(noun.text) != DATIVE or noun.text.startswith(tuple(listed("time"))):
        return
    right = noun.text[:-1] if noun.text[-2] in VOWELS else f"{noun.text[:-1]}ი"
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, right)


_THEIRS = frozenset(("ის", "იგი", "ისინი"))


def things_that_they_do(clause: Sequence[Word], place: int) -> Iterator[Fault]:
    """Yield a thing right before what he or they do to it: ის გაზეთი კითხულობს, ისინი ფილმი ნახავენ."""
    pronoun, noun = clause[0].text, clause[place - 1]
    many = noun.text.endswith("ები")
    if (
        pronoun not in _THEIRS
        or place < 2
        or (pronoun == "ისინი" and many)
        or any(word.text in listed("conjunction") for word in clause)
    ):
        return
    acts = any(noun.text in those for those in (people(), bodies(), forces())) or names_people(noun.text)
    if acts or not is_form(noun.text) or (many and clause[place].text.endswith("ენ")):
        return
    # "That" may belong to the thing.
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, _dative(noun.text), sure=pronoun == "ისინი")
