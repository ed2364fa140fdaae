"""Phrases of a noun whose modifiers do not all stand as the noun asks: ცნობილი მუსიკალურ აკადემიაში.

A modifier in -ი goes with a nominative, a genitive and an instrumental, a bare one with a dative and an
adverbial, one in -მა with an ergative (declension/agreement.py). Between a bare one and its noun a genitive
may stand (შავ მზის სათვალეს).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.agreement import PREDICATIVE
from transreview.languages.georgian.grammar.noun_cases import (
    ADVERBIAL,
    DATIVE,
    ERGATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.words import (
    Word,
    is_adjective,
    is_bare_adjective,
    is_ergative_adjective,
    is_in_a_vowel,
    listed_adjectives,
    text_between,
)
from transreview.languages.georgian.numerals import CARDINALS, SCALES
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind

PLAIN, BARE, IN_MA = "ი", "", "მა"
_GOES_WITH = {
    NOMINATIVE: PLAIN,
    GENITIVE: PLAIN,
    INSTRUMENTAL: PLAIN,
    DATIVE: BARE,
    ADVERBIAL: BARE,
    ERGATIVE: IN_MA,
}


class Modifier(NamedTuple):
    """How a modifier stands.

    Attributes:
        stem: It without its ending.
        ending: One of PLAIN, BARE and IN_MA.
        sure: Whether it hardly ever stands for a noun.
        own: Whether it is a possessive, whose bare form has -ს.
    """

    stem: str
    ending: str
    sure: bool
    own: bool = False

    def before(self, case: str) -> str:
        """Return the modifier as it stands before a noun in a case."""
        ending = _GOES_WITH[case]
        return f"{self.stem}{'ს' if self.own and ending == BARE else ending}"


_OWN = ("ჩემ", "შენ", "ჩვენ", "თქვენ")
_THEIRS = ("მის", "თავის")
# Of the weak ones those that are no nouns.
_NEVER_NOUNS = frozenset(("ყოველ", "ამგვარ", "არაერთ", "რომელიმე", "ასეთ"))
_PARTICIPLES = re.compile(
    "[ა-ჰ]*(?:ებულ|ირებულ|ეულ|ბილ|დილ|თილ|კილ|ლილ|ნილ|რილ|სილ|ტილ|ვილ|ცილ|ჭრილ|წილ|ხილ|ვლილ|მულ|ნულ|ტულ|რულ|დულ|სულ|ყრილ|გმულ|ებად|ვად)"
)
_NO_PARTICIPLES_WORDS = """
წერილ ნაწილ ყვავილ შვილ წილ აპრილ სიკვდილ ღიმილ ტირილ დუმილ კივილ ძილ მახვილ ადგილ ჩრდილ სირცხვილ წყვილ
კბილ გველ ყმაწვილ სოფილ სახელ საქმელ ხარისხ წარსულ კრებულ ერთეულ ბოსტნეულ მზარეულ კუნძულ სიხარულ
დასასრულ ზაფხულ მსაჯულ მოციქულ სწავლულ სნეულ სული ფულ გულ სულ სხეულ ვადად წამებულ ქრისტიანულ მამულ ნულ
თავად ბელად წვად წყალვარდნილ მილ ცილ ღილ წინად თავგამოდებულ ახლად მსოფლიოდ სხვად მუდმივად ოფიციალურად
თვალნათლად სამუდამოდ ვად მადულ მოდულ ფორმულ კაფსულ კუმულ ზეწოლ ბილ გერბილ მობილ ავტომობილ ტექსტილ სტილ
რეპტილ პროფილ ფოსილ ვინილ ანშლაგ გრილ დახლ ასეულ ათეულ ათასეულ წლეულ სამეულ ხუთეულ ოთხეულ ექვსეულ
შვიდეულ
"""
_NO_PARTICIPLES = frozenset(_NO_PARTICIPLES_WORDS.split())
_ENDINGS = (PLAIN, IN_MA, BARE)


@cache
def _weak() -> frozenset[str]:
    numerals = (stem for stem in CARDINALS.keys() - SCALES.keys() if stem[-1] not in VOWELS)
    listed = (word[:-1] for word in listed_adjectives("weak") if word.endswith("ი"))
    return frozenset((*numerals, *listed))


@lru_cache(maxsize=1 << 16)
def modifier(word: str) -> Modifier | None:
    """Return how a word stands as a modifier, None where it is none or none whose form changes."""
    if "-" in word or (word[-1] in "აეოუ" and not word.endswith("მა")):
        return None
    if word.endswith("ს") and word[:-1] in _OWN:
        return Modifier(word[:-1], BARE, sure=True, own=True)
    if word == "მის":
        return Modifier(word, BARE, sure=False, own=False)
    for stem in _OWN:
        if word in (f"{stem}ი", f"{stem}მა"):
            return Modifier(stem, word[len(stem) :], sure=True, own=True)
    for stem in (*_THEIRS, "მათ"):
        if word in (f"{stem}ი", f"{stem}მა"):
            return Modifier(stem, word[len(stem) :], sure=word.endswith("მა"))
    if is_adjective(word):
        return Modifier(word[:-1], PLAIN, sure=True)
    if is_ergative_adjective(word):
        return Modifier(word[:-2], IN_MA, sure=True)
    if is_bare_adjective(word):
        return Modifier(word, BARE, sure=True)
    return _weak_modifier(word)


def _weak_modifier(word: str) -> Modifier | None:
    """Return how a word stands that may be a noun too: a numeral, a participle."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if not word.endswith(ending) or not stem:
            continue
        if stem in _weak():
            return Modifier(stem, ending, sure=False)
        if len(stem) > _SHORTEST_STEM and _PARTICIPLES.fullmatch(stem) and stem not in _NO_PARTICIPLES:
            known = is_form(f"{stem}ი") and (is_form(f"{stem}ა") or is_form(stem) or stem.endswith("ებულ"))
            if known:
                return Modifier(stem, ending, sure=False)
    return None


_SHORTEST_STEM = 4


def is_modifier(word: str) -> bool:
    """Whether a word is a modifier whose form says with what cases it goes."""
    return modifier(word) is not None


@lru_cache(maxsize=1 << 16)
def is_in_a_phrase(word: str) -> bool:
    """Whether a word may follow a modifier within a phrase: another one, or a noun whose case shows."""
    return modifier(word) is not None or is_transparent(word) or noun_case(word) != ""


@lru_cache(maxsize=1 << 16)
def is_transparent(word: str) -> bool:
    """Whether a word is an adjective that stands so before any case: საერთაშორისო, საწარმოო."""
    if is_in_a_vowel(word) or word in _NOUNS_OF_KIND:
        return True
    if not (word.startswith("სა") and word.endswith("ო")):
        return False
    return "-" in word or (is_form(word) and not is_form(f"{word}ში") and not is_form(f"{word}ები"))


# Nouns that stand before others as adjectives do: მსოფლიო ომში.
_NOUNS_OF_KIND = frozenset(("სახელმწიფო", "მსოფლიო", "სამიზნე", "სამუშაო"))


def phrase_faults(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the modifiers that do not go with the noun of their phrase, or with one another."""
    last = -1
    for index in range(len(words) - 1):
        if index <= last or not text_between(words, index) or modifier(words[index].text) is None:
            continue
        places = _modifiers(words, index)
        last = places[-1]
        yield from _disagreeing(words, places)


def _modifiers(words: Sequence[Word], index: int) -> list[int]:
    """Return the places of the modifiers side by side from a place on."""
    places = [index]
    at = index
    while at + 1 < len(words) and text_between(words, at):
        at += 1
        if modifier(words[at].text) is not None:
            places.append(at)
        elif not is_transparent(words[at].text):
            break
    return places


def _disagreeing(words: Sequence[Word], places: Sequence[int]) -> Iterator[Fault]:
    found = [(place, one) for place in places if (one := modifier(words[place].text)) is not None]
    case, behind_genitive = _head(words, places[-1], found[-1][1])
    if not case:
        yield from _unlike_neighbours(words, found)
        return
    for place, one in found:
        if one.ending == _GOES_WITH[case]:
            continue
        if behind_genitive and (one.ending == PLAIN or case not in (NOMINATIVE, ERGATIVE)):
            continue
        if one.ending == PLAIN and place and words[place - 1].text in PREDICATIVE:
            continue
        if one.ending == PLAIN and not one.sure and not _surely_belongs(words, place, case):
            continue
        if one.own and one.ending == PLAIN and case == DATIVE and _leads_to_an_action(words, places[-1] + 1):
            continue
        sure = one.ending != IN_MA and (
            one.sure if one.ending == PLAIN else not _leads_to_a_dative(words, places[-1] + 1)
        )
        word = words[place]
        yield Fault(
            word.start,
            word.end,
            FaultKind.AGREEMENT,
            one.before(case),
            sure=sure and words[place].text != "მის",
        )


# Participles that name a person.
_PERSONS_WORDS = """
ბრალდებული დაკავებული დაჭრილი დაშავებული დაღუპული გარდაცვლილი მსჯავრდებული ეჭვმიტანილი დაზარალებული
გადარჩენილი ლტოლვილი დევნილი უფლებამოსილი მოწვეული დაავადებული კურსდამთავრებული ინფიცირებული
დაქირავებული დასაქმებული არჩეული მიცვალებული შეყვარებული განსვენებული რწმუნებული დაპატიმრებული
გამარჯვებული დამარცხებული მოხუცებული ავადმყოფი განათლებული მონაცემი
"""
_PERSONS = frozenset(_PERSONS_WORDS.split())
# Participles that rather belong to what stands before them: დაწყებული 2010 წლიდან.
_BEHIND_THEIR_NOUN = (
    "დაწყებულ",
    "მოყოლებულ",
    "დაკავშირებულ",
    "განპირობებულ",
    "გამოწვეულ",
    "მიღებულ",
    "დადებულ",
    "დაბადებულ",
)


def _surely_belongs(words: Sequence[Word], place: int, case: str) -> bool:
    """Whether a modifier in -ი that may be a noun or a predicate belongs to the noun behind it.

    A participle before a place may be said of what stands before it (გახსნილი დოკუმენტში, opened in).
    """
    word, noun = words[place].text, words[place + 1].text if place + 1 < len(words) else ""
    if word in ("მისი", "თავისი"):
        at = place + 1
        while at + 1 < len(words) and modifier(words[at].text) is not None:
            at += 1
        return case == ERGATIVE or not _leads_to_an_action(words, at)
    if noun_case(noun) != case or word.startswith(_BEHIND_THEIR_NOUN) or word == "მათი" or word in _PERSONS:
        return False
    return case == ERGATIVE or word[:-1] in _weak() or not noun.endswith(("ში", "ზე", "თან"))


def _leads_to_an_action(words: Sequence[Word], at: int) -> bool:
    """Whether behind the word at a place the name of an action stands: ჩვენი სკოლაში მისვლა."""
    if at + 1 >= len(words) or not text_between(words, at):
        return False
    return words[at + 1].text.endswith(("ა", "ის", "ით", "ას", "ამ", "ად", "ობაზე", "ებაზე", "ისთვის"))


def _leads_to_a_dative(words: Sequence[Word], at: int) -> bool:
    """Whether a dative soon follows the word at a place, to which a bare modifier may belong."""
    for place in range(at + 1, min(at + 4, len(words))):
        if not text_between(words, place - 1):
            return False
        following = words[place].text
        one = modifier(following)
        if (one is not None and one.ending == BARE) or noun_case(following) == DATIVE:
            return True
    return False


def _head(words: Sequence[Word], last: int, one: Modifier) -> tuple[str, bool]:
    """Return the case of the noun behind the last modifier, and whether a genitive stands before it."""
    at = last + 1
    while at < len(words) and text_between(words, at - 1) and is_transparent(words[at].text):
        at += 1
    if at >= len(words) or not text_between(words, at - 1):
        return "", False
    case = _case(words[at].text)
    if case != GENITIVE or one.ending == PLAIN:
        return noun_case(words[at].text), False
    while case == GENITIVE and at + 1 < len(words) and text_between(words, at):
        at += 1
        case = _case(words[at].text)
        if modifier(words[at].text) is not None or is_transparent(words[at].text):
            return "", False
    return (case, True) if case != GENITIVE else ("", False)


def _case(word: str) -> str:
    """Return the case of a noun, the genitive of what is dative and genitive alike: ბრინჯაოს."""
    if word.endswith(("ოს", "უს")) and is_form(word[:-1]) and is_form(f"{word[:-1]}ში"):
        return GENITIVE
    return noun_case(word)


def _unlike_neighbours(words: Sequence[Word], found: Sequence[tuple[int, Modifier]]) -> Iterator[Fault]:
    """Yield the first of two modifiers side by side that go with no noun together, whatever follows."""
    for (place, one), (after, other) in pairwise(found):
        if after != place + 1 or one.ending == other.ending or not (one.sure and other.sure):
            continue
        if one.ending == PLAIN and other.ending == BARE:
            word = words[place]
            right = one.before(DATIVE)
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=False)
