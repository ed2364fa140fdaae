"""Sides: the units of one language, cut into the pieces that the search works on.

Whatever is to be aligned, sentences are what the search aligns: a paragraph that was merged, torn or
cut short shows it in its sentences, and so does a unit that should be one sentence and holds two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transreview.alignment.tokens import Floats, Ints
from transreview.languages import language as language_of
from transreview.languages.language import Language
from transreview.model.unit import Unit


@dataclass(slots=True)
class Side:
    """The units of one language and their sentences, here called pieces.

    Attributes:
        units: Paragraphs or sentences in order.
        pieces: The sentences of all units; a unit without any is a piece of its own.
        folded: The same with compatibility forms folded (full-width digits and letters).
        first: First piece of each unit, and the number of pieces at the end.
        language: What is known of the language.
        lengths: Characters of each piece without blanks: layout must not count.
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
        pieces: list[str] = []
        first = [0]
        for unit in units:
            spans = known.sentences(unit.text)
            pieces += [unit.text[start:end] for start, end in spans] if len(spans) > 1 else [unit.text]
            first.append(len(pieces))
        folded = [unicodedata.normalize("NFKC", piece) for piece in pieces]
        lengths = np.array([len("".join(piece.split())) for piece in pieces], np.float64)
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
