"""Datives and genitives side by side: before და they have the emphatic -ა (გაღვივებასა და გაძლიერებას)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.languages.georgian.declension.letters import VOWELS
from transreview.languages.georgian.grammar.modifying import is_modifier, is_transparent
from transreview.languages.georgian.grammar.noun_cases import DATIVE, GENITIVE, NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.postposed_forms import genitive_of_a_dative
from transreview.languages.georgian.grammar.postposition_cases import wants_genitive
from transreview.languages.georgian.grammar.subjects import bounds_of_clause
from transreview.languages.georgian.grammar.verbs import verb_form
from transreview.languages.georgian.grammar.words import Word, text_between
from transreview.languages.georgian.word_forms import is_form
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern

_GENITIVES = ("ის", "ების")
_NO_NOUNS_WORDS = """
დღეს დროს თითქმის ალბათ მის თავის რის ვის მას ამას იმას რას ვისაც მათ არის სანამ წელს
"""
_NO_NOUNS = frozenset(_NO_NOUNS_WORDS.split())


def joins(word: str) -> bool:
    """Whether a word is the conjunction that asks for the vowel before it."""
    return word == "და"


def is_in_s(word: str) -> bool:
    """Whether a word ends as datives and genitives do, alone or with a postposition."""
    return word.endswith(("ს", "სა", "ში", "ზე", "თან"))


def plain_before_and(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the nouns in -ს before და whose partner right behind it is in the same case."""
    for index in [place - 1 for place, word in enumerate(words) if word[0] == "და"]:
        if index < 0 or index + 2 >= len(words):
            continue
        first, second = words[index], words[index + 2]
        if text_between(words, index) and text_between(words, index + 1):
            if not _is_within_an_owner(words, index + 2):
                yield from _unlike(first, second)
            yield from _dative_owner(words, index)
        if not first.text.endswith("ს") or not second.text.endswith("ს"):
            continue
        if not (text_between(words, index) and text_between(words, index + 1)):
            continue
        if first.text in _NO_NOUNS or second.text in _NO_NOUNS:
            continue
        alike = any(case(first.text) and case(second.text) for case in (_is_genitive, _is_dative))
        if (
            alike
            and not any(_is_rather_a_verb(one.text) for one in (first, second))
            and not _joins_two_verbs(words, index + 1)
        ):
            yield Fault(first.start, first.end, FaultKind.COORDINATION, f"{first.text}ა")


def _is_rather_a_verb(word: str) -> bool:
    """Whether a word ends as verbs do, and as a dative without a plural or a genitive: მალავს, შეისწავლის."""
    if word.endswith("ის"):
        return _FUTURE.fullmatch(word) is not None
    return word.endswith(("ავს", "ამს", "ევს", "ობს")) and not is_form(f"{word[:-1]}ები")


_FUTURE = lazy_pattern("(?:გადა|გამო|შემო|ჩამო|წამო|ამო|გა|და|მო|შე|ჩა|წა|მი)[იუ][ა-ჰ]+(?<![ეო]ბ)ის")


def _joins_two_verbs(words: Sequence[Word], joint: int) -> bool:
    """Whether და joins two verbs of its clause, not the nouns beside it: სთხოვს ექიმს და ძმას ელოდება."""
    first, last = bounds_of_clause(words, joint)
    behind = next((at for at in range(joint + 1, last + 1) if verb_form(words[at].text) is not None), None)
    before = next(
        (at for at in range(joint - 1, first - 1, -1) if verb_form(words[at].text) is not None), None
    )
    if before is None or behind is None:
        return False
    return all(words[at].text != "და" for at in range(before, behind) if at != joint)


def _is_within_an_owner(words: Sequence[Word], at: int) -> bool:
    """Whether a place, and behind it the genitive that it belongs to, stand there: ქსელში მუშაობის დროს."""
    following = words[at + 1].text if at + 1 < len(words) and text_between(words, at) else ""
    return words[at].text.endswith(("ში", "ზე", "თან")) and noun_case(following) == GENITIVE


def _unlike(first: Word, second: Word) -> Iterator[Fault]:
    """Yield the first of two nouns, one a genitive and one a dative: აზიისა და აფრიკაში."""
    one, other = first.text, second.text
    if one.endswith(("ისა", "ის")) and noun_case(one) == GENITIVE and noun_case(other) == DATIVE:
        genitive = one.removesuffix("ა")
        if genitive in _NO_NOUNS or (one.endswith("ის") and not other.endswith("ს")):
            return
        yield Fault(first.start, first.end, FaultKind.COORDINATION, sure=one.endswith("ისა"))


def _dative_owner(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield the first of two owners that is a dative: ბამბას და მატყლის ფასი, where it begins a clause."""
    if index + 3 >= len(words) or not text_between(words, index + 2):
        return
    begins = not index or words[index - 1].gap != " "
    first, second, owned = words[index], words[index + 2], words[index + 3].text
    if first.text in _NO_NOUNS or second.text in _NO_NOUNS or not first.text.endswith("ს"):
        return
    if noun_case(first.text) != DATIVE or noun_case(second.text) != GENITIVE:
        return
    if wants_genitive(owned):  # მშვიდობას და უსაფრთხოების შესახებ
        yield Fault(first.start, first.end, FaultKind.COORDINATION, f"{genitive_of_a_dative(first.text)}ა")
    elif begins and _is_owned(owned):
        yield Fault(first.start, first.end, FaultKind.COORDINATION, sure=False)


def _is_owned(word: str) -> bool:
    return noun_case(word) == NOMINATIVE and not is_modifier(word)


def is_owner_before_and(word: str) -> bool:
    """Whether a word may be a genitive as it stands before და."""
    return word.endswith("ისა")


def lone_owners(words: Sequence[Word]) -> Iterator[Fault]:
    """Yield the second of two owners that is no genitive: ბამბისა და მატყლი ფასი."""
    for index in range(len(words) - 3):
        if words[index + 1].text != "და" or not is_owner_before_and(words[index].text):
            continue
        if not all(text_between(words, place) for place in (index, index + 1, index + 2)):
            continue
        second, owned = words[index + 2], words[index + 3].text
        plain = _is_owned(second.text) and not is_transparent(second.text)
        if plain and noun_case(words[index].text) == GENITIVE and _is_owned(owned):
            yield Fault(second.start, second.end, FaultKind.COORDINATION, sure=False)


def _is_genitive(word: str) -> bool:
    if not word.endswith(_GENITIVES) or len(word) < _SHORTEST:
        return False
    stem = word[:-2]
    if noun_case(word) == GENITIVE and not word.endswith("თვის"):
        return True
    return is_form(f"{stem}ა") or (is_form(f"{stem}ი") and (stem.endswith("ებ") or is_form(f"{stem}ები")))


_SHORTEST = 5


def _is_dative(word: str) -> bool:
    stem = word[:-1]
    if word.endswith("ის") or len(stem) < 3:
        return False
    if stem[-1] == "ა" and is_form(stem):
        return True  # გაღვივებას
    return stem[-1] not in VOWELS and is_form(f"{stem}ი") and is_form(f"{stem}ის")
