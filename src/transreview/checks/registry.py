"""The catalogue: every check, family by family.

A new check is written in its family's file and listed in that file's `CHECKS`.
"""

from __future__ import annotations

from functools import cache

from transreview.checks.check import Check
from transreview.checks.families import (
    consistency,
    dates,
    encoding,
    language,
    length,
    markup,
    names,
    numbers,
    punctuation,
    quotes,
    repetition,
    script,
    spelling,
    style,
    terminology,
)
from transreview.errors import UsageError
from transreview.i18n import _

FAMILIES = (
    numbers,
    dates,
    language,
    script,
    encoding,
    punctuation,
    quotes,
    markup,
    repetition,
    length,
    consistency,
    terminology,
    names,
    spelling,
    style,
)

REGISTRY: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)

BY_ID: dict[str, Check] = {check.id: check for check in REGISTRY}
assert len(BY_ID) == len(REGISTRY), "two checks of one id"

ENTRY_POINTS = "transreview.checks"


@cache
def installed_checks() -> tuple[Check, ...]:
    """Return the checks that installed packages add under the entry point `transreview.checks`.

    An entry point names a `Check`, or a sequence of them.

    Raises:
        UsageError: An entry point cannot be loaded, is no check, or takes the name of another check.
    """
    from importlib.metadata import entry_points

    added: list[Check] = []
    for entry in entry_points(group=ENTRY_POINTS):
        try:
            loaded = entry.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(
                _("the check “{name}” cannot be loaded: {error}").format(name=entry.name, error=error),
                remedy=_("Mend or uninstall the package {package}").format(package=entry.value),
            ) from error
        for check in loaded if isinstance(loaded, list | tuple) else [loaded]:
            if not isinstance(check, Check):
                raise UsageError(
                    _("{package} is no check").format(package=entry.value),
                    remedy=_("Decorate the function with transreview.checks.segment_check"),
                )
            if check.id in BY_ID or any(check.id == other.id for other in added):
                raise UsageError(
                    _("{package} adds the check “{name}”, which there is already").format(
                        package=entry.value, name=check.id
                    ),
                    remedy=_("Give it another id"),
                )
            added.append(check)
    return tuple(added)
