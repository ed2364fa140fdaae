"""Small numbers in words, which may stand in turns of speech and count only where what they count is said."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.check import Hit
from transreview.checks.features import Features
from transreview.i18n import _
from transreview.languages.pairs.equivalence import weight
from transreview.languages.quantity import Quantity, QuantityKind
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

_COUNTS = frozenset({QuantityKind.CARDINAL, QuantityKind.ORDINAL, QuantityKind.CENTURY})


def other_small_number(features: Features) -> Iterator[Hit]:
    """Report the one small number in words that stands where the source has another: nine for ten."""
    comparison = features.numbers
    if len(comparison.missing) != 1 or len(comparison.extra) != 1:
        return
    wanted, found = comparison.missing[0], comparison.extra[0]
    if all(q.kind in _COUNTS and not (q.idiom or q.digits or q.approximate) for q in (wanted, found)):
        yield Hit(
            found.start,
            found.end,
            _("The number differs from the source's"),
            expected=features.source[wanted.start : wanted.end],
            severity=Severity.WARNING if count_things(wanted, found, features) else Severity.INFO,
            confidence=weight(wanted),
        )


def count_things(wanted: Quantity, found: Quantity, features: Features) -> bool:
    """Whether two small numbers surely count something: neither is one, and there is a measure word or unit.

    Args:
        wanted: Of the source.
        found: Of the translation.
        features: The segment they are of.
    """
    if not features.context.pair.meaning or min(wanted.value, found.value) < 2:
        return False
    if wanted.idiom or found.idiom or wanted.approximate or found.approximate:
        return False
    measured = bool(wanted.unit) and wanted.unit == found.unit
    if wanted.kind is QuantityKind.ORDINAL and features.source.startswith("大", wanted.end):
        return True  # 第四大贸易伙伴
    return measured or _MEASURE_WORD.match(features.source, wanted.end) is not None


# 三家工厂, 五本书, 三次; 三大 and 两会 are names, 十分 an adverb.
_MEASURE_WORD = lazy_pattern(
    "[个個名位家座条條项項件台臺辆輛次届屆所本份张張只支枚艘架间間套副对雙双种種款批篇]"
)
