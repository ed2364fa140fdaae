"""Calls the functions of checks so that one that fails, hangs or talks nonsense cannot stop a run."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from typing import Any

from transreview.checks.check import Check
from transreview.checks.hit import Hit
from transreview.i18n import _

LONGEST_SECONDS = 1.0
"""How long a check of an installed package may look at one segment or group."""

_hung: set[str] = set()


class CheckFailedError(Exception):
    """A check could not be asked; the message says what happened to it."""


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
    return CheckFailedError(_one_line(f"{type(error).__name__}: {error}"))


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
    spans = [(hit.start, hit.end, len(source if hit.side == "source" else target))]
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


def _one_line(text: str) -> str:
    return " ".join(text.split())[:200]


def _timed(check: Check, function: Callable[..., Iterable[Any]], *arguments: object) -> list[Any]:
    answers: SimpleQueue[list[Any] | Exception] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(list(function(*arguments)))
        except Exception as error:  # noqa: BLE001 - handed to the caller, who names the check
            answers.put(error)
        except SystemExit:
            answers.put(RuntimeError("SystemExit"))

    thread = threading.Thread(target=run, daemon=True, name=f"check {check.id}")
    thread.start()
    try:
        answer = answers.get(timeout=LONGEST_SECONDS)
    except Empty:
        _hung.add(check.id)
        _stop(thread)
        raise CheckFailedError(_("it took longer than a second and is left out from here on")) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _stop(thread: threading.Thread) -> None:
    """End a thread at its next line of Python, so that an endless loop does not go on for ever."""
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))
