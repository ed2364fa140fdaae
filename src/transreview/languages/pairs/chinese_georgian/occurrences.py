"""Where a Chinese name stands in a Georgian text, in any case, and how it is spelt there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from functools import cache, lru_cache

from transreview.languages.chinese.readings import kind_of, surname_length, syllables
from transreview.languages.chinese.surnames import SINGLE
from transreview.languages.pairs.chinese_georgian.letters import copied
from transreview.languages.pairs.chinese_georgian.practices import PRACTICES
from transreview.languages.pairs.chinese_georgian.transliteration import (
    follows_table,
    letter_by_letter,
    spelled,
    spellings,
    syllable_options,
    transliterate,
    words_of,
)
from transreview.lazy_patterns import lazy_pattern

# Case endings with postpositions and clitics, after a consonant and after a vowel.
_AFTER_CONSONANT = (
    "(?:ი|მა|ს|სა|ის|ისა|ისთვის|ისათვის|ისგან|ისაგან|ისკენ|ისეული|ით|ითა|იდან|ად|ადვე|ამდე|ო|ში|ზე|თან|ვით)?"
    "(?:ც|აც|ვე|ა|ია)?"
)
_AFTER_VOWEL = "(?:მ|ს|სა|ს?თვის|ს?გან|სკენ|თი|დან|დ|მდე|ში|ზე|სთან|ვით|სეული)?(?:ც|აც|ვე|ა)?"
# Who is from there and what is of it: a copied spelling is one in these too (ბეიჯინგელი).
_DERIVED = "(?:ელ|ურ|ულ)(?:ი|მა|ს|ის|ისა|ით|ად|ში|ზე|თან|ისთვის|ებ[ა-ჰ]*)?(?:ც|ა|აც)?"
# A name in -ა or -ე loses it before these: ჩანშის, ჩენდეს and ჩენდის.
_TRUNCATED = "(?:ის|ისა|ისთვის|ისათვის|ისგან|ისკენ|ით|ითა|იდან)(?:ც|აც|ვე|ა)?"
_VOWELS = frozenset("აეიოუ")
_SHORTEST_CUT = 4
# A given name of fewer letters may be any word when it stands without its surname.
_GIVEN_ALONE = 5


class Spelling(StrEnum):
    """How a name is spelt."""

    OWN = "own"  # as the project's practice writes it
    ACCEPTED = "accepted"  # as another practice does, or as print has it too
    COPIED = "copied"  # letter by letter from English


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where the name stands.

    Attributes:
        start: First character of the name.
        end: One past the last, case ending included.
        form: The nominative of the spelling that was found ("ქიამენი").
        ending: What follows its stem in the text ("ს" of ქიამენს).
        spelling: How it is spelt.
    """

    start: int
    end: int
    form: str
    _: KW_ONLY
    ending: str
    spelling: Spelling


_Stems = tuple[tuple[str, re.Pattern[str]], ...]
_Parts = tuple[tuple[str, ...], ...]


def occurrences(name: str, text: str, practice: str = "press", *, kind: str = "") -> list[Occurrence]:
    """Find a Chinese name in a Georgian text in any acceptable or copied spelling.

    Args:
        name: Han characters.
        text: Georgian text.
        practice: The project's practice, which decides what is `OWN`.
        kind: "person" or "place"; empty decides by the lists.
    """
    kind = kind or kind_of(name)
    stems, forms = _stems(name, practice, kind)
    if not forms:
        return []
    found = []
    half = False  # a given name behind its surname, which is spelt otherwise
    for start, stem, end in _places(text, stems):
        form, spelling = forms[stem]
        ending = text[start + len(stem) : end]
        if kind == "person" and " " not in form:
            if _has_another_surname(name, text, start):
                continue
            half = half or _has_its_surname(name, text, start)
        found.append(Occurrence(start, end, form, ending=ending, spelling=spelling))
    if found and not half:
        return found
    mixed = _mixed(name, text, kind)
    alone = [
        one for one in found if not any(one.start < other.end and other.start < one.end for other in mixed)
    ]
    return sorted([*mixed, *alone], key=lambda one: one.start)


def _places(text: str, stems: _Stems) -> Iterator[tuple[int, str, int]]:
    """Yield where a text has some stems with endings that may follow them, and where these end.

    A pattern would say the same; but to compile one for each name takes longer than all its searches.
    """
    found: dict[int, tuple[str, int]] = {}
    for stem, endings in stems:
        start = text.find(stem)
        while start >= 0:
            if start not in found and not _is_inside(text, start):
                ending = endings.match(text, start + len(stem))
                if ending is not None:
                    found[start] = stem, ending.end()
            start = text.find(stem, start + 1)
    last = 0
    for start in sorted(found):
        if start >= last:
            stem, last = found[start]
            yield start, stem, last


_WORD_BEFORE = lazy_pattern("([ა-ჰ]{2,6}) $")


def _has_another_surname(name: str, text: str, start: int) -> bool:
    """Whether the surname of somebody else stands before a given name: ლი ჯიციანი is no 刘志强."""
    if len(name) not in (2, 3):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 8), start)
    return (
        before is not None
        and before[1] in _surnames()
        and before[1] not in surname_forms(name[: surname_length(name)])
    )


def _has_its_surname(name: str, text: str, start: int) -> bool:
    """Whether a surname stands before a given name, copied or spelt as the given name is not: ვანგ ჯიმინი."""
    before = _WORD_BEFORE.search(text, max(0, start - 8), start)
    forms = surname_forms(name[: surname_length(name)])
    # Half copied: ხუანგ with the right first letter.
    return before is not None and (before[1] in forms or before[1].removesuffix("გ") in forms)


@lru_cache(maxsize=512)
def surname_forms(characters: str) -> frozenset[str]:
    """Return how Georgian texts write a surname, copied ones too."""
    return frozenset(form for one in syllables(characters, "person") for form in spelled(one))


@cache
def _surnames() -> frozenset[str]:
    """Return the Georgian forms of all common surnames that are no words, copied ones too."""
    forms = (form for one in SINGLE for form in surname_forms(one))
    return frozenset(form for form in forms if len(form) > 1 and form not in _PLAIN_WORDS)


_PLAIN_WORDS_TEXT = "და მე რა ის ეს ან თუ კი რომ ამ იმ ორ სამ ვინ ხან წინ შინ"
_PLAIN_WORDS = frozenset(_PLAIN_WORDS_TEXT.split())


def _is_inside(text: str, place: int) -> bool:
    """Whether a place stands inside a word, right behind a letter of it."""
    return place > 0 and "ა" <= text[place - 1] <= "ჰ"


def _mixed(name: str, text: str, kind: str) -> list[Occurrence]:
    """Find the name with some syllables copied and some not: დენგ სიაოპინგი, გუიანგი."""
    mixture = _mixture(name, kind)
    if mixture is None:
        return []
    every, accepted = mixture
    plain = _BLANK.sub(" ", text)
    found = []
    last = 0
    for start in _beginnings(plain, every[0]):
        match = _with_ending(plain, start, every) if start >= last else None
        if match is None:
            continue
        end, (ending, last) = match
        stem = text[start:end]
        form = stem if stem[-1] in _VOWELS else stem + "ი"
        good = any(one == end for one in _ends(plain, start, accepted))
        spelling = Spelling.ACCEPTED if good else Spelling.COPIED
        derived = ending.startswith(("ელ", "ურ", "ულ"))
        if len(stem) < _SHORTEST_MIXTURE or (derived and spelling is not Spelling.COPIED):
            continue
        found.append(Occurrence(start, last, form, ending=ending, spelling=spelling))
    return found


def _beginnings(text: str, parts: Sequence[str]) -> list[int]:
    """Return the places at the beginnings of words where a text has some part."""
    places = set()
    for part in parts:
        start = text.find(part)
        while start >= 0:
            if not _is_inside(text, start):
                places.add(start)
            start = text.find(part, start + 1)
    return sorted(places)


def _ends(text: str, start: int, parts: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield where a text that has one of each parts, one behind the other, from a place on has them all."""
    if not parts:
        yield start
        return
    for part in parts[0]:
        if text.startswith(part, start):
            yield from _ends(text, start + len(part), parts[1:])


def _with_ending(text: str, start: int, parts: Sequence[Sequence[str]]) -> tuple[int, tuple[str, int]] | None:
    """Return where a mixture of parts ends that an ending may follow, with the ending and where that ends."""
    for end in _ends(text, start, parts):
        ending = _ANY_ENDING.match(text, end)
        if ending is not None:
            return end, (ending.group(), ending.end())
    return None


_BLANK = lazy_pattern(r"\s")
_SHORTEST_MIXTURE = 5


@lru_cache(maxsize=1024)
def _mixture(name: str, kind: str) -> tuple[_Parts, _Parts] | None:
    """Return the spellings of a name's syllables, one after the other, and those of them that are good."""
    options = [syllable_options(name, practice, kind) for practice in PRACTICES.values()]
    words = words_of(name, kind)
    if not words or not all(options) or not follows_table(name, kind):
        return None
    good: list[tuple[str, ...]] = []
    every: list[tuple[str, ...]] = []
    for w, word in enumerate(words):
        if w:
            good.append((" ",))
            every.append((" ",))
        for i, syllable in enumerate(word):
            fine = {form for option in options for form in option[w][i]}
            good.append(_longest_first(fine))
            every.append(_longest_first(fine | _half_copied(fine, set(copied(syllable)))))
    return tuple(every), tuple(good)


# The last syllable says which endings may follow; a vowel before -ი is the stem's.
_ANY_ENDING = lazy_pattern(
    f"(?:(?<![აეიოუ]){_AFTER_CONSONANT}|(?<=[აეიოუ]){_AFTER_VOWEL}|{_DERIVED})(?![ა-ჰ])"
)


def _half_copied(fine: set[str], copies: set[str]) -> set[str]:
    """Return the copies of a syllable and what has the right initial with -ნგ copied after it: ცინგ."""
    heads = {form for form in fine if form.endswith("ნ")}
    copied_ng = any(copy.endswith("ნგ") for copy in copies)
    return copies | ({head + "გ" for head in heads} if copied_ng else set())


@lru_cache(maxsize=1024)
def _stems(name: str, practice: str, kind: str) -> tuple[_Stems, dict[str, tuple[str, Spelling]]]:
    """Return the stems of a name's spellings, each with the endings that may follow it, and the spellings."""
    forms: dict[str, tuple[str, Spelling]] = {}
    kind = kind or kind_of(name)
    own = transliterate(name, practice, kind=kind)
    listed = [
        *((own, Spelling.OWN) for _once in range(bool(own))),
        *((form, Spelling.ACCEPTED) for form in spellings(name, kind=kind)),
        *((form, Spelling.COPIED) for form in letter_by_letter(name, kind=kind)),
    ]
    for form, spelling in listed:
        forms.setdefault(_stem(form), (form, spelling))
    for form, spelling in tuple(forms.values()):
        given = form.rpartition(" ")[2]
        if given != form and len(given) >= _GIVEN_ALONE:
            forms.setdefault(_stem(given), (given, spelling))
    if not forms:
        return (), {}
    consonant = [stem for stem in forms if stem[-1] not in _VOWELS]
    vowel = [stem for stem in forms if stem[-1] in _VOWELS]
    copies = [stem for stem in forms if forms[stem][1] is Spelling.COPIED]
    cut = [stem[:-1] for stem in vowel if stem[-1] in "აე" and len(stem) > _SHORTEST_CUT]
    for stem in cut:
        forms.setdefault(stem, forms[stem + "ა"] if stem + "ა" in forms else forms[stem + "ე"])
    return tuple(
        (stem, endings)
        for stems, endings in (
            (consonant, _CONSONANT_ENDING),
            (vowel, _VOWEL_ENDING),
            (cut, _TRUNCATED_ENDING),
            (copies, _DERIVED_ENDING),
        )
        for stem in _longest_first(stems)
    ), forms


_CONSONANT_ENDING, _VOWEL_ENDING, _TRUNCATED_ENDING, _DERIVED_ENDING = (
    lazy_pattern(f"{endings}(?![ა-ჰ])") for endings in (_AFTER_CONSONANT, _AFTER_VOWEL, _TRUNCATED, _DERIVED)
)


def _longest_first(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(forms, key=len, reverse=True))


def _stem(form: str) -> str:
    """The nominative without its ending; a name in a true -ი (ვან ი) has none."""
    word = form.rpartition(" ")[2]
    return form[:-1] if len(word) > 2 and form.endswith("ი") and form[-2] not in _VOWELS else form
