"""Checks of Chinese names in Georgian: no copy of the English spelling, and one spelling a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transreview.checks.check import Hit, segment_check
from transreview.checks.conditions import pair_is
from transreview.checks.facts import Facts
from transreview.i18n import _
from transreview.model.finding import Severity

if TYPE_CHECKING:
    from transreview.languages.chinese.names import Name
    from transreview.languages.pairs.chinese_georgian import Occurrence


@segment_check(
    "name.translit",
    family="names",
    severity=Severity.WARNING,
    mqm="locale-conventions/name-format",
    explanation="A Chinese name is copied letter by letter from its English spelling.",
    good=("厦门市", "ქალაქი სიამენი"),
    bad=("厦门市", "ქალაქი ქიამენი"),
    applies=pair_is("zh", "ka"),
)
def copied_name(facts: Facts) -> Iterator[Hit]:
    """Report names in a copied spelling, with the one of the team's practice; the glossary goes first."""
    if facts.is_empty:
        return
    for name in facts.chinese_names:
        if _is_term(facts, name):
            continue
        for place in spellings_in(facts, name):
            if place.spelling != "copied":
                continue
            yield Hit(
                place.start,
                place.end,
                _("“{name}” is copied from the English spelling").format(name=name.text),
                expected=_own_spelling(facts, name),
                confidence=name.confidence,
            )


def _is_term(facts: Facts, name: Name) -> bool:
    """Whether the glossary has this name: then its form is the business of the terms' checks."""
    return any(
        match.start <= name.start and name.end <= match.end for use in facts.term_uses for match in use.source
    )


def _own_spelling(facts: Facts, name: Name) -> str:
    from transreview.languages.pairs.chinese_georgian import transliterate

    return transliterate(name.text, facts.context.settings.name_practice, kind=name.kind)


def spellings_in(facts: Facts, name: Name) -> list[Occurrence]:
    """Return where a Chinese name stands in the translation, however it is spelt."""
    from transreview.languages.pairs.chinese_georgian import occurrences

    return occurrences(name.text, facts.target, facts.context.settings.name_practice, kind=name.kind)


def two_spellings(document: list[Facts]) -> Iterator[tuple[int, Hit]]:
    """Yield the rarer spellings of Chinese names that a document spells in several ways."""
    names = {name.text: name for facts in document for name in facts.chinese_names}
    uses: dict[str, list[tuple[int, Occurrence]]] = defaultdict(list)
    for index, facts in enumerate(document):
        for text, name in names.items():
            if text in facts.source:
                uses[text] += [(index, place) for place in spellings_in(facts, name)]
    for text, places in uses.items():
        forms = Counter(place.form.split()[-1] for _index, place in places)
        if len(forms) < 2:
            continue
        usual = forms.most_common(1)[0][0]
        for index, place in places:
            if place.form.split()[-1] != usual:
                message = _("“{name}” is spelled otherwise elsewhere in the document").format(name=text)
                yield index, Hit(place.start, place.end, message, expected=usual)


CHECKS = (copied_name,)
