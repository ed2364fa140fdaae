"""Nouns in a case that the one verb of their clause has no use for, though not every word is understood.

მუშებმა სახურავს არემონტებენ (an ergative with a present), საბჭომ გეგმას დაამტკიცა (a dative with an aorist
that goes with none), ჟურნალისტმა მინისტრი კითხვა დაუსვა (two nominatives, one of them asked), კრიზისი დროს
საწარმო გაკოტრდა (a nominative before what stands behind genitives). `clause_faults` knows more of clauses in
which every word is understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import case_of, is_modifier, is_noun, listed
from transreview.languages.georgian.grammar.dative_subjects import takes_no_dative
from transreview.languages.georgian.grammar.felt_clauses import dative, nominative
from transreview.languages.georgian.grammar.plain_objects import may_do
from transreview.languages.georgian.grammar.postposed_forms import genitive
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.receivers import gives
from transreview.languages.georgian.grammar.surplus import KINDS, is_surely_a_noun
from transreview.languages.georgian.grammar.verbs import (
    bodies,
    is_copula,
    names_people,
    people,
    people_in_the_dative,
    verbs_that,
)
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.word_roles import (
    ERGATIVE,
    OF_TIME,
    PLAIN_NOUN,
    ROLES,
    TIMES,
    Verb,
    names_somebody,
)
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.grammar_fault import Fault, FaultKind


def far_cases(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the nouns of a clause that stand in another case than its verb asks for."""
    form, roles = verb.form, verb.roles
    of_time = roles & OF_TIME and verb.nouns > 1
    if form is None or is_copula(form) or not (roles & ERGATIVE or of_time):
        return
    cases = [case_of(word.text) for word in clause]
    ergatives = [at for at, case in enumerate(cases) if case == "Erg" and at != verb.place]
    if form.guessed or not ergatives:
        pass
    elif form.subject == "Nom" and form.object == "Dat":
        yield from _with_a_present(clause, cases, ergatives, verb.place)
    elif form.subject == "Erg":
        yield from _datives_done(clause, cases, verb.place, form)
        yield from _plain_receivers(clause, cases, verb.place)
        yield from _plain_owners_of_those(clause, ergatives, verb)
    if of_time:
        yield from _before_times(clause, cases, verb.place, form)


def _with_a_present(
    clause: Sequence[Word], cases: Sequence[str], ergatives: Sequence[int], place: int
) -> Iterator[Fault]:
    """Yield those who act in the ergative, where the verb of a present has its object: მუშებმა სახურავს …."""
    if len(ergatives) != 1 or clause[place].text in verbs_that("of_both") or ergatives[0] > place:
        return
    noun = clause[ergatives[0]]
    behind = clause[ergatives[0] + 1].text
    if not names_somebody(noun.text) or wants_genitive(behind) or wants_another_case(behind):
        return
    if "Dat" in cases and not any(ROLES[word.text] & PLAIN_NOUN for word in clause):
        yield Fault(noun.start, noun.end, FaultKind.SUBJECT, nominative(noun.text))


def _datives_done(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the one dative beside an aorist that has no receiver: საბჭომ გეგმას დაამტკიცა."""
    if not (form.bare or takes_no_dative(clause[place].text)):
        return
    datives = [at for at, case in enumerate(cases) if case == "Dat"]
    if len(datives) != 1 or any(word.text in _JOINTS for word in clause):
        return
    at = datives[0]
    noun, behind = clause[at].text, clause[at + 1].text if at + 1 < len(clause) else ""
    if at > place or wants_genitive(behind) or wants_another_case(behind):
        return
    if not _is_thing(noun) and not (form.bare and noun in people_in_the_dative()):
        return
    plain = [other for other, word in enumerate(clause) if ROLES[word.text] & PLAIN_NOUN and other != place]
    if all(_stands_before_its_noun(clause, cases, other) for other in plain):
        right = people_in_the_dative().get(noun) or _nominative_of_dative(noun)
        yield Fault(clause[at].start, clause[at].end, FaultKind.OBJECT, right)


_JOINTS = frozenset(("და", "ან", "თუ", "როგორც"))


def _is_thing(noun: str) -> bool:
    """Whether a dative is a thing, and neither a time, a number nor an owner in -ოს or -უს."""
    if noun.endswith(("ოს", "უს", "სა")) or noun[0].isdigit() or noun.startswith(tuple(listed("time"))):
        return False
    plain = _nominative_of_dative(noun)
    return bool(plain) and not names_somebody(plain)


def _nominative_of_dative(noun: str) -> str:
    """Return the nominative of a dative that is a known noun; nothing of others."""
    for plain in (f"{noun[:-1]}ი", noun[:-1]):
        if is_surely_a_noun(plain):
            return plain
    return ""


def _stands_before_its_noun(clause: Sequence[Word], cases: Sequence[str], at: int) -> bool:
    """Whether a nominative says what the next noun is: საბაჟო გადასახადს, კონკურენტი კომპანიის."""
    if clause[at].gap != " " or at + 1 >= len(clause):
        return False
    word = clause[at].text
    says = word in people() or (word.startswith("სა") and word.endswith("ო"))
    return says and (cases[at + 1] == "Dat" or clause[at + 1].text.endswith(("ის", "ების")))


def _plain_receivers(clause: Sequence[Word], cases: Sequence[str], place: int) -> Iterator[Fault]:
    """Yield somebody in the nominative beside what they are asked or given: მინისტრი კითხვა დაუსვა."""
    if not gives(clause[place].text) or "Dat" in cases or any(word.text in _JOINTS for word in clause):
        return
    nouns = [at for at, word in enumerate(clause) if ROLES[word.text] & PLAIN_NOUN and at != place]
    somebody = [at for at in nouns if clause[at].text in people() or names_people(clause[at].text)]
    if len(nouns) != 2 or len(somebody) != 1 or nouns[0] != somebody[0] or nouns[1] == nouns[0] + 1:
        return
    noun = clause[somebody[0]]
    behind = clause[somebody[0] + 1].text
    if not (behind.endswith(("ის", "ების")) or is_modifier(behind) or behind in listed("staying")):
        return
    yield Fault(noun.start, noun.end, FaultKind.OBJECT, dative(noun.text))


def _plain_owners_of_those(clause: Sequence[Word], ergatives: Sequence[int], verb: Verb) -> Iterator[Fault]:
    """Yield the body in the nominative before those of it who act: კომპანია ხელმძღვანელობამ გადაწყვიტა.

    Somebody may do something to a body (კომპანია დამფუძნებელმა გაყიდა), so that another object is asked for.
    """
    for at in ergatives:
        if not at or clause[at - 1].gap != " ":
            continue
        body = clause[at - 1]
        if body.text not in bodies() or body.text in KINDS - _BODIES_OF_THOSE:
            continue
        if not _belongs_to_a_body(clause[at].text):
            continue
        if verb.nouns > 1 or clause[verb.place].text in _SAYS:
            yield Fault(body.start, body.end, FaultKind.CASE, _genitive(body.text))


_BODIES_OF_THOSE = frozenset(("კომპანია", "ფირმა", "ჯგუფი", "გუნდი", "კლუბი"))
# Those of a body who act for it.
_OF_A_BODY_WORDS = """
ხელმძღვანელობამ მმართველობამ ადმინისტრაციამ მენეჯმენტმა დირექტორმა ხელმძღვანელმა თავმჯდომარემ
პრეზიდენტმა წარმომადგენელმა წარმომადგენლებმა წევრებმა წევრმა თანამშრომლებმა თანამშრომელმა მფლობელმა
დამფუძნებელმა დამფუძნებლებმა აქციონერებმა სპეციალისტებმა ექსპერტებმა ინჟინრებმა იურისტებმა მდივანმა
"""
_belongs_to_a_body = frozenset(_OF_A_BODY_WORDS.split()).__contains__
# What is said, decided or found, and never a body.
_SAYS_WORDS = """
განაცხადა განაცხადეს თქვა თქვეს აღნიშნა აღნიშნეს გადაწყვიტა გადაწყვიტეს დაადგინა დაადგინეს განმარტა განმარტეს
დაადასტურა დაადასტურეს უარყო უარყვეს იწინასწარმეტყველა ივარაუდა ივარაუდეს
"""
_SAYS = frozenset(_SAYS_WORDS.split())


def _before_times(
    clause: Sequence[Word], cases: Sequence[str], place: int, form: VerbForm
) -> Iterator[Fault]:
    """Yield the nominative before დროს or შემდეგ, of which the verb has another."""
    for at in range(1, len(clause) - 1):
        if clause[at].text not in TIMES or clause[at - 1].gap != " " or at > place:
            continue
        noun = clause[at - 1]
        if not ROLES[noun.text] & PLAIN_NOUN or not is_surely_a_noun(noun.text) or names_somebody(noun.text):
            continue
        others = [other for other in range(at + 1, len(clause)) if other != place and cases[other] == "Nom"]
        if not any(is_noun(clause[other].text) for other in others) or not _begins(clause, at - 1):
            continue
        if form.subject == "Erg":
            ill = "Erg" in cases[at + 1 :]
        else:
            ill = form.object != "Dat" and not may_do(clause[place].text)
        next_one = clause[at].text == "შემდეგ" and cases[at + 1] not in ("Erg", "Nom")
        if ill and not next_one:
            yield Fault(noun.start, noun.end, FaultKind.CASE, genitive(noun.text))


def _begins(clause: Sequence[Word], at: int) -> bool:
    """Whether nothing but what belongs to a noun stands before it in its clause."""
    return all(case_of(word.text) == "-" for word in clause[:at])


def _genitive(noun: str) -> str:
    return f"{noun[:-1]}ის" if noun.endswith("ები") else decline(noun, "Gen")
