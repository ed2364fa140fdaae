"""Modifiers with an ending that none has before its noun: ლამაზები ყვავილები, ძველს ქალაქში."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.clauses import listed
from transreview.languages.georgian.grammar.modifying import GOES_WITH, NEVER_NOUNS
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.postposition_cases import wants_another_case, wants_genitive
from transreview.languages.georgian.grammar.verbs import persons
from transreview.languages.georgian.grammar.words import Word, is_adjective, listed_adjectives, text_between
from transreview.languages.georgian.word_forms import is_form, is_word
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# Endings of many that an adjective before its noun has not.
_OF_MANY = lazy_pattern("(?P<stem>[ა-ჰ]{3,})(?P<ending>ები|ებმა|ებს|ებში|ებზე|ებთან)")


@lru_cache(maxsize=1 << 14)
def is_adjective_of_many(word: str) -> bool:
    """Whether a word is an adjective with an ending of many: ლამაზები."""
    match = _OF_MANY.fullmatch(word)
    if match is None:
        return False
    stem = match["stem"]
    if stem.endswith("ვნ"):
        return is_adjective(f"{stem[:-1]}ანი")  # მრავალფეროვნები
    return is_adjective(f"{stem}ი") and not is_form(f"{stem}ება")


def is_noun_of_many(word: str) -> bool:
    """Whether a word is a noun of many."""
    return _OF_MANY.fullmatch(word) is not None and not is_adjective_of_many(word) and noun_case(word) != ""


def adjectives_of_many(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the adjectives with an ending of many before a noun with the same: ლამაზები ყვავილები."""
    for index in range(len(words) - 1):
        word, following = words[index], words[index + 1].text
        if not is_adjective_of_many(word.text) or not text_between(words, index):
            continue
        match, other = _OF_MANY.fullmatch(word.text), _OF_MANY.fullmatch(following)
        if match is None or other is None or match["ending"] != other["ending"]:
            continue
        if is_noun_of_many(following):
            ending = GOES_WITH.get(noun_case(following), "")
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, match["stem"] + ending, sure=False)


_SAYS_IT_IS = frozenset(("არის", "იყო", "იქნება", "ხდება", "გახდა", "გახდება", "რჩება", "ჩანს"))
is_said_of_one = _SAYS_IT_IS.__contains__
"""Whether a word says what one thing is."""


@lru_cache(maxsize=1 << 14)
def is_predicate_of_many(word: str) -> bool:
    """Whether a word is an adjective with an ending of many and "is" behind it: დროებითებია."""
    return word.endswith("ებია") and len(word) > _SHORTEST_PREDICATE and is_adjective(f"{word[:-4]}ი")


_SHORTEST_PREDICATE = 7


def ill_made_predicates(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield such adjectives: what many are is said as of one, დროებითია."""
    for word in words[1:]:
        if is_predicate_of_many(word.text):
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, f"{word.text[:-4]}ია", sure=False)


def predicates_of_many(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the adjectives with an ending of many right before "is" of one: მრავალფეროვნები ხდება."""
    for index in range(1, len(words)):
        word = words[index - 1]
        if words[index].text not in _SAYS_IT_IS or not text_between(words, index - 1):
            continue
        if word.text.endswith("ები") and is_adjective_of_many(word.text):
            stem = word.text.removesuffix("ები")
            right = f"{stem}ი" if is_adjective(f"{stem}ი") else f"{stem[:-1]}ანი"
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=False)


_ALL = {"ყველას": DATIVE, "ყველამ": ERGATIVE}
_OURS = ("ჩემს", "შენს", "ჩვენს", "თქვენს")
_SHORTEST_IN_S = 5
# With -ს one stands so before its noun, one says where.
_NO_DATIVES = frozenset(("მთელ", "ახლო"))
# Adjectives in a vowel that stand for nouns as well.
_NOUNS_TOO = frozenset(
    ("საერთო", "საშუალო", "შუა", "მეორე", "მესამე", "მოპირდაპირე", "სამუშაო", "ბოლო", "სანაპირო")
)


@lru_cache(maxsize=1 << 14)
def is_in_a_case_of_its_own(word: str) -> bool:
    """Whether a word is a modifier with an ending of a noun: ძველს, წინას, ყველამ, ჩემს."""
    if word in _ALL or word in _OURS:
        return True
    stem = word[:-1]
    if not word.endswith("ს") or len(word) < _SHORTEST_IN_S or stem in _NO_DATIVES:
        return False
    if stem[-1] in VOWELS:
        return stem in listed_adjectives("vowel") and stem not in _NOUNS_TOO
    return is_adjective(f"{stem}ი") or stem in NEVER_NOUNS


@lru_cache(maxsize=1 << 14)
def may_follow_a_case(word: str) -> bool:
    """Whether a word may be the noun of such a modifier, or a postposition behind ჩემს."""
    return _case(word) in _CASES or wants_genitive(word) or wants_another_case(word)


def _case(word: str) -> str:
    """Return the case of a noun, of a short one that is listed and of one with "is" behind it, too."""
    if word in listed("short"):
        return NOMINATIVE
    case = noun_case(word.removesuffix("ა") if word.endswith(("შია", "ზეა")) else word)
    new = not case and word.endswith("ი") and len(word) > _SHORTEST_IN_S and word[-2] not in VOWELS
    return NOMINATIVE if new and not word.endswith("ში") and not is_word(word) else case


_CASES = (DATIVE, NOMINATIVE, INSTRUMENTAL, ERGATIVE, GENITIVE)


def cases_of_their_own(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the modifiers with an ending of a noun before their noun: ძველს ქალაქში, წინას მატჩი.

    They may stand for a noun there, so that few are sure.
    """
    for index in range(len(words) - 1):
        word, following = words[index], words[index + 1].text
        if not text_between(words, index) or not is_in_a_case_of_its_own(word.text):
            continue
        right, sure = _right(words, index, following)
        if right:
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=sure)


def _right(words: Sequence[Word], index: int, following: str) -> tuple[str, bool]:
    """Return how a modifier should stand, and whether it surely should; empty where it may stand so."""
    word = words[index].text
    stem = word[:-1]
    case = _case(following)
    if word in _ALL:
        noun = case == _ALL[word] and (case == ERGATIVE or following in persons())
        return ("ყველა", case == ERGATIVE) if noun else ("", False)
    if word in _OURS:
        return (stem, False) if following in _WITH_BARE else ("", False)
    if stem[-1] in VOWELS:
        there = case == DATIVE and following.endswith(("ში", "ზე"))
        adjacent = there or case in (NOMINATIVE, INSTRUMENTAL, GENITIVE)
        return (stem, False) if adjacent else ("", False)
    if case == NOMINATIVE:
        return (f"{stem}ი", False) if index + 1 < len(words) - 1 else ("", False)
    if case != DATIVE:
        return "", False
    own = following.endswith("ს") or stem in NEVER_NOUNS or index + 2 == len(words)
    return (stem, False) if own or not _is_object(words, index + 2) else ("", False)


# Postpositions before which "my" stands bare: ჩემ გვერდით.
_WITH_BARE = frozenset(
    ("გვერდით", "შესახებ", "მიერ", "გამო", "გარეშე", "მიმართ", "წინააღმდეგ", "ნაცვლად", "შორის")
)


def _is_object(words: Sequence[Word], index: int) -> bool:
    """Whether a verb that wants a dative may follow, so that an adjective in it is an object by itself."""
    return index < len(words) and not words[index].text.endswith(("ი", "ა", "ში", "ზე"))
