"""Gettext for the program's own words, so that the interface can speak other languages."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"
DOMAIN = "transreview"
VARIABLE = "TRANSREVIEW_UI_LANG"

# What gettext asks, in its order; the variable of our own comes first.
_ENVIRONMENT = (VARIABLE, "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def languages() -> list[str]:
    """Return the languages that the interface speaks, English first."""
    return ["en", *sorted(place.parent.parent.name for place in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))]


def _wished() -> list[str]:
    """Return the languages that the environment asks for, best first."""
    for name in _ENVIRONMENT:
        value = os.environ.get(name, "")
        if value:
            return [part for part in value.split(":") if part]
    return []


def _catalog_of(wished: Iterable[str]) -> gettext.NullTranslations:
    """Return the first catalog there is; English words stand in the code, so it needs none."""
    known = []
    for tag in wished:
        name = tag.split(".")[0].replace("-", "_")
        if name.split("_")[0].lower() in {"en", "c", "posix"}:
            break
        known.append(name)
    if not known:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, localedir=LOCALES, languages=known, fallback=True)


_catalog = _catalog_of(_wished())


def language() -> str:
    """Return the language that is spoken now."""
    return _catalog.info().get("language", "en")


def _tell_click() -> None:
    """Let click's own words ("Usage", "Options") come from our catalog: it asks gettext's default domain."""
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()  # what gettext's functions look at, and a process of ours inherits


def use(tag: str | None) -> None:
    """Speak a language from now on; modules that are imported already keep their words.

    Args:
        tag: Of the language ("ka", "zh-CN"); None for what the environment asks for.
    """
    global _catalog  # noqa: PLW0603 - the one catalog of the process
    _catalog = _catalog_of([tag] if tag else _wished())
    _tell_click()


def _(message: str) -> str:
    """Return `message` in the interface's language."""
    return _catalog.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that fits `count`, in the interface's language."""
    return _catalog.ngettext(singular, plural, count)
