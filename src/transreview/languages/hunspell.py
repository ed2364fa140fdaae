"""Hunspell dictionaries of the system, for languages whose words this program has no list of.

Dictionaries are looked for where programs and people put them; the library that reads them (chunspell)
is installed with `transreview[spelling]`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock

from transreview.languages.tags import parse_tag
from transreview.lazy_patterns import lazy_pattern

_SYSTEM = (
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
_NAME = lazy_pattern(r"([a-z]{2,3})(?:[_-]([A-Za-z0-9]+))*")


def folders() -> Iterator[Path]:
    """Yield the folders of dictionaries: those of DICPATH, the user's, the system's."""
    for part in os.environ.get("DICPATH", "").split(os.pathsep):
        if part:
            yield Path(part)
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    yield Path(home) / "hunspell"
    yield Path.home() / "Library" / "Spelling"
    yield from map(Path, _SYSTEM)


def dictionaries() -> dict[str, Path]:
    """Return name ("en_US") → path without an ending of every dictionary; of two the first found wins."""
    found: dict[str, Path] = {}
    for folder in folders():
        try:
            names = sorted(folder.glob("*.dic"))
        except OSError:
            continue
        for path in names:
            if path.with_suffix(".aff").is_file() and _NAME.fullmatch(path.stem):
                found.setdefault(path.stem.replace("-", "_"), path.with_suffix(""))
    return found


def dictionary_of(tag: str) -> Path | None:
    """Return the dictionary that suits a language tag best: its own region's, the main one, any."""
    parsed = parse_tag(tag)
    code, named = parsed.language, dictionaries()
    wanted = (tag.replace("-", "_"), f"{code}_{code.upper()}", code, f"{code}_US")
    for name in wanted:
        if name in named:
            return named[name]
    return next((path for name, path in sorted(named.items()) if name.split("_")[0] == code), None)


class Hunspell:
    """One dictionary, asked from any thread.

    Args:
        path: The dictionary without an ending.

    Raises:
        ImportError: The library is not installed.
    """

    def __init__(self, path: Path) -> None:
        import hunspell

        self._words = hunspell.Hunspell(path.name, hunspell_data_dir=str(path.parent))
        self._lock = Lock()
        self._met: dict[str, bool] = {}

    def known(self, word: str) -> bool:
        """Whether the dictionary has the word."""
        found = self._met.get(word)
        if found is None:
            with self._lock:
                found = self._met[word] = bool(self._words.spell(word))
        return found

    def suggestions(self, word: str) -> list[str]:
        """Return words like it, the likeliest first."""
        with self._lock:
            return [str(one) for one in self._words.suggest(word)]


@cache
def loaded(path: Path) -> Hunspell:
    """Return a dictionary, read once."""
    return Hunspell(path)
