"""Wordings taken from Russian that good Georgian puts otherwise: data/calques.txt, with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from transreview.languages.georgian.words import words_in
from transreview.languages.grammar_fault import Fault, FaultKind
from transreview.lazy_patterns import lazy_pattern


class _Wording(NamedTuple):
    """One wording of the list.

    Attributes:
        pattern: What finds it, compiled when a text may have it.
        better: What good Georgian says.
        source: Where the rule comes from.
        letters: Runs of letters that every text with it has.
    """

    pattern: str
    better: str
    source: str
    letters: tuple[str, ...]


# The longest run of letters that every text with a wording has.
_LITERAL = lazy_pattern("[ა-ჰ]+(?![ა-ჰ?*|])")
_OPTIONAL = lazy_pattern(r"\([^()]*\)\??|\[[^]]*\](?:\{[^}]*\}|[*+?])?")
_GROUP = lazy_pattern(r"\(\?:([^()]*)\)(?![?*{])")


@cache
def _wordings() -> tuple[AhoCorasick, list[_Wording]]:
    """Return what finds in one pass the letters that a wording has, and the wording of each run of them."""
    anchors: list[str] = []
    wordings: list[_Wording] = []
    text = (files(__package__) / "data" / "calques.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, better, source = (part.strip() for part in line.split(" | "))
        literals = _LITERAL.findall(_OPTIONAL.sub(" ", pattern))
        found = rf"(?<![ა-ჰ])(?:{pattern})(?![ა-ჰ])"
        wording = _Wording(found, better, source, tuple(literals))
        options = _rarest(literals, [group.split("|") for group in _GROUP.findall(pattern)])
        assert options, f"letters of one word: {pattern}"
        anchors += options
        wordings += [wording] * len(options)
    return AhoCorasick(anchors), wordings


def _rarest(literals: list[str], groups: list[list[str]]) -> list[str]:
    """Return the runs of letters of which every text with a wording has one: the longest are the rarest."""
    of_letters = [group for group in groups if all(map(_LITERAL.fullmatch, group))]
    return max([*([literal] for literal in literals), *of_letters], key=lambda runs: min(map(len, runs)))


_compiled = cache(re.compile)


class _Suggested(dict[str, tuple[int, ...]]):
    """The numbers of the wordings by whose letters a word may be a part of them."""

    def __missing__(self, word: str) -> tuple[int, ...]:
        hits = _wordings()[0].find_matches_as_indexes(word, overlapping=True)
        numbers = tuple(hit[0] for hit in hits)
        if len(self) < _REMEMBERED:
            self[word] = numbers
        return numbers


_SUGGESTED = _Suggested()
_REMEMBERED = 200_000


def has_letters_of_a_calque(word: str) -> bool:
    """Whether a word has the letters by which some wording is found."""
    return bool(_SUGGESTED[word])


def calques(text: str) -> Iterator[Fault]:
    """Yield the wordings of a text that the list has.

    Args:
        text: Georgian text.
    """
    _finder, wordings = _wordings()
    for number in set(chain.from_iterable(map(_SUGGESTED.__getitem__, words_in(text)))):
        wording = wordings[number]
        if not all(letters in text for letters in wording.letters):
            continue
        for match in _compiled(wording.pattern).finditer(text):
            yield Fault(match.start(), match.end(), FaultKind.CALQUE, wording.better, note=wording.source)
