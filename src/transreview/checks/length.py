"""Checks of length: too short, too long, cut off, sentences missing."""

from __future__ import annotations

from collections.abc import Iterator

from transreview.checks.check import Hit, segment_check
from transreview.checks.facts import Facts
from transreview.i18n import _
from transreview.model.finding import Severity

OMISSION = "accuracy/omission"

_FEWEST_CHARACTERS = 6
# Spreads from the middle at which each severity begins: too short, too long.
_SHORT = ((Severity.ERROR, -4.5), (Severity.WARNING, -3.2), (Severity.INFO, -2.2))
_LONG = ((Severity.ERROR, 3.8), (Severity.WARNING, 2.7), (Severity.INFO, 2.0))


@segment_check(
    "len.ratio",
    family="length",
    severity=Severity.WARNING,
    mqm=OMISSION,
    explanation="The translation is far shorter or longer than translations of such a source are.",
    good=("会议在长沙召开。", "შეხვედრა ჩანშაში გაიმართა."),
    bad=("中国眼镜协会第九届常务理事会在湖南长沙召开，一百余人参加了会议。", "შეხვედრა."),
)
def unusual_length(facts: Facts) -> Iterator[Hit]:
    """Report lengths outside the band of the language pair."""
    if facts.is_empty or len(facts.source) < _FEWEST_CHARACTERS:
        return
    deviation = facts.length_deviation
    for severity, limit in _SHORT:
        if deviation <= limit:
            end = len(facts.target.rstrip())
            yield Hit(end, end, _("Much shorter than such translations are"), severity=severity)
            return
    for severity, limit in _LONG:
        if deviation >= limit:
            yield Hit(0, len(facts.target), _("Much longer than such translations are"), severity=severity)
            return


CHECKS = (unusual_length,)
