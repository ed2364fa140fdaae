"""Subjects that do not go with their verb: a nominative before a transitive aorist, ისინი with one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.georgian.declension import decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.modifying import is_modifier
from transreview.languages.georgian.grammar.noun_cases import GENITIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.words import (
    Word,
    is_adjective,
    is_ergative_adjective,
    is_in_a_vowel,
    loses_its_vowel,
    names_an_action_in_ma,
    text_between,
)
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.georgian.words import Places
from transreview.languages.grammar_fault import Fault, FaultKind

CLAUSE_ENDS = frozenset(',.;:!?…–—()„“”«»"\n/')
_ERGATIVES_WORDS = """
მან მათ ვინ ვინც რომელმაც რომლებმაც ამან იმან თავად თვითონ თვით ყველამ სხვამ ერთმა ორივემ არავინ
ვერავინ მე შენ ჩვენ თქვენ რამ რამაც ვინმემ
"""
_ERGATIVES = frozenset(_ERGATIVES_WORDS.split())
_ADVERBS_WORDS = """
უფრო ასე ისე მალე წინა ბოლო შიდა გარე წინასწარ ახლა მაშინ შემდეგ ზოგჯერ როგორც ისევე ასევე კიდეც უკვე
"""
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_DETERMINERS_WORDS = """
ეს ის ერთი ახალი მისი მათი თავისი თავიანთი ორი სამი რამდენიმე ყველა სხვა ასეთი ჩვენი ბევრი მეორე
მესამე იმავე ამავე იგივე შემდეგი
"""
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())


@cache
def aorists() -> frozenset[str]:
    """Return the transitive verbs of the third person of the aorist, singular and plural."""
    stems = [stem for line in _data("aorists.txt") for stem in line.split()]
    bare = [(stem[:-2], "ო") if stem.endswith("-ო") else (stem, "ა") for stem in stems]
    return frozenset(stem + ending for stem, singular in bare for ending in (singular, "ეს"))


@cache
def verbs_with(case: str) -> frozenset[str]:
    """Return the verbs whose subject stands in a case, no object in the nominative beside it.

    Args:
        case: "nominative" or "ergative".
    """
    rows = [line.split() for line in _data("subject_cases.txt")]
    return frozenset(verb for of, *verbs in rows for verb in verbs if of == case)


def _data(name: str) -> list[str]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def nominative_subjects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nominatives that stand as the subject of an aorist that wants the ergative.

    A transitive one has its object in the nominative as well, behind it or between the two: without this
    second nominative the first may be the object (წიგნი წაიკითხა, "she read the book"), so that nothing
    is said; nor where any word of the clause may be an ergative.
    """
    known, alone = aorists(), verbs_with("ergative")
    for index in range(1, len(words)):
        verb = words[index].text
        if verb not in known and verb not in alone:
            continue
        first, last = bounds_of_clause(words, index)
        others = (words[place].text for place in range(first, last + 1) if place != index)
        if any(may_be_ergative(word) for word in others if word not in known):
            continue
        place = _subject(words, first, index, alone=verb in alone)
        if place >= 0:
            subject = words[place]
            right = _PRONOUN_ERGATIVES.get(subject.text) or ergative(subject.text)
            yield Fault(subject.start, subject.end, FaultKind.SUBJECT, right)


def _subject(words: Sequence[Word], first: int, verb: int, *, alone: bool) -> int:
    """Return the place of the nominative that is the subject of a verb, -1 where none surely is."""
    before = verb - 1
    if not text_between(words, before):
        return -1
    adjacent = words[before].text in _PRONOUN_ERGATIVES or is_nominative(words[before].text)
    if alone:
        adjacent = adjacent and words[before].text not in _NAMED and before == _head(words, first, verb)
        return before if adjacent else -1
    says = verb + 1 < len(words) and words[verb].text in SAYS and words[verb].gap.startswith(",")
    if adjacent and says and words[verb + 1].text == "რომ" and before == _head(words, first, verb):
        return before
    if adjacent and verb + 1 < len(words) and text_between(words, verb) and _object_follows(words, verb + 1):
        # "They" needs no word: სიმპსონი დააკავეს ინციდენტის ადგილი.
        they = words[verb].text.endswith("ეს") and not words[before].text.endswith(("ები", "ისინი"))
        return -1 if they and _is_genitive(words[verb + 1].text) else before
    # The object may stand right before the verb, with its own words before it.
    if words[before].text in _BEFORE_VERBS and before > first:
        before -= 1
    if not is_nominative(words[before].text) or words[before].text in _NAMED:
        return -1
    place = _head(words, first, before)
    if place < 0 or place == before or words[place].text in _NAMED or read_numeral(words[place].text):
        return -1
    if words[verb].text.endswith("ეს") and not words[place].text.endswith(("ები", "ისინი")):
        return -1  # "they" needs no word: ექვსი ადამიანი დააპატიმრეს
    between = [words[at].text for at in range(place + 1, before)]
    return place if all(may_belong(word) for word in between) else -1


_SAYS_WORDS = """
აღნიშნა განაცხადა განმარტა დაასკვნა აღიარა დაადასტურა თქვა დაამატა აღნიშნეს განაცხადეს დასძინა
"""
SAYS = frozenset(_SAYS_WORDS.split())
_BEFORE_VERBS = frozenset(("უკვე", "ახლა", "დღეს", "გუშინ", "ხელახლა", "წარმატებით", "ოფიციალურად", "კვლავ"))
# Beside another they may be a title, a kind, how long.
_NAMED_WORDS = """
ქალაქი სოფელი მდინარე კუნძული პრეზიდენტი მინისტრი დოქტორი პროფესორი ბატონი ქალბატონი ფილმი რომანი წიგნი
ჟურნალი გაზეთი კომპანია ფირმა ჯგუფი ასი ათასი მილიონი მილიარდი ცალი წყვილი ტონა კილო ჭიქა ბოთლი წელი
თვე კვირა დღე საათი წუთი ღამე საღამო ზაფხული ზამთარი დილა არაფერი ვერაფერი სახელმწიფო მსოფლიო სამხედრო
"""
_NAMED = frozenset(_NAMED_WORDS.split())


def _head(words: Sequence[Word], first: int, before: int) -> int:
    """Return the place of the first nominative of a clause, its own words passed over; else -1."""
    for place in range(first, before):
        word = words[place].text
        if word in _PRONOUN_ERGATIVES and place + 1 < len(words) and not is_nominative(words[place + 1].text):
            return place
        if is_nominative(word) and not is_adjective(word):
            return place
        if not (word in _DETERMINERS or word in _PRONOUN_ERGATIVES or may_belong(word)):
            return -1
    return -1


def may_belong(word: str) -> bool:
    """Whether a word may stand before a noun of the nominative as its own: an adjective, a genitive."""
    return (
        word in _DETERMINERS
        or is_modifier(word)
        or is_in_a_vowel(word)
        or (word.endswith(("ის", "ების")) and is_form(word))
        or (word.endswith("თა") and is_form(f"{word[:-2]}ი"))  # დირექტორთა საბჭო
        or (word.endswith("ო") and word.startswith("სა"))
    )


# Intransitive verbs whose object stands in the dative.
_WITH_DATIVE_WORDS = """
შეხვდა ეწვია ესტუმრა დაესწრო დაეხმარა შეუერთდა დაუკავშირდა გაესაუბრა შეეჯახა მიუახლოვდა შეხვდნენ
ეწვივნენ ესტუმრნენ დაესწრნენ დაეხმარნენ შეუერთდნენ
"""
_WITH_DATIVE = frozenset(_WITH_DATIVE_WORDS.split())


def nominative_objects(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nominative behind a verb that wants a dative, where its subject stands before it."""
    for index in range(1, len(words) - 1):
        if words[index].text not in _WITH_DATIVE:
            continue
        if not (text_between(words, index - 1) and text_between(words, index)):
            continue
        subject, found = words[index - 1], words[index + 1]
        if found.text.startswith("სა") and found.text.endswith("ო") and found.gap == " ":
            continue  # an adjective without forms: შეუერთდნენ საწინააღმდეგო მიტინგს
        if is_nominative(subject.text) and is_nominative(found.text):
            yield Fault(found.start, found.end, FaultKind.OBJECT, decline(found.text, "Dat"))


_PRONOUN_ERGATIVES = {"ის": "მან", "იგი": "მან", "ისინი": "მათ"}


def may_have_nominative_subjects(words: Sequence[str]) -> bool:
    """Whether one of some words is a verb that wants an ergative, with what may be its subject before it."""
    return any(_may_have_nominative_subject(words, place) for place in _WANTING_ERGATIVE.among(words))


def _may_have_nominative_subject(words: Sequence[str], verb: int) -> bool:
    before = verb - 1
    if before < 0:
        return False
    adjacent = words[before] in _PRONOUN_ERGATIVES or is_nominative(words[before])
    if words[verb] in verbs_with("ergative"):
        return adjacent
    following = words[verb + 1] if verb + 1 < len(words) else ""
    if adjacent and (following == "რომ" or is_nominative(following) or _may_begin_object(following)):
        return True
    if words[before] in _BEFORE_VERBS:
        before -= 1
    if before < 1 or not is_nominative(words[before]):
        return False
    place = before - 1
    while place and may_belong(words[place]) and not is_nominative(words[place]):
        place -= 1
    return words[place] in _PRONOUN_ERGATIVES or is_nominative(words[place])


def wants_ergative(word: str) -> bool:
    """Whether a word is a verb of the aorist whose subject stands in the ergative."""
    return word in aorists() or word in verbs_with("ergative")


def may_be_before_its_verb(word: str) -> bool:
    """Whether a word may be a subject or an object in the nominative, or stand between it and its verb.

    Said by the last letter, since whether it is one is asked where a verb follows.
    """
    if word in _PRONOUN_ERGATIVES or word in _BEFORE_VERBS:
        return True
    return word[-1] in "იაეოუ" and word not in _DETERMINERS and word not in _ADVERBS


wants_dative = _WITH_DATIVE.__contains__
"""Whether a word is a verb whose object stands in the dative."""


_WANTING_ERGATIVE = Places(wants_ergative)


@lru_cache(maxsize=1 << 16)
def is_ergative(word: str) -> bool:
    """Whether a word is the ergative of a known noun or of a pronoun that has no other case like it."""
    if word in ERGATIVE_PRONOUNS:
        return True
    if word in _NO_ERGATIVES:
        return False
    if word.endswith("მა") and len(word) > _SHORTEST_ERGATIVE and word[-3] not in VOWELS:
        plain = is_form(f"{word[:-2]}ი") and not is_form(word[:-1]) and not names_an_action_in_ma(word)
        return plain and not is_ergative_adjective(word)
    return (
        word.endswith("მ")
        and len(word) > _SHORTEST_ERGATIVE
        and word[-2] in VOWELS
        and is_form(word[:-1])
        and is_form(f"{word[:-1]}ს")
    )


_SHORTEST_ERGATIVE, _NO_ERGATIVES = 5, ("მაგრამ", "ოღონდაც")
ERGATIVE_PRONOUNS = {"მან": "ის"}  # მათ is a dative and "their" as well


def bounds_of_clause(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Return the places of the first and the last word of the clause that a word stands in."""
    first = index
    while first and not CLAUSE_ENDS.intersection(words[first - 1].gap):
        first -= 1
    last = index
    while last + 1 < len(words) and not CLAUSE_ENDS.intersection(words[last].gap):
        last += 1
    return first, last


# New words for somebody's work, which the dictionary may not have: პროგრამისტი.
_PROFESSIONS = ("ისტი", "ატორი", "ოლოგი", "იონერი")


@lru_cache(maxsize=1 << 14)
def is_nominative(word: str) -> bool:
    """Whether a word is the nominative of a known noun, singular or plural."""
    if len(word) < 4 or word in _DETERMINERS or word in _ADVERBS or is_adjective(word) or is_in_a_vowel(word):
        return False
    if word.endswith("ები"):
        return is_form(f"{word[:-1]}მა") or is_form(f"{word[:-3]}ი") or is_form(word[:-3])
    if not is_form(word):
        return word.endswith(_PROFESSIONS) or noun_case(word) == NOMINATIVE
    if word.endswith("უ"):
        return is_form(f"{word}ს") or is_form(f"{word}ში")  # ინტერვიუ
    if word.endswith("ი"):
        known = is_form(f"{word[:-1]}მა") or is_form(f"{word[:-1]}ის") or loses_its_vowel(word)
        return word[-2] not in VOWELS and (known or noun_case(word) == NOMINATIVE)
    if word.endswith("ისა") and is_form(word[:-1]):
        return False  # a genitive: ცვლილებისა
    if word.endswith("ია") and is_form(f"{word[:-1]}"):
        return is_form(f"{word}მ") or is_form(f"{word}ს")
    if not word.endswith(("ა", "ე", "ო")):
        return False
    return is_form(f"{word}მ") or is_form(f"{word}ს") or noun_case(word) == NOMINATIVE


def _object_follows(words: Sequence[Word], place: int) -> bool:
    """Whether what follows is a nominative, determiners and adjectives before it passed over."""
    for step in range(3):
        at = place + step
        if at >= len(words):
            return False
        word = words[at].text
        if word in _BEHIND_GENITIVES:
            return False
        if is_nominative(word):
            return True
        if not _may_begin_object(word) or not text_between(words, at):
            return False
    return False


# Postpositions that end as nominatives do.
_BEHIND_GENITIVES = frozenset(("გარეშე", "წინაშე", "გამო", "გარდა"))


def _may_begin_object(word: str) -> bool:
    """Whether a word may stand before an object as its own: პაციენტის თვალი."""
    if word in _DETERMINERS or is_adjective(word) or (word.endswith("ო") and word.startswith("სა")):
        return True
    return _is_genitive(word)


def _is_genitive(word: str) -> bool:
    return word.endswith("ის") and len(word) > _SHORTEST_GENITIVE and noun_case(word) == GENITIVE


_SHORTEST_GENITIVE = 4


def may_be_ergative(word: str) -> bool:
    """Whether a word may be an ergative."""
    if word in _ERGATIVES or word.endswith(("მაც", "მაცა", "ებმა")):
        return True
    if word.endswith("მა") and len(word) > 3:
        return not is_form(f"{word}ს")  # პროგრამა
    return word.endswith("მ") and len(word) > 2


def ergative(word: str) -> str:
    """Return the ergative of a noun in the nominative, of one or of many."""
    if word.endswith("ები"):
        return f"{word[:-1]}მა"
    return decline(word, "Erg")
