"""Who acts, carried through all verbs of a sentence: what და or a comma joins has one subject.

The subject of the first clause goes with the verbs behind it as long as no clause names somebody of its own:
ექსპერტებმა ბაზარი შეისწავლეს და ანგარიში გამოაქვეყნეს, ჩვენ შევხვდით, მაგრამ ვერ შევთანხმდით.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.clauses import DURATIONS, case_of, is_noun, listed
from transreview.languages.georgian.grammar.felt_numbers import number_of_feeling
from transreview.languages.georgian.grammar.modifying import is_modifier_in_ma
from transreview.languages.georgian.grammar.preverbs import PREVERB
from transreview.languages.georgian.grammar.receivers import gives
from transreview.languages.georgian.grammar.relatives import MANY_TOGETHER
from transreview.languages.georgian.grammar.subjects import ergative, may_be_ergative
from transreview.languages.georgian.grammar.verb_persons import person_of
from transreview.languages.georgian.grammar.verbs import (
    WITH_A_DATIVE,
    bodies,
    is_copula,
    names_people,
    other_number,
    people,
    verb_form,
)
from transreview.languages.georgian.grammar.words import Word, is_of_a_people
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern


class Actor(NamedTuple):
    """Who acts by the form of a verb: the first, second or third person, one or many."""

    person: int
    plural: bool


_THIRD = 3


class _Actors(dict[str, Actor | None]):
    """Who acts by each word that is a verb with a subject of its own; None of other words."""

    def __missing__(self, word: str) -> Actor | None:
        answer = _actor(word)
        if len(self) < _REMEMBERED:
            self[word] = answer
        return answer


_REMEMBERED = 100_000


# Ends of nouns and adjectives that no verb has.
_OF_NO_VERB = (
    "ში",
    "ზე",
    "თვის",
    "თან",
    "გან",
    "კენ",
    "ების",
    "ობის",
    "ციის",
    "ური",
    "ული",
    "ად",
    "ულ",
    "ურ",
)


def _actor(word: str) -> Actor | None:
    if word.endswith(_OF_NO_VERB):
        return None
    if (person := person_of(word)) is not None:
        return Actor(1 if person.first else 2, person.plural)
    form = verb_form(word)
    if form is None or word.endswith("ცეს"):
        return None  # მისცეს is "that he should give", too
    if form.subject == "Dat":
        known = number_of_feeling(word) or word.endswith("იათ")
        return Actor(3, word.endswith("თ")) if known else None
    return None if is_copula(form) and word not in _ARE else Actor(3, form.plural)


_ARE = frozenset(("არიან", "იყვნენ", "იქნებიან"))


_ACTORS = _Actors()
# What a clause begins with that goes on about who acts in the one before.
_GOES_ON = frozenset(("მაგრამ", "თუმცა", "ხოლო", "და", "რადგან", "რადგანაც", "ვინაიდან"))
_OTHERS = {"ისინი": "Nom", "მათ": "Erg", "ის": "Nom", "იგი": "Nom", "მან": "Erg"}


def several_act(texts: Sequence[str]) -> bool:
    """Whether verbs of different persons or numbers are among some words."""
    actors = set(map(_ACTORS.__getitem__, texts))
    return len(actors) > _ONE_AND_NO_VERB or (len(actors) > 1 and None not in actors)


_ONE_AND_NO_VERB = 2


def actors_carried(clauses: Sequence[Sequence[Sequence[Word]]]) -> Iterator[Fault]:
    """Yield the later verbs of a sentence whose person or number is not that of who acts in it.

    Args:
        clauses: The clauses of a text, each cut where და joins two of them.
    """
    acting: Actor | None = None
    before: Sequence[Word] = ()
    for parts in clauses:
        if parts[0][0].text.startswith(("რომელ", "რომლ", "სადაც", "საიდანაც")):
            before = parts[-1]  # what a relative clause says of somebody does not say who acts
            continue
        for at, part in enumerate(parts):
            verbs = [place for place, word in enumerate(part) if _ACTORS[word.text] is not None]
            goes_on = at > 0 or (before and before[-1].gap == ", " and _goes_on(part))
            wished = len(verbs) == 1 and part[verbs[0]].text.endswith(_OF_WISHES)
            if acting is not None and goes_on and len(verbs) == 1 and (at > 0 or not wished):
                yield from _of_another(part, verbs[0], acting, joined=at > 0)
            named = _named(part, verbs)
            if named is not None or not goes_on or _may_name(part):
                acting = named
            before = part


# What somebody wants of another may stand behind a comma alone: ცდილობს, აიძულოს.
_OF_WISHES = ("ოს", "ონ", "დეს", "ინა", "ოდა", "ოდნენ", "იყო", "იყვნენ")


def _goes_on(part: Sequence[Word]) -> bool:
    return part[0].text not in listed("joint") or part[0].text in _GOES_ON


def _named(part: Sequence[Word], verbs: Sequence[int]) -> Actor | None:
    """Return who surely acts in a clause: somebody who is named in it and with whom its one verb goes."""
    if len(verbs) != 1:
        return None
    verb = part[verbs[0]].text
    actor = _ACTORS[verb]
    if actor is None:
        return None
    if actor.person == 1:
        return actor
    form = verb_form(verb)
    if form is None or actor.person != 3 or form.subject == "Dat" or verb in _ARE:
        return None
    if any(word.text in _JOINTS for word in part):
        return None
    first = part[0].text
    if _OTHERS.get(first) == form.subject and (first in ("ისინი", "მათ")) == form.plural:
        return actor if form.plural or form.subject == "Erg" else None
    named = [
        word.text
        for place, word in enumerate(part)
        if place != verbs[0]
        and word.text not in DURATIONS
        and case_of(word.text) == form.subject
        and is_noun(word.text)
        and not _stands_before_another(part, place, form.subject)
    ]
    if len(named) != 1 or not _surely_acts(named[0], form.plural):
        return None
    return actor


_JOINTS = ("და", "ან", "კი", "რომ")


def _stands_before_another(part: Sequence[Word], at: int, case: str) -> bool:
    """Whether a word says of what people or what kind the next noun is: უცხოელმა ტურისტებმა."""
    if at + 1 >= len(part) or case_of(part[at + 1].text) != case:
        return False
    word = part[at].text
    return is_of_a_people(f"{word[:-2]}ი" if word.endswith("მა") else word) or is_modifier_in_ma(word)


def _surely_acts(word: str, plural: bool) -> bool:
    """Whether a noun names people, or a body of one that is no group of them, in the number of a verb."""
    noun = word.rpartition("-")[2]  # პრემიერ-მინისტრი
    many = noun.endswith(("ები", "ებმა"))
    if many != plural:
        return False
    if many:
        return noun in people() or names_people(noun)
    one = f"{noun[:-2]}ი" if noun.endswith("მა") and noun[-3] not in VOWELS else noun.removesuffix("მ")
    return noun in people() or (one in bodies() and one not in MANY_TOGETHER)


def _may_name(part: Sequence[Word]) -> bool:
    """Whether a clause may name somebody else who acts."""
    return any(word.text in listed("subject") or case_of(word.text) in ("Nom", "Erg", "") for word in part)


def _of_another(part: Sequence[Word], place: int, acting: Actor, *, joined: bool) -> Iterator[Fault]:
    """Yield the verb of a clause that names nobody, if it is of another person or number.

    Args:
        part: The clause.
        place: Which of its words is the verb.
        acting: Who acts in the clause before.
        joined: Whether და joins the two.
    """
    verb = part[place]
    actor = _ACTORS[verb.text]
    form = verb_form(verb.text)
    if actor is None or actor == acting or form is None or actor.person != 3:
        return
    alone = form.subject == "Nom" and form.object != "Dat" and verb.text not in WITH_A_DATIVE
    if not joined and alone and not any(case_of(word.text) == "Dat" for word in part):
        return  # ექსპერტები შეიკრიბნენ, მიმდინარეობს მოლაპარაკება
    if form.subject == "Dat" and (acting.person == 1 or not (joined or part[0].text in _GOES_ON)):
        return
    if acting.person == 1 and not joined and part[0].text not in _GOES_ON:
        return
    if verb.text in _ARE and (not joined or acting.person == _THIRD):
        return
    by_itself = form.subject == "Nom" and form.object != "Dat" and verb.text not in _ARE
    if joined and verb.text.endswith(_DOES) and any(case_of(word.text) == "Dat" for word in part):
        by_itself = False  # ვმუშაობ და განყოფილებას ხელმძღვანელობს
    if acting.person == 1 and (_OF_US.match(verb.text) or by_itself):
        return
    others = [
        word.text for at, word in enumerate(part) if at != place and not _stands_before_its_noun(part, at)
    ]
    if any(_may_act(word, form.subject) for word in others):
        return
    elsewhere = any(map(_tells_of_another, others)) or _is_done_to_him(verb, part)
    if actor.plural and not acting.plural and elsewhere:
        return
    right = ""
    if acting.person == _THIRD:
        right = other_number(verb.text, form) if form.subject != "Dat" else number_of_feeling(verb.text)
    yield Fault(verb.start, verb.end, FaultKind.PERSON, right)


# Presents that somebody does, not what goes on by itself.
_DOES = ("ობს", "ავს", "ამს", "ევს", "ობენ", "ავენ", "ამენ", "ევენ")
# What is done to me or to us: გვნახა, დაგვეხმარა.
_OF_US = lazy_pattern(f"{PREVERB}?+(?:გვ|მ)")


def _may_act(word: str, subject: str) -> bool:
    """Whether a word may be the subject of a verb that asks for a case."""
    if word in listed("subject") or word in _OTHERS or word in ("ვინ", "ვინც", "რაც", "არავინ"):
        return True
    case = case_of(word)
    if subject == "Dat":
        return case == "Dat" or word == "მათ" or (not case and word.endswith("ს"))
    if subject == "Erg":
        return case == "Erg" or (not case and may_be_ergative(word))
    return (case == "Nom" and is_noun(word)) or (not case and word[-1] in "იაეოუ")


def _stands_before_its_noun(part: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a subject by itself belongs to the noun behind it: ყველა ექიმს."""
    if part[at].text not in _BEFORE_NOUNS or at + 1 >= len(part):
        return False
    return case_of(part[at + 1].text) == "Dat" and is_noun(part[at + 1].text)


_BEFORE_NOUNS = frozenset(("ყველა", "ბევრი", "ზოგი"))


def _is_done_to_him(verb: Word, part: Sequence[Word]) -> bool:
    """Whether others may do something to who acts in the clause before: მოითხოვა, მაგრამ უარი უთხრეს."""
    things = [word for word in part if case_of(word.text) == "Nom" and word is not verb]
    form = verb_form(verb.text)
    to_him = gives(verb.text) and not any(case_of(word.text) == "Dat" for word in part)
    return form is not None and form.subject == "Erg" and (not things or to_him)


def _tells_of_another(word: str) -> bool:
    """Whether a word names somebody whom others do something to, or says "him": ახალი მინისტრი დანიშნეს."""
    return word in people() or word in ("მას", "მის", "მისი", "იგი", "ის") or ergative(word) in people()
