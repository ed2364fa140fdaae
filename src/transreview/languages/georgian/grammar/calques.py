"""Wordings taken from Russian that good Georgian puts otherwise: data/calques.txt, with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from transreview.languages.grammar_fault import Fault, FaultKind


class _Wording(NamedTuple):
    pattern: re.Pattern[str]
    better: str
    source: str


# The longest run of letters that every text with a wording has.
_LITERAL = re.compile("[ა-ჰ]+(?![ა-ჰ?*|])")
_OPTIONAL = re.compile(r"\([^()]*\)\??|\[[^]]*\](?:\{[^}]*\}|[*+?])?")
_GROUP = re.compile(r"\(\?:([^()]*)\)")


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
        wording = _Wording(re.compile(rf"(?<![ა-ჰ])(?:{pattern})(?![ა-ჰ])"), better, source)
        literals = _LITERAL.findall(_OPTIONAL.sub(" ", pattern))
        options = [max(literals, key=len)] if literals else _GROUP.findall(pattern)[0].split("|")
        assert all(_LITERAL.fullmatch(option) for option in options), f"letters of one word: {pattern}"
        anchors += options
        wordings += [wording] * len(options)
    return AhoCorasick(anchors), wordings


def has_letters_of_a_calque(word: str) -> bool:
    """Whether a word has the letters by which some wording is found."""
    return bool(_wordings()[0].find_matches_as_indexes(word))


def calques(text: str) -> Iterator[Fault]:
    """Yield the wordings of a text that the list has.

    Args:
        text: Georgian text.
    """
    finder, wordings = _wordings()
    hits = finder.find_matches_as_indexes(text, overlapping=True)
    for number in dict.fromkeys(hit[0] for hit in hits):
        wording = wordings[number]
        for match in wording.pattern.finditer(text):
            yield Fault(match.start(), match.end(), FaultKind.CALQUE, wording.better, note=wording.source)
