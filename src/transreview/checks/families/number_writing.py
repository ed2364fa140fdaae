"""Checks of how numbers are written: the decimal sign of a document, Georgian ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from transreview.checks import characters
from transreview.checks.check import Hit, comparing_check, segment_check
from transreview.checks.comparison import Choices, Use
from transreview.checks.conditions import target_grammar
from transreview.checks.environment import Environment
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.quantity import QuantityKind
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Fix, Severity

_DECIMAL = lazy_pattern(r"\d(?<![\w.,:/].)\d*([.,])\d+(?![\w.,:/%]*\d)")
_MAGNITUDE = lazy_pattern(r"\s?(?:%|ათას|მილიონ|მილიარდ|ტრილიონ|პროცენტ|ქულა|ბალ|კმ|მ\b|კგ|კილო|მეტრ|გრად)")


def _decimals(features: Features) -> Iterator[Use]:
    if features.target_mask & characters.DIGIT:
        for match in _DECIMAL.finditer(features.target_prose):
            if _is_decimal(features, match):
                yield Use(
                    thing="decimal sign",
                    choice=match.group(1),
                    start=match.start(),
                    end=match.end(),
                    text=match.group(),
                )


def _odd_signs(_thing: str, counts: Mapping[str, int], environment: Environment) -> dict[str, str]:
    """Return the sign that is not what the team wants, or else what most of the document has."""
    wanted = {"comma": ",", "point": "."}.get(environment.settings.number_format, "")
    if not wanted:
        if len(counts) < 2:
            return {}
        own = environment.target.decimal
        wanted = own if counts.get(own, 0) * 2 >= sum(counts.values()) else ("." if own == "," else ",")
    return {sign: wanted for sign in counts if sign != wanted}


def _other_sign(use: Use, wanted: str, environment: Environment) -> Hit:
    place = use.start + use.text.index(use.choice)
    # Right in the language and only rare in the document: a person's choice, not a sure repair.
    right = use.choice == environment.target.decimal and environment.settings.number_format == "auto"
    fix = None if right else Fix(place, place + 1, wanted)
    message = _("The decimal sign differs from the document's")
    return Hit(use.start, use.end, message, expected=use.text.replace(use.choice, wanted), fix=fix)


decimal_sign = comparing_check(
    "num.format",
    family="numbers",
    severity=Severity.INFO,
    mqm="locale-conventions/number-format",
    explanation="Decimals are written with another sign than elsewhere in the document.",
    good=("3.5%\n4.5%", "3,5%\n4,5%"),
    bad=("3.5%\n4.5%", "3,5%\n4.5%"),
    applies=lambda _source, target: target.decimal == ",",
    compares=Choices(uses=_decimals, judge=_odd_signs, describe=_other_sign),
)


def _is_decimal(features: Features, match: re.Match[str]) -> bool:
    """Whether the number is no version, date, time, section or thousands group: the source has its value."""
    text = match.group()
    whole, _sign, part = text.partition(match.group(1))
    if len(part) == 3 and not _MAGNITUDE.match(features.target_prose, match.end()):
        return False  # 1,500 may be one thousand five hundred
    value = float(f"{whole}.{part}")
    return any(
        abs(q.value - value) < 1e-9 or q.digits == f"{whole}.{part}"
        for q in features.source_quantities
        if q.kind not in {QuantityKind.TIME, QuantityKind.ORDINAL}
    )


@segment_check(
    "num.ordinal",
    family="numbers",
    severity=Severity.WARNING,
    mqm="linguistic-conventions/grammar",
    explanation="An ordinal is written wrongly: Georgian has მე-9 and მე-20, 21-ე and 120-ე, 1-ლი.",
    good=("第九届", "მე-9"),
    bad=("第九届", "მე9"),
    applies=target_grammar("georgian"),
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


CHECKS = (decimal_sign, wrong_ordinal)
