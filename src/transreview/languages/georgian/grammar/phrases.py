"""Phrases of a noun whose modifiers do not all stand as the noun asks: ცნობილი მუსიკალურ აკადემიაში.

A modifier in -ი goes with a nominative, a genitive and an instrumental, a bare one with a dative and an
adverbial, one in -მა with an ergative (declension/agreement.py). Between a bare one and its noun a genitive
may stand (შავ მზის სათვალეს).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from transreview.languages.georgian.grammar.agreement import PREDICATIVE
from transreview.languages.georgian.grammar.belonging import (
    belongs_elsewhere,
    is_of_a_turn,
    is_said_of_what_precedes,
    stands_before_an_owner,
)
from transreview.languages.georgian.grammar.heads import case_of, head, of_genitive, past_transparent, says_is
from transreview.languages.georgian.grammar.modifying import (
    BARE,
    BARE_OR_ADVERB,
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
    governs_a_place,
    is_transparent,
    modifier,
    weak_modifiers,
)
from transreview.languages.georgian.grammar.new_nouns import (
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
from transreview.languages.georgian.grammar.verbs import is_copula, people, persons, verb_form
from transreview.languages.georgian.grammar.words import (
    Word,
    is_in_a_vowel,
    is_of_a_people,
    listed_adjectives,
    text_between,
)
from transreview.languages.georgian.numerals import CARDINALS, read_numeral
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
    return word == "და" or _may_disagree(word, IN_MA)


@lru_cache(maxsize=1 << 16)
def _may_disagree(word: str, ending: str) -> bool:
    """Whether a modifier with an ending does not go with a word, or with what may follow it."""
    one = modifier(word)
    if one is not None:
        return one.ending != ending
    if is_transparent(word):
        return True
    case = case_of(word) or (NOMINATIVE if says_is(word) else "")
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
    case, behind_genitive = head(words, places[-1], found[-1][1])
    yield from _counted_times(words, *found[-1])
    yield from _joined_by_and(words, places[0], found[0][1])
    yield from _joined_to_a_vowel(words, *found[-1])
    if not case:
        yield from _unlike_neighbours(words, found)
        return
    if (
        case == NOMINATIVE
        and found[-1][1].ending != PLAIN
        and _is_before_a_quoted_name(words, places[-1] + 1)
    ):
        return
    if words[places[-1] + 1].gap.startswith("/"):
        return  # the second has the case of both: ჩართვა/გამორთვას
    if behind_genitive and case in (DATIVE, ERGATIVE):
        yield from of_genitive(words, *found[-1], case)
    for place, one in found:
        if one.ending == GOES_WITH[case] or _goes_all_the_same(words, found, place, one, case):
            continue
        told = (NOMINATIVE, DATIVE) if one.ending not in (PLAIN, BARE) else (NOMINATIVE, ERGATIVE)
        if behind_genitive and (one.ending == PLAIN or case not in told):
            continue
        word = words[place]
        agreeing = any(other.ending == GOES_WITH[case] for _place, other in found)
        sure = _is_sure(one, case, between=place != places[-1], agreeing=agreeing) and word.text != "მის"
        loose = one.own or (case == GENITIVE and not one.sure) or one.stem in BARE_OR_ADVERB
        loose = loose or not noun_case(words[places[-1] + 1].text)
        if one.ending == BARE and (loose or _leads_to_a_dative(words, places[-1] + 1)):
            sure = False
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(case), sure=sure)


def _is_before_a_quoted_name(words: Sequence[Word], at: int) -> bool:
    """Whether a quoted name behind a noun shows the case of both: ახალ ფესტივალ „ტონში“."""
    return words[at].gap.lstrip(" ")[:1] in _OPENING and at + 1 < len(words)


_OPENING = frozenset('„“"«»')


def _goes_all_the_same(
    words: Sequence[Word], found: Sequence[tuple[int, Modifier]], place: int, one: Modifier, case: str
) -> bool:
    """Whether a modifier in another form than its noun asks for is right, or is none of that noun."""
    if _is_within_a_numeral(words, place):
        return True
    if one.ending == IN_MA:
        return not one.sure and one.before(NOMINATIVE) in PERSONS  # ბრალდებულმა დანაშაული აღიარა
    if one.ending == BARE:
        return is_of_a_turn(words, place, one, case)
    last = found[-1][0]
    if stands_before_an_owner(found, place) or is_said_of_what_precedes(words, place, one):
        return True
    if governs_a_place(one.stem, words[last + 1].text):
        return True
    if not one.sure and not _surely_belongs(words, place, case):
        return True
    leads = one.own and case == DATIVE and _leads_to_an_action(words, last + 1)
    return leads or belongs_elsewhere(words, place, last)


def _is_within_a_numeral(words: Sequence[Word], place: int) -> bool:
    """Whether a numeral belongs to the next word, a numeral or a measure: სამას ტონა ხორბალს, ხუთ ქულიანი."""
    if read_numeral(words[place].text) is None:
        return False
    following = words[place + 1].text
    numeral = read_numeral(following)
    return (
        (numeral is not None and noun_case(following) == "")
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


_OF_TIME = frozenset(("წლის", "თვის", "კვირის", "დღის", "საათის", "წუთის"))


def _counted_times(words: Sequence[Word], place: int, one: Modifier) -> Iterator[Fault]:
    """Yield the bare numeral before how long something lasts: ხუთ წლის მინიმუმამდე."""
    if one.ending != BARE or one.stem == "ერთ" or one.stem not in CARDINALS or place + 1 >= len(words):
        return
    if words[place + 1].text in _OF_TIME:
        word = words[place]
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(GENITIVE), sure=False)


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
    if not one.sure or at >= len(words) or words[place + 1].text != "და":
        return
    if one.ending == IN_MA and _is_said_with_is(words, at):
        word = words[place]
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(NOMINATIVE), sure=False)
    if one.ending != PLAIN or at + 1 >= len(words):
        return
    if not is_in_a_vowel(words[at].text) or not text_between(words, place + 1):
        return
    while at + 1 < len(words) and is_transparent(words[at].text) and text_between(words, at):
        at += 1
    if noun_case(words[at].text) == DATIVE and not (place and words[place - 1].text in PREDICATIVE):
        word = words[place]
        yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(DATIVE), sure=False)


def _is_said_with_is(words: Sequence[Word], at: int) -> bool:
    """Whether a word with "is" behind it ends its clause: თანამედროვეა."""
    word = words[at]
    ends = at + 1 == len(words) or word.gap != " "
    form = verb_form(word.text) if ends and word.text.endswith("ა") else None
    return form is not None and is_copula(form)


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
    word, noun = words[place].text, words[_place_of_noun(words, place, case)].text
    if word in ("მისი", "თავისი"):
        at = place + 1
        while at + 1 < len(words) and modifier(words[at].text) is not None:
            at += 1
        return case == ERGATIVE or not _leads_to_an_action(words, at)
    if word[:-1] in NEVER_NOUNS or word[:-1] in TO_WHERE:
        return True
    if noun == "წელს":
        return word[:-1] in weak_modifiers() and read_numeral(word) is None
    if word == "ერთი" and not (noun.endswith(("ში", "ზე", "მა")) or read_numeral(noun) is not None):
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
    return word not in PERSONS or _is_persons_adjective(words, place, noun)


def _is_persons_adjective(words: Sequence[Word], place: int, noun: str) -> bool:
    """Whether a participle that names persons belongs to the noun behind it, all the same."""
    word = words[place].text
    named = noun in persons() or noun in people()
    if place and not named and noun_case(noun) == DATIVE and text_between(words, place - 1):
        return noun_case(words[place - 1].text) == INSTRUMENTAL  # ომით დაზარალებული ქვეყნებს
    return word[:-1] in weak_modifiers() and named  # მოხუცი კაცს


def _place_of_noun(words: Sequence[Word], place: int, case: str) -> int:
    """Return the place of the noun behind a participle or numeral and the adjectives that agree with it."""
    at = past_transparent(words, min(place + 1, len(words) - 1))
    if place and (words[place].text[:-1] not in weak_modifiers() or _are_counted(words, place)):
        while at + 1 < len(words) and _agrees(words[at].text, case) and text_between(words, at):
            at += 1  # გამართული ეროვნულ ჩემპიონატზე
        at = past_transparent(words, at)
    return at


def _are_counted(words: Sequence[Word], place: int) -> bool:
    """Whether a numeral from two on stands before an adjective and its dative: ხუთი ნიჭიერ მუსიკოსს."""
    at = place + 1
    while at + 1 < len(words) and text_between(words, at):
        if modifier(words[at].text) is None and not is_transparent(words[at].text):
            break
        at += 1
    return CARDINALS.get(words[place].text[:-1], 0) > 1 and words[at].text.endswith("ს")


def _agrees(word: str, case: str) -> bool:
    """Whether a word is surely an adjective as it stands before a noun in a case."""
    one = modifier(word)
    return one is not None and (one.sure or one.ending == BARE) and one.ending == GOES_WITH[case]


def _leads_to_an_action(words: Sequence[Word], at: int) -> bool:
    """Whether behind the word at a place the name of an action stands: ჩვენი სკოლაში მისვლა."""
    if at + 1 >= len(words) or not text_between(words, at):
        return False
    following = words[at + 1].text
    if words[at].text.endswith("თან") and noun_case(following) == NOMINATIVE:
        return True  # თქვენი ქსელთან კავშირი
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


def _is_ergative_noun(word: str) -> bool:
    return noun_case(word) == ERGATIVE and modifier(word) is None


def _unlike_neighbours(words: Sequence[Word], found: Sequence[tuple[int, Modifier]]) -> Iterator[Fault]:
    """Yield the first of two modifiers side by side that go with no noun together, whatever follows."""
    for (place, one), (after, other) in pairwise(found):
        if one.ending == IN_MA and one.sure and after == place + 1 and other.ending == PLAIN and other.sure:
            if place and text_between(words, place - 1) and _is_ergative_noun(words[place - 1].text):
                word = words[place]
                yield Fault(word.start, word.end, FaultKind.AGREEMENT, one.before(NOMINATIVE), sure=False)
            continue
        theirs = one.stem in THEIRS
        if after != place + 1 or one.ending == other.ending or not ((one.sure or theirs) and other.sure):
            continue
        if one.ending == PLAIN and other.ending == BARE:
            word = words[place]
            right = one.before(DATIVE)
            yield Fault(word.start, word.end, FaultKind.AGREEMENT, right, sure=False)
