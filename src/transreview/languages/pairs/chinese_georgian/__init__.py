"""Chinese names in Georgian: practices, settled forms, and copies of the English spelling."""

from __future__ import annotations

from transreview.languages.pairs.chinese_georgian.homographs import are_two_words
from transreview.languages.pairs.chinese_georgian.occurrences import Occurrence, Spelling, occurrences
from transreview.languages.pairs.chinese_georgian.practices import DEPARTMENT, PRACTICES, PRESS, Practice
from transreview.languages.pairs.chinese_georgian.transliteration import (
    declension_hints,
    letter_by_letter,
    says_twice,
    spellings,
    transliterate,
)

__all__ = [
    "DEPARTMENT",
    "PRACTICES",
    "PRESS",
    "Occurrence",
    "Practice",
    "Spelling",
    "are_two_words",
    "declension_hints",
    "letter_by_letter",
    "occurrences",
    "says_twice",
    "spellings",
    "transliterate",
]
