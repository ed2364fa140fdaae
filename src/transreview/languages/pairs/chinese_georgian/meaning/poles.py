"""The two ends of a comparison or a change in a Chinese text, and the words of a translation for each.

Known by the tables of contrasts, things and parties and by data/poles.txt; where none of them knows a word of
an end, by the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transreview.languages.pairs.chinese_georgian.meaning.contrasts import named_members
from transreview.languages.pairs.chinese_georgian.meaning.things import things_in, written_stems
from transreview.languages.pairs.coverage import counterpart_spans
from transreview.lazy_patterns import lazy_pattern

_WORD = lazy_pattern("[ა-ჰ]+(?:-[ა-ჰ]+)*|[0-9][0-9.,]*%?(?:-[ა-ჰ]+)?|[A-Za-z]+(?:-[ა-ჰ]+)?")
# Behind one of these the word that it belongs to follows.
_OF_ANOTHER = (
    "ის",
    "ოს",
    "ურ",
    "ულ",
    "ური",
    "ული",
    "იან",
    "იანი",
    "ელ",
    "ელი",
    "არ",
    "არი",
    "ო",
    "ალ",
    "ალი",
    "ლაინ",
)
# Of these endings some are no genitives, but receivers and verbs.
_OF_NONE = ("თვის", "ედო", "იდო", "ადო", "ავდო", "გო", "ზო", "ცო")
_LONGEST_PHRASE = 3


class Phrase(NamedTuple):
    """A Georgian word for an end, and the words that it may belong to.

    Attributes:
        start: First character of the first word.
        end: One past its last.
        words: It and the following words, the last of which shows how all of them stand.
        before: The words before it, the nearest first.
        behind: The words behind the last one.
    """

    start: int
    end: int
    words: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]

    def stands(self, *endings: str) -> bool:
        """Whether the word, or one that it belongs to, ends in one of these."""
        return any(word.removesuffix("ც").removesuffix("ა").endswith(endings) for word in self.words)


@cache
def _table() -> tuple[AhoCorasick, list[tuple[str, ...]]]:
    text = (files(__package__) / "data" / "poles.txt").read_text(encoding="utf-8")
    rows = [line.split(" = ") for line in text.splitlines() if line and not line.startswith("#")]
    known = {word: tuple(georgian.split("/")) for chinese, georgian in rows for word in chinese.split("/")}
    return AhoCorasick(list(known), matchkind=MatchKind.LeftmostLongest), list(known.values())


def _named(words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of an end that some table knows, with the beginnings of their Georgian ones."""
    finder, georgian = _table()
    for number, start, end in finder.find_matches_as_indexes(words):
        yield words[start:end], georgian[number]
    for thing in things_in(words):
        yield words[thing.start : thing.end], written_stems(thing)
    for start, end, beginnings in named_members(words):
        yield words[start:end], beginnings


def ends_in(one: str, other: str, target: str) -> tuple[list[Phrase], list[Phrase]]:
    """Return the phrases of a translation for each of two ends, by words that only one of the ends has.

    Args:
        one: Words of the source for the first end.
        other: Words of the source for the second.
        target: The translation.
    """
    known = list(_named(one)), list(_named(other))
    written = list(_WORD.finditer(target))
    first, second = (_places(_own(*sides), written) for sides in (known, known[::-1]))
    if not known[0]:
        first = _by_lexicon(one, target, written) - _whole(second, written)
    if not known[1]:
        second = _by_lexicon(other, target, written) - _whole(first, written)
    first, second = first - second, second - first
    return _phrases(first, written, second), _phrases(second, written, first)


_Known = list[tuple[str, tuple[str, ...]]]


def _own(known: _Known, others: _Known) -> list[str]:
    """Return the beginnings of the words for an end, without those for words that the other end has too."""
    shared = {word for word, _forms in others}
    return [form for word, forms in known if word not in shared for form in forms]


def _places(forms: list[str], written: list[re.Match[str]]) -> set[int]:
    """Return the places of the words that begin so; with = behind it a form is a whole word."""
    if not forms:
        return set()
    beginnings = tuple(form for form in forms if form[-1] != "=")
    whole = {form[:-1] for form in forms if form[-1] == "="}
    words = [match.group() for match in written]
    return {place for place, word in enumerate(words) if word.startswith(beginnings) or word in whole}


def _by_lexicon(words: str, target: str, written: list[re.Match[str]]) -> set[int]:
    spans = set(counterpart_spans(words, target, "zh", "ka"))
    return {place for place, word in enumerate(written) if word.span() in spans}


def _whole(places: set[int], written: list[re.Match[str]]) -> set[int]:
    """Return the places of some words and of those that they belong to."""
    return {place for first in places for place in range(first, _last(first, written, set()))}


def _phrases(places: set[int], written: list[re.Match[str]], others: set[int]) -> list[Phrase]:
    phrases = []
    for place in sorted(places):
        last = _last(place, written, others)
        words = tuple(word.group() for word in written[place:last])
        behind = tuple(word.group() for word in written[last : last + _LONGEST_PHRASE])
        before = tuple(word.group() for word in reversed(written[max(place - _LONGEST_PHRASE, 0) : place]))
        phrases.append(Phrase(*written[place].span(), words, before, behind))
    return phrases


def _last(place: int, written: list[re.Match[str]], others: set[int]) -> int:
    """Return one past the last word that a word belongs to: შანხაის ბინების ფასზე."""
    last = place + 1
    while (
        last < len(written)
        and last - place < _LONGEST_PHRASE
        and last not in others
        and written[last - 1].group().endswith(_OF_ANOTHER)
        and not written[last - 1].group().endswith(_OF_NONE)
    ):
        last += 1
    return last
