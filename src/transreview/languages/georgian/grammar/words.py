"""The words of a Georgian text as the grammar sees them: where they stand and what they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import forms_among, is_form
from transreview.languages.georgian.words import parts_of
from transreview.lazy_patterns import lazy_pattern


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        text: Its letters, hyphens inside, or its digits.
        start: First character.
        end: One past the last.
        gap: What stands between it and the next word; of the last one what ends the text.
    """

    text: str
    start: int
    end: int
    gap: str


def words_of(text: str) -> list[Word]:
    """Return the words and numbers of a text in Mkhedruli, in order."""
    # The words of segments are made over and over: as tuples, without a call of Python for each.
    parts = parts_of(text)
    ends = list(accumulate(map(len, parts)))
    return list(map(_word, zip(parts[1::2], ends[::2], ends[1::2], parts[2::2], strict=False)))


_word: Callable[[Iterable[object]], Word] = partial(tuple.__new__, Word)


# Adjectives made of nouns, which name a kind and seldom stand for a noun themselves.
_RELATIONAL = (
    "ური",
    "იული",
    "ებრივი",
    "ხარისხიანი",
    "დონიანი",
    "ღირებულიანი",
    "პროცენტიანი",
    "წლიანი",
    "თვიანი",
    "სართულიანი",
    "ოთახიანი",
    "საათიანი",
    "კვირიანი",
    "დღიანი",
    "ვადიანი",
    "უნარიანი",
)
# Of these are more than any dictionary has: დაბალპროცენტიანი.
_OF_EVERY_KIND = tuple(ending for ending in _RELATIONAL if ending.endswith("იანი"))
_BARE_OF_EVERY_KIND = tuple(ending[:-1] for ending in _OF_EVERY_KIND)
_RELATIONAL_BARE = tuple(ending[:-1] for ending in _RELATIONAL)


@cache
def listed_adjectives(kind: str) -> frozenset[str]:
    """Return the words of a kind of data/adjectives.txt, as it says itself what each is."""
    text = (files(__package__) / "data" / "adjectives.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(word for of, *words in rows for word in words if of == kind)


# Adverbs as well, which stand before any case.
_ADVERBS_TOO_WORDS = """
გვიან ძლიერ ნაწილობრივ შემდგომ წინასწარ ცალმხრივ ორმხრივ ყოველმხრივ გვერდით პირველად ჩვეულებრივ მეორად
"""
ADVERBS_TOO = frozenset(_ADVERBS_TOO_WORDS.split())


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for word in listed_adjectives("plain") if word.endswith("ი"))


@cache
def _plain_bare() -> frozenset[str]:
    return frozenset(word[:-1] for word in _plain()) - ADVERBS_TOO


# Words of such an ending that are nouns or adverbs; names of languages stand for the language.
_NOT_ADJECTIVES_WORDS = """
სული გული ფული პური შური ტური ჟიური ბავშური საუბური მაყური ყური
"""
_NOT_ADJECTIVES = frozenset(_NOT_ADJECTIVES_WORDS.split())
# Nouns in -ური, alone and in compounds: ელექტროსადგური, ხაჭაპური.
_NOUNS_IN_URI_WORDS = """
სადგური მსახური მდგმური პური ჩანგური ფანდური სალამური ჩონგური დასტური საგზური მეგზური სათაური ფაიფური
"""
NOUNS_IN_URI = tuple(_NOUNS_IN_URI_WORDS.split())
_LANGUAGE_STEMS = """
ქართულ ინგლისურ ჩინურ რუსულ ფრანგულ გერმანულ ესპანურ იტალიურ იაპონურ კორეულ არაბულ თურქულ სომხურ
აზერბაიჯანულ უკრაინულ პოლონურ ბერძნულ ლათინურ ებრაულ სპარსულ ჰინდურ პორტუგალიურ მეგრულ სვანურ
"""
_LANGUAGES = frozenset(f"{stem}ი" for stem in _LANGUAGE_STEMS.split())
_PEOPLES_WORDS = """
გერმანელი ქართველი ჩინელი ამერიკელი იტალიელი ესპანელი იაპონელი კორეელი უცხოელი ბრიტანელი ინგლისელი
პოლონელი უკრაინელი ყაზახი უზბეკი თურქი ფრანგი რუსი ირანელი ინდოელი ვიეტნამელი ბრაზილიელი კანადელი
ავსტრალიელი შვეიცარიელი ავსტრიელი ჰოლანდიელი ბელგიელი შვედი ფინელი აზერბაიჯანელი სომეხი
ევროპელი აზიელი აფრიკელი სკანდინავიელი პეკინელი შანხაელი ვენჯოუელი გუანჯოუელი შენჯენელი თბილისელი ბათუმელი
ქუთაისელი ლონდონელი პარიზელი მოსკოველი ნიუ-იორკელი დასავლელი
"""
_PEOPLES = frozenset(_PEOPLES_WORDS.split())
_SHORTEST = 5


@lru_cache(maxsize=1 << 16)
def is_adjective(word: str) -> bool:
    """Whether a word is the nominative of an adjective that hardly ever stands for a noun."""
    if word in _plain() or _is_superlative(word):
        return True
    return (
        word.endswith(_RELATIONAL)
        and len(word) >= _SHORTEST + 1
        and not word.endswith(NOUNS_IN_URI)
        and word not in _NOT_ADJECTIVES
        and word not in _LANGUAGES
        and "-" not in word
        and (is_form(word) or word.endswith(_OF_EVERY_KIND))
    )


@lru_cache(maxsize=1 << 16)
def is_bare_adjective(word: str) -> bool:
    """Whether a word is the bare form of such an adjective, as it stands before a dative: გენერალურ."""
    if word in ADVERBS_TOO or is_instrumental_too(word):
        return False
    if word in _plain_bare() or _is_superlative(f"{word}ი"):
        return True
    return (
        word.endswith(_RELATIONAL_BARE)
        and len(word) >= _SHORTEST
        and "-" not in word
        and f"{word}ი" not in _NOT_ADJECTIVES
        and not f"{word}ი".endswith(NOUNS_IN_URI)
        and (is_form(f"{word}ი") or word.endswith(_BARE_OF_EVERY_KIND))
    )


def is_instrumental_too(word: str) -> bool:
    """Whether a bare adjective is a noun in the instrumental as well: დროებით, დამატებით, პირობით."""
    return word.endswith("ით") and is_form(f"{word[:-2]}ა")


def _is_superlative(word: str) -> bool:
    """Whether a word says "the most", as უახლესი does."""
    return word.startswith("უ") and word.endswith("ესი") and len(word) > _SHORTEST and is_form(word)


@cache
def _peoples() -> frozenset[str]:
    """Return who is of a people: those listed here, and those of data/nations.txt."""
    text = (files("transreview.languages.georgian") / "data" / "nations.txt").read_text(encoding="utf-8")
    rows = (line.split(" | ") for line in text.splitlines() if not line.startswith("#"))
    return _PEOPLES.union(*(row[2].split() for row in rows if len(row) > 2))


@lru_cache(maxsize=1 << 16)
def is_of_a_people(word: str) -> bool:
    """Whether a word is the adjective of a people, or one of the people, each a noun too."""
    return word in _LANGUAGES or word in _peoples()


def is_name_of_a_language(word: str) -> bool:
    """Whether a word is the name of a language, which is an adjective too: ჩინური."""
    return word in _LANGUAGES


def is_peoples_adjective(word: str, following: str) -> bool:
    """Whether the adjective of a people or language stands before a noun that it surely belongs to."""
    return is_of_a_people(word) and following.startswith(tuple(listed_adjectives("before")))


def is_ergative_adjective(word: str) -> bool:
    """Whether a word is the ergative of such an adjective."""
    return word.endswith("მა") and is_adjective(f"{word[:-2]}ი")


def is_in_a_vowel(word: str) -> bool:
    """Whether a word is an adjective in a vowel, which stands so before any case: საერთაშორისო."""
    return word[-1:] in _VOWELS_OF_ADJECTIVES and (word in listed_adjectives("vowel") or _is_privative(word))


_VOWELS_OF_ADJECTIVES = ("ა", "ე", "ო", "უ")


@lru_cache(maxsize=1 << 14)
def _is_privative(word: str) -> bool:
    """Whether a word is an adjective of what is not there: უკანონო, უპასუხისმგებლო."""
    return (
        word.startswith("უ")
        and word.endswith("ო")
        and len(word) > _SHORTEST + 1
        and is_form(word)
        and is_form(f"{word}დ")
        and not is_form(f"{word}ში")
    )


def plain_adjective(word: str) -> str:
    """Return the nominative of an adjective in the ergative (ახალმა, პატარამ); nothing of other words."""
    if is_ergative_adjective(word):
        return f"{word[:-2]}ი"
    return word[:-1] if word.endswith("მ") and is_in_a_vowel(word[:-1]) else ""


@lru_cache(maxsize=1 << 16)
def is_nominative_noun(word: str) -> bool:
    """Whether a word is the nominative singular of a known noun of a consonant stem (დირექტორი)."""
    if not word.endswith("ი") or len(word) < _SHORTEST or word[-2] in VOWELS:
        return False
    if word.endswith("ში") or word in lexicon().i_stem:
        return False
    return is_form(word) and (
        is_form(f"{word[:-1]}ის")
        or is_form(f"{word[:-1]}მა")
        or is_form(f"{word[:-1]}ები")
        or loses_its_vowel(word)
    )


def loses_its_vowel(word: str) -> bool:
    """Whether a nominative in -ი has the genitive of a noun that loses its last vowel: მოსავალი, მოსავლის."""
    return len(word) > _SHORTEST and word[-3] in "აეო" and is_form(f"{word[:-3]}{word[-2]}ის")


# Endings that look like a nominative in a vowel and are a long dative, a copula, an old genitive.
_NO_VOWEL_NOMINATIVES = ("სა", "ცა", "შია", "ზეა", "თა", "ნა", "იდა")


_ADJECTIVES_IN_A = frozenset(("პატარა", "ყველა", "ახალგაზრდა", "ცოტა", "ერთადერთა"))


@lru_cache(maxsize=1 << 16)
def is_vowel_nominative(word: str) -> bool:
    """Whether a word is the nominative singular of a known noun in -ა (მთავრობა), and no adjective."""
    if len(word) < _SHORTEST or word in _ADJECTIVES_IN_A:
        return False
    if word[-1] == "ო":
        return is_noun_in_o(word)
    if word[-1] != "ა" or not is_form(word) or not is_form(f"{word}ს") or is_form(f"{word[:-1]}ი"):
        return False
    # A long dative, "is" and an old plural have no other cases.
    return not word.endswith(_NO_VOWEL_NOMINATIVES) or (
        is_form(f"{word[:-1]}ები") and is_form(f"{word[:-1]}ის") and is_form(f"{word}მ")
    )


@lru_cache(maxsize=1 << 16)
def is_noun_in_o(word: str) -> bool:
    """Whether a word is the nominative of a known noun in -ო (ღვინო), and no adjective or verb."""
    if word.startswith(("სა", "უ")) or is_in_a_vowel(word) or not is_form(word):
        return False
    return (
        is_form(f"{word}ს") and is_form(f"{word}მ") and is_form(f"{word}ში") and not is_form(f"{word[:-1]}ეს")
    )


_POSTPOSITIONS = ("ში", "ზე", "თან")
_NOT_LOCATIVE = frozenset(
    ("ყველაზე", "ამაზე", "იმაზე", "მაშინ", "ასეთზე", "მათში", "მათზე", "მასში", "მასზე")
)


_NO_ERGATIVES = frozenset(("მაგრამ", "ოღონდაც", "რადგანამ"))


def names_an_action_in_ma(word: str) -> bool:
    """Whether a word in -მა is the name of an action, and no ergative: ჩადგმა, თქმა."""
    return word.endswith(("დგმა", "თქმა")) or is_form(f"{word[:-1]}ის")


@lru_cache(maxsize=1 << 16)
def oblique(word: str) -> str:
    """Return what a noun's form asks of an adjective before it: "bare", "მა" or nothing known.

    "bare" is the dative, alone or with -ში, -ზე, -თან; "მა" the ergative.
    """
    if word.endswith(_POSTPOSITIONS) and word not in _NOT_LOCATIVE:
        if is_form(f"{word[:-1]}ის") or is_form(f"{word}ს"):
            return ""  # ანგარიში is a nominative
        stem = word[:-3] if word.endswith("თან") else word[:-2]
        if stem.endswith("ს") and len(stem) > 3 and stem[-2] in VOWELS and word.endswith("თან"):
            stem = stem[:-1]  # კომპანიასთან
        known = len(stem) > 2 and (is_form(f"{stem}ი") or (stem[-1] in VOWELS and is_form(stem)))
        return "bare" if known else ""
    if word.endswith("მა") and len(word) > _SHORTEST and word[-3] not in VOWELS:
        known = is_form(f"{word[:-2]}ი") and not is_form(word[:-1]) and not names_an_action_in_ma(word)
        return "მა" if known else ""
    if word.endswith("მ") and len(word) > _SHORTEST and word[-2] in VOWELS and word not in _NO_ERGATIVES:
        known = is_form(word[:-1]) and is_form(f"{word[:-1]}ს")
        return "მა" if known else ""
    if word.endswith("ას") and len(word) > _SHORTEST + 1:
        stem = word[:-1]
        known = is_form(word) and is_form(stem) and is_form(f"{word[:-2]}ის")
        return "bare" if known and not is_form(f"{word[:-2]}ავს") else ""
    if word.endswith("ს") and len(word) > _SHORTEST and word[-2] not in VOWELS:
        stem = word[:-1]
        # Verbs end so too (აკეთებს): they have no plural in -ები.
        noun = is_form(f"{stem}ი") and (is_form(f"{stem}ები") or is_form(f"{stem}ის"))
        return "bare" if noun and not stem.endswith(("ავ", "ამ")) else ""
    return ""


@lru_cache(maxsize=1 << 16)
def plural_singular(word: str) -> str:
    """Return the nominative singular of a plural form in -ებ-, or nothing if it is none.

    Args:
        word: A form such as საწარმოები, სახლებს, ქვეყნების.
    """
    match = _PLURAL.fullmatch(word)
    if match is None or word in lexicon().singular or f"{match['stem']}ები" in lexicon().singular:
        return ""
    stem = match["stem"]
    # A word list has forms too (ქვეყნა): what is a word of its own goes before them.
    return _singulars().get(stem) or next(iter(likely_singulars(stem)), "")


def likely_singulars(stem: str) -> list[str]:
    """Return the known forms that may be the singular of a plural's stem, the likeliest first."""
    # A vowel is the stem's own (საწარმოები, ტყეები), with -ა behind it the word would say "is one"; but
    # დელეგაციები is of დელეგაცია.
    whole = (stem,) if stem[-1] in "აეოუ" else (f"{stem}ი", f"{stem}ა")
    # წარმომადგენლები, ქვეყნები: the singular has its vowel again.
    fuller = [f"{one}{ending}" for ending in "ია" for one in fuller_stems(stem)]
    return forms_among((*whole, *fuller))


def fuller_stems(stem: str) -> tuple[str, ...]:
    """Return what a stem that has lost its last vowel may be with it: ქვეყნ, ქვეყანა has ა."""
    return tuple(f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ეაო")


@cache
def _singulars() -> dict[str, str]:
    """Return the singulars that are not the first form that the word list knows, by the plural's stem."""
    text = (files(__package__) / "data" / "singulars.txt").read_text(encoding="utf-8")
    return dict(line.split() for line in text.splitlines() if not line.startswith("#"))


_PLURAL = lazy_pattern(r"(?P<stem>[ა-ჰ]{2,})ებ(?:ი|მა|ს|სა|ის|ისა|ში|ზე|თან|იდან|ისთვის)")


def text_between(words: Sequence[Word], index: int) -> bool:
    """Whether nothing but a blank stands between a word and the next one."""
    return words[index].gap == " "


@lru_cache(maxsize=1 << 14)
def case_of_a_short_noun(word: str) -> str:
    """Return the case of a noun of few letters or of one that loses its vowel: გოლი, ძმა, სოფელს.

    Returns:
        "Nom", what `oblique` says of datives, or nothing.
    """
    if word in _NO_NOUNS or word.endswith("ში") or read_numeral(word) is not None:
        return ""
    if word.endswith("ი") and len(word) < _SHORT_NOUN:
        return "Nom" if is_form(f"{word[:-1]}ის") and is_form(f"{word[:-1]}ები") else ""
    if word.endswith("ა") and len(word) < _SHORT_NOUN:
        return (
            "Nom" if is_form(f"{word}ს") and is_form(f"{word[:-1]}ის") and is_form(f"{word[:-1]}ები") else ""
        )
    if word.endswith("ას") and len(word) <= _SHORT_NOUN:
        stem = word[:-1]
        return "bare" if is_form(stem) and is_form(f"{stem[:-1]}ის") and is_form(f"{stem[:-1]}ები") else ""
    if word.endswith("ს") and word[-2:-1] not in VOWELS:
        noun = f"{word[:-1]}ი"
        plain = len(word) < _SHORT_NOUN and is_form(f"{word[:-1]}ის") and is_form(f"{word[:-1]}ები")
        return "bare" if is_form(noun) and (plain or loses_its_vowel(noun)) else ""
    return ""


_SHORT_NOUN = 6
# Words of other kinds with the endings of nouns: "and", "you have".
_NO_NOUNS = frozenset(
    ("და", "ხდა", "მათი", "მისი", "ჩემი", "შენი", "ასი", "წინა", "ცოტა", "მეტი", "სხვა", "ყველა")
)
