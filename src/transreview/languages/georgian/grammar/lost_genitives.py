"""Nouns in the nominative that belong to the noun right behind them: კომპანია პროდუქცია, ქარხანა მშენებლობა.

A verb has room for one noun in the nominative. Where two stand side by side and neither says what the other
is, or one stands right before a noun in another case, that one has lost its genitive. Unlike in `surplus` not
every word of the clause has to be understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.grammar.clauses import (
    case_of,
    has,
    is_modifier,
    listed,
)
from transreview.languages.georgian.grammar.modifying import modifier
from transreview.languages.georgian.grammar.noun_cases import DATIVE, INSTRUMENTAL, noun_case
from transreview.languages.georgian.grammar.plain_objects import may_do
from transreview.languages.georgian.grammar.preverbs import PREVERB
from transreview.languages.georgian.grammar.receivers import gives
from transreview.languages.georgian.grammar.surplus import KINDS, SAYS_WHAT, is_action, is_surely_a_noun
from transreview.languages.georgian.grammar.verbs import LETS_DO, bodies, is_copula, names_people, people
from transreview.languages.georgian.grammar.versions import VerbForm
from transreview.languages.georgian.grammar.word_roles import PLAIN_NOUN, ROLES, Verb
from transreview.languages.georgian.grammar.words import Word, is_adjective
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern


def lost_genitives(clause: Sequence[Word], verb: Verb) -> Iterator[Fault]:
    """Yield the nominative that belongs to the next noun, where the verb of a clause has room for one."""
    nouns = [at for at, word in enumerate(clause) if ROLES[word.text] & PLAIN_NOUN and at != verb.place]
    if not nouns or clause[verb.place].text in SAYS_WHAT:
        return
    if verb.person is None and not _has_no_room(clause, verb.place, verb.form):
        return
    owner = _beside_another(clause, nouns, verb.place, verb.form)
    sure = owner is not None and verb.form is not None and _surely_owns(clause, owner, verb.place)
    if len(nouns) == 1:
        owner = _beside_a_relative(clause, nouns[0], verb)
    if owner is None and len(nouns) == _ROOM_FOR_NO_MORE:
        owner = _before_another_case(clause, nouns, verb)
    if owner is not None:
        noun = clause[owner]
        right = f"{noun.text[:-1]}ის" if noun.text.endswith("ები") else decline(noun.text, "Gen")
        yield Fault(noun.start, noun.end, FaultKind.CASE, right, sure=sure)


def _surely_owns(clause: Sequence[Word], owner: int, place: int) -> bool:
    """Whether the first of two nouns side by side is no adjective, and the second an action or a property.

    What is a noun by its ending only may be said of the next one: მეთვალყურე, სათავსი, ნაბრძანები.
    """
    first, second = clause[owner].text, clause[owner + 1].text
    if owner + 1 == place or clause[owner].gap != " " or first.startswith(("სა", "ნა")) or first in KINDS:
        return False
    if second.endswith(_ACTIONS):
        return is_action(second) and (first.endswith(_OF_NOUNS) or is_form(f"{first[:-1]}ების"))
    return second in _PROPERTIES and first.endswith(_OF_NOUNS)


_OF_NOUNS = ("ა", "ები")
_ACTIONS = ("ება", "ობა", "ვა", "ლა", "ნა", "ცია", "ზრდა")
# What something has, and what is never said of a thing beside it.
_PROPERTIES_WORDS = """
ხარისხი ფასი ფასები ღირებულება რაოდენობა მოცულობა ზომა სისქე წონა ხარჯები ხარჯი მაჩვენებელი პირობები
მაჩვენებლები პერსპექტივა პერსპექტივები მიზანი მიზნები შედეგები უფლებები ვალდებულებები შემადგენლობა ისტორია
სტრუქტურა
განრიგი ბიუჯეტი შემოსავალი შემოსავლები მოგება ზარალი დეფიციტი მახასიათებლები თვისებები რესურსები უსაფრთხოება
რისკები მოთხოვნილება მომავალი მნიშვნელობა როლი გავლენა ხანგრძლივობა სიჩქარე ტემპი ტემპები დონე ვადა
"""
_PROPERTIES = frozenset(_PROPERTIES_WORDS.split())


_ROOM_FOR_NO_MORE = 2
_IS_SOMEWHERE = ("ზეა", "შია", "თანაა")  # ექსპორტზეა დამოკიდებული


def _has_no_room(clause: Sequence[Word], place: int, form: VerbForm | None) -> bool:
    """Whether a verb goes with one nominative at most, which may not be who acts by mistake."""
    if form is None or (is_copula(form) and not _says_no_noun(clause[place].text)):
        return False
    return form.subject == "Nom" or any(case_of(word.text) == form.subject for word in clause)


def _says_no_noun(word: str) -> bool:
    """Whether "is" stands behind an adjective or a place: მაღალია, ექსპორტზეა."""
    return word.endswith(_IS_SOMEWHERE) or (word.endswith("ია") and is_adjective(word[:-1]))


def _beside_another(
    clause: Sequence[Word], nouns: Sequence[int], place: int, form: VerbForm | None
) -> int | None:
    """Return the place of the first of two nominatives side by side, if there is one such pair."""
    alone = form is not None and form.subject == "Nom" and form.object != "Dat"
    alone = alone and not may_do(clause[place].text)
    pairs = [
        one for one, other in pairwise(nouns) if _are_pair(clause, one, other) and (other == one + 1 or alone)
    ]
    if len(pairs) != 1 or form is None:
        return pairs[0] if len(pairs) == 1 else None
    owner = pairs[0]
    if _may_be_given(clause, owner, place, form) or (owner and clause[owner - 1].text == "და"):
        return None  # დირექტორმა და მოხალისეები
    return None if _acts(clause[owner].text) and _lacks_its_object(clause, place, form) else owner


def _acts(word: str) -> bool:
    return _names(word) or word in bodies()


def _lacks_its_object(clause: Sequence[Word], place: int, form: VerbForm) -> bool:
    """Whether a present has no dative that somebody does something to: მწერალი რომანი წერს."""
    does = form.subject == "Nom" and (form.object == "Dat" or may_do(clause[place].text))
    return does and not any(case_of(word.text) == "Dat" for word in clause)


def _may_be_given(clause: Sequence[Word], owner: int, place: int, form: VerbForm) -> bool:
    """Whether somebody may be who is given, told or shown something, whose dative is lost instead."""
    verb = clause[place].text
    if form.subject != "Erg" or not _names(clause[owner].text):
        return False
    return gives(verb) or verb.endswith(LETS_DO) or _FOR_HIM.match(verb) is not None


_FOR_HIM = lazy_pattern(f"{PREVERB}?უ")


def _are_pair(clause: Sequence[Word], one: int, other: int) -> bool:
    """Whether the first of two nouns may belong to the second, with no more than adjectives between them."""
    first, second = clause[one].text, clause[other].text
    if first == second or any(word.gap != " " for word in clause[one:other]) or not _is_owned(second):
        return False
    if not all(is_modifier(word.text) or _FOR_WHAT.fullmatch(word.text) for word in clause[one + 1 : other]):
        return False
    following = clause[other + 1].text if other + 1 < len(clause) else ""
    if following in _APART:
        return False  # წვიმა ში
    if second[-1] == "ი" and not second.endswith("ები") and following.endswith("ების"):
        return False  # ორგანიზატორები პრიზიორი დიზაინერების სიას
    return _is_owner(first) and (first not in KINDS or second.endswith(_OWNED_BY_KINDS))


_APART = frozenset(("ში", "ზე", "თან", "დან", "მდე", "კენ", "თვის", "გან"))
_FOR_WHAT = lazy_pattern("სა[ა-ჰ]{3,}ო")
_OWNED_BY_KINDS = ("ება", "ობა", "ცია", "ები", "ეკონომიკა", "პოლიტიკა")


def _is_owned(word: str) -> bool:
    """Whether a noun is a thing, and nobody who acts, of whom the noun before may say who they are."""
    return is_surely_a_noun(word) and word not in _PLACES and not _acts(word)


_PLACES_WORDS = """
ქვეყანა ქვეყნები სახელმწიფო სახელმწიფოები ქალაქი ქალაქები რეგიონი რეგიონები მხარე მხარეები სოფელი სოფლები
დაწესებულება დაწესებულებები ხელისუფლება ძალა ძალები ოჯახი ოჯახები ცხოველები მცენარეები
"""
_PLACES = frozenset(_PLACES_WORDS.split())


def _names(word: str) -> bool:
    return word in people() or names_people(word)


def _is_owner(word: str) -> bool:
    """Whether a noun may be what something belongs to: one that is like no adjective, or people."""
    if word in _LIKE_ADJECTIVES or _FOR_WHAT.fullmatch(word):
        return False
    if word.endswith("ები") and is_adjective(f"{word[:-3]}ი"):
        return False  # დადებითები
    if _acts(word):
        return True
    if modifier(word) is not None or _DOES.match(word):
        return False
    return is_surely_a_noun(word)


# What does something, as an adjective: გამომწვევი, დამცავი.
_DOES = lazy_pattern(f"{PREVERB}მ[ა-ჰ]+[იე]$")
# Nouns that say of others what they are like.
_LIKE_ADJECTIVES_WORDS = """
მედია მულტიმედია პრესა მთავარი დედა შვილი მასა ხელი თავი მომხრე მოწინააღმდეგე მონაწილე მეზობელი
მასპინძელი მეგობარი მოღვაწე კონკურენტი პარტნიორი დონორი წევრი გმირი ლიდერი ჩემპიონი ვეტერანი გიგანტი
ლოზუნგი დევიზი სლოგანი სათაური სახელწოდება
"""
_LIKE_ADJECTIVES = frozenset(_LIKE_ADJECTIVES_WORDS.split())


def _before_another_case(clause: Sequence[Word], nouns: Sequence[int], verb: Verb) -> int | None:
    """Return the place of the one of two nominatives that stands right before a noun in another case.

    კომპანია პროდუქციაზე მოთხოვნა გაიზარდა; საქონელი ტრანსპორტირების ხარჯებს გამყიდველი დაფარავს.
    """
    first, second = (clause[at].text for at in nouns)
    if has(clause, "conjunction") or has(clause, "subject") or has(clause, "quantity"):
        return None
    if not _is_owner(first) or not _is_owner(second) or first in KINDS or second in KINDS:
        return None
    if (_names(first) and first[-1] == "ე") or (_names(second) and second[-1] == "ე"):
        return None  # მოღვაწე მეცნიერებს
    before = [at for at in nouns if clause[at].gap == " " and _is_oblique(clause, at + 1)]
    if len(before) != 1 or nouns[1] == nouns[0] + 1:
        return None
    form, owner = verb.form, before[0]
    does = (
        form is not None
        and form.subject == "Nom"
        and (form.object == "Dat" or may_do(clause[verb.place].text))
    )
    return None if does and _acts(clause[owner].text) else owner


def _beside_a_relative(clause: Sequence[Word], noun: int, verb: Verb) -> int | None:
    """Return the place of many before a dative, where რომელიც acts: რომელიც მომხმარებლები უფლებებს იცავს."""
    form = verb.form
    if form is None or form.subject != "Nom" or form.object != "Dat" or clause[0].text not in _RELATIVES:
        return None
    many = clause[noun].text.endswith("ები")
    other = many and not form.plural and noun + 2 < len(clause) and noun < verb.place
    return noun if other and _is_oblique(clause, noun + 1) and _is_owner(clause[noun].text) else None


_RELATIVES = frozenset(("რომელიც", "რომლებიც"))


def _is_oblique(clause: Sequence[Word], at: int) -> bool:
    """Whether a noun stands in another case at a place, with a genitive before it perhaps."""
    if at >= len(clause):
        return False
    if clause[at].text.endswith("ის") and at + 1 < len(clause) and case_of(clause[at].text) == "-":
        at += 1
    word = clause[at].text
    if word in listed("staying") or word.startswith(tuple(listed("time"))):
        return False
    return noun_case(word) in (DATIVE, INSTRUMENTAL) or (case_of(word) == "Erg" and _acts(word))
