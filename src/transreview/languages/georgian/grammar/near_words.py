"""Unknown words that are a known noun but for one letter: lost in a short one, swapped, too many, another.

Only nouns and adjectives of which the dictionary has many forms count, so that a name or a new word is
seldom like one by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.confusions import CONFUSED, NEAR
from transreview.languages.georgian.grammar.outnumbered import has_more_than
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.verb_spelling import other_preverbs
from transreview.languages.georgian.word_forms import (
    LETTERS,
    forms_among,
    forms_with_a_letter,
    forms_with_another_letter,
    is_form,
)
from transreview.lazy_patterns import lazy_pattern

_OF_MANY = lazy_pattern("([ა-ჰ]{6,}[^აეიოუ])ებ(?:ი|ს|მა|ის|ში|ზე|თან)")
_OF_ONE = ("ი", "მა", "ის")
_ENDING = lazy_pattern(
    "(?:ების|ებს|ებმა|ებში|ებით|ებზე|ებიდან|ებთან|ები|ისთვის|იდან|ასთან|ამდე|ის|ით|ში|ზე|მა|ად|ი|ს|მ)$"
)
# Endings before which a stem in -ა has lost it.
_WITHOUT_A_WORDS = """
ის ით ისთვის იდან ასთან ამდე ები ების ებს ებში ებით ებმა ებზე ებიდან ებთან
"""
_WITHOUT_A = frozenset(_WITHOUT_A_WORDS.split())
# More forms than these are many; fewer do for a short word that may have lost a letter.
_MANY, _SOME = 7, 4
_SHORT = range(4, 8)
_SHORTEST_CONFUSED, _SHORTEST_SWAPPED, _SHORTEST_NEAR, _SHORTEST_FULLER, _SHORTEST_OTHER = 5, 6, 8, 8, 9
_COMMON_LENGTHS, _SHORTEST_COMMON = range(4, 14), 5
# Longer forms are known by chance one time in some hundreds, so that others of the noun must be known too.
_LONGEST_BY_ITSELF = 12
_SHORTEST_STEM, _SHORTEST_LONG_STEM, _LONG_STEM = 4, 6, 8
_OF_VERBS = ("ოს", "ებს", "ობს", "ავს", "ამს", "ეს", "ენ")
# Endings of participles and of what others say, which may stand behind any verb or word.
_OTHER_WORDS = ("ადი", "ად", "ო")
# Names and new words that are like others by chance.
_NAMES_WORDS = """
ინგლიშ ქეშ დამზღვევ რელიზ ბიტურ გემბლინგ კალენდრულ ბუნდოვნებ მაკრო ბინარ აპი აპებ ანება კიმთან კიმმა
ფუტიან იპარებ ჩატენილ ქარგავ განსჯიდ ფანრებ მომყვებ
"""
_NAMES = tuple(_NAMES_WORDS.split())
# Cases of nouns in a vowel and -ი: ჩაიდან.
_IN_I = lazy_pattern("[ა-ჰ]*[აეოუ]ი(?:დან|სთვის|სგან|სკენ|სთან|ში|ზე|ს|მ|თ|თი|მდე|ც)")
_OTHERS = {letter: [other for other in LETTERS if other != letter] for letter in LETTERS}

# A longer run of letters is no word, and all that is a letter away from it takes gigabytes.
_LONGEST_WORD = 40


@lru_cache(maxsize=1 << 14)
def near_word(word: str) -> str | None:
    """Return the known form that an unknown word is but for one letter, empty where there are several.

    Args:
        word: A word that no dictionary has.

    Returns:
        None where there is none.
    """
    if len(word) > _LONGEST_WORD or word.startswith(_NAMES) or _IN_I.fullmatch(word):
        return None
    if word[-1:] == "თ" and is_form(word[:-1]) and not is_form(f"{word[:-1]}ში"):
        return None  # of many: უგულებელყოთ
    if (many := _OF_MANY.fullmatch(word)) is not None and all(is_form(many[1] + one) for one in _OF_ONE):
        return None  # of a noun that is known in the singular: დამრღვევებს
    if other_preverbs(word):
        return None  # of a verb that is known with another preverb: გადაციებული beside გაციებული
    plain = not word.endswith(_OTHER_WORDS)
    ways: tuple[tuple[bool, Callable[[str], Iterator[str]]], ...] = (
        (word[-1] == word[-2:-1], _without_its_double),
        (len(word) >= _SHORTEST_CONFUSED, partial(_with_a_like_letter, others=CONFUSED, first=0)),
        (len(word) == _SHORTEST_CONFUSED - 1, _with_a_like_letter_within),
        (len(word) >= _SHORTEST_NEAR, partial(_with_a_like_letter, others=NEAR, first=1)),
        (len(word) in _COMMON_LENGTHS, _common_words_near),
        (len(word) >= _SHORTEST_COMMON - 1, _common_forms_near),
        (len(word) in _SHORT, _with_a_letter),
        (len(word) >= _SHORTEST_FULLER, _with_a_letter_within),
        (len(word) >= _SHORTEST_SWAPPED, _with_two_swapped),
        (len(word) >= _SHORTEST_FULLER and plain, _without_a_letter),
        (len(word) >= _SHORTEST_OTHER and plain, _with_another),
    )
    for fits, way in ways:
        if fits and (found := set(way(word))):
            return found.pop() if len(found) == 1 else ""
    if word.endswith(_WITH_IS) and (bare := near_word(word[:-1])):
        return f"{bare}ა"
    return None


# "Is" behind a noun in a vowel: მოსწავალეა.
_WITH_IS = ("ეა", "ოა", "აა", "ია")


def _with_a_like_letter(word: str, others: Mapping[str, Sequence[str]], first: int) -> Iterator[str]:
    """Yield the forms with a letter that is taken for one of the word's: უთქრა for უთხრა."""
    # A short stem may be another word by its first letter: პასების is no ფასების.
    if len(_stem_and_ending(word)[0]) < _SHORTEST_STEM and word != _stem_and_ending(word)[0]:
        first = 1
    yield from forms_with_another_letter(word, others, range(first, len(word)))


def _with_a_like_letter_within(word: str) -> Iterator[str]:
    """Yield the nouns with a letter that is taken for one within a word of few letters: ჭიკა."""
    forms = forms_with_another_letter(word, CONFUSED, range(1, len(word)))
    return (form for form in forms if _has_many_forms(form, _SOME))


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """Return the common words by what each is without one of its letters."""
    text = (files(__package__) / "data" / "common_words.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    words = {word for row in rows for word in row if len(word) >= _SHORTEST_COMMON}
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words):
        for shorter in {word, *_shorter(word)}:
            found[shorter] = (*found.get(shorter, ()), word)
    return found


def _shorter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _common_words_near(word: str) -> Iterator[str]:
    """Yield the common words that a word is a letter away from: one less, one more, two swapped."""
    common = _common_words()
    for shorter in (word, *_shorter(word)):
        for one in common.get(shorter, ()):
            if word.startswith(one):
                continue  # what others say: შეუძლიაო
            if len(one) == len(word) and not (_are_swapped(word, one) or _differ_within(word, one)):
                continue
            yield one


def _are_swapped(word: str, other: str) -> bool:
    """Whether two neighbours of a word stand the other way round in another one."""
    apart = [at for at, letter in enumerate(word) if letter != other[at]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and word[apart[0]] == other[apart[1]]


def _differ_within(word: str, other: str) -> bool:
    """Whether a long word has one other letter than another, neither its first nor one of its last two."""
    apart = [at for at, letter in enumerate(word) if letter != other[at]]
    return len(word) >= _SHORTEST_FULLER and len(apart) == 1 and 0 < apart[0] < len(word) - 2


@cache
def _common_stems() -> frozenset[str]:
    text = (files(__package__) / "data" / "common_stems.txt").read_text(encoding="utf-8")
    return frozenset(stem for line in text.splitlines() if not line.startswith("#") for stem in line.split())


@cache
def _common_beginnings() -> frozenset[str]:
    return frozenset(stem[:_SHORTEST_COMMON_STEM] for stem in _common_stems())


_SHORTEST_COMMON_STEM, _SHORTEST_SURE = 3, 7
_ENDINGS_OF_COMMON_WORDS = """
ა აა ად ამ ამდე ას ასთან აში აზე დ დან ე ეა ედან ემ ემდე ეს ესთან ეში ეზე ი ია იდან ის ისა ისგან ისთვის
ისკენ ით მ მა მდე ს სა სგან სთან სთვის სკენ ში ზე თან თი ები ებად ებამდე ებთან ებით ებიდან ებისგან
ებისთვის ების ებმა ებს ებში ებზე
"""
_ENDINGS_OF_COMMON = frozenset(("", *_ENDINGS_OF_COMMON_WORDS.split()))


def everyday_form(word: str) -> str:
    """Return the form of an everyday noun or adjective that an unknown word surely is.

    Args:
        word: A word that no dictionary has.

    Returns:
        The form that is a letter away; empty where there is none, or more than one.
    """
    found = set(_common_forms_near(word))
    if len(found) != 1:
        return ""
    form = found.pop()
    if len(form) == len(word) and not (_are_swapped(word, form) or _is_like(word, form)):
        return ""
    # A short word that lacks a letter may be another one, or a name.
    return form if len(word) >= _SHORTEST_SURE or len(form) == len(word) else ""


def _is_like(word: str, other: str) -> bool:
    """Whether the letters in which two words differ are taken for one another."""
    pairs = ((one, two) for one, two in zip(word, other, strict=True) if one != two)
    return all(two in (*CONFUSED.get(one, ()), *NEAR.get(one, ())) for one, two in pairs)


def without_double(word: str) -> str | None:
    """Return the everyday word that a word is without one of two like letters: ძაალიან.

    Args:
        word: A word that the dictionary has; its lists were collected from the web, slips among them.

    Returns:
        None where there is none, or where the two letters may meet: თამაშში, შეეძლო, საწარმოო.
    """
    for match in _DOUBLED.finditer(word):
        head, tail = word[: match.start() + 1], word[match.start() + 1 :]
        if not match.start() or match.end() == len(word) or head in PREVERBS:
            continue
        if tail in _ENDINGS_OF_COMMON or tail.startswith("ებ"):
            continue
        shorter = f"{head}{tail[1:]}"
        if shorter in _common_words() and shorter in _common_words()[shorter]:
            return shorter
        if _is_of_common_stem(shorter) and not _is_of_common_stem(word):
            return shorter
    return None


_DOUBLED = lazy_pattern(r"([ა-ჰ])\1")


def _common_forms_near(word: str) -> Iterator[str]:
    """Yield the forms of everyday nouns that have a letter more, or two the other way round: აჩევნების."""
    # Where no such noun begins as the word does, the slip is at its beginning.
    last = len(word) if word[:_SHORTEST_COMMON_STEM] in _common_beginnings() else _SHORTEST_COMMON_STEM
    swapped = {
        f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        for at in range(1, min(last, len(word) - 1))
        if word[at] != word[at + 1]
    }
    forms = {*forms_among(swapped), *forms_with_a_letter(word, range(1, last))}
    if len(word) >= _SHORTEST_OTHER_COMMON:
        forms.update(_with_another_letter_of_a_stem(word))
    found = [form for form in forms if len(form) >= _SHORTEST_COMMON and _is_of_common_stem(form)]
    # მომსახურეების, ათწევრიან; a bare stem, or a form that the dictionary lacks: აპლიკაციები
    if found and not ("ეებ" in word or word.endswith("იან") or _is_of_common_stem(word)):
        yield from found


_SHORTEST_OTHER_COMMON = 6


@cache
def _letters_of_stems() -> dict[str, str]:
    """Return the letters that everyday stems have in a gap: მ of პაცი_ნტ and the others like it."""
    found: dict[str, str] = {}
    for stem in _common_stems():
        for at in range(1, len(stem) if len(stem) >= _SHORTEST_COMMON else 0):
            gap = f"{stem[:at]}_{stem[at + 1 :]}"
            found[gap] = found.get(gap, "") + stem[at]
    return found


def _with_another_letter_of_a_stem(word: str) -> Iterator[str]:
    """Yield the forms of everyday nouns that have one other letter in their stem: მაღასია."""
    letters = _letters_of_stems()
    for size in range(_SHORTEST_COMMON, len(word) + 1):
        for at in range(1, size):
            for letter in letters.get(f"{word[:at]}_{word[at + 1 : size]}", ""):
                form = f"{word[:at]}{letter}{word[at + 1 :]}"
                near = len(word) >= _SHORTEST_FULLER or letter in NEAR.get(word[at], ())
                if near and form != word and is_form(form):
                    yield form


def _is_of_common_stem(word: str) -> bool:
    """Whether a word is an everyday noun or adjective in some case, with a clitic or without."""
    stems = _common_stems()
    return any(
        one[:size] in stems and one[size:] in _ENDINGS_OF_COMMON and not _has_two_vowels(one, size)
        for one in {word, word.removesuffix("ც")}
        for size in range(_SHORTEST_COMMON_STEM, len(one) + 1)
    )


def _has_two_vowels(word: str, stem: int) -> bool:
    """Whether an ending in a vowel that is no plural and no "is" stands behind a stem in -ო: დროაზე."""
    rest = word[stem:]
    return word[stem - 1] == "ო" and rest[:1] in _VOWELS and rest != "ა" and not rest.startswith("ებ")


_VOWELS = frozenset(VOWELS)


# Behind these a vowel or the mark of a person makes another verb: მაბრუნებს, მოაბრუნებს.
_BEGINNINGS = frozenset(
    preverb + mark
    for preverb in ("", "გარდა", *PREVERBS)
    for mark in ("", "ვ", "გ", "მ", "გვ", "ი", "ა", "ე", "უ", "ვი", "ვუ", "ვა", "მი", "გი", "გვი", "მა", "გა")
)
_OF_PERSONS = frozenset("ვგმსჰიაეუნდ")
_LAST = 3


def _with_a_letter_within(word: str) -> Iterator[str]:
    """Yield the forms that a long word has lost a letter of, behind its beginning: პარამეტებს."""
    if "ეებ" in word or len(_stem_and_ending(word)[0]) < _SHORTEST_STEM:
        return  # მომსახურეების, ყრისთვის
    for form in set(forms_with_a_letter(word, range(2, len(word)))):
        at = next(at for at, letter in enumerate(form) if at >= len(word) or word[at] != letter)
        verb = form[: at + 1] in PREVERBS or (form[at] in _OF_PERSONS and form[:at] in _BEGINNINGS)
        if at < len(form) - _LAST and not verb:
            if len(form) <= _LONGEST_BY_ITSELF or has_more_than(_stem_and_ending(form)[0], 1):
                yield form
        elif form.endswith(_LONG_ENDINGS) and _has_many_forms(form):
            yield form


# Endings within which a letter may be lost: დახმარებისთვს.
_LONG_ENDINGS = ("ისთვის", "სთვის")


def _has_many_forms(form: str, most: int = _MANY) -> bool:
    stem, ending = _stem_and_ending(form)
    if len(stem) < 2:
        return False
    return has_more_than(stem, most) or (ending in _WITHOUT_A and has_more_than(f"{stem}ა", most))


def _stem_and_ending(form: str) -> tuple[str, str]:
    match = _ENDING.search(form)
    return (form[: match.start()], match[0]) if match is not None else (form, "")


def _without_its_double(word: str) -> Iterator[str]:
    """Yield a verb whose last letter stands twice: დაისვენოსს."""
    right = word[:-1]
    if right.endswith(_OF_VERBS) and is_form(right) and not is_form(f"{right}ი"):
        yield right


def _with_a_letter(word: str) -> Iterator[str]:
    """Yield the nouns that a short word has lost a letter of: წყლი."""
    most = _MANY if len(word) == _SHORT[0] else _SOME
    for form in set(forms_with_a_letter(word, range(1, len(word)))):
        if word.endswith(_stem_and_ending(form)[1]) and _has_many_forms(form, most):
            yield form


_PRESENTS = ("ავს", "ამს", "ობს", "ევს")


def _with_two_swapped(word: str) -> Iterator[str]:
    """Yield the nouns of which two letters stand the other way round: გევრდი."""
    stem = len(_stem_and_ending(word)[0])
    if "ეებ" in word or word.endswith(_PRESENTS) or (stem == len(word) > _SHORTEST_SWAPPED):
        return  # მომსახურეების; დანერგავს beside დანერგვას
    last = len(word) - 1 if len(word) == _SHORTEST_SWAPPED else stem
    swapped = {
        f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        for at in range(last)
        if word[at] != word[at + 1]
    }
    most = _MANY if len(word) == _SHORTEST_SWAPPED else _SOME
    for form in forms_among(swapped):
        if len(_stem_and_ending(form)[0]) >= _SHORTEST_STEM and _has_many_forms(form, most):
            yield form


def _without_a_letter(word: str) -> Iterator[str]:
    """Yield the nouns that have one letter less: შესანბამისი."""
    if word.endswith("დი") or "ისშვილ" in word or "იელ" in word:
        return  # verbs; ბატონისშვილი, მაკედონიელი
    # A vowel behind another one may be a verb's own: გარდაექმნა.
    places = (at for at in range(2, len(word) - 1) if not (word[at] in "ეუ" and word[at - 1] == "ა"))
    # A vowel more may be another noun (დემოკრატიები), and what ends as a verb does a verb: გაამარტივებს.
    longest = 0 if word.endswith("ებს") or _ENDING.search(word) is None else len(word)
    shorter = {word[:at] + word[at + 1 :]: at for at in places}
    for form in forms_among(shorter):
        at = shorter[form]
        stem = len(_stem_and_ending(form)[0])
        most = _SOME if _LONG_STEM <= stem < longest and word[at] not in _VOWELS else _MANY
        if stem >= _SHORTEST_LONG_STEM and _has_many_forms(form, most):
            yield form


def _with_another(word: str) -> Iterator[str]:
    """Yield the nouns that have one other letter in their stem: ალფორითმი."""
    stem = len(_stem_and_ending(word)[0])
    if stem < _SHORTEST_LONG_STEM or word.endswith("ლოგია") or "ეებ" in word:
        return
    stem -= 1 if word[:stem].endswith("ობ") else 0  # ქვრივობის beside ქვრივების
    for form in forms_with_another_letter(word, _OTHERS, range(1, stem - 1)):
        if _has_many_forms(form):
            yield form
