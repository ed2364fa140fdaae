"""The categories of MQM data: the typologies of the public sets, and how one name is known by another.

Sources: Freitag et al. (2021), Experts, Errors, and Context, table 1, and Google's files of each year since
(github.com/google/wmt-mqm-human-evaluation); MQM-Core 2.0 (themqm.org); Kocmi et al. (2024), Error Span
Annotation, whose rows have a severity and no category.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from transreview.model.rating import Rating

CATEGORIES: dict[str, tuple[str, ...]] = {
    "Accuracy": (
        "Addition",
        "Creative Reinterpretation",
        "Do not translate",
        "Gender Mismatch",
        "Mistranslation",
        "Omission",
        "Overtranslation",
        "Source language fragment",
        "Undertranslation",
        "Untranslated",
        "Untranslated text",
    ),
    "Fluency": (
        "Breaking",
        "Character encoding",
        "Display",
        "Grammar",
        "Inconsistency",
        "Nonsensical",
        "Punctuation",
        "Register",
        "Spelling",
        "Text-Breaking",
        "Unintelligible",
    ),
    "Terminology": (
        "Inappropriate",
        "Inappropriate for context",
        "Inconsistent",
        "Inconsistent use",
        "Inconsistent use of terminology",
        "Inconsistent with terminology resource",
        "Wrong term",
    ),
    "Style": (
        "Archaic or obscure word choice",
        "Awkward",
        "Awkward style",
        "Bad sentence structure",
        "Inconsistent style",
        "Inconsistent with external reference",
        "Language register",
        "Organization style",
        "Organizational style",
        "Register",
        "Third-party style",
        "Unidiomatic style",
        "Unnatural or awkward",
    ),
    "Locale convention": (
        "Address format",
        "Currency format",
        "Date format",
        "Measurement format",
        "Name format",
        "Number format",
        "Shortcut key",
        "Telephone format",
        "Time format",
    ),
    "Linguistic convention": (
        "Character encoding",
        "Grammar",
        "Punctuation",
        "Spelling",
        "Textual conventions",
        "Unintelligible",
    ),
    "Design and markup": (
        "Character formatting",
        "Layout",
        "Link/cross-reference",
        "Markup tag",
        "Missing text",
        "Truncation or expansion",
        "Truncation/text expansion",
    ),
    "Audience appropriateness": (
        "Culture-specific reference",
        "End-user suitability",
        "Offensive",
    ),
    "Error": (),
    "ESA": (),
    "Gender": (),
    "Other": (),
    "Source error": (),
    "Source issue": (),
    "Non-translation": (),
    "No-error": (),
}


@lru_cache(maxsize=4096)
def folded(category: str) -> str:
    """Return a category in the one spelling that names are compared in.

    The sets differ in capitals, hyphens, plurals of the first level, and Google's closing "!".
    """
    name = re.sub(r"[-_ ]+", " ", category.strip().rstrip("!").lower()).replace(" / ", "/")
    top, slash, sub = name.partition("/")
    return top.replace(" conventions", " convention") + slash + sub


_KNOWN = {folded(top) for top in CATEGORIES} | {
    folded(f"{top}/{sub}") for top, subs in CATEGORIES.items() for sub in subs
}


def is_known(category: str) -> bool:
    """Whether a category belongs to a typology; an empty one does: ESA marks errors without."""
    return not category.strip() or folded(category) in _KNOWN


def known_prefix(category: str) -> bool:
    """Whether a category begins at least one that is known ("Fluency", "Non-translation")."""
    start = folded(category)
    return bool(start) and any(name == start or name.startswith(f"{start}/") for name in _KNOWN)


def mapped(ratings: Sequence[Rating], mapping: Mapping[str, str]) -> list[Rating]:
    """Return the rows with a team's own categories under the names they stand for.

    Args:
        ratings: Rows as they were read.
        mapping: Own name → name of a typology, in any spelling of the own name.
    """
    names = {folded(own): known for own, known in mapping.items()}
    return [
        replace(rating, category=names[folded(rating.category)])
        if folded(rating.category) in names
        else rating
        for rating in ratings
    ]
