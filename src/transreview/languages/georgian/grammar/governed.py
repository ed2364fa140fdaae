"""Nouns in another form than the verb beside them governs: კონფერენციაზე დაესწრო, შესაძლებლობას ისარგებლა."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from transreview.languages.georgian.grammar.clauses import case_of, is_noun, listed
from transreview.languages.georgian.grammar.noun_cases import NOMINATIVE, noun_case
from transreview.languages.georgian.grammar.subjects import bounds_of_clause, is_ergative, may_belong
from transreview.languages.georgian.grammar.verbs import people
from transreview.languages.georgian.grammar.words import Word, is_bare_adjective, text_between
from transreview.languages.grammar_fault import Fault, FaultKind


class _Asked(NamedTuple):
    """What a verb asks: the endings that go with it, those that are taken for them, the noun of its turn."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    turn: str


@cache
def _rows() -> list[tuple[str, _Asked]]:
    text = (files(__package__) / "data" / "governed.txt").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            right, wrong, verbs = (part.split() for part in line.split("|"))
            for verb in verbs:
                turn, _, stem = verb.rpartition("_")
                rows.append((stem, _Asked(tuple(right), tuple(wrong), turn)))
    return rows


@cache
def _stems() -> tuple[str, ...]:
    return tuple(stem.removesuffix("=") for stem, _asked in _rows())


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(stem[:_BEGINNING] for stem in _stems())


_BEGINNING = 3


@lru_cache(maxsize=1 << 15)
def _asked_by(word: str) -> tuple[_Asked, ...]:
    bare = word.removeprefix("ვ")  # ველოდებით
    if not bare.startswith(_stems()) or word.endswith("ად") or noun_case(word):
        return ()
    whole = f"{bare}="
    return tuple(asked for stem, asked in _rows() if stem == whole or bare.startswith(stem))


def governs(word: str) -> bool:
    """Whether a word asks for a noun in one form, as far as is listed."""
    return word.removeprefix("ვ")[:_BEGINNING] in _beginnings() and bool(_asked_by(word))


def governed(words: Sequence[Word], index: int) -> Iterator[Fault]:
    """Yield the noun beside a verb that stands in another form than the verb governs.

    Args:
        words: Words of a text.
        index: Which of them is the verb.
    """
    first, end = bounds_of_clause(words, index)
    for asked in _asked_by(words[index].text):
        for at in (_place_before(words, index, first, asked), _place_behind(words, index, end, asked)):
            if at < 0 or not _is_ill(words[at].text, asked):
                continue
            if words[index].text.removeprefix("ვ").startswith(_TALKS) and words[at].text.endswith("ზე"):
                continue  # ესაუბრა ამ საკითხზე
            others = [words[place].text for place in range(first, end + 1) if place != at]
            if words[at].text.endswith("თან") and "ერთად" in others:
                continue  # მოადგილესთან ერთად ეწვია
            if any(_has(word, asked.right) for word in others):
                continue
            # A nominative behind its verb may be who acts.
            if at > index and _has(words[at].text, "ი") and not any(map(is_ergative, others)):
                continue
            yield Fault(words[at].start, words[at].end, FaultKind.CASE, sure=False)
            return


def _place_before(words: Sequence[Word], index: int, first: int, asked: _Asked) -> int:
    """Return the place of the noun before a verb that it may govern, -1 where there is none."""
    at = index - 1
    if asked.turn:
        if at < first or words[at].text != asked.turn:
            return -1
        at -= 1
    least = max(first, at - _MOST_BETWEEN)
    while at > least and text_between(words, at) and _may_stand_between(words[at].text):
        at -= 1
    return -1 if at < first or not text_between(words, at) else at


def _place_behind(words: Sequence[Word], index: int, end: int, asked: _Asked) -> int:
    """Return the place of the noun right behind a verb, its own words passed over, -1 where there is none."""
    if (asked.turn and (not index or words[index - 1].text != asked.turn)) or may_belong(words[index].text):
        return -1  # განსხვავებულ ენებზე: no verb
    at = index + 1
    while at <= min(end, index + 2) and text_between(words, at - 1) and _is_own(words[at].text):
        at += 1
    if at > end or not text_between(words, at - 1):
        return -1
    together = at < end and words[at + 1].text == "ერთად"
    return -1 if together else at


def _is_own(word: str) -> bool:
    return word in ("ამ", "იმ", "თავის") or may_belong(word) or is_bare_adjective(word)


def _is_ill(word: str, asked: _Asked) -> bool:
    ill = _has(word, asked.wrong) and not _has(word, asked.right)
    return ill and _may_be_governed(word, asked)


_MOST_BETWEEN = 3
_TALKS = ("ესაუბრ", "გაესაუბრ", "ელაპარაკ", "დაელაპარაკ")


def _may_stand_between(word: str) -> bool:
    """Whether a word is no noun in a case that a verb may govern: an adverb, an object in the nominative."""
    if word in listed("subject"):
        return False
    plain = case_of(word) in ("-", "Nom") and noun_case(word) in ("", NOMINATIVE)
    return plain or word in listed("staying")


def _may_be_governed(word: str, asked: _Asked) -> bool:
    if word.startswith(tuple(listed("time"))) or not noun_case(word):
        return False
    if "ად" in asked.right:
        return _is_office(word)
    return is_noun(word)


def _is_office(word: str) -> bool:
    """Whether a noun in another case is somebody's office."""
    return any(f"{word.removesuffix(ending)}{last}" in people() for ending in _OF_OFFICES for last in "იე")


_OF_OFFICES = ("ით", "ში", "ზე", "თი")
# What each ending looks like at the end of a word; the dative is no genitive and has no postposition.
_SHAPES = {"ით": ("ით", "თი", "ითა", "ითაც"), "ად": ("ად", "დ"), "თვის": ("თვის", "თვისაც")}
_DATIVES = frozenset(("მას", "მათ", "ერთმანეთს", "რომელსაც", "რომლებსაც", "ვისაც", "რასაც"))


def _has(word: str, endings: Sequence[str]) -> bool:
    return any(_ends(word, ending) for ending in endings)


def _ends(word: str, ending: str) -> bool:
    if ending == "ს":
        if word in _DATIVES:
            return True
        return (
            word.endswith(("ს", "სა", "საც"))
            and not word.endswith(("ის", "ისა", "თვის"))
            and noun_case(word) != ""
        )
    if ending == "ი":
        return word.endswith(("ი", "ა")) and noun_case(word) == "Nom"
    return word.endswith((*_SHAPES.get(ending, (ending, f"{ending}ა", f"{ending}აც", f"{ending}ც")),))
