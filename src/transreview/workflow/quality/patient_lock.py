"""A lock of work in the background and of those who show it: whoever works lets whoever shows go first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from time import monotonic, sleep

_TURN = 0.005
"""Seconds after which somebody who has had the lock may be thought to want it no more."""

_LOOK = 0.001
"""Seconds between two looks whether it is so."""


class PatientLock:
    """A lock that one thread may take again, and that work in the background takes when nobody else wants it.

    A plain lock is had by the thread that has just given it back: the other one is woken too late, again
    and again, and a screen would wait for many steps of the work instead of one.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._waiting: deque[None] = deque()  # its steps are atomic, which adding to a number is not
        self._left = 0.0

    def __enter__(self) -> None:
        """Take the lock as soon as it can be had."""
        self._waiting.append(None)
        try:
            self._lock.acquire()
        finally:
            self._waiting.pop()

    def __exit__(self, *_error: object) -> None:
        """Give the lock back."""
        self._left = monotonic()
        self._lock.release()

    @contextmanager
    def patiently(self) -> Iterator[None]:
        """Have the lock for a step of long work, once nobody else wants it: a screen asks often."""
        while self._waiting or monotonic() - self._left < _TURN:
            sleep(_LOOK)
        with self._lock:
            yield
