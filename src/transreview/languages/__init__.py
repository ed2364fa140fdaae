"""What the tool knows of languages: a file or folder for each, and `pairs/` for two together."""

from __future__ import annotations

from transreview.languages.identification import Identification, identify
from transreview.languages.language import Language, Span
from transreview.languages.pairs import LanguagePair, pair
from transreview.languages.registry import known_languages, language

__all__ = [
    "Identification",
    "Language",
    "LanguagePair",
    "Span",
    "identify",
    "known_languages",
    "language",
    "pair",
]
