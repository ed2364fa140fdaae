"""Readers of number words for languages in which tables of words are enough."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from transreview.languages.number_words import Reading, Role, WordReader
from transreview.languages.quantity import QuantityKind


def numbered(words: str, role: Role, first: int = 1, *, idiom: bool = False) -> dict[str, Reading]:
    """Return readings of words that count up; words with one value are separated by "/".

    Args:
        words: "one two/a-pair three".
        role: What they all do.
        first: Value of the first.
        idiom: Whether they could as well be no numbers.
    """
    return {
        word: Reading(role, value, idiom=idiom)
        for value, group in enumerate(words.split(), first)
        for word in group.split("/")
    }


def valued(table: Mapping[str, float], role: Role, *, idiom: bool = False) -> dict[str, Reading]:
    """Return readings of words with a value each; several words for one are separated by blanks."""
    return {
        word: Reading(role, value, idiom=idiom) for words, value in table.items() for word in words.split()
    }


def after(lines: str, kind: QuantityKind) -> dict[str, Reading]:
    """Return readings of units, one a line: the code, then its words; "%" stands for no code."""
    rows = (line.split() for line in lines.strip().splitlines())
    return {
        word: Reading(Role.AFTER, kind=kind, unit="" if code == "%" else code)
        for code, *words in rows
        for word in words
    }


# Letters from which on the name of a month is no other word, so that "november" is one too.
_NO_OTHER_WORD = 7


def reader(
    table: Mapping[str, Reading],
    further: Callable[[str], Reading | None] | None = None,
    *,
    cased: bool = False,
) -> WordReader:
    """Return a reader of a table's words that also takes compounds with hyphens apart.

    Args:
        table: Words in small letters.
        further: What to ask for a word that the table has not.
        cased: Whether short names of months are read only with a capital letter (May, March).
    """

    @lru_cache(maxsize=1 << 14)
    def read(word: str) -> Reading | None:
        lower = word.lower()
        found = table.get(lower) or (further(lower) if further else None)
        if found is None and ("-" in lower or "‐" in lower):
            return _compound(lower.replace("‐", "-").split("-"), read)
        dated = found is not None and found.role in {Role.MONTH, Role.WEEKDAY}
        if dated and cased and word == lower and len(word) < _NO_OTHER_WORD:
            return None
        return found

    return read


def _compound(parts: list[str], read: WordReader) -> Reading | None:
    """twenty-five, two-thirds, five-year-old; other compounds count nothing."""
    first = read(parts[0])
    if first is None or first.role not in {Role.NUMBER, Role.ORDINAL}:
        return None
    second = read(parts[1])
    if second is None:
        return replace(first, idiom=True)
    if second.role in {Role.NUMBER, Role.ORDINAL} and first.value >= 20 and second.value < 10:
        return replace(second, value=first.value + second.value, idiom=False)
    if second.role is Role.PART:
        return Reading(Role.NUMBER, first.value * second.value)
    if second.role is Role.AFTER:
        return replace(first, unit=second.unit or "%", idiom=False)
    return replace(first, idiom=True)
