"""What the tool knows of languages: a file or folder for each, and `pairs/` for two together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transreview.languages.language import Language, Span
from transreview.languages.pairs import LanguagePair, pair
from transreview.languages.registry import known_languages, language
from transreview.lazy_names import lazy_names

if TYPE_CHECKING:
    from transreview.languages.identification import Identification, identify

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

__getattr__ = lazy_names(__name__, {"Identification": "identification", "identify": "identification"})
