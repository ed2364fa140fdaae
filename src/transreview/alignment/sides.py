"""Sides: the units of one language, cut into the pieces that the search works on.

Whatever is to be aligned, sentences are what the search aligns: a paragraph that was merged, torn or
cut short shows it in its sentences, and so does a unit that should be one sentence and holds two.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transreview.alignment.tokens import Floats, Ints
from transreview.languages import language as language_of
from transreview.languages.language import Language
from transreview.model.unit import Unit

_CLAUSE_END = re.compile(r"[;；:：,，、]\s*|\s[–—]\s|——|\n")
# A sentence so many times as long as the typical one is cut further, if it has so many characters.
_OVERLONG, _SHORT = 4, 60


@dataclass(slots=True)
class Side:
    """The units of one language and their sentences, here called pieces.

    Attributes:
        units: Paragraphs or sentences in order.
        pieces: The sentences of all units; a unit without any is a piece of its own.
        folded: The same with compatibility forms folded (full-width digits and letters).
        first: First piece of each unit, and the number of pieces at the end.
        language: What is known of the language.
        lengths: Characters of each piece, a run of blanks counted once: layout must not count.
    """

    units: Sequence[Unit]
    pieces: list[str]
    folded: list[str]
    first: Ints
    language: Language
    lengths: Floats

    @classmethod
    def of(cls, units: Sequence[Unit], language: str) -> Side:
        """Read the units.

        Args:
            units: Paragraphs or sentences in order.
            language: BCP 47 tag.
        """
        known = language_of(language)
        pieces, first = _cut(units, known)
        folded = [unicodedata.normalize("NFKC", piece) for piece in pieces]
        lengths = np.array([len(" ".join(piece.split())) for piece in pieces], np.float64)
        return cls(units, pieces, folded, np.array(first, np.int32), known, lengths)

    def on_first(self, tokens: Sequence[set[str]]) -> list[set[str]]:
        """Return tokens of units as tokens of their first pieces."""
        placed: list[set[str]] = [set() for _ in self.pieces]
        for piece, found in zip(self.first[:-1].tolist(), tokens, strict=True):
            placed[piece] = found
        return placed

    def edges(self) -> list[set[str]]:
        """Return for each piece whether it begins its paragraph and whether it ends it."""
        number = np.repeat([unit.paragraph for unit in self.units], np.diff(self.first))
        changes = np.ones(len(number) + 1, bool)
        changes[1:-1] = number[1:] != number[:-1]
        return [
            {"first" if begins else "later", "last" if ends else "earlier"}
            for begins, ends in zip(changes[:-1].tolist(), changes[1:].tolist(), strict=True)
        ]


def _cut(units: Sequence[Unit], language: Language) -> tuple[list[str], list[int]]:
    """Return the sentences of all units, and the number of the first of each unit."""
    cuts: list[list[str]] = []
    for unit in units:
        spans = language.sentences(unit.text)
        cuts.append([unit.text[start:end] for start, end in spans] if len(spans) > 1 else [unit.text])
    typical = statistics.median(len(piece) for cut in cuts for piece in cut) if cuts else 0
    limit = max(_OVERLONG * typical, _SHORT)
    pieces: list[str] = []
    first = [0]
    for cut in cuts:
        for sentence in cut:
            pieces += _clauses(sentence, limit) if len(sentence) > limit else [sentence]
        first.append(len(pieces))
    return pieces, first


def _clauses(sentence: str, limit: float) -> list[str]:
    """Cut what no full stop divides: at semicolons and commas, into pieces of up to `limit` if there are any.

    A text whose full stops were lost may have to be aligned with a dozen sentences.
    """
    pieces, start, end = [], 0, 0
    for match in _CLAUSE_END.finditer(sentence):
        if match.end() - start > limit and end > start:
            pieces.append(sentence[start:end])
            start = end
        end = match.end()
    if len(sentence) - start > limit and end > start:
        pieces.append(sentence[start:end])
        start = end
    return [*pieces, sentence[start:]] if sentence[start:].strip() else pieces
