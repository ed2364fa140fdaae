"""What was told of plug-ins that were left out, and to whom it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A plug-in that was left out, or that failed at its work.

    Attributes:
        group: The group of its entry point.
        name: Its name.
        package: Name and version of its package.
        sentence: One line that says it, control characters made visible.
    """

    group: str
    name: str
    package: str
    sentence: str


def problems() -> tuple[Problem, ...]:
    """Return what was told so far, in order."""
    return tuple(_problems)


def listen(listener: Callable[[str], None]) -> None:
    """Tell problems to `listener`, a sentence each, instead of to the log."""
    global _listener  # noqa: PLW0603 - the one place that problems are told to
    _listener = listener


def tell(problem: Problem) -> None:
    """Tell a problem, once."""
    if problem not in _problems:
        _problems.append(problem)
        _listener(problem.sentence)


def forget() -> None:
    """Forget what was told, as if nothing had been."""
    _problems.clear()


def _log(sentence: str) -> None:
    import logging

    logging.getLogger("transreview.plugins").warning("%s", sentence)


_problems: list[Problem] = []
_listener: Callable[[str], None] = _log
