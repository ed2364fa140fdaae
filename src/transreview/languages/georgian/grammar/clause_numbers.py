"""How many act in a clause of one verb: experts with a verb of one, one noun with a verb of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, is_noun, listed
from transreview.languages.georgian.grammar.modifying import is_modifier_in_ma
from transreview.languages.georgian.grammar.verbs import (
    animals,
    bodies,
    is_copula,
    names_people,
    other_number,
    people,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.words import Word, is_in_a_vowel, is_of_a_people
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.grammar_fault import Fault, FaultKind


def numbers(clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm) -> Iterator[Fault]:
    """Yield the verb of one for many people, and of many for one noun.

    Args:
        clause: Words of a clause.
        cases: In which case each of them stands.
        place: Which of them is the verb.
        form: What the verb asks.
    """
    if form.subject not in cases:
        return
    verb = clause[place]
    if form.subject == "Dat" or is_copula(form) or verb.text.endswith(WITH_ONE):
        return
    if _is_wished(clause, verb.text):
        return
    joints = [at for at, word in enumerate(clause) if word.text in _JOINTS]
    if any(_joins_subjects(clause, cases, at, form.subject) for at in joints):
        yield from _of_two_people(clause, cases, place, form)
        return
    subjects = [at for at, case in enumerate(cases) if case == form.subject and is_noun(clause[at].text)]
    # Of a people: უცხოელმა მყიდველებმა; a participle: მისულმა მყიდველებმა.
    subjects = [
        at
        for at in subjects
        if not (at + 1 in subjects and (_is_of_the_next(clause, at) or is_modifier_in_ma(clause[at].text)))
    ]
    if len(subjects) > 1:  # how they are: კმაყოფილნი დარჩნენ
        subjects = [at for at in subjects if not _is_old_plural(clause[at].text)]
    if len(subjects) != 1 or _is_counted(clause, subjects[0]):
        return
    subject = clause[subjects[0]].text
    if not _surely_acts(clause, subjects[0], verb):
        yield from _before_its_people(clause, cases, place, form)
        return
    many = subject.endswith(("ები", "ებმა", "ებიც", "ნიც")) or _is_old_plural(subject)
    if any(_may_be_subject(clause, at) for at in range(len(clause))):
        return
    somebody = subject in people() or names_people(subject) or subject in animals()
    one_for_many = many and not form.plural and somebody
    if one_for_many or (form.plural and not many):
        sure = (not one_for_many or subject in people()) and not form.guessed
        yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form), sure=sure)


_OLD_PLURALS = ("ულნი", "ილნი", "ელნი", "არნი")


def _is_old_plural(word: str) -> bool:
    """Whether a word says how many people are: დაშავებულნი, უკმაყოფილონი."""
    return word.endswith(_OLD_PLURALS) or (word.endswith("ონი") and is_in_a_vowel(word[:-2]))


# Who takes somebody along stands in the dative, or needs no word: სტუმრები ტერასაზე გამყავს.
WITH_ONE = ("ყავს", "ყავთ", "აქვს", "აქვთ", "კმარა", "კმაროდა")  # ექიმები არ კმაროდა


def _is_wished(clause: Sequence[Word], verb: str) -> bool:
    """Whether a verb may say what one should do (მისცეს, "they gave", too), or what others may do."""
    of_others = verb.endswith("ონ") and any(word.text == "ნება" for word in clause)
    return of_others or verb.endswith("ცეს")  # მომხმარებლებს ნება დართო, ნახონ


_JOINTS = ("და", "ან")


def _joins_subjects(clause: Sequence[Word], cases: Sequence[str], at: int, case: str) -> bool:
    """Whether და or ან at a place may join two subjects, and no adjectives or nouns of other cases."""
    if not 0 < at < len(clause) - 1:
        return True
    if is_modifier(clause[at - 1].text) and is_modifier(clause[at + 1].text):
        return False
    behind = next((other for other in cases[at + 1 :] if other != "-"), "")
    return cases[at - 1] == case or (cases[at - 1] == "-" and behind == case)


def _names_a_people(word: str) -> bool:
    return is_of_a_people(f"{word[:-2]}ი" if word.endswith("მა") else word)


def _is_of_the_next(clause: Sequence[Word], at: int) -> bool:
    """Whether a noun says of what kind the next one is: მწარმოებელი კომპანია, ჩემპიონი მოჭადრაკე."""
    word, following = clause[at].text, clause[at + 1].text
    one = word in people() and not word.endswith(("ები", "ებმა"))
    body = one and (following in bodies() or following.removesuffix("მ") in bodies())
    return _names_a_people(word) or body or (one and following in people())


def _may_be_subject(clause: Sequence[Word], at: int) -> bool:
    """Whether a word may be the subject whatever its ending: this or that, if no noun follows."""
    word = clause[at].text
    if word not in listed("subject"):
        return False
    following = clause[at + 1].text if at + 1 < len(clause) else ""
    return word not in ("ეს", "ის") or not following or case_of(following) != "Nom" or not is_noun(following)


def _surely_acts(clause: Sequence[Word], at: int, verb: Word) -> bool:
    """Whether a noun is surely the subject: it begins a clause, before its verb, and is no adjective."""
    if clause[0].text in listed("joint") and clause[0].text not in listed("plain_joint"):
        return False
    noun = clause[at]
    if noun.start > verb.start or noun.text.endswith("ო"):
        return False
    case = case_of(noun.text)
    return all(
        case_of(word.text) != case
        or not is_noun(word.text)
        or _is_of_the_next(clause, before)
        or is_modifier_in_ma(word.text)
        for before, word in enumerate(clause[:at])
    )


def _before_its_people(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the verb of one that people stand right behind: მონაწილეობდა ექსპერტები."""
    at = place + 1
    while at < len(clause) and is_modifier(clause[at].text):
        at += 1
    many = at < len(clause) and clause[at].text.endswith("ები") and clause[at].text in people()
    if not many or form.plural or form.subject != "Nom" or form.guessed or cases.count("Nom") != 1:
        return
    yield Fault(
        clause[place].start, clause[place].end, FaultKind.PERSON, other_number(clause[place].text, form)
    )


def _of_two_people(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the verb of one for two people at the beginning of its clause: ექიმი და ექთანი შეთანხმდა."""
    joints = [at for at, word in enumerate(clause) if word.text in ("და", "ან")]
    joint = joints[0]
    if len(joints) != 1 or clause[joint].text != "და" or not 0 < joint < place or form.plural:
        return
    acting = [at for at, case in enumerate(cases) if case == form.subject and is_noun(clause[at].text)]
    if len(acting) != 2 or not acting[0] == joint - 1 < acting[1] < place:
        return
    if all(clause[at].text in people() for at in acting) and _surely_acts(clause, acting[0], clause[place]):
        verb = clause[place]
        yield Fault(verb.start, verb.end, FaultKind.PERSON, other_number(verb.text, form), sure=False)


def _is_counted(clause: Sequence[Word], at: int) -> bool:
    """Whether a number or a word of quantity stands before a noun, so that one or many may follow."""
    return any(
        word.text[0].isdigit() or read_numeral(word.text) is not None or word.text in listed("quantity")
        for word in clause[:at]
    )
