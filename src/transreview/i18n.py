"""Gettext for the program's own words, so that the interface can speak other languages."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

LOCALE_DIR = Path(__file__).parent / "locale"


@cache
def _catalog() -> gettext.NullTranslations:
    return gettext.translation("transreview", localedir=LOCALE_DIR, fallback=True)


def _(message: str) -> str:
    """Return `message` in the interface's language."""
    return _catalog().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that fits `count`, in the interface's language."""
    return _catalog().ngettext(singular, plural, count)
