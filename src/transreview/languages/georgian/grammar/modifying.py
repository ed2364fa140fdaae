"""Words that stand before a noun and change with its case, and in what form they stand."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from transreview.languages.georgian.declension.letters import VOWELS
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
    ADVERBS_TOO,
    is_adjective,
    is_bare_adjective,
    is_ergative_adjective,
    is_in_a_vowel,
    is_instrumental_too,
    is_of_a_people,
    listed_adjectives,
)
from transreview.languages.georgian.numerals import CARDINALS, SCALES
from transreview.languages.georgian.word_forms import is_form
from transreview.lazy_patterns import lazy_pattern

PLAIN, BARE, IN_MA = "ი", "", "მა"
GOES_WITH = {
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
        ending = GOES_WITH[case]
        return f"{self.stem}{'ს' if self.own and ending == BARE else ending}"


# Bare adjectives that are adverbs before a verb, hardly before a noun.
BARE_OR_ADVERB = frozenset(("ძლიერ", "ცალმხრივ", "ორმხრივ", "ყოველმხრივ"))
_OWN = ("ჩემ", "შენ", "ჩვენ", "თქვენ")
THEIRS = ("მის", "თავის")
# Of the weak ones those that are no nouns.
NEVER_NOUNS = frozenset(("ზოგიერთ", "ყოველ", "ამგვარ", "არაერთ", "რომელიმე", "ასეთ"))
_PARTICIPLES = lazy_pattern(
    "[ა-ჰ]*(?:[^აეიოუ]ულ|ეულ|ბილ|დილ|თილ|კილ|ლილ|ნილ|რილ|სილ|ტილ|ვილ|ცილ|ჭრილ|წილ|ხილ|ვლილ|ებად|ვად)"
    "|(?:მ|და|გა|შე|ჩა|მო|გამო|ჩამო|გადა)[ა-ჰ]{2,}ავ|(?:და|გა|შე|ჩა|მო|გამო|ჩამო|გადა)მ[ა-ჰ]{2,}(?:ალ|არ)"
)
_NO_PARTICIPLES_WORDS = """
წერილ ნაწილ ყვავილ შვილ წილ აპრილ სიკვდილ ღიმილ ტირილ დუმილ კივილ ძილ მახვილ ადგილ ჩრდილ სირცხვილ წყვილ
კბილ გველ ყმაწვილ სოფილ სახელ საქმელ ხარისხ წარსულ კრებულ ერთეულ ბოსტნეულ მზარეულ კუნძულ სიხარულ
დასასრულ ზაფხულ მსაჯულ მოციქულ სწავლულ სნეულ სული ფულ გულ სულ სხეულ ვადად წამებულ ქრისტიანულ მამულ ნულ
თავად ბელად წვად წყალვარდნილ მილ ცილ ღილ წინად თავგამოდებულ ახლად მსოფლიოდ სხვად მუდმივად ოფიციალურად
თვალნათლად სამუდამოდ ვად მადულ მოდულ ფორმულ კაფსულ კუმულ ზეწოლ ბილ გერბილ მობილ ავტომობილ ტექსტილ სტილ
რეპტილ პროფილ ფოსილ ვინილ ანშლაგ გრილ დახლ ასეულ ათეულ ათასეულ წლეულ სასწაულ ქალწულ უფლისწულ აღსასრულ
თავისთავად გვირგვინოსულ დედულ მომღერალ მომჩივან გამტარ მონაგონულ სამეულ ხუთეულ ოთხეულ ექვსეულ შვიდეულ
"""
_NO_PARTICIPLES = frozenset(_NO_PARTICIPLES_WORDS.split())
# Participles that name a person.
_PERSONS_WORDS = """
ბრალდებული დაკავებული დაჭრილი დაშავებული დაღუპული გარდაცვლილი მსჯავრდებული ეჭვმიტანილი დაზარალებული
გადარჩენილი ლტოლვილი დევნილი მოწვეული დაავადებული კურსდამთავრებული ინფიცირებული
დაქირავებული დასაქმებული მიცვალებული შეყვარებული განსვენებული რწმუნებული დაპატიმრებული გამარჯვებული
დამარცხებული მოხუცებული ავადმყოფი განათლებული მონაცემი მოხუცი ბრძენი სულელი
"""
PERSONS = frozenset(_PERSONS_WORDS.split())


@cache
def weak_modifiers() -> frozenset[str]:
    """Return the stems of modifiers that may be nouns too: numerals, listed adjectives."""
    numerals = (stem for stem in CARDINALS.keys() - SCALES.keys() if stem[-1] not in VOWELS)
    listed = (word[:-1] for word in listed_adjectives("weak") if word.endswith("ი"))
    return frozenset((*numerals, *listed))


@lru_cache(maxsize=1 << 16)
def modifier(word: str) -> Modifier | None:
    """Return how a word stands as a modifier, None where it is none or none whose form changes."""
    ending = _ending(word)
    if ending is None or "-" in word or (word in ADVERBS_TOO and word not in BARE_OR_ADVERB):
        return None
    if is_instrumental_too(word):
        return None
    stem = word[: len(word) - len(ending)]
    if stem in _POSSESSIVES or (word[-1] == "ს" and word[:-1] in _OWN):
        return _possessive(word, stem, ending)
    if ending == PLAIN:
        sure = is_adjective(word)
    else:
        sure = is_ergative_adjective(word) if ending == IN_MA else is_bare_adjective(word)
    if sure:
        return Modifier(stem, ending, sure=True)
    return (
        _new_adjective(stem, ending)
        or _weak_modifier(stem, ending)
        or _with_a_beginning(stem, ending)
        or _derived(stem, ending)
        or (_bare_noun(stem) if ending == BARE else None)
    )


def _bare_noun(stem: str) -> Modifier | None:
    """Return how the name of a person stands as an adjective: მეზობელ, მცხოვრებ, ჩინელ."""
    if stem in BARE_OR_ADVERB:
        return Modifier(stem, BARE, sure=False)
    if not stem.endswith(("ელ", "ებ")) or len(stem) <= _SHORTEST_STEM or not is_form(stem):
        return None
    if stem.endswith("ებ"):
        known = stem.startswith("მ") and is_form(f"{stem}ლები")
    elif stem.startswith("მ"):
        known = noun_case(f"{stem}ი") == NOMINATIVE
    else:
        known = is_of_a_people(f"{stem}ი")
    return Modifier(stem, BARE, sure=False) if known else None


_POSSESSIVES = frozenset((*_OWN, *THEIRS, "მათ"))


def _ending(word: str) -> str | None:
    """Return what a modifier of this form ends in, None of words that end as none does."""
    last = word[-1]
    if last == "ი":
        return PLAIN
    if last == "ა":
        return IN_MA if word.endswith(IN_MA) else None
    return None if last in "ეოუ" else BARE


def _possessive(word: str, stem: str, ending: str) -> Modifier | None:
    if ending == BARE:
        if word[:-1] in _OWN:
            return Modifier(word[:-1], BARE, sure=True, own=True)
        return Modifier(word, BARE, sure=False) if word == "მის" else None
    return Modifier(stem, ending, sure=stem in _OWN or ending == IN_MA, own=stem in _OWN)


# What adjectives end in that are made of words of other languages, which the dictionary may not have; no
# participle has these letters before its -ულ: პრესტიჟული.
_NEW = lazy_pattern("[ა-ჰ]{3,}(?:იულ|[ჟფპქ]ულ|იკულ|სტულ|კტულ|ნტულ|ალურ|ონურ|იკურ|ოვან|ულოვან|ორულ|ტრულ)")


def _new_adjective(stem: str, ending: str) -> Modifier | None:
    """Return how an adjective stands that no list has, by what it ends in."""
    if len(stem) <= _SHORTEST_NEW or stem[-1] not in _LAST_OF_NEW or _NEW.fullmatch(stem) is None:
        return None
    noun = is_form(f"{stem}ებს") or is_form(f"{stem}ებმა")
    return None if noun else Modifier(stem, ending, sure=True)


_SHORTEST_NEW = 6
# The last letters of all that these patterns know, asked first of every word.
_LAST_OF_NEW, _LAST_OF_PARTICIPLES = "ლრნ", "ლრდვ"


def _weak_modifier(stem: str, ending: str) -> Modifier | None:
    """Return how a word stands that may be a noun too: a numeral, a participle."""
    if stem in weak_modifiers():
        return Modifier(stem, ending, sure=False)
    if stem in TO_WHERE and ending == PLAIN:  # bare it stands before any case: სამხრეთ აფრიკა
        return Modifier(stem, ending, sure=False)
    if len(stem) <= _SHORTEST_STEM or stem[-1] not in _LAST_OF_PARTICIPLES or stem in _NO_PARTICIPLES:
        return None
    if stem.startswith("სა") and stem.endswith(_OF_VERBS) and is_form(f"{stem}ი") and _is_no_noun(stem):
        return Modifier(stem, ending, sure=False)  # საცდელ
    if _PARTICIPLES.fullmatch(stem) is None:
        return None
    new = stem.endswith("ებულ") and len(stem) > _SHORTEST_NEW
    bare = stem.endswith(("ებულ", "ავ")) or is_form(f"{stem}ა") or is_form(stem)
    known = new or (is_form(f"{stem}ი") and (bare or _is_no_noun(stem)))
    known = known or _is_of_an_action(stem)
    return Modifier(stem, ending, sure=False) if known else None


_OF_ACTIONS = lazy_pattern(
    "(?:გადმო|გადა|გამო|შემო|ჩამო|წარმო|წამო|ამო|გან|გა|და|მო|შე|ჩა|წა|აღ)[ა-ჰ]{2,}(?=[უი]ლ$)"
)


def _is_of_an_action(stem: str) -> bool:
    """Whether a new participle is that of an action, as it begins: გამოკითხულ, დატბორილ."""
    match = _OF_ACTIONS.match(stem)
    if match is None:
        return False
    return (
        is_form(f"{match[0]}ვა")
        or is_form(f"{match[0]}ა")
        or (len(stem) > _SHORTEST_NEW and _is_no_noun(stem))
    )


def _is_no_noun(stem: str) -> bool:
    """Whether a stem has none of the forms that only nouns have, and is no surname."""
    return not stem.endswith("შვილ") and not any(is_form(stem + ending) for ending in _OF_NOUNS)


# What adjectives of nouns, numbers and verbs end in: შეღავათიანი, ხარისხობრივი.
_MADE = (
    "იან",
    "ით",
    "მრავალ",
    "ობრივ",
    "გვარ",
    "ნაირ",
    "ზომიერ",
    "სინდისიერ",
    "ჯერად",
    "დროულ",
    "დელ",
    "ოვან",
    "ფერ",
)
# Those of verbs, which say what is not done or what is to be done: შეუდარებელი, გადასაზიდი.
_OF_VERBS = ("ელ", "ალ", "არ", "ავ")
_UNDONE = lazy_pattern("(?:გადმო|გადა|გამო|შემო|ჩამო|წარმო|წამო|ამო|მო|მი|გა|და|შე|ჩა|წა|ა)(?:უ|სა)[ა-ჰ]{3}")
# Those of what does something, nothing that does it: დამამშვიდებელი, ახლომხედველი.
_DOING = lazy_pattern(
    "(?:გადა|გამო|შემო|ჩამო|წარმო|ამო|მო|გან|გა|და|შე|ჩა|წა|აღ|ა)?მა[ა-ჰ]{3,}ელ"
    "|(?!გადა|გამო|შემო|ჩამო|წარმო|წამო|ამო|მო|მი|გან|გა|და|შე|ჩა|წა|აღ|თან)[ა-ჰ]{3,}მ[ა-ჰ]{3,}ელ"
)
# Behind a number there are more than any dictionary has: მრავალშრიანი, ოთხჯერადი.
_COUNTED = ("იან", "ოვან", "ჯერად")
_NUMBERS_WORDS = """
მრავალ მცირე დიდ მაღალ დაბალ ფართო ვიწრო გრძელ მოკლე სქელ თხელ რამდენიმე ნახევრად ერთ ორ სამ ოთხ ხუთ ექვს
შვიდ რვა ცხრა ათ თორმეტ თხუთმეტ ოც ორმოც ას
"""
_NUMBERS = tuple(_NUMBERS_WORDS.split())
_SHORTEST_COUNTED = 7
# Before these a number is a part of the word, however it is written: 400 მეტრიანი.
MADE_OF_A_NUMBER = ("იანი", "იან", "იანმა")
# Adverbs, and a place.
_NO_ADJECTIVES = frozenset(("ძალიან", "რაოდენ", "დანიან"))
# Forms that only nouns have, and the end of those of many, which are no stems.
_OF_NOUNS, _NO_STEMS = ("ები", "ის", "ებს", "ს"), ("ებ", "ობ")


@lru_cache(maxsize=1 << 14)
def is_derived(stem: str) -> bool:
    """Whether a stem is that of an adjective made of another word, as its own forms and no noun's tell."""
    if len(stem) <= _SHORTEST_STEM or stem.endswith(_NO_STEMS) or stem in _NO_ADJECTIVES:
        return False
    if stem.endswith(_COUNTED) and stem.startswith(_NUMBERS) and len(stem) > _SHORTEST_COUNTED:
        return not is_form(f"{stem}ები")
    made = stem.endswith(_MADE) or (stem.endswith(_OF_VERBS) and _UNDONE.match(stem) is not None)
    doing = not made and stem.endswith("ელ") and _DOING.fullmatch(stem) is not None
    if doing and (is_form(f"{stem[:-2]}ლის") or is_form(f"{stem[:-2]}ლები")):
        return False
    if not (made or doing) and not is_form(f"{stem}ად"):
        return False
    return is_form(f"{stem}ი") and _is_no_noun(stem)


# What stands before an adjective as a part of it: ულტრათხელი.
_BEGINNINGS = (
    "ულტრა", "სუპერ", "მულტი", "ანტი", "ნახევრად", "ჰიპერ", "მიკრო", "არა", "ენერგო", "სითბო", "წყალ",
    "ხმა", "შუქ", "ელექტრო", "ფოტო", "თერმო", "ჰიდრო", "ბიო", "ეკო", "ნანო", "თვით", "ავტო", "ახლად", "მაღალ",
    "დაბალ", "მრავალ",
)  # fmt: skip


def _with_a_beginning(stem: str, ending: str) -> Modifier | None:
    """Return how an adjective stands that is known without what it begins with."""
    if not stem.startswith(_BEGINNINGS):
        return None
    rest = next(stem.removeprefix(one) for one in _BEGINNINGS if stem.startswith(one))
    known = len(rest) > 2 and f"{rest}ი" in listed_adjectives("plain")
    return Modifier(stem, ending, sure=True) if known else None


def _derived(stem: str, ending: str) -> Modifier | None:
    """Return how an adjective made of another word stands; bare, one in -ად says how something is done."""
    if ending == BARE and stem.endswith(_HARDLY_BARE):
        return None
    if not is_derived(stem) or is_of_a_people(f"{stem}ი"):
        return None
    return Modifier(stem, ending, sure=False)


# What bare adjectives hardly ever end in, and other words mostly: datives, verbs, adverbs.
_HARDLY_BARE = ("ს", "თ", "მ", "ც", "ად", "ენ", "დან")


_SHORTEST_STEM = 4
TO_WHERE = frozenset(("სამხრეთ", "ჩრდილოეთ", "აღმოსავლეთ", "დასავლეთ"))


@lru_cache(maxsize=1 << 16)
def is_plain_participle(word: str) -> bool:
    """Whether a word is a participle in -ი that names nobody: დაკარგული."""
    if word in PERSONS or not word.endswith("ი"):
        return False
    one = modifier(word)
    return one is not None and not one.sure and one.stem not in weak_modifiers() and one.stem not in THEIRS


def is_plain_modifier(word: str) -> bool:
    """Whether a word is a modifier in -ი."""
    one = modifier(word)
    return one is not None and one.ending == PLAIN


def is_bare_modifier(word: str) -> bool:
    """Whether a word is a modifier without an ending."""
    one = modifier(word)
    return one is not None and one.ending == BARE


def is_modifier_in_ma(word: str) -> bool:
    """Whether a word is a modifier in -მა."""
    one = modifier(word)
    return one is not None and one.ending == IN_MA


# Measures, which stand so before what is measured, in whatever case: სამას ტონა ხორბალს.
_MEASURES_WORDS = "ტონა კილოგრამი გრამი ლიტრი მეტრი კილომეტრი ჰექტარი ცალი ყუთი ბოთლი წყვილი"
MEASURES = frozenset(_MEASURES_WORDS.split())


def is_modifier(word: str) -> bool:
    """Whether a word is a modifier whose form says with what cases it goes."""
    return modifier(word) is not None


# Nouns that stand before others as adjectives do: მსოფლიო ომში.
_NOUNS_OF_KIND = frozenset(("სახელმწიფო", "მსოფლიო", "სამიზნე", "სამუშაო"))


@lru_cache(maxsize=1 << 16)
def is_transparent(word: str) -> bool:
    """Whether a word is an adjective that stands so before any case: საერთაშორისო, საწარმოო."""
    if is_in_a_vowel(word) or word in _NOUNS_OF_KIND:
        return True
    if not (word.startswith("სა") and word.endswith("ო")):
        return False
    return "-" in word or (is_form(word) and not is_form(f"{word}ში") and not is_form(f"{word}ები"))


# Participles that ask for a noun with such an ending, which so stand before it: დამოკიდებული ბაზარზე.
_GOVERNING_WORDS = """
დამოკიდებულ დაფუძნებულ დაყრდნობილ ორიენტირებულ გათვლილ აგებულ მორგებულ კონცენტრირებულ განთავსებულ მოთავსებულ
განლაგებულ ჩართულ მიმაგრებულ მიბმულ
"""
_GOVERNING = frozenset(_GOVERNING_WORDS.split())
_OF_PLACES = ("ზე", "ში", "თან")


def governs_a_place(stem: str, noun: str) -> bool:
    """Whether a participle asks for the noun behind it: დამოკიდებული ამინდზე."""
    return stem in _GOVERNING and noun.endswith(_OF_PLACES)
