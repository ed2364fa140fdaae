"""Verbs of another person or number than the subject that stands far before them.

ჩვენ ხელშეკრულებაში, რომელიც …, პირობა მიუთითა; ინჟინერმა, რომელმაც …, გერმანიაში ვისწავლე. Unlike in
`clause_faults` not every word of the clause has to be understood: who acts is told by a pronoun, or by the
one noun in the case that the verb asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.acting_persons import PERSONS
from transreview.languages.georgian.grammar.clause_numbers import WITH_ONE
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, listed
from transreview.languages.georgian.grammar.felt_numbers import number_of_feeling
from transreview.languages.georgian.grammar.noun_cases import DATIVE, noun_case
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verb_persons import PREVERBS, Person
from transreview.languages.georgian.grammar.verbs import (
    is_copula,
    names_people,
    other_number,
    people,
    people_in_the_dative,
    verb_form,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.word_roles import Verb, names_somebody
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern


def far_subjects(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the verb of a clause that is of another person or number than who acts in it."""
    if verb.person is not None:
        yield from _of_me_and_you(clause, verb, verb.person)
    elif verb.form is not None:
        yield from _of_another(clause, verb)
        yield from _felt_by_another(clause, verb.place, verb.form)
        yield from _of_two(clause, verb.place, verb.form)
        yield from _of_another_number(clause, verb.place, verb.form)


def _of_another(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the verb of the third person in a clause of me, us or you."""
    form, word = verb.form, clause[verb.place]
    if form is None or form.subject == "Dat" or is_copula(form) or form.guessed or word.text in _NO_SUBJECT:
        return
    place = _pronoun(clause)
    if place is None or place > verb.place or _is_done_to(word.text, _MARKS[clause[place].text]):
        return
    if any(_may_act(clause, at, form.subject) for at in range(len(clause)) if at not in (place, verb.place)):
        return
    # ჩვენ ქვეყანაში აშენებენ may be "in our country they build", ჩვენს misspelt.
    sure = not (form.plural and _may_be_whose(clause, place))
    yield Fault(word.start, word.end, FaultKind.PERSON, sure=sure)


def _felt_by_another(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield what others feel or have in a clause of me, us or you: ჩვენ ღრმად სწამთ."""
    if form.subject != "Dat" or not number_of_feeling(clause[place].text):
        return
    at = _pronoun(clause)
    if at is None or at > place or _may_be_whose(clause, at):
        return
    if _is_done_to(clause[place].text, _MARKS[clause[at].text]):
        return  # შეგიძლიათ
    others = [word.text for other, word in enumerate(clause) if other not in (at, place)]
    if any(case_of(word) == "Dat" or word == "მათ" or word in listed("dative") for word in others):
        return
    yield Fault(clause[place].start, clause[place].end, FaultKind.PERSON)


_NO_SUBJECT = frozenset(("უნდა", "შეიძლება", "არის", "იყო", "იქნება", "ჩანს", "წერია"))


def _pronoun(clause: Sequence[Word]) -> int | None:
    """Return where "I", "we" or "you" stands as the subject; None where none does, or more than one."""
    places = [at for at, word in enumerate(clause) if word.text in PERSONS]
    if len(places) != 1 or places[0] + 1 == len(clause):
        return None
    at = places[0]
    following = clause[at + 1].text
    before = clause[at - 1].text if at else ""
    if following in _JOINTS or before in _JOINTS or following in ("თვითონ", "თავად", "ყველას", "ყველანი"):
        return None
    if clause[at].gap == " " and (wants_genitive(following) or wants_another_case(following)):
        return None
    if clause[at].gap.startswith("-"):
        return None  # მე-20
    if any(case_of(word.text) != "-" for word in clause[:at]):
        return None
    return at


_JOINTS = ("და", "ან", "თუ", "როგორც")


def _may_be_whose(clause: Sequence[Word], at: int) -> bool:
    """Whether a pronoun may stand for whose the next word is: ჩვენ ქვეყანაში, for ჩვენს."""
    if clause[at].text == "მე" or clause[at].gap != " ":
        return False
    following = clause[at + 1].text
    return noun_case(following) == DATIVE or is_bare_adjective(following)


def _may_act(clause: Sequence[Word], at: int, case: str) -> bool:
    """Whether a word may be the subject of a verb that asks for a case."""
    word = clause[at].text
    if word in listed("subject") or word in _ACTING.get(case, ()):
        return True
    if case == "Erg":
        return case_of(word) == "Erg" or (not case_of(word) and word.endswith(("მა", "მ")))
    known = case_of(word)
    return known == "Nom" and word not in DURATIONS if known else not word.endswith("ს")


_ACTING = {
    "Nom": ("ვინ", "ვინც", "რაც", "რა", "არავინ", "რომელიც", "რომლებიც"),
    "Erg": ("ვინ", "ვინც", "რამაც", "არავინ", "მათ", "მან", "რომელმაც", "რომლებმაც"),
}
_PREVERB = lazy_pattern(f"(?:{PREVERBS})?")
# The marks of me, us and you as objects; -გ- before -ვ- is of us.
_MARKS = {"მე": ("მ", "ვ"), "ჩვენ": ("გვ", "ვ"), "შენ": ("გ",), "თქვენ": ("გ",)}


def _is_done_to(word: str, marks: Sequence[str] = ("მ", "გვ", "გ")) -> bool:
    """Whether a verb has the mark of "me", "us" or "you" as its object: გვნახა, დაგვეხმარა, მომიტანა.

    A root may begin with the same letter (გამოგზავნეს), and then nothing is left without it.
    """
    before = _PREVERB.match(word)
    preverb = before[0] if before is not None else ""
    mark = next((one for one in marks if word.startswith(one, len(preverb))), "")
    if not mark or (mark == "გ" and word.startswith("გვ", len(preverb)) and "გვ" not in marks):
        return False
    rest = word[len(preverb) + len(mark) :]
    return len(rest) > 2 and (rest[0] in VOWELS or is_form(preverb + rest) or is_form(rest))


def _of_me_and_you(clause: Sequence[Word], verb: Verb, person: Person) -> Iterator[Fault]:
    """Yield the verb of the first or second person in a clause of somebody else."""
    word = clause[verb.place]
    if word.text.removesuffix("თ") in _BEING or any(other.text in _WITH_US for other in clause):
        return
    if clause[0].text in listed("joint") and clause[0].text not in listed("plain_joint"):
        return
    acts = _acts(clause[: verb.place], _asked(person))
    if acts is None or (any(other.text in ("და", "ან") for other in clause[: verb.place])):
        return
    many = acts.endswith(("ები", "ებმა"))
    # We parents and we companies say so without a pronoun: მშობლებმა გადავწყვიტეთ.
    right = person.third if not many and not person.plural else ""
    yield Fault(word.start, word.end, FaultKind.PERSON, right)


_BEING = frozenset(("ვარ", "ხარ", "ვიყავი", "იყავი", "ვიქნები", "იქნები", "ვრჩები", "ვხდები"))
_WITH_US_WORDS = """
როგორც ყველა ყველამ ყველანი ორივე ორივემ ერთად თითოეული თითოეულმა ჩვენგან
"""
_WITH_US = frozenset((*PERSONS, *_WITH_US_WORDS.split()))


def _asked(person: Person) -> str:
    """Return the case that a verb of the first or second person asks of its subject."""
    if person.past:
        return "Erg"
    form = verb_form(person.third) if person.third else None
    return form.subject if form is not None else "Nom"


def _acts(clause: Sequence[Word], case: str) -> str | None:
    """Return the one noun of people or a body that acts before a verb; None where that is not sure."""
    nouns = [
        word.text
        for word, following in zip(clause, [*clause, None][1:], strict=False)
        if case_of(word.text) == case and is_noun(word.text) and not _says_what(word, following)
    ]
    if case == "Nom" and (len(nouns) != 1 or any(not case_of(word.text) for word in clause)):
        return None
    known = [noun for noun in nouns if names_somebody(noun)]
    return known[-1] if len(known) == 1 and known[-1] == nouns[-1] else None


def _of_another_number(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield the verb of one for many people, and of many for one of them or one body of theirs."""
    if form.subject == "Dat" or is_copula(form) or clause[0].text.startswith(_WHO):
        return
    if clause[place].text.endswith(WITH_ONE):
        return
    if not all(_joins_nothing(clause, at) for at, word in enumerate(clause) if word.text in ("და", "ან")):
        return
    acting = [at for at in range(len(clause)) if at != place and _acts_in(clause, at, form.subject)]
    if len(acting) != 1 or acting[0] > place:
        return
    noun = clause[acting[0]].text
    before = clause[: acting[0]]
    if not names_somebody(noun) or any(_counts(word.text) for word in before):
        return
    many = noun.endswith(("ები", "ებმა"))
    if many != form.plural and not (many and noun not in people() and not names_people(noun)):
        word = clause[place]
        sure = not word.text.endswith(_FOUND)
        yield Fault(word.start, word.end, FaultKind.PERSON, other_number(word.text, form), sure=sure)


def _of_two(clause: Sequence[Word], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield the verb of one behind two who act, joined by და: ბანკმა და კომპანიამ ხელშეკრულება გააფორმა."""
    if form.subject == "Dat" or form.plural or is_copula(form) or clause[0].text.startswith(_WHO):
        return
    joints = [at for at, word in enumerate(clause[:place]) if word.text == "და"]
    if len(joints) != 1:
        return
    acting = [at for at in range(len(clause)) if at != place and _acts_in(clause, at, form.subject)]
    if len(acting) != 2 or not acting[0] == joints[0] - 1 < acting[1] < place:
        return
    if clause[acting[0]].gap != " " or not all(names_somebody(clause[at].text) for at in acting):
        return
    if all(case_of(word.text) == "-" for word in clause[joints[0] + 1 : acting[1]]):
        word = clause[place]
        yield Fault(word.start, word.end, FaultKind.PERSON, other_number(word.text, form), sure=False)


# Of what has been done or found, which may be things: მეთვალყურეები არ აღმოჩენილა.
_FOUND = ("ულა", "ილა")
_WHO = ("რომელ", "რომლ", "ვინ", "რაც", "რასაც", "რამაც", "ვის")


def _joins_nothing(clause: Sequence[Word], at: int) -> bool:
    """Whether და or ან joins what has no say in how many act: adjectives, owners, places, datives in -სა."""
    if not 0 < at < len(clause) - 1:
        return False
    before, behind = case_of(clause[at - 1].text), case_of(clause[at + 1].text)
    return (before == behind == "-" and clause[at - 1].text.endswith(("ისა", "ებისა", "ში", "ზე", "ად"))) or (
        before == "Dat" and clause[at - 1].text.endswith("სა")
    )


def _acts_in(clause: Sequence[Word], at: int, case: str) -> bool:
    """Whether a word may be the subject, and says of no other noun what it is."""
    if not _may_act(clause, at, case):
        return False
    word = clause[at].text
    following = case_of(clause[at + 1].text) if at + 1 < len(clause) else ""
    if case_of(word) == case and not is_noun(word):
        return word in listed("subject")
    together = clause[at].gap == " " and following in ("Dat", "-", case)
    return not (together and _FOR_WHAT.fullmatch(word))


_FOR_WHAT = lazy_pattern("სა[ა-ჰ]{3,}ო")


def _counts(word: str) -> bool:
    return word[0].isdigit() or read_numeral(word) is not None or word in listed("quantity")


def _says_what(word: Word, following: Word | None) -> bool:
    """Whether a noun says of the next one of what kind it is: მოხუცი ოსტატი."""
    one = following is not None and word.gap == " " and following.text in people() and word.text in people()
    return one and not word.text.endswith(("ები", "ებმა"))


def numbers_of_joined(parts: Sequence[Sequence[Word]], verbs: Sequence[Verb | None]) -> Iterator[Fault]:
    """Yield the verb of one that და joins to one of many, where nobody else is named.

    ხარვეზი აღმოაჩინეს და ხელმძღვანელობას ანგარიში წარუდგინა; ლინზებს ამუშავებენ და ელექტროენერგიას ხარჯავს.
    """
    for (before, first), (part, second) in pairwise(zip(parts, verbs, strict=True)):
        if first is None or second is None or first.form is None or second.form is None:
            continue
        asked = second.form.subject
        if first.form.subject != asked or second.form.plural or not first.form.plural:
            continue
        if not (_is_done_to_something(first.form) and _is_done_to_something(second.form)):
            continue
        if any(_may_act(part, at, asked) for at in range(len(part)) if at != second.place):
            continue
        # Of somebody whom others choose or send it may be said what he does next: აირჩიეს და გუნდი შექმნა.
        done_to = [word.text for word in before if case_of(word.text) == first.form.object]
        named = any(case_of(word.text) == asked and word.text.endswith(("ები", "ებმა")) for word in before)
        if named or not any(word in people() or word in people_in_the_dative() for word in done_to):
            word = part[second.place]
            yield Fault(word.start, word.end, FaultKind.PERSON)


def _is_done_to_something(form: VerbForm) -> bool:
    return (form.subject, form.object) in (("Erg", "Nom"), ("Nom", "Dat")) and not form.guessed


def persons_of_joined(parts: Sequence[Sequence[Word]], verbs: Sequence[Verb | None]) -> Iterator[Fault]:
    """Yield the verb of the first or second person that და joins to what somebody else does.

    კომპანია ბაზარს სწავლობს და ახალ პროდუქციას ვამზადებთ.
    """
    for (before, first), (part, second) in pairwise(zip(parts, verbs, strict=True)):
        if first is None or second is None or first.form is None or second.person is None:
            continue
        if first.form.subject == "Dat" or is_copula(first.form) or _is_done_to(before[first.place].text):
            continue
        word = part[second.place]
        if any(other.text in _WITH_US for other in (*before, *part)) or word.text.removesuffix("თ") in _BEING:
            continue
        if _acts(before[: first.place], first.form.subject) is not None:
            # "We" needs no pronoun: მიმწოდებელმა ვერ ჩააბარა და იძულებული გავხდით.
            yield Fault(word.start, word.end, FaultKind.PERSON, sure=False)
