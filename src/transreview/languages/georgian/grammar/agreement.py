"""Adjectives that do not agree with the noun they stand before: დიდი ქალაქში, გენერალურ დირექტორი."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension.agreement import adjective_like
from transreview.languages.georgian.grammar.heads import THAN_THAT_OF
from transreview.languages.georgian.grammar.modifying import governs_a_place, is_transparent, modifier
from transreview.languages.georgian.grammar.noun_cases import (
    DATIVE,
    ERGATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    noun_case,
)
from transreview.languages.georgian.grammar.subjects import aorists, verbs_with, wants_dative
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.grammar.words import (
    Word,
    case_of_a_short_noun,
    is_adjective,
    is_bare_adjective,
    is_ergative_adjective,
    is_in_a_vowel,
    is_nominative_noun,
    is_of_a_people,
    is_peoples_adjective,
    is_vowel_nominative,
    loses_its_vowel,
    oblique,
    plural_singular,
    text_between,
)
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind


def disagreements(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the adjectives whose form does not go with the case of the next word."""
    for index in range(len(words) - 1):
        if not may_disagree(words[index].text) or not text_between(words, index):
            continue
        noun = words[index + 1].text
        if governs_a_place(words[index].text[:-1], noun) or noun.endswith(THAN_THAT_OF):
            continue
        right = _right_form(words, index)
        if right:
            yield Fault(words[index].start, words[index].end, FaultKind.AGREEMENT, right)


_OBLIQUE_DEMONSTRATIVES = {"ეს": "ამ", "ის": "იმ", "იგი": "იმ"}


def plain_demonstratives(words: Sequence[Word], *, doubtful: bool = False) -> Iterator[Fault]:
    """Yield ეს and ის right before a noun of another case: ამ ქვეყანაში, იმ კაცმა.

    Args:
        words: Words of a text.
        doubtful: Also before datives, where they may be the subject (ეს ქალაქში იშვიათია).
    """
    for index in range(len(words) - 1):
        right = _OBLIQUE_DEMONSTRATIVES.get(words[index].text)
        if right is None or not text_between(words, index):
            continue
        place = index + 1
        while (
            _stands_before_a_noun(words[place].text) and place + 1 < len(words) and text_between(words, place)
        ):
            place += 1
        asked = oblique(words[place].text)
        owned = noun_case(words[place].text) == GENITIVE and is_bare_adjective(words[index + 1].text)
        if not asked and doubtful and owned and place > index + 1:
            asked = "bare"  # ძველ ოპტიკის მაღაზიას
        if not asked and doubtful and _is_dative(words[place].text):
            asked = "bare"  # ბანკს
        if doubtful and is_adjective(words[place].text) and _is_with_an_instrumental(words, place):
            asked = "bare"
        if asked == "მა" or noun_case(words[place].text) == ERGATIVE or (asked and doubtful):
            yield Fault(words[index].start, words[index].end, FaultKind.DEMONSTRATIVE, right)


def _is_dative(word: str) -> bool:
    return noun_case(word) == DATIVE and verb_form(word) is None


def _is_with_an_instrumental(words: Sequence[Word], place: int) -> bool:
    """Whether an adjective stands before an instrumental with no participle behind it: მარტივი მეთოდით."""
    if place + 2 >= len(words) or not text_between(words, place):
        return False
    case = noun_case(words[place + 1].text)
    return case == INSTRUMENTAL and not is_form(f"{words[place + 2].text}ი")


def _stands_before_a_noun(word: str) -> bool:
    if is_bare_adjective(word) or is_ergative_adjective(word) or is_in_a_vowel(word):
        return True
    one = modifier(word)
    return one is not None and one.ending != "ი"  # გაკოტრებულ


_OBLIQUE = {"ამ": "ეს", "იმ": "ის"}


is_oblique_demonstrative = _OBLIQUE.__contains__
"""Whether a word is a demonstrative that no nominative follows."""


def oblique_demonstratives(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield ამ and იმ right before a noun in the nominative: ამ პროდუქტი."""
    for index in range(len(words) - 1):
        right = _OBLIQUE.get(words[index].text)
        if right is None or not text_between(words, index):
            continue
        place = index + 1
        while (
            is_own_or_participle(words[place].text) and place + 1 < len(words) and text_between(words, place)
        ):
            place += 1
        noun = words[place].text
        # What ends in a vowel of its own is hardly an adjective of a genitive behind it.
        plain = noun.endswith("ი") and not noun.endswith("ები")
        if is_plain_nominative(noun) and not (plain and _owns(words, place)):
            yield Fault(words[index].start, words[index].end, FaultKind.DEMONSTRATIVE, right)


def _owns(words: Sequence[Word], place: int) -> bool:
    """Whether the word behind a nominative is a genitive that both may belong to: ამ მოხუცი ექიმის."""
    following = words[place + 1].text if place + 1 < len(words) and text_between(words, place) else ""
    if following.endswith(("ებით", "თვის", "გან", "კენ")):
        return False
    return noun_case(following) in (GENITIVE, INSTRUMENTAL)


@lru_cache(maxsize=1 << 14)
def is_own(word: str) -> bool:
    """Whether a word is an adjective that may stand between a demonstrative and its noun."""
    return is_in_a_vowel(word) or is_adjective(word)


@lru_cache(maxsize=1 << 14)
def is_own_or_participle(word: str) -> bool:
    """Whether a word is such an adjective, or a participle or a noun that stands as one: ჩამორჩენილი."""
    if is_own(word):
        return True
    one = modifier(word)
    return one is not None and one.ending == "ი" and not one.own and not is_plain_nominative(word)


def may_follow_oblique_demonstrative(word: str) -> bool:
    """Whether a demonstrative for other cases may be wrong right before a word."""
    return is_plain_nominative(word) or is_own_or_participle(word)


@lru_cache(maxsize=1 << 16)
def is_plain_nominative(word: str) -> bool:
    """Whether a word is the nominative of a noun of a consonant stem or of many, and no adjective."""
    if is_adjective(word) or (adjective_like(word) and not _is_noun_all_the_same(word)):
        return word in _PEOPLE
    if word.endswith("ა") and noun_case(word) == NOMINATIVE:
        return True
    if is_nominative_noun(word) or is_plural_nominative(word) or case_of_a_short_noun(word) == "Nom":
        return True
    return word[-1] in "იე" and noun_case(word) == NOMINATIVE and modifier(word) is None


def _is_noun_all_the_same(word: str) -> bool:
    """Whether a word that looks like an adjective is a noun, as its other forms tell: ზამთარი, წერილი."""
    if noun_case(word) != NOMINATIVE or modifier(word) is not None:
        return False
    return is_form(f"{word[:-1]}ები") or loses_its_vowel(word)


# Short nouns, and those that look like adjectives.
_PEOPLE = frozenset(("ქალი", "მასწავლებელი", "მომხმარებელი", "მეზობელი", "მშობელი", "სოფელი"))


# Before a dative they may belong to what comes after it (მისი სურათზე დამატება), before an ergative hardly.
_POSSESSIVES = frozenset(["ჩემი", "შენი", "ჩვენი", "თქვენი", "მისი", "მათი", "თავისი", "თავიანთი"])


@lru_cache(maxsize=1 << 16)
def may_disagree(word: str) -> bool:
    """Whether a word may be an adjective in a form that asks for a noun in a certain case."""
    if word[-1] in "აეოუ" and not word.endswith("მა"):
        return False
    if word.endswith("ი"):
        return is_adjective(word) or is_of_a_people(word) or word in _POSSESSIVES
    return is_ergative_modifier(word) if word.endswith("მა") else is_bare_adjective(word)


is_plain_demonstrative = _OBLIQUE_DEMONSTRATIVES.__contains__
"""Whether a word is a demonstrative that has another form before a noun in -მა or a postposition."""


def is_demonstrative_before(word: str) -> bool:
    """Whether a demonstrative may have to stand in another form right before a word."""
    return oblique(word) == "მა" or noun_case(word) == ERGATIVE or _stands_before_a_noun(word)


def is_nominative_adjective(word: str) -> bool:
    """Whether a word is an adjective in the nominative that a noun of another case may stand behind."""
    return word.endswith("ი") and may_disagree(word)


def asks_for_a_case(word: str) -> bool:
    """Whether a word is a noun that asks for another form than the nominative before it."""
    return oblique(word) != ""


def may_follow_ergative(word: str) -> bool:
    """Whether an ergative adjective may be wrong right before a word."""
    return _is_long_genitive(word) or is_bare_adjective(word) or is_nominative_noun(word)


def _is_compound_adjective(word: str) -> bool:
    """Whether a word is an adjective of two that has no forms: სასოფლო-სამეურნეო."""
    return word.startswith("სა") and word.endswith("ო") and "-" in word


def may_follow_bare(word: str) -> bool:
    """Whether a bare adjective is wrong right before a word, or before the word behind it."""
    return (
        _is_compound_adjective(word)
        or case_of_a_short_noun(word) == "Nom"
        or is_nominative_noun(word)
        or is_vowel_nominative(word)
        or is_plural_nominative(word)
        or oblique(word) == "მა"
    )


def is_plural_nominative(word: str) -> bool:
    """Whether a word is the nominative of many: დიზაინერები."""
    return word.endswith("ები") and plural_singular(word) != ""


def _is_long_genitive(word: str) -> bool:
    if not word.endswith("ის") or len(word) < _SHORTEST_GENITIVE:
        return False
    return len(word) > _SHORTEST_GENITIVE or is_form(f"{word[:-2]}ი") or is_form(f"{word[:-2]}ა")


def _right_form(words: Sequence[Word], index: int) -> str:
    """Return how the adjective should stand, empty where nothing is wrong or nothing known."""
    word, following = words[index].text, words[index + 1].text
    if word in _POSSESSIVES:
        return f"{word[:-1]}მა" if oblique(following) == "მა" else ""
    if word.endswith("ი"):
        if not (is_adjective(word) or is_peoples_adjective(word, following)) or _stands_alone(words, index):
            return ""
        if following in _OWNERS or (word.endswith("ფერი") and "ფერ" in following):
            return ""  # ახალი თქვენს ქალაქში; ნარინჯისფერი ვარდისფერში გადასული
        asked = oblique(following)
        return {"bare": word[:-1], "მა": f"{word[:-1]}მა"}.get(asked, "")
    if word.endswith("მა"):
        stem = word[:-2]
        if not is_ergative_adjective(word):
            return f"{stem}ი" if _has_intransitive(words, index + 1) else ""
        if is_bare_adjective(following) and index + 2 < len(words) and text_between(words, index + 1):
            after = words[index + 2].text
            if oblique(after) == "bare":
                return stem
            return f"{stem}ი" if is_nominative_noun(after) else ""
        if _owned_nominative(words, index + 1) or _has_intransitive(words, index + 1):
            return f"{stem}ი"
        # Alone before a noun that ends the text it can be no subject of its own.
        alone = len(words) == index + 2 and index == 0 and is_nominative_noun(following)
        return f"{stem}ი" if alone else ""
    return _of_bare(words, index) if is_bare_adjective(word) else ""


def _of_bare(words: Sequence[Word], index: int) -> str:
    """Return how a bare adjective should stand."""
    word, place = words[index].text, index + 1
    if words[place].gap.startswith("/"):
        return ""  # the second has the case of both: ჩართვა/გამორთვას
    while _is_compound_adjective(words[place].text) and place + 1 < len(words) and text_between(words, place):
        place += 1
    following = words[place].text
    if is_adjective(following):
        return ""  # of a noun between: უმსხვილეს ხელოვნური ინტელექტის ორგანიზაციაში
    if is_nominative_noun(following) or is_vowel_nominative(following) or is_plural_nominative(following):
        return f"{word}ი"
    if case_of_a_short_noun(following) == "Nom":
        return f"{word}ი"
    return f"{word}მა" if oblique(following) == "მა" else ""


def _has_intransitive(words: Sequence[Word], index: int) -> bool:
    """Whether a nominative and right behind it a verb stand there whose subject is no ergative."""
    if index + 1 >= len(words) or not text_between(words, index):
        return False
    verb = words[index + 1].text
    # Of many, with an adjective of one before them: ძველმა სადგური დაანგრიეს.
    other = (
        verb in verbs_with("nominative") or wants_dative(verb) or (verb.endswith("ეს") and verb in aorists())
    )
    return is_nominative_noun(words[index].text) and other


def is_ergative_modifier(word: str) -> bool:
    """Whether a word is the ergative of an adjective or of somebody's people: გერმანელმა."""
    return is_ergative_adjective(word) or (word.endswith("ელმა") and is_form(f"{word[:-2]}ი"))


def _owned_nominative(words: Sequence[Word], index: int) -> bool:
    """Whether a genitive and the nominative that it belongs to stand there: კომპანიის მენეჯერი."""
    if index + 1 >= len(words) or not text_between(words, index):
        return False
    genitive, place = words[index].text, index + 1
    while place + 1 < len(words) and is_transparent(words[place].text) and text_between(words, place):
        place += 1  # ბიბლიოთეკის სამკითხველო დარბაზი
    owned = words[place].text
    return _is_long_genitive(genitive) and is_nominative_noun(owned)


_OWNERS = frozenset(("ჩემს", "შენს", "ჩვენს", "თქვენს", "თავის"))
_SHORTEST_GENITIVE = 5
# Before these an adjective stands for a noun or is the predicate: უფრო პოლიტიკური, როგორც პოლიტიკური.
_PREDICATIVE_WORDS = """
უფრო ძალიან საკმაოდ ყველაზე როგორც არის იყო იქნება გახდა ხდება არა ნაკლებად მეტად მეტწილად თითქმის
იყვნენ იყოს არიან გახდეს გახდება გახდნენ იქნენ დარჩა რჩება აღმოჩნდა
არც ძირითადად წმინდა სრულიად აბსოლუტურად აქვს აქვთ ჰქონდა ჰქონდათ მაქვს გვაქვს ჰყავს ჰყავდა
"""
PREDICATIVE = frozenset(_PREDICATIVE_WORDS.split())


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether the adjective may be a noun or a predicate here."""
    if index and words[index - 1].text in PREDICATIVE:
        return True
    return index == 0 and len(words) > 1 and words[index].gap != " "
