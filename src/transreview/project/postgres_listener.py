"""Hearing at once what others have stored: the server tells, nobody has to ask."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

CHANNEL = "transreview"
_WAIT_SECONDS = 0.5


class Listener:
    """A thread that counts what the server tells, on a connection of its own.

    Args:
        connect: Makes a connection in autocommit mode.
    """

    def __init__(self, connect: Callable[[], psycopg.Connection[Any]]) -> None:
        self._connect = connect
        self._lock = Lock()
        self._count: int | None = None
        self._stop = Event()
        self._ready = Event()
        self._thread = Thread(target=self._listen, name="transreview-listener", daemon=True)
        self._thread.start()
        self._ready.wait(5.0)

    def heard(self) -> int | None:
        """Return how much has been heard so far, None while nobody can listen."""
        with self._lock:
            return self._count

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()
        self._thread.join(2 * _WAIT_SECONDS + 1)

    def _listen(self) -> None:
        import psycopg

        heard = itertools.count()
        while not self._stop.is_set():
            try:
                with contextlib.closing(self._connect()) as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    # Whoever was away must look once more: something may have happened meanwhile.
                    self._set(next(heard))
                    while not self._stop.is_set():
                        for _told in connection.notifies(timeout=_WAIT_SECONDS):
                            self._set(next(heard))
                            if self._stop.is_set():
                                break
            except (psycopg.Error, OSError):
                self._set(None)
                self._stop.wait(1.0)

    def _set(self, count: int | None) -> None:
        with self._lock:
            self._count = count
        self._ready.set()
