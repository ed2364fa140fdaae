"""Letters that are taken for one another, vowels that are lost, and "is" said twice (მაღალიაა)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.confusions import CONFUSED, NEAR
from transreview.languages.georgian.grammar.near_words import everyday_form, near_word
from transreview.languages.georgian.grammar.outnumbered import has_many_forms, likelier, outnumbered
from transreview.languages.georgian.grammar.preverbs import PREVERBS
from transreview.languages.georgian.grammar.slips_of_keys import (
    verb_without_a_slip,
    without_its_double_syllable,
)
from transreview.languages.georgian.grammar.verb_spelling import (
    adverb_with_a_letter,
    cut_short,
    misspelt_verb,
    other_preverbs,
    verb_with_a_letter,
    verb_with_another,
)
from transreview.languages.georgian.grammar.verbs import listed_verbs
from transreview.languages.georgian.grammar.words import Word
from transreview.languages.georgian.word_forms import (
    forms_among,
    forms_with_a_letter,
    forms_with_another_letter,
    is_form,
    is_word,
)
from transreview.languages.georgian.words import LONGEST_WORD
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_SHORTEST = 5
_SHORTEST_LOST = 8
# Letters of which one is often right in names, so that only short words are looked at.
_LONGEST_WITH_G = 7
# Verbs are too many to be all known: of words with their endings nothing is said.
_VERBS = ("ავს", "ებს", "ობს", "ამს", "იან", "ენ", "დება", "ება", "დებოდა", "ბოდა", "ვია", "ეტს", "ნდა")
_FIRST_LOST, _LAST_LOST = 4, 2
# A verb's beginning up to the mark of its person: a vowel of version behind it makes another verb of it
# (მოგვყევი "follow us", მოგვიყევი "tell us").
_PERSON = lazy_pattern("(?:და|გა|გადა|გადმო|გამო|მი|მო|შე|შემო|აღ|წა|წამო|ჩა|ჩამო)(?:გვ|გ|მ|ვ)")
_ADJECTIVE_COPULA = lazy_pattern("[ა-ჰ]{3,}(?:ალ|ელ|ულ|ურ|ილ|იან|იდ|დიდ|არ|ებრივ)იაა")


def misspelt(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield unknown words that one other letter, or one vowel more, makes known ones."""
    for word in words:
        text = word.text
        if not is_misspelt(text) or word.gap.startswith("("):
            continue  # of one or more: გასაღებ(ებ)ი
        if _says_is_twice(text):
            yield Fault(word.start, word.end, FaultKind.DOUBLE_COPULA, text[:-1])
            continue
        right = _often_wrong(text) or ("" if is_word(text) else _surely(text))
        likely = right or _outnumbered(text) or _likely(text) or near_word(text) or ""
        yield Fault(word.start, word.end, FaultKind.LETTER, likely, sure=bool(right))


@lru_cache(maxsize=1 << 16)
def is_misspelt(word: str) -> bool:
    """Whether a word says "is" twice, or is unknown and one letter makes it known."""
    if not ("ა" <= word[0] <= "ჰ") or "-" in word or len(word) > LONGEST_WORD:
        return False
    if _says_is_twice(word) or _often_wrong(word):
        return True
    if len(word) < _SHORTEST:
        known = is_word(word) or word in _SHORT_GOOD
        return len(word) == _SHORTEST - 1 and not known and near_word(word) is not None
    if is_word(word):
        return bool(_outnumbered(word))
    if word.startswith(_GOOD) or _names_an_action(word):
        return False
    if word.endswith("ენ") and is_form(f"{word[:-2]}ს"):
        return False  # of many, where the dictionary has one: აჯილდოებენ
    if word.endswith(_OF_YOU) and _is_of_an_aorist(word):
        return False
    return bool(mended(word) or _verb_or_place(word) or _likely(word)) or near_word(word) is not None


# What is said to you of what is done once, and that you should do it: დახარე, გამოთვალო.
_OF_YOU = ("ე", "ეთ", "ო", "ოთ")


def _is_of_an_aorist(word: str) -> bool:
    """Whether a word is the second person of a verb whose third person the dictionary has: დახარა."""
    stem = word.removesuffix("თ")[:-1]
    if not is_form(f"{stem}ა") or is_form(f"{stem}ას"):
        return False
    return stem.startswith(PREVERBS) or any(is_form(stem + ending) for ending in ("ეს", "ოს", "ონ"))


_ACTION = lazy_pattern("([ა-ჰ]{3,}?)(?:ა|ის|ას|ით|ად|ისა|ასა|ისთვის|ისგან|ისკენ|ასთან|იდან|ამდე|აზე|აში)")


def _names_an_action(word: str) -> bool:
    """Whether a word names what is done, of a verb known with other preverbs: ჩადგმისთვის, დართვის."""
    match = _ACTION.fullmatch(word)
    return match is not None and other_preverbs(f"{match[1]}ა") > 1


def _surely(word: str) -> str:
    """Return what an unknown word surely stands for, empty where that is not sure."""
    return mended(word) or _verb_or_place(word) or (everyday_form(word) if len(word) >= _SHORTEST else "")


def _verb_or_place(word: str) -> str:
    return misspelt_verb(word) or cut_short(word)


def _likely(word: str) -> str:
    """Return what an unknown word likely stands for."""
    return (
        completed(word)
        or _with_is(word)
        or _of_many(word)
        or _like_many(word)
        or verb_with_a_letter(word)
        or verb_with_another(word)
        or adverb_with_a_letter(word)
        or verb_without_a_slip(word)
    )


def _like_many(word: str) -> str:
    """Return a long word with ღ for its გ, or the other way, where that has many forms: საზგვარი."""
    if len(word) <= _LONGEST_WITH_G or word.startswith(_GOOD) or not ("გ" in word or "ღ" in word):
        return ""
    stem = _CASES.sub("", word, count=1)
    others = [
        f"{word[:place]}{'ღ' if letter == 'გ' else 'გ'}{word[place + 1 :]}"
        for place, letter in enumerate(stem)
        if place and letter in "გღ"
    ]
    found = [form for form in forms_among(others) if has_many_forms(form[: len(stem)])]
    return found[0] if len(found) == 1 else ""


def _of_many(word: str) -> str:
    """Return an unknown verb with -თ, of many or one spoken to politely, in -ტ, an adverb in -ათ."""
    if word.endswith("ათ") and is_form(f"{word[:-1]}დ") and is_form(f"{word[:-2]}ი"):
        done = is_form(word[:-1]) and not is_form(f"{word[:-2]}მა")  # what you do: გარდაქმნათ
        return "" if done else f"{word[:-1]}დ"  # ხშირათ
    return f"{word[:-1]}თ" if word.endswith(_IN_T) and len(word) > _SHORTEST and is_form(word[:-1]) else ""


_IN_T = ("ოტ", "ებტ")


def _with_is(word: str) -> str:
    """Return the right form of an unknown adjective that says "is": ცნობლია for ცნობილია, საჭირია."""
    if not word.endswith("ია") or len(word) < _SHORTEST_WITH_IS:
        return ""
    if is_form(f"{word[:-2]}ოა") and not is_form(word[:-1]):
        return f"{word[:-2]}ოა"
    right = mended(word[:-1]) or completed(word[:-1]) or likelier(word[:-1], word[:-2])
    known = right.endswith(_ADJECTIVES) and forms_among(
        (f"{right[:-1]}მა", f"{right[:-1]}ად", f"{right[:-1]}ები")
    )
    return f"{right}ა" if known else ""


_SHORTEST_WITH_IS = 7
_ADJECTIVES = ("ული", "ური", "ილი", "ალი", "ელი", "ანი", "არი", "ივი", "იერი", "ებრივი")


def _outnumbered(word: str) -> str:
    if word.endswith(_VERBS) or not is_word(word):
        return ""
    return outnumbered(word, _CASES.sub("", word, count=1))


@cache
def _beginnings() -> dict[str, list[tuple[str, str]]]:
    """Return the beginnings that are often written wrong with the right ones, by their first letters."""
    text = (files(__package__) / "data" / "misspellings.txt").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            wrong, right = line.split(maxsplit=1)
            found.setdefault(wrong[:_FIRST_LETTERS], []).append((wrong, right))
    return found


@cache
def _slips() -> dict[str, str]:
    """Return the right form of each whole word that is often written wrong and stands in the dictionary."""
    text = (files(__package__) / "data" / "slips.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {wrong: right for right, *slips in rows for wrong in slips}


# The beginnings are looked up by so many letters, which each has.
_FIRST_LETTERS = 3


def _often_wrong(word: str) -> str:
    """Return the right form of a word that is often written wrong; nothing of others."""
    if word in _slips():
        return _slips()[word]
    if "ცყ" in word or "წხ" in word:  # no word has these
        right = word.replace("ცყ", "წყ").replace("წხ", "ცხ")
        return right if is_word(right) else ""
    if right := without_its_double_syllable(word):
        return right
    for wrong, right in _beginnings().get(word[:_FIRST_LETTERS], ()):
        if wrong[-1] == "=":
            if word == wrong[:-1]:
                return right
        elif word.startswith(wrong):
            return right + word[len(wrong) :]
    return ""


def _says_is_twice(word: str) -> bool:
    """Whether an adjective that says "is" has another -ა, or a verb that needs none: მაღალიაა, ვითარდებაა."""
    if not word.endswith("აა"):
        return False
    return _ADJECTIVE_COPULA.fullmatch(word) is not None or _is_verb_with_is(word[:-1])


def _is_verb_with_is(word: str) -> bool:
    """Whether a known word in -ა is a verb, and no name of an action, which has other cases."""
    if len(word) < _SHORTEST or not is_form(word):
        return False
    if word in listed_verbs():
        return not is_form(f"{word}ს") and not is_form(f"{word[:-1]}ები")  # უკავიაა
    if word.endswith("ია"):
        return is_form(f"{word[:-1]}ეს") and is_form(f"{word[:-1]}ოს")
    other_cases = (f"{word}ს", f"{word[:-1]}ის", f"{word[:-1]}ები", f"{word}მ")
    return word.endswith("ება") and not forms_among(other_cases)


_CASES = lazy_pattern(
    "(?:ების|ებს|ებმა|ებით|ებში|ებზე|ები|თან|ისთვის|ისგან|იდან|იანი|ის|ით|ში|ზე|მა|ად|ი|ს)$"
)
_PREVERBS = ("მი", "მო", "გა", "და", "შე", "წა", "ჩა", "აღ")
_SHORTEST_STEM, _SHORTEST_NOUN = 4, 6


def _is_long_enough(word: str) -> bool:
    """Whether a word has enough letters of its own not to be like another by chance (კიმთან, ქიმთან)."""
    if len(word) < _SHORTEST_NOUN:
        return word.startswith(_PREVERBS)
    return len(_CASES.sub("", word, count=1)) >= _SHORTEST_STEM


@lru_cache(maxsize=1 << 14)
def mended(word: str) -> str:
    """Return the one known form that a confusable letter or a lost vowel makes of an unknown word.

    Nothing where there is none, or more than one: names are unknown too.
    """
    if word.endswith("იან"):  # bare before a dative: შეღავათიან
        whole = mended(f"{word}ი")
        return whole[:-1] if whole and is_form(whole) else ""
    action = word.endswith("ება")  # the name of an action, or a verb
    if (word.endswith(_VERBS) and not action) or word.startswith(_GOOD) or not _is_long_enough(word):
        return ""
    # A short stem may be another word by its first letter: პანდების is no ფანდების.
    is_long = len(_CASES.sub("", word, count=1)) > _SHORTEST_STEM
    places = (
        place
        for place, letter in enumerate(word)
        if (len(word) <= _LONGEST_WITH_G or letter not in "გღ") and (place or is_long)
    )
    found = set(forms_with_another_letter(word, CONFUSED, places))
    if action:
        found = {form for form in found if is_form(f"{form[:-1]}ის") and is_form(f"{form}ს")}
    elif not found and len(word) >= _SHORTEST_LOST:
        found = set(
            forms_among(
                f"{word[:place]}{vowel}{word[place:]}"
                for place in range(_FIRST_LOST, len(word) - _LAST_LOST)
                if word[place] not in VOWELS
                and word[place - 1] not in VOWELS
                and not _PERSON.fullmatch(word, 0, place)
                for vowel in "აეიოუ"
            )
        )
    return found.pop() if len(found) == 1 else ""


# Good words that the dictionary has not, and that are like others it has.
_GOOD = (
    "ინგლიშ", "მომყვებ", "რელიზ", "ბიტურ", "გემბლინგ", "კალენდრულ", "ბუნდოვნებ", "იღონ", "ბოტი", "ბოტებ",
    "გეზებ", "დირექტორიებ", "შემტევ", "მეკავშირე", "გაცალკევ", "აგნებ", "გამცემებ",
    "პროექტორ", "ეფექტორ", "ინიცირ", "ხილულობ", "ნეირონ", "ტრანშ", "მეილ", "ინტერვიკ", "ეზარებ",
)  # fmt: skip
_SHORT_GOOD = frozenset(("შრის", "შრეს", "ვშლი"))
_SHORTEST_DROPPED, _SHORTEST_PART = 7, 5
# What stands behind the stem of a noun, the longest first; "" is the stem alone.
_NOUN_ENDINGS = (
    "ებისთვის", "ებიდან", "ებზე", "ებში", "ებით", "ების", "ებს", "ებმა", "ები", "ისთვის", "იდან", "ასთან",
    "აში",
    "აზე", "ის", "ით", "ას", "ამ", "მა", "ზე", "ში", "ს", "ი", "ა", "ე", "ო", "მ",
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def completed(word: str) -> str:
    """Return the one known noun that a lost letter makes of an unknown word (თანამშომელი).

    A form counts as known where another form of the same noun is known too, so that chance has no part.
    """
    if not _SHORTEST_DROPPED <= len(word) <= _LONGEST or word.startswith(_GOOD) or "ეებ" in word:
        return ""
    if word.endswith("ოდ"):  # უდანაშულოდ, how it is of უდანაშაულო
        whole = completed(word[:-1])
        return f"{whole}დ" if whole and is_form(f"{whole}დ") else ""
    kind = word.endswith("ია") and len(word) > _SHORTEST_KIND  # ინდუსტრია; shorter ones are "is"
    if (right := _with_a_doubled_vowel(word)) or (
        word.endswith(_FINITE) and not kind and not word.endswith(_OF_NOUNS_IN_A)
    ):
        return right
    ending = next((end for end in _NOUN_ENDINGS if word.endswith(end)), "")
    if not ending:
        return ""
    # An ergative in -მა may be a nominative in -ა: პროგრამა; what is behind -ას a stem in -ა.
    return _with_a_letter(word, ending, kind=kind) or (
        _with_a_letter(word, ending[-1], kind=kind) if ending in ("მა", "ას") else ""
    )


# A word known with so many other preverbs is that of a verb which goes with this one too.
_OF_A_VERB = 3
_DOUBLED = lazy_pattern("(?P<preverb>და|გა|გადა|ჩა|წა)(?P<rest>[ა-ჰ]{4,}ება)")


def _with_a_doubled_vowel(word: str) -> str:
    """Return the known action whose preverb has lost the vowel behind it: დავადება for დაავადება."""
    match = _DOUBLED.fullmatch(word)
    if match is None:
        return ""
    right = f"{match['preverb']}{match['preverb'][-1]}{match['rest']}"
    return right if is_form(right) and is_form(f"{right}ს") else ""


# Cases of nouns in -ა that verbs may end in too.
_OF_NOUNS_IN_A = ("ობას", "ლოას", "ოას")


def _with_a_letter(word: str, ending: str, *, kind: bool) -> str:
    """Return the one known noun with this ending that a lost letter makes of a word."""
    stem = word[: len(word) - len(ending)]
    if len(stem) < _SHORTEST_PART:
        return ""
    fuller = forms_with_a_letter(word, range(2, len(stem) + 1))
    found = {form for form in fuller if _has_forms(form[: -len(ending)], ending)}
    if kind:
        found = {form for form in found if is_form(f"{form}ს") and is_form(f"{form[:-1]}ის")}
    right = found.pop() if len(found) == 1 else ""
    if not right and not found:
        right = _by_like_sound(word, ending)
    # დაბეგრა is a verb beside დაბეგვრა; ინგლიში a name beside ინგლისში.
    by_chance = right.endswith(("ვა", "ვრა", "სში")) and not word.endswith(("ვა", "ვრა"))
    return "" if by_chance or (right and other_preverbs(word) >= _OF_A_VERB) else right


def _by_like_sound(word: str, ending: str) -> str:
    """Return the one known noun that a letter of a sound near it makes of an unknown word (ხელშეგრულება)."""
    if ending in ("ო", "ე"):
        return ""  # verbs end so
    stem = len(word) - len(ending)
    found = {
        form
        for form in forms_with_another_letter(word, NEAR, range(1, stem))
        if _has_forms(form[:stem], ending)
    }
    return found.pop() if len(found) == 1 else ""


_SHORTEST_KIND = 7
# Endings of verbs, which are too many to be all known.
_FINITE = (*(ending for ending in _VERBS if ending != "ება"), "ია", "ნა", "სა", "ტა", "ლა", "ოს", "ეს")
_LONGEST = 20


def _has_forms(stem: str, ending: str) -> bool:
    """Whether two more forms of a noun are known; of an adjective it and how something is done."""
    if stem.endswith(("ულ", "ურ")) and is_form(f"{stem}ად"):
        return True
    if ending == "ო" and (stem.startswith("სა") or is_form(f"{stem}ოში") or is_form(f"{stem}ოდ")):
        return True
    others = ("ი", "ის", "მა", "ით", "ები", "ების", "ა", "ას", "ამ", "ე", "ეს")
    known = sum(is_form(stem + other) for other in others if other != ending)
    if known < 2 and len(stem) > _SHORTEST_PART and stem[-2] in VOWELS:  # თანამშრომლის
        known += sum(is_form(f"{stem[:-2]}{stem[-1]}{other}") for other in ("ის", "ები", "ების", "ით"))
    return known > 1
