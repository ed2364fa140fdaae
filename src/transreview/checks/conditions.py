"""Conditions on the language pair, for `Check.applies`: no check speaks of a language it does not know."""

from __future__ import annotations

from collections.abc import Callable

from transreview.languages.language import Language

Condition = Callable[[Language, Language], bool]

HAN_SCRIPTS = frozenset({"Hani", "Hans", "Hant", "Jpan", "Kore"})
# Languages whose punctuation is full-width.
WIDE_PUNCTUATION = frozenset({"zh", "ja", "yue", "wuu", "lzh"})


def target_is(*codes: str) -> Condition:
    """Hold when the target language is one of these."""
    return lambda _source, target: target.code in codes


def source_is(*codes: str) -> Condition:
    """Hold when the source language is one of these."""
    return lambda source, _target: source.code in codes


def pair_is(source_code: str, target_code: str) -> Condition:
    """Hold for one language pair."""
    return lambda source, target: source.code == source_code and target.code == target_code


def target_without_script(*scripts: str) -> Condition:
    """Hold when the target language is known, and known to be written in none of these scripts."""
    return lambda _source, target: bool(target.scripts) and not set(scripts) & set(target.scripts)


def target_known(_source: Language, target: Language) -> bool:
    """Hold when the scripts of the target language are known."""
    return bool(target.scripts)


def narrow_target(_source: Language, target: Language) -> bool:
    """Hold when the target language is known not to use full-width punctuation."""
    return bool(target.scripts) and target.code not in WIDE_PUNCTUATION


def spaced_target(_source: Language, target: Language) -> bool:
    """Hold when the target language separates words by spaces."""
    return bool(target.scripts) and target.spaced


def both_count(source: Language, target: Language) -> bool:
    """Hold when the numbers of both languages can be read."""
    return _counts(source) and _counts(target)


def _counts(language: Language) -> bool:
    return bool(language.quantities("17"))
