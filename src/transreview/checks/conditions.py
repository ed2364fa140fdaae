"""Conditions on the language pair, for `Check.applies`: no check speaks of a language it does not know."""

from __future__ import annotations

from collections.abc import Callable

from transreview.languages import pair
from transreview.languages.language import Language

Condition = Callable[[Language, Language], bool]

HAN_SCRIPTS = frozenset({"Hani", "Hans", "Hant", "Jpan", "Kore"})


def target_is(*codes: str) -> Condition:
    """Hold when the target language is one of these."""
    return lambda _source, target: target.code in codes


def target_grammar(grammar: str) -> Condition:
    """Hold when the checks of this grammar are true for the target language."""
    return lambda _source, target: target.grammar == grammar


def grammars(of_source: str, of_target: str) -> Condition:
    """Hold when the checks of these two grammars are true for the language pair."""
    return lambda source, target: source.grammar == of_source and target.grammar == of_target


def target_written_in(script: str) -> Condition:
    """Hold when the target language is written in this script first of all."""
    return lambda _source, target: target.scripts[:1] == (script,)


def names_transliterated(source: Language, target: Language) -> bool:
    """Hold when it is known how names of the source are spelled in the target."""
    return bool(pair(source.code, target.code).transliteration)


def target_without_script(*scripts: str) -> Condition:
    """Hold when the target language is known, and known to be written in none of these scripts."""
    return lambda _source, target: bool(target.scripts) and not set(scripts) & set(target.scripts)


def target_known(_source: Language, target: Language) -> bool:
    """Hold when the scripts of the target language are known."""
    return bool(target.scripts)


def narrow_target(_source: Language, target: Language) -> bool:
    """Hold when the target language is known not to use full-width punctuation."""
    return bool(target.scripts) and not target.full_width


def spaced_target(_source: Language, target: Language) -> bool:
    """Hold when the target language separates words by spaces."""
    return bool(target.scripts) and target.spaced


def both_count(source: Language, target: Language) -> bool:
    """Hold when the numbers of both languages can be read."""
    return _counts(source) and _counts(target)


def _counts(language: Language) -> bool:
    return bool(language.quantities("17"))
