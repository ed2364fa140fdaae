"""Phrases of a noun whose modifiers do not all stand as the noun asks: ცნობილი მუსიკალურ აკადემიაში.

A modifier in -ი goes with a nominative, a genitive and an instrumental, a bare one with a dative and an
adverbial, one in -მა with an ergative (declension/agreement.py). Between a bare one and its noun a genitive
may stand (შავ მზის სათვალეს).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from transreview.languages.georgian.grammar.agreement import PREDICATIVE
from transreview.languages.georgian.grammar.modifying import (
    BARE,
    GOES_WITH,
    IN_MA,
    MADE_OF_A_NUMBER,
    MEASURES,
    NEVER_NOUNS,
    PERSONS,
    PLAIN,
    THEIRS,
    TO_WHERE,
    Modifier,
    is_transparent,
    modifier,
    weak_modifiers,
)
from transreview.languages.georgian.grammar.new_nouns import (
    SHORTEST_NEW,
    case_of_a_new_noun,
    is_new_nominative,
)
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.postposition_cases import wants_genitive
from transreview.languages.georgian.grammar.verbs import people, persons, verb_form
from transreview.languages.georgian.grammar.words import (
    Word,
    is_in_a_vowel,
    is_of_a_people,
    listed_adjectives,
    text_between,
)
from transreview.languages.georgian.numerals import CARDINALS, read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import Places
from transreview.languages.grammar_fault import Fault, FaultKind


def may_disagree_with_plain(word: str) -> bool:
    """Whether a modifier in -ი may be wrong right before a word."""
    return word == "და" or _may_disagree(word, PLAIN)


def may_disagree_with_bare(word: str) -> bool:
    """Whether a modifier without an ending may be wrong right before a word."""
    return _may_disagree(word, BARE) or is_new_nominative(word)


def may_disagree_with_ma(word: str) -> bool:
    """Whether a modifier in -მა may be wrong right before a word."""
    return _may_disagree(word, IN_MA)


@lru_cache(maxsize=1 << 16)
def _may_disagree(word: str, ending: str) -> bool:
    """Whether a modifier with an ending does not go with a word, or with what may follow it."""
    one = modifier(word)
    if one is not None:
        return one.ending != ending
    if is_transparent(word):
        return True
    case = _case(word) or (NOMINATIVE if _says_is(word) else "")
    return case != "" and (GOES_WITH[case] != ending or (case == GENITIVE and ending != PLAIN))


_MODIFIERS = Places(lambda word: modifier(word) is not None)


def phrase_faults(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the modifiers that do not go with the noun of their phrase, or with one another."""
    last = -1
    for index in _MODIFIERS.among(word.text for word in words[:-1]):
        if index <= last or not text_between(words, index):
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
    yield from _joined_by_and(words, places[0], found[0][1])
    yield from _joined_to_a_vowel(words, *found[-1])
    if not case:
        yield from _unlike_neighbours(words, found)
        return
    for place, one in found:
        if one.ending == GOES_WITH[case] or _is_within_a_numeral(words, place):
            continue
        if one.ending == IN_MA and not one.sure and one.before(NOMINATIVE) in PERSONS:
            continue  # ბრალდებულმა დანაშაული აღიარა
        if one.ending == BARE and one.stem == "ყოველ" and case == INSTRUMENTAL:
            continue  # ყოველ დილით
        told = (NOMINATIVE, DATIVE) if one.ending not in (PLAIN, BARE) else (NOMINATIVE, ERGATIVE)
        if behind_genitive and (one.ending == PLAIN or case not in told):
            continue
        if one.ending == PLAIN and place and words[place - 1].text in PREDICATIVE:
            continue
        if one.ending == PLAIN and not one.sure and not _surely_belongs(words, place, case):
            continue
        if one.ending == PLAIN and _belongs_elsewhere(words, place, places[-1]):
            continue
        if one.own and one.ending == PLAIN and case == DATIVE and _leads_to_an_action(words, places[-1] + 1):
            continue
        word = words[place]
        agreeing = any(other.ending == GOES_WITH[case] for _place, other in found)
        sure = _is_sure(one, case, between=place != places[-1], agreeing=agreeing) and word.text != "მის"
        loose = one.own or (case == GENITIVE and not one.sure)
        loose = loose or not noun_case(words[places[-1] + 1].text)
        if one.ending == BARE and (loose or _leads_to_a_dative(words, places[-1] + 1)):
            sure = False
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(case), sure=sure)


# Adjectives that may be the name of a place, too: საკონდიტრო.
_MAYBE_NOUN = re.compile("სა[ა-ჰ]+ო")
_COLOURS = frozenset(("შავი", "თეთრი", "წითელი", "ყვითელი", "ლურჯი"))


def _belongs_elsewhere(words: Sequence[Word], place: int, last: int) -> bool:
    """Whether a colour stands for what has it, before the ground that it is seen on: თეთრი შავ ფონზე.

    Or whether an adjective has a noun of its own before the next: ასწლოვანი საკონდიტრო ტრადიციულ ნამცხვრებს.
    """
    if place != last and _MAYBE_NOUN.fullmatch(words[place + 1].text):
        return True
    colour = words[place].text in _COLOURS or words[place].text.endswith("ფერი")
    return colour and place != last and words[last + 1].text == "ფონზე"


def _is_within_a_numeral(words: Sequence[Word], place: int) -> bool:
    """Whether a numeral belongs to the next word, a numeral or a measure: სამას ტონა ხორბალს, ხუთ ქულიანი."""
    if read_numeral(words[place].text) is None:
        return False
    following = words[place + 1].text
    return (
        read_numeral(following) is not None
        or following.endswith(MADE_OF_A_NUMBER)
        or (following in MEASURES and place + 2 < len(words) and words[place + 2].text.endswith("ს"))
    )


def _is_sure(one: Modifier, case: str, *, between: bool, agreeing: bool) -> bool:
    """Whether a modifier that does not go with its noun is nearly always wrong.

    Args:
        one: The modifier.
        case: The noun's.
        between: Whether other modifiers stand between the two.
        agreeing: Whether another modifier of the phrase goes with the noun.
    """
    if one.ending == PLAIN:
        numeral = one.stem in CARDINALS or agreeing
        return (
            one.sure
            or (numeral and case == ERGATIVE)
            or one.stem in NEVER_NOUNS
            or (one.stem in THEIRS and between and agreeing)
        )
    return one.ending == BARE


def _joined_by_and(words: Sequence[Word], place: int, one: Modifier) -> Iterator[Fault]:
    """Yield the adjective before და whose partner stands in another form: ლამაზი და ძველ ქალაქში."""
    if place < 2 or words[place - 1].text != "და" or not text_between(words, place - 1):
        return
    other = modifier(words[place - 2].text)
    if other is None or not (one.sure and other.sure) or not text_between(words, place - 2):
        return
    if {one.ending, other.ending} == {PLAIN, BARE} and one.ending == BARE:
        word = words[place - 2]
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, other.before(DATIVE), sure=False)


def _joined_to_a_vowel(words: Sequence[Word], place: int, one: Modifier) -> Iterator[Fault]:
    """Yield the adjective before და and one that shows no case, and a dative: ნათელი და ფართო ოთახში."""
    at = place + 2
    if one.ending != PLAIN or not one.sure or at + 1 >= len(words) or words[place + 1].text != "და":
        return
    if not is_in_a_vowel(words[at].text) or not text_between(words, place + 1):
        return
    while at + 1 < len(words) and is_transparent(words[at].text) and text_between(words, at):
        at += 1
    if noun_case(words[at].text) == DATIVE and not (place and words[place - 1].text in PREDICATIVE):
        word = words[place]
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(DATIVE), sure=False)


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
    """Whether a modifier in -ი that may be a noun or a predicate belongs to the noun behind it."""
    at = place + 1
    while at + 1 < len(words) and is_transparent(words[at].text) and text_between(words, at):
        at += 1
    word, noun = words[place].text, words[at].text if at < len(words) else ""
    if word in ("მისი", "თავისი"):
        at = place + 1
        while at + 1 < len(words) and modifier(words[at].text) is not None:
            at += 1
        return case == ERGATIVE or not _leads_to_an_action(words, at)
    if word[:-1] in NEVER_NOUNS or word[:-1] in TO_WHERE:
        return True
    if noun == "წელს":
        return word[:-1] in weak_modifiers() and read_numeral(word) is None
    if word == "ერთი" and not noun.endswith(("ში", "ზე", "მა")):
        return False  # ერთი სათვალეს ატარებს, one of them
    if (
        (noun_case(noun) or case_of_a_new_noun(noun)) != case
        or word.startswith(_BEHIND_THEIR_NOUN)
        or word == "მათი"
    ):
        return False
    if is_of_a_people(word) and noun.endswith(("ში", "ზე", "თან")):
        return False  # ქართული სკოლაში ისწავლა, the language
    if word in listed_adjectives("state"):
        return case == ERGATIVE
    if word in PERSONS:
        return word[:-1] in weak_modifiers() and (noun in persons() or noun in people())  # მოხუცი კაცს
    return True


def _leads_to_an_action(words: Sequence[Word], at: int) -> bool:
    """Whether behind the word at a place the name of an action stands: ჩვენი სკოლაში მისვლა."""
    if at + 1 >= len(words) or not text_between(words, at):
        return False
    following = words[at + 1].text
    if following.endswith(("ა", "ას", "ამ")):
        return noun_case(following) != ""
    return following.endswith(("ის", "ით", "ად", "ობაზე", "ებაზე", "ისთვის"))


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
    if case == NOMINATIVE and _is_a_kind(words, at):
        at += 1
        return noun_case(words[at].text), False
    if not case and one.ending == BARE and _says_is(words[at].text):
        return NOMINATIVE, False
    if not case and one.sure and len(one.stem) >= SHORTEST_NEW and is_new_nominative(words[at].text):
        return (NOMINATIVE if one.ending == BARE else ""), False
    if case != GENITIVE or one.ending == PLAIN:
        return (case or _case_of_a_place(words[at].text)) if case != GENITIVE else noun_case(
            words[at].text
        ), False
    if words[at].text in (_TIMES if one.stem in _OF_TIME else _KINDS):
        return GENITIVE, False
    if case == GENITIVE and one.sure and _ends_at(words, at):
        return GENITIVE, False
    while case == GENITIVE and at + 1 < len(words) and text_between(words, at):
        at += 1
        if wants_genitive(words[at].text) or words[at].text in _BEHIND_GENITIVE:
            return GENITIVE, False
        case = _case(words[at].text)
        if modifier(words[at].text) is not None or is_transparent(words[at].text):
            return "", False
    return (case, True) if case != GENITIVE else ("", False)


# Behind a genitive these stand for their postposition: უძველესი ტაძრის წინ.
_BEHIND_GENITIVE = frozenset(("წინ", "შემდეგ", "გარშემო", "ირგვლივ", "გასწვრივ", "დროს", "გარდა"))


def _ends_at(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase surely ends with its genitive: a verb or nothing follows, no dative behind -თვის."""
    if words[at].text.endswith(("ოს", "უს", "ყოვლისა")):
        return False  # a dative as well: ვრცელ ინტერვიუს
    if at + 1 >= len(words) or not text_between(words, at):
        return True
    following = words[at + 1].text
    if words[at].text.endswith(("სგან", "სთვის")) and _is_plain_phrase(words, at + 1):
        return True  # ლურჯ ქსოვილისგან საზეიმო კაბა
    if words[at].text.endswith("სთვის"):
        return modifier(following) is None and not is_transparent(following) and not following.endswith("ს")
    return verb_form(following) is not None and not _case(following)


def _is_plain_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether a noun in the nominative follows, with adjectives before it that show no case."""
    while at + 1 < len(words) and is_transparent(words[at].text) and text_between(words, at):
        at += 1
    return noun_case(words[at].text) == NOMINATIVE and modifier(words[at].text) is None


def _is_a_kind(words: Sequence[Word], at: int) -> bool:
    """Whether a noun in -ო stands before another as an adjective does: სასტუმრო ქსელთან."""
    word = words[at].text
    if not (word.startswith("სა") and word.endswith("ო")) or at + 1 >= len(words):
        return False
    return text_between(words, at) and noun_case(words[at + 1].text) not in ("", NOMINATIVE)


def _says_is(word: str) -> bool:
    """Whether a word is a nominative with "is" behind it: მევიოლინეა."""
    return word.endswith(("ეა", "აა", "ოა", "ია")) and noun_case(word[:-1]) == NOMINATIVE


# Genitives of which kind something is, which an adjective before them belongs to: ახალი ტიპის.
_KINDS = frozenset(("ტიპის", "სახის", "ზომის", "თაობის", "კლასის", "მასშტაბის"))
# Which time, and of what: მომავალი წლის ბოლომდე.
_OF_TIME = frozenset(("მომავალ", "გასულ", "პირველ", "ბოლოდროინდელ", "წინანდელ"))
_TIMES = frozenset(("წლის", "თვის", "კვირის", "საუკუნის", "სეზონის", "კვარტლის"))


def _case(word: str) -> str:
    """Return the case of a noun, the genitive of what is dative and genitive alike: ბრინჯაოს."""
    if word == "წელს":  # "this year" by itself, too
        return DATIVE
    if word.endswith(("ოს", "უს")) and word != "საღამოს" and is_form(word[:-1]):
        return GENITIVE
    return noun_case(word) or _case_of_a_place(word) or case_of_a_new_noun(word)


def _case_of_a_place(word: str) -> str:
    """Return the case of a noun with a postposition and "is" behind it: საწყობშია."""
    return noun_case(word[:-1]) if word.endswith(_PLACE_IS) else ""


_PLACE_IS = ("შია", "ზეა", "თანაა", "თვისაა", "იდანაა")


def _unlike_neighbours(words: Sequence[Word], found: Sequence[tuple[int, Modifier]]) -> Iterator[Fault]:
    """Yield the first of two modifiers side by side that go with no noun together, whatever follows."""
    for (place, one), (after, other) in pairwise(found):
        theirs = one.stem in THEIRS
        if after != place + 1 or one.ending == other.ending or not ((one.sure or theirs) and other.sure):
            continue
        if one.ending == PLAIN and other.ending == BARE:
            word = words[place]
            right = one.before(DATIVE)
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=False)
