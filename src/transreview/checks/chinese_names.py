"""Checks of Chinese names in Georgian: no copy of the English spelling, and one spelling a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from transreview.checks.check import Hit, segment_check
from transreview.checks.comparison import Use
from transreview.checks.conditions import names_transliterated
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity, Side
from transreview.model.glossary import TermKind

if TYPE_CHECKING:
    from transreview.checks.environment import Environment
    from transreview.languages.chinese.names import Name
    from transreview.languages.pairs.chinese_georgian import Occurrence


@segment_check(
    "name.translit",
    family="names",
    needs="chinese_names",
    severity=Severity.WARNING,
    mqm="locale-conventions/name-format",
    explanation="A Chinese name is copied letter by letter from its English spelling.",
    good=("厦门市", "ქალაქი სიამენი"),
    bad=("厦门市", "ქალაქი ქიამენი"),
    applies=names_transliterated,
)
def copied_name(features: Features) -> Iterator[Hit]:
    """Report names in a copied spelling, with the one of the team's practice; the glossary goes first."""
    if features.is_empty:
        return
    named = {name.text: name for name in features.chinese_names if not _is_term(features, name)}
    for name in named.values():
        for place in spellings_in(features, name):
            if place.spelling != "copied":
                continue
            forms = _in_its_case(features, name, place)
            yield Hit(
                place.start,
                place.end,
                _("“{name}” is copied from the English spelling").format(name=name.text),
                expected=" | ".join(forms),
                fix=Fix(place.start, place.end, forms[0]) if len(forms) == 1 else None,
                confidence=name.confidence,
            )


@segment_check(
    "name.missing",
    family="names",
    needs="chinese_names",
    severity=Severity.INFO,
    mqm="accuracy/omission",
    explanation="A Chinese name of the source stands in no known spelling in the translation.",
    good=("河北省与河南省相邻。", "ხებეის პროვინცია ხენანის პროვინციას ესაზღვრება."),
    bad=("河北省与河南省相邻。", "ხენანის პროვინცია ხენანის პროვინციას ესაზღვრება."),
    applies=names_transliterated,
)
def missing_name(features: Features) -> Iterator[Hit]:
    """Report sure names that the translation has neither well nor badly spelt, nor in Latin letters."""
    if features.is_empty:
        return
    for name in {name.text: name for name in features.chinese_names}.values():
        if name.confidence < _SURE or _is_term(features, name) or spellings_in(features, name):
            continue
        if _LATIN.search(features.target) or any(name.text.startswith(sign) for sign in _FOR_THE_STATE):
            continue
        yield Hit(
            name.start,
            name.end,
            _("The translation has no known spelling of “{name}”").format(name=name.text),
            expected=_own_spelling(features, name),
            side=Side.SOURCE,
            confidence=name.confidence,
        )


_SURE = 0.8
_LATIN = lazy_pattern("[A-Za-z]{3,}")
_FOR_THE_STATE = (
    "北京",
    "台湾",
    "台灣",
    "香港",
    "澳门",
    "澳門",
)  # named for their governments, or by other words


def _in_its_case(features: Features, name: Name, place: Occurrence) -> tuple[str, ...]:
    """Return the team's spelling in the case of the copied one; the nominative where that has none."""
    from transreview.languages.georgian.declension import transfer
    from transreview.languages.pairs.chinese_georgian import declension_hints

    own = _own_spelling(features, name)
    if not own:
        return ()
    hints = declension_hints(name.text, kind=name.kind)
    surface = features.target[place.start : place.end]
    following = "".join(features.target[place.end :].split(maxsplit=1)[:1])
    moved = transfer(place.form, surface, own, from_hints=hints[:1], to_hints=hints, following=following)
    return moved.candidates or (own,)


def _is_term(features: Features, name: Name) -> bool:
    """Whether the glossary has this name: then its form is the business of the terms' checks."""
    return any(
        match.start <= name.start and name.end <= match.end
        for use in features.term_uses
        for match in use.source
    )


def _own_spelling(features: Features, name: Name) -> str:
    from transreview.languages.pairs.chinese_georgian import transliterate

    return transliterate(name.text, features.context.settings.name_practice, kind=name.kind)


def spellings_in(features: Features, name: Name) -> list[Occurrence]:
    """Return where a Chinese name stands in the translation, however it is spelt."""
    from transreview.languages.pairs.chinese_georgian import occurrences

    return occurrences(name.text, features.target, features.context.settings.name_practice, kind=name.kind)


def spelled(features: Features) -> Iterator[Use]:
    """Yield how the translation spells the Chinese names of the source, by the last word of each.

    What is wrong by itself is left out: it is told as such, and is no other way of spelling the name.
    """
    if features.is_empty:
        return
    for name in {name.text: name for name in features.chinese_names}.values():
        for place in spellings_in(features, name):
            if _is_wrong(features, name, place):
                continue
            yield Use(
                thing=name.text,
                choice=place.form.split()[-1],
                start=place.start,
                end=place.end,
                text=features.target[place.start : place.end],
            )


def _is_wrong(features: Features, name: Name, place: Occurrence) -> bool:
    """Whether the glossary forbids a spelling, or it is a copy of the English one."""
    if any(
        wrong.match.start < place.end and place.start < wrong.match.end
        for use in features.term_uses
        for wrong in use.forbidden
    ):
        return True
    return place.spelling == "copied" and not _is_term(features, name)


def usual_spelling(name: str, counts: Mapping[str, int], environment: Environment) -> str:
    """Return which spelling of a Chinese name the others should be like.

    Args:
        name: In Chinese.
        counts: How often each spelling (its last word) is written; none is no choice.
        environment: Its glossary, or else its practice of writing names, says which one is right; where that
            is written nowhere, the most frequent one is.
    """
    from transreview.languages.pairs.chinese_georgian import transliterate

    if len(counts) == 1:  # nearly always, and asked of every segment that has the name
        return next(iter(counts))
    concepts = environment.glossary.concepts if environment.glossary is not None else ()
    named = (one for one in concepts if any(term.text == name for term in one.of(environment.source.tag)))
    preferred = [term.text for one in named for term in one.of(environment.target.tag, TermKind.PREFERRED)]
    spelling = preferred[0] if preferred else transliterate(name, environment.settings.name_practice)
    right = spelling.split()[-1] if spelling else ""
    return right if right in counts else min(counts, key=lambda form: (-counts[form], form))


CHECKS = (copied_name, missing_name)
