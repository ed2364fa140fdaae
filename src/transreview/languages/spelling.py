"""Spelling: what says whether a word of a language is known, and which known ones are like it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from transreview.languages.language import Span
from transreview.languages.registry import language
from transreview.languages.scripts import script_runs
from transreview.lazy_patterns import lazy_pattern

WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHORTEST = 3
"""Letters of the shortest word that is looked at."""


@dataclass(frozen=True, slots=True)
class Speller:
    """The spelling of one language.

    Attributes:
        name: What its words come from: "transreview", or the name of a Hunspell dictionary.
        known: Whether a word is known.
        suggestions: Known words like an unknown one, the likeliest first.
    """

    name: str
    known: Callable[[str], bool]
    suggestions: Callable[[str], list[str]]


def speller(tag: str) -> Speller | None:
    """Return the spelling of a language, by its own list or a Hunspell dictionary; None without one."""
    record = language(tag)
    if record.spelling:
        module = import_module(record.spelling)
        return Speller("transreview", module.known, module.suggestions)
    if not record.spaced:
        return None
    from transreview.languages import hunspell

    path = hunspell.dictionary_of(tag)
    if path is None:
        return None
    try:
        words = hunspell.loaded(path)
    except ImportError:
        return None
    return Speller(path.name, words.known, words.suggestions)


def words_of(text: str, tag: str) -> list[Span]:
    """Return the spans of the words whose spelling can be judged: in the language's own script alone."""
    scripts = {*language(tag).scripts[:1]}
    return [
        match.span()
        for match in WORD.finditer(text)
        if len(match[0]) >= SHORTEST and {script for script, _s, _e in script_runs(match[0])} <= scripts
    ]
