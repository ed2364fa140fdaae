"""Checks of foreign names by lists: the country that is meant, and the spelling that print has settled on."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import names_transliterated
from transreview.checks.features import Features
from transreview.checks.pair_modules import names_of
from transreview.i18n import _
from transreview.model.finding import Severity


def _part(features: Features, name: str) -> ModuleType:
    """Return a module of a pair that has it: the checks ask of no other."""
    module = names_of(features.context.pair, name)
    assert module is not None
    return module


def _put_for(replaced: Any, words: str) -> Hit:  # noqa: ANN401 - a record of the pair's own module
    """Return the hit for a name that stands where the source has another; `words` have a place for {name}."""
    name = replaced.source
    return Hit(replaced.start, replaced.end, words.format(name=name.text), expected=name.forms[0])


@segment_check(
    "name.country",
    family="names",
    needs="names_countries",
    severity=Severity.WARNING,
    mqm="accuracy/mistranslation",
    explanation="The translation names another country than the source.",
    good=("日本的出口下降。", "იაპონიის ექსპორტი შემცირდა."),
    bad=("日本的出口下降。", "ჩინეთის ექსპორტი შემცირდა."),
    applies=names_transliterated,
)
def other_country(features: Features) -> Iterator[Hit]:
    """Report the one country that stands where the source has another."""
    for replaced in _part(features, "world").replaced_nations(features.source_prose, features.target_prose):
        yield _put_for(replaced, _("The source speaks of another country: {name}"))


@segment_check(
    "name.replaced",
    family="names",
    needs="names_countries",
    severity=Severity.INFO,
    mqm="accuracy/mistranslation",
    explanation="The translation names another city or person than the source.",
    good=("莫斯科下雪了。", "მოსკოვში მოთოვა."),
    bad=("莫斯科下雪了。", "კიევში მოთოვა."),
    applies=names_transliterated,
)
def other_name(features: Features) -> Iterator[Hit]:
    """Report the one city or person that stands where the source has another."""
    source, target = features.source_prose, features.target_prose
    replaced = list(_part(features, "world").replaced_names(source, target))
    strangers = _part(features, "strangers")
    for one in replaced or strangers.strangers(source, target):
        yield _put_for(one, _("The source has another name: {name}"))


@segment_check(
    "name.settled",
    family="names",
    needs="names_countries",
    severity=Severity.INFO,
    mqm="terminology/inconsistent-use-of-terminology",
    explanation="A foreign name is spelled otherwise than Georgian print has settled on.",
    good=("特朗普来了。", "ტრამპი ჩამოვიდა."),
    bad=("特朗普来了。", "თრამპი ჩამოვიდა."),
    applies=names_transliterated,
)
def unsettled_spelling(features: Features) -> Iterator[Hit]:
    """Report the words that are like a settled name, and are not it."""
    for unusual in _part(features, "world").unusual_spellings(features.source_prose, features.target_prose):
        yield Hit(
            unusual.start,
            unusual.end,
            _("“{name}” is usually spelled otherwise").format(name=unusual.source.text),
            expected=unusual.right,
        )


CHECKS = (other_country, other_name, unsettled_spelling)
