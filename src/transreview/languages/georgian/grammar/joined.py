"""Postpositions joined to a form of their noun that does not go with them: სახლიში, ბავშვსთვის, ქალაქდან."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transreview.languages.georgian.declension import POSTPOSITIONS, decline
from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.declension.lexicon import lexicon
from transreview.languages.georgian.grammar.words import Word, loses_its_vowel
from transreview.languages.georgian.numerals import read_numeral
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

# What stands behind a stem in a consonant, with what should.
_BEHIND_CONSONANT = (
    ("ისში", "ში"), ("ისზე", "ზე"), ("იში", "ში"), ("იზე", "ზე"), ("სში", "ში"), ("სზე", "ზე"),
    ("ისთან", "თან"), ("ითან", "თან"), ("სთვის", "ისთვის"), ("სგან", "ისგან"), ("სკენ", "ისკენ"),
    ("ითვის", "ისთვის"), ("იგან", "ისგან"), ("იკენ", "ისკენ"), ("თვის", "ისთვის"), ("გან", "ისგან"),
    ("კენ", "ისკენ"), ("დან", "იდან"),
    ("ისდან", "იდან"), ("სდან", "იდან"), ("მდე", "ამდე"), ("იმდე", "ამდე"),
)  # fmt: skip
# The same behind a stem in -ა, whose vowel is lost before the genitive.
_BEHIND_A = (
    ("ათან", "ასთან"), ("ისში", "აში"), ("ისზე", "აზე"), ("ასში", "აში"), ("ასზე", "აზე"),
    ("ათვის", "ისთვის"), ("ასდან", "იდან"), ("ისთან", "ასთან"), ("ადან", "იდან"), ("აგან", "ისგან"),
    ("აკენ", "ისკენ"), ("აიდან", "იდან"), ("აისთვის", "ისთვის"), ("აისგან", "ისგან"), ("აისკენ", "ისკენ"),
)  # fmt: skip
# Behind one in -ე.
_BEHIND_E = (
    ("ეამდე", "ემდე"), ("ესში", "ეში"), ("ესზე", "ეზე"), ("ეთან", "ესთან"), ("ეიდან", "იდან"),
    ("ედან", "იდან"),
    ("ესდან", "იდან"), ("ეიში", "ეში"), ("ეთვის", "ისთვის"), ("ეგან", "ისგან"), ("ეკენ", "ისკენ"),
)  # fmt: skip
# Behind one in another vowel.
_BEHIND_VOWEL = (
    ("სში", "ში"), ("სზე", "ზე"), ("იში", "ში"), ("იზე", "ზე"), ("თან", "სთან"), ("იდან", "დან"),
    ("ისთვის", "სთვის"), ("თვის", "სთვის"), ("გან", "სგან"), ("კენ", "სკენ"), ("ამდე", "მდე"),
)  # fmt: skip
_ENDS_OF = {wrong: "აეოუ" if wrong in ("იში", "იზე") else "ოუ" for wrong, _right in _BEHIND_VOWEL}
# Behind the plural of any noun.
_BEHIND_MANY = (
    ("ებსთვის", "ებისთვის"), ("ებსგან", "ებისგან"), ("ებსკენ", "ებისკენ"), ("ებთვის", "ებისთვის"),
    ("ებგან", "ებისგან"), ("ებკენ", "ებისკენ"), ("ებითვის", "ებისთვის"), ("ებსში", "ებში"), ("ებსზე", "ებზე"),
    ("ებიში", "ებში"), ("ებიზე", "ებზე"), ("ებისში", "ებში"), ("ებისზე", "ებზე"), ("ებისთან", "ებთან"),
    ("ებითან", "ებთან"), ("ებდან", "ებიდან"), ("ებისდან", "ებიდან"), ("ებსდან", "ებიდან"),
    ("ებმდე", "ებამდე"), ("ებიმდე", "ებამდე"),
)  # fmt: skip
# Said and written, if not in good style: ამერიკასთვის.
_LONG = (("ასთვის", "ისთვის"), ("ასგან", "ისგან"), ("ასკენ", "ისკენ"))
_LONG_BEHIND_E = (("ესგან", "ისგან"), ("ესკენ", "ისკენ"))
_ENDS = tuple(
    {
        wrong
        for wrong, _right in (
            *_BEHIND_CONSONANT,
            *_BEHIND_A,
            *_BEHIND_VOWEL,
            *_LONG,
            *_LONG_BEHIND_E,
            *_BEHIND_MANY,
            *_BEHIND_E,
        )
    }
    | {"სვით"}
)
# "Is" behind a postposition: ფოლადისგანაა.
_ENDS_WITH_IS = ("განაა", "კენაა", "თვისაა")
_ENDS_OF_LONG = tuple(wrong for wrong, _right in (*_LONG, *_LONG_BEHIND_E))
_SHORTEST, _SHORTEST_STEM = 6, 3
_ONES_OWN = ("დედა", "მამა", "ბებია", "ბაბუა")


def _is_there(word: str) -> str:
    """Return "is" as it stands behind a postposition, empty where it does not."""
    if word.endswith(_ENDS_WITH_IS):
        return "აა"
    return "ა" if word.endswith(("შია", "ზეა")) else ""


def is_ill_joined(word: str) -> bool:
    """Whether a word is a noun whose ending or postposition does not go with the form before it."""
    if len(word) < _SHORTEST:
        return False
    if is_there := _is_there(word):
        return bool(well_joined(word.removesuffix(is_there)))
    return (word.endswith(_ENDS) and bool(well_joined(word))) or bool(without_its_vowel(word))


# Before these a noun that loses its last vowel has lost it.
_LOSING_ENDINGS = (
    *("ამდე", "ისათვის", "ისთვის", "ისგან", "ისკენ", "იდან", "ისა", "ის", "ით", "ებისთვის", "ებიდან"),
    *("ების", "ებს", "ებმა", "ებში", "ებზე", "ებთან", "ებით", "ები"),
)
_LOSING = lazy_pattern(f"(?P<stem>[ა-ჰ]{{1,}}[^აეიოუ][აეო][ლრნმ])(?P<ending>{'|'.join(_LOSING_ENDINGS)})")


# Nouns that keep theirs beside another that has none: ნაკერი "seam", ნაკრები "team".
_WHOLE = frozenset(("ნაკერ",))


@lru_cache(maxsize=1 << 14)
def without_its_vowel(word: str) -> str:
    """Return a form that should have lost the last vowel of its stem, as it should be: მასწავლებელის.

    Nothing of forms that the dictionary has, nor of stems that it has forms of with the vowel.
    """
    match = _LOSING.fullmatch(word) if word.endswith(_LOSING_ENDINGS) else None
    if match is None or match["stem"] in _WHOLE:
        return ""
    stem, ending = match["stem"], match["ending"]
    short = f"{stem[:-2]}{stem[-1]}"
    if stem in _MONTHS and not ending.startswith("ებ"):
        return short + ending
    nominative = f"{stem}ი" if is_form(f"{stem}ი") else f"{stem}ა"
    if not is_form(nominative) or not is_form(f"{short}ის") or is_form(f"{stem}ე"):
        return ""
    if is_form(word) or is_form(f"{stem}ის") or is_form(f"{stem}ები"):
        # The dictionary has slips too: what declension says of the word decides, and all its other forms.
        others = (f"{short}{other}" for other in ("ის", "ები", "ების", "ებს", "ით"))
        if decline(nominative, "Gen") != f"{short}ის" or not all(map(is_form, others)):
            return ""
        many_too = is_form(f"{stem}ების") and is_form(f"{stem}ებს")
        return "" if many_too and not stem.endswith("ებელ") else short + ending
    many = ending.startswith("ებ")
    return short + ending if not many or is_form(f"{short}ები") or is_form(f"{short}ების") else ""


_MONTHS = frozenset(("იანვარ", "თებერვალ", "სექტემბერ", "ოქტომბერ", "ნოემბერ", "დეკემბერ"))
# Before these a noun has lost its vowel: მეგობრისგან, for მეგობარიგან.
_BEHIND_SHORTENED = ("დან", "მდე", "იგან", "გან", "იკენ", "კენ", "ითვის", "თვის")


@lru_cache(maxsize=1 << 14)
def well_joined(word: str) -> str:
    """Return a noun with its postposition as they should be joined; nothing where they may be so already."""
    if is_form(word) or "-" in word:
        return ""
    if "ებ" in word and (right := _of_many(word)):
        return right
    if word.endswith(_LIKE):
        return _like(word.removesuffix("სვით").removesuffix("ი"))
    for wrong, right in _BEHIND_CONSONANT:
        stem = word[: -len(wrong)]
        if not word.endswith(wrong):
            continue
        if wrong in _BEHIND_SHORTENED and _loses_its_vowel(stem):
            post = wrong.removeprefix("ი")
            return decline(f"{stem}ი", POSTPOSITIONS[post], postposition=post)
        known = _is_stem(stem) or (right in _SHORT and _loses_its_vowel(stem))
        known = known or (wrong in ("იგან", "იკენ") and is_form(f"{stem}ი") and is_form(f"{stem}ის"))
        known = known or (wrong == "მდე" and is_form(f"{stem}ი") and is_form(f"{stem}ამდე"))
        if known and (wrong in _POSTPOSITIONS or not _is_another(word)):
            return stem + right
    for wrong, right in (*_BEHIND_A, *_LONG):
        stem = word[: -len(wrong)]
        if right.startswith("ი") and word.endswith(wrong) and (shorter := _of_a_shorter_stem(stem, right)):
            return shorter
        if word.endswith(wrong) and _is_stem_in_a(stem) and not _is_another(word):
            return stem + right
    return _behind_another_vowel(word) or _from_a_name(word)


def _from_a_name(word: str) -> str:
    """Return a name in a vowel that no dictionary has, with -დან behind its genitive: შანხაისდან."""
    stem = word.removesuffix("სდან")
    if stem == word or stem[-1] not in VOWELS or len(stem) <= _SHORTEST_STEM or is_form(f"{stem}სი"):
        return ""
    return f"{stem}დან" if stem[-1] != "ი" or stem[-2] in VOWELS else f"{stem[:-1]}იდან"


def _behind_another_vowel(word: str) -> str:
    for wrong, right in (*_BEHIND_E, *_LONG_BEHIND_E):
        stem = word[: -len(wrong)]
        if word.endswith(wrong) and len(stem) >= _SHORTEST_STEM - 1 and _is_stem_in_e(stem):
            return stem + right
    for wrong, right in _BEHIND_VOWEL:
        stem = word[: -len(wrong)]
        if word.endswith(wrong) and stem[-1:] in _ENDS_OF[wrong] and _is_stem_in_a_vowel(stem):
            return stem + right
    return ""


def _of_many(word: str) -> str:
    for wrong, right in _BEHIND_MANY:
        stem = word[: -len(wrong)]
        if word.endswith(wrong) and (is_form(f"{stem}ები") or is_form(f"{stem}ების")):
            return stem + right
    return ""


_LIKE = ("ისვით", "სვით")


def _like(stem: str) -> str:
    """Return "like" a noun, whose genitive goes with no -ვით: ქვასავით, ლომივით."""
    if is_form(f"{stem}ა") and is_form(f"{stem}ას"):
        return f"{stem}ასავით"
    return f"{stem}ივით" if is_form(f"{stem}ი") else ""


def _is_stem_in_a_vowel(stem: str) -> bool:
    many = f"{stem[:-1]}ები" if stem[-1] == "ა" else f"{stem}ები"
    return len(stem) > _SHORTEST_STEM and all(map(is_form, (stem, f"{stem}ს", f"{stem}ში", many)))


def _of_a_shorter_stem(stem: str, right: str) -> str:
    """Return a noun in -ა that loses one more vowel before its postposition: ფანჯრისკენ."""
    noun, post = f"{stem}ა", right.removeprefix("ი").removeprefix("ს")
    if len(stem) < _SHORTEST_STEM or not is_form(noun) or not is_form(f"{noun}ს") or is_form(f"{stem}ის"):
        return ""
    joined = decline(noun, POSTPOSITIONS[post], postposition=post)
    return joined if joined not in (stem + right, f"{noun}ს{post}") else ""


def _is_stem_in_e(stem: str) -> bool:
    return is_form(f"{stem}ე") and is_form(f"{stem}ის") and (is_form(f"{stem}ეს") or is_form(f"{stem}ეები"))


def _is_stem(stem: str) -> bool:
    if len(stem) < _SHORTEST_STEM or stem[-1] in VOWELS or f"{stem}ი" in lexicon().i_stem:
        return False
    if stem.endswith(_DERIVED) and len(stem) >= _LONG_STEM and is_form(f"{stem}ი"):
        return True
    noun = is_form(f"{stem}ი") and is_form(f"{stem}ის")
    noun = noun and (is_form(f"{stem}ები") or (is_form(f"{stem}ში") and is_form(f"{stem}იდან")))
    return noun and read_numeral(stem) is None


# What long stems end in that are made within Georgian, of which the dictionary has not every case; no names.
_DERIVED, _LONG_STEM = ("ომ", "ებელ", "ულ", "არულ"), 7
# Before these a stem keeps the vowel that it loses in other cases: მაცივარში, მაცივრის.
_SHORT = ("ში", "ზე", "თან")


def _loses_its_vowel(stem: str) -> bool:
    return len(stem) > _SHORTEST_STEM and is_form(f"{stem}ი") and loses_its_vowel(f"{stem}ი")


def _is_stem_in_a(stem: str) -> bool:
    if len(stem) < _SHORTEST_STEM:
        return False
    if not (is_form(f"{stem}ა") and is_form(f"{stem}ას")):
        return False
    if not is_form(f"{stem}ის"):
        return False
    return is_form(f"{stem}ები") or (stem.endswith(_OF_ACTIONS) and is_form(f"{stem}ით"))


# What names of actions end in, which have no plural: დაცვა, განათლება.
_OF_ACTIONS = ("ვ", "ებ", "ობ", "ლ", "ნ")


def _is_another(word: str) -> bool:
    """Whether what stands before the postposition is a noun of its own: პულსში is of პულსი, not of პული."""
    post = next(post for post in _POSTPOSITIONS if word.endswith(post))
    bare = word[: -len(post)]
    return bare[-1] not in VOWELS and is_form(f"{bare}ი")


_POSTPOSITIONS = ("თვის", "თან", "გან", "კენ", "დან", "მდე", "ში", "ზე")


def ill_joined(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns whose form does not go with the postposition joined to it."""
    for word in words:
        if right := without_its_vowel(word.text):
            yield Fault(word.start, word.end, FaultKind.LETTER, right)
        elif is_ill_joined(word.text):
            is_there = _is_there(word.text)
            right = well_joined(word.text.removesuffix(is_there)) + is_there
            sure = not word.text.endswith(_ENDS_OF_LONG)
            yield Fault(word.start, word.end, FaultKind.LETTER, right, sure=sure)
