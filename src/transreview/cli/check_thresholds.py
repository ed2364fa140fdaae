"""Which findings of `transreview check` count, and whether there are too many to pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from transreview.cli.check_given import Given, given_words
from transreview.errors import InputError, UsageError
from transreview.i18n import _, ngettext
from transreview.words import called

if TYPE_CHECKING:
    from transreview.model.finding import Severity
    from transreview.workflow.quality.check_results import Baseline, Tally
    from transreview.workflow.settings import TeamSettings

SEVERITIES = ("info", "warning", "error", "critical")


def most_that_pass(team: TeamSettings, given: Given) -> dict[str, int]:
    """Return the most findings that pass, by severity; the command line outweighs the settings."""
    maxima: dict[str, int] = {}
    for word in given_words(given.maxima):
        level, equals, number = word.partition("=")
        if level not in SEVERITIES or not equals or not number.isdecimal():
            raise UsageError(
                _("--max {word} is not SEVERITY=NUMBER").format(word=word),
                remedy=_("For example: --max error=0,warning=20"),
            )
        maxima[level] = int(number)
    if not maxima and given.fail_on is None:
        maxima = dict(team.maxima)
    fatal = given.fail_on or (None if maxima else team.fail_on or "error")
    if fatal == "new":
        if given.baseline is None:
            raise UsageError(
                _("--fail-on new needs --baseline"),
                remedy=_("Name the findings of an earlier run: check … --format json > findings.json"),
            )
        # What the baseline knows is not counted: whatever is, at the severity that is shown, is new.
        fatal = given.severity or team.severity or "warning"
    if fatal and fatal != "never":
        maxima[fatal] = 0
    return maxima


def require_own_baseline(given: Given, baseline: Baseline | None) -> None:
    """Refuse a baseline that has nothing to do with what was checked: everything would be new.

    Raises:
        InputError: None of its files was checked, and none of its findings has come up again.
    """
    if baseline is None or not baseline.files or baseline.is_of_these:
        return
    raise InputError(
        _("the findings of other files: {names}; none of them was checked").format(
            names=", ".join(sorted(baseline.files)[:3])
        ),
        path=given.baseline,
        remedy=_("Name the findings of an earlier run over the same files"),
    )


def judged(tally: Tally, maxima: dict[str, int]) -> int:
    """Say which thresholds fail and return the exit code; each counts its severity and worse ones."""
    from transreview.model.finding import Severity

    code = 0
    for level, most in maxima.items():
        count = tally.at_least(Severity(level))
        if count > most:
            words = ngettext(
                "Failed: {count} finding at {level} or worse; the limit is {most}",
                "Failed: {count} findings at {level} or worse; the limit is {most}",
                count,
            )
            click.echo(words.format(count=count, level=called(level), most=most), err=True)
            code = 1
    return code


def least_counted(given: Given, team: TeamSettings, maxima: Mapping[str, int]) -> Severity:
    """Return the severity from which on findings are written: what is shown, and what may fail."""
    from transreview.model.finding import Severity

    shown = Severity(given.severity or team.severity or "warning")
    return min(shown, *map(Severity, maxima), key=lambda one: one.rank) if maxima else shown
