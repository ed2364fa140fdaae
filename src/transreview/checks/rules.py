"""A team's own regular-expression rules, made into checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transreview.checks.check import Check, Example, Hit, SegmentFunction
from transreview.checks.features import Features
from transreview.checks.settings import RegexRule
from transreview.model.finding import Fix, Side

_SIDES = {"source": Side.SOURCE, "target": Side.TARGET}


def rule_checks(rules: Sequence[RegexRule]) -> list[Check]:
    """Return one check for each rule of the settings file."""
    return [
        Check(
            id=f"rule.{rule.id}",
            family="rule",
            severity=rule.severity,
            mqm="",
            explanation=rule.message,
            good=Example("", ""),
            bad=Example("", ""),
            segment=_function(rule),
        )
        for rule in rules
    ]


def _function(rule: RegexRule) -> SegmentFunction:
    def run(features: Features) -> Iterator[Hit]:
        text, other = features.target, features.source
        if rule.side == "source":
            text, other = other, text
        if rule.unless is not None and rule.unless.search(other):
            return
        if rule.only_if is not None and not rule.only_if.search(other):
            return
        for match in rule.pattern.finditer(text):
            wanted = match.expand(rule.replacement) if rule.replacement is not None else ""
            mends = rule.replacement is not None and rule.side == "target" and wanted != match.group()
            yield Hit(
                *match.span(),
                rule.message,
                expected=wanted,
                side=_SIDES[rule.side],
                fix=Fix(*match.span(), wanted) if mends else None,
            )

    return run
