"""Sides: what the aligner has to know of the units of one language."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transreview.alignment.signals.latin import latin_tokens
from transreview.alignment.signals.layout import kind_tokens, marker_tokens
from transreview.alignment.signals.marks import mark_tokens
from transreview.alignment.signals.numbers import number_tokens
from transreview.alignment.tokens import Floats, TokenTable
from transreview.model.unit import Unit


@dataclass(slots=True)
class Side:
    """The units of one language with their lengths and tokens."""

    units: Sequence[Unit]
    language: str
    lengths: Floats
    tokens: TokenTable

    @classmethod
    def of(cls, units: Sequence[Unit], language: str) -> Side:
        """Read the units.

        Args:
            units: Paragraphs or sentences in order.
            language: BCP 47 tag.
        """
        lengths = np.array([_length(unit.text) for unit in units], np.float64)
        tokens = TokenTable.build((_tokens(unit, language) for unit in units), len(units))
        return cls(units, language, lengths, tokens)


def _length(text: str) -> int:
    """Return the characters of a text without blanks: layout must not count."""
    return sum(not character.isspace() for character in text)


def _tokens(unit: Unit, language: str) -> dict[str, set[str]]:
    """Return what a unit holds, by channel."""
    text = unicodedata.normalize("NFKC", unit.text)
    return {
        "number": number_tokens(text, language),
        "latin": latin_tokens(text),
        "mark": mark_tokens(unit.text),
        "marker": marker_tokens(unit),
        "kind": kind_tokens(unit),
    }
