"""Verbs of the first and second person that do not go with their pronoun: ჩვენ ეს არ ვიცი."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clause_faults import only_verb
from transreview.languages.georgian.grammar.clauses import case_of, is_noun
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verb_persons import ITS_PREVERB, Person, person_of
from transreview.languages.georgian.grammar.verbs import is_copula, verb_form
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# First and plural of each pronoun; of others neither person.
PERSONS = {"მე": (True, False), "ჩვენ": (True, True), "შენ": (False, False), "თქვენ": (False, True)}
_OTHERS = frozenset(("ის", "იგი", "ისინი", "მან"))
_PRONOUNS = frozenset((*PERSONS, *_OTHERS))
# What may stand before a pronoun at the beginning of its clause.
_BEFORE_WORDS = """
დღეს ხვალ გუშინ ახლა მაშინ ამჟამად რომ როცა როდესაც მაგრამ ამიტომ რადგან თუ ხოლო და სანამ ზეგ მერე
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())
_MOST_WORDS = 12


def is_of_first_or_second(word: str) -> bool:
    """Whether a word is a verb of the first or second person."""
    return person_of(word) is not None or _FOR_YOU.match(word) is not None


def persons_of_another(whole: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb of another person than the pronoun that its clause begins with."""
    yield from _behind_its_verb(whole)
    yield from _for_you(whole)
    clause = whole[1:] if whole[0].text in _BEFORE else whole
    if not 2 <= len(clause) <= _MOST_WORDS or clause[0].text not in _PRONOUNS:
        return
    if clause[1].text == "და":
        yield from _of_me_and_another(clause)
        return
    verbs = [at for at, word in enumerate(clause) if person_of(word.text) is not None]
    if len(verbs) != 1 or any(_is_another_subject(clause, at) for at in range(1, len(clause))):
        return
    place, pronoun = verbs[0], clause[0].text
    others = [word.text for at, word in enumerate(clause) if at not in (0, place)]
    found = person_of(clause[place].text)
    if found is None or any(verb_form(word) is not None for word in others):
        return
    if not _disagrees(clause, pronoun, found):
        return
    following = clause[1].text
    if place not in (1, len(clause) - 1) or wants_another_case(following) or wants_genitive(following):
        return
    sure = all(case_of(word) for word in others) and (place == 1 or not _may_be_whose(clause))
    yield Fault(
        clause[place].start,
        clause[place].end,
        FaultKind.PERSON,
        _right(clause[place].text, found, pronoun),
        sure=sure,
    )


# What another does for you: დაგეხმარება, beside დაგეხმარები of me.
_FOR_YOU = lazy_pattern(f"{ITS_PREVERB}გ[აეიუ][ა-ჰ]{{2,}}(?:ება|ებს|ავს)$")


def _for_you(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield what another does for you in a clause of me and you: მე შენ დაგეხმარება."""
    verb = clause[-1]
    you = len(clause) == 3 and clause[0].text in ("მე", "ჩვენ") and clause[1].text in ("შენ", "თქვენ")
    # Who helps is said right before it: … და ჩვენ დაგეხმარება.
    alone = len(clause) > 1 and clause[-2].text in ("მე", "ჩვენ") and not any(map(_acts, clause[:-2]))
    if (you or alone) and _FOR_YOU.match(verb.text):
        yield Fault(verb.start, verb.end, FaultKind.PERSON)


def _acts(word: Word) -> bool:
    """Whether a word may be another subject."""
    return word.text in _PRONOUNS or case_of(word.text) in ("Nom", "Erg")


def _is_another_subject(clause: Sequence[Word], at: int) -> bool:
    """Whether a word is another pronoun that may act, or joins somebody: ის before its noun is none."""
    word = clause[at].text
    if word == "ის" and at + 1 < len(clause) and case_of(clause[at + 1].text) == "Nom":
        return False
    return word in _PRONOUNS or word in ("და", "ან")


def _behind_its_verb(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb right before a pronoun that ends its clause: რას ვსწავლობ შენ."""
    if len(clause) < 2 or clause[-1].text not in PERSONS:
        return
    verb, pronoun = clause[-2], clause[-1].text
    found = person_of(verb.text)
    if found is None or found.past or any(word.text in _PRONOUNS for word in clause[:-1]):
        return
    if (found.first, found.plural) != PERSONS[pronoun]:
        yield Fault(verb.start, verb.end, FaultKind.PERSON, _right(verb.text, found, pronoun))


def _disagrees(clause: Sequence[Word], pronoun: str, found: Person) -> bool:
    """Whether a verb is of another person than a pronoun, which is no object of it (ის ვნახე)."""
    if pronoun in PERSONS:
        return (found.first, found.plural) != PERSONS[pronoun]
    if pronoun == "მან":
        return True
    present = not found.past and found.third.endswith(("ებს", "ობს", "ავს", "ამს"))
    return present and case_of(clause[1].text) == "-"


def _may_be_whose(clause: Sequence[Word]) -> bool:
    """Whether a pronoun may stand for whose the next word is: ჩვენ ქვეყანაში, for ჩვენს."""
    following = clause[1].text
    own = clause[0].text in ("ჩვენ", "თქვენ", "შენ")
    return own and (noun_case(following) == DATIVE or is_bare_adjective(following))


def _right(word: str, found: Person, pronoun: str) -> str:
    """Return the verb as it goes with a pronoun, where only its number is another."""
    if pronoun not in PERSONS or found.first != PERSONS[pronoun][0]:
        return found.third if pronoun not in PERSONS and pronoun != "ისინი" else ""
    return word.removesuffix("თ") if found.plural else f"{word}თ"


def for_me_and_another(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb of others for me or you and somebody else: მე და ჩემმა ძმამ იყიდა."""
    if len(clause) < _FEWEST_OF_TWO or clause[0].text not in PERSONS or clause[1].text != "და":
        return
    known = only_verb(clause)
    if known is None or any(case_of(word.text) not in ("-", "Dat") for word in clause[known[0] + 1 :]):
        return
    verb, form = clause[known[0]], known[1]
    if form.subject == "Dat" or is_copula(form) or _OF_US.match(verb.text):
        return
    if any(case_of(word.text) == form.subject and is_noun(word.text) for word in clause[2 : known[0]]):
        yield Fault(verb.start, verb.end, FaultKind.PERSON)


_FEWEST_OF_TWO = 4
# What is done to me, to you or to us: გვნახა, მომიტანა.
_OF_US = lazy_pattern(f"{ITS_PREVERB}(?:გვ|გ|მ|ვ)")


def _of_me_and_another(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb of one for me or you and somebody else: მე და ჩემი ძმა ვცხოვრობ."""
    verb, place = clause[-1], len(clause) - 1
    found = person_of(verb.text)
    before = [word.text for word in clause[:place]]
    if found is None or clause[0].text not in PERSONS or any(verb_form(word) for word in before):
        return
    if not all(map(case_of, before)) or any(person_of(word) for word in before):
        return
    first = any(word in ("მე", "ჩვენ") for word in (before[0], *before[2:3]))
    if not found.plural or found.first != first:
        right = f"{verb.text.removesuffix('თ')}თ" if found.first == first else ""
        yield Fault(verb.start, verb.end, FaultKind.PERSON, right)
