"""Calls the functions of checks so that one that fails, hangs or talks nonsense cannot stop a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from transreview import deadline, plugins
from transreview.checks.check import Check
from transreview.checks.hit import Hit
from transreview.i18n import _
from transreview.model.finding import Fix, Severity, Side

_hung: set[str] = set()


class CheckFailedError(Exception):
    """A check could not be asked; the message says what happened to it.

    Attributes:
        package: The installed package in whose code it happened, where that is known.
    """

    package = ""


def called(check: Check, function: Callable[..., Iterable[Any]], *arguments: object) -> list[Any]:
    """Return all that a check's function yields.

    Functions of the catalogue are called as they are; one of an installed package may take a second,
    and is not called again in this process once it took longer.

    Raises:
        CheckFailedError: It raised, took too long, or yielded what nobody can read.
    """
    try:
        if not check.package:
            return list(function(*arguments))
        if check.id in _hung:
            return []
        return _timed(check, function, *arguments)
    except Exception as error:
        raise as_failure(error) from error


def as_failure(error: Exception) -> CheckFailedError:
    """Return what is to be said of a check that raised an error."""
    if isinstance(error, CheckFailedError):
        return error
    if isinstance(error, plugins.UnfitError):
        return CheckFailedError(str(error))
    failed = CheckFailedError(_one_line(f"{type(error).__name__}: {error}"))
    if owner := plugins.owner(error):
        failed.package = owner[1]
    return failed


def require_hit(check: Check, hit: object, source: str, target: str) -> Hit:
    """Return what a check of an installed package yielded, if it is a hit in the segment's text.

    Raises:
        CheckFailedError: It is none, or points beside the text.
    """
    if not check.package:
        assert isinstance(hit, Hit)
        return hit
    if not isinstance(hit, Hit):
        raise CheckFailedError(_("it yields {what} and no Hit").format(what=type(hit).__name__))
    for field, right in _fields(hit).items():
        if not right:
            raise CheckFailedError(
                _("its {field} makes no sense: {value}").format(
                    field=f"Hit.{field}", value=_one_line(repr(getattr(hit, field)))
                )
            )
    spans = [(hit.start, hit.end, len(source if hit.side is Side.SOURCE else target))]
    if hit.fix is not None:
        spans.append((hit.fix.start, hit.fix.end, len(target)))
    for start, end, size in spans:
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
            raise CheckFailedError(
                _("it yields a span that is none ({start}–{end})").format(start=start, end=end)
            )
        if end > size:
            raise CheckFailedError(
                _("it yields a span beyond the end of the text ({start}–{end})").format(start=start, end=end)
            )
    return hit


def _fields(hit: Hit) -> dict[str, bool]:
    """Return which fields of a hit hold what they may; no type holds a package to them."""
    fix: object = hit.fix
    return {
        "message": isinstance(hit.message, str) and bool(hit.message.strip()),
        "expected": isinstance(hit.expected, str),
        "found": isinstance(hit.found, str),
        "side": isinstance(hit.side, Side),
        "fix": fix is None or (isinstance(fix, Fix) and isinstance(fix.text, str)),
        "severity": hit.severity is None or isinstance(hit.severity, Severity),
        "confidence": isinstance(hit.confidence, int | float) and 0 <= hit.confidence <= 1,
        "concept_id": isinstance(hit.concept_id, str),
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]


def _timed(check: Check, function: Callable[..., Iterable[Any]], *arguments: object) -> list[Any]:
    try:
        return deadline.within(plugins.seconds(), lambda: list(function(*arguments)))
    except deadline.LateError:
        _hung.add(check.id)
        raise CheckFailedError(_("it took longer than a second and is left out from here on")) from None
