"""The modules that know two languages together, which checks ask for names, countries and meaning."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import ModuleType

from transreview.languages.pairs import LanguagePair


def meaning_of(pair: LanguagePair) -> ModuleType | None:
    """Return the module that compares what two texts say, None for a pair that has none."""
    return _module(pair.meaning or pair.turned)


def names_of(pair: LanguagePair, part: str = "") -> ModuleType | None:
    """Return the module that knows names of the source in the target language, None for a pair that has none.

    Args:
        pair: The two languages.
        part: Which of its modules: "world" knows countries and cities, "strangers" persons; the
            package itself if empty.
    """
    return _module(pair.transliteration, part)


@cache  # Python's own looks for the package first, each time
def _module(package: str, part: str = "") -> ModuleType | None:
    if not package:
        return None
    return import_module(f"{package}.{part}" if part else package)
