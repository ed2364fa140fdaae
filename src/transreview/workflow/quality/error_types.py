"""The types and severities of MQM that a person chooses by a letter and a digit, as Google has them.

Freitag et al. 2021, Experts, Errors, and Context (TACL 9).
"""

from __future__ import annotations

from transreview.i18n import _

SEVERITIES = {"1": "minor", "2": "major", "3": "critical", "0": "neutral"}


def error_types() -> dict[str, tuple[str, str]]:
    """Return letter → MQM type and its words in the language of the interface."""
    return {
        "m": ("Accuracy/Mistranslation", _("mistranslation")),
        "o": ("Accuracy/Omission", _("omission")),
        "a": ("Accuracy/Addition", _("addition")),
        "u": ("Accuracy/Untranslated text", _("untranslated")),
        "t": ("Terminology/Inappropriate for context", _("term")),
        "i": ("Terminology/Inconsistent use", _("inconsistent term")),
        "g": ("Fluency/Grammar", _("grammar")),
        "s": ("Fluency/Spelling", _("spelling")),
        "p": ("Fluency/Punctuation", _("punctuation")),
        "r": ("Fluency/Register", _("register")),
        "w": ("Style/Awkward", _("awkward")),
        "l": ("Locale convention/Date format", _("locale")),
        "x": ("Non-translation", _("non-translation")),
        "e": ("Other", _("other")),
    }
