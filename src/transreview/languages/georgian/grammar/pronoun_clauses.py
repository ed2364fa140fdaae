"""Clauses that a pronoun begins and whose verb does not go with it: ჩვენ ხვალ გაემგზავრება, რომელიც მიიღო."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.grammar.clause_faults import may_rule_a_clause, only_verb
from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, is_noun, listed
from transreview.languages.georgian.grammar.dative_subjects import takes_no_dative
from transreview.languages.georgian.grammar.felt_clauses import dative
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import (
    felt_by_many,
    is_copula,
    listed_verbs,
    other_number,
    people,
    persons,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_PREVERB = "(?:გადმო|გადა|გამო|წარმო|შემო|ჩამო|წამო|ამო|მიმო|გან|წარ|გა|და|მო|შე|ჩა|წა|მი|აღ|ა)?"
# The first letter of მო- is the preverb's, no mark: მოაწერა, beside მომწონს.
_NO_HITHER = "(?!მო[^მვ])"
# The first letter of these is the preverb's, no mark of "you": გააკეთა.
_OTHERS_DEED = "(?!(?:გადა|გამო|გან|გა(?!ქვ))[^გ])"
# Behind a preverb, what a verb begins with that has the pronoun for its object, or for its subject.
_MARKS = {
    "მე": lazy_pattern(f"{_NO_HITHER}{_PREVERB}[ვმ]"),
    "ჩვენ": lazy_pattern(f"{_PREVERB}(?:გვ|ვ)"),
    "შენ": lazy_pattern(f"{_OTHERS_DEED}{_PREVERB}გ"),
    "თქვენ": lazy_pattern(f"{_OTHERS_DEED}{_PREVERB}გ"),
}
_MOST_WORDS = 14
_ADVERBS = frozenset(
    ("დღეს", "ხვალ", "გუშინ", "ახლა", "მაშინ", "ამჟამად", "თუ", "რომ", "როცა", "მაგრამ", "ამიტომ")
)
# Behind these a pronoun is no subject.
_BEHIND_PRONOUN = frozenset(
    ("თვის", "გვერდით", "მსგავსად", "ნაცვლად", "ირგვლივ", "გარშემო", "წინ", "უკან", "თავად", "კი")
)
_RELATIVES = {"რომელიც": "რომელმაც", "რომლებიც": "რომლებმაც"}
_ERGATIVE_RELATIVES = {ergative: plain for plain, ergative in _RELATIVES.items()}


_DATIVE_RELATIVES = {"რომელსაც": "რომელმაც", "რომლებსაც": "რომლებმაც"}


def begins_a_clause(word: str) -> bool:
    """Whether a word is a pronoun that its verb may not go with."""
    return (
        word in _MARKS
        or word == "მათ"
        or word in people()
        or word in _RELATIVES
        or word in _ERGATIVE_RELATIVES
        or word in _DATIVE_RELATIVES
        or word in ("ისინი", "ის", "იგი")
    )


@lru_cache(maxsize=1 << 16)
def may_go_with_a_pronoun(word: str) -> bool:
    """Whether a word is a verb that may not go with a pronoun: of the third person, "wants" or "began"."""
    return word in ("უნდა", "დაიწყო") or may_rule_a_clause(word)


def pronoun_faults(whole: Sequence[Word]) -> Iterator[Fault]:
    """Yield the verb that does not go with the pronoun at the beginning of its clause, or such a pronoun."""
    clause = whole[1:] if len(whole) > 2 and whole[0].text in _ADVERBS else whole
    if not 2 <= len(clause) <= _MOST_WORDS or not begins_a_clause(clause[0].text):
        return
    if clause[0].gap.startswith("-"):
        return  # მე-7
    verb = only_verb(clause)
    if clause[0].text in _MARKS and any(word.text == "უნდა" for word in clause[1:_LATEST_MUST]):
        yield from _must_of_another(clause)
    if verb is None:
        yield from _wants(clause)
        yield from _done_by_me(clause)
        return
    if clause[0].text in people():
        return
    place, form = verb
    first = clause[0].text
    if first == "მათ":
        yield from _of_one_for_them(clause, place, form)
        return
    if first in _MARKS:
        yield from _of_another_person(clause, place, form)
    elif first in _RELATIVES:
        yield from _plain_relatives(clause, place, form)
    elif first in _DATIVE_RELATIVES:
        yield from _dative_relatives(clause, place, form)
    elif first in _ERGATIVE_RELATIVES:
        if form.subject == "Nom" and not is_copula(form) and place + 1 == len(clause):
            right = _ERGATIVE_RELATIVES[first]
            yield Fault(clause[0].start, clause[0].end, FaultKind.SUBJECT, right, sure=False)
    else:
        yield from _of_another_number(clause, place, form)


_LATEST_MUST = 4
_MUST_OF_OTHERS = lazy_pattern("[ა-ჰ]{3,}(?:ოს|ას|ეს)")


def _must_of_another(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield the third person behind უნდა where I, you or we must do something: თქვენ უნდა დაიცვას."""
    at = next(at for at, word in enumerate(clause) if word.text == "უნდა") + 1
    if at >= len(clause) or clause[1].text in _BEHIND_PRONOUN or wants_genitive(clause[1].text):
        return
    verb = clause[at]
    pronoun = clause[0].text
    if _MUST_OF_OTHERS.fullmatch(verb.text) is None or not is_form(verb.text) or noun_case(verb.text):
        return
    marked = _MARKS[pronoun].match(verb.text) is not None
    others = (word.text for word in clause[1:])
    if not marked and not any(case_of(word) == "Erg" or word in people() for word in others):
        yield Fault(verb.start, verb.end, FaultKind.PERSON)


_WANTS = {"მე": "მინდა", "შენ": "გინდა", "ჩვენ": "გვინდა", "თქვენ": "გინდათ"}


def _wants(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield უნდა, "wants", at the end of a clause that begins with me, you or us."""
    pronoun, last = clause[0].text, clause[-1]
    cases = [case_of(word.text) for word in clause[:-1]]
    if last.text in ("უნდა", "უნდათ", "უნდოდა") and pronoun in people() and pronoun[-1] in "იაე":
        if cases.count("Nom") == 2 and "Dat" not in cases and "" not in cases:
            noun = clause[0]
            yield Fault(noun.start, noun.end, FaultKind.SUBJECT, dative(noun.text))
        return
    if last.text == "უნდა" and pronoun in _WANTS and all(case_of(word.text) != "Dat" for word in clause[1:]):
        yield Fault(last.start, last.end, FaultKind.PERSON, _WANTS[pronoun])


def _of_another_person(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield a verb of the third person whose clause has nobody but me, you or us: მე აქ მუშაობს."""
    pronoun, verb, following = clause[0].text, clause[place], clause[1].text
    of_me = (f"ვ{verb.text[:-1]}", f"ვ{verb.text[:-1]}ი")  # მუშაობს, მუშაობდა
    marked = _MARKS[pronoun].match(verb.text) and not any(map(is_form, of_me))
    if is_copula(form) or marked or verb.text in _OF_ANY_PERSON:
        return
    if pronoun == "შენ" and clause[place - 1].text == "უნდა" and verb.text.endswith(("ა", "ო")):
        return  # that you should: შენ ეს უნდა თქვა
    asks = clause[1].text in _QUESTIONS and place == 2
    asks = asks or (clause[1].text in _ALL_OF_US and place == 2)
    behind = [case_of(word.text) for word in clause[place + 1 :]]
    if place != 1 and not asks and any(case not in ("-", "Dat") for case in behind):
        return
    if wants_another_case(following) or wants_genitive(following) or following in _BEHIND_PRONOUN:
        return
    # ჩვენ ქვეყანაში, for ჩვენს.
    sure = pronoun == "მე" or not (noun_case(following) == DATIVE or is_bare_adjective(following))
    if not sure and not (form.plural and pronoun == "ჩვენ"):
        return
    others = [word.text for at, word in enumerate(clause) if at not in (0, place)]
    if others and others[0] in _ALL_OF_US:
        del others[0]
    subject = "Erg" if form.subject == "Erg" else "Nom"
    acts = form.subject != "Dat" and any(
        case_of(word) == subject and (subject == "Erg" or _may_act(word)) for word in others
    )
    if acts:
        return
    if form.subject == "Dat" and any(case_of(word) == "Dat" for word in others):
        return
    yield Fault(verb.start, verb.end, FaultKind.PERSON, sure=sure and (not behind or place == 1 or asks))


_ALL_OF_US = frozenset(("ყველამ", "ყველა", "ორივემ", "ორივე", "ყველანი"))
_QUESTIONS = frozenset(("როდის", "სად", "საიდან", "რატომ", "როგორ", "რას"))
_OF_ANY_PERSON = frozenset(("უნდა", "შეიძლება", "იქნება", "ეტყობა", "ჩანს", "გამოდის", "არის", "იყო"))


def _may_act(word: str) -> bool:
    return word in listed("subject") or not is_modifier(word)


def _plain_relatives(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield რომელიც as the subject of an aorist that has its object beside it: რომელიც ნებართვა მიიღო."""
    if form.subject != "Erg" or form.object not in ("Nom", "none") or place + 1 != len(clause):
        return
    if form.object == "none" and not clause[place].text.endswith("ეს"):
        yield from _alone(clause, place)
        return
    cases = [case_of(word.text) for word in clause[1:place]]
    before = clause[place - 1].text
    if "Erg" in cases or place < 2 or case_of(before) != "Nom" or not is_noun(before):
        return
    relative = clause[0]
    if clause[place].text.endswith("ეს") and relative.text == "რომელიც":
        return
    yield Fault(relative.start, relative.end, FaultKind.SUBJECT, _RELATIVES[relative.text])


def _done_by_me(clause: Sequence[Word]) -> Iterator[Fault]:
    """Yield რომელმაც in a clause of what I or you do: რომელმაც გუშინ ვიყიდე."""
    persons = [word for word in clause[1:] if person_of(word.text) is not None]
    if clause[0].text in _ERGATIVE_RELATIVES and len(persons) == 1 and persons[0] is clause[-1]:
        right = _ERGATIVE_RELATIVES[clause[0].text]
        yield Fault(clause[0].start, clause[0].end, FaultKind.SUBJECT, right)


def _dative_relatives(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield რომელსაც as the subject of an aorist without a receiver: რომელსაც წესები დაარღვია."""
    if form.subject != "Erg" or form.object != "Nom" or place + 1 != len(clause) or form.plural:
        return
    cases = [case_of(word.text) for word in clause[1:place]]
    if takes_no_dative(clause[place].text) and cases.count("Nom") == 1 and set(cases) <= {"Nom", "-"}:
        relative = clause[0]
        right = _DATIVE_RELATIVES[relative.text]
        yield Fault(relative.start, relative.end, FaultKind.SUBJECT, right)


def _alone(clause: Sequence[Word], place: int) -> Iterator[Fault]:
    """Yield რომელიც as the subject of an aorist without an object: რომელიც კონკურსში გაიმარჯვა."""
    if all(case_of(word.text) in ("-", "Dat") for word in clause[1:place]):
        relative = clause[0]
        yield Fault(relative.start, relative.end, FaultKind.SUBJECT, _RELATIVES[relative.text])


def _of_one_for_them(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield an aorist of one for მათ, where nobody else acts: მათ გუშინ სახლი იყიდა."""
    verb, following = clause[place], clause[1].text
    if form.plural and form.subject == "Erg" and place + 1 == len(clause) and takes_no_dative(verb.text):
        yield from _dative_object_of_theirs(clause, place)
        return
    if (
        is_copula(form)
        and following != "შორის"
        and place + 1 == len(clause)
        and "Nom" in map(case_of, map(_text, clause[1:place]))
    ):
        yield Fault(clause[0].start, clause[0].end, FaultKind.AGREEMENT, "მათი", sure=False)
        return
    if form.subject == "Dat" and place + 1 == len(clause) and (right := felt_by_many(verb.text)):
        if noun_case(following) != DATIVE and all(case_of(word.text) != "Dat" for word in clause[1:place]):
            yield Fault(verb.start, verb.end, FaultKind.PERSON, right, sure=False)
        return
    if form.plural or form.subject != "Erg" or not takes_no_dative(verb.text) or place + 1 != len(clause):
        return
    cases = [case_of(word.text) for word in clause[1:place]]
    # Theirs: მათ ქალაქში, მათ სახლს.
    if "Erg" in cases or "Dat" in cases or "Nom" not in cases or noun_case(following) == DATIVE:
        return
    if not is_bare_adjective(following):
        yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form))


def _dative_object_of_theirs(clause: Sequence[Word], place: int) -> Iterator[Fault]:
    """Yield the dative right before an aorist of many that goes with none: მათ ჩვენს ექსპერტს მიიწვიეს."""
    noun = clause[place - 1]
    cases = [case_of(word.text) for word in clause[1:place]]
    if cases and cases[-1] == "Dat" and "Nom" not in cases and "Erg" not in cases and noun.text in persons():
        yield Fault(noun.start, noun.end, FaultKind.OBJECT)


def _text(word: Word) -> str:
    return word.text


def _of_another_number(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield a verb of one for ისინი, of many for ის, where nobody else is in the clause."""
    pronoun, verb, following = clause[0].text, clause[place], clause[1].text
    if form.subject != "Nom" or is_copula(form) or (form.plural == (pronoun == "ისინი")):
        return
    if place == 1 and not (pronoun == "ისინი" and len(clause) == 2 and verb.text in listed_verbs()):
        return
    if pronoun != "ისინი" and (case_of(following) != "-" or is_modifier(following)):
        return
    if any(case_of(word.text) == "Nom" or word.text == "და" for word in clause[1:place]):
        return
    yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form))
