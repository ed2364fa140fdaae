"""The catalogue for readers: what `transreview check --list` and docs/checks.md are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transreview.checks.check import Check
from transreview.checks.registry import REGISTRY, installed_checks
from transreview.i18n import _
from transreview.terminal_text import code_point, printable
from transreview.words import called


def catalogue(source: str | None = None, target: str | None = None) -> list[Check]:
    """Return the checks there are, installed ones included.

    Args:
        source: Only those true for this source language, given with `target`.
        target: Only those true for this target language, given with `source`.
    """
    checks = [*REGISTRY, *installed_checks()]
    if source is None and target is None:
        return checks
    from transreview.languages.registry import language

    pair = language(source or "und"), language(target or "und")
    return [check for check in checks if check.applies(*pair)]


def as_text(checks: Sequence[Check]) -> str:
    """Return one line a check, family by family, and a sentence on what it reports."""
    lines: list[str] = []
    family = ""
    order = list(dict.fromkeys(check.family for check in checks))
    for check in sorted(checks, key=lambda check: order.index(check.family)):
        if check.family != family:
            family = check.family
            lines.append(f"\n{family}" if lines else family)
        off = _(", off by default") if not check.default else ""
        lines.append(f"  {check.id:24s} {called(check.severity.value)}{off}")
        lines.append(f"      {_(check.explanation)}")
        lines.append(f"      {_('bad')}: {_shown(check.bad.source)} → {_shown(check.bad.target)}")
    return "\n".join(lines) + "\n"


def _shown(text: str) -> str:
    """Return an example on one line, with what is invisible made visible."""
    return printable(text.replace("\n", " ⏎ "), kept="", shown=code_point)


def as_data(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Return the checks as plain data."""
    return [
        {
            "id": check.id,
            "family": check.family,
            "severity": check.severity.value,
            "mqm": check.mqm,
            "scope": check.scope.value,
            "default": check.default,
            "explanation": check.explanation,
            "good": [check.good.source, check.good.target],
            "bad": [check.bad.source, check.bad.target],
        }
        for check in checks
    ]
