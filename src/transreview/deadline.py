"""Calls code of other packages without waiting for it for ever.

The call runs in a thread kept for such calls. Python cannot stop a thread, only ask it to end at its next
line: one that sleeps or counts within C is left to itself and dies with the program. What holds the
interpreter the whole time (a regular expression that never ends) cannot be left at all.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

Result = TypeVar("Result")


class LateError(Exception):
    """A call took longer than it may."""


def within(seconds: float, call: Callable[[], Result]) -> Result:
    """Return what a call returns or raise what it raises.

    Raises:
        LateError: It took longer than so many seconds, and goes on by itself.
        RuntimeError: It raised what ends a program (`SystemExit`), which is named.
    """
    try:
        worker = _idle.pop()
    except IndexError:
        worker = _Worker()
    answers: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
    worker.jobs.put((call, answers))
    try:
        value, error = answers.get(timeout=seconds)
    except Empty:
        worker.leave()
        raise LateError from None
    _idle.append(worker)
    if error is None:
        result: Result = value
        return result
    if isinstance(error, Exception):
        raise error
    raise RuntimeError(": ".join(filter(None, (type(error).__name__, str(error))))) from error


def left_alone() -> int:
    """Return how many calls this process has left to themselves; what lacks their answers is not kept."""
    return _left


class _Worker(threading.Thread):
    """A thread that makes one call after the other, until it is left."""

    def __init__(self) -> None:
        super().__init__(daemon=True, name="transreview plug-in")
        self.jobs: SimpleQueue[tuple[Callable[[], Any], SimpleQueue[Any]] | None] = SimpleQueue()
        self.start()

    def run(self) -> None:
        """Make the calls."""
        while job := self.jobs.get():
            call, answers = job
            try:
                answers.put((call(), None))
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits, who says whose it is
                answers.put((None, error))
            del call, answers, job  # what a call held is not held until the next one

    def leave(self) -> None:
        """Let the thread end: at its next line of Python, so that an endless loop does not go on."""
        global _left  # noqa: PLW0603 - a count of this process
        _left += 1
        self.jobs.put(None)
        if self.ident is not None:
            import ctypes  # slow to load, for what hardly ever happens

            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self.ident), ctypes.py_object(SystemExit)
            )


_left = 0
_idle: list[_Worker] = []

# A process that was forked has none of its parent's threads.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)
