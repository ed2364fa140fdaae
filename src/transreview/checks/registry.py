"""The catalogue: every check, family by family.

A new check is written in its family's file and listed in that file's `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from transreview import plugins
from transreview.checks.check import Check, Example
from transreview.checks.comparison import Choices, Companions, Groups, Neighbours
from transreview.checks.families import (
    addresses,
    amounts,
    blanks,
    catalog,
    catalog_header,
    consistency,
    dates,
    encoding,
    foreign_names,
    grammar,
    inline,
    language,
    length,
    markup,
    meaning,
    names,
    number_writing,
    numbers,
    placeholders,
    punctuation,
    quotes,
    repetition,
    script,
    spelling,
    style,
    terminology,
)
from transreview.i18n import _
from transreview.lazy_patterns import lazy_pattern
from transreview.model.finding import Severity

_ID = lazy_pattern(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+\Z")

FAMILIES = (
    numbers,
    number_writing,
    amounts,
    dates,
    language,
    script,
    encoding,
    punctuation,
    blanks,
    quotes,
    addresses,
    markup,
    placeholders,
    catalog,
    catalog_header,
    inline,
    repetition,
    length,
    consistency,
    terminology,
    names,
    foreign_names,
    spelling,
    grammar,
    meaning,
    style,
)

REGISTRY: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)

BY_ID: dict[str, Check] = {check.id: check for check in REGISTRY}
assert len(BY_ID) == len(REGISTRY), "two checks of one id"

# An entry point names a `Check`, or a list of them.
PLUGINS: plugins.Kind[Check] = plugins.Kind(
    group="transreview.checks",
    left_out=lambda: _("The check “{name}” of the package {package} is left out: {why}."),
    make=lambda _name, loaded: [_probed(one) for one in _each(loaded)],
    names=lambda check: (check.id,),
    taken=lambda: BY_ID,
)


def installed_checks() -> tuple[Check, ...]:
    """Return the checks that installed packages add; a broken one is told of and left out."""
    return tuple(replace(plugin.value, package=plugin.package) for plugin in plugins.load(PLUGINS))


def _each(loaded: object) -> Sequence[object]:
    return loaded if isinstance(loaded, list | tuple) else [loaded]


def _probed(loaded: object) -> Check:
    """Return a check of another package, if it is one that can run."""
    if not isinstance(loaded, Check):
        raise plugins.UnfitError(
            _("it is no check but a {kind}; decorate the function with segment_check").format(
                kind=type(loaded).__name__
            )
        )
    plugins.require_sense(loaded, _fields(loaded))
    runs = callable(loaded.segment) or isinstance(loaded.document, Groups | Choices | Companions | Neighbours)
    if not runs or not callable(loaded.applies):
        raise plugins.UnfitError(_("it has no function for its scope"))
    return loaded


def _fields(check: Check) -> dict[str, bool]:
    """Return which fields of a check hold what they may."""
    return {
        "id": isinstance(check.id, str) and bool(_ID.match(check.id)),
        "family": isinstance(check.family, str) and bool(check.family.strip()),
        "severity": isinstance(check.severity, Severity),
        "mqm": isinstance(check.mqm, str),
        "explanation": isinstance(check.explanation, str) and bool(check.explanation.strip()),
        "good": _is_example(check.good),
        "bad": _is_example(check.bad),
        "target_has": isinstance(check.target_has, int),
        "source_has": isinstance(check.source_has, int),
        "either_has": isinstance(check.either_has, int),
        "needs": isinstance(check.needs, str),
    }


def _is_example(value: object) -> bool:
    return isinstance(value, Example) and isinstance(value.source, str) and isinstance(value.target, str)
