"""Checks of numbers by value, whatever script and form they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transreview.checks import characters
from transreview.checks.check import Hit, document_check, segment_check
from transreview.checks.conditions import both_count, target_is
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.pairs.equivalence import Match, weight
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.model.finding import Fix, Severity, Side

MISTRANSLATION = "accuracy/mistranslation"
NUMBER_FORMAT = "locale-conventions/number-format"

# Months and weekdays are the business of `dates`.
CALENDAR = frozenset({QuantityKind.MONTH, QuantityKind.WEEKDAY})
_HEAVY, _MIDDLE, _LIGHT = 1.0, 0.4, 0.3


@segment_check(
    "num.mismatch",
    family="numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A number of the source is missing, changed or new in the translation.",
    good=("第二十六届", "26-ე"),
    bad=("26家企业", "28 საწარმო"),
    applies=both_count,
)
def mismatched_number(features: Features) -> Iterator[Hit]:
    """Report numbers without a counterpart; one lost and one new of the same kind as a change."""
    if features.is_empty:
        return
    comparison = features.numbers
    missing = [q for q in comparison.missing if weight(q) >= _LIGHT and q.kind not in CALENDAR]
    extra = [q for q in comparison.extra if weight(q) >= _LIGHT and q.kind not in CALENDAR]
    changed = _changed(missing, extra)
    replaced = [pair for pair in comparison.replaced if pair[0].kind not in CALENDAR]
    for wanted, found in [*replaced, *changed]:
        yield Hit(
            found.start,
            found.end,
            _("The number differs from the source's"),
            expected=features.source[wanted.start : wanted.end],
            severity=_severity(max(weight(wanted), weight(found))),
            confidence=min(weight(wanted), weight(found)),
        )
    for quantity in missing:
        if any(quantity is wanted for wanted, _found in changed):
            continue
        yield Hit(
            quantity.start,
            quantity.end,
            _("The translation lacks this number"),
            side=Side.SOURCE,
            severity=_severity(weight(quantity)),
            confidence=weight(quantity),
        )
    for quantity in extra:
        if any(quantity is found for _wanted, found in changed):
            continue
        yield Hit(
            quantity.start,
            quantity.end,
            _("The source does not have this number"),
            severity=_severity(weight(quantity)),
            confidence=weight(quantity),
        )


def _severity(told: float) -> Severity:
    """Return how bad it is by how much the number tells."""
    if told >= _HEAVY:
        return Severity.ERROR
    return Severity.WARNING if told >= _MIDDLE else Severity.INFO


def _changed(missing: Sequence[Quantity], extra: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of a lost and a new number that are one number changed."""
    pairs = []
    free = list(extra)
    for wanted in missing:
        alike = [q for q in free if q.kind is wanted.kind and bool(q.digits) == bool(wanted.digits)]
        if not alike and len(missing) == len(extra) == 1:
            alike = free
        if alike:
            found = min(alike, key=lambda q, value=wanted.value: abs(q.value - value))  # type: ignore[misc]
            free.remove(found)
            pairs.append((wanted, found))
    return pairs


@segment_check(
    "num.scale",
    family="numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A number has the source's digits and another magnitude (万 is 10 000, 亿 is 100 000 000).",
    good=("1.42亿", "142 მილიონი"),
    bad=("1.42亿", "142 ათასი"),
    applies=both_count,
)
def wrong_magnitude(features: Features) -> Iterator[Hit]:
    """Report numbers of the same digits whose values differ by powers of ten."""
    if features.is_empty:
        return
    for wanted, found in features.numbers.scaled:
        letter = features.source[wanted.end - 1]
        if letter.isascii() and letter.isalpha() and features.target.startswith(letter, found.end):
            continue  # 64K on both sides: a unit for one reader, a magnitude for the other
        bare = wanted.idiom or found.idiom
        yield Hit(
            found.start,
            found.end,
            _("The number has another magnitude than the source's"),
            expected=features.source[wanted.start : wanted.end],
            severity=Severity.WARNING if bare else None,
        )


@segment_check(
    "num.percent",
    family="numbers",
    severity=Severity.ERROR,
    mqm=MISTRANSLATION,
    explanation="A percentage of the source has lost its sign or word, or a plain number has gained one.",
    good=("百分之三十", "30 პროცენტი"),
    bad=("百分之三十", "30"),
    applies=both_count,
)
def lost_percent(features: Features) -> Iterator[Hit]:
    """Report numbers that are a percentage on one side only."""
    if features.is_empty:
        return
    for match in features.numbers.percent_lost:
        yield _of_match(features, match, _("The source says per cent"), None)
    for match in features.numbers.percent_added:
        yield _of_match(features, match, _("The source does not say per cent"), Severity.WARNING)


def _of_match(features: Features, match: Match, message: str, severity: Severity | None) -> Hit:
    return Hit(
        match.target.start,
        match.target.end,
        message,
        expected=features.source[match.source.start : match.source.end],
        severity=severity,
    )


@segment_check(
    "num.currency",
    family="numbers",
    severity=Severity.WARNING,
    mqm=MISTRANSLATION,
    explanation="An amount of money stands in another currency than in the source.",
    good=("100美元", "100 დოლარი"),
    bad=("100美元", "100 ევრო"),
    applies=both_count,
)
def other_currency(features: Features) -> Iterator[Hit]:
    """Report equal amounts of different currencies."""
    if features.is_empty:
        return
    for match in features.numbers.currency_changed:
        if match.source.unit and match.target.unit:
            yield _of_match(features, match, _("The currency differs from the source's"), None)


_DECIMAL = re.compile(r"(?<![\w.,:/])\d+([.,])\d+(?![\w.,:/%]*\d)")
_MAGNITUDE = re.compile(r"\s?(?:%|ათას|მილიონ|მილიარდ|ტრილიონ|პროცენტ|ქულა|ბალ|კმ|მ\b|კგ|კილო|მეტრ|გრად)")
_WITH_POINT = frozenset({".", "٫"})


@document_check(
    "num.format",
    family="numbers",
    severity=Severity.INFO,
    mqm=NUMBER_FORMAT,
    explanation="Decimals are written with another sign than elsewhere in the document.",
    good=("3.5%\n4.5%", "3,5%\n4,5%"),
    bad=("3.5%\n4.5%", "3,5%\n4.5%"),
    applies=lambda _source, target: (
        target.code in {"ka", "ru", "uk", "de", "fr", "es", "it", "pl", "tr", "hy"}
    ),
)
def decimal_sign(document: list[Features]) -> Iterator[tuple[int, Hit]]:
    """Report the decimals of a document that are not written as the team wants, or as most of them are."""
    uses = [
        (index, match)
        for index, features in enumerate(document)
        if features.target_mask & characters.DIGIT
        for match in _DECIMAL.finditer(features.target_prose)
        if _is_decimal(features, match)
    ]
    if not uses:
        return
    context = document[0].context
    wanted = {"comma": ",", "point": "."}.get(context.settings.number_format, "")
    if not wanted:
        signs = [match.group(1) for _index, match in uses]
        if len(set(signs)) < 2:
            return
        own = context.target.decimal
        wanted = own if signs.count(own) * 2 >= len(signs) else ("." if own == "," else ",")
    for index, match in uses:
        if match.group(1) != wanted:
            place = match.start(1)
            written = match.group()
            better = written.replace(match.group(1), wanted)
            yield (
                index,
                Hit(
                    *match.span(),
                    _("The decimal sign differs from the document's"),
                    expected=better,
                    fix=Fix(place, place + 1, wanted),
                ),
            )


def _is_decimal(features: Features, match: re.Match[str]) -> bool:
    """Whether the number is no version, date, time or thousands group: the source has its value."""
    text = match.group()
    whole, _sign, part = text.partition(match.group(1))
    if len(part) == 3 and not _MAGNITUDE.match(features.target_prose, match.end()):
        return False  # 1,500 may be one thousand five hundred
    value = float(f"{whole}.{part}")
    return any(
        abs(q.value - value) < 1e-9 or q.digits == f"{whole}.{part}"
        for q in features.source_quantities
        if q.kind is not QuantityKind.TIME
    )


@segment_check(
    "num.ordinal",
    family="numbers",
    severity=Severity.WARNING,
    mqm="linguistic-conventions/grammar",
    explanation="An ordinal is written wrongly: Georgian has მე-9 and მე-20, 21-ე and 120-ე, 1-ლი.",
    good=("第九届", "მე-9"),
    bad=("第九届", "მე9"),
    applies=target_is("ka"),
    target_has=characters.DIGIT,
)
def wrong_ordinal(features: Features) -> Iterator[Hit]:
    """Report Georgian ordinals whose prefix is glued, misplaced or doubled, or where there is none."""
    from transreview.languages.georgian.ordinals import wrong_ordinals

    counted = any(quantity.kind is QuantityKind.ORDINAL for quantity in features.source_quantities)
    for wrong in wrong_ordinals(features.target, counted=counted):
        yield Hit(
            wrong.start,
            wrong.end,
            _("An ordinal is not written so"),
            expected=wrong.right,
            fix=Fix(wrong.start, wrong.end, wrong.right),
        )


CHECKS = (
    mismatched_number,
    wrong_magnitude,
    lost_percent,
    other_currency,
    decimal_sign,
    wrong_ordinal,
)
